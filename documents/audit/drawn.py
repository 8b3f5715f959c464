"""Drawn lines, however a foreign file draws them: anchored or inline shapes, VML, paragraph borders, cell borders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from documents.audit.word import MM_PER_EMU, W_VAL, number, qn
from documents.files import XmlElement

Stroke = Literal["solid", "dotted", "double"]

_THIN_MM = 1.5
"""A box lower than this is a line; letterhead rules are some tenths of a millimetre."""

_DOTTED = re.compile(r"dot|dash", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class DrawnLine:
    """A horizontal line. align: "left", "center", "right" of its column, "" where it is placed by offset_mm from the
    column's left edge; offset_mm None: unknown. source: how it is drawn."""

    length_mm: float
    stroke: Stroke
    source: Literal["shape", "vml", "border", "cell"]
    align: str = ""
    offset_mm: float | None = None
    from_page: bool = False


def drawn_lines(paragraph: XmlElement) -> Iterator[DrawnLine]:
    """Yield the drawn lines anchored in a ``w:p``; of a shape stored twice, the modern form only."""
    for drawing in paragraph.iter(qn("w:drawing")):
        if not _elsewhere(drawing, paragraph):
            yield from _drawing(drawing)
    for shape in paragraph.iter(qn("v:line"), qn("v:rect"), qn("v:shape")):
        if not _elsewhere(shape, paragraph):
            yield from _vml(shape)


def _elsewhere(element: XmlElement, paragraph: XmlElement) -> bool:
    """Say whether the element is the old form of a shape, or stands in a text box (whose own paragraphs are asked)."""
    for ancestor in element.iterancestors():
        if ancestor is paragraph:
            return False
        if ancestor.tag in (qn("mc:Fallback"), qn("w:txbxContent")):
            return True
    return False


def border_line(edge: XmlElement, width_mm: float) -> DrawnLine:
    """Return the line that a paragraph border draws over the width of its paragraph."""
    return DrawnLine(length_mm=width_mm, stroke=border_stroke(edge.get(W_VAL, "")), source="border", align="center")


def border_stroke(style: str) -> Stroke:
    """Return the stroke of a border style of WordprocessingML."""
    if _DOTTED.search(style):
        return "dotted"
    return "double" if style.lower() in ("double", "triple") or "Gap" in style else "solid"


def _drawing(drawing: XmlElement) -> Iterator[DrawnLine]:
    holder = next(iter(drawing), None)
    if holder is None:
        return
    shapes = list(drawing.iter(qn("wps:wsp")))
    for shape in shapes:
        extent = shape.find(f"{qn('wps:spPr')}/{qn('a:xfrm')}/{qn('a:ext')}") if len(shapes) > 1 else None
        extent = extent if extent is not None else holder.find(qn("wp:extent"))
        width, height = _extent(extent)
        if height > _THIN_MM or width <= height or not _shows(shape):
            continue
        align, offset, from_page = _place(holder)
        yield DrawnLine(
            length_mm=width, stroke=_stroke(shape), source="shape", align=align, offset_mm=offset, from_page=from_page
        )


def _extent(extent: XmlElement | None) -> tuple[float, float]:
    if extent is None:
        return 0.0, 0.0
    return number(extent.get("cx")) * MM_PER_EMU, number(extent.get("cy")) * MM_PER_EMU


def _place(holder: XmlElement) -> tuple[str, float | None, bool]:
    """Return alignment, offset from the left in mm and whether that counts from the page's edge."""
    horizontal = holder.find(qn("wp:positionH"))
    if horizontal is None:
        return "", None, False
    align = horizontal.findtext(qn("wp:align"), "")
    offset = horizontal.findtext(qn("wp:posOffset"), "")
    from_page = horizontal.get("relativeFrom") == "page"
    return align, (number(offset) * MM_PER_EMU if offset else None), from_page


_FILLS = tuple(qn(f"a:{kind}") for kind in ("solidFill", "gradFill", "pattFill", "blipFill", "grpFill"))


