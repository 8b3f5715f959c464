"""Page numbers and running heads: lines at the edge of the page that count up or say the same on every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from documents.reading.pdf.lines import Row
from documents.reading.pdf.shapes import Page

_NUMBER = re.compile(r"\W*(?:(?:Trang|Page)\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?\W*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_EDGE = 0.12
"""Of the page's height: where running heads stand."""

_EDGE_LINES = 3
_MARGIN = 57.0
"""Points (20 mm): text of the decree's layout never stands so near the edge."""


def without_margins(pages: list[Page], rows: list[list[Row]]) -> tuple[list[list[Row]], list[str]]:
    """Return the rows of each page without page numbers and running heads, and what these said."""
    numbered = _numbers(pages, rows)
    repeated = _repeated(pages, rows)
    layout: list[str] = []
    kept: list[list[Row]] = []
    for page, its in zip(pages, rows, strict=True):
        gone = {at for at, row in _edge_rows(page, its) if _key(page, row) in repeated or (page.number, at) in numbered}
        layout += [line.plain for at in sorted(gone) for line in its[at]]
        kept.append([row for at, row in enumerate(its) if at not in gone])
    return kept, layout


def _edge_rows(page: Page, rows: list[Row]) -> Iterator[tuple[int, Row]]:
    """Yield the first and last rows that stand near an edge of the page, with their place."""
    edge = _EDGE * page.height
    for at, row in enumerate(rows):
        outer = at < _EDGE_LINES and row[0].base < edge
        if outer or (at >= len(rows) - _EDGE_LINES and row[0].base > page.height - edge):
            yield at, row


def _value(row: Row) -> int | None:
    match = _NUMBER.fullmatch(row[0].plain) if len(row) == 1 else None
    return int(match[1]) if match else None


def _numbers(pages: list[Page], rows: list[list[Row]]) -> set[tuple[int, int]]:
    """Return page and place of the rows that are page numbers: they are the pages' own, count on from the page before
    or to the next one (an appendix may count anew), or stand in the margin itself."""
    found = [
        (page, at, value)
        for page, its in zip(pages, rows, strict=True)
        for at, row in _edge_rows(page, its)
        if at in (0, len(its) - 1) and (value := _value(row)) is not None
    ]
    offsets = Counter(value - page.number for page, _, value in found)
    values = {(page.number, value) for page, _, value in found}
    return {
        (page.number, at)
        for page, at, value in found
        if offsets[value - page.number] > 1
        or value == page.number + 1
        or {(page.number - 1, value - 1), (page.number + 1, value + 1)} & values
        or min(rows[page.number][at][0].base, page.height - rows[page.number][at][0].base) < _MARGIN
    }


def _key(page: Page, row: Row) -> tuple[bool, int, str]:
    """Return what makes running heads alike: the edge, the height and the words, figures aside."""
    top = row[0].base < page.height / 2
    height = row[0].base if top else page.height - row[0].base
    return top, round(height / 4), _DIGITS.sub("0", " ".join(line.plain for line in row))


def _repeated(pages: list[Page], rows: list[list[Row]]) -> set[tuple[bool, int, str]]:
    """Return the keys of the rows that stand at the edge of most pages."""
    seen = Counter[tuple[bool, int, str]]()
    for page, its in zip(pages, rows, strict=True):
        seen.update({_key(page, row) for _, row in _edge_rows(page, its)})
    needed = max(3, len(pages) // 2)
    return {key for key, count in seen.items() if count >= needed and len(key[2].strip()) > 1}
