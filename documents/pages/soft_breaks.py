"""Lines broken by hand: rdocx stretches them to both margins, which the DOCX forbids (doNotExpandShiftReturn)."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from documents.pages.owners import W
from documents.pages.paragraphs import Looks

_PROPERTIES, _ALIGN, _BREAK, _TYPE = f"{W}pPr", f"{W}jc", f"{W}br", f"{W}type"
_BEHIND_ALIGN = {f"{W}{name}" for name in ("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId",
                                           "cnfStyle", "rPr", "sectPr", "pPrChange")}  # fmt: skip


def unstretch(paragraph: Element, looks: Looks) -> bool:
    """Set a justified paragraph with a line broken by hand flush left; say whether it was one."""
    broken = any(found.get(_TYPE, "textWrapping") == "textWrapping" for found in paragraph.iter(_BREAK))
    if not broken or not looks.justified(paragraph):
        return False
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        paragraph.insert(0, properties)
    align = properties.find(_ALIGN)
    if align is None:
        align = etree.Element(_ALIGN)
        place = next((at for at, child in enumerate(properties) if child.tag in _BEHIND_ALIGN), len(properties))
        properties.insert(place, align)
    align.set(f"{W}val", "left")
    return True
