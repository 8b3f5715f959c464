"""What a reader hands to the recogniser: neutral blocks in document order, with hints, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from plans.nodes import Align, Cell
from plans.text import EMPTY, RichText

Region = Literal["body", "textbox", "header", "footer"]


@dataclass(frozen=True, kw_only=True)
class Block:
    """One paragraph or one table of the source.

    text: a paragraph's words with looks and footnote marks, typed labels included ("1. Mục đích"); empty for tables.
    label: the number that automatic numbering shows before the text ("1.", "a)", "-"), "" where there is none or
    where it is typed in the text. level: how deep in a list it stands, from 1, None where the source does not say.
    rows: a table's own cells (as ``plans.nodes.Table``), None for paragraphs.
    style: the name of the paragraph style, "" unknown. outline: heading level from 1, None for body text. indent_mm:
    first line from the margin, None unknown. guessed: the rows of a table were put together from loose cells.
    line: first line or paragraph number in the source, from 1.
    """

    text: RichText = EMPTY
    label: str = ""
    level: int | None = None
    rows: tuple[tuple[Cell, ...], ...] | None = None
    header_rows: int = 0
    style: str = ""
    outline: int | None = None
    align: Align = ""
    indent_mm: float | None = None
    landscape: bool = False
    guessed: bool = False
    region: Region = "body"
    line: int = 0

    @property
    def is_table(self) -> bool:
        return self.rows is not None


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """Something of the source that is no text of the plan: an image, a comment, a deleted revision, a header."""

    kind: str
    text: str
    reason: str


@dataclass(kw_only=True)
class Source:
    """A file as read. characters: of the text in the file, before anything is joined or removed; text: all of it,
    whose words must be placed, unplaced or layout; layout: marks that are no text (page numbers, Markdown, repeated
    table heads), one string each; footnotes: by the id that the spans
    name; notes: what else is to be told about the reading, whole sentences."""

    format: Literal["txt", "docx", "doc", "pdf", "kehoach"]
    characters: int
    text: str
    blocks: list[Block] = field(default_factory=list[Block])
    footnotes: dict[str, RichText] = field(default_factory=dict[str, RichText])
    layout: list[str] = field(default_factory=list[str])
    left_out: list[LeftOut] = field(default_factory=list[LeftOut])
    notes: list[str] = field(default_factory=list[str])
