"""The moves on a table's grid: spans grow, shrink and never overlap."""

import random

import pytest

from desktop.table_grid import Grid
from plans.nodes import Cell
from plans.text import RichText


def cell(text, colspan=1, rowspan=1):
    return Cell(text=RichText.of(text), colspan=colspan, rowspan=rowspan)


@pytest.fixture
def headed():
    return [
        [cell("TT", rowspan=2), cell("Nguồn", colspan=2)],
        [cell("xã"), cell("tỉnh")],
        [cell("1"), cell("2"), cell("3")],
    ]


def texts(grid):
    return [[c.text.plain for c in row] for row in grid.as_rows()]


def test_rows_come_out_as_they_went_in(headed):
    grid = Grid.of(headed)
    assert (grid.rows, grid.columns) == (3, 3)
    assert grid.as_rows() == headed
    assert grid.owner((1, 0)) == (0, 0)
    assert grid.owner((0, 2)) == (0, 1)


def test_ragged_rows_are_filled_up():
    assert texts(Grid.of([[cell("a")], [cell("b"), cell("c")]])) == [["a", ""], ["b", "c"]]
    assert Grid.of([]).as_rows() == []


def test_a_row_inside_a_span_widens_it(headed):
    grid = Grid.of(headed).with_row(1)
    assert texts(grid) == [["TT", "Nguồn"], ["", ""], ["xã", "tỉnh"], ["1", "2", "3"]]
    assert grid.cells[0, 0].rowspan == 3


def test_taking_a_row_out_shrinks_the_span_and_keeps_its_text(headed):
    grid = Grid.of(headed).without_row(0)
    assert texts(grid) == [["TT", "xã", "tỉnh"], ["1", "2", "3"]]
    assert grid.cells[0, 0].rowspan == 1


def test_columns_come_and_go_like_rows(headed):
    assert texts(Grid.of(headed).with_column(2)) == [["TT", "Nguồn"], ["xã", "", "tỉnh"], ["1", "2", "", "3"]]
    assert texts(Grid.of(headed).without_column(2)) == [["TT", "Nguồn"], ["xã"], ["1", "2"]]


def test_the_last_row_and_column_stay():
    single = Grid.of([[cell("a")]])
    assert single.without_row(0) == single
    assert single.without_column(0) == single


def test_merging_joins_the_texts_and_splitting_leaves_them_in_the_first(headed):
    merged = Grid.of(headed).merged((2, 0), (2, 1))
    assert texts(merged)[2] == ["1\n2", "3"]
    assert texts(merged.split((2, 0)))[2] == ["1\n2", "", "3"]


def test_merging_takes_in_cells_that_reach_out(headed):
    merged = Grid.of(headed).merged((1, 1), (2, 1))
    assert merged.cells[1, 1].rowspan == 2
    wider = Grid.of(headed).merged((0, 1), (1, 1))
    assert (wider.cells[0, 1].rowspan, wider.cells[0, 1].colspan) == (2, 2)


def test_merging_one_cell_changes_nothing(headed):
    assert Grid.of(headed).merged((0, 0), (1, 0)) == Grid.of(headed)


@pytest.mark.parametrize("seed", range(10))
def test_after_any_moves_every_place_is_covered_once(headed, seed):
    chance = random.Random(seed)
    grid = Grid.of(headed)
    for _round in range(25):
        row, column = chance.randrange(grid.rows), chance.randrange(grid.columns)
        other = (chance.randrange(grid.rows), chance.randrange(grid.columns))
        moves = [grid.with_row(row), grid.without_row(row), grid.with_column(column), grid.without_column(column)]
        grid = chance.choice([*moves, grid.merged((row, column), other), grid.split(grid.owner((row, column)))])
        covered = [
            (r, c)
            for (top, left), one in grid.cells.items()
            for r in range(top, top + one.rowspan)
            for c in range(left, left + one.colspan)
        ]
        assert sorted(covered) == [(r, c) for r in range(grid.rows) for c in range(grid.columns)]
        assert Grid.of(grid.as_rows()) == grid


def test_a_block_of_texts_fills_cells_and_makes_the_room_it_needs():
    grid = Grid.of([[cell("a"), cell("b")], [cell("c"), cell("d")]])
    block = [[RichText.of(text) for text in row] for row in (("1", "2"), ("3",), ("4", "5"))]
    assert texts(grid.with_block((1, 1), block)) == [["a", "b", ""], ["c", "1", "2"], ["", "3", ""], ["", "4", "5"]]


def test_a_block_splits_a_merged_cell_only_when_it_brings_it_two_texts():
    grid = Grid.of([[cell("a", colspan=2)], [cell("c"), cell("d")]])
    assert texts(grid.with_block((0, 0), [[RichText.of("1"), RichText.of("")]])) == [["1"], ["c", "d"]]
    assert texts(grid.with_block((0, 0), [[RichText.of("1"), RichText.of("2")]])) == [["1", "2"], ["c", "d"]]
