"""Rows and merged cells that rdocx can't carry over a page break, written so that it can.

rdocx never breaks a row and draws the border of a vertically merged cell off the page. In the layout copy such a cell
is a column of cells without borders between them, its words about where they stood; a row that may break, or that is
higher than a page, is several rows without borders between them. Heights are estimates: that is enough to choose by.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from documents.pages.owners import W
from documents.pages.paragraphs import TWIP, Looks, P, cut, height_about, height_of

LINES = 2
"""Lines of a paragraph that stay together when a row is cut."""

_SLICE = 36.0  # points: about the height of a part of a row, a little more than LINES of 12 or 13 points
_LONG = 140.0  # points: a row that may break is cut only where it is higher
_TALL = 0.85  # of a page: a higher row is cut though it should not be
_PADDING = 8.5  # points: both margins of a cell
_TC, _TC_PR, _TR_PR = f"{W}tc", f"{W}tcPr", f"{W}trPr"
_HEADER = f"{_TR_PR}/{W}tblHeader"
_V_MERGE, _GRID_SPAN, _TC_W = f"{W}vMerge", f"{W}gridSpan", f"{W}tcW"
_AFTER_BORDERS = {
    f"{W}{name}" for name in ("shd", "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign", "hideMark")
}


@dataclass(frozen=True)
class _Place:
    """A cell and the grid column where it begins."""

    cell: Element
    column: int


def loosen(table: Element, page_height: float, looks: Looks) -> bool:
    """Rewrite the rows of ``table`` where needed; say whether anything was."""
    changed = _stop_repeating(table, page_height)
    rows = [row for row in table.iterfind(f"{W}tr") if row.find(_HEADER) is None]
    changed |= _unmerge(rows, looks)
    for row in rows:
        if max((_roughly(cell) for cell in row.iterchildren(_TC)), default=0.0) < _LONG / 2:
            continue
        heights = [_height(cell, looks) for cell in row.iterchildren(_TC)]
        slice_height = _slice_height(row, max(heights, default=0.0), page_height)
        if slice_height and row.find(f".//{W}tbl") is None:
            _cut_row(row, slice_height, looks)
            changed = True
    return changed


def _stop_repeating(table: Element, page_height: float) -> bool:
    """Make header rows that would fill half of each page rows like the others, lest the text run off below them."""
    heads = [mark for row in table.iterfind(f"{W}tr") if (mark := row.find(_HEADER)) is not None]
    cells = [cell for mark in heads for row in mark.iterancestors(f"{W}tr") for cell in row.iterchildren(_TC)]
    if max((_roughly(cell) for cell in cells), default=0.0) < page_height / 2:
        return False
    for mark in heads:
        _remove(mark)
    return True


def _slice_height(row: Element, height: float, page_height: float) -> float:
    """Return how high the parts are into which a row is cut, 0 for one that stays whole. A row that should not break
    is cut into parts of nearly a page, so that it begins on a page of its own, as it does in Word."""
    if row.find(f"{_TR_PR}/{W}cantSplit") is None:
        return _SLICE if height > _LONG else 0.0
    return _TALL * page_height if height > _TALL * page_height else 0.0


# merged cells


def _unmerge(rows: Sequence[Element], looks: Looks) -> bool:
    open_groups: dict[int, list[Element]] = {}
    groups: list[list[Element]] = []
    for row in rows:
        merged = {place.column: place.cell for place in _places(row) if _merge(place.cell) is not None}
        for column, cell in merged.items():
            if _merge(cell) == "restart" or column not in open_groups:
                open_groups[column] = []
                groups.append(open_groups[column])
            open_groups[column].append(cell)
        open_groups = {column: group for column, group in open_groups.items() if column in merged}
    for group in groups:
        _spread(group, looks)
    return bool(groups)


def _places(row: Element) -> list[_Place]:
    before = row.find(f"{_TR_PR}/{W}gridBefore")
    column = _count(before)
    found: list[_Place] = []
    for cell in row.iterchildren(_TC):
        found.append(_Place(cell, column))
        column += max(1, _count(_setting(cell, _GRID_SPAN)))
    return found


def _count(element: Element | None) -> int:
    value = "" if element is None else element.get(f"{W}val") or ""
    return int(value) if value.isdigit() else 0


def _merge(cell: Element) -> str | None:
    """Return "restart" or "continue", None for a cell that is not merged."""
    merge = _setting(cell, _V_MERGE)
    return None if merge is None else merge.get(f"{W}val") or "continue"


def _spread(group: list[Element], looks: Looks) -> None:
    """Make a merged cell's parts cells of their own that look like one, its paragraphs over them."""
    heights = [_row_height(cell, looks) for cell in group]
    first, width = group[0], cell_width(group[0])
    words = [piece for paragraph in first.findall(P) for piece in cut(paragraph, width, looks.of(paragraph), 1)]
    own = [height_of(piece, width, looks.of(piece)) for piece in words]
    is_centred = _vertical(first) == "center"
    for at, cell in enumerate(group):
        _drop(cell, f"{W}vMerge")
        _open_borders(cell, top=at > 0, bottom=at < len(group) - 1)
    if sum(own) <= heights[0] and not is_centred:
        return
    start = max((sum(heights) - sum(own)) / 2, 0.0) if is_centred else 0.0
    _distribute(group, heights, words, own, start)


