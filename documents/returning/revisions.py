"""Tracked changes of Word taken as accepted or rejected: afterwards the XML reads as if none had been tracked.

Runs, paragraph marks, rows, cells, moves and changes of properties. A paragraph whose mark goes runs into the next.
"""

from __future__ import annotations

from documents.files import XmlElement
from documents.reading.docx_xml import W, child, local

_ADDED = frozenset({"ins", "moveTo", "cellIns"})
_TAKEN = frozenset({"del", "moveFrom", "cellDel"})
_RANGES = tuple(
    W + name
    for name in (
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart",
        "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart",
        "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd",
    )
)  # fmt: skip
_CHANGES = tuple(
    W + name
    for name in (
        "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange",
        "tblGridChange", "numberingChange",
    )
)  # fmt: skip
_MARKS = frozenset({"ins", "del", "moveFrom", "moveTo"})
_KEPT: dict[str, frozenset[str]] = {
    "pPr": frozenset({"rPr", "sectPr"}),
    "rPr": _MARKS,
    "trPr": _MARKS,
    "tcPr": frozenset({"cellIns", "cellDel", "cellMerge"}),
    "sectPr": frozenset({"headerReference", "footerReference"}),
}
"""Parts of properties that a change of them does not speak of."""
_FIRST = frozenset({"rPr", "sectPr"})
"""Properties in which those parts come before the ones that a change speaks of."""
_RESTORED = {"delText": "t", "delInstrText": "instrText"}


def has_revisions(root: XmlElement) -> bool:
    """Say whether anything below ``root`` is tracked."""
    wanted = [W + name for name in (*_ADDED, *_TAKEN)]
    return next(root.iter(*wanted, *_CHANGES), None) is not None


def resolve(root: XmlElement, *, accept: bool) -> None:
    """Accept or reject all tracked changes below ``root``, in place."""
    gone, kept = (_TAKEN, _ADDED) if accept else (_ADDED, _TAKEN)
    _properties(root, accept=accept)
    _rows_and_cells(root, gone)
    marks = _marks(root, gone)
    for element in list(root.iter(*(W + name for name in gone))):
        _drop(element)
    for element in list(root.iter(*(W + name for name in kept))):
        _unwrap(element)
    for element in list(root.iter(*_RANGES)):
        _drop(element)
    for element in root.iter(*(W + name for name in _RESTORED)):
        element.tag = W + _RESTORED[local(element)]
    for paragraph in marks:
        _run_on(paragraph)


def _properties(root: XmlElement, *, accept: bool) -> None:
    for change in list(root.iter(*_CHANGES)):
        owner = change.getparent()
        if owner is None:
            continue
        owner.remove(change)
        old = next(iter(change), None)
        if accept or old is None:
            continue
        kept = _KEPT.get(local(owner), frozenset())
        for item in list(owner):
            if local(item) not in kept:
                owner.remove(item)
        start = len(owner) if local(owner) in _FIRST else 0
        for at, item in enumerate(list(old), start):
            owner.insert(at, item)


def _rows_and_cells(root: XmlElement, gone: frozenset[str]) -> None:
    """Take out what goes as a whole, and the table when no row of it stays."""
    for name, properties in (("tr", "trPr"), ("tc", "tcPr")):
        for element in list(root.iter(W + name)):
            if _said(child(element, properties), gone):
                _drop(element)
    for table in list(root.iter(W + "tbl")):
        if table.find(f".//{W}tr") is None:
            _drop(table)


def _marks(root: XmlElement, gone: frozenset[str]) -> list[XmlElement]:
    """Return the paragraphs whose mark goes."""
    return [p for p in root.iter(W + "p") if _said(child(child(p, "pPr"), "rPr"), gone)]


def _said(properties: XmlElement | None, names: frozenset[str]) -> bool:
    return properties is not None and any(local(item) in names for item in properties)


def _run_on(paragraph: XmlElement) -> None:
    """Let a paragraph without a mark run into the one after it; an empty one before a table or an end just goes."""
    holder, following = paragraph.getparent(), paragraph.getnext()
    while following is not None and local(following) in ("bookmarkStart", "bookmarkEnd", "proofErr"):
        following = following.getnext()
    if holder is None:
        return
    empty = next(paragraph.iter(W + "r"), None) is None
    if following is not None and local(following) == "p":
        moved = [] if empty else [item for item in paragraph if local(item) != "pPr"]
        at = 1 if child(following, "pPr") is not None else 0
        for item in reversed(moved):
            following.insert(at, item)
        holder.remove(paragraph)
    elif empty and (following is not None or local(holder) == "body"):
        holder.remove(paragraph)


def _drop(element: XmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: XmlElement) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for item in reversed(list(element)):
        parent.insert(at, item)
    parent.remove(element)
