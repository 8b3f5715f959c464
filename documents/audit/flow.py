"""The document as it is printed: paragraphs in order with their runs and effective looks, tables and sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile

from documents.audit.cascade import Cascade, ParagraphLook, RunLook
from documents.audit.drawn import DrawnLine, border_line, drawn_lines
from documents.audit.lists import Lists
from documents.audit.sections import Section, read_sections
from documents.audit.tables import CellBox, TableBox, read_table
from documents.audit.word import Package, qn
from documents.files import XmlElement
from plans.text import nfc

_SKIPPED = frozenset(
    qn(f"w:{name}") for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "delText", "sectPr", "tblPr", "tcPr")
) | {qn("mc:Fallback")}
_BULLETS = "-–+•*"
_SIGNS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:sym"): "•"}


@dataclass(frozen=True, kw_only=True)
class Run:
    """Characters of one look. text: as stored (not yet NFC); field: the field that made it ("PAGE"), "" for none."""

    text: str
    look: RunLook
    field: str = ""


@dataclass(eq=False, kw_only=True)
class Para:
    """One printed paragraph. number: from 1 over the whole story, empty ones counted; label: its automatic number,
    label_look how that is printed (None for bullets and no label); cell: the table cell it stands in, None outside
    tables; box: it stands in a text box; drawn: lines anchored in it; page_break: a page starts at it or within it;
    hard_break: the author broke it there, ends_page: behind its last word; frame_align: the place of the frame it
    stands in, "" for none."""

    number: int
    runs: list[Run]
    look: ParagraphLook
    style: str
    label: str = ""
    label_look: RunLook | None = None
    cell: CellBox | None = None
    section: int = 0
    box: bool = False
    drawn: list[DrawnLine] = field(default_factory=list[DrawnLine])
    page_break: bool = False
    hard_break: bool = False
    ends_page: bool = False
    part: str = "document"
    frame_align: str = ""

    @cached_property
    def raw(self) -> str:
        """The characters as stored, hidden ones left out."""
        return "".join(run.text for run in self.runs if not run.look.hidden)

    @cached_property
    def text(self) -> str:
        """The characters in NFC without white space at the ends."""
        return nfc(self.raw).strip()

    @property
    def shown(self) -> str:
        """The text as read, its automatic label in front."""
        return f"{self.label} {self.text}".strip()


@dataclass(kw_only=True)
class Flow:
    """All of a document: ``paras`` of the body in order (cells and text boxes included), its tables and sections;
    ``notes``: the paragraphs of footnotes; ``stories``: those of headers and footers by part name."""

    paras: list[Para]
    tables: list[TableBox]
    sections: list[Section]
    notes: list[Para]
    stories: dict[str, list[Para]]

    def width_mm(self, para: Para) -> float:
        """Return the width that a paragraph's lines have."""
        section = self.sections[min(para.section, len(self.sections) - 1)]
        room = para.cell.inner_mm if para.cell and para.cell.inner_mm > 0 else section.text_mm
        return max(1.0, room - para.look.left_mm - para.look.right_mm)


class _Reader:
    """Walks one story and gathers its paragraphs and tables."""

    def __init__(self, cascade: Cascade, lists: Lists, part: str) -> None:
        self.cascade, self.lists, self.part = cascade, lists, part
        self.paras: list[Para] = []
        self.tables: list[TableBox] = []
        self.section = 0

    def walk(self, holder: XmlElement, cell: CellBox | None = None, box: bool = False) -> None:
        for child in holder:
            if child.tag == qn("w:p"):
                self._paragraph(child, cell, box)
            elif child.tag == qn("w:tbl"):
                self._table(child)
            elif child.tag not in _SKIPPED:
                self.walk(child, cell, box)

    def _table(self, element: XmlElement) -> None:
        table = read_table(element, len(self.tables), self.section)
        table.cells = [
            (cell if cell.fill is not None else replace(cell, fill=self.cascade.table_fill(cell.style)), inside)
            for cell, inside in table.cells
        ]
        self.tables.append(table)
        for cell, inside in table.cells:
            self.walk(inside, cell)

    def _paragraph(self, element: XmlElement, cell: CellBox | None, box: bool) -> None:
        style = self.cascade.style_id(element)
        props = element.find(qn("w:pPr"))
        num_id, number, level = self.lists.level(element, style)
        table_style = cell.style if cell else ()
        para = Para(
            number=len(self.paras) + 1,
            runs=list(self._runs(element, style, table_style)),
            look=self.cascade.paragraph(style, table_style, props, level),
            style=self.cascade.style_name(style),
            label=self.lists.label(num_id, number) if level is not None else "",
            cell=cell,
            section=self.section,
            box=box,
            part=self.part,
        )
        if para.label.strip(_BULLETS):
            mark = props.find(qn("w:rPr")) if props is not None else None
            para.label_look = self.cascade.run(style, table_style, mark, level)
        frame = props.find(qn("w:framePr")) if props is not None else None
        para.frame_align = frame.get(qn("w:xAlign"), "") if frame is not None else ""
        para.drawn = list(drawn_lines(element))
        para.hard_break = any(b.get(qn("w:type")) == "page" for b in element.iter(qn("w:br")))
        para.ends_page = para.hard_break and _last_is_break(element)
        started = next(element.iter(qn("w:lastRenderedPageBreak")), None) is not None
        para.page_break = para.look.page_break or para.hard_break or started
        self.paras.append(para)
        for inside in _boxes(element):
            self.walk(inside, cell, box=True)
        if props is not None and props.find(qn("w:sectPr")) is not None:
            self.section += 1

    def _runs(self, paragraph: XmlElement, style: str, table_style: tuple[str, ...]) -> Iterator[Run]:
        fields = _Fields()
        for element, simple in _run_elements(paragraph):
            look = self.cascade.run(style, table_style, element.find(qn("w:rPr")))
            for child in element:
                text = _text(child)
                ended = fields.step(child)
                if text or ended or child.tag == qn("w:t"):
                    yield Run(text=text, look=look, field=simple or ended or fields.name)


