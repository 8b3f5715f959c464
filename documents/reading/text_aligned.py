"""Tables whose columns are held apart by runs of blanks, as text taken from PDF or typed by hand has them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from documents.reading.text_lines import Line
from documents.reading.text_openers import ends_sentence
from documents.reading.text_tables import FoundTable
from plans.nodes import Cell
from plans.text import RichText

_PIECE = re.compile(r"\S+(?:\s\S+)*")
_LEAST_ROWS = 3
_LEAST_COLUMNS = 3
_LONGEST = 300
"""Lines; what goes on longer is looked at in pieces, so that no file takes long."""

_SLACK = 2
"""Columns of characters by which a cell may stand left of its column."""

Pieces = list[tuple[int, str]]


def aligned_tables(lines: list[Line], allowed: list[bool]) -> Iterator[FoundTable]:
    """Yield the tables among the lines that are ``allowed``: three rows or more, three columns or more."""
    parted = [_pieces(line) if allowed[at] else [] for at, line in enumerate(lines)]
    at = 0
    while at < len(lines):
        last = _last(lines, parted, at) if len(parted[at]) >= _LEAST_COLUMNS else at
        table = _table(parted, at, last) if last > at else None
        if table is not None:
            yield table
            at = table.last
        at += 1


def _pieces(line: Line) -> Pieces:
    """Return the pieces of a line that two blanks or more part, with where they begin."""
    found = [(match.start(), match[0]) for match in _PIECE.finditer(line.raw.expandtabs(8))]
    return found if all(len(text) <= 70 for _, text in found) else []


def _last(lines: list[Line], parted: list[Pieces], first: int) -> int:
    """Return the last line that may belong to the table: parted ones, and short ones set in from the left."""
    last = first
    second = parted[first][1][0] - _SLACK
    for at in range(first + 1, min(len(lines), first + _LONGEST)):
        set_in = bool(parted[at]) and parted[at][0][0] >= second
        if lines[at].gap > 1 or not (len(parted[at]) >= 2 or set_in):
            break
        last = at
    return last


def _table(parted: list[Pieces], first: int, last: int) -> FoundTable | None:
    rows = parted[first : last + 1]
    columns = Counter(len(row) for row in rows).most_common(1)[0][0]
    full = [row for row in rows if len(row) == columns]
    if columns < _LEAST_COLUMNS or len(full) < _LEAST_ROWS:
        return None
    starts = [min(row[at][0] for row in full) for at in range(columns)]
    if any(right - left < _SLACK for left, right in pairwise(starts)) or _is_prose(full):
        return None
    found = FoundTable(first, last)
    texts: list[list[str]] = []
    for row in rows:
        cells = _placed(row, starts)
        if texts and not cells[0]:
            texts[-1] = [" ".join(filter(None, pair)) for pair in zip(texts[-1], cells, strict=True)]
        else:
            texts.append(cells)
    found.rows = [[Cell(text=RichText.of(text)) for text in row] for row in texts]
    return found if len(texts) >= _LEAST_ROWS else None


def _is_prose(rows: list[Pieces]) -> bool:
    """Say whether the lines are justified text with wide gaps: most of them end like sentences or in long pieces."""
    return sum(ends_sentence(row[-1][1]) and len(row[-1][1]) > 25 for row in rows) * 2 > len(rows)


def _placed(row: Pieces, starts: list[int]) -> list[str]:
    """Return the texts of a row, each in the last column that begins left of it."""
    cells = [""] * len(starts)
    for start, text in row:
        column = max((at for at, left in enumerate(starts) if left <= start + _SLACK), default=0)
        cells[column] = f"{cells[column]} {text}".strip()
    return cells
