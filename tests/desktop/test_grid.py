"""The grid field: how it shares out its width, follows its table and keeps what is typed in an open cell."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from desktop.fields.grid import GridField, shared_out
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
