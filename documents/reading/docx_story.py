"""A story of the document (body, cell, text box, note): its paragraphs and tables in order, with labels and spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from documents.files import XmlElement
from documents.reading.blocks import LeftOut
from documents.reading.docx_numbering import Counters, ListItem, Numbering
from documents.reading.docx_styles import Styles
from documents.reading.docx_text import TextReader, Typed, words
from documents.reading.docx_xml import MC, TWIPS_PER_MM, branch, child, is_word, local, number, switch, value
from plans.nodes import Align, Cell
from plans.text import EMPTY, RichText, Span
from resources.texts import gettext as _

MAX_SPAN = 63
"""Columns a table can have in Word."""

_THROUGH = frozenset({"customXml", "ins", "moveTo", "sdtContent"})


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadParagraph:
    """A paragraph as read. runs_on: its mark was deleted, moved away or hidden, so it goes on in the next
    paragraph, and only that one's number counts."""

    typed: Typed
    label: str
    style: str
    outline: int | None
    align: Align
    indent_mm: float | None
    runs_on: bool


@dataclass(slots=True)
class _CellDraft:
    text: RichText = EMPTY
    align: Align = ""
    colspan: int = 1
    rowspan: int = 1


@dataclass(slots=True)
class StoryReader:
    """Reads paragraphs and tables; what is no text of the plan goes to ``left_out``."""

    styles: Styles
    numbering: Numbering
    texts: TextReader
    left_out: list[LeftOut] = field(default_factory=list[LeftOut])

    def parts(self, container: XmlElement) -> Iterator[XmlElement]:
        """Yield the ``w:p``, ``w:tbl`` and ``w:altChunk`` of a container in order, out of all wrappers, without
        Word's own table of contents."""
        yield from self._unwrapped(container, ("p", "tbl", "altChunk"))

    def paragraph(self, element: XmlElement, counters: Counters) -> ReadParagraph:
        """Return a paragraph with all hints; its list item is counted."""
        properties = child(element, "pPr")
        style_id = self.styles.style_of(properties)
        layers = self.styles.paragraph_layers(properties, style_id)
        item = self.numbering.item(properties, style_id)
        mark = child(properties, "rPr")
        runs_on = any(child(mark, name) is not None for name in ("del", "moveFrom", "specVanish"))
        return ReadParagraph(
            typed=self.texts.read(element, style_id),
            label=self.numbering.label(item, counters) if item and not runs_on else "",
            style=self.styles.name(style_id),
            outline=self.styles.outline(layers, style_id),
            align=self.styles.align(layers),
            indent_mm=_indent_mm(self._with_list(layers, properties, item)),
            runs_on=runs_on,
        )

    def lines(self, container: XmlElement, counters: Counters) -> list[tuple[RichText, Align]]:
        """Return the non-empty paragraphs of a cell, box or note with typed-out labels; nested tables' rows are
        lines whose cells are parted by tabs."""
        found: list[tuple[RichText, Align]] = []
        for element in self.parts(container):
            if local(element) == "tbl":
                found.extend((_row_line(row), "") for row in self.table(element, counters)[0])
                continue
            if local(element) == "altChunk":
                self._leave_out("embedded", "", _("Tài liệu khác được nhúng vào tệp."))
                continue
            read = self.paragraph(element, counters)
            for box in read.typed.boxes:
                found += self.lines(box, Counters())
            label = RichText.of(f"{read.label} ") if read.label else EMPTY
            found.append(((label + read.typed.text).stripped(), read.align))
        return [line for line in found if line[0]]

    def table(self, element: XmlElement, counters: Counters) -> tuple[tuple[tuple[Cell, ...], ...], int]:
        """Return the rows of a ``w:tbl`` (as ``plans.nodes.Table``) and how many of them are repeated as head."""
        drafts: list[list[_CellDraft]] = []
        above: dict[int, _CellDraft] = {}
        heads = 0
        for row in self._unwrapped(element, ("tr",)):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                self._leave_out("deletion", words(row), _("Dòng bảng đã xóa khi sửa có theo dõi (track changes)."))
                continue
            if heads == len(drafts) and switch(properties, "tblHeader"):
                heads += 1
            cells, above = self._row(row, properties, above, counters)
            drafts.append(cells)
        rows = tuple(
            tuple(Cell(text=d.text, colspan=d.colspan, rowspan=d.rowspan, align=d.align) for d in row) for row in drafts
        )
        return rows, heads

    def _row(
        self, row: XmlElement, properties: XmlElement | None, above: dict[int, _CellDraft], counters: Counters
    ) -> tuple[list[_CellDraft], dict[int, _CellDraft]]:
        cells: list[_CellDraft] = []
        merging: dict[int, _CellDraft] = {}
        column = _skipped(properties, "gridBefore", cells)
        for element in self._unwrapped(row, ("tc",)):
            given = child(element, "tcPr")
            lines = self.lines(element, counters)
            across, down = _merge(given, "hMerge"), _merge(given, "vMerge")
            if across == "continue" and cells:
                self._covered(lines)
                cells[-1].colspan = _span(cells[-1].colspan + 1)
                column += 1
                continue
            width = _span(number(value(given, "gridSpan")) or 1)
            if down == "continue" and column in above:
                self._covered(lines)
                above[column].rowspan += 1
                merging[column] = above[column]
            else:
                align = lines[0][1] if lines else ""
                cells.append(_CellDraft(joined(line for line, _ in lines), align, width))
                if down:
                    merging[column] = cells[-1]
            column += width
        _skipped(properties, "gridAfter", cells)
        return cells, merging

    def _covered(self, lines: list[tuple[RichText, Align]]) -> None:
        text = "\n".join(line.plain for line, _ in lines)
        self._leave_out("hidden", text, _("Chữ nằm trong ô đã gộp, Word không hiện ra."))

    def _unwrapped(self, container: XmlElement, wanted: tuple[str, ...]) -> Iterator[XmlElement]:
        for item in container:
            if item.tag == MC + "AlternateContent":
                chosen = branch(item)
                if chosen is not None:
                    yield from self._unwrapped(chosen, wanted)
            elif not is_word(item):
                continue
            elif local(item) in wanted:
                yield item
            elif local(item) in _THROUGH:
                yield from self._unwrapped(item, wanted)
            elif local(item) == "sdt":
                yield from self._control(item, wanted)

    def _control(self, item: XmlElement, wanted: tuple[str, ...]) -> Iterator[XmlElement]:
        content = child(item, "sdtContent")
        if content is None:
            return
        properties = child(item, "sdtPr")
        if value(child(properties, "docPartObj"), "docPartGallery") == "Table of Contents":
            self._leave_out("toc", words(content), _("Mục lục do Word tự dựng từ các đề mục."))
        elif switch(properties, "showingPlcHdr"):
            self._leave_out("placeholder", words(content), _("Lời nhắc điền của ô nhập trong Word."))
        else:
            yield from self._unwrapped(content, wanted)

    def _with_list(self, layers: list[XmlElement], own: XmlElement | None, item: ListItem | None) -> list[XmlElement]:
        """Return the layers with the list level's own properties in the place where Word looks at them."""
        level = self.numbering.level(item) if item else None
        if level is None or level.properties is None or item is None:
            return layers
        at = 1 if own is not None else 0
        if item.styled:
            at = next((i + 1 for i, layer in enumerate(layers) if value(child(layer, "numPr"), "numId")), at)
        return [*layers[:at], level.properties, *layers[at:]]

    def _leave_out(self, kind: str, text: str, reason: str) -> None:
        if text or kind == "embedded":
            self.left_out.append(LeftOut(kind=kind, text=text, reason=reason))


