"""A table's cells as a grid with spans, and the moves on it: rows, columns, merge, split. No Qt.

Every move returns a new grid; cells are shared or replaced, never changed in place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from plans.nodes import Align, Cell
from plans.text import EMPTY, RichText

Place = tuple[int, int]


@dataclass(frozen=True)
class Grid:
    """``cells``: each cell by the place of its upper left corner (row, column), from 0."""

    rows: int
    columns: int
    cells: dict[Place, Cell]

    @staticmethod
    def of(rows: Sequence[Sequence[Cell]]) -> Grid:
        """Return the grid of a table's ``rows``; ragged rows are filled up with empty cells."""
        cells: dict[Place, Cell] = {}
        covered: set[Place] = set()
        for at, row in enumerate(rows):
            column = 0
            for cell in row:
                while (at, column) in covered:
                    column += 1
                cells[at, column] = cell
                covered.update(_area(at, column, cell))
                column += cell.colspan
        height = max((row + 1 for row, _column in covered), default=0)
        width = max((column + 1 for _row, column in covered), default=0)
        return Grid(max(height, len(rows)), width, cells).filled()

    def as_rows(self) -> list[list[Cell]]:
        """Return the cells as a table lists them."""
        order = sorted(self.cells)
        return [[self.cells[place] for place in order if place[0] == row] for row in range(self.rows)]

    def filled(self) -> Grid:
        """Return the grid with an empty cell at every place that none covers."""
        covered = {place for at, cell in self.cells.items() for place in _area(*at, cell)}
        every = ((row, column) for row in range(self.rows) for column in range(self.columns))
        return replace(self, cells=self.cells | {place: Cell() for place in every if place not in covered})

    def owner(self, place: Place) -> Place:
        """Return the corner of the cell that covers ``place``."""
        return next((at for at, cell in self.cells.items() if place in _area(*at, cell)), place)

    def with_text(self, place: Place, text: RichText) -> Grid:
        """Return the grid with another text in the cell at a corner."""
        cell = self.cells.get(place)
        return replace(self, cells=self.cells | {place: replace(cell, text=text)}) if cell else self

    def with_block(self, place: Place, block: Sequence[Sequence[RichText]]) -> Grid:
        """Return the grid with the texts of ``block`` in its cells from ``place`` on, rows and columns added where it
        is too small. A merged cell that would have to take several texts is split."""
        width = max((len(row) for row in block), default=0)
        size = (max(self.rows, place[0] + len(block)), max(self.columns, place[1] + width))
        grid = Grid(*size, self.cells).filled()
        for down, row in enumerate(block):
            for right, text in enumerate(row):
                here = (place[0] + down, place[1] + right)
                if here not in grid.cells and text:
                    grid = grid.split(grid.owner(here))
                grid = grid.with_text(here, text)
        return grid

    def texts_between(self, first: Place, last: Place) -> list[list[str]]:
        """Return the characters of the cells between two corners, "" where a cell reaches over."""
        return [
            [
                self.cells[row, column].text.plain if (row, column) in self.cells else ""
                for column in range(first[1], last[1] + 1)
            ]
            for row in range(first[0], last[0] + 1)
        ]

    def cleared(self, places: Iterable[Place]) -> Grid:
        """Return the grid with the cells that cover ``places`` without text."""
        grid = self
        for owner in {self.owner(place) for place in places}:
            grid = grid.with_text(owner, EMPTY)
        return grid

    def aligned(self, places: Iterable[Place], align: Align) -> Grid:
        """Return the grid with the cells that cover ``places`` aligned."""
        owners = {self.owner(place) for place in places}
        return replace(self, cells={at: replace(c, align=align) if at in owners else c for at, c in self.cells.items()})

    def with_row(self, at: int) -> Grid:
        """Return the grid with an empty row before row ``at``; cells that span over it grow."""
        cells: dict[Place, Cell] = {}
        for (row, column), cell in self.cells.items():
            if row >= at:
                cells[row + 1, column] = cell
            elif row + cell.rowspan > at:
                cells[row, column] = replace(cell, rowspan=cell.rowspan + 1)
            else:
                cells[row, column] = cell
        return Grid(self.rows + 1, self.columns, cells).filled()

    def without_row(self, at: int) -> Grid:
        """Return the grid without row ``at``; cells that span over it shrink. The last row stays."""
        if self.rows <= 1:
            return self
        cells: dict[Place, Cell] = {}
        for (row, column), cell in self.cells.items():
            if row > at:
                cells[row - 1, column] = cell
            elif row + cell.rowspan <= at:
                cells[row, column] = cell
            elif cell.rowspan > 1:
                cells[row, column] = replace(cell, rowspan=cell.rowspan - 1)
        return Grid(self.rows - 1, self.columns, cells).filled()

    def with_column(self, at: int) -> Grid:
        """Return the grid with an empty column before column ``at``."""
        return self.turned().with_row(at).turned()

    def without_column(self, at: int) -> Grid:
        """Return the grid without column ``at``."""
        return self.turned().without_row(at).turned()

    def merged(self, first: Place, last: Place) -> Grid:
        """Return the grid with all cells between two corners as one; cells reaching out of it widen it. The texts
        follow each other as paragraphs."""
        top, left, bottom, right = self._closed(first, last)
        inside = [at for at in sorted(self.cells) if top <= at[0] <= bottom and left <= at[1] <= right]
        if len(inside) < 2:
            return self
        texts = [self.cells[at].text for at in inside if self.cells[at].text]
        whole = replace(self.cells[inside[0]], text=_joined(texts), rowspan=bottom - top + 1, colspan=right - left + 1)
        kept = {at: cell for at, cell in self.cells.items() if at not in inside}
        return replace(self, cells=kept | {(top, left): whole})

    def split(self, place: Place) -> Grid:
        """Return the grid with the cell at a corner as single cells; the first keeps the text."""
        cell = self.cells.get(place)
        if cell is None:
            return self
        return replace(self, cells=self.cells | {place: replace(cell, rowspan=1, colspan=1)}).filled()

    def _closed(self, first: Place, last: Place) -> tuple[int, int, int, int]:
        """Return the smallest area that holds both places and cuts through no cell."""
        top, bottom = sorted((first[0], last[0]))
        left, right = sorted((first[1], last[1]))
        while True:
            inside = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
            touched = [(at, cell) for at, cell in self.cells.items() if inside & set(_area(*at, cell))]
            wider = (
                min(at[0] for at, _cell in touched),
                min(at[1] for at, _cell in touched),
                max(at[0] + cell.rowspan - 1 for at, cell in touched),
                max(at[1] + cell.colspan - 1 for at, cell in touched),
            )
            if wider == (top, left, bottom, right):
                return wider
            top, left, bottom, right = wider

    def turned(self) -> Grid:
        """Return the grid with rows for columns."""
        cells = {
            (column, row): replace(cell, rowspan=cell.colspan, colspan=cell.rowspan)
            for (row, column), cell in self.cells.items()
        }
        return Grid(self.columns, self.rows, cells)


def _area(row: int, column: int, cell: Cell) -> list[Place]:
    return [(r, c) for r in range(row, row + cell.rowspan) for c in range(column, column + cell.colspan)]


def _joined(texts: Sequence[RichText]) -> RichText:
    whole = EMPTY
    for text in texts:
        whole = whole + RichText.of("\n") + text if whole else text
    return whole
