"""The PDF for export: whole, the same each time, a loss told."""

import subprocess
import sys

import pytest

from documents.pages import docx_to_pdf
from documents.rendering import render_docx
from plans.errors import Trouble
from plans.nodes import Cell, Footnote, Paragraph, Table
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText, Span


def plan_of(*children, notes=()):
    plan = Plan(place="Suối Lim", subject="Thử trang in")
    plan.body.children = list(children)
    plan.footnotes.children = list(notes)
    return plan


def test_the_pdf_of_the_sample_holds_every_word():
    result = docx_to_pdf(render_docx(sample_plan()))
    assert result.pdf.startswith(b"%PDF-")
    assert result.lost_words == []


def test_the_same_docx_gives_the_same_pdf():
    document = render_docx(sample_plan())
    assert docx_to_pdf(document).pdf == docx_to_pdf(document).pdf


def test_a_footnote_in_a_table_cell_is_lost_and_told():
    note = Footnote(text=RichText.of("Quy ước riêng của xã Suối Lim"))
    marked = RichText.join([Span("Ô có chú thích"), Span(footnote=note.id)])
    plan = plan_of(Table(rows=[[Cell(text=RichText.of("Đầu"))], [Cell(text=marked)]]), notes=[note])
    assert docx_to_pdf(render_docx(plan)).lost_words == ["quy", "ước", "riêng", "của", "xã", "suối", "lim"]


def test_a_footnote_in_the_text_is_kept_though_its_mark_is_glued_to_a_word():
    note = Footnote(text=RichText.of("Quy ước riêng"))
    text = RichText.join([Span("Đoạn có chú thích"), Span(footnote=note.id), Span(" giữa câu.")])
    assert docx_to_pdf(render_docx(plan_of(Paragraph(text=text), notes=[note]))).lost_words == []


def test_a_word_that_runs_off_the_paper_is_told_as_lost():
    plan = plan_of(Paragraph(text=RichText.of("Mã " + "khoa" * 60 + " hết.")))
    assert docx_to_pdf(render_docx(plan)).lost_words == ["khoa" * 60]


@pytest.mark.parametrize("data", [b"", b"khong phai docx", b"PK\x03\x04" + bytes(200)])
def test_what_is_no_docx_is_a_trouble(data):
    with pytest.raises(Trouble) as caught:
        docx_to_pdf(data)
    assert caught.value.code == "pages-failed"


def test_the_window_loads_no_layout_library():
    program = (
        "import sys, documents.pages.worker, documents.pages.page_map; "
        "print({'rdocx', 'pypdfium2', 'lxml'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
