"""Ten letterheads measured in millimetres on the pages of both renderers (decree 30/2020/NĐ-CP, PL1-II.1.b, II.2.b)."""

from __future__ import annotations

from typing import NamedTuple

import pypdfium2
import pypdfium2.raw
import pytest
import rdocx

from documents.audit import audit
from documents.measure import text_width_mm
from documents.rendering import render_docx
from documents.rendering.context import RenderContext
from documents.rendering.measures import Measures
from plans.plan import Letterhead, Plan
from plans.profile import LayoutProfile

MM = 25.4 / 72
SMALL_HEAD, LARGE_HEAD = LayoutProfile(), LayoutProfile(head_sizes="13/14/14", margin_left=35, margin_right=20)
HEADS = {
    "two lines": ("", ("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM")),
    "one line": ("", ("ỦY BAN NHÂN DÂN XÃ SUỐI LIM",)),
    "one long line": ("", ("ỦY BAN NHÂN DÂN PHƯỜNG THƯỢNG BẾN MÂY ĐÔNG",)),
    "three lines": ("", ("ỦY BAN NHÂN DÂN", "ĐẶC KHU QUẦN ĐẢO", "HÒN NGANG VĨNH THẠNH")),
    "special zone": ("", ("ỦY BAN NHÂN DÂN", "ĐẶC KHU HÒN NGANG")),
    "sixty characters": ("", ("ỦY BAN NHÂN DÂN ĐẶC KHU QUẦN ĐẢO HÒN NGANG VĨNH THẠNH ĐÔNG",)),
    "parent": ("UBND XÃ SUỐI LIM", ("PHÒNG VĂN HÓA - XÃ HỘI",)),
    "long parent": ("ỦY BAN NHÂN DÂN PHƯỜNG THƯỢNG BẾN MÂY", ("PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ",)),
    "steering committee": ("", ("BAN CHỈ ĐẠO CHUYỂN ĐỔI SỐ VÀ CẢI CÁCH HÀNH CHÍNH XÃ SUỐI LIM",)),
    "short": ("", ("TRẠM Y TẾ",)),
}


class Line(NamedTuple):
    """A drawn rule on page 1, in mm: from the left edge of the paper, and from its top."""

    left: float
    right: float
    top: float

    @property
    def length(self) -> float:
        return self.right - self.left


def drawn(pdf: bytes) -> list[Line]:
    """The rules of page 1's upper half: issuer's, motto's, subject's."""
    page = pypdfium2.PdfDocument(pdf)[0]
    height = page.get_height()
    paths = [item for item in page.get_objects(max_depth=3) if item.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
    boxes = [item.get_bounds() for item in paths]
    flat = [box for box in boxes if box[2] - box[0] > 20 and box[3] - box[1] < 3 and box[1] > height / 2]
    lines = [Line(left * MM, right * MM, (height - top) * MM) for left, _, right, top in flat]
    head = sorted(lines, key=lambda line: line.top)
    subject = head.pop()
    return [*sorted(head, key=lambda line: line.left), subject]


def renderers(data: bytes, libreoffice) -> list[bytes]:
    return [libreoffice(data), rdocx.Document.from_bytes(data).to_pdf()]


@pytest.fixture(params=HEADS)
def head_plan(request: pytest.FixtureRequest, plan: Plan) -> Plan:
    """A plan with one of the ten letterheads."""
    parent, agency = HEADS[request.param]
    plan.letterhead = Letterhead(parent=parent, agency=agency)
    return plan


@pytest.mark.parametrize("profile", [SMALL_HEAD, LARGE_HEAD], ids=["12", "13"])
def test_rules_are_as_long_on_paper_as_the_decree_wants(head_plan, profile, libreoffice):
    head_plan.profile = profile
    context, sizes = RenderContext.of(head_plan), Measures.of(profile)
    widest = max(text_width_mm(line, sizes.nation, bold=True) for line in context.agency)
    motto = text_width_mm("Độc lập - Tự do - Hạnh phúc", sizes.motto, bold=True)
    for pdf in renderers(render_docx(head_plan), libreoffice):
        issuer, under_motto, subject = drawn(pdf)
        assert 1 / 3 < issuer.length / widest < 1 / 2
        assert under_motto.length == pytest.approx(motto, abs=0.4)
        assert subject.length == pytest.approx(context.subject_rule, abs=0.4)
        assert (issuer.left + issuer.right) / 2 == pytest.approx(profile.margin_left + sizes.left / 2, abs=0.5)
        right_middle = profile.margin_left + sizes.left + sizes.right / 2
        assert (under_motto.left + under_motto.right) / 2 == pytest.approx(right_middle, abs=0.5)


def test_no_line_of_a_letterhead_wraps_on_paper(head_plan, libreoffice):
    context = RenderContext.of(head_plan)
    for pdf in renderers(render_docx(head_plan), libreoffice):
        printed = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
        lines = [" ".join(line.split()) for line in printed.splitlines()]
        for line in (*context.parent, *context.agency):
            assert any(shown.startswith(line) or shown.endswith(line) for shown in lines), line


def test_the_audit_finds_no_fault_in_these_letterheads(head_plan):
    found = [f for f in audit(render_docx(head_plan)).errors if f.rule in ("ND30-05", "ND30-06", "ND30-08", "ND30-09")]
    assert found == []
