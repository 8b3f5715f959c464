"""Tables with drawn rules: the cells between the rules, merged where no rule parts them, filled with their words."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from documents.reading.pdf.shapes import Rule, Word

_NEAR = 2.5
"""Points: rules this close are one."""

_DRAWN = 0.6
"""Of a cell's side: how much of it a rule must cover to be its border."""

_MOST_LINES = 400


@dataclass(slots=True)
class GridCell:
    """A cell: its place in the grid, how many columns and rows it takes, its edges and words."""

    row: int
    column: int
    colspan: int
    rowspan: int
    x0: float
    x1: float
    words: list[Word] = field(default_factory=list[Word])


@dataclass(slots=True)
class Grid:
    """A ruled table on one page; columns and rows: the places of the rules; owners: the cell that holds a place."""

    columns: list[float]
    rows: list[float]
    cells: list[GridCell]
    owners: dict[tuple[int, int], GridCell] = field(default_factory=dict[tuple[int, int], GridCell])

    def __post_init__(self) -> None:
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.rowspan):
                self.owners |= {(row, column): cell for column in range(cell.column, cell.column + cell.colspan)}

    @property
    def top(self) -> float:
        return self.rows[0]

    @property
    def bottom(self) -> float:
        return self.rows[-1]


def grids_of(rules: list[Rule], words: list[Word]) -> tuple[list[Grid], list[Word]]:
    """Return the tables that the rules draw, top to bottom, filled, and the words that stand in none of them."""
    grids = [grid for group in _groups(rules) if (grid := _grid(group))]
    rest: list[Word] = []
    for word in words:
        home = next((cell for grid in grids if (cell := _cell_at(grid, word))), None)
        (rest if home is None else home.words).append(word)
    kept = [grid for grid in grids if any(cell.words for cell in grid.cells)]
    return sorted(kept, key=lambda grid: grid.top), rest


def _groups(rules: list[Rule]) -> list[list[Rule]]:
    """Return the rules that touch each other, by group."""
    level = sorted((r for r in rules if r.is_level), key=lambda r: r.y0)
    upright = sorted((r for r in rules if not r.is_level), key=lambda r: r.x0)
    parent = list(range(len(level) + len(upright)))
    starts = [rule.x0 for rule in upright]

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    for at, rule in enumerate(level):
        first, last = bisect_right(starts, rule.x0 - _NEAR), bisect_right(starts, rule.x1 + _NEAR)
        for other in range(first, last):
            if upright[other].y0 - _NEAR <= rule.y0 <= upright[other].y1 + _NEAR:
                parent[root(at)] = root(len(level) + other)
    groups: defaultdict[int, list[Rule]] = defaultdict(list)
    for at, rule in enumerate([*level, *upright]):
        groups[root(at)].append(rule)
    return list(groups.values())


def _grid(group: list[Rule]) -> Grid | None:
    """Return the table that touching rules draw, None where they draw none."""
    columns = _places([rule.x0 for rule in group if not rule.is_level])
    rows = _places([rule.y0 for rule in group if rule.is_level])
    if not (2 <= len(columns) <= _MOST_LINES and 2 <= len(rows) <= _MOST_LINES) or len(columns) + len(rows) < 5:
        return None
    level, upright = _cover(group, columns, rows)
    return Grid(columns, rows, _cells(columns, rows, level, upright))


def _places(values: list[float]) -> list[float]:
    """Return the distinct places among nearly equal values."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= _NEAR:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _cover(
    group: list[Rule], columns: list[float], rows: list[float]
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Return which sides of the elementary cells are drawn: (row line, column) level, (row, column line) upright."""
    level: defaultdict[tuple[int, int], float] = defaultdict(float)
    upright: defaultdict[tuple[int, int], float] = defaultdict(float)
    for rule in group:
        if rule.is_level:
            line = _nearest(rows, rule.y0)
            for column, (left, right) in enumerate(pairwise(columns)):
                level[line, column] += max(0.0, min(right, rule.x1) - max(left, rule.x0)) / max(right - left, 0.1)
        else:
            line = _nearest(columns, rule.x0)
            for row, (top, bottom) in enumerate(pairwise(rows)):
                upright[row, line] += max(0.0, min(bottom, rule.y1) - max(top, rule.y0)) / max(bottom - top, 0.1)
    drawn_level = {side for side, share in level.items() if share >= _DRAWN}
    return drawn_level, {side for side, share in upright.items() if share >= _DRAWN}


def _nearest(places: list[float], value: float) -> int:
    at = bisect_right(places, value)
    return min((place for place in (at - 1, at) if 0 <= place < len(places)), key=lambda p: abs(places[p] - value))


def _cells(
    columns: list[float], rows: list[float], level: set[tuple[int, int]], upright: set[tuple[int, int]]
) -> list[GridCell]:
    taken: set[tuple[int, int]] = set()
    cells: list[GridCell] = []
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            if (row, column) in taken:
                continue
            across = 1
            while (
                column + across < len(columns) - 1
                and (row, column + across) not in upright
                and (row, column + across) not in taken
            ):
                across += 1
            down = 1
            while row + down < len(rows) - 1 and _is_open(row + down, column, across, level, upright):
                down += 1
            taken |= {(r, c) for r in range(row, row + down) for c in range(column, column + across)}
            cells.append(GridCell(row, column, across, down, columns[column], columns[column + across]))
    return cells


def _is_open(row: int, column: int, across: int, level: set[tuple[int, int]], upright: set[tuple[int, int]]) -> bool:
    """Say whether the places ``column`` to ``column + across`` of ``row`` belong to the cell above them."""
    inner = range(column + 1, column + across)
    return not any((row, c) in level for c in range(column, column + across)) and not any(
        (row, line) in upright for line in inner
    )


def _cell_at(grid: Grid, word: Word) -> GridCell | None:
    x, y = word.middle
    if not (grid.columns[0] <= x <= grid.columns[-1] and grid.top <= y <= grid.bottom):
        return None
    return grid.owners.get((bisect_right(grid.rows, y) - 1, bisect_right(grid.columns, x) - 1))