def _shows(shape: XmlElement) -> bool:
    """Say whether a shape is seen: filled, or with an outline, by itself or by its style. What is neither is stored
    but never drawn."""
    return any(_painted(shape, *names) for names in (("", "fillRef"), ("a:ln", "lnRef")))


def _painted(shape: XmlElement, part: str, reference: str) -> bool:
    holder = shape.find(qn("wps:spPr"))
    holder = holder.find(qn(part)) if holder is not None and part else holder
    if holder is not None and any(child.tag in _FILLS for child in holder):
        return True
    if holder is not None and holder.find(qn("a:noFill")) is not None:
        return False
    styled = shape.find(f"{qn('wps:style')}/{qn(f'a:{reference}')}")
    return styled is not None and styled.get("idx", "0") != "0"


def _stroke(shape: XmlElement) -> Stroke:
    line = shape.find(f"{qn('wps:spPr')}/{qn('a:ln')}")
    if line is None:
        return "solid"
    dash = line.find(qn("a:prstDash"))
    if dash is not None and _DOTTED.search(dash.get("val", "")):
        return "dotted"
    return "double" if line.get("cmpd", "sng") in ("dbl", "thickThin", "thinThick", "tri") else "solid"


_LENGTH = re.compile(r"^\s*(-?[\d.]+)\s*(pt|in|cm|mm|px)?\s*$")
_MM = {"pt": 25.4 / 72, "in": 25.4, "cm": 10.0, "mm": 1.0, "px": 25.4 / 96, None: 25.4 / 96}


def _mm(text: str) -> float | None:
    match = _LENGTH.match(text)
    return float(match[1]) * _MM[match[2]] if match else None


def _group_scale(shape: XmlElement) -> float:
    """Return what a plain figure of a shape in a group is worth: the group's width over its own count of units. Plain
    figures were taken for pixels."""
    group = shape.getparent()
    if group is None or group.tag != qn("v:group"):
        return 1.0
    width = _mm(_style(group).get("width", ""))
    units = number(group.get("coordsize", "1000,1000").split(",")[0], 1000)
    return width / units / _MM[None] if width and units > 0 else 1.0


def _style(shape: XmlElement) -> dict[str, str]:
    return dict(part.strip().split(":", 1) for part in shape.get("style", "").split(";") if ":" in part)


def _vml_shows(shape: XmlElement) -> bool:
    """Say whether a shape of the old kind is seen; its outline is on and its fill white unless it says otherwise."""
    if shape.get("stroked", "t").lower() not in ("f", "false", "0"):
        return True
    filled = shape.get("filled", "t").lower() not in ("f", "false", "0") and shape.tag != qn("v:line")
    return filled and shape.get("fillcolor", "white").lower() not in ("white", "#ffffff", "#fff")


def _vml(shape: XmlElement) -> Iterator[DrawnLine]:
    style = _style(shape)
    left = _mm(style.get("margin-left", ""))
    if shape.tag == qn("v:line"):
        ends = [[_mm(figure) or 0.0 for figure in shape.get(name, "0,0").split(",")] for name in ("from", "to")]
        (x1, y1), (x2, y2) = ends[0][:2], ends[1][:2]
        width, height = abs(x2 - x1), abs(y2 - y1)
        left = min(x1, x2) if left is None else left + min(x1, x2)
    else:
        width, height = _mm(style.get("width", "")) or 0.0, _mm(style.get("height", "")) or 0.0
    scale = _group_scale(shape)
    width, height = width * scale, height * scale
    if height > _THIN_MM or width <= max(height, 1.0) or not _vml_shows(shape):
        return
    stroke = shape.find(qn("v:stroke"))
    dotted = stroke is not None and stroke.get("dashstyle", "solid") not in ("solid", "")
    double = stroke is not None and stroke.get("linestyle", "single").lower() not in ("single", "")
    yield DrawnLine(
        length_mm=width,
        stroke="dotted" if dotted else "double" if double else "solid",
        source="vml",
        align=style.get("mso-position-horizontal", "").replace("absolute", ""),
        offset_mm=left,
        from_page=style.get("mso-position-horizontal-relative") == "page",
    )
