"""Writes blocks as WordprocessingML in the template's styles, one after the other, sections included.

Pieces of text come out as they are made, so that a long plan never stands whole in memory.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from documents.rendering import wml
from documents.rendering.blocks import HEADING_ROLES
from documents.rendering.columns import TWIPS_PER_MM
from documents.rendering.lines import even_width
from documents.rendering.measures import TITLE_SHARE
from documents.rendering.notes import Notes
from documents.rendering.printed import END_MARK, Block, Piece, Printed, TableBlock, with_end_mark
from documents.rendering.sections import Section, Sections
from documents.rendering.tables import Laid, Tables
from plans.nodes import Orientation, Table
from plans.text import RichText

SHORT_ENDING = 160
"""Characters: a last paragraph shorter than this may be less than two lines, so the one before stays with it."""

CROWDED = 0.9
"""Share of the width: where a table's longest words take more, its texts run a word a line, and it is turned."""

CENTRED = frozenset({"subject", "part_title", "appendix_title"})
"""Titles whose lines are made about equally long."""

_SPACE_BEFORE = '<w:spacing w:before="120"/>'
"""After a table; paragraphs have their space below."""


@dataclass(frozen=True)
class Means:
    """What the writer works with: style ids by role, sections, notes and bookmarks of this document; title_size: pt."""

    styles: dict[str, str]
    sections: Sections
    notes: Notes
    bookmarks: wml.Bookmarks
    title_size: int = 14


class SectionEnd(str):
    """A paragraph of its own that ends a section; properties: its w:sectPr."""

    __slots__ = ("properties",)

    properties: str


