"""Names of WordprocessingML and small, forgiving looks at its elements: a wrong value counts as not given."""

from __future__ import annotations

from collections.abc import Iterator

from documents.files import XmlElement

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VML = "{urn:schemas-microsoft-com:vml}"

STRICT_NAMES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
)
"""Namespaces of the strict form of the format and those of the usual form, which are read alike."""

TWIPS_PER_MM = 1440 / 25.4

_UNDERSTOOD = (
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2012/wordml",
)
_OFF = frozenset({"0", "false", "off"})


def child(element: XmlElement | None, name: str) -> XmlElement | None:
    """Return the first child ``w:name``, None where there is none."""
    return None if element is None else element.find(W + name)


def value(element: XmlElement | None, name: str | None = None, attribute: str = "val") -> str | None:
    """Return the attribute of ``element`` (or of its child ``w:name``), None where it is missing."""
    found = child(element, name) if name else element
    given = None if found is None else found.get(W + attribute)
    return None if given is None else str(given)


def number(text: str | None) -> int | None:
    """Return ``text`` as a whole number, None where it is none. Word writes some measures with decimals."""
    try:
        return None if text is None else int(float(text))
    except (ValueError, OverflowError):
        return None


def switch(element: XmlElement | None, name: str) -> bool | None:
    """Return what the on/off property ``w:name`` says, None where it is not given."""
    found = child(element, name)
    return None if found is None else (value(found) or "1").lower() not in _OFF


def local(element: XmlElement) -> str:
    """Return the element's name without namespace."""
    return element.tag.rpartition("}")[2]


def is_word(element: XmlElement) -> bool:
    """Say whether the element belongs to WordprocessingML proper."""
    return element.tag.startswith(W)


def branch(alternate: XmlElement) -> XmlElement | None:
    """Return the one branch of an ``mc:AlternateContent`` to read: its content stands in the file several times."""
    for choice in alternate.findall(MC + "Choice"):
        needed = str(choice.get("Requires") or "").split()
        if needed and all(choice.nsmap.get(prefix) in _UNDERSTOOD for prefix in needed):
            return choice
    fallback = alternate.find(MC + "Fallback")
    return fallback if fallback is not None else alternate.find(MC + "Choice")


def below(element: XmlElement, wanted: str, stop: str = "") -> Iterator[XmlElement]:
    """Yield the descendants named ``wanted`` (full name), each alternate content once, none below another of
    them or below an element named ``stop``."""
    for item in element:
        if item.tag == wanted:
            yield item
        elif item.tag == MC + "AlternateContent":
            chosen = branch(item)
            if chosen is not None:
                yield from below(chosen, wanted, stop)
        elif not stop or item.tag != stop:
            yield from below(item, wanted, stop)
