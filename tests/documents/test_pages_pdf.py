"""The PDF for export: whole, the same each time, a loss told."""

import subprocess
import sys

import pytest

from documents.pages import docx_to_pdf
from documents.pages.pdf import lost_words
from documents.pages.typesetting import write_pdf
from documents.rendering import render_docx
from plans.errors import Trouble
from plans.nodes import Cell, Footnote, Paragraph, Table
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText, Span
from resources.messages import sentence


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


def test_what_the_layout_library_drops_is_told():
    """The bare DOCX, not adapted, loses a note in a cell and a word longer than the line."""
    note = Footnote(text=RichText.of("Quy ước riêng của xã Suối Lim"))
    marked = RichText.join([Span("Ô có chú thích"), Span(footnote=note.id)])
    word = Paragraph(text=RichText.of("Mã " + "khoa" * 60 + " hết."))
    plan = plan_of(word, Table(rows=[[Cell(text=RichText.of("Đầu"))], [Cell(text=marked)]]), notes=[note])
    docx = render_docx(plan)
    assert lost_words(docx, write_pdf(docx)) == ["khoa" * 60, "quy", "ước", "riêng", "của", "xã", "suối", "lim"]
    assert docx_to_pdf(docx).lost_words == []


def test_a_footnote_in_the_text_is_kept_though_its_mark_is_glued_to_a_word():
    note = Footnote(text=RichText.of("Quy ước riêng"))
    text = RichText.join([Span("Đoạn có chú thích"), Span(footnote=note.id), Span(" giữa câu.")])
    assert docx_to_pdf(render_docx(plan_of(Paragraph(text=text), notes=[note]))).lost_words == []


def test_a_word_is_lost_when_it_stands_elsewhere_too():
    shown = docx_to_pdf(render_docx(plan_of(Paragraph(text=RichText.of("Xã Suối Lim trồng cây.")))))
    twice = render_docx(plan_of(Paragraph(text=RichText.of("Xã Suối Lim trồng cây, trồng cây."))))
    assert lost_words(twice, shown.pdf) == ["trồng", "cây"]


@pytest.mark.parametrize("data", [b"", b"khong phai docx", b"PK\x03\x04" + bytes(200)])
def test_what_is_no_docx_is_a_trouble(data):
    with pytest.raises(Trouble) as caught:
        docx_to_pdf(data)
    assert caught.value.code == "pages-failed"
    assert sentence("pages-failed", caught.value.data).startswith("Không dựng được trang in (tệp không phải là DOCX")


def test_the_window_loads_no_layout_library():
    program = (
        "import sys, documents.pages.worker, documents.pages.page_map; "
        "print({'rdocx', 'pypdfium2', 'lxml'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
