"""Which drawn line belongs to which text: the rules under Tiêu ngữ, under the issuer and under the trích yếu."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from documents.audit.audited import Audited
from documents.audit.drawn import DrawnLine, border_stroke
from documents.audit.flow import Para

_CELL_PADDING_MM = 1.9
_LONG_SHARE = 0.75
"""Where text boxes hold the head and lines hang outside them, only their length tells: shorter is the issuer's."""


@dataclass(frozen=True, kw_only=True)
class Ruler:
    """A drawn line with the paragraph that carries it. centre_mm: of the line from the text area's left edge, None
    unknown; column: left edge and width of the column it stands in."""

    line: DrawnLine
    para: Para
    centre_mm: float | None
    column: tuple[float, float]


def rulers(audited: Audited) -> dict[str, Ruler]:
    """Return the drawn lines by what they stand under: "motto", "issuer", "subject"."""
    found: dict[str, Ruler] = {}
    for ruler in _head_rulers(audited):
        found.setdefault(_side(audited, ruler), ruler)
    for para in audited.parts.subject_after:
        for line in para.drawn:
            found.setdefault("subject", _ruler(audited, para, line))
    return found


def _head_rulers(audited: Audited) -> Iterator[Ruler]:
    head = audited.parts.head
    for para in head.paras:
        for line in para.drawn:
            yield _ruler(audited, para, line)
    table = next((t for t in audited.flow.tables if t.index == head.table), None)
    for cell, _ in table.cells if table else ():
        for style in cell.edges.values():
            para = next((p for p in head.paras if p.cell == cell), None)
            if para is None:
                continue
            centre = cell.left_mm + cell.width_mm / 2
            line = DrawnLine(length_mm=cell.width_mm, stroke=border_stroke(style), source="cell", align="center")
            yield Ruler(line=line, para=para, centre_mm=centre, column=(cell.left_mm, cell.width_mm))


def _ruler(audited: Audited, para: Para, line: DrawnLine) -> Ruler:
    section = audited.flow.sections[min(para.section, len(audited.flow.sections) - 1)]
    left, width = (para.cell.left_mm, para.cell.width_mm) if para.cell else (0.0, section.text_mm)
    inner = left + (_CELL_PADDING_MM if para.cell else 0.0)
    room = width - (2 * _CELL_PADDING_MM if para.cell else 0.0)
    centre: float | None = None
    if line.source == "border":
        centre = inner + para.look.left_mm + line.length_mm / 2
    elif line.align in ("left", "center", "right"):
        half = line.length_mm / 2
        centre = inner + {"left": half, "center": room / 2, "right": room - half}[line.align]
    elif line.offset_mm is not None:
        start = line.offset_mm - section.margins["left"] if line.from_page else inner + line.offset_mm
        centre = start + line.length_mm / 2
    return Ruler(line=line, para=para, centre_mm=centre, column=(left, width))


def _side(audited: Audited, ruler: Ruler) -> str:
    """Say what a line of the head stands under, by where its middle is; where that is unknown, by its paragraph."""
    nation = audited.parts.head.nation
    if nation is None:
        return "issuer"
    if nation.para.cell is None:
        return _untabled_side(audited, ruler)
    left, width = nation.para.cell.left_mm, nation.para.cell.width_mm
    if ruler.centre_mm is not None:
        return "motto" if left <= ruler.centre_mm <= left + width else "issuer"
    in_column = ruler.para.cell is not None and ruler.para.cell.column == nation.para.cell.column
    return "motto" if in_column else "issuer"


def _untabled_side(audited: Audited, ruler: Ruler) -> str:
    head = audited.parts.head
    nation = head.nation
    if nation is not None and nation.tabbed and ruler.centre_mm is not None:
        return "motto" if ruler.centre_mm > ruler.column[1] / 2 else "issuer"
    if nation is not None and head.motto is not None and nation.para.box and not ruler.para.box:
        return "motto" if ruler.line.length_mm > _LONG_SHARE * head.motto.width_mm else "issuer"
    above = [line for line in head.lines if line.para.number <= ruler.para.number and line is not head.title]
    last = max(above, key=lambda line: line.para.number, default=None)
    return "motto" if last in (head.motto, head.nation, head.date) else "issuer"
