"""What an exported document shows, line by line: paragraphs and tables in order, with the nodes' bookmarks in them.

The same reading serves for the document as we print it and as it came back, so that what Word never shows can't differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from documents.files import XmlElement
from documents.reading.blocks import LeftOut
from documents.reading.docx_notes import notes
from documents.reading.docx_numbering import Counters, Numbering
from documents.reading.docx_package import DocxPackage
from documents.reading.docx_story import StoryReader, joined
from documents.reading.docx_styles import RunLook, Styles
from documents.reading.docx_text import TextReader, words
from documents.reading.docx_xml import W, child, local, value
from documents.returning.beside import Beside, read_beside
from documents.returning.revisions import has_revisions, resolve
from plans.nodes import Cell
from plans.text import EMPTY, RichText, Span
from resources.texts import gettext as _

PREFIX = "_kh"
_HEAD = re.compile(r"CỘNG\s+HÒA\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM", re.IGNORECASE)
_END = re.compile(r"\s*nơi\s+nhận", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One paragraph or one table. label: of automatic numbering; marks: bookmarks of nodes that begin in it;
    zone: "head" and "end" for the two layout tables, with the cell in ``place``; rows: of a data table, else None;
    comments: ids of the comments that begin in it."""

    text: RichText = EMPTY
    label: str = ""
    style: str = ""
    outline: int | None = None
    marks: tuple[str, ...] = ()
    zone: str = "body"
    place: tuple[int, int] = (0, 0)
    rows: tuple[tuple[Cell, ...], ...] | None = None
    header_rows: int = 0
    comments: tuple[str, ...] = ()

    @property
    def plain(self) -> str:
        """Label and words, white space made single: what a reader sees."""
        if self.rows is not None:
            return " ".join(" ".join(cell.text.plain for row in self.rows for cell in row).split())
        return " ".join(f"{self.label} {self.text.plain}".split())


@dataclass(kw_only=True)
class Note:
    """A footnote: its text and the bookmarks in it."""

    text: RichText
    marks: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Comment:
    """A comment: who wrote it ("" unknown) and what it says."""

    author: str
    text: str


@dataclass(kw_only=True)
class Shown:
    """A whole document. notes: by the ids that the spans of ``lines`` name, in the order of their marks."""

    lines: list[Line] = field(default_factory=list[Line])
    notes: dict[str, Note] = field(default_factory=dict[str, Note])
    comments: dict[str, Comment] = field(default_factory=dict[str, Comment])
    left_out: list[LeftOut] = field(default_factory=list[LeftOut])
    beside: Beside = field(default_factory=Beside)
    tracked: bool = False

    def named(self, names: dict[str, str]) -> Shown:
        """Return the document with its notes under the ids that ``names`` gives them."""
        found = {names.get(key, key): note for key, note in self.notes.items()}
        return replace(self, lines=[_named(line, names) for line in self.lines], notes=found)


def read_shown(package: DocxPackage, *, accept: bool = True) -> Shown:
    """Return what the package shows, tracked changes taken as accepted or as rejected."""
    return _Reader(package, accept=accept).read()


class _OwnLooks(Styles):
    """Looks of runs without those of their paragraph's style: an office may restyle its template."""

    def look(self, properties: XmlElement | None, style_id: str) -> RunLook:
        shown, own = super().look(properties, style_id), super().look(properties, "")
        return replace(shown, bold=own.bold, italic=own.italic, caps=own.caps)


