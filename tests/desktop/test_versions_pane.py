"""The kept versions: one at each export, listed with time and reason, brought back in one step that can be undone."""

from __future__ import annotations

import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from desktop import comparing as comparing_module
from desktop import exports as exports_module
from desktop import theme
from desktop.main_window import MainWindow
from desktop.versions_pane import REASONS
from documents.comparing import plan_redline
from documents.rendering import render_docx
from plans.changes import InsertNode, MoveNode, RemoveNode, SetField
from plans.nodes import Bullet, Section
from plans.plan import PLAN_ID, PlanStatus
from plans.text import RichText


@pytest.fixture
def window(sample_window: MainWindow, tmp_path, monkeypatch) -> MainWindow:
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "goi.kehoach")
    return sample_window


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
    assert list(found) == ["Khác đi (1)", "Không còn (1)"]
    assert [row.endswith("→  Làm việc khác hẳn") for row in found["Khác đi (1)"]] == [True]
    assert found["Không còn (1)"] == [gone.title.plain]
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "so-sanh.docx")
    with qtbot.waitSignal(window.files.written, timeout=60000):
        comparison.save.click()
    assert (tmp_path / "so-sanh.docx").read_bytes() == plan_redline(before, document.plan)


@pytest.fixture
def compared(window, qtbot):
    """The comparison with the plan before a line was added, one reworded, one moved and a section dropped."""
    document, comparison = window.editor.document, window.editor.comparison
    versions = kept_version(window, qtbot)
    task = next(node for node in document.plan.walk() if node.kind == "task")
    first, second = document.plan.body.children[0], document.plan.body.children[1]
    document.edit(SetField(task.id, "title", RichText.of("Làm việc khác hẳn")))
    document.edit(InsertNode(second.id, 0, Bullet(id="new", text=RichText.of("Ý mới"))))
    document.edit(RemoveNode(first.children[0].id))
    document.edit(MoveNode(first.children[-1].id, second.id, 1))
    versions.compare.click()
    qtbot.waitUntil(lambda: len(listed(comparison)) == 4, timeout=20000)
    return comparison


def test_each_kind_of_change_has_a_word_an_icon_a_colour_and_its_number(compared, qtbot):
    assert [(kind, button.text(), button.isVisible()) for kind, button in compared.counts.items()] == [
        ("added", "Thêm mới (1)", True),
        ("changed", "Khác đi (1)", True),
        ("removed", "Không còn (1)", True),
        ("moved", "Chuyển chỗ (1)", True),
    ]
    heads = [compared.tree.topLevelItem(at) for at in range(4)]
    spoken = [head.child(0).data(0, Qt.ItemDataRole.AccessibleTextRole) for head in heads]
    assert [said.split(",")[0] for said in spoken] == ["Thêm mới", "Khác đi", "Không còn", "Chuyển chỗ"]
    pictures = [head.icon(0).pixmap(16, 16).toImage() for head in heads]
    assert len({bytes(picture.constBits()) for picture in pictures}) == 4


def test_a_number_leads_to_the_first_of_its_kind_and_enter_to_the_place(compared, window, qtbot):
    qtbot.mouseClick(compared.counts["moved"], Qt.MouseButton.LeftButton)
    row = compared.tree.currentItem()
    assert row.parent().text(0) == "Chuyển chỗ (1)"
    with qtbot.waitSignal(compared.node_selected) as told:
        qtbot.keyClick(compared.tree, Qt.Key.Key_Return)
    assert window.editor.outline.current == told.args[0]


def test_what_is_gone_leads_to_where_it_stood(compared, window, qtbot):
    first = window.editor.document.plan.body.children[0]
    qtbot.mouseClick(compared.counts["removed"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(compared.node_selected) as told:
        qtbot.keyClick(compared.tree, Qt.Key.Key_Return)
    assert told.args[0] == first.id


def test_what_is_chosen_and_folded_stays_while_the_plan_is_edited(compared, window, qtbot):
    qtbot.mouseClick(compared.counts["changed"], Qt.MouseButton.LeftButton)
    chosen = compared.tree.currentItem().text(0)
    compared.tree.topLevelItem(0).setExpanded(False)
    window.editor.document.edit(InsertNode("body", 0, Section(id="more", title=RichText.of("PHẦN MỚI"))))
    qtbot.waitUntil(lambda: "Thêm mới (2)" in listed(compared), timeout=20000)
    assert compared.tree.currentItem().text(0) == chosen
    assert not compared.tree.topLevelItem(0).isExpanded()


def test_the_colours_of_changes_stand_out_from_the_ground_light_and_dark(qapp):
    for ground in "#ffffff", "#efefef", "#232323", "#2d2d2d":
        palette = QPalette(QColor(ground))
        for kind in theme.CHANGES:
            assert contrast(theme.change(kind, palette), QColor(ground)) >= 4.5, (kind, ground)


def contrast(one: QColor, other: QColor) -> float:
    """The ratio of WCAG 2: 4.5 is what small text needs."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


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


def test_what_an_empty_pane_says_does_not_widen_a_window_with_large_letters(window, qtbot):
    pane = window.editor.versions
    bare = pane.minimumSizeHint().width()
    pane.open()
    qtbot.waitUntil(lambda: pane.said.text().startswith("Chưa có bản nào"), timeout=20000)
    assert pane.minimumSizeHint().width() == bare
    assert pane.said.toolTip() == pane.said.text()
