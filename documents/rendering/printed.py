"""What is printed one below the other: paragraphs and tables, before they are WordprocessingML.

A role is a key of the template's manifest ("text", "roman", "bullet" …) and becomes one of its styles.
"""

from __future__ import annotations

from typing import NamedTuple

from plans.nodes import Table
from plans.text import RichText, Span

END_MARK = "./."
"""Closes the text (decree 30/2020/NĐ-CP, PL3, sample 1.4)."""

_LEADING = frozenset({"part_title", "label_line", "task_part", "table_title", "appendix_title", "appendix_reference"})


class Piece(NamedTuple):
    """A part of a printed paragraph: its text, the node it prints ("" for none of its own), bold on top."""

    text: RichText
    node: str = ""
    bold: bool = False


class Block(NamedTuple):
    """One printed paragraph. ``label`` stands before the first piece; outline: heading level, None for text."""

    role: str
    pieces: tuple[Piece, ...]
    label: str = ""
    outline: int | None = None

    @property
    def leads(self) -> bool:
        """Whether it is a heading or the like, which stays with what follows and ends no text."""
        return self.outline is not None or self.role in _LEADING


class TableBlock(NamedTuple):
    """One printed table under its title."""

    table: Table


Printed = Block | TableBlock


def with_end_mark(block: Block) -> Block:
    """Return the block with "./." at its end where the author's text lacks it (decree, samples 1.4 and 2.1)."""
    last = block.pieces[-1]
    text = ended(last.text)
    return Block(block.role, (*block.pieces[:-1], Piece(text, last.node, last.bold)), block.label, block.outline)


def ended(text: RichText) -> RichText:
    """Return ``text`` closed by "./."; one that ends in "./." or "./" is closed already, one in ":" is not an end."""
    plain = text.plain.rstrip()
    if not plain or plain.endswith(("./.", "./", "/.", ":")):
        return text
    keep = len(plain.rstrip(".;, "))
    marks = [span for span in text.slice(keep) if span.footnote]
    return RichText.join((*text.slice(0, keep), *marks, Span(END_MARK)))
