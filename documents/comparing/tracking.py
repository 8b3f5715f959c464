"""The elements of tracked changes: who changed what, numbered through one document, dated the same at every run."""

from __future__ import annotations

import copy

from lxml import etree

from documents.files import XmlElement
from documents.reading.docx_xml import W, child, local

AUTHOR = "Kế Hoạch"
DATE = "2000-01-01T00:00:00Z"
"""No clock: the same pair gives the same bytes."""

_UNSAID: dict[str, tuple[str, ...]] = {
    "pPr": ("rPr", "sectPr"),
    "sectPr": ("headerReference", "footerReference"),
    "trPr": ("ins", "del"),
    "tcPr": ("cellIns", "cellDel", "cellMerge"),
}
"""What changes of properties cannot speak of (ISO/IEC 29500-1, 17.13.5)."""
_AFTER_RUN_PROPERTIES = frozenset({W + "sectPr", W + "pPrChange"})


class Tracker:
    """Makes the marks of one document."""

    def __init__(self) -> None:
        self._count = 0

    def mark(self, name: str) -> XmlElement:
        """Return an empty ``w:name`` (ins, del, pPrChange) of ours."""
        self._count += 1
        element = etree.Element(W + name)
        element.set(W + "id", str(self._count))
        element.set(W + "author", AUTHOR)
        element.set(W + "date", DATE)
        return element

    def whole_paragraph(self, paragraph: XmlElement, name: str) -> None:
        """Mark the paragraph's own mark as inserted or deleted."""
        properties = child(paragraph, "pPr")
        if properties is None:
            properties = etree.Element(W + "pPr")
            paragraph.insert(0, properties)
        run = child(properties, "rPr")
        if run is None:
            run = etree.Element(W + "rPr")
            last = next(
                (at for at, item in enumerate(properties) if item.tag in _AFTER_RUN_PROPERTIES), len(properties)
            )
            properties.insert(last, run)
        at = sum(1 for item in run if item.tag == W + "ins")
        run.insert(at, self.mark(name))

    def whole_row(self, row: XmlElement, name: str) -> None:
        """Mark a table row as inserted or deleted."""
        properties = child(row, "trPr")
        if properties is None:
            properties = etree.Element(W + "trPr")
            before = child(row, "tblPrEx")
            row.insert(0 if before is None else 1, properties)
        properties.append(self.mark(name))

    def properties(self, paragraph: XmlElement, old: XmlElement) -> None:
        """Record that the paragraph had the properties of ``old``, where those are others."""
        self._record(paragraph, child(old, "pPr"), "pPr")

    def section(self, section: XmlElement, old: XmlElement) -> None:
        """Record that a section had the page of ``old``, where that is another; headers are not spoken of."""
        self._change(section, old)

    def table(self, table: XmlElement, old: XmlElement) -> None:
        """Record the looks and the columns that a table had, where those are others."""
        self._record(table, child(old, "tblPr"), "tblPr")
        grid, was = child(table, "tblGrid"), child(old, "tblGrid")
        if grid is not None and was is not None and _canonical(grid) != _canonical(was):
            change = etree.SubElement(grid, W + "tblGridChange")
            self._count += 1
            change.set(W + "id", str(self._count))
            change.append(copy.deepcopy(was))

    def row(self, row: XmlElement, old: XmlElement) -> None:
        """Record the properties that a row and its cells had, where those are others."""
        self._record(row, child(old, "trPr"), "trPr")
        for cell, was in zip(row.findall(W + "tc"), old.findall(W + "tc"), strict=True):
            self._record(cell, child(was, "tcPr"), "tcPr")

    def _record(self, owner: XmlElement, was: XmlElement | None, name: str) -> None:
        """Record what the properties ``name`` of ``owner`` were; None: it had none."""
        given = child(owner, name)
        old = etree.Element(W + name) if was is None else was
        if given is None:
            if not len(_plain(old)):
                return
            given = etree.Element(W + name)
            owner.insert(0, given)
        self._change(given, old)

    def _change(self, given: XmlElement, old: XmlElement) -> None:
        was = _plain(old)
        if _canonical(_plain(given)) == _canonical(was):
            return
        change = self.mark(f"{local(given)}Change")
        change.append(was)
        given.append(change)


def _canonical(element: XmlElement) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True)


def _plain(properties: XmlElement) -> XmlElement:
    """Return properties without what a change of them cannot speak of, free of inherited namespaces."""
    found = etree.Element(properties.tag, nsmap={"w": W[1:-1]})
    unsaid = {W + name for name in _UNSAID.get(local(properties), ())}
    for item in properties:
        if item.tag not in unsaid and not local(item).endswith("Change"):
            found.append(copy.deepcopy(item))
    return found
