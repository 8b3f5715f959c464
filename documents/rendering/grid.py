"""A table's cells on their grid: which columns each covers, and the places that a merged cell leaves covered."""

from __future__ import annotations

from typing import Literal, NamedTuple

from plans.nodes import Cell

Merge = Literal["", "restart", "continue"]

MOST_COLUMNS = 30
"""As many as stand legibly on a landscape page (Word opens no more than 63); a wider table is printed as several."""

_EMPTY = Cell()


class Slot(NamedTuple):
    """One cell as Word writes it: first column (from 0), columns covered, what it shows, its part in a merge, its
    characters."""

    column: int
    colspan: int
    cell: Cell
    merge: Merge = ""
    plain: str = ""


def lay(rows: list[list[Cell]]) -> list[list[Slot]]:
    """Return each row's slots from left to right; they cover every column once, short rows are filled up."""
    if all(cell.colspan == cell.rowspan == 1 for row in rows for cell in row):
        columns = max([len(row) for row in rows], default=0)
        return [
            _filled([Slot(at, 1, cell, "", cell.text.plain) for at, cell in enumerate(row)], columns) for row in rows
        ]
    covered: dict[tuple[int, int], Slot] = {}
    laid = [_row(rows, index, covered) for index in range(len(rows))]
    columns = max((slot.column + slot.colspan for row in laid for slot in row), default=0)
    return [_filled(row, columns) for row in laid]


def _row(rows: list[list[Cell]], index: int, covered: dict[tuple[int, int], Slot]) -> list[Slot]:
    slots: list[Slot] = []
    column = 0
    cells = list(rows[index])
    while cells or (index, column) in covered:
        above = covered.get((index, column))
        if above:
            slots.append(above)
            column += above.colspan
            continue
        cell = cells.pop(0)
        colspan = max(1, cell.colspan)
        while colspan > 1 and any((index, column + step) in covered for step in range(colspan)):
            colspan -= 1
        below = range(index + 1, min(len(rows), index + max(1, cell.rowspan)))
        for row in below:
            covered[row, column] = Slot(column, colspan, _EMPTY, "continue")
        slots.append(Slot(column, colspan, cell, "restart" if below else "", cell.text.plain))
        column += colspan
    return slots


def _filled(row: list[Slot], columns: int) -> list[Slot]:
    end = row[-1].column + row[-1].colspan if row else 0
    return [*row, *(Slot(column, 1, _EMPTY) for column in range(end, columns))]


def stacked(rows: list[list[Slot]]) -> list[list[list[Slot]]]:
    """Return the laid table as one, or cut at every ``MOST_COLUMNS`` columns into several."""
    columns = max((slot.column + slot.colspan for row in rows for slot in row), default=0)
    if columns <= MOST_COLUMNS:
        return [rows]
    starts = range(0, columns, MOST_COLUMNS)
    return [[_cut(row, start, min(columns, start + MOST_COLUMNS)) for row in rows] for start in starts]


def _cut(row: list[Slot], start: int, end: int) -> list[Slot]:
    found: list[Slot] = []
    for slot in row:
        left, right = max(slot.column, start), min(slot.column + slot.colspan, end)
        if left < right:
            cell = slot.cell if left == slot.column else _EMPTY
            found.append(Slot(left - start, right - left, cell, slot.merge, cell.text.plain))
    return found
