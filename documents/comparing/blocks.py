"""Two rows of paragraphs and tables as one with tracked changes: paired by bookmarks of nodes, else by words."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

from documents.comparing.runs import Runs
from documents.comparing.tracking import Tracker
from documents.files import XmlElement
from documents.reading.docx_text import words
from documents.reading.docx_xml import W, child, local, number, value
from documents.returning.aligning import Pairs, align, rising
from documents.returning.cells import row_pairs
from documents.returning.shown import PREFIX, Line
from plans.nodes import Cell
from plans.text import RichText
from resources.texts import gettext as _

_MARKS = ("bookmarkStart", "bookmarkEnd")
_IN_PARAGRAPH = frozenset({"pPr", "r", *_MARKS})
_IN_CELL = frozenset({"tcPr", "p", *_MARKS})


class Untold(Exception):
    """This pair cannot be told with tracked changes; ``reason``: why, in words that end a clerk's sentence."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Blocks:
    """Compares the contents of a body, a cell or a note."""

    def __init__(self, tracker: Tracker, runs: Runs, break_style: str) -> None:
        self._tracker = tracker
        self._runs = runs
        self._break_style = break_style

    def body(self, old: list[XmlElement], new: list[XmlElement]) -> list[XmlElement]:
        """Return the blocks of ``new``, those of ``old`` that are gone among them; what moved goes and comes."""
        pairs = _steady(align([_line(item) for item in old], [_line(item) for item in new]))
        return list(self._parted(self._merged(old, new, pairs)))

    def small(self, old: list[XmlElement], new: list[XmlElement]) -> list[XmlElement]:
        """Return the paragraphs of a cell or a note. Their last ones are paired: that mark cannot be deleted."""
        lines = [[_line(item) for item in items[:-1]] for items in (old, new)]
        pairs = _steady(align(*lines))
        if old and new:
            pairs[len(old) - 1] = len(new) - 1
        return list(self._merged(old, new, pairs))

    def _merged(self, old: list[XmlElement], new: list[XmlElement], pairs: Pairs) -> Iterator[XmlElement]:
        back = {there: here for here, there in pairs.items()}
        at = 0
        for place, item in enumerate(new):
            if place not in back:
                yield self._whole(item, "ins")
                continue
            for gone in old[at : back[place]]:
                yield self._whole(gone, "del")
            at = back[place] + 1
            yield from self._pair(old[back[place]], item)
        for gone in old[at:]:
            yield self._whole(gone, "del")

    def _pair(self, old: XmlElement, new: XmlElement) -> list[XmlElement]:
        if old.tag == W + "p":
            return self._paragraphs(old, new)
        if _same(old, new):
            return [copy.deepcopy(new)]
        if len(list(old.iter(W + "gridCol"))) != len(list(new.iter(W + "gridCol"))):
            return [self._whole(old, "del"), self._whole(new, "ins")]
        return [self._table(old, new)]

    def _paragraphs(self, old: XmlElement, new: XmlElement) -> list[XmlElement]:
        """A section that ends with only one of the two goes or comes with its paragraph: its end cannot be tracked
        alone."""
        if _same(old, new):
            return [copy.deepcopy(new)]
        _refuse_structure(old, _IN_PARAGRAPH)
        _refuse_structure(new, _IN_PARAGRAPH)
        was, section = _section(old), _section(new)
        if (was is None) != (section is None):
            return [self._whole(old, "del"), self._whole(new, "ins")]
        found = self._runs.merged(old, new)
        now = _section(found)
        if was is not None and now is not None:
            self._tracker.section(now, was)
        return [found]

    def _whole(self, item: XmlElement, name: str) -> XmlElement:
        """Return a paragraph or a table as inserted or deleted."""
        if item.tag == W + "tbl":
            found = _shell(item)
            found.extend(self._whole_row(row, name) for row in item.findall(W + "tr"))
            return found
        return self._whole_paragraph(item, name)

    def _whole_paragraph(self, item: XmlElement, name: str) -> XmlElement:
        _refuse_structure(item, _IN_PARAGRAPH)
        found = self._runs.whole(item, name)
        self._tracker.whole_paragraph(found, name)
        return found

    def _whole_row(self, row: XmlElement, name: str) -> XmlElement:
        found = copy.deepcopy(row)
        self._tracker.whole_row(found, name)
        for cell in found.findall(W + "tc"):
            _refuse_structure(cell, _IN_CELL)
            for paragraph in cell.findall(W + "p"):
                cell.replace(paragraph, self._whole_paragraph(paragraph, name))
        return found

    def _table(self, old: XmlElement, new: XmlElement) -> XmlElement:
        found = _shell(new)
        widths = [number(value(item, attribute="w")) or 0 for item in new.iter(W + "gridCol")]
        before, after = old.findall(W + "tr"), new.findall(W + "tr")
        waiting: list[XmlElement] = []
        for here, there in row_pairs([_cells(row) for row in before], [_cells(row) for row in after]):
            if here is not None and there is not None and _form(before[here]) == _form(after[there]):
                found.extend(waiting)
                waiting = []
                found.append(self._row(before[here], after[there]))
                continue
            if here is not None:
                found.append(self._fitted(self._whole_row(before[here], "del"), widths))
            if there is not None:
                waiting.append(self._whole_row(after[there], "ins"))
        found.extend(waiting)
        self._tracker.table(found, old)
        return found

    def _row(self, old: XmlElement, new: XmlElement) -> XmlElement:
        found = copy.deepcopy(new)
        if _same(old, new):
            return found
        for was, cell in zip(old.findall(W + "tc"), found.findall(W + "tc"), strict=True):
            _refuse_structure(was, _IN_CELL)
            _refuse_structure(cell, _IN_CELL)
            merged = self.small(was.findall(W + "p"), cell.findall(W + "p"))
            for paragraph in cell.findall(W + "p"):
                cell.remove(paragraph)
            cell.extend(merged)
        self._tracker.row(found, old)
        return found

    def _fitted(self, row: XmlElement, widths: list[int]) -> XmlElement:
        """Return a deleted row with its cells as wide as the columns are now."""
        at = 0
        for cell in row.findall(W + "tc"):
            properties = child(cell, "tcPr")
            span = number(value(properties, "gridSpan")) or 1
            width = child(properties, "tcW")
            if width is not None:
                width.set(W + "w", str(sum(widths[at : at + span])))
            at += span
        return row

    def _parted(self, blocks: Iterator[XmlElement]) -> Iterator[XmlElement]:
        """Yield the blocks with a paragraph between tables that touch, which goes whether accepted or rejected."""
        table = False
        for block in blocks:
            if table and block.tag == W + "tbl":
                yield self._passing()
            table = block.tag == W + "tbl"
            yield block

    def _passing(self) -> XmlElement:
        paragraph = etree.Element(W + "p")
        style = etree.SubElement(etree.SubElement(paragraph, W + "pPr"), W + "pStyle")
        style.set(W + "val", self._break_style)
        for name in ("ins", "del"):
            self._tracker.whole_paragraph(paragraph, name)
        return paragraph