def joined(texts: Iterable[RichText], sign: str = "\n") -> RichText:
    """Return the texts as one, parted by ``sign`` in the look of what stands before it."""
    spans: list[Span] = []
    for text in texts:
        if spans:
            last = spans[-1]
            spans.append(Span(sign, last.bold, last.italic, last.vertical))
        spans += text
    return RichText.join(spans)


def _row_line(row: tuple[Cell, ...]) -> RichText:
    return joined((cell.text for cell in row), "\t")


def _indent_mm(layers: list[XmlElement]) -> float | None:
    given: dict[str, int] = {}
    for layer in layers:
        indents = child(layer, "ind")
        if indents is None:
            continue
        found = {
            "left": number(value(indents, attribute="left") or value(indents, attribute="start")),
            "first": number(value(indents, attribute="firstLine")),
            "hanging": number(value(indents, attribute="hanging")),
        }
        if {"first", "hanging"} & given.keys():
            found["first"] = found["hanging"] = None
        given |= {name: twips for name, twips in found.items() if twips is not None and name not in given}
    if not given:
        return None
    first = -given["hanging"] if "hanging" in given else given.get("first", 0)
    return round((given.get("left", 0) + first) / TWIPS_PER_MM, 1)


def _merge(properties: XmlElement | None, name: str) -> str:
    """Return "restart", "continue" or "" for no merge."""
    found = child(properties, name)
    return "" if found is None else "restart" if value(found) == "restart" else "continue"


def _skipped(properties: XmlElement | None, name: str, cells: list[_CellDraft]) -> int:
    columns = number(value(properties, name)) or 0
    if columns <= 0:
        return 0
    cells.append(_CellDraft(colspan=_span(columns)))
    return _span(columns)


def _span(columns: int) -> int:
    return min(max(columns, 1), MAX_SPAN)
