"""The grid field: how it shares out its width, follows its table and keeps what is typed in an open cell."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, Qt
from PySide6.QtWidgets import QApplication, QTableWidget

from desktop.fields.grid import GridField
from desktop.fields.grid_cells import CellDelegate
from desktop.fields.grid_widths import shared_out
from desktop.richtext import RichTextEdit
from plans.nodes import Cell
from plans.text import RichText, Span


@pytest.fixture
def grid(qtbot):
    grid = GridField(number_of=lambda _note: 4)
    qtbot.addWidget(grid)
    grid.resize(600, 300)
    grid.set_value([[Cell(text=RichText.of(f"{row}{column}")) for column in "abc"] for row in "123"])
    grid.show()
    return grid


@pytest.mark.parametrize(
    ("shares", "least", "widths"),
    [
        ([1, 1, 2], [0, 0, 0], [100, 100, 200]),
        ([1, 9], [100, 50], [100, 300]),
        ([1, 1], [300, 300], [200, 200]),
        ([0, 0], [10, 10], [10, 390]),
    ],
)
def test_columns_share_the_width_but_do_not_cut_words_while_there_is_room(shares, least, widths):
    assert shared_out(400, shares, least) == widths


def test_the_table_is_shown_whole(grid, qtbot):
    rows = [[Cell(text=RichText.of("một câu khá dài về vườn trường " * 3))] * 3 for _row in range(6)]
    grid.set_value(rows)
    table = grid.table
    assert table.height() >= sum(table.rowHeight(row) for row in range(6))
    assert sum(table.columnWidth(column) for column in range(3)) <= table.width()


def test_typing_on_a_cell_opens_it_with_its_text(grid, qtbot):
    grid.table.setFocus()
    grid.table.setCurrentCell(0, 0)
    qtbot.keyClick(grid.table, Qt.Key.Key_F2)
    cell = grid.table.findChildren(RichTextEdit)[0]
    assert cell.value().plain == "1a"
    qtbot.keyClicks(cell, "x")
    assert grid.value()[0][0].text.plain == "1ax"
    qtbot.keyClick(cell, Qt.Key.Key_Tab)
    assert grid.value()[0][0].text.plain == "1ax"


def test_an_open_cell_is_kept_when_a_row_is_added(grid, qtbot):
    grid.table.setFocus()
    grid.table.setCurrentCell(1, 1)
    qtbot.keyClick(grid.table, Qt.Key.Key_F2)
    qtbot.keyClicks(grid.table.findChildren(RichTextEdit)[0], "y")
    grid.add_row()
    assert [row[1].text.plain for row in grid.value()] == ["1b", "2by", "", "3b"]


def test_selected_cells_are_merged_aligned_and_split(grid):
    model, selection = grid.table.model(), grid.table.selectionModel()
    for column in (0, 1):
        selection.select(model.index(0, column), QItemSelectionModel.SelectionFlag.Select)
    grid.align("center")
    grid.table.clearSelection()
    for column in (0, 1):
        selection.select(model.index(0, column), QItemSelectionModel.SelectionFlag.Select)
    grid.merge()
    assert [(c.text.plain, c.colspan, c.align) for c in grid.value()[0]] == [("1a\n1b", 2, "center"), ("1c", 1, "")]
    assert grid.table.columnSpan(0, 0) == 2
    grid.table.setCurrentCell(0, 0)
    grid.split()
    assert [c.text.plain for c in grid.value()[0]] == ["1a\n1b", "", "1c"]


def test_widths_follow_their_columns(grid):
    grid.set_widths([1.0, 2.0, 3.0])
    grid.table.setCurrentCell(0, 1)
    grid.remove_column()
    assert grid.widths == [1.0, 3.0]
    grid.table.setCurrentCell(0, 0)
    grid.add_column()
    assert grid.widths == [1.0, 2.0, 3.0]


def test_a_cell_with_looks_and_a_footnote_is_drawn_and_keeps_them(grid):
    rich = RichText((Span("m", bold=True), Span("2", vertical="super"), Span(footnote="note")))
    grid.set_value([[Cell(text=rich)]])
    assert not grid.grab().isNull()
    assert grid.value()[0][0].text == rich


def test_a_change_from_elsewhere_closes_the_open_cell_and_wins(grid, qtbot):
    grid.table.setFocus()
    grid.table.setCurrentCell(0, 0)
    qtbot.keyClick(grid.table, Qt.Key.Key_F2)
    qtbot.keyClicks(grid.table.findChildren(RichTextEdit)[0], "x")
    rows = grid.value()
    rows[0][0] = Cell(text=RichText.of("khác"))
    grid.set_value(rows)
    assert grid.value()[0][0].text.plain == "khác"
    grid.table.setCurrentCell(2, 2)
    assert grid.value()[0][0].text.plain == "khác"


def test_leaving_an_open_cell_by_tab_takes_its_text_and_opens_the_next(grid, qtbot):
    grid.table.setFocus()
    grid.table.setCurrentCell(0, 0)
    qtbot.keyClick(grid.table, Qt.Key.Key_F2)
    cell = grid.table.findChildren(RichTextEdit)[0]
    qtbot.keyClicks(cell, "x")
    with qtbot.waitSignal(grid.settled):
        qtbot.keyClick(cell, Qt.Key.Key_Tab)
    assert grid.value()[0][0].text.plain == "1ax"
    assert grid.value()[0][1].text.plain == "1b"


def words(grid):
    return [[cell.text.plain for cell in row] for row in grid.value()]


def select(grid, *places):
    grid.table.clearSelection()
    for row, column in places:
        index = grid.table.model().index(row, column)
        grid.table.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def test_cells_pasted_from_a_spreadsheet_fill_from_the_current_cell_in_one_step(grid, qtbot):
    QApplication.clipboard().setText("x\ty\r\nz\tw\r\n")
    grid.set_widths([1.0, 1.0, 1.0])
    grid.table.setCurrentCell(2, 2)
    with qtbot.waitSignal(grid.settled):
        qtbot.keyClick(grid.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert words(grid) == [["1a", "1b", "1c", ""], ["2a", "2b", "2c", ""], ["3a", "3b", "x", "y"], ["", "", "z", "w"]]
    assert len(grid.widths) == 4


def test_pasting_where_nothing_was_ever_copied_does_nothing(grid, monkeypatch):
    before = words(grid)
    monkeypatch.setattr(type(QApplication.clipboard()), "mimeData", lambda _clipboard: None)
    grid.paste()
    assert words(grid) == before


def test_a_table_copied_in_word_keeps_cells_of_several_paragraphs_whole(grid, qtbot):
    data = QMimeData()
    data.setHtml("<table><tr><td><p>Một</p><p>Hai</p></td><td>Ba</td></tr></table>")
    data.setText("Một\nHai\tBa\n")
    QApplication.clipboard().setMimeData(data)
    grid.table.setCurrentCell(0, 0)
    grid.paste()
    assert words(grid)[0] == ["Một\nHai", "Ba", "1c"]
    assert words(grid)[1][0] == "2a"


def test_cells_cut_here_can_be_pasted_elsewhere(grid, qtbot):
    select(grid, (0, 0), (0, 1))
    qtbot.keyClick(grid.table, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert words(grid)[0] == ["", "", "1c"]
    assert QApplication.clipboard().text() == "1a\t1b"
    select(grid, (2, 0))
    grid.paste()
    assert words(grid)[2] == ["1a", "1b", "3c"]


def test_delete_empties_the_selected_cells_and_opens_none(grid, qtbot):
    select(grid, (1, 1), (1, 2))
    qtbot.keyClick(grid.table, Qt.Key.Key_Delete)
    assert words(grid)[1] == ["2a", "", ""]
    assert not grid.table.findChildren(RichTextEdit)


@pytest.mark.parametrize("opened", [False, True])
def test_tab_in_the_last_cell_goes_on_in_a_new_row(grid, qtbot, opened):
    grid.table.setFocus()
    grid.table.setCurrentCell(2, 2)
    if opened:
        qtbot.keyClick(grid.table, Qt.Key.Key_F2)
        qtbot.keyClicks(grid.table.findChildren(RichTextEdit)[0], "x")
    typed_in = grid.table.findChildren(RichTextEdit)[0] if opened else grid.table
    qtbot.keyClick(typed_in, Qt.Key.Key_Tab)
    assert words(grid)[2:] == [["3a", "3b", "3cx" if opened else "3c"], ["", "", ""]]
    assert (grid.table.currentRow(), grid.table.currentColumn()) == (3, 0)


def test_the_menu_of_the_cells_does_what_it_says(grid):
    grid.table.setCurrentCell(0, 0)
    offered = {action.text(): action for action in grid.cell_menu().actions()}
    offered["Chèn hàng phía trên"].trigger()
    assert words(grid)[0] == ["", "", ""]
    offered["Xóa hàng"].trigger()
    assert words(grid)[0] == ["1a", "1b", "1c"]
    assert {"Cắt", "Sao chép", "Dán", "Gộp ô", "Tách ô", "Xóa cột"} <= offered.keys()


def texts_of(grid):
    return ["|".join(cell.text.plain for cell in row) for row in grid.value()]


@pytest.fixture
def trees(grid):
    lines = ("Thôn|Cây", "Suối Trong|1200", "Ánh Dương|85,5", "Đồi Cao|900")
    grid.set_value([[Cell(text=RichText.of(words)) for words in line.split("|")] for line in lines])
    grid.table.setFocus()
    grid.table.setCurrentCell(1, 1)
    return grid


def test_a_column_is_summed_sorted_and_written_by_keys(trees, qtbot):
    alt, shift = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(trees.settled):
        qtbot.keyClick(trees.table, Qt.Key.Key_Equal, alt)
    assert texts_of(trees)[-1] == "Tổng cộng|2.185,5"
    qtbot.keyClick(trees.table, Qt.Key.Key_Down, alt | shift)
    assert texts_of(trees)[1:] == ["Ánh Dương|85,5", "Đồi Cao|900", "Suối Trong|1200", "Tổng cộng|2.185,5"]
    qtbot.keyClick(trees.table, Qt.Key.Key_Up, alt | shift)
    assert texts_of(trees)[1] == "Suối Trong|1200"
    next(action for action in trees.column_actions if action.shortcut().toString() == "Ctrl+Shift+1").trigger()
    assert texts_of(trees)[1] == "Suối Trong|1.200"


def test_the_menu_of_the_cells_offers_what_is_done_with_a_column(trees):
    offered = [action.text() for action in trees.cell_menu().actions()]
    assert offered[-8:] == [action.text() for action in trees.column_actions]
    assert len({action.shortcut().toString() for action in trees.column_actions}) == 8


def drawn(grid):
    return [grid.table.columnWidth(column) for column in range(grid.table.columnCount())]


def test_the_edge_of_a_column_is_dragged_and_the_next_one_gives_way(grid, qtbot):
    before, head = drawn(grid), grid.table.horizontalHeader().viewport()
    edge = QPoint(before[0] - 1, 5)
    qtbot.mousePress(head, Qt.MouseButton.LeftButton, pos=edge)
    with qtbot.waitSignal(grid.edited):
        qtbot.mouseMove(head, edge + QPoint(60, 0))
    qtbot.mouseRelease(head, Qt.MouseButton.LeftButton, pos=edge + QPoint(60, 0))
    moved = [now - then for now, then in zip(drawn(grid), before, strict=True)]
    assert moved[0] == pytest.approx(60, abs=3)
    assert moved[1] == pytest.approx(-60, abs=3)
    assert moved[2] == pytest.approx(0, abs=3)
    assert sum(grid.widths) == pytest.approx(1, abs=0.01)


def test_a_column_is_widened_and_narrowed_by_keys_or_left_to_its_content(grid, qtbot):
    alt_shift = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    before = drawn(grid)
    grid.table.setFocus()
    grid.table.setCurrentCell(0, 1)
    qtbot.keyClick(grid.table, Qt.Key.Key_Right, alt_shift)
    assert drawn(grid)[1] > before[1]
    assert sum(drawn(grid)) == sum(before)
    for _press in range(3):
        qtbot.keyClick(grid.table, Qt.Key.Key_Left, alt_shift)
    assert drawn(grid)[1] < before[1]
    next(action for action in grid.column_actions if action.text() == "Độ rộng cột theo nội dung").trigger()
    assert (grid.widths, drawn(grid)) == ([], before)


@pytest.mark.parametrize("width", [40, 75, 120, 233])
def test_a_row_is_as_high_as_its_words_are_drawn(width: int, qtbot) -> None:
    words = "Ủy ban nhân dân xã Suối Lim phối hợp với Trường Tiểu học số 2 (02 điểm lẻ): 1.250.000 đồng/học sinh"
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    delegate = CellDelegate(table)
    for end in range(1, len(words)):
        text = RichText.of(words[:end])
        assert delegate.height(text, width) >= delegate._laid_out(text, width, "").size().height() - 0.5, words[:end]
