"""Plain text in: any encoding Vietnamese offices have used, hard-wrapped or not, with the scars of extraction."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from documents.files import read_bytes
from documents.reading.blocks import Block, Source
from documents.reading.html import IS_HTML, html_blocks
from documents.reading.text_aligned import aligned_tables
from documents.reading.text_cells import cell_tables
from documents.reading.text_counted import counted_tables
from documents.reading.text_encodings import decoded, modern
from documents.reading.text_joining import Frame, Zone, frame_of, paragraphs, zones
from documents.reading.text_lines import Line, Lines, split_lines, words
from documents.reading.text_markup import without_markup
from documents.reading.text_notes import find_notes
from documents.reading.text_tables import FoundTable, ruled_tables
from plans.errors import Trouble
from plans.text import RichText, Span


def read_text(path: Path) -> Source:
    """Return the file as blocks. Raises the Troubles of ``read_bytes``, "file-binary" for what is no Unicode text,
    "file-empty" for white space alone."""
    text, notes = decoded(read_bytes(path), path)
    source = source_of(text, path)
    source.notes[:0] = notes
    return source


def source_of(text: str, path: Path | None = None) -> Source:
    """Return ``text`` (a file's or a pasted one) as blocks. Raises Trouble "file-empty" where it has no words."""
    if not text.strip():
        raise Trouble("file-empty", path=path or "")
    text, notes = modern(text)
    source = _page(text) if IS_HTML.match(text) else _source(split_lines(without_markup(text)), len(text))
    if not source.blocks:
        raise Trouble("file-empty", path=path or "")
    source.notes += notes
    return source


def _page(text: str) -> Source:
    """Return the source of a whole HTML page that was saved as text."""
    blocks = html_blocks(text)
    shown = "\n".join(map(block_text, blocks))
    return Source(format="txt", characters=len(text), text=shown, blocks=blocks)


def _source(found: Lines, characters: int) -> Source:
    lines = found.lines
    frame = frame_of(lines)
    tables = _tables(lines, frame)
    taken = [False] * len(lines)
    for table in tables.values():
        taken[table.first : table.last + 1] = [True] * (table.last - table.first + 1)
    source = Source(format="txt", characters=characters, text="\n".join(found.text), layout=list(found.layout))
    groups = [group for group in paragraphs(lines, taken, frame) if not taken[group[0]] or group[0] in tables]
    texts = [_joined([lines[n] for n in group]) if group[0] not in tables else RichText() for group in groups]
    texts, notes = find_notes(texts)
    for number, group in enumerate(groups):
        if group[0] in tables:
            _add_table(source, tables[group[0]], lines[group[0]])
        elif number not in notes.taken:
            source.blocks.append(_block(texts[number], lines[group[0]]))
    source.footnotes = notes.texts
    source.layout += notes.layout
    _part_glued_marks(source)
    return source


def _tables(lines: list[Line], frame: Frame) -> dict[int, FoundTable]:
    """Return the tables by their first line. Head and end lines with tabs are no tables."""
    allowed = [zone is Zone.BODY for zone in zones(lines)]
    tables: list[FoundTable] = []
    for finder in (ruled_tables, counted_tables, aligned_tables):
        for table in list(finder(lines, allowed)):
            tables.append(table)
            allowed[table.first : table.last + 1] = [False] * (table.last - table.first + 1)
    return {table.first: table for table in [*tables, *cell_tables(lines, allowed, frame)]}


def _joined(lines: list[Line]) -> RichText:
    """Return the lines as one text, spaces folded; a hyphen glued to a word at a line's end takes no space after."""
    spans: list[Span] = []
    for line in lines:
        if spans and not re.search(r"\w[-/]$", spans[-1].text):
            spans.append(Span(" "))
        spans += line.text
    text = RichText.join(spans)
    return RichText.join(
        Span(re.sub(r"[^\S\n\t]+", " ", span.text) if "\t" not in span.text and not _wide(span.text) else span.text,
             span.bold, span.italic, span.vertical, span.footnote) for span in text
    )  # fmt: skip


def _wide(text: str) -> bool:
    """Say whether runs of spaces part the text, as in a letterhead; the recogniser needs them."""
    return bool(re.search(r"\S\s{4,}\S", text)) and len(text) < 200


def _block(text: RichText, line: Line) -> Block:
    if line.bold:
        text = RichText.join(replace(span, bold=True) for span in text)
    return Block(text=text, line=line.number, outline=line.level or None)


def _add_table(source: Source, table: FoundTable, line: Line) -> None:
    rows = tuple(tuple(row) for row in table.rows)
    source.blocks.append(Block(rows=rows, header_rows=table.header_rows, line=line.number, guessed=table.guessed))
    source.layout += table.layout


def _part_glued_marks(source: Source) -> None:
    """Let the source's words count a glued mark apart from its word, as the blocks do."""
    if not source.footnotes:
        return
    placed = words(" ".join(block_text(block) for block in source.blocks))
    placed += words(" ".join(text.plain for text in source.footnotes.values()))
    placed += words(" ".join(source.layout))
    there = words(source.text)
    for glued in (there - placed).elements():
        for length in range(1, min(4, len(glued))):
            word, sign = glued[:-length], glued[-length:]
            if (placed - there)[word] > 0 and (placed - there)[sign] > 0:
                mark = re.compile(rf"(?<!\w)({re.escape(word)})({re.escape(sign)})(?!\w)", re.IGNORECASE)
                source.text = mark.sub(r"\1 \2", source.text, count=1)
                there = words(source.text)


def block_text(block: Block) -> str:
    """Return all characters of a block, label excluded."""
    if block.rows is None:
        return block.text.plain
    return "\n".join(cell.text.plain for row in block.rows for cell in row)
