from __future__ import annotations

import io
import itertools
import re

import pypdfium2
import pytest
import rdocx
from docx import Document
from docx.shared import Pt
from docx_integrity import check
from openxml_audit import OpenXmlValidator

from documents.audit import audit
from documents.rendering import render_docx
from documents.rendering.unit_names import must_be_full
from plans.plan import Letterhead
from plans.profile import LayoutProfile
from plans.sample import sample_plan

OTHER = LayoutProfile(
    body_size=13, head_sizes="13/14/14", indent=10, gap_before=3, gap_after=6, line_spacing=1.5, margin_top=25,
    margin_bottom=25, margin_left=35, margin_right=20,
)  # fmt: skip
CORNERS = [
    LayoutProfile(body_size=size, head_sizes=head, margin_left=left, margin_right=right, line_spacing=line)
    for size, head, (left, right), line in itertools.product(
        (13, 14), ("12/13/13", "13/14/14"), ((30, 15), (35, 20)), (1.0, 1.5)
    )
]


def errors(data: bytes) -> list[tuple[str, str]]:
    return [(f.rule, f.message) for f in audit(data).errors]


@pytest.mark.parametrize("profile", CORNERS)
def test_every_corner_of_the_decree_passes_the_audit(plan, profile):
    plan.profile = profile
    assert errors(render_docx(plan)) == []


def test_a_profile_changes_the_styles_and_nothing_in_the_text(plan, rendered):
    usual = rendered(plan).paragraphs
    plan.profile = OTHER
    assert rendered(plan).paragraphs == usual
    document = Document(io.BytesIO(render_docx(plan)))
    text = document.styles["KH Nội dung"]
    assert (text.font.size, text.paragraph_format.line_spacing) == (Pt(13), 1.5)
    assert text.paragraph_format.first_line_indent.mm == pytest.approx(10, abs=0.1)
    assert (text.paragraph_format.space_before, text.paragraph_format.space_after) == (Pt(3), Pt(6))
    assert document.styles["KH Quốc hiệu"].font.size == Pt(13)
    assert document.styles["KH Số ký hiệu"].font.size == Pt(13)
    assert document.styles["KH Phụ lục"].font.size == Pt(14)
    assert document.styles["KH Ô bảng"].font.size == Pt(12)
    assert {round(s.left_margin.mm) for s in document.sections} == {35}


def test_every_section_takes_the_margins_landscape_ones_too(hard_plan):
    hard_plan.profile = OTHER
    sections = Document(io.BytesIO(render_docx(hard_plan))).sections
    assert {(round(s.top_margin.mm), round(s.right_margin.mm)) for s in sections} == {(25, 20)}
    assert errors(render_docx(hard_plan)) == []


def test_a_document_of_another_profile_is_valid(tmp_path):
    plan = sample_plan()
    plan.profile, plan.draft_mark, plan.drafter_mark, plan.copies = OTHER, True, "PL", 300
    path = tmp_path / "out.docx"
    path.write_bytes(render_docx(plan))
    assert [str(e) for e in OpenXmlValidator().validate(str(path)).errors] == []
    assert [str(e) for e in check(str(path)) if e.severity == "error"] == []
    assert [str(e) for e in rdocx.validate_file(path).findings if e.severity == "error"] == []


@pytest.mark.parametrize("profile", [CORNERS[0], CORNERS[4], CORNERS[6], OTHER])
def test_the_nations_name_stays_on_one_line(plan, profile, libreoffice):
    plan.profile = profile
    data = render_docx(plan)
    for pdf in (libreoffice(data), rdocx.Document.from_bytes(data).to_pdf()):
        text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
        assert re.search("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM *\r?\n", text)


def test_the_parent_line_may_be_left_out(plan, rendered):
    plan.letterhead = Letterhead(parent="UBND TỈNH LÂM SƠN", agency=("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM"))
    assert rendered(plan).texts("KHCoQuanChuQuan") == ["UBND TỈNH LÂM SƠN"]
    plan.profile = LayoutProfile(parent_line=False)
    assert rendered(plan).texts("KHCoQuanChuQuan") == []


@pytest.mark.parametrize(
    ("unit", "written", "form", "printed"),
    [
        ("XÃ SUỐI LIM", "Suối Lim", "full", "Xã Suối Lim"),
        ("XÃ SUỐI LIM", "Xã Suối Lim", "bare", "Suối Lim"),
        ("XÃ SUỐI LIM", "Xã Suối Lim", "", "Xã Suối Lim"),
        ("XÃ SUỐI LIM", "", "", "Suối Lim"),
        ("XÃ SUỐI LIM", "Bến Mây", "full", "Bến Mây"),
        ("PHƯỜNG 12", "", "bare", "Phường 12"),
        ("PHƯỜNG ĐIỆN BIÊN PHỦ", "Điện Biên Phủ", "bare", "Phường Điện Biên Phủ"),
        ("ĐẶC KHU HÒN NGANG", "", "full", "Đặc khu Hòn Ngang"),
    ],
)
def test_the_place_takes_the_form_the_office_has_chosen(plan, rendered, unit, written, form, printed):
    plan.letterhead, plan.place = Letterhead(agency=("ỦY BAN NHÂN DÂN", unit)), written
    plan.profile = LayoutProfile(place_form=form)
    assert rendered(plan).texts("KHDiaDanh")[0].startswith(f"{printed}, ngày")


def test_units_named_after_people_events_and_digits_are_known():
    assert [must_be_full(name) for name in ("Võ Thị Sáu", "1", "Suối Lim")] == [True, True, False]


def test_a_draft_is_marked_on_request_and_an_issued_copy_never(plan, rendered):
    plan.draft_mark = True
    assert rendered(plan).texts("KHDuThao") == ["DỰ THẢO"]
    assert errors(render_docx(plan)) == []
    assert rendered(plan, issued=True).texts("KHDuThao") == []


@pytest.mark.parametrize(
    ("mark", "copies", "printed"),
    [("pl", 300, ["PL.(300)"]), ("PL", None, ["PL"]), ("", 30, ["(30)"]), ("", None, [])],
)
def test_the_drafters_mark_stands_below_the_recipients(plan, rendered, mark, copies, printed):
    plan.drafter_mark, plan.copies = mark, copies
    assert rendered(plan).texts("KHNguoiSoan") == printed
    assert errors(render_docx(plan)) == []


def test_a_document_that_is_issued_as_a_draft_is_said_to_be_one(plan):
    plan.draft_mark = True
    data = render_docx(plan)
    assert ("ND30-14", "DỰ THẢO", "draft") in [(f.rule, f.found, f.severity) for f in audit(data).findings]
    assert ("ND30-14", "DỰ THẢO") in [(f.rule, f.found) for f in audit(data, issued=True).errors]
    clean = audit(render_docx(plan, issued=True), issued=True)
    assert "DỰ THẢO" not in [f.found for f in clean.findings]
