"""The kept versions: one at each export, listed with time and reason, brought back in one step that can be undone."""

from __future__ import annotations

import copy

import pytest
from PySide6.QtCore import QSettings

from desktop import comparing as comparing_module
from desktop import exports as exports_module
from desktop.library import Library
from desktop.main_window import MainWindow
from desktop.output import FileWork
from desktop.versions_pane import REASONS
from documents.comparing import plan_redline
from documents.rendering import render_docx
from plans.changes import RemoveNode, SetField
from plans.plan import PLAN_ID, PlanStatus
from plans.text import RichText


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    settings = QSettings(str(tmp_path / "kehoach.ini"), QSettings.Format.IniFormat)
    found = MainWindow(Library(tmp_path / "lib" / "kehoach.db"), FileWork(), settings)
    found.show()
    with qtbot.waitSignal(found.plan_shown, timeout=20000):
        found.sample.trigger()
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "goi.kehoach")
    yield found
    found.close()
    found.deleteLater()


def test_every_reason_has_its_words():
    from db.records import VersionReason

    assert REASONS.keys() == {str(why) for why in VersionReason}


def test_an_export_keeps_a_version_that_is_brought_back_in_one_step(window, qtbot):
    document, pane = window.editor.document, window.editor.versions
    first = copy.deepcopy(document.plan)
    with qtbot.waitSignal(window.files.written, timeout=20000):
        window.out.to_package.trigger()
    document.edit(SetField(PLAN_ID, "subject", "Trồng cây xã Suối Lim năm 2026"))
    written = copy.deepcopy(document.plan)
    pane.open()
    qtbot.waitUntil(lambda: pane.list.count() == 1, timeout=20000)
    assert pane.list.item(0).text().endswith("· Khi xuất tệp")
    pane.restore.click()
    qtbot.waitUntil(lambda: document.plan == first, timeout=20000)
    assert document.undo_stack.undoText() == "Đưa bản đã lưu trở lại"
    qtbot.waitUntil(lambda: pane.list.count() == 2, timeout=20000)
    assert pane.list.item(0).text().endswith("· Trước khi đưa một bản cũ trở lại")
    document.undo()
    assert document.plan == written


def kept_version(window, qtbot):
    """Export once, so that there is a version to compare with; return the pane that lists it."""
    with qtbot.waitSignal(window.files.written, timeout=20000):
        window.out.to_package.trigger()
    pane = window.editor.versions
    pane.open()
    qtbot.waitUntil(lambda: pane.list.count() == 1, timeout=20000)
    return pane


def listed(pane):
    """Each head of the comparison with the rows below it."""
    heads = [pane.tree.topLevelItem(at) for at in range(pane.tree.topLevelItemCount())]
    return {head.text(0): [head.child(at).text(0) for at in range(head.childCount())] for head in heads}


def test_what_changed_since_a_version_is_listed_and_written_with_tracked_changes(window, qtbot, tmp_path, monkeypatch):
    document, comparison = window.editor.document, window.editor.comparison
    versions = kept_version(window, qtbot)
    before = copy.deepcopy(document.plan)
    task = next(node for node in document.plan.walk() if node.kind == "task")
    document.edit(SetField(task.id, "title", RichText.of("Làm việc khác hẳn")))
    gone = document.plan.body.children[-1]
    document.edit(RemoveNode(gone.id))
    versions.compare.click()
    qtbot.waitUntil(lambda: bool(listed(comparison)), timeout=20000)
    assert comparison.title.text().startswith("So với bản ")
    assert comparison.title.text().endswith("· Khi xuất tệp")
    assert not versions.isVisible()
    found = listed(comparison)
    assert found["Thêm mới (0)"] == []
    assert [row.endswith("→  Làm việc khác hẳn") for row in found["Khác đi (1)"]] == [True]
    assert found["Không còn (1)"] == [gone.title.plain]
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "so-sanh.docx")
    with qtbot.waitSignal(window.files.written, timeout=60000):
        comparison.save.click()
    assert (tmp_path / "so-sanh.docx").read_bytes() == plan_redline(before, document.plan)


def test_a_comparison_follows_the_plan_and_says_when_nothing_differs(window, qtbot):
    document, comparison = window.editor.document, window.editor.comparison
    kept_version(window, qtbot).compare.click()
    qtbot.waitUntil(lambda: comparison.sum.text() == "Không khác chỗ nào.", timeout=20000)
    document.edit(SetField(PLAN_ID, "status", PlanStatus.REVIEW))
    qtbot.waitUntil(lambda: comparison.sum.text().startswith("Lời văn không khác"), timeout=20000)
    document.edit(SetField(PLAN_ID, "subject", "Trồng cây xã Suối Lim năm 2027"))
    qtbot.waitUntil(lambda: len(listed(comparison).get("Khác đi (1)", [])) == 1, timeout=20000)
    assert comparison.sum.text() == ""


def test_a_package_or_an_export_is_compared_item_by_item(window, qtbot, tmp_path, monkeypatch):
    document, comparison = window.editor.document, window.editor.comparison
    other = tmp_path / "khac.docx"
    other.write_bytes(render_docx(document.plan))
    document.edit(SetField(PLAN_ID, "subject", "Trồng cây xã Suối Lim năm 2026"))
    monkeypatch.setattr(comparing_module, "ask_other_path", lambda *_: other)
    window.comparing.action.trigger()
    qtbot.waitUntil(lambda: bool(listed(comparison)), timeout=60000)
    assert comparison.title.text() == "So với tệp “khac.docx”"
    assert [row.endswith("→  Trồng cây xã Suối Lim năm 2026") for row in listed(comparison)["Khác đi (1)"]] == [True]


def test_a_document_without_a_plan_can_only_be_redlined(window, qtbot, tmp_path, monkeypatch):
    comparison = window.editor.comparison
    other = tmp_path / "la.docx"
    other.write_bytes(render_docx(window.editor.document.plan, issued=True))
    comparison.compare_file(other)
    qtbot.waitUntil(comparison.save.isEnabled, timeout=60000)
    assert "không mang theo kế hoạch" in comparison.sum.text()
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "so-sanh.docx")
    with qtbot.waitSignal(window.files.written, timeout=60000):
        comparison.save.click()
    assert (tmp_path / "so-sanh.docx").stat().st_size > 2000


def test_a_file_that_cannot_be_compared_is_said_and_the_pane_goes(window, qtbot, tmp_path):
    other = tmp_path / "hong.docx"
    other.write_bytes(b"no document")
    with qtbot.waitSignal(window.editor.troubled, timeout=60000):
        window.editor.comparison.compare_file(other)
    assert not window.editor.comparison.isVisible()


def test_without_an_export_there_is_none_and_that_is_said(window, qtbot, monkeypatch):
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: None)
    window.out.to_package.trigger()
    pane = window.editor.versions
    pane.open()
    qtbot.waitUntil(lambda: pane.said.text().startswith("Chưa có bản nào"), timeout=20000)
    assert not pane.restore.isEnabled()
