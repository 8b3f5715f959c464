"""The elements of tracked changes: who changed what, numbered through one document, dated the same at every run."""

from __future__ import annotations

import copy

from lxml import etree

from documents.files import XmlElement
from documents.reading.docx_xml import W, child

AUTHOR = "Kế Hoạch"
DATE = "2000-01-01T00:00:00Z"
"""No clock: the same pair gives the same bytes."""

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
        now, was = _plain(child(paragraph, "pPr")), _plain(child(old, "pPr"))
        if _canonical(now) == _canonical(was):
            return
        change = self.mark("pPrChange")
        change.append(was)
        given = child(paragraph, "pPr")
        if given is None:
            given = etree.Element(W + "pPr")
            paragraph.insert(0, given)
        given.append(change)


def _canonical(element: XmlElement) -> bytes:
    return etree.tostring(element, method="c14n", exclusive=True)


def _plain(properties: XmlElement | None) -> XmlElement:
    """Return paragraph properties without what a change of them cannot speak of, free of inherited namespaces."""
    found = etree.Element(W + "pPr", nsmap={"w": W[1:-1]})
    given: list[XmlElement] = [] if properties is None else list(properties)
    for item in given:
        if item.tag not in (W + "rPr", W + "sectPr", W + "pPrChange"):
            found.append(copy.deepcopy(item))
    return found
