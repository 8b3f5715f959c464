"""Tables as boxes on the page: where each cell stands and how wide it is, header rows, shading."""

from __future__ import annotations

from dataclasses import dataclass, field

from documents.audit.word import MM_PER_TWIP, number, on, qn, val
from documents.files import XmlElement

_CELL_MARGIN_TWIPS = 108.0


@dataclass(frozen=True, kw_only=True)
class CellBox:
    """A cell. table, row and grid column count from 0, place (in its row) from 1; left_mm: its left edge from that of
    the table; inner_mm: room for text; fill: shading as six hex digits, "" for none; edges: style of its own bottom and
    top border, "" for none."""

    table: int
    row: int
    column: int
    place: int
    left_mm: float
    width_mm: float
    inner_mm: float
    fill: str
    style: str
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
    shared = (val(props, "w:tblStyle"), margins)
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
    row: XmlElement, table: int, at: int, grid: list[float], shared: tuple[str, float]
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
        style, margins = shared
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
                    style=style,
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


def _fill(props: XmlElement | None) -> str:
    shading = props.find(qn("w:shd")) if props is not None else None
    fill = (shading.get(qn("w:fill")) or "auto").upper() if shading is not None else "AUTO"
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
