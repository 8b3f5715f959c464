"""What the tests of the window share: no screen is needed, and a small plan of an invented commune to edit."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.document import PlanDocument
from desktop.library import Library
from desktop.main_window import MainWindow
from desktop.output import FileWork
from desktop.views import PlanViews
from plans.nodes import Bullet, Cell, LegalBasis, Paragraph, Recipient, Section, Table, Target, Task
from plans.plan import Plan
from plans.text import RichText

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _garbage_on_this_thread():
    """As in the program (desktop.garbage): Qt objects in cycles must not die in a thread of the library's."""
    gc.disable()
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def _clipboard_left_empty():
    """Qt's screenless clipboard outlives Python: what a test's Python put there would end the whole run by a crash."""
    yield
    if isinstance(QApplication.instance(), QApplication):
        QApplication.clipboard().clear()


@pytest.fixture
def small_plan():
    plan = Plan(subject="Chăm lo vườn trường xã Suối Lim năm 2026")
    plan.bases.children = [LegalBasis(id="basis", text=RichText.of("Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019"))]
    plan.recipients.children = [Recipient(id="recipient", text="Các thôn")]
    aims = Section(id="aims", title=RichText.of("MỤC ĐÍCH"))
    aims.children = [
        Paragraph(id="prose", text=RichText.of("Trường nào cũng có vườn.")),
        Bullet(id="bullet", text=RichText.of("Trồng cây bóng mát")),
    ]
    work = Section(id="work", title=RichText.of("NHIỆM VỤ"))
    work.children = [
        Task(id="task", title=RichText.of("Trồng cây"), lead=["Trường Tiểu học Suối Lim"], target="target"),
        Target(id="target", text=RichText.of("100 % trường có vườn"), value="100", unit="%"),
        Table(id="table", rows=[[Cell(text=RichText.of(f"{row}{column}")) for column in "abc"] for row in "123"]),
    ]
    plan.body.children = [aims, work]
    return plan


@pytest.fixture
def document(small_plan, qapp):
    return PlanDocument(small_plan)


@pytest.fixture
def type_as_unikey(qtbot):
    """Type keys as Unikey sends them on Windows: "<" is a backspace, all else comes as finished characters."""

    def type_keys(widget, keys):
        for key in keys:
            if key == "<":
                qtbot.keyClick(widget, Qt.Key.Key_Backspace)
            else:
                pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
                QApplication.sendEvent(widget, pressed)

    return type_keys


@pytest.fixture
def views(document: PlanDocument, qtbot) -> PlanViews:
    """The tabs beside the outline over the test's document, in sight."""
    found = PlanViews(document)
    qtbot.addWidget(found)
    found.resize(936, 640)
    found.show()
    return found


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Where the library lies that the program's window opens; nothing is there yet."""
    return tmp_path / "lib" / "kehoach.db"


@pytest.fixture
def open_window(library: Path, qtbot, tmp_path: Path) -> Iterator[Callable[[], MainWindow]]:
    """Opens the program's window over ``library``, as often as asked, its plans listed."""
    opened: list[MainWindow] = []

    def begin() -> MainWindow:
        settings = QSettings(str(tmp_path / "kehoach.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Library(library), FileWork(), settings)
        opened.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        with qtbot.waitSignal(window.library.listed, timeout=20000):
            window.library.refresh()
        return window

    yield begin
    for window in opened:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window) -> MainWindow:
    """The window at home, over an empty library."""
    return open_window()


@pytest.fixture
def sample_window(window: MainWindow, qtbot) -> MainWindow:
    """The window with the sample plan open."""
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.sample.trigger()
    return window
