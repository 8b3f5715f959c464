"""Several items in one field, by keys alone."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.items import Item
from desktop.items_edit import ItemsEdit
from plans.text import RichText

ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def edit(qtbot):
    edit = ItemsEdit(kinds=("paragraph", "bullet", "label_line"))
    qtbot.addWidget(edit)
    edit.resize(400, 100)
    edit.show()
    edit.set_items([item("p", "paragraph"), item("b"), item("c", depth=1), item("d")])
    return edit


def item(name, kind="bullet", depth=0):
    return Item(name, kind, depth, RichText.of(name))


def lines(edit):
    short = {"paragraph": "", "bullet": "-", "label_line": "*"}
    return [f"{'  ' * i.depth}{short.get(i.kind, i.kind)}{i.text.plain}" for i in edit.items()]


def go(edit, node_id, *, start=False):
    edit.go_to(node_id)
    if start:
        edit.moveCursor(QTextCursor.MoveOperation.StartOfBlock)


def test_items_come_out_as_they_went_in(edit):
    assert lines(edit) == ["p", "-b", "  -c", "-d"]


def test_enter_begins_the_next_item_of_the_same_level(edit, qtbot):
    go(edit, "c")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "x")
    assert lines(edit) == ["p", "-b", "  -c", "  -x", "-d"]
    ids = [i.id for i in edit.items()]
    assert ids[:3] == ["p", "b", "c"]
    assert len(set(ids)) == 5


def test_enter_within_an_item_parts_it_and_at_its_start_goes_before_it(edit, qtbot):
    edit.set_items([item("một hai")])
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    qtbot.keyClicks(edit, "khong")
    assert [(i.id == "một hai", i.text.plain) for i in edit.items()] == [(False, "khong"), (True, "một hai")]


def test_an_empty_new_line_is_no_item(edit, qtbot):
    go(edit, "d")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert lines(edit) == ["p", "-b", "  -c", "-d"]


def test_enter_on_an_empty_item_goes_out_a_level_until_prose(edit, qtbot):
    go(edit, "c")
    for _times in range(3):
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "x")
    assert lines(edit) == ["p", "-b", "  -c", "x", "-d"]


def test_tab_and_shift_tab_change_the_level(edit, qtbot):
    go(edit, "d")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert lines(edit)[-1] == "  -d"
    qtbot.keyClick(edit, Qt.Key.Key_Backtab, SHIFT)
    qtbot.keyClick(edit, Qt.Key.Key_Backtab, SHIFT)
    assert lines(edit)[-1] == "d"
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert lines(edit)[-1] == "-d"


def test_tab_works_on_all_selected_items(edit, qtbot):
    edit.set_items([item("a", "paragraph"), item("b", "paragraph")])
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert lines(edit) == ["-a", "-b"]


def test_backspace_at_the_start_goes_out_then_joins(edit, qtbot):
    go(edit, "b", start=True)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert lines(edit)[1] == "b"
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert lines(edit)[0] == "pb"
    assert edit.items()[0].id == "p"


@pytest.mark.parametrize(("typed", "shown"), [("- x", "-x"), ("* x", "*x"), ("-x", "-x"), ("+ x", "-x")])
def test_a_dash_typed_at_a_start_makes_a_bullet(qtbot, typed, shown):
    edit = ItemsEdit(kinds=("paragraph", "bullet", "label_line"))
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, typed)
    kinds = {"- x": "bullet", "+ x": "bullet", "* x": "label_line", "-x": "paragraph"}
    assert [i.kind for i in edit.items()] == [kinds[typed]]
    assert lines(edit)[0].endswith(shown[-1])


def test_alt_arrows_move_an_item_with_what_is_below_it(edit, qtbot):
    go(edit, "b")
    qtbot.keyClick(edit, Qt.Key.Key_Down, ALT)
    assert lines(edit) == ["p", "-d", "-b", "  -c"]
    qtbot.keyClick(edit, Qt.Key.Key_Up, ALT)
    qtbot.keyClick(edit, Qt.Key.Key_Up, ALT)
    assert lines(edit) == ["-b", "  -c", "p", "-d"]
    assert edit.textCursor().block().text() == "b"


def test_pasted_lines_become_items_of_their_level_without_their_marks(edit):
    edit.set_items([])
    QApplication.clipboard().setText("Mở đầu\n- một\n  + hai\n\n• ba\r\n")
    edit.paste()
    assert lines(edit) == ["Mở đầu", "-một", "  -hai", "-ba"]


def test_ctrl_shift_v_pastes_items_too(edit, qtbot):
    go(edit, "d")
    QApplication.clipboard().setText(" thêm")
    qtbot.keyClick(edit, Qt.Key.Key_V, CTRL | SHIFT)
    assert lines(edit)[-1] == "-dthêm"


def test_one_pasted_line_goes_into_the_item(edit):
    go(edit, "d")
    data = QMimeData()
    data.setText(" và nữa\n")
    edit.insertFromMimeData(data)
    assert lines(edit)[-1] == "-d và nữa"


def test_a_refresh_with_the_same_items_keeps_the_new_empty_line(edit, qtbot):
    go(edit, "d")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    edit.set_items(edit.items())
    assert edit.document().blockCount() == 5
    edit.tidy()
    assert edit.document().blockCount() == 4


def test_a_refresh_with_other_items_keeps_the_caret_in_its_item(edit):
    go(edit, "c")
    edit.set_items([item("x"), item("c"), item("d")])
    assert edit.textCursor().block().text() == "c"


def test_bases_have_one_level_and_tab_leaves_the_field(qtbot):
    edit = ItemsEdit(kinds=("legal_basis",))
    qtbot.addWidget(edit)
    qtbot.keyClicks(edit, "- x")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert [(i.kind, i.text.plain) for i in edit.items()] == [("legal_basis", "- x")]


def test_a_syllable_rewritten_by_the_input_method_ends_right(edit, type_as_unikey):
    edit.set_items([])
    type_as_unikey(edit, "tie<ê<<iêng<<<<iếng Vie<ê<<iêt<<<iệt")
    assert lines(edit) == ["tiếng Việt"]


def test_items_paint_their_marks(edit):
    assert not edit.grab().toImage().isNull()


def test_lines_that_come_in_at_once_are_items_with_ids_of_their_own(edit):
    edit.set_items([item("d")])
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.textCursor().insertText("a\nb\nc")
    ids = [i.id for i in edit.items()]
    assert lines(edit) == ["-da", "-b", "-c"]
    assert ids[0] == "d"
    assert len(set(ids)) == 3