class _Reader:
    """Walks the body of one document."""

    def __init__(self, package: DocxPackage, *, accept: bool) -> None:
        self._package = package
        self._notes = notes(package)
        self._shown = Shown()
        for root in (package.document, *self._notes.values()):
            self._shown.tracked = self._shown.tracked or has_revisions(root)
            resolve(root, accept=accept)
        styles = _OwnLooks(package.related("styles"))
        self._texts = TextReader(styles, self._notes, self._shown.left_out)
        numbering = Numbering(package.related("numbering"), styles)
        self._story = StoryReader(styles, numbering, self._texts, self._shown.left_out)
        self._counters = Counters()

    def read(self) -> Shown:
        body = child(self._package.document, "body")
        if body is not None:
            self._marks = _anchored(body, "bookmarkStart", "name")
            self._commented = _anchored(body, "commentRangeStart", "id", "commentReference")
            for element in self._story.parts(body):
                self._shown.lines += self._lines(element)
        self._read_notes()
        self._read_comments()
        self._shown.beside = read_beside(self._package)
        return self._shown

    def _lines(self, element: XmlElement) -> Iterator[Line]:
        if local(element) != "tbl":
            line = self._paragraph(element)
            if line.text or line.label:
                yield line
            return
        said = words(element)
        zone = "head" if _HEAD.search(said) else "end" if _END.match(said) else ""
        if zone:
            yield from self._layout(element, zone)
        else:
            yield self._table(element)

    def _table(self, element: XmlElement) -> Line:
        rows, heads = self._story.table(element, self._counters)
        inside = list(element.iter(W + "p"))
        return Line(
            rows=rows,
            header_rows=heads,
            marks=tuple(mark for p in inside for mark in self._node_marks(p)),
            comments=tuple(key for p in inside for key in self._commented.get(p, ())),
        )

    def _layout(self, table: XmlElement, zone: str) -> Iterator[Line]:
        for row_number, row in enumerate(table.iter(W + "tr")):
            for column, cell in enumerate(row.iter(W + "tc")):
                for element in cell.iter(W + "p"):
                    line = self._paragraph(element)
                    if line.text:
                        yield replace(line, zone=zone, place=(row_number, column))

    def _paragraph(self, element: XmlElement) -> Line:
        read = self._story.paragraph(element, self._counters)
        for box in read.typed.boxes:
            self._shown.left_out.append(
                LeftOut(kind="box", text=words(box), reason=_("Khung chữ không thuộc kế hoạch."))
            )
        return Line(
            text=read.typed.text.stripped(),
            label=read.label,
            style=read.style,
            outline=read.outline,
            marks=self._node_marks(element),
            comments=self._commented.get(element, ()),
        )

    def _node_marks(self, element: XmlElement) -> tuple[str, ...]:
        return tuple(mark for mark in self._marks.get(element, ()) if mark.startswith(PREFIX))

    def _read_notes(self) -> None:
        counters = Counters()
        for key in dict.fromkeys(self._texts.marked):
            element = self._notes[key]
            text = joined(line for line, _align in self._story.lines(element, counters))
            names = (value(item, attribute="name") or "" for item in element.iter(W + "bookmarkStart"))
            clean = RichText.join(span for span in text if not span.footnote)
            self._shown.notes[key] = Note(text=clean, marks=tuple(n for n in names if n.startswith(PREFIX)))

    def _read_comments(self) -> None:
        root = self._package.related("comments")
        for item in [] if root is None else root.findall(W + "comment"):
            author = value(item, attribute="author") or ""
            self._shown.comments[value(item, attribute="id") or ""] = Comment(author=author, text=words(item))


def _anchored(body: XmlElement, name: str, attribute: str, other: str = "") -> dict[XmlElement, tuple[str, ...]]:
    """Return for each paragraph the values of ``attribute`` of the elements that stand in it; of one that stands
    between paragraphs, for the next."""
    found: dict[XmlElement, tuple[str, ...]] = {}
    seen: set[str] = set()
    waiting: tuple[str, ...] = ()
    wanted = [W + "p", W + name, *([W + other] if other else [])]
    for item in body.iter(*wanted):
        if local(item) == "p":
            found[item] = waiting
            waiting = ()
            continue
        said = value(item, attribute=attribute) or ""
        if said in seen:
            continue
        seen.add(said)
        holder = next(item.iterancestors(W + "p"), None)
        if holder is None:
            waiting += (said,)
        else:
            found[holder] = (*found.get(holder, ()), said)
    return found


def _named(line: Line, names: dict[str, str]) -> Line:
    rows = line.rows
    if rows is not None:
        rows = tuple(tuple(replace(cell, text=renamed(cell.text, names)) for cell in row) for row in rows)
    return replace(line, text=renamed(line.text, names), rows=rows)


def renamed(text: RichText, names: dict[str, str]) -> RichText:
    """Return the text with the ids of its notes replaced where ``names`` has others."""
    if not text.footnotes:
        return text
    return RichText.join(
        Span(footnote=names.get(span.footnote, span.footnote)) if span.footnote else span for span in text
    )
