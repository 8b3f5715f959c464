"""Word files (.docx) into blocks: what Word shows, in its order, and a report of what is no text of a plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from documents.files import XmlElement, read_bytes
from documents.reading.blocks import Block, LeftOut, Source
from documents.reading.docx_chunks import Chunk, chunk_of, marked_apart
from documents.reading.docx_graphics import graphics_below, kept_in
from documents.reading.docx_notes import note_texts, notes
from documents.reading.docx_numbering import Counters, Numbering
from documents.reading.docx_package import DocxPackage
from documents.reading.docx_story import ReadParagraph, StoryReader
from documents.reading.docx_styles import Styles
from documents.reading.docx_text import TextReader, words
from documents.reading.docx_xml import W, child, local, number, value
from plans.errors import Trouble
from plans.text import EMPTY, RichText
from resources.texts import gettext as _

_RID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_docx(path: Path) -> Source:
    """Return the file's blocks. Raises the troubles of ``files.read_bytes`` and ``read_document``."""
    return read_document(DocxPackage(read_bytes(path), path))


def read_document(package: DocxPackage) -> Source:
    """Return the blocks of an opened package. Raises Trouble "file-truncated", "file-unsafe" or "file-too-large"
    where one of its parts cannot be read."""
    try:
        return _DocumentReader(package).read()
    except RecursionError as error:
        raise Trouble("file-too-large", path=package.path) from error


class _DocumentReader:
    """Walks the body of one document. nested: it stands inside another one, and brings no further one."""

    def __init__(self, package: DocxPackage, *, nested: bool = False) -> None:
        self._package = package
        self._nested = nested
        self._foreign_notes: dict[str, RichText] = {}
        self._left_out: list[LeftOut] = []
        self._notes = notes(package)
        styles = Styles(package.related("styles"))
        self._texts = TextReader(styles, self._notes, self._left_out)
        numbering = Numbering(package.related("numbering"), styles)
        self._story = StoryReader(styles, numbering, self._texts, self._left_out)
        self._counters = Counters()
        self._started = EMPTY

    def read(self) -> Source:
        """Return everything read."""
        body = child(self._package.document, "body")
        elements = [] if body is None else list(self._story.parts(body))
        blocks: list[Block] = []
        for line, (element, landscape) in enumerate(zip(elements, _landscapes(elements, body), strict=True), 1):
            found = self._blocks(element)
            blocks += [replace(block, line=line, landscape=landscape) for block in found]
        footnotes = note_texts(self._texts.marked, self._notes, self._story) | self._foreign_notes
        self._margins()
        self._comments()
        self._left_out += kept_in(self._package.names)
        text = "\n".join([*map(_visible, blocks), *(note.plain for note in footnotes.values())])
        return Source(
            format="docx",
            characters=len(text),
            text=text,
            blocks=blocks,
            footnotes=footnotes,
            left_out=self._left_out,
            notes=self._notes_on_reading(),
        )

    def _notes_on_reading(self) -> list[str]:
        told = _("Đã chuyển {count} đoạn chữ phông {encoding} sang Unicode.")
        return [told.format(count=count, encoding=code.value) for code, count in sorted(self._texts.converted.items())]

    def _blocks(self, element: XmlElement) -> Iterator[Block]:
        match local(element):
            case "tbl":
                return self._table(element)
            case "altChunk":
                return self._other_document(element)
            case _:
                return self._paragraph(element)

    def _other_document(self, element: XmlElement) -> Iterator[Block]:
        name = self._package.target(self._package.main, str(element.get(_RID) or ""))
        chunk = Chunk() if name is None or self._nested else chunk_of(self._package, name)
        if chunk.word:
            package = DocxPackage(chunk.word, self._package.path)
            inner = _DocumentReader(package, nested=True).read()
            prefix = f"{element.get(_RID)}-"
            self._left_out += inner.left_out
            self._foreign_notes |= {prefix + note: text for note, text in inner.footnotes.items()}
            chunk.blocks = [marked_apart(block, prefix) for block in inner.blocks]
        if not chunk.blocks:
            left = LeftOut(kind="embedded", text=name or "", reason=_("Tài liệu khác được nhúng vào tệp."))
            self._left_out.append(left)
        yield from chunk.blocks

    def _table(self, element: XmlElement) -> Iterator[Block]:
        rows, heads = self._story.table(element, self._counters)
        if rows:
            yield Block(rows=rows, header_rows=heads)

    def _paragraph(self, element: XmlElement) -> Iterator[Block]:
        read = self._story.paragraph(element, self._counters)
        for box in read.typed.boxes:
            yield from self._box(box)
        text = self._started + read.typed.text
        self._started = text if read.runs_on else EMPTY
        if text.stripped() and not read.runs_on:
            yield from self._shown(read, text.stripped())

    def _shown(self, read: ReadParagraph, text: RichText) -> Iterator[Block]:
        if read.style.lower().startswith("toc "):
            left = LeftOut(kind="toc", text=text.plain, reason=_("Mục lục do Word tự dựng từ các đề mục."))
            self._left_out.append(left)
            return
        yield Block(
            text=text,
            label=read.label,
            style=read.style,
            outline=read.outline,
            align=read.align,
            indent_mm=read.indent_mm,
        )

    def _box(self, box: XmlElement) -> Iterator[Block]:
        outer, self._counters = self._counters, Counters()
        outer_started, self._started = self._started, EMPTY
        for element in self._story.parts(box):
            found = self._blocks(element)
            yield from (replace(block, region="textbox") for block in found)
        self._counters, self._started = outer, outer_started

    def _margins(self) -> None:
        seen: set[str] = set()
        for kind, reason in (("header", _("Chữ ở đầu trang.")), ("footer", _("Chữ ở chân trang."))):
            for part in self._package.targets(self._package.main, kind):
                root = self._package.xml(part)
                self._left_out += graphics_below(root)
                text = words(root)
                if text not in seen and any(sign.isalpha() for sign in text):
                    self._left_out.append(LeftOut(kind=kind, text=text, reason=reason))
                seen.add(text)

    def _comments(self) -> None:
        root = self._package.related("comments")
        for comment in [] if root is None else root.findall(W + "comment"):
            author = value(comment, attribute="author") or ""
            reason = _("Ghi chú bên lề của {author}.").format(author=author or "?")
            self._left_out.append(LeftOut(kind="comment", text=words(comment), reason=reason))


def _landscapes(elements: list[XmlElement], body: XmlElement | None) -> list[bool]:
    """Return for each element whether the section that it ends up in lies crosswise."""
    current = _is_landscape(child(body, "sectPr"))
    found: list[bool] = []
    for element in reversed(elements):
        section = child(child(element, "pPr"), "sectPr")
        current = current if section is None else _is_landscape(section)
        found.append(current)
    return found[::-1]


def _is_landscape(section: XmlElement | None) -> bool:
    size = child(section, "pgSz")
    width, height = number(value(size, attribute="w")), number(value(size, attribute="h"))
    if width is not None and height is not None:
        return width > height
    return value(size, attribute="orient") == "landscape"


def _visible(block: Block) -> str:
    """Return the words that the file holds; labels of automatic lists outside tables are none of them."""
    if block.rows is not None:
        return "\n".join(cell.text.plain for row in block.rows for cell in row)
    return block.text.plain
