"""Footnotes marked inside tables: rdocx prints their marks and drops their text.

In the layout copy the mark becomes a raised figure, and an unseen mark of the same note follows the table, so the text
stands at the foot of the page where the table ends. Notes are numbered 1, 2, 3 … in the order of their marks.
"""

from __future__ import annotations

import copy

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from documents.pages.owners import W
from documents.pages.paragraphs import P, R, T

_MARK = f"{W}footnoteReference"


def with_notes_after_tables(body: Element) -> bool:
    """Move the notes of each table of ``body`` behind it; say whether there were any."""
    numbers = {mark: number for number, mark in enumerate(body.iter(_MARK), 1)}
    moved = False
    for table in body.findall(f"{W}tbl"):
        marks = list(table.iter(_MARK))
        if marks:
            table.addnext(_unseen(marks))
            moved = True
        for mark in marks:
            _show(mark, numbers[mark])
    return moved


def _unseen(marks: list[Element]) -> Element:
    """Return a paragraph one point high with white marks half a point high."""
    paragraph = etree.Element(P)
    properties = etree.SubElement(paragraph, f"{W}pPr")
    etree.SubElement(
        properties,
        f"{W}spacing",
        {f"{W}before": "0", f"{W}after": "0", f"{W}line": "20", f"{W}lineRule": "exact"},
    )
    for mark in marks:
        run = etree.SubElement(paragraph, R)
        look = etree.SubElement(run, f"{W}rPr")
        etree.SubElement(look, f"{W}color", {f"{W}val": "FFFFFF"})
        etree.SubElement(look, f"{W}sz", {f"{W}val": "1"})
        run.append(copy.deepcopy(mark))
    return paragraph


def _show(mark: Element, number: int) -> None:
    """Put the figure in the mark's place, raised even where the mark's style has gone."""
    run = mark.getparent()
    if run is None:
        return
    figure = etree.Element(T)
    figure.text = str(number)
    run.replace(mark, figure)
    look = run.find(f"{W}rPr")
    if look is None:
        look = etree.Element(f"{W}rPr")
        run.insert(0, look)
    if look.find(f"{W}vertAlign") is None:
        etree.SubElement(look, f"{W}vertAlign", {f"{W}val": "superscript"})