def _distribute(
    group: list[Element], heights: list[float], words: list[Element], own: list[float], start: float
) -> None:
    """Put each paragraph into the cell at its height; a cell left empty keeps an empty paragraph."""
    shares: list[list[int]] = [[] for _ in group]
    at = start
    for index, height in enumerate(own):
        middle, row, top = at + height / 2, 0, 0.0
        while row < len(group) - 1 and middle >= top + heights[row]:
            top += heights[row]
            row += 1
        shares[row].append(index)
        at += height
    empty = copy.deepcopy(words[0]) if words else etree.Element(P)
    for child in list(empty):
        if child.tag != f"{W}pPr":
            empty.remove(child)
    for cell, share in zip(group, shares, strict=True):
        _fill(cell, [words[index] for index in share] or [copy.deepcopy(empty)])


def _row_height(cell: Element, looks: Looks) -> float:
    """Return the height of a merged cell's row by the other cells in it."""
    row = cell.getparent()
    others = [] if row is None else [other for other in row.iterchildren(_TC) if _merge(other) is None]
    return max([_height(other, looks) for other in others], default=0.0)


# rows that are cut


def _cut_row(row: Element, slice_height: float, looks: Looks) -> None:
    """Replace a row by several, each with a slice of every cell."""
    cells = list(row.iterfind(_TC))
    slices = [_slices(cell, slice_height, looks) for cell in cells]
    total = max(len(one) for one in slices)
    parts: list[Element] = []
    for number in range(total):
        part = etree.Element(row.tag)
        parts.append(part)
        part.extend(copy.deepcopy(child) for child in row if child.tag in (_TR_PR, f"{W}tblPrEx"))
        for cell, own in zip(cells, slices, strict=True):
            part.append(_slice_of(cell, own, number, total))
    for part in parts[:-1]:
        for mark in list(part.iter(f"{W}keepNext")):
            _remove(mark)
    for part in reversed(parts):
        row.addnext(part)
    _remove(row)


def _slices(cell: Element, slice_height: float, looks: Looks) -> list[list[Element]]:
    """Return the paragraphs of a cell in groups of about a slice's height."""
    width = cell_width(cell)
    found: list[list[Element]] = [[]]
    used = 0.0
    for paragraph in cell.findall(P):
        look = looks.of(paragraph)
        for piece in cut(paragraph, width, look, LINES):
            height = height_of(piece, width, look)
            if found[-1] and used + height > slice_height:
                found.append([])
                used = 0.0
            found[-1].append(piece)
            used += height
    return found


def _slice_of(cell: Element, slices: list[list[Element]], number: int, total: int) -> Element:
    made = etree.Element(_TC)
    properties = cell.find(_TC_PR)
    if properties is not None:
        made.append(copy.deepcopy(properties))
    _drop(made, f"{W}vAlign")  # what goes on over a page stands at the top, in LibreOffice too
    _fill(made, slices[number] if number < len(slices) and slices[number] else [_thin(cell)])
    _open_borders(made, top=number > 0, bottom=number < total - 1)
    return made


def _thin(cell: Element) -> Element:
    """Return an empty paragraph in the style of a cell's first."""
    empty = etree.Element(P)
    properties = cell.find(f"{P}/{W}pPr")
    if properties is not None:
        empty.append(copy.deepcopy(properties))
    return empty


# cells


def _setting(cell: Element, tag: str) -> Element | None:
    properties = cell[0] if len(cell) else None
    return None if properties is None or properties.tag != _TC_PR else next(properties.iterchildren(tag), None)


def _height(cell: Element, looks: Looks) -> float:
    width = cell_width(cell)
    return sum(height_about(paragraph, width, looks.of(paragraph)) for paragraph in cell.iterchildren(P))


def _roughly(cell: Element) -> float:
    """Return a height by the number of letters alone, to pass over the many rows that are low."""
    letters = sum(map(len, cast("Iterator[str]", cell.itertext())))
    return (len(cell) + letters * 7 / cell_width(cell)) * 16


def cell_width(cell: Element) -> float:
    """Return the points between the margins of a cell."""
    width = _setting(cell, _TC_W)
    value = "" if width is None or width.get(f"{W}type") != "dxa" else width.get(f"{W}w") or ""
    return max((int(value) * TWIP if value.isdigit() else 100.0) - _PADDING, 6.0)


def _vertical(cell: Element) -> str:
    align = _setting(cell, f"{W}vAlign")
    return "top" if align is None else align.get(f"{W}val") or "top"


def _fill(cell: Element, paragraphs: list[Element]) -> None:
    for paragraph in cell.findall(P):
        cell.remove(paragraph)
    cell.extend(paragraphs)


def _open_borders(cell: Element, *, top: bool, bottom: bool) -> None:
    """Take away the border above or below, or both."""
    properties = cell.find(_TC_PR)
    if properties is None:
        properties = etree.Element(_TC_PR)
        cell.insert(0, properties)
    borders = properties.find(f"{W}tcBorders")
    if borders is None:
        borders = etree.Element(f"{W}tcBorders")
        later = next((child for child in properties if child.tag in _AFTER_BORDERS), None)
        properties.append(borders) if later is None else later.addprevious(borders)
    for side in [name for name, is_open in (("top", top), ("bottom", bottom)) if is_open]:
        line = borders.find(f"{W}{side}")
        if line is None:
            line = etree.SubElement(borders, f"{W}{side}")
        line.attrib.clear()
        line.set(f"{W}val", "nil")


def _drop(cell: Element, tag: str) -> None:
    for child in cell.findall(f"{_TC_PR}/{tag}"):
        _remove(child)


def _remove(element: Element) -> None:
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)
