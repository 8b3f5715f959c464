"""Tables as boxes on the page: where each cell stands and how wide it is, header rows, shading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.audit.word import MM_PER_TWIP, number, on, qn, val
from documents.files import XmlElement

_CELL_MARGIN_TWIPS = 108.0


@dataclass(frozen=True, kw_only=True)
class CellBox:
    """A cell. table, row and grid column count from 0, place (in its row) from 1; left_mm: its left edge from that of
    the table; inner_mm: room for text; fill: its own shading as six hex digits, "" for white, None for that of the
    style; style: id of the table style and the parts of it that apply here ("firstRow"), the strongest last, () for
    none; edges: style of its own bottom and top border, "" for none."""

    table: int
    row: int
    column: int
    place: int
    left_mm: float
    width_mm: float
    inner_mm: float
    fill: str | None
    style: tuple[str, ...]
    edges: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(kw_only=True)
class TableBox:
    """A table. left_mm: its left edge from the text area's; header_rows: rows at its top that are repeated;
    section: the section it stands in; cells: each box with its element."""

    index: int
    section: int
    rows: int
    width_mm: float
    left_mm: float
    align: str
    header_rows: int
    cells: list[tuple[CellBox, XmlElement]]


def read_table(element: XmlElement, index: int, section: int) -> TableBox:
    """Return the boxes of a ``w:tbl``."""
    props = element.find(qn("w:tblPr"))
    grid = [number(col.get(qn("w:w"))) for col in element.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")]
    rows = [row for row in element.iter(qn("w:tr")) if _owner(row, "w:tbl") is element]
    margins = _margins(props.find(qn("w:tblCellMar")) if props is not None else None)
    shared = (val(props, "w:tblStyle"), _switched_on(props), margins)
    cells = [pair for at, row in enumerate(rows) for pair in _row(row, index, at, grid, shared)]
    indent = props.find(qn("w:tblInd")) if props is not None else None
    left = number(indent.get(qn("w:w"))) * MM_PER_TWIP if indent is not None else 0.0
    return TableBox(
        index=index,
        section=section,
        rows=len(rows),
        width_mm=max((c.left_mm + c.width_mm for c, _ in cells), default=0.0),
        left_mm=left,
        align=val(props, "w:jc", "left"),
        header_rows=_header_rows(rows),
        cells=cells,
    )


def _owner(element: XmlElement, name: str) -> XmlElement | None:
    return next((a for a in element.iterancestors(qn(name))), None)


def _margins(holder: XmlElement | None) -> float:
    """Return left and right cell margin together, in twips."""
    total = 0.0
    for names in (("left", "start"), ("right", "end")):
        found = [m for n in names if holder is not None and (m := holder.find(qn(f"w:{n}"))) is not None]
        total += number(found[0].get(qn("w:w"))) if found else _CELL_MARGIN_TWIPS
    return total


def _row(
    row: XmlElement, table: int, at: int, grid: list[float], shared: tuple[str, frozenset[str], float]
) -> list[tuple[CellBox, XmlElement]]:
    column = int(number(val(row.find(qn("w:trPr")), "w:gridBefore", "0")))
    found: list[tuple[CellBox, XmlElement]] = []
    left = sum(grid[:column])
    for element in row.iter(qn("w:tc")):
        if _owner(element, "w:tr") is not row:
            continue
        props = element.find(qn("w:tcPr"))
        span = max(1, int(number(val(props, "w:gridSpan", "1"), 1)))
        own = grid[column : column + span]
        width = _own_width(props) or sum(own)
        style, switched_on, margins = shared
        found.append(
            (
                CellBox(
                    table=table,
                    row=at,
                    column=column,
                    place=len(found) + 1,
                    left_mm=left * MM_PER_TWIP,
                    width_mm=width * MM_PER_TWIP,
                    inner_mm=max(0.0, width - margins) * MM_PER_TWIP,
                    fill=_fill(props),
                    style=(style, *_applied(switched_on, (at, len(found)), element)) if style else (),
                    edges=_edges(props),
                ),
                element,
            )
        )
        column += span
        left += width
    return found


def _own_width(props: XmlElement | None) -> float:
    width = props.find(qn("w:tcW")) if props is not None else None
    if width is None or width.get(qn("w:type"), "dxa") != "dxa":
        return 0.0
    return number(width.get(qn("w:w")))


_LOOK_BITS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400
}  # fmt: skip


def _switched_on(props: XmlElement | None) -> frozenset[str]:
    """Return the switches of ``w:tblLook`` that are on; a table without it shows none of its style's parts."""
    look = props.find(qn("w:tblLook")) if props is not None else None
    if look is None:
        return frozenset(("noHBand", "noVBand"))
    text = look.get(qn("w:val"), "")
    bits = int(text, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", text) else 0
    named = {name: look.get(qn(f"w:{name}")) for name in _LOOK_BITS}
    return frozenset(n for n, bit in _LOOK_BITS.items() if (on(named[n]) if named[n] is not None else bits & bit))


def _applied(switched_on: frozenset[str], place: tuple[int, int], cell: XmlElement) -> Iterator[str]:
    """Yield the parts of a table style that apply to a cell, in the order of ECMA-376, 17.7.6: bands, columns, rows.
    place: how many rows stand above it and cells before it."""
    above, before = place
    row = cell.getparent()
    ends_row = next(cell.itersiblings(qn("w:tc")), None) is None
    ends_table = row is not None and next(row.itersiblings(qn("w:tr")), None) is None
    first = ("firstRow" in switched_on, "firstColumn" in switched_on)
    if "noVBand" not in switched_on and before >= first[1]:
        yield f"band{(before - first[1]) % 2 + 1}Vert"
    if "noHBand" not in switched_on and above >= first[0]:
        yield f"band{(above - first[0]) % 2 + 1}Horz"
    places = {"firstColumn": not before, "lastColumn": ends_row, "firstRow": not above, "lastRow": ends_table}
    yield from (_PARTS[name] for name, here in places.items() if here and name in switched_on)


_PARTS = {"firstColumn": "firstCol", "lastColumn": "lastCol", "firstRow": "firstRow", "lastRow": "lastRow"}
"""What a table style calls the part that a switch turns on."""


def _fill(props: XmlElement | None) -> str | None:
    shading = props.find(qn("w:shd")) if props is not None else None
    return None if shading is None else fill_of(shading)


def fill_of(shading: XmlElement) -> str:
    """Return the colour of a ``w:shd`` as six hex digits, "" for none and white."""
    fill = (shading.get(qn("w:fill")) or "auto").upper()
    return "" if fill in ("AUTO", "FFFFFF") else fill


def _edges(props: XmlElement | None) -> dict[str, str]:
    borders = props.find(qn("w:tcBorders")) if props is not None else None
    found = {side: val(borders, f"w:{side}") for side in ("top", "bottom")}
    return {side: style for side, style in found.items() if style not in ("", "nil", "none")}


def _header_rows(rows: list[XmlElement]) -> int:
    count = 0
    for row in rows:
        mark = row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}")
        if mark is None or not on(mark.get(qn("w:val"))):
            break
        count += 1
    return count
