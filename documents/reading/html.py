"""HTML into blocks: what e-office systems put into Word files as other content or save as text, and what Word and
spreadsheets put on the clipboard.

Nothing is fetched and no script or style is looked at; only paragraphs, lists and tables with their looks are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from documents.files import XmlElement
from documents.reading.blocks import Block
from documents.reading.docx_symbols import readable
from plans.nodes import Align, Cell
from plans.text import EMPTY, RichText, Span

IS_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+html|<html[\s>])", re.IGNORECASE)
"""Matches the start of a text that is a whole HTML page."""

MAX_SPAN = 63

_SILENT = frozenset({"script", "style", "head", "title", "meta", "link", "template", "noscript"})
_PARAGRAPHS = frozenset(
    {"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "center", "blockquote", "section", "article", "ul", "ol"}
)
_ALIGNS: dict[str, Align] = {"left": "left", "center": "center", "right": "right", "justify": "justify"}
_STYLED_ALIGN = re.compile(r"text-align\s*:\s*(\w+)")
_WORD_LEVEL = re.compile(r"mso-list:\s*\S+\s+level(\d)", re.IGNORECASE)
_WORD_MARK = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
"""How Word writes the level of a list item, and the span with its number or mark."""
_BLANKS = re.compile(r"[ \t\r\n\f\u00a0]+")


@dataclass(frozen=True, slots=True)
class _Look:
    bold: bool = False
    italic: bool = False
    vertical: str = ""


@dataclass(slots=True)
class _Page:
    """Blocks found so far and the paragraph being read."""

    blocks: list[Block] = field(default_factory=list[Block])
    spans: list[Span] = field(default_factory=list[Span])
    align: Align = ""
    label: str = ""
    level: int | None = None
    outline: int | None = None

    def close(self) -> None:
        """End the paragraph being read."""
        text = RichText.join(self.spans).stripped()
        if text:
            self.blocks.append(
                Block(text=text, label=self.label, level=self.level, align=self.align, outline=self.outline)
            )
            self.label, self.level = "", None
        self.spans = []


def html_blocks(data: str | bytes) -> list[Block]:
    """Return the blocks of an HTML page or fragment; [] where it holds none."""
    encoding = "utf-8" if isinstance(data, str) else None
    parser = etree.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, huge_tree=False, encoding=encoding
    )
    try:
        root = etree.fromstring(data.encode("utf-8") if isinstance(data, str) else data, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []
    page = _Page()
    _walk(root, _Look(), page)
    page.close()
    return [replace(block, line=line) for line, block in enumerate(page.blocks, 1)]


def _walk(element: XmlElement, look: _Look, page: _Page) -> None:
    name = element.tag.lower()
    if name in _SILENT:
        return
    if name == "table":
        page.close()
        _add_table(element, page)
        return
    if name == "br":
        page.spans.append(Span("\n"))
        return
    if _WORD_MARK.search(str(element.get("style") or "")):
        page.label = _BLANKS.sub(" ", readable("".join(str(words) for words in element.itertext()))).strip()
        return
    if name in _PARAGRAPHS:
        _begin(element, name, page)
    look = _looking(name, look)
    _say(element.text, look, page)
    for child in element:
        _walk(child, look, page)
        _say(child.tail, look, page)
    if name in _PARAGRAPHS:
        page.close()
        page.align, page.outline = "", None


def _begin(element: XmlElement, name: str, page: _Page) -> None:
    page.close()
    page.align = _align(element) or ("center" if name == "center" else page.align)
    page.outline = int(name[1]) if re.fullmatch(r"h[1-6]", name) else None
    if level := _WORD_LEVEL.search(str(element.get("style") or "")):
        page.level = int(level[1])
    if name == "li":
        page.level = sum(1 for _ in element.iterancestors("ul", "ol"))
        parent = element.getparent()
        ordered = parent is not None and parent.tag == "ol"
        page.label = f"{sum(1 for _ in element.itersiblings('li', preceding=True)) + 1}." if ordered else "-"


def _say(text: str | None, look: _Look, page: _Page) -> None:
    shown = _BLANKS.sub(" ", readable(text)) if text else ""
    if shown.strip() or (shown and page.spans):
        vertical = "super" if look.vertical == "sup" else "sub" if look.vertical == "sub" else ""
        page.spans.append(Span(shown, look.bold, look.italic, vertical))


def _looking(name: str, look: _Look) -> _Look:
    match name:
        case "b" | "strong" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            return replace(look, bold=True)
        case "i" | "em":
            return replace(look, italic=True)
        case "sup" | "sub":
            return replace(look, vertical=name)
        case _:
            return look


def _align(element: XmlElement) -> Align:
    styled = _STYLED_ALIGN.search(str(element.get("style") or "").lower())
    return _ALIGNS.get(styled[1] if styled else str(element.get("align") or "").lower(), "")


def _add_table(table: XmlElement, page: _Page) -> None:
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    cells = [tuple(_cell(cell) for cell in row if cell.tag in ("td", "th")) for row in rows]
    heads = 0
    while heads < len(rows) and all(cell.tag == "th" for cell in rows[heads] if cell.tag in ("td", "th")):
        heads += 1
    kept = tuple(row for row in cells if row)
    if kept:
        page.blocks.append(Block(rows=kept, header_rows=min(heads, len(kept))))


def _cell(element: XmlElement) -> Cell:
    inner = _Page()
    _say(element.text, _Look(bold=element.tag == "th"), inner)
    for child in element:
        _walk(child, _Look(bold=element.tag == "th"), inner)
        _say(child.tail, _Look(bold=element.tag == "th"), inner)
    inner.close()
    text = EMPTY
    for block in inner.blocks:
        label = f"{block.label} " if block.label else ""
        lines = block.text if block.rows is None else _rows_text(block)
        text = text + RichText.of(("\n" if text else "") + label) + lines
    return Cell(text=text, colspan=_span(element, "colspan"), rowspan=_span(element, "rowspan"), align=_align(element))


def _rows_text(block: Block) -> RichText:
    lines = ("\t".join(cell.text.plain for cell in row) for row in block.rows or ())
    return RichText.of("\n".join(lines))


def _span(element: XmlElement, name: str) -> int:
    given = str(element.get(name) or "1").strip()
    return min(max(int(given), 1), MAX_SPAN) if given.isdigit() and len(given) < 6 else 1


def pipe_rows(markup: str) -> Iterator[str]:
    """Yield the rows of an HTML table inside plain text as lines with pipes, merged cells as empty ones."""
    for block in html_blocks(markup):
        for row in block.rows or ():
            texts = [" ".join(cell.text.plain.split()).replace("|", "/") for cell in row for cell in _widened(cell)]
            yield f"| {' | '.join(texts)} |"


def _widened(cell: Cell) -> list[Cell]:
    return [cell, *[Cell(text=EMPTY)] * (cell.colspan - 1)]