def joined(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the pieces, each section ended by the paragraph before its end where there is one (tables have none)."""
    held = ""
    for piece in pieces:
        if type(piece) is SectionEnd and held.startswith("<w:p>"):
            held = held.replace("</w:pPr>", f"{piece.properties}</w:pPr>", 1)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


class Writer:
    """Writes the body and the appendices of one document, in their order."""

    def __init__(self, means: Means) -> None:
        self._styles = means.styles
        self._sections = means.sections
        self._notes = means.notes
        self._bookmarks = means.bookmarks
        self._title_size = means.title_size
        self._tables = Tables(means.styles, self.runs)
        self._section = Section(hides_first=True)
        self._after_table = False
        self._waiting: list[Block] = []

    def body(self, blocks: Iterable[Printed]) -> Iterator[str]:
        """Yield the body's paragraphs and tables: "./." at the end, on a line of its own after a table, the last lines
        kept with the signature."""
        kept: deque[Printed] = deque()
        for block in blocks:
            kept.append(block)
            if len(kept) > 2:
                yield from self._printed(kept.popleft(), "portrait")
        short = bool(kept) and len(_text(kept[-1])) < SHORT_ENDING
        for place, block in enumerate(kept, 1):
            last = place == len(kept)
            yield from self._printed(_ended(block) if last else block, "portrait", keep=last or short)
        yield from self._waited()
        if kept and isinstance(kept[-1], TableBlock):
            yield self._paragraph(Block("text", (Piece(RichText.of(END_MARK)),)), keep=True)
        elif self._after_table:
            yield self._gap(keep=True)

    def appendix(self, blocks: Iterable[Printed], page: Orientation) -> Iterator[str]:
        """Yield an appendix in a section of its own."""
        yield self._break(Section(page, hides_first=True, start=1))
        held: Printed | None = None
        for block in blocks:
            if held is not None:
                yield from self._printed(held, page)
            held = block
        if held is not None:
            yield from self._printed(_ended(held), page)
        yield from self._waited()
        if self._after_table:
            yield self._gap()

    def last_section(self) -> str:
        """Return the properties of the section the document ends with."""
        return self._sections.properties(self._section)

    def subject(self, text: str) -> str:
        """Return the paragraph of the subject, "" where there is none."""
        if not text:
            return ""
        return self._paragraph(Block("subject", (Piece(RichText.of(text)),)), keep=False)

    def lines(self, role: str, pieces: Iterable[Piece]) -> Iterator[str]:
        """Yield one paragraph for each piece, all in one role."""
        for piece in pieces:
            yield wml.paragraph(self._styles[role], self._piece(piece, ""))

    def _printed(self, block: Printed, page: Orientation, *, keep: bool = False) -> Iterable[str]:
        if isinstance(block, TableBlock):
            return self._table(block.table, page, keep=keep)
        if block.leads:
            self._waiting.append(block)
            return ()
        if page == self._section.orientation and not self._waiting:
            return (self._paragraph(block, keep=keep),)
        return [*self._turn(page), *self._waited(), self._paragraph(block, keep=keep)]

    def _table(self, table: Table, page: Orientation, *, keep: bool) -> Iterator[str]:
        laid = self._tables.laid(table)
        wanted = self._orientation(laid, page)
        yield from self._turn(wanted)
        yield from self._waited()
        if table.title:
            yield self._paragraph(Block("table_title", (Piece(table.title, table.id),)), keep=False)
        elif self._after_table:
            yield self._gap()
        yield from self._tables.table(laid, self._sections.text_width(wanted), self._bookmarks, keep=keep)
        self._after_table = True

    def _waited(self) -> list[str]:
        """Return the headings that waited to see on which page the thing they lead stands."""
        waiting, self._waiting = self._waiting, []
        return [self._paragraph(block, keep=False) for block in waiting]

    def _orientation(self, laid: Laid, page: Orientation) -> Orientation:
        if laid.table.orientation == "landscape" or laid.least > CROWDED * self._sections.text_width(page):
            return "landscape"
        return page

    def _paragraph(self, block: Block, *, keep: bool) -> str:
        role, pieces, label, outline = block
        extra = ""
        if keep or self._after_table or outline is not None or role in CENTRED:
            extra = self._properties(block, keep=keep)
        label = f"{label} " if label else ""
        if len(pieces) == 1:
            return wml.paragraph(self._styles[role], self._piece(pieces[0], label), extra)
        content = "".join([self._piece(piece, "" if at else label) for at, piece in enumerate(pieces)])
        return wml.paragraph(self._styles[role], content, extra)

    def _properties(self, block: Block, *, keep: bool) -> str:
        """Return what a paragraph has beside its style, in the order of the schema."""
        extra = "<w:keepNext/>" if keep else ""
        if self._after_table:
            extra += _SPACE_BEFORE
            self._after_table = False
        if block.role in CENTRED:
            extra += self._even(block)
        if block.outline is not None and block.outline != HEADING_ROLES.get(block.role):
            extra += f'<w:outlineLvl w:val="{min(block.outline, 8)}"/>'
        return extra

    def _even(self, block: Block) -> str:
        """Return the indents at which a centred title of several lines wraps into lines of about one length."""
        width = self._sections.text_width(self._section.orientation)
        even = even_width(_text(block), self._title_size, width / TWIPS_PER_MM * TITLE_SHARE, bold=True)
        if even is None:
            return ""
        indent = max(0, int((width - even * TWIPS_PER_MM) / 2))
        return f'<w:ind w:left="{indent}" w:right="{indent}" w:firstLine="0"/>'

    def _piece(self, piece: Piece, label: str) -> str:
        text, node, bold = piece
        return self._bookmarks.around(node, self.runs(text, label, bold=bold))

    def runs(self, text: RichText, label: str = "", *, bold: bool = False) -> str:
        """Return the runs of a text, ``label`` before its first."""
        spans = text.spans
        if len(spans) == 1:
            only = spans[0]
            if not (only.bold or only.italic or only.vertical or only.footnote):
                return wml.run(label + only.text, bold=bold)
        runs = [wml.run(label, bold=bold)] if label else []
        runs += [
            self._notes.mark(span.footnote) if span.footnote else wml.styled_run(span, bold=bold) for span in spans
        ]
        return "".join(runs)

    def _turn(self, wanted: Orientation) -> list[str]:
        return [] if wanted == self._section.orientation else [self._break(Section(wanted))]

    def _break(self, following: Section) -> str:
        properties = self._sections.properties(self._section)
        self._section = following
        self._after_table = False
        end = SectionEnd(wml.paragraph(self._styles["break"], "", properties))
        end.properties = properties
        return end

    def _gap(self, *, keep: bool = False) -> str:
        self._after_table = False
        return wml.paragraph(self._styles["break"], "", f"{'<w:keepNext/>' if keep else ''}{_SPACE_BEFORE}")


def _text(block: Printed) -> str:
    return "".join(piece.text.plain for piece in block.pieces) if isinstance(block, Block) else ""


def _ended(block: Printed) -> Printed:
    return with_end_mark(block) if isinstance(block, Block) and not block.leads else block
