"""Two copies of the program on one library: the second offers nothing that writes, and whatever is pressed there leaves
the library as it is and is answered in a sentence."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QToolButton

from db.store import PlanStore
from desktop import asking, comparing, exports, incoming
from desktop.library import Library
from desktop.main_window import MainWindow
from desktop.output import FileWork
from desktop.safekeeping.page import BackupsPage
from documents.rendering import render_docx
from plans.plan import Plan
from plans.sample import sample_plan


def window_on(library: Path, settings: Path) -> MainWindow:
    found = MainWindow(Library(library), FileWork(), QSettings(str(settings), QSettings.Format.IniFormat))
    found.show()
    return found


def content(library: Path) -> list[str]:
    """All that stands in the file, as statements that would make it anew."""
    with closing(sqlite3.connect(f"{library.as_uri()}?mode=ro", uri=True)) as connection:
        return list(connection.iterdump())


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "Thư viện xã" / "kehoach.db"
    thrown_away = Plan(subject="Đã bỏ")
    with closing(PlanStore.open(path)) as store:
        store.save(sample_plan(), None)
        store.save(thrown_away, None)
        store.trash(thrown_away.id)
    return path


@pytest.fixture
def second(library: Path, qtbot, tmp_path: Path, monkeypatch):
    """The second copy at home; whatever it asks is answered with a file."""
    other = tmp_path / "khac.docx"
    other.write_bytes(render_docx(sample_plan()))
    out = tmp_path / "ra"
    out.mkdir()
    for module in (asking, comparing, exports, incoming):
        for name in ("ask_open_path", "ask_returned_path", "ask_other_path"):
            monkeypatch.setattr(module, name, lambda *_a: other, raising=False)
        monkeypatch.setattr(module, "ask_save_path", lambda *a: out / a[1].name, raising=False)
    monkeypatch.setattr("desktop.printing.ask_printer", lambda *_a: None, raising=False)
    monkeypatch.setattr(exports, "open_file", lambda *_a: True)
    first = window_on(library, tmp_path / "1.ini")
    found = window_on(library, tmp_path / "2.ini")
    assert found.library.read_only
    with qtbot.waitSignal(found.library.listed, timeout=20000):
        found.library.refresh()
    yield found
    for window in found, first:
        window.close()
        window.deleteLater()


def settle(window: MainWindow, qtbot) -> None:
    """Wait until what was asked of the library has been answered."""
    done: list[object] = []
    window.library.ask(lambda: None, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=30000)


def press_all(window: MainWindow, qtbot) -> int:
    """Trigger every action that is offered, except those that end the window; return how many there were."""
    names = [action.text() for action in window.findChildren(QAction) if action.isEnabled()]
    for name in names:
        found = [a for a in window.findChildren(QAction) if a.text() == name and a.isEnabled() and a is not window.quit]
        for action in found[:1]:
            action.trigger()
            settle(window, qtbot)
    return len(names)


def test_no_action_of_home_changes_the_library(second: MainWindow, library: Path, qtbot) -> None:
    before = content(library)
    assert press_all(second, qtbot) >= 3
    assert content(library) == before


def test_no_action_of_the_editor_changes_the_library(second: MainWindow, library: Path, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda *_a: 0)
    with qtbot.waitSignal(second.plan_shown, timeout=20000):
        second.open_plan(second.home.plans[0].id)
    before = content(library)
    second.back.setText("")  # what leads home comes last
    assert press_all(second, qtbot) >= 12
    second.files.close()
    assert content(library) == before


def test_no_button_of_the_editor_changes_the_library(second: MainWindow, library: Path, qtbot, monkeypatch) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda *_a: 0)
    with qtbot.waitSignal(second.plan_shown, timeout=20000):
        second.open_plan(second.home.plans[0].id)
    before, editor = content(library), second.editor
    pressed = 0
    for node in list(editor.document.plan.walk())[:12]:
        editor.select(node.id)
        for button in editor.findChildren(QAbstractButton):
            leads_away = button.text().strip() == "Thư viện" or (isinstance(button, QToolButton) and button.menu())
            if button.isVisible() and button.isEnabled() and not leads_away:
                button.click()
                pressed += 1
    assert pressed >= 20
    assert second.editor is editor
    settle(second, qtbot)
    assert content(library) == before


def test_what_would_change_the_plan_cannot_be_pressed_in_the_second_copy(second: MainWindow, qtbot) -> None:
    with qtbot.waitSignal(second.plan_shown, timeout=20000):
        second.open_plan(second.home.plans[0].id)
    editor = second.editor
    editor.select(editor.document.plan.body.children[1].id)
    for tab in (1, 2):
        editor.views.show_tab(tab, "")
    changing = {"+ Thêm ▾", "❐", "Đưa vào phụ lục"}
    found = [button for button in editor.findChildren(QAbstractButton) if button.text() in changing]
    assert {button.text() for button in found} == changing
    assert not [button.text() for button in found if button.isEnabled()]


@pytest.mark.parametrize("way", ["menu", "signal", "delete"])
def test_nothing_is_thrown_away_in_the_second_copy_nor_said_to_be(
    second: MainWindow, library: Path, qtbot, way: str
) -> None:
    plan = second.home.plans[0]
    second.home.choose(plan.id)
    if way == "menu":
        menu = second.home.menu_of(plan)
        assert [action.text() for action in menu.actions() if action.isEnabled() and action.text()] == ["Mở"]
    elif way == "delete":
        qtbot.keyClick(second.home.list, Qt.Key.Key_Delete)
    else:
        second.home.trash_asked.emit(plan.id)
        assert "chỉ xem được" in second.notices.text
    settle(second, qtbot)
    with closing(PlanStore.open(library)) as store:
        assert [found.id for found in store.list()] == [plan.id]


def test_a_new_years_draft_is_refused_before_the_wizard_and_not_after_it(second: MainWindow, qtbot) -> None:
    second.home.roll_asked.emit(second.home.plans[0].id)
    assert "chỉ xem được" in second.notices.text
    settle(second, qtbot)
    assert second.incoming.route.page is None


def test_backups_are_only_listed_in_the_second_copy(second: MainWindow, library: Path, qtbot) -> None:
    before = content(library)
    second.visits.show_backups()
    page = second.visits.page
    assert isinstance(page, BackupsPage)
    assert not page.make.isEnabled()
    assert not page.restore.isVisible()
    for ask in (second.visits.keeper.back_up, second.visits.keeper.start_afresh):
        ask()
        assert "chỉ xem được" in second.notices.text
    second.visits.keeper.restore(library)
    settle(second, qtbot)
    assert content(library) == before
    assert not (library.parent / "sao-luu").exists()


def test_a_plan_cannot_be_issued_in_the_second_copy(second: MainWindow, qtbot) -> None:
    with qtbot.waitSignal(second.plan_shown, timeout=20000):
        second.open_plan(second.home.plans[0].id)
    assert not second.issue.isEnabled()
    assert not second.incoming.roll.isEnabled()
    assert second.out.to_docx.isEnabled()
