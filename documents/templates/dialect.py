"""The dialect of an office's program, put right: values that LibreOffice writes and the schema of Word does not know.

Nothing printed changes. Parts in which nothing is wrong stay byte for byte as they are.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from documents.files import XmlElement, parse_xml
from documents.templates.places import W

_ON_OR_OFF = ("cantSplit", "tblHeader", "hidden", "noWrap", "tcFitText", "hideMark")
"""Elements whose value Word's schema writes "on" or "off", never "true"; on is what they mean without a value."""
_TELLTALE = (b"charSpace", b"characterSet", b'"true"', b'"false"', b"numPr")
_NUMBERING = "word/numbering.xml"


def in_words_dialect(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a template with the values of other programs put right."""
    return {name: _righted(name, data, lists=_NUMBERING in parts) for name, data in parts.items()}


def _righted(name: str, data: bytes, *, lists: bool) -> bytes:
    if not (name.startswith("word/") and name.endswith(".xml") and any(mark in data for mark in _TELLTALE)):
        return data
    root = parse_xml(data, Path(name))
    changes = [_switch(item) for item in root.iter(*(f"{W}{name}" for name in _ON_OR_OFF))]
    changes += [_without(item, "charSpace") for item in root.iter(f"{W}docGrid")]
    changes += [_without(item, "characterSet") for item in root.iter(f"{W}charset")]
    changes += [] if lists else [_dropped(item) for item in list(root.iter(f"{W}numPr"))]
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True) if any(changes) else data


def _switch(item: XmlElement) -> bool:
    value = item.get(f"{W}val")
    if value in ("false", "0"):
        item.set(f"{W}val", "off")
        return True
    return value in ("true", "1") and _without(item, "val")


def _dropped(item: XmlElement) -> bool:
    """Take an element out: a paragraph in a list that the file does not hold."""
    holder = item.getparent()
    if holder is None:
        return False
    holder.remove(item)
    return True


def _without(item: XmlElement, attribute: str) -> bool:
    """Take an attribute away; say whether it was there. A grid of lines alone needs no width of characters."""
    name = f"{W}{attribute}"
    if item.get(name) is None:
        return False
    del item.attrib[name]
    return True
