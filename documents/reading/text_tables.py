"""Tables in text: cells parted by tabs or pipes. A head that the page repeats is layout.

Cells that stand each on a line of their own are the matter of ``text_cells``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.reading.text_lines import Line, words
from documents.reading.text_marks import clean
from plans.nodes import Cell
from plans.text import EMPTY, RichText, Span

_SEPARATOR = re.compile(r"^\s*\|?[\s:|\-–—]+\|?\s*$")
_CONTENT = re.compile(r"\w")
_BREAK = re.compile(r"[ \t]?<br\s?/?>[ \t]?", re.IGNORECASE)


@dataclass(slots=True)
class FoundTable:
    """A table made of the lines ``first`` to ``last``; layout: its words that are no cell's (a repeated head)."""

    first: int
    last: int
    rows: list[list[Cell]] = field(default_factory=list[list[Cell]])
    header_rows: int = 1
    layout: list[str] = field(default_factory=list[str])
    guessed: bool = False


def split_row(raw: str) -> list[str] | None:
    """Return the cells of a line that is a row of a table, None where it is none."""
    line = raw.strip("\n\r ")
    if line.count("|") >= 2 and line.lstrip().startswith("|"):
        if _SEPARATOR.match(line):
            return []
        inner = line.strip()[1:]
        return [cell.strip() for cell in (inner.removesuffix("|")).split("|")]
    if "\t" in line.strip("\t"):
        return [cell.strip() for cell in line.split("\t")]
    return None


def ruled_tables(lines: list[Line], allowed: list[bool]) -> Iterator[FoundTable]:
    """Yield the tables whose rows have tabs or pipes, among the lines that are ``allowed``."""
    rows = [split_row(line.raw) if allowed[n] else None for n, line in enumerate(lines)]
    number = 0
    while number < len(lines):
        cells = rows[number]
        if cells is None:
            number += 1
            continue
        last = _last_row(lines, rows, number)
        if last > number and any(rows[number : last + 1]):
            yield _table(lines, rows, number, last)
        number = last + 1


def _last_row(lines: list[Line], rows: list[list[str] | None], first: int) -> int:
    """Return the last line of the table that begins at ``first``; a cell's text may go on over lines without tabs."""
    last = first
    for number in range(first + 1, len(lines)):
        if rows[number] is not None:
            last = number
        elif number - last > 2 or lines[number].gap or not lines[number].plain[0].islower():
            break
    return last


def _table(lines: list[Line], rows: list[list[str] | None], first: int, last: int) -> FoundTable:
    found = FoundTable(first, last)
    texts: list[list[str]] = []
    for number in range(first, last + 1):
        cells = rows[number]
        if cells is None and texts:
            texts[-1][-1] = f"{texts[-1][-1]} {lines[number].plain}".strip()
        elif cells and texts and len(texts) > 1 and words(" ".join(cells)) == words(" ".join(texts[0])):
            found.layout.append(" ".join(texts[0]))
        elif cells and _goes_on(cells, texts):
            texts[-1] = [" ".join(filter(None, pair)) for pair in zip(texts[-1], cells, strict=True)]
        elif cells:
            texts.append(cells)
    width = max(len(cells) for cells in texts)
    found.rows = [[Cell(text=_rich(cell)) for cell in [*cells, *[""] * (width - len(cells))]] for cells in texts]
    return found


def _goes_on(cells: list[str], texts: list[list[str]]) -> bool:
    """Say whether a row only wraps the one before: its first cell is empty, others begin in lower case or are empty."""
    if len(texts) < 2 or len(cells) != len(texts[-1]) or cells[0] or not texts[-1][0]:
        return False
    written = [cell for cell in cells if cell]
    return bool(written) and all(cell[0].islower() for cell in written)


def _rich(cell: str) -> RichText:
    if not _CONTENT.search(cell):
        return RichText.of(cell) if cell else EMPTY
    spans: list[Span] = []
    for line in _BREAK.split(cell):
        spans += [Span("\n"), *(span for piece in clean(line) for span in piece.text)]
    return RichText.join(spans[1:]).stripped()
