"""Other documents inside a Word file (``w:altChunk``), as e-office systems write them: HTML, MHTML, text, Word."""

from __future__ import annotations

import email
import email.policy
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from documents.reading.blocks import Block
from documents.reading.docx_package import DocxPackage
from documents.reading.html import IS_HTML, html_blocks
from documents.reading.legacy_text import recovered
from plans.nodes import Cell
from plans.text import RichText, nfc

_HTML = frozenset({".htm", ".html", ".xhtml"})
_MHT = frozenset({".mht", ".mhtml"})


@dataclass(slots=True)
class Chunk:
    """What another document brings: its blocks, or the bytes of a Word file that the caller reads."""

    blocks: list[Block] = field(default_factory=list[Block])
    word: bytes = b""


def chunk_of(package: DocxPackage, name: str) -> Chunk:
    """Return what the part ``name`` holds; an empty chunk for a kind that is not read."""
    data = package.read(name)
    suffix = PurePosixPath(name.lower()).suffix
    if data.startswith(b"PK"):
        return Chunk(word=data)
    if suffix in _MHT or data[:200].lstrip().lower().startswith((b"mime-version", b"from:", b"content-type:")):
        return Chunk(_mhtml(data))
    if suffix in _HTML or IS_HTML.match(data[:400].decode("latin-1")):
        return Chunk(html_blocks(data if _declares(data) else data.decode("utf-8", "replace")))
    if suffix == ".txt":
        lines = recovered(nfc(data.decode("utf-8", "replace")))[0].splitlines()
        return Chunk([Block(text=RichText.of(line.strip())) for line in lines if line.strip()])
    return Chunk()


def _declares(data: bytes) -> bool:
    return b"charset=" in data[:2000].lower() or data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _mhtml(data: bytes) -> list[Block]:
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            return html_blocks(str(part.get_content()))
    return []


def marked_apart(block: Block, prefix: str) -> Block:
    """Return the block with its note marks named apart from those of the document around."""
    if block.rows is None:
        return replace(block, text=_renamed(block.text, prefix))
    rows = tuple(
        tuple(Cell(text=_renamed(c.text, prefix), colspan=c.colspan, rowspan=c.rowspan, align=c.align) for c in row)
        for row in block.rows
    )
    return replace(block, rows=rows)


def _renamed(text: RichText, prefix: str) -> RichText:
    return RichText.join(replace(s, footnote=prefix + s.footnote) if s.footnote else s for s in text)
