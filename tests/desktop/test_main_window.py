"""The window as a clerk uses it: library, editor, import, export, trash, autosave. Real store, real widgets."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QToolButton

from db.store import PlanStore
from desktop import exports as exports_module
from desktop.editor_page import EditorPage
from desktop.main_window import MainWindow
from desktop.output import file_name
from documents.package import package_bytes, read_package
from plans.changes import SetField
from plans.errors import Trouble
from plans.plan import PLAN_ID, Plan
from plans.sample import sample_plan


@pytest.fixture
def editor(sample_window: MainWindow):
    return sample_window.editor


def test_an_empty_library_offers_a_new_plan(window: MainWindow, qtbot) -> None:
    qtbot.waitUntil(window.home.empty.first.isVisible, timeout=10000)
    qtbot.mouseClick(window.home.empty.first, Qt.MouseButton.LeftButton)
    assert type(window.visits.page).__name__ == "BeginningPage"


def test_an_empty_library_offers_the_sample(window: MainWindow, qtbot) -> None:
    qtbot.waitUntil(window.home.empty.sample.isVisible, timeout=10000)
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        qtbot.mouseClick(window.home.empty.sample, Qt.MouseButton.LeftButton)
    assert window.editor is not None
    assert window.editor.document.plan.subject == sample_plan().subject


def test_enter_presses_the_button_that_has_the_keyboard_which_is_the_first_step_in_an_empty_library(
    window: MainWindow, qtbot
) -> None:
    qtbot.waitUntil(lambda: window.focusWidget() is window.home.empty.first, timeout=10000)
    qtbot.keyClick(window.home.empty.first, Qt.Key.Key_Return)
    assert type(window.visits.page).__name__ == "BeginningPage"


def test_a_blank_plan_begins_in_what_it_is_about_a_written_one_in_its_outline(window: MainWindow, qtbot) -> None:
    window.activateWindow()
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.library.add(Plan(id="blank"))
    subject = window.focusWidget()
    assert subject is not None
    assert window.editor is not None
    assert subject.accessibleName() == "Trích yếu"
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.sample.trigger()
    assert window.focusWidget() is window.editor.outline.tree


def test_an_edit_saves_itself(window: MainWindow, editor, qtbot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.library.saved, timeout=5000):
        editor.document.edit(SetField(PLAN_ID, "subject", "Trồng cây xuân năm 2026"))
        assert editor.bar.state.text() == "Đang soạn…"
    qtbot.waitUntil(lambda: editor.bar.state.text().startswith("Đã lưu"), timeout=2000)
    store = PlanStore.open(tmp_path / "lib" / "kehoach.db")
    assert [p.subject for p in store.list()] == ["Trồng cây xuân năm 2026"]
    store.close()


def test_going_back_saves_and_lists_the_plan(window: MainWindow, editor, qtbot) -> None:
    editor.document.edit(SetField(PLAN_ID, "subject", "Dọn vệ sinh đường làng"))
    with qtbot.waitSignal(window.library.listed, timeout=5000):
        window.back.trigger()
    assert window.editor is None
    assert window.home.model.rowCount() == 2
    assert "Dọn vệ sinh" in window.home.model.index(1).data()


def test_the_selection_is_one_thing(window: MainWindow, editor, qtbot) -> None:
    task = next(n for n in editor.document.plan.walk() if n.kind == "task")
    editor.outline.select(task.id)
    editor.outline.node_selected.emit(task.id)
    assert editor.form.node_id == task.id
    editor.pages.node_clicked.emit("recipients")
    assert editor.form.node_id == "recipients"


def test_undo_is_in_the_menu_and_takes_the_edit_back(window: MainWindow, editor) -> None:
    before = editor.document.plan.subject
    editor.document.edit(SetField(PLAN_ID, "subject", "Khác"))
    undo = window.menus.edit.actions()[0]
    assert undo.isEnabled()
    undo.trigger()
    assert editor.document.plan.subject == before


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".kehoach"])
def test_export_writes_the_file_and_says_so(
    suffix: str, window: MainWindow, editor, qtbot, tmp_path, monkeypatch
) -> None:
    out = tmp_path / f"ra{suffix}"
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_a: out)
    with qtbot.waitSignal(window.files.written, timeout=30000):
        {".docx": window.out.to_docx, ".pdf": window.out.to_pdf, ".kehoach": window.out.to_package}[suffix].trigger()
    assert out.stat().st_size > 2000
    assert out.name in window.notices.text


def test_an_export_that_cannot_be_written_is_said_and_nothing_is_lost(
    window: MainWindow, editor, qtbot, tmp_path, monkeypatch
) -> None:
    out = tmp_path / "khong-co" / "ra.docx"
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_a: out)
    with qtbot.waitSignal(window.files.troubled, timeout=10000):
        window.out.to_docx.trigger()
    assert "ra.docx" in window.notices.text
    assert window.editor is not None


def test_a_dropped_file_is_read_and_opened(window: MainWindow, qtbot, tmp_path: Path) -> None:
    source = tmp_path / "nam-truoc.kehoach"
    source.write_bytes(package_bytes(sample_plan()))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(source))])
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.dropEvent(drop)
    assert window.editor is not None
    assert window.editor.document.plan == sample_plan()


def test_a_bad_file_is_said_and_the_library_stays(window: MainWindow, qtbot, tmp_path: Path) -> None:
    source = tmp_path / "hong.docx"
    source.write_bytes(b"")
    with qtbot.waitSignal(window.incoming.reading.troubled, timeout=30000):
        window.incoming.read_file(source)
    assert "hong.docx" in window.notices.text
    assert window.editor is None


def test_trash_can_be_taken_back_from_the_notice(window: MainWindow, editor, qtbot) -> None:
    plan_id = editor.document.plan.id
    with qtbot.waitSignal(window.library.listed, timeout=5000):
        window.back.trigger()
    with qtbot.waitSignal(window.library.listed, timeout=5000):
        window.home.trash_asked.emit(plan_id)
    assert window.home.model.rowCount() == 0
    with qtbot.waitSignal(window.library.listed, timeout=5000):
        window.notices._button.click()
    assert window.home.model.rowCount() == 2


def test_search_without_accents_finds_the_plan(window: MainWindow, editor, qtbot) -> None:
    with qtbot.waitSignal(window.library.listed, timeout=5000):
        window.back.trigger()
    with qtbot.waitSignal(window.library.found, timeout=5000):
        window.home.search.setText("chuyen doi so")
    assert window.home.model.rowCount() == 2
    with qtbot.waitSignal(window.library.found, timeout=5000):
        window.home.search.setText("không hề có chữ này")
    assert window.home.model.rowCount() == 0


def test_the_plan_one_comes_back_from_is_never_hidden_by_a_status_it_has_not(window: MainWindow, editor, qtbot) -> None:
    plan_id = editor.document.plan.id
    window.home.side._filters["draft"].click()
    window.back.trigger()
    qtbot.waitUntil(lambda: window.home.model.plan(window.home.list.currentIndex()) is not None, timeout=10000)
    assert window.home.side.filter == "draft"
    window.home.side._filters["signed"].click()
    assert window.home.model.plan(window.home.list.currentIndex()) is None
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.open_plan(plan_id)
    window.back.trigger()
    qtbot.waitUntil(lambda: window.home.model.plan(window.home.list.currentIndex()) is not None, timeout=10000)
    assert window.home.side.filter == "all"


def test_a_draft_can_be_rescued(window: MainWindow, editor, tmp_path: Path) -> None:
    rescued = window.save_draft()
    assert rescued is not None
    assert rescued.parent.name == "cuu-ho"
    assert read_package(rescued) == sample_plan()


def test_a_file_is_named_as_offices_name_them() -> None:
    plan = sample_plan()
    plan.number = "07"
    assert file_name(plan).startswith("KH-UBND 07 ")
    assert file_name(plan).isascii()
    plan.subject = "Chuyển đổi số năm 2026"
    assert file_name(plan) == "KH-UBND 07 Chuyen doi so nam 2026"
    plan.subject = "Phòng, chống thiên tai"
    assert " Phong chong thien tai" in file_name(plan)


def test_a_trouble_stays_in_sight_until_it_is_closed(window: MainWindow) -> None:
    window.notices.warn(Trouble("file-missing", path="a.docx"))
    assert "a.docx" in window.notices.text
    assert not window.notices._timer.isActive()


def test_no_button_is_without_a_name(window: MainWindow, editor) -> None:
    nameless = [
        b.objectName() for b in window.findChildren(QToolButton)
        if b.isVisible() and not (b.text() or b.toolTip() or b.accessibleName())
    ]  # fmt: skip
    assert nameless == []


def _second(window: MainWindow, tmp_path: Path) -> PlanStore:
    return PlanStore.open(tmp_path / "lib" / "kehoach.db")


def test_a_plan_changed_by_another_window_is_kept_apart_and_nothing_typed_is_lost(
    window: MainWindow, editor, qtbot, tmp_path: Path
) -> None:
    plan_id = editor.document.plan.id
    other = _second(window, tmp_path)
    stored = other.load(plan_id)
    stored.plan.subject = "Sửa ở cửa sổ kia"
    other.save(stored.plan, stored.revision)
    with qtbot.waitSignal(window.library.kept_apart, timeout=5000):
        editor.document.edit(SetField(PLAN_ID, "subject", "Sửa ở cửa sổ này"))
        editor.save_now()
    editor.document.edit(SetField(PLAN_ID, "topic", "Môi trường"))
    with qtbot.waitSignal(window.library.saved, timeout=5000):
        editor.save_now()
    assert sorted((p.subject, p.topic == "Môi trường") for p in other.list()) == [
        ("Sửa ở cửa sổ kia", False),
        ("Sửa ở cửa sổ này", True),
    ]
    other.close()
    assert "cửa sổ khác" in window.notices.text


def test_a_save_that_fails_leaves_a_rescue_copy_and_says_where(window: MainWindow, editor, qtbot, monkeypatch) -> None:
    def full(*_args: object) -> int:
        raise Trouble("library-not-writable", path="x", reason="ổ đĩa đã đầy")

    monkeypatch.setattr(window.library._store, "save", full)
    with qtbot.waitSignal(window.library.save_failed, timeout=5000):
        editor.document.edit(SetField(PLAN_ID, "subject", "Chưa lưu được"))
        editor.save_now()
    copies = list(window.rescue.folders[0].glob("*.kehoach"))
    assert [read_package(path).subject for path in copies] == ["Chưa lưu được"]
    assert "ổ đĩa đã đầy" in window.notices.text
    assert str(copies[0]) in window.notices.text


def test_closing_while_the_disk_is_full_keeps_what_was_typed(window: MainWindow, editor, qtbot, monkeypatch) -> None:
    def full(*_args: object) -> int:
        raise Trouble("library-not-writable", path="x", reason="ổ đĩa đã đầy")

    monkeypatch.setattr(window.library._store, "save", full)
    editor.document.edit(SetField(PLAN_ID, "subject", "Gõ lúc đóng cửa sổ"))
    window.close()
    assert [read_package(p).subject for p in window.rescue.folders[0].glob("*.kehoach")] == ["Gõ lúc đóng cửa sổ"]


def test_a_new_plan_left_untouched_leaves_nothing_behind(window: MainWindow, qtbot) -> None:
    window.new.trigger()
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.visits.page.begin.click()
    with qtbot.waitSignals([window.library.listed, window.library.listed], timeout=5000):
        window.back.trigger()
    assert window.home.model.rowCount() == 0


def test_the_title_bar_follows_the_subject(window: MainWindow, editor) -> None:
    editor.document.edit(SetField(PLAN_ID, "subject", "Tiêm chủng mở rộng"))
    assert window.windowTitle().startswith("Tiêm chủng mở rộng")


def test_what_a_search_found_opens_at_its_place(window: MainWindow, editor, qtbot) -> None:
    task = next(n for n in editor.document.plan.walk() if n.kind == "task")
    with qtbot.waitSignal(window.library.listed, timeout=5000):
        window.back.trigger()
    with qtbot.waitSignal(window.library.found, timeout=5000):
        window.home.search.setText(task.title.plain)
    with qtbot.waitSignal(window.plan_shown, timeout=5000):
        window.home._on_enter()
    assert window.editor.form.node_id == task.id


def test_of_two_plans_opened_in_one_breath_the_second_is_shown(window: MainWindow, qtbot) -> None:
    first, second = sample_plan(), sample_plan()
    second.id = "second"
    window.library.opened.emit(first)
    window.library.opened.emit(second)
    with qtbot.waitSignal(window.plan_shown, timeout=5000):
        pass
    qtbot.wait(50)
    assert window.editor.document.plan is second
    assert window.findChildren(EditorPage) == [window.editor]
    assert window.editor.isAncestorOf(window.editor.pages)
    assert window._stack.updatesEnabled()


def test_a_plan_is_in_front_only_when_all_of_it_is_there(window: MainWindow, qtbot) -> None:
    qtbot.waitUntil(window.home.empty.first.isVisible, timeout=10000)
    window.library.opened.emit(sample_plan())
    assert window.editor is None
    assert window._stack.currentWidget() is window.home
    with qtbot.waitSignal(window.plan_shown, timeout=5000):
        pass
    assert window._stack.currentWidget() is window.editor
    assert window.editor.form.node_id == PLAN_ID
    assert window.editor.outline.current == PLAN_ID


def test_a_window_closed_while_a_plan_is_being_opened_ends_quietly(window: MainWindow, qtbot) -> None:
    window.library.opened.emit(sample_plan())
    window.close()
    qtbot.wait(100)
    assert window.editor is None


def test_a_warning_does_not_outlive_its_screen(window: MainWindow, editor, qtbot) -> None:
    window.notices.warn(Trouble("file-missing", path="a.docx"))
    with qtbot.waitSignal(window.plan_shown, timeout=5000):
        window.open_plan(editor.document.plan.id)
    assert window.notices.text == ""


def test_one_pane_stands_at_the_foot_at_a_time(window: MainWindow, qtbot) -> None:
    with qtbot.waitSignal(window.plan_shown, timeout=10000):
        window.sample.trigger()
    editor = window.editor
    editor.bar.findings.click()
    assert editor.findings.isVisible()
    editor.search.open_for(replace=True)
    assert editor.search.isVisible()
    assert not editor.findings.isVisible()
    assert not editor.bar.findings.isChecked()
    editor.bar.findings.click()
    assert not editor.search.isVisible()


def test_the_window_stands_before_the_plan_model_is_read() -> None:
    look = "import sys, desktop.main_window; print([m for m in ('plans.nodes', 'db.store') if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