class _Fields:
    """Follows the marks of complex fields through the runs of a paragraph."""

    def __init__(self) -> None:
        self._open: list[tuple[str, bool]] = []

    @property
    def name(self) -> str:
        """The field whose result is being shown, "" outside all."""
        return next((_field_name(code) for code, shown in reversed(self._open) if shown), "")

    def step(self, child: XmlElement) -> str:
        """Take one element of a run. Returns the name of a field that ends without ever having shown a result."""
        if child.tag == qn("w:instrText") and self._open:
            code, shown = self._open[-1]
            self._open[-1] = (code + (child.text or ""), shown)
        if child.tag != qn("w:fldChar"):
            return ""
        kind = child.get(qn("w:fldCharType"))
        if kind == "begin":
            self._open.append(("", False))
        elif kind == "separate" and self._open:
            self._open[-1] = (self._open[-1][0], True)
        elif kind == "end" and self._open:
            code, shown = self._open.pop()
            return "" if shown else _field_name(code)
        return ""


def _field_name(code: str) -> str:
    words = code.split()
    return words[0].upper() if words else ""


def _run_elements(holder: XmlElement) -> Iterator[tuple[XmlElement, str]]:
    """Yield the runs of a paragraph with the name of the simple field around them; text boxes are left to others."""
    for child in holder:
        if child.tag == qn("w:r"):
            yield child, ""
        elif child.tag == qn("w:fldSimple"):
            name = _field_name(child.get(qn("w:instr"), ""))
            yield from ((run, name) for run, _ in _run_elements(child))
        elif child.tag not in _SKIPPED and child.tag != qn("w:p"):
            yield from _run_elements(child)


def _text(child: XmlElement) -> str:
    if child.tag == qn("w:t"):
        return child.text or ""
    if child.tag == qn("w:br"):
        return "" if child.get(qn("w:type")) in ("page", "column") else "\n"
    return _SIGNS.get(str(child.tag), "")


def _last_is_break(paragraph: XmlElement) -> bool:
    """Say whether a page break stands behind the last characters of a paragraph."""
    last = [c for c in paragraph.iter(qn("w:t"), qn("w:br")) if c.tag == qn("w:br") or c.text]
    return bool(last) and last[-1].get(qn("w:type")) == "page"


def _boxes(paragraph: XmlElement) -> Iterator[XmlElement]:
    """Yield the text boxes anchored in a paragraph; of a shape stored twice, the modern form only."""
    for found in paragraph.iter(qn("w:txbxContent")):
        inside = takewhile(lambda ancestor: ancestor is not paragraph, found.iterancestors())
        if not any(a.tag in (qn("mc:Fallback"), qn("w:txbxContent")) for a in inside):
            yield found


def read_flow(package: Package) -> Flow:
    """Return the printed document of a package, formatting resolved."""
    cascade = Cascade(package)
    lists = Lists(package, cascade)
    reader = _Reader(cascade, lists, "document")
    body = package.document.find(qn("w:body"))
    reader.walk(body if body is not None else package.document)
    flow = Flow(
        paras=reader.paras,
        tables=reader.tables,
        sections=read_sections(package),
        notes=_story(package.footnotes, cascade, lists, "footnotes"),
        stories={name: _story(root, cascade, lists, name) for name, root in package.stories.items()},
    )
    for para in flow.paras:
        if para.look.border is not None:
            para.drawn.append(border_line(para.look.border, flow.width_mm(para)))
    return flow


def _story(root: XmlElement | None, cascade: Cascade, lists: Lists, part: str) -> list[Para]:
    reader = _Reader(cascade, lists, part)
    for holder in _notes(root):
        reader.walk(holder)
    return reader.paras


def _notes(root: XmlElement | None) -> Iterable[XmlElement]:
    """Return what a story's paragraphs stand in: each real note of the footnotes, else the part itself."""
    if root is None:
        return ()
    if root.tag != qn("w:footnotes"):
        return (root,)
    return [n for n in root.iterfind(qn("w:footnote")) if n.get(qn("w:type")) in (None, "normal")]
