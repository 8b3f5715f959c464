"""The blocks on the clipboard: its HTML where that knows lists and tables, else its lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from desktop.cell_text import cells_in
from desktop.rich_document import clean
from plans.nodes import Cell
from plans.text import RichText

if TYPE_CHECKING:
    from documents.reading.blocks import Block

_STRUCTURED = re.compile(r"<(?:li|table|h[1-6])[\s>]|mso-list", re.IGNORECASE)
_MARKED = re.compile(r"([-–•*·+])[ \u00a0\t]+(.*)")
_LABEL = re.compile(r"(?:\d{1,3}|[a-zđ])[.)]")
_NUMBERED = re.compile(rf"(\t*)({_LABEL.pattern})\t+(.*)")
"""A list item with its number as Word puts it into plain text."""


def pasted_blocks(data: QMimeData | None) -> list[Block]:
    """Return the blocks, those of lists with their level; [] where there are no words; None: none was ever copied."""
    from documents.reading.html import html_blocks  # noqa: PLC0415 - lxml only once something is pasted

    if data is None:
        return []
    if data.hasHtml() and _STRUCTURED.search(data.html()):
        blocks = [line for block in html_blocks(data.html()) for line in _unboxed(block)]
        if blocks:
            return blocks
    return list(_text_blocks(data.text()))


def _unboxed(block: Block) -> Iterator[Block]:
    """Yield the lines of a table of one column: a single cell, or a list, copied from a spreadsheet; else the block."""
    if block.rows is None or any(len(row) > 1 for row in block.rows):
        yield block
        return
    for row in block.rows:
        at = 0
        for line in row[0].text.plain.split("\n"):
            if text := row[0].text.slice(at, at + len(line)).stripped():
                yield replace(block, text=text, rows=None, header_rows=0)
            at += len(line) + 1


def _text_blocks(text: str) -> Iterator[Block]:
    from documents.reading.blocks import Block  # noqa: PLC0415 - as above

    rows = cells_in(text)
    width = max((len(row) for row in rows), default=0)
    if width > 1 and all(len(row) == width for row in rows) and not all(_LABEL.fullmatch(row[0]) for row in rows):
        yield Block(rows=tuple(tuple(Cell(text=RichText.of(clean(cell))) for cell in row) for row in rows))
        return
    for line in text.splitlines():
        if numbered := _NUMBERED.fullmatch(line.rstrip()):
            yield Block(text=RichText.of(clean(numbered[3])), label=numbered[2], level=len(numbered[1]) + 1)
        elif bare := clean(line).strip():
            marked = _MARKED.fullmatch(bare)
            words, label = (marked[2], marked[1]) if marked else (bare, "")
            level = 2 if label == "+" else 1 if label else None
            yield Block(text=RichText.of(words), label=label, level=level)
