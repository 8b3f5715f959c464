"""Phiếu giao việc: what a slip says, and that it is an official document like any other."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document

from documents.audit import audit
from documents.rendering import render_docx
from documents.slips import slip, slip_docx
from plans.errors import Rejection
from plans.nodes import Assignment, Bullet, Paragraph, Table, Target, Task
from plans.plan import Letterhead, Plan, PlanDate, PlanPeriod, Signature
from plans.sample import sample_plan
from plans.text import RichText, Span
from plans.views import units_with_duties

POLICE, HEALTH, SCHOOL = "Công an xã", "Trạm Y tế xã", "Trường Tiểu học Bản Hạ"


@pytest.fixture
def plan() -> Plan:
    plan = Plan(
        letterhead=Letterhead(agency=("ỦY BAN NHÂN DÂN", "XÃ BẢN HẠ")),
        number="7",
        place="Bản Hạ",
        date=PlanDate(day=9, month=1, year=2026),
        subject="Bảo đảm nước sạch năm 2026",
        period=PlanPeriod(start=2026, end=2026),
        signature=Signature(lines=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), name="Lò Thị Mây"),
        archive="VT",
    )
    well = Task(title=RichText.of("Đào giếng."), lead=[HEALTH], coordinating=[POLICE, SCHOOL], deadline="Quý II/2026")
    well.products = ["02 giếng", "Báo cáo"]
    test = Task(title=RichText.of("Xét nghiệm nước"), lead=[POLICE], advisers=[HEALTH])
    duty = Paragraph(text=RichText.join([Span("Trực hằng ngày;"), Span(footnote="f1")]), numbered=True)
    duty.children = [Bullet(text=RichText.of("Ghi sổ;"))]
    given = Assignment(unit=HEALTH, children=[duty])
    plan.body.children = [well, test, given, Assignment(unit="Hội Nông dân xã"), Target(lead=["Thôn Hạ"])]
    return plan


def rows(made: Plan) -> list[list[str]]:
    table = next(node for node in made.walk() if isinstance(node, Table))
    return [[cell.text.plain for cell in row] for row in table.rows]


def test_a_slip_lists_what_a_unit_leads_advises_on_and_helps_with(plan):
    assert rows(slip(plan, HEALTH))[1:] == [
        ["I", "Chủ trì"],
        ["1", "Đào giếng", "- 02 giếng\n- Báo cáo", "Quý II/2026", "Phối hợp: Công an xã; Trường Tiểu học Bản Hạ"],
        ["II", "Tham mưu"],
        ["2", "Xét nghiệm nước", "", "", "Chủ trì: Công an xã"],
    ]
    assert [row[1] for row in rows(slip(plan, POLICE))[1:]] == [
        "Chủ trì",
        "Xét nghiệm nước",
        "Phối hợp",
        "Đào giếng",
    ]


def test_a_slip_names_its_plan_and_has_a_number_of_its_own(plan):
    made = slip(plan, HEALTH)
    assert made.opening.children[0].text.plain == (  # type: ignore[attr-defined]
        "Thực hiện Kế hoạch số 07/KH-UBND ngày 09 tháng 01 năm 2026 của Ủy ban nhân dân xã Bản Hạ về bảo đảm nước sạch "
        "năm 2026, giao Trạm Y tế xã các nhiệm vụ sau:"
    )
    assert (made.number, made.symbol, made.date) == ("", "PGV-UBND", PlanDate(year=2026))
    assert made.signature == plan.signature


def test_what_is_blank_in_the_plan_shows_as_dots(plan):
    plan.number, plan.date = "", PlanDate(year=2026)
    words = slip(plan, HEALTH).opening.children[0].text.plain  # type: ignore[attr-defined]
    assert words.startswith("Thực hiện Kế hoạch số …/KH-UBND ngày … tháng … năm 2026 của Ủy ban")


def test_duties_from_the_body_follow_the_table_without_their_notes(plan):
    made = slip(plan, HEALTH)
    given = [node.text for node in made.walk() if isinstance(node, Bullet)]
    assert [text.plain for text in given] == ["Trực hằng ngày.", "Ghi sổ."]
    assert not any(text.footnotes for text in given)


def test_a_slip_names_the_targets_a_unit_answers_for_and_helps_to_reach(plan):
    plan.body.children.append(
        Target(text=RichText.of("100% hộ có nước sạch;"), lead=["Thôn Hạ"], coordinating=[HEALTH])
    )
    alone = slip(plan, "Thôn Hạ")
    said = [node.text.plain for node in alone.walk() if isinstance(node, Paragraph | Bullet)]
    assert said[0].endswith("giao Thôn Hạ các chỉ tiêu, nhiệm vụ sau:")
    assert said[1:3] == ["Chủ trì thực hiện các chỉ tiêu:", "100% hộ có nước sạch."]
    helps = [node.text.plain for node in slip(plan, HEALTH).body.walk() if isinstance(node, Paragraph | Bullet)]
    assert helps[:3] == [
        "Phối hợp thực hiện các chỉ tiêu:",
        "100% hộ có nước sạch.",
        "Ngoài ra, thực hiện các nhiệm vụ được phân công tại Kế hoạch:",
    ]


def test_only_units_with_something_to_do_have_a_slip(plan):
    assert units_with_duties(plan) == [HEALTH, POLICE, SCHOOL]
    with pytest.raises(Rejection, match="unit-without-duty"):
        slip(plan, "Hội Nông dân xã")


def test_making_slips_leaves_the_plan_alone(plan):
    before = [(node.id, len(node.children)) for node in plan.walk()]
    for unit in units_with_duties(plan):
        ids = [node.id for node in slip(plan, unit).walk()]
        assert len(ids) == len(set(ids))
    assert [(node.id, len(node.children)) for node in plan.walk()] == before


@pytest.mark.parametrize("unit", units_with_duties(sample_plan()))
def test_every_slip_of_the_sample_passes_the_audit_but_for_its_name(unit):
    """The audit knows plans only, so the slip is audited under a plan's title and symbol."""
    made = replace(slip(sample_plan(), unit), title="KẾ HOẠCH", symbol="KH-UBND")
    found = audit(render_docx(made, issued=True)).findings
    assert [(each.rule, each.message) for each in found if each.severity != "draft"] == []


def test_a_slip_is_printed_with_letterhead_and_title_and_carries_no_plan(plan):
    data = slip_docx(plan, HEALTH)
    document = Document(io.BytesIO(data))
    words = "\n".join(paragraph.text for paragraph in document.paragraphs)
    cells = "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)
    assert "PHIẾU GIAO VIỆC" in words
    assert ("XÃ BẢN HẠ" in cells, "/PGV-UBND" in cells, "- Trạm Y tế xã;" in cells) == (True, True, True)
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert not any("customXml" in name for name in names)
