"""What rdocx can't lay out, written so that it can, in the copy that is laid out; the DOCX itself stays as it is.

Known faults (rdocx 0.16): notes marked in cells are dropped (``cell_notes``), words wider than the line run off the
paper (``long_words``), lines broken by hand are stretched (``soft_breaks``), rows are never broken and merged cells
draw their borders off the page (``table_rows``), widths in per cent are ignored (``table_widths``). A page ends exactly
at its margin, so that a line less may stand on each than in LibreOffice (a plan of 5,000 lines had 167 pages for 162).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from documents.pages.cell_notes import with_notes_after_tables
from documents.pages.long_words import soften
from documents.pages.owners import W
from documents.pages.paragraphs import TWIP, Looks, P
from documents.pages.soft_breaks import unstretch
from documents.pages.table_rows import cell_width, loosen
from documents.pages.table_widths import fix_widths

FOOT = 10
"""Twips (0.18 mm)."""

_SECTION = f"{W}sectPr"
_A4 = (467.0, 728.0)  # points: text width and height of the decree's page, where a section says nothing


def adapt(document: Element, styles: bytes | None) -> bool:
    """Rewrite ``w:document`` in place; say whether anything was. ``styles``: styles.xml, None where there is none."""
    body = document.find(f"{W}body")
    if body is None:
        return False
    looks = Looks(etree.fromstring(styles) if styles else None)
    changed = _lower_the_foot(body)
    for block, width, height in blocks(body):
        if block.tag == f"{W}tbl":
            changed |= fix_widths(block, width)
            for paragraph in block.iter(P):
                changed |= soften(paragraph, _cell_room(paragraph, width), looks)
            changed |= loosen(block, height, looks)
        else:
            for paragraph in block.iter(P):
                changed |= soften(paragraph, width, looks)
                changed |= unstretch(paragraph, looks)
    return with_notes_after_tables(body) or changed


def _lower_the_foot(body: Element) -> bool:
    """Let pages end ``FOOT`` lower, as LibreOffice lets a last line stand that goes beyond the margin by less."""
    margins = [margin for margin in body.iter(f"{W}pgMar") if _twips(margin, "bottom") > FOOT]
    for margin in margins:
        margin.set(f"{W}bottom", str(_twips(margin, "bottom") - FOOT))
    return bool(margins)


def _cell_room(paragraph: Element, width: float) -> float:
    cell = paragraph.getparent()
    return cell_width(cell) if cell is not None and cell.tag == f"{W}tc" else width


def blocks(body: Element) -> Iterator[tuple[Element, float, float]]:
    """Yield each block with the text width and height of its section, from the last up."""
    room = _A4
    for block in reversed(list(body)):
        section = next(block.iter(_SECTION), None)
        room = room if section is None else _room(section)
        yield block, *room


def _room(section: Element) -> tuple[float, float]:
    size, margin = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margin is None:
        return _A4
    width = _twips(size, "w") - _twips(margin, "left") - _twips(margin, "right")
    height = _twips(size, "h") - _twips(margin, "top") - _twips(margin, "bottom")
    return (width * TWIP, height * TWIP) if width > 0 < height else _A4


def _twips(element: Element, name: str) -> int:
    value = (element.get(f"{W}{name}") or "").removeprefix("-")
    return int(value) if value.isdigit() else 0
