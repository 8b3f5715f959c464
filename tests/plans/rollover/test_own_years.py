"""Which year a plan is for, and how far it moves on."""

from __future__ import annotations

import pytest

from plans.nodes import LegalBasis, Paragraph
from plans.plan import Plan, PlanDate, PlanPeriod
from plans.rollover import propose
from plans.text import RichText


def rolled(
    subject: str, *, issued: int | None = None, period: PlanPeriod | None = None, year: int = 2027, text: str = ""
):
    plan = Plan(id="p", subject=subject, date=PlanDate(year=issued), period=period)
    if text:
        plan.body.children.append(Paragraph(id="n", text=RichText.of(text)))
    return propose(plan, year)


@pytest.mark.parametrize(
    ("subject", "last"),
    [
        ("Cải cách hành chính năm 2026", (2026, 2026)),
        ("Thực hiện Đề án xã hội học tập giai đoạn 2021 - 2030 năm 2026", (2026, 2026)),
        ("Phát triển thanh niên giai đoạn 2026 - 2030", (2026, 2030)),
        ("Phát triển thanh niên đến năm 2030, tầm nhìn đến năm 2045", (2025, 2025)),
        ("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về chuyển đổi số", (2025, 2025)),
        ("Thực hiện Quyết định số 12/QĐ-UBND ngày 05/01/2026 của UBND tỉnh về y tế năm 2024", (2025, 2025)),
        ("Nhiệm vụ năm học 2025 - 2026", (2025, 2026)),
        ("Phòng dịch", (2025, 2025)),
    ],
)
def test_the_subject_says_the_year_the_date_only_where_it_does_not(subject: str, last: tuple[int, int]) -> None:
    found = rolled(subject, issued=2025).last
    assert (found.start, found.end) == last


def test_a_school_year_goes_on_as_one() -> None:
    assert rolled("Nhiệm vụ năm học 2025-2026", year=2026).period == PlanPeriod(start=2026, end=2027, school_year=True)


def test_what_the_clerk_typed_counts_where_the_subject_names_no_year() -> None:
    assert rolled("Phòng dịch", issued=2025, period=PlanPeriod(start=2026, end=2026)).last.start == 2026


def test_a_milestone_that_was_read_as_the_year_does_not_count() -> None:
    milestone = PlanPeriod(start=2045, end=2045)
    assert rolled("Phát triển giáo dục, tầm nhìn đến năm 2045", issued=2026, period=milestone).last.start == 2026


def test_a_plan_issued_in_december_may_be_for_the_next_year() -> None:
    found = rolled("Phòng dịch", issued=2025, text="Quý I/2026: ra quân; quý II/2026: tổng kết.")
    assert (found.last.start, [change.new for change in found.changes]) == (2026, ["Quý I/2027", "quý II/2027"])
    assert rolled("Phòng dịch", issued=2025, text="Quý I/2026, quý II/2026", year=2026).last.start == 2025


def test_a_plan_with_a_blank_date_was_issued_after_the_last_document_it_cites() -> None:
    plan = Plan(id="p", subject="Tuyển quân năm 2026")
    plan.bases.children.append(
        LegalBasis(id="b", text=RichText.of("Căn cứ Chỉ thị số 7/CT-UBND ngày 10/8/2025 của Chủ tịch UBND tỉnh"))
    )
    plan.body.children.append(
        Paragraph(id="n", text=RichText.of("Sơ tuyển ngày 31/10/2025; họp chi bộ ngày 02/5/2025."))
    )
    assert [(change.old, change.new) for change in propose(plan, 2027).changes if change.node == "n"] == [
        ("31/10/2025", "31/10/2026")
    ]


def test_a_plan_of_a_period_moves_by_its_length_after_it_and_by_years_within_it() -> None:
    text = "Năm 2026 khảo sát; giai đoạn 2026 - 2030 mở 10 lớp."
    after = rolled("Văn hóa đọc giai đoạn 2026 - 2030", issued=2026, year=2031, text=text)
    assert [change.new for change in after.changes if change.node == "n"] == ["2031", "2031 - 2035"]
    assert after.period == PlanPeriod(start=2031, end=2035)
    within = rolled("Văn hóa đọc giai đoạn 2026 - 2030", issued=2026, year=2027, text=text)
    assert [change.new for change in within.changes] == ["2027"]
    assert within.period == PlanPeriod(start=2027, end=2030)
