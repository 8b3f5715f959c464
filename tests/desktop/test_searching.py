"""Find and replace at the foot of the editor: typed, seen, ticked, replaced in one step that can be undone."""

from __future__ import annotations

import copy

import pytest
from PySide6.QtCore import Qt

from desktop.editor_page import EditorPage
from desktop.library import Library
from desktop.pages_pane import PagesPane
from desktop.searching import SearchPane, TidyPane
from desktop.searching.rows import line_of
from plans.text import RichText


@pytest.fixture
def pane(document, qtbot):
    pane = SearchPane(document)
    qtbot.addWidget(pane)
    return pane


def seek(pane, words):
    pane.words.setText(words)
    pane.refresh()


def lines(pane):
    return [pane.list.item(row).text() for row in range(pane.list.count())]


def test_what_is_typed_is_found_with_its_place_and_sentence(pane):
    pane.open_for(replace=False)
    seek(pane, "trong cay")
    assert lines(pane) == ["I · Trồng cây bóng mát", "II.1 · Trồng cây"]
    assert pane.count.text() == "2 chỗ"
    assert pane.list.item(0).checkState() == Qt.CheckState.Unchecked
    assert pane.replace.isHidden()


def test_the_line_shows_old_and_new_before_anything_is_replaced(pane, document):
    pane.open_for(replace=True)
    pane.new.setText("chăm cây")
    seek(pane, "trồng cây")
    assert lines(pane) == ["I · Trồng cây → Chăm cây bóng mát", "II.1 · Trồng cây → Chăm cây"]
    assert document.undo_stack.count() == 0


def test_replacing_by_nothing_is_called_deleting(pane):
    pane.open_for(replace=True)
    seek(pane, "trồng cây")
    assert pane.replace.text() == "Xóa các chỗ đã chọn"
    pane.new.setText("chăm cây")
    pane.refresh()
    assert pane.replace.text() == "Thay các chỗ đã chọn"


def test_the_ticked_ones_are_replaced_in_one_step(pane, document, qtbot):
    before = copy.deepcopy(document.plan)
    pane.open_for(replace=True)
    pane.new.setText("chăm cây")
    seek(pane, "trồng cây")
    pane.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert pane.count.text() == "2 chỗ, chọn 1"
    qtbot.mouseClick(pane.replace, Qt.MouseButton.LeftButton)
    assert document.plan.find("task").title.plain == "Chăm cây"
    assert document.plan.find("bullet").text.plain == "Trồng cây bóng mát"
    assert document.undo_stack.undoText() == "Tìm và thay"
    qtbot.waitUntil(lambda: pane.count.text() == "1 chỗ, chọn 0", timeout=5000)
    document.undo()
    assert document.plan == before


def test_all_are_chosen_or_none(pane):
    pane.open_for(replace=True)
    seek(pane, "trồng")
    pane.all.click()
    assert pane.count.text() == "2 chỗ, chọn 0"
    assert not pane.replace.isEnabled()
    pane.all.click()
    assert pane.count.text() == "2 chỗ, chọn 2"


def test_enter_steps_through_the_places_and_enter_in_the_list_goes_there(pane, qtbot):
    seen, opened = [], []
    pane.node_selected.connect(seen.append)
    pane.place_opened.connect(lambda *place: opened.append(place))
    pane.open_for(replace=False)
    qtbot.keyClicks(pane.words, "trong c")
    qtbot.keyClick(pane.words, Qt.Key.Key_Return)
    qtbot.keyClick(pane.words, Qt.Key.Key_Return)
    qtbot.keyClick(pane.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert seen == ["bullet", "task", "bullet"]
    qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert opened == [("bullet", "text")]


def test_nothing_found_and_nothing_asked_are_said(pane):
    pane.open_for(replace=False)
    assert pane.count.text() == "Không dấu tìm được cả có dấu"
    seek(pane, "voi")
    assert pane.count.text() == "Không thấy chỗ nào"
    assert pane.list.isHidden()


def test_a_long_sentence_is_cut_before_the_words_and_marks_stay_on_them():
    words, marks = line_of("I", "chữ " * 40, "vườn", "rừng", " cây")
    assert all(words[start : start + length] == said for (start, length, _look), said in
               zip(marks, ("I · ", "vườn", "rừng"), strict=True))  # fmt: skip
    assert "→ ∅" in line_of("", "", "vườn", "", "")[0]


def test_in_the_editor_the_search_opens_by_key_shows_the_place_and_closes_by_escape(small_plan, tmp_path, qtbot):
    library = Library(tmp_path / "library.db")
    pages = PagesPane()
    editor = EditorPage(small_plan, library, pages)
    qtbot.addWidget(editor)
    editor.addActions(editor.edit_actions())
    with qtbot.waitExposed(editor):
        editor.show()
    editor.activateWindow()
    qtbot.keyClick(editor, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(editor.search.words.hasFocus)
    seek(editor.search, "bóng mát")
    qtbot.keyClick(editor.search.words, Qt.Key.Key_Return)
    assert editor._selected == "bullet"
    assert editor.search.words.hasFocus()
    qtbot.keyClick(editor.search.words, Qt.Key.Key_Escape)
    assert editor.search.isHidden()
    editor.shut()
    pages.close_worker()
    library.close()


@pytest.fixture
def tidying(document, qtbot):
    document.plan.find("prose").text = RichText.of("Văn hoá  và văn hóa , xã hội hóa")
    pane = TidyPane(document)
    qtbot.addWidget(pane)
    pane.open()
    return pane


def test_slips_are_shown_with_what_will_stand_there(tidying):
    assert [line.partition(" · ")[2] for line in lines(tidying)] == [
        "Văn hoá → hóa  và văn hóa , xã hội hóa",
        "Văn hoá␣␣ → ␣và văn hóa , xã hội hóa",
        "Văn hoá  và văn hóa␣ → ∅, xã hội hóa",
    ]


def test_the_ticked_slips_are_put_right_in_one_step(tidying, document, qtbot):
    before = copy.deepcopy(document.plan)
    tidying.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    qtbot.mouseClick(tidying.apply, Qt.MouseButton.LeftButton)
    assert document.plan.find("prose").text.plain == "Văn hóa  và văn hóa, xã hội hóa"
    assert document.undo_stack.undoText() == "Dọn lỗi gõ"
    document.undo()
    assert document.plan == before


def test_a_tidy_plan_is_said_to_be_tidy(document, qtbot):
    pane = TidyPane(document)
    qtbot.addWidget(pane)
    pane.open()
    assert pane.said.text().startswith("Không thấy lỗi gõ nào")
    assert not pane.apply.isEnabled()
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert pane.isHidden()
