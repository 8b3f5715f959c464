"""Whole journeys of a clerk with real widgets, their actions counted: one click, one shortcut, one choice or one field
typed is an action."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from db.store import PlanStore
from desktop import exports as exports_module
from desktop.forms.items_box import ItemsBox
from desktop.main_window import MainWindow
from desktop.richtext import RichTextEdit
from desktop.task_tables import add_appendix
from desktop.unit_duties import UnitDutiesPage
from documents.audit import audit
from documents.rendering import render_docx
from plans.nodes import Appendix, Node, Target, Task
from plans.plan import Plan
from plans.sample import sample_plan

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # said by the offscreen platform of every window

NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


class Clerk:
    """Does what a clerk does in the window, and counts it."""

    def __init__(self, window: MainWindow, qtbot, type_keys: Callable) -> None:
        self.window, self._qtbot, self._type_keys = window, qtbot, type_keys
        self.actions = 0

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        QApplication.processEvents()  # what was just shown takes its place
        assert place is None or widget.rect().contains(place)
        self.actions += 1
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())

    def go_to(self, name: str) -> None:
        """Click the row of the outline that says ``name``."""
        tree, plan = self.window.editor.outline.tree, self.window.editor.document.plan
        node = [node for node in plan.walk() if _title(node) == name][-1]
        index = self.window.editor.outline.model.index_of(node.id)
        tree.scrollTo(index)  # the wheel
        QApplication.processEvents()
        place = tree.visualRect(index)
        self.click(tree.viewport(), place.center())
        self.wait(lambda: self.window.editor.form.node_id == node.id)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is."""
        self.actions += 1
        self._qtbot.keyClick(self.focus(), key, modifiers)

    def type_here(self, words: str, *, enter: bool = False) -> None:
        """Fill the field that has the focus."""
        self.actions += 1
        self._type_keys(self.focus(), words)
        if enter:
            self._qtbot.keyClick(self.focus(), Qt.Key.Key_Return)

    def fill(self, name: str, words: str) -> None:
        """Fill the field of the form that is called ``name``."""
        fields = self.window.editor.form.findChildren(QWidget)
        found = next(each for each in fields if each.accessibleName() == name and each.isVisible())
        found.setFocus()
        self.type_here(words)

    def choose(self, trigger: Callable[[], object]) -> None:
        """Choose from a menu, or press the shortcut of an action."""
        self.actions += 1
        trigger()

    def focus(self) -> QWidget:
        if not self.window.isActiveWindow():  # without a window manager nobody gives it back after a list closed
            self.window.activateWindow()
            self.wait(self.window.isActiveWindow)
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def wait(self, until: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(until, timeout=60000)


def _title(node: Node) -> str:
    words = getattr(node, "title", None) or getattr(node, "text", None)
    return getattr(words, "plain", words) or ""


def _button(inside: QWidget, words: str) -> QPushButton:
    return next(each for each in inside.findChildren(QPushButton) if each.isVisible() and words in each.text())


def _words_in(document: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(document)) as parts:
        return "".join(etree.fromstring(parts.read("word/document.xml")).itertext())


@pytest.fixture
def start(open_window, qtbot, tmp_path: Path, type_as_unikey):
    """Opens the window over a library that holds these plans."""

    def begin(*plans: Plan) -> Clerk:
        path = tmp_path / "lib" / "kehoach.db"
        if plans:
            with closing(PlanStore.open(path)) as store:
                for plan in plans:
                    store.save(plan, None)
        window = open_window()
        window.resize(1366, 740)
        return Clerk(window, qtbot, type_as_unikey)

    return begin


TARGETS = ("Phấn đấu 95% trường có vườn", "Phấn đấu 80% hộ có nước sạch", "Phấn đấu 100% thôn có tủ sách")
TASKS = ("Ươm cây giống", "Dựng hàng rào", "Đào giếng", "Mở tủ sách thôn", "Tổng kết, khen thưởng")


def test_a_blank_office_gets_to_its_first_exported_plan(start, qtbot, tmp_path: Path, monkeypatch) -> None:
    """Office, blank plan, its name, three targets, five tasks each with lead and deadline, DOCX: at most 35 actions,
    20 of them the words that only the clerk knows."""
    clerk = start()
    window = clerk.window
    window.visits._ask_office()
    window.visits.page.start_drawing()
    clerk.type_here("phuong thanh dong", enter=True)
    clerk.click(window.visits.page.begin)
    clerk.wait(lambda: window.library.office.agency is not None)
    clerk.choose(window.new.trigger)
    clerk.click(window.visits.page.begin)
    clerk.wait(lambda: window.editor is not None)
    editor = window.editor
    clerk.fill("Trích yếu", "Chăm lo vườn trường năm 2026")
    for section, words in (("CHỈ TIÊU", TARGETS), ("NHIỆM VỤ, GIẢI PHÁP", TASKS)):
        for each in words:
            if each == words[0]:
                clerk.go_to(section)
                clerk.click(editor.form.findChild(ItemsBox)._add)
            else:
                clerk.press(Qt.Key.Key_Return, ALT)
            assert isinstance(clerk.focus(), RichTextEdit), "the caret stands where the words go"
            clerk.type_here(each)
            if section != "CHỈ TIÊU":
                clerk.fill("Chủ trì", "Phòng Kinh tế")
                clerk.fill("Thời gian hoàn thành", "Quý II/2026")
    out = tmp_path / "ra.docx"
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_a: out)
    with qtbot.waitSignal(window.files.written, timeout=60000):
        clerk.choose(window.out.to_docx.trigger)
    clerk.actions += 1  # the place in the system's dialog

    plan = editor.document.plan
    assert [node.text.plain for node in plan.walk() if isinstance(node, Target)] == list(TARGETS)
    tasks = [node for node in plan.walk() if isinstance(node, Task)]
    assert [(task.title.plain, task.lead, task.deadline) for task in tasks] == [
        (words, ["Phòng Kinh tế"], "Quý II/2026") for words in TASKS
    ]
    document = out.read_bytes()
    assert audit(document).errors == []
    assert all(words in _words_in(document) for words in (*TASKS, "THÀNH ĐÔNG"))
    assert clerk.actions <= 35


