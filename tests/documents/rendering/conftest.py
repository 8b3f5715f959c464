"""What the tests of rendering share: invented plans, and a rendered DOCX taken apart."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import etree

from documents.rendering import render_docx
from plans.nodes import (
    Appendix,
    Bullet,
    Cell,
    Footnote,
    LabelStyle,
    LegalBasis,
    Node,
    Paragraph,
    Recipient,
    Section,
    Table,
)
from plans.plan import Letterhead, Plan, PlanDate, Signature
from plans.text import RichText, Span

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SEEDS = Path(__file__).parents[4] / "shared" / "seeds"


def cells(*rows: tuple[object, ...]) -> list[list[Cell]]:
    return [[Cell(text=RichText.of(str(value))) for value in row] for row in rows]


def section(title: str, *children: Node, **more: object) -> Section:
    return Section(title=RichText.of(title), children=list(children), **more)


def paragraph(text: str, **more: object) -> Paragraph:
    return Paragraph(text=RichText.of(text), **more)


def _numbered_ids(plan: Plan) -> Plan:
    """Give the nodes ids that stay the same, so that golden documents do."""
    for number, node in enumerate(plan.walk(), 1):
        node.id = f"{number:032x}"
    return plan


def _plan(**more: object) -> Plan:
    plan = Plan(
        id="0" * 32,
        letterhead=Letterhead(agency=("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM")),
        place="Suối Lim",
        date=PlanDate(month=3, year=2026),
        subject="Phát triển chợ phiên năm 2026",
        signature=Signature(lines=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), name="Lò Thị Mây"),
        archive="VT, KT",
    )
    for name, value in more.items():
        setattr(plan, name, value)
    return plan


@pytest.fixture
def plan() -> Plan:
    """A short plan with every part, ids fixed."""
    made = _plan()
    made.bases.children = [LegalBasis(text=RichText.of(f"Căn cứ Luật số {number}")) for number in (1, 2)]
    made.opening.children = [paragraph("Ủy ban nhân dân xã Suối Lim ban hành Kế hoạch như sau:")]
    made.body.children = [
        section("Mục đích", paragraph("Giữ chợ phiên."), section("Yêu cầu", Bullet(text=RichText.of("Sạch đẹp")))),
        section("Tổ chức thực hiện", paragraph("Phòng Kinh tế chủ trì.")),
    ]
    made.closing.children = [paragraph("Yêu cầu các đơn vị thực hiện.")]
    made.recipients.children = [Recipient(text="Thường trực Đảng ủy"), Recipient(text="Các thôn")]
    return _numbered_ids(made)


@pytest.fixture
def hard_plan() -> Plan:
    """Tables in both orientations, merged heads, parts, notes in cells and headings, mixed appendices."""
    made = _plan(number="7", date=PlanDate(day=5, month=2, year=2026))
    note = Footnote(text=RichText.of("Văn bản thứ nhất\nVăn bản thứ hai"))
    head = [Cell(text=RichText.of("TT"), rowspan=2), Cell(text=RichText.of("Nội dung"), rowspan=2)]
    wide = Table(
        title=RichText.of("Chỉ tiêu từng quý"),
        header_rows=2,
        orientation="landscape",
        rows=[
            [*head, Cell(text=RichText.of("Năm 2026"), colspan=4)],
            *cells(("Quý I", "Quý II", "Quý III", "Quý IV"), (1, "Số gian hàng", 10, 12, 1500, 16)),
        ],
    )
    marked = RichText((Span("Gian hàng"), Span(footnote=note.id)))
    small = Table(rows=[[Cell(text=marked), Cell(text=RichText.of("Số"))], *cells(("Rau", 12), ("Vải", 7))])
    made.footnotes.children = [note]
    made.body.child_labels = LabelStyle.PART
    made.body.children = [
        section("Quy định chung", section("Mục đích", paragraph("Giữ chợ.")), child_labels=LabelStyle.ROMAN),
        section(
            "Bảng biểu",
            section("Bảng rộng", wide, paragraph("Sau bảng rộng.")),
            Section(title=marked, children=[small, paragraph("Sau bảng nhỏ.")]),
            child_labels=LabelStyle.ROMAN,
        ),
    ]
    made.appendices.children = [
        Appendix(
            title=RichText.of("Danh mục"), orientation="landscape", children=[Table(rows=cells(("A", "B"), (1, 2)))]
        ),
        Appendix(title=RichText.of("Biểu mẫu"), children=[paragraph("Hết.")]),
    ]
    made = _numbered_ids(made)
    for text_note in made.footnotes.children:
        for node in made.walk():
            _point_marks(node, note_id=text_note.id)
    return made


def _point_marks(node: Node, note_id: str) -> None:
    def pointed(text: RichText) -> RichText:
        return RichText.join(Span(footnote=note_id) if span.footnote else span for span in text)

    if isinstance(node, Section):
        node.title = pointed(node.title)
    if isinstance(node, Table):
        node.rows = [
            [Cell(text=pointed(c.text), colspan=c.colspan, rowspan=c.rowspan, align=c.align) for c in row]
            for row in node.rows
        ]


@dataclass
class Rendered:
    """A DOCX taken apart: ``parts`` by name, paragraphs as (style id, text), the document's XML tree."""

    data: bytes

    def __post_init__(self) -> None:
        with zipfile.ZipFile(io.BytesIO(self.data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.tree = etree.fromstring(self.parts["word/document.xml"])

    @property
    def xml(self) -> str:
        return self.parts["word/document.xml"].decode("utf-8")

    @property
    def paragraphs(self) -> list[tuple[str, str]]:
        return [(self.style(item), self.text(item)) for item in self.tree.iter(f"{W}p")]

    def texts(self, style: str) -> list[str]:
        return [text for own, text in self.paragraphs if own == style]

    @staticmethod
    def style(item: etree._Element) -> str:
        found = item.find(f"{W}pPr/{W}pStyle")
        return "" if found is None else found.get(f"{W}val")

    @staticmethod
    def text(item: etree._Element) -> str:
        marks = {f"{W}br": "\n", f"{W}tab": "\t"}
        return "".join(marks.get(part.tag, part.text or "") for part in item.iter(f"{W}t", *marks))


@pytest.fixture
def rendered() -> Callable[..., Rendered]:
    """Render a plan and take the DOCX apart."""
    return lambda plan, **more: Rendered(render_docx(plan, **more))


@pytest.fixture
def make() -> Callable[..., Plan]:
    """Make a plan with a body of these nodes and with these fields set."""

    def made(*nodes: Node, **more: object) -> Plan:
        plan = _plan(**more)
        plan.body.children = list(nodes)
        return plan

    return made


@pytest.fixture
def node() -> dict[str, Callable[..., Node]]:
    """Short makers of nodes: "section", "paragraph"; "cells" makes the rows of a table."""
    return {"section": section, "paragraph": paragraph, "cells": cells}  # type: ignore[dict-item]


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., bytes]:
    """Turn a DOCX into a PDF (or ``to`` another format) with LibreOffice, skipped where it is absent."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("libreoffice")

    def converted(data: bytes, to: str = "pdf") -> bytes:
        folder = tmp_path_factory.mktemp("pdf")
        (folder / "in.docx").write_bytes(data)
        subprocess.run(
            [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", to, "--outdir",
             str(folder / "out"), str(folder / "in.docx")],
            check=True, capture_output=True, timeout=110,
        )  # fmt: skip
        return (folder / "out" / f"in.{to}").read_bytes()

    return converted


@pytest.fixture(params=["000", "001", "002", "003", "004"])
def seed_plan(request: pytest.FixtureRequest) -> Plan:
    """One of the five real plans, as imported."""
    found = sorted(SEEDS.glob(f"{request.param}_*.txt"))
    if not found:
        pytest.skip("shared/seeds not present")
    from documents.importing import import_plan

    return import_plan(found[0]).plan
