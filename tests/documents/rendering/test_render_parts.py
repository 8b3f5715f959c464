from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from documents.rendering import bookmark_name, render_docx
from documents.rendering.wml import clean
from plans import codec
from plans.nodes import Appendix, Footnote, Paragraph, Table
from plans.plan import Plan
from plans.text import RichText, Span, nfc

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMESPACE = "{urn:kehoach:plan:1}"


def section_marks(xml: str) -> list[tuple[bool, bool]]:
    """For each section: hides its first number, starts at 1."""
    return [("<w:titlePg/>" in item, 'w:start="1"' in item) for item in re.findall(r"<w:sectPr>.*?</w:sectPr>", xml)]


def test_the_same_plan_gives_the_same_bytes(plan, hard_plan):
    assert render_docx(plan) == render_docx(codec.loads(codec.dumps(plan)))
    assert render_docx(hard_plan) == render_docx(hard_plan)


def test_page_numbers_hide_on_the_first_page_and_start_anew_in_each_appendix(hard_plan, rendered):
    marks = section_marks(rendered(hard_plan).xml)
    assert marks == [(True, False), (False, False), (False, False), (True, True), (True, True)]


def test_the_page_number_stands_in_the_header_but_not_on_page_one(plan, rendered):
    parts = rendered(plan).parts
    assert b" PAGE " in parts["word/header1.xml"]
    assert b"PAGE" not in parts["word/header2.xml"]


def test_an_appendix_names_itself_and_the_plan_it_belongs_to(hard_plan, rendered):
    document = rendered(hard_plan)
    assert document.texts("KHPhuLuc") == ["Phụ lục I", "Phụ lục II"]
    assert document.texts("KHTenPhuLuc") == ["DANH MỤC", "BIỂU MẪU"]
    assert document.texts("KHKemTheo")[0] == (
        "(Kèm theo Kế hoạch số 07/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Suối Lim)"
    )


def test_an_appendix_alone_takes_no_number_and_ends_with_the_mark(make, node, rendered):
    plan = make()
    plan.appendices.children = [Appendix(reference="(Kèm theo Kế hoạch)", children=[node["paragraph"]("Hết.")])]
    document = rendered(plan)
    assert document.texts("KHPhuLuc") == ["Phụ lục"]
    assert document.texts("KHKemTheo") == ["(Kèm theo Kế hoạch)"]
    assert document.texts("KHNoiDung") == ["Hết./."]


def test_footnotes_are_word_footnotes_numbered_by_their_marks_with_a_paragraph_an_item(hard_plan, rendered):
    document = rendered(hard_plan)
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"/>', document.xml) == ["1", "2"]
    notes = etree.fromstring(document.parts["word/footnotes.xml"])
    assert [document.text(note) for note in notes] == ["", "", *[" Văn bản thứ nhấtVăn bản thứ hai"] * 2]
    assert [len(note) for note in notes] == [1, 1, 2, 2]


def test_a_mark_of_a_note_that_is_not_there_is_left_out(make, rendered):
    plan = make(Paragraph(text=RichText((Span("chữ"), Span(footnote="f" * 32)))))
    assert "footnoteReference" not in rendered(plan).xml


def test_each_printed_node_has_its_own_hidden_bookmark(hard_plan, rendered):
    document = rendered(hard_plan)
    names = re.findall(r'w:name="(_kh[0-9a-f]{32})"', document.xml + document.parts["word/footnotes.xml"].decode())
    assert sorted(names) == sorted(bookmark_name(node.id) for node in hard_plan.walk())
    numbers = re.findall(r'<w:bookmarkStart w:id="(\d+)"', document.xml)
    assert len(numbers) == len(set(numbers))


def test_a_bookmark_has_at_most_forty_characters_whatever_the_id():
    assert bookmark_name("a" * 32) == "_kh" + "a" * 32
    assert re.fullmatch("_kh[0-9a-f]{32}", bookmark_name("tên dài, có dấu " * 9))


def test_the_document_carries_its_plan_but_no_note(plan, rendered):
    plan.note = "đừng in"
    plan.body.children[0].note = "đừng in"
    item = etree.fromstring(rendered(plan).parts["customXml/item1.xml"])
    carried = codec.loads(item.text)
    plan.note = plan.body.children[0].note = ""
    assert item.tag == f"{NAMESPACE}plan"
    assert carried == plan


def test_the_issued_copy_carries_neither_plan_nor_bookmarks(plan, rendered):
    document = rendered(plan, issued=True)
    assert "bookmark" not in document.xml
    assert not [name for name in document.parts if name.startswith("customXml")]
    assert b"customXml" not in document.parts["[Content_Types].xml"] + document.parts["word/_rels/document.xml.rels"]


def test_the_properties_name_title_agency_and_language(plan, rendered):
    core = rendered(plan).parts["docProps/core.xml"].decode()
    assert "<dc:title>Kế hoạch Phát triển chợ phiên năm 2026</dc:title>" in core
    assert "<dc:creator>Ủy ban nhân dân xã Suối Lim</dc:creator>" in core
    assert "<dc:language>vi-VN</dc:language>" in core


@pytest.mark.parametrize(
    "text", ["{{ plan }}", "{% for %}", "{%p if x %}", "}} %}", "a & b <c>", "😀", "{# x #}", "\\n"]
)
def test_what_looks_like_a_tag_comes_out_as_text(make, node, rendered, text):
    plan = make(node["paragraph"](f"{text} xong"), subject=text, place=text)
    document = rendered(plan)
    assert document.texts("KHNoiDung") == [f"{text} xong./."]
    assert document.texts("KHTrichYeu") == [text]
    assert document.texts("KHDiaDanh")[0].startswith(f"{text}, ngày")


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=40))
def test_any_text_is_rendered_without_the_characters_that_xml_forbids(text):
    plan = Plan(subject=text, place=text)
    plan.body.children = [Paragraph(text=RichText((Span(text), Span("|", bold=True))))]
    plan.footnotes.children = [Footnote(text=RichText.of(text))]
    with zipfile.ZipFile(io.BytesIO(render_docx(plan))) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
        etree.fromstring(package.read("customXml/item1.xml"))
    shown = "".join(tree.itertext(f"{W}t"))
    assert "".join(clean(nfc(text)).split()) in "".join(shown.split())


def test_a_long_word_and_five_thousand_paragraphs_are_rendered(make, node, rendered):
    plan = make(node["paragraph"]("x" * 10_000), *(node["paragraph"](f"Đoạn {number}.") for number in range(5000)))
    assert len(rendered(plan).texts("KHNoiDung")) == 5001


@pytest.mark.parametrize("rows", [[], [[]], [[], []]])
def test_a_table_without_cells_prints_its_title_alone(make, rendered, rows):
    assert rendered(make(Table(title=RichText.of("Bảng trống"), rows=rows))).texts("KHTenBang") == ["Bảng trống"]
