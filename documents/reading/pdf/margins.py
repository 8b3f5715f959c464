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


def without_margins(pages: list[Page], rows: list[list[Row]]) -> tuple[list[list[Row]], list[str]]:
    """Return the rows of each page without page numbers and running heads, and what these said."""
    numbered = _numbered(pages, rows)
    repeated = _repeated(pages, rows)
    layout: list[str] = []
    kept: list[list[Row]] = []
    for page, its in zip(pages, rows, strict=True):
        gone = {at for at, row in _edge_rows(page, its) if _key(page, row) in repeated or _is_number(page, row, numbered)}
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


def _numbered(pages: list[Page], rows: list[list[Row]]) -> int | None:
    """Return by how much the printed numbers differ from the pages' own, None where nothing counts up."""
    offsets = Counter[int]()
    for page, its in zip(pages, rows, strict=True):
        offsets.update({value - page.number for _, row in _edge_rows(page, its) if (value := _value(row)) is not None})
    if not offsets:
        return None
    offset, count = offsets.most_common(1)[0]
    return offset if count >= 2 or offset == 1 else None


def _is_number(page: Page, row: Row, offset: int | None) -> bool:
    return offset is not None and _value(row) == page.number + offset


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
