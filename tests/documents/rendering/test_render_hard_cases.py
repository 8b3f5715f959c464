"""Plans nobody plans for: each gives a valid file, with all its words, in which the audit finds no fault of form."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from docx import Document
from docx_integrity import check
from openxml_audit import OpenXmlValidator

from documents.audit import audit
from documents.rendering import render_docx
from plans.nodes import Appendix, Cell, Footnote, Paragraph, Section, Table
from plans.plan import Letterhead, Plan
from plans.text import RichText, Span

SENTENCE = "Giữ gìn chợ phiên sạch đẹp, an toàn cho người dân và du khách. "


def rows(count: int, columns: int) -> list[list[Cell]]:
    return [[Cell(text=RichText.of(f"Ô {row}.{column}")) for column in range(columns)] for row in range(count)]


def titled(title: str, *children: object) -> Section:
    return Section(title=RichText.of(title), children=list(children))  # type: ignore[arg-type]


def prose(text: str = SENTENCE) -> Paragraph:
    return Paragraph(text=RichText.of(text))


def empty_body(plan: Plan) -> None:
    plan.bases.children = plan.opening.children = plan.body.children = plan.closing.children = []


def five_thousand_paragraphs(plan: Plan) -> None:
    plan.body.children = [titled(f"Mục {number}", *(prose() for _ in range(99))) for number in range(50)]


def two_hundred_columns(plan: Plan) -> None:
    plan.body.children = [titled("Bảng", Table(rows=rows(4, 200)), prose())]


def a_word_of_ten_thousand_letters(plan: Plan) -> None:
    word = "a" * 10_000
    plan.subject = word
    plan.letterhead = Letterhead(agency=("Ủ" * 10_000,))
    plan.body.children = [titled("Chữ", prose(word), Table(rows=[[Cell(text=RichText.of(word)), Cell()]]), prose())]


def footnote_in_a_heading(plan: Plan) -> None:
    note = Footnote(text=RichText.of("Văn bản thứ nhất\nVăn bản thứ hai"))
    plan.footnotes.children = [note]
    plan.body.children = [Section(title=RichText((Span("Mục đích"), Span(footnote=note.id))), children=[prose()])]


def appendix_without_a_body(plan: Plan) -> None:
    empty_body(plan)
    plan.appendices.children = [Appendix(title=RichText.of("Danh mục"), children=[Table(rows=rows(3, 3))])]


def mixed_appendices(plan: Plan) -> None:
    def appendix(title: str, *children: object, wide: bool = False) -> Appendix:
        orientation = "landscape" if wide else "portrait"
        return Appendix(title=RichText.of(title), orientation=orientation, children=list(children))  # type: ignore[arg-type]

    plan.body.children = [titled("Mục", prose("Kèm theo các phụ lục I, II, III, IV."))]
    plan.appendices.children = [
        appendix("Danh mục", Table(rows=rows(30, 12)), wide=True),
        appendix("Biểu", prose(), Table(rows=rows(3, 3), orientation="landscape"), prose()),
        appendix("Chữ", prose(), wide=True),
        appendix("Trống"),
    ]


def wide_table_and_back(plan: Plan) -> None:
    plan.body.children = [
        titled("Bảng rộng", prose(), Table(rows=rows(40, 14), orientation="landscape"), prose()),
        titled("Hai bảng liền", Table(rows=rows(3, 20)), Table(rows=rows(3, 3)), prose()),
    ]


CASES = [
    empty_body, five_thousand_paragraphs, two_hundred_columns, a_word_of_ten_thousand_letters, footnote_in_a_heading,
    appendix_without_a_body, mixed_appendices, wide_table_and_back,
]  # fmt: skip


@pytest.fixture(params=CASES, ids=[case.__name__ for case in CASES])
def hard_case(request: pytest.FixtureRequest, plan: Plan) -> Plan:
    """One of the hard cases."""
    make: Callable[[Plan], None] = request.param
    make(plan)
    return plan


def test_hard_cases_are_valid_and_without_fault_of_form(hard_case, tmp_path):
    data = render_docx(hard_case)
    path = tmp_path / "out.docx"
    path.write_bytes(data)
    assert [str(item) for item in check(str(path)) if item.severity == "error"] == []
    if sum(1 for _ in hard_case.walk()) < 1000:  # the validator takes a minute for more
        assert [str(error) for error in OpenXmlValidator().validate(str(path)).errors] == []
    assert [(f.rule, f.message) for f in audit(data).findings if f.kind == "form" and f.severity == "error"] == []


def test_hard_cases_lose_no_word(hard_case, rendered):
    shown = "".join("".join(text for _, text in rendered(hard_case).paragraphs).split()).casefold()
    for node in hard_case.walk():
        text = getattr(node, "text", None)
        if isinstance(text, RichText) and not isinstance(node, Footnote):
            assert "".join(text.plain.split()).rstrip(".;").casefold() in shown
        for row in getattr(node, "rows", []):
            assert all("".join(cell.text.plain.split()).casefold() in shown for cell in row)


def test_pages_turn_for_a_wide_table_and_back_without_numbering_anew(plan):
    wide_table_and_back(plan)
    document = Document(io.BytesIO(render_docx(plan)))
    wide = [section.page_width > section.page_height for section in document.sections]
    assert wide == [False, True, False, True, False]
    starts = re.findall(r"<w:pgNumType[^>]*>", document.element.xml)
    assert starts == []


def test_each_appendix_counts_its_pages_anew_and_only_once(plan):
    mixed_appendices(plan)
    document = Document(io.BytesIO(render_docx(plan)))
    wide = [section.page_width > section.page_height for section in document.sections]
    assert wide == [False, True, False, True, False, True, False]
    starts = [bool(re.search(r'pgNumType w:start="1"', section._sectPr.xml)) for section in document.sections]
    assert starts == [False, True, True, False, False, True, True]


def test_a_rule_is_never_longer_than_half_of_its_column(plan, rendered):
    a_word_of_ten_thousand_letters(plan)
    lengths = [int(width) / 36_000 for width in re.findall(r'<wp:extent cx="(\d+)" cy="9525"/>', rendered(plan).xml)]
    assert lengths[0] <= 35
    assert lengths[2] <= 82.5