def _steady(pairs: Pairs) -> Pairs:
    """Return the pairs that stand in the same order on both sides."""
    rows = sorted(pairs.items())
    kept = rising([new for _, new in rows])
    return {old: new for at, (old, new) in enumerate(rows) if at in kept}


def _line(item: XmlElement) -> Line:
    names = (value(mark, attribute="name") or "" for mark in item.iter(W + "bookmarkStart"))
    marks = tuple(name for name in names if name.startswith(PREFIX))
    text = RichText.of(words(item))
    if item.tag == W + "tbl":
        style = value(child(item, "tblPr"), "tblStyle") or ""
        return Line(rows=((Cell(text=text),),), marks=() if len(marks) > 1 else marks, style=style, zone=style)
    return Line(text=text, marks=marks, style=value(child(item, "pPr"), "pStyle") or "")


def _refuse_structure(item: XmlElement, known: frozenset[str]) -> None:
    """Raise Untold where something stands in a changed place that cannot be told word by word."""
    if any(local(below) not in known for below in item):
        raise Untold(_("chỗ có sửa chứa liên kết, khung, trường hoặc bảng lồng nhau"))


def _same(old: XmlElement, new: XmlElement) -> bool:
    return etree.tostring(old, method="c14n", exclusive=True) == etree.tostring(new, method="c14n", exclusive=True)


def _section(paragraph: XmlElement) -> XmlElement | None:
    """Return the section that ends with a paragraph, None for most."""
    return child(child(paragraph, "pPr"), "sectPr")


def _shell(table: XmlElement) -> XmlElement:
    found = etree.Element(W + "tbl")
    found.extend(copy.deepcopy(item) for item in table if item.tag != W + "tr")
    return found


def _cells(row: XmlElement) -> list[Cell]:
    return [Cell(text=RichText.of(words(cell))) for cell in row.findall(W + "tc")]


def _form(row: XmlElement) -> list[tuple[str | None, bool, str | None]]:
    """Return what two rows must have in common to be compared cell by cell."""
    cells = [child(cell, "tcPr") for cell in row.findall(W + "tc")]
    return [(value(p, "gridSpan"), child(p, "vMerge") is not None, value(p, "vMerge")) for p in cells]
