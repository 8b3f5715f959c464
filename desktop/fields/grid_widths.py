"""How wide the columns of a table are drawn in the grid field, and how high its rows: in pixels or in shares."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFontMetrics

from desktop.fields.grid_cells import CELL_PADDING
from desktop.table_grid import Grid
from plans.text import RichText

LOWEST = 24
"""Pixels: no row is lower, however little its cells say."""


def natural_shares(grid: Grid) -> list[float]:
    """Return shares by the longest text of each column, kept within bounds."""
    lengths = [4.0] * grid.columns
    for (_row, column), cell in grid.cells.items():
        if cell.colspan == 1:
            lengths[column] = max(lengths[column], min(30.0, float(len(cell.text.plain))))
    return lengths


def word_widths(grid: Grid, metrics: QFontMetrics) -> list[int]:
    """Return the width of the longest word in each column, with the padding of a cell."""
    words: list[set[str]] = [set() for _ in range(grid.columns)]
    for (_row, column), cell in grid.cells.items():
        if cell.colspan == 1:
            words[column].update(cell.text.plain.split())
    measured = {word: metrics.horizontalAdvance(word) for word in set[str]().union(*words)}
    widest = (max((measured[word] for word in each), default=0) + 2 * CELL_PADDING + 4 for each in words)
    return [max(24, width) for width in widest]


def shared_out(room: int, shares: Sequence[float], least: Sequence[int]) -> list[int]:
    """Return widths that fill ``room`` in ``shares``, each at least ``least`` where there is room for that."""
    if sum(least) >= room:
        shares, least = [float(width) for width in least], [0] * len(least)
    narrow: set[int] = set()
    while True:
        left = room - sum(least[at] for at in narrow)
        whole = sum(share for at, share in enumerate(shares) if at not in narrow) or 1.0
        widths = [least[at] if at in narrow else int(left * share / whole) for at, share in enumerate(shares)]
        more = {at for at, width in enumerate(widths) if width < least[at]} - narrow
        if not more:
            break
        narrow |= more
    widths[-1] += room - sum(widths)
    return widths


def row_heights(grid: Grid, widths: Sequence[int], measured: Callable[[RichText, int], int]) -> list[int]:
    """Return how high each row is in columns of these widths; ``measured``: how high a text is in a width. A cell over
    several rows asks for nothing."""
    heights = [LOWEST] * grid.rows
    for (row, column), cell in grid.cells.items():
        if cell.rowspan == 1:
            heights[row] = max(heights[row], measured(cell.text, sum(widths[column : column + cell.colspan])))
    return heights
