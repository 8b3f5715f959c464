"""Tables whose cells stand each on lines of their own, with rows that are counted: the counts tell where rows begin.

A head that begins with "STT" or "TT" gives the columns, "1", "2", "3" … the rows. Where every row has as many cells as
the head, nothing was guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.reading.text_labels import parse_label
from documents.reading.text_lines import Line
from documents.reading.text_openers import ends_sentence
from documents.reading.text_tables import FoundTable
from plans.nodes import Cell
from plans.text import RichText, Span

_COUNT_HEAD = re.compile(r"^(?:S?TT|Stt|Số TT|Số thứ tự)\.?$")
_LONGEST_HEAD = 12
_LONGEST_CELL = 12
"""Lines; a longer group is running text."""


@dataclass(slots=True)
class _Cells:
    """The cells that follow each other from some line on: their lines, first and last."""

    lines: list[Line]
    spans: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    def plain(self, at: int) -> str:
        first, last = self.spans[at]
        return " ".join(line.plain for line in self.lines[first : last + 1])

    def text(self, at: int) -> RichText:
        first, last = self.spans[at]
        spans = [span for line in self.lines[first : last + 1] for span in (Span(" "), *line.text)]
        return RichText.join(spans[1:])


def counted_tables(lines: list[Line], allowed: list[bool]) -> Iterator[FoundTable]:
    """Yield the counted tables among the lines that are ``allowed``."""
    number = 0
    while number < len(lines):
        table = _table(lines, allowed, number) if allowed[number] and _COUNT_HEAD.match(lines[number].plain) else None
        if table is not None:
            yield table
            number = table.last
        number += 1


def _table(lines: list[Line], allowed: list[bool], start: int) -> FoundTable | None:
    parted = start + 1 < len(lines) and lines[start + 1].gap > 0
    cells = _Cells(lines)
    for first, last in _groups(lines, allowed, start, parted=parted):
        cells.spans.append((first, last))
    columns = next((at for at in range(1, min(_LONGEST_HEAD, len(cells.spans))) if cells.plain(at) in ("1", "01")), 0)
    if columns < 2:
        return None
    found = FoundTable(start, start)
    found.rows.append([Cell(text=cells.text(at)) for at in range(columns)])
    at, count = columns, 1
    while (end := _row_end(cells, at, count, columns, parted=parted)) is not None:
        if end - at < columns and not parted:
            return None
        row = [Cell(text=cells.text(place)) for place in range(at, end)]
        found.rows.append(row + [Cell()] * (columns - len(row)))
        found.guessed = found.guessed or len(row) < columns
        found.last = cells.spans[end - 1][1]
        at, count = _behind_head(cells, end, columns, found), count + 1
    return found if count > 2 else None


def _groups(lines: list[Line], allowed: list[bool], start: int, *, parted: bool) -> Iterator[tuple[int, int]]:
    """Yield the first and last lines of the cells from ``start`` on: parted by blank lines, else each line is one."""
    first = start
    for number in range(start, len(lines) + 1):
        ends = number == len(lines) or not allowed[number]
        if number > first and (ends or not parted or lines[number].gap > 0):
            if number - first > _LONGEST_CELL:
                return
            yield first, number - 1
            first = number
        if ends:
            return


def _row_end(cells: _Cells, at: int, count: int, columns: int, *, parted: bool) -> int | None:
    """Return the place behind the row ``count`` that begins at ``at``, None where none does."""
    if at >= len(cells.spans) or not _is_count(cells.plain(at), count):
        return None
    for end in range(at + 2, min(at + columns, len(cells.spans)) + 1):
        if end == len(cells.spans) or _is_count(cells.plain(end), count + 1) or _begins_text(cells, end):
            return end
        if parted and cells.plain(end) == cells.plain(0):
            return end
    return at + columns if at + columns <= len(cells.spans) else None


def _is_count(plain: str, count: int) -> bool:
    return plain.rstrip(".").lstrip("0") == str(count)


def _begins_text(cells: _Cells, at: int) -> bool:
    """Say whether the cell is none: a heading or a sentence behind the table."""
    plain = cells.plain(at)
    label = parse_label(plain)
    return (label is not None and not plain.startswith(("-", "+"))) or (ends_sentence(plain) and len(plain) > 90)


def _behind_head(cells: _Cells, at: int, columns: int, found: FoundTable) -> int:
    """Return the place behind a head that the page repeats at ``at``; its words are layout."""
    if at + columns > len(cells.spans):
        return at
    again = [cells.plain(at + place) for place in range(columns)]
    if again != [cells.plain(place) for place in range(columns)]:
        return at
    found.layout.append(" ".join(again))
    return at + columns