def test_a_deadline_moved_in_the_roadmap_moves_in_text_appendix_and_pages(start, qtbot) -> None:
    """At most 3 actions, the plan being open; the table made from the tasks follows by itself."""
    plan = sample_plan()
    task = next(node for node in plan.walk() if isinstance(node, Task))
    clerk = start(plan)
    window = clerk.window
    with qtbot.waitSignal(window.pages().mapped, timeout=60000):
        window.open_plan(plan.id)
    editor = window.editor
    with qtbot.waitSignal(editor.pages.mapped, timeout=60000):
        appendix = editor.document.node(add_appendix(editor.document))
    assert isinstance(appendix, Appendix)
    printed = _words_in(render_docx(editor.document.plan))
    rects = editor.pages._map.rects(task.id)
    assert rects

    clerk.choose(editor.tabs.actions_for_menu()[2].trigger)
    pane = editor.views.currentWidget()
    grid = pane.grid
    clerk.wait(lambda: grid.viewport().height() > 100)
    clerk.click(grid.viewport(), grid.visualRect(pane.model.index(pane.model.row_of(task.id), 0)).center())
    with qtbot.waitSignal(editor.pages.mapped, timeout=60000):
        clerk.press(Qt.Key.Key_Right, ALT)
        assert editor.document.plan.find(task.id).deadline == "Quý II/2026"
    now = next(node for node in editor.document.plan.walk() if node.id == task.id)
    assert (task.deadline, now.deadline) == ("Quý I/2026", "Quý II/2026")
    moved = _words_in(render_docx(editor.document.plan))
    assert moved.count("Quý II/2026") == printed.count("Quý II/2026") + 2  # in the text and in the appendix
    assert editor.pages._map.rects(task.id) != rects
    assert clerk.actions <= 3


def test_the_duties_of_a_unit_over_all_plans_of_a_year_are_found_in_three_actions(start, qtbot) -> None:
    first, second = sample_plan(), sample_plan()
    second.id, second.subject = "b" * 32, "Kế hoạch thứ hai của năm"
    clerk = start(first, second)
    window = clerk.window
    window._settings.setValue("duties/year", 2026)
    button = next(b for b in window.home.side.findChildren(QToolButton) if b.defaultAction() is window.visits.to_duties)
    clerk.click(button)
    page = window.visits.page
    assert isinstance(page, UnitDutiesPage)
    assert clerk.focus() is page.unit.line
    clerk.wait(lambda: "Gõ tên đơn vị" in page.empty.text())
    clerk.type_here("phong van hoa", enter=True)
    clerk.wait(lambda: page.model.rowCount() > 0)
    assert page.unit.value() == "Phòng Văn hóa - Xã hội"
    found = {page.model.duty(page.model.index(row, 0)).plan_id for row in range(page.model.rowCount())}
    assert found == {first.id, second.id}
    assert clerk.actions == 2
    duty = page.model.duty(page.model.index(0, 0))
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: window.editor is not None)
    assert (window.editor.document.plan.id, window.editor.form.node_id) == (duty.plan_id, duty.node_id)
    assert clerk.actions == 3
