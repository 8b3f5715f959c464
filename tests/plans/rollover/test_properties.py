"""Rolling over never raises, is pure, and its draft is last year's plan with what was accepted."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from plans.codec import dump, dumps, loads
from plans.nodes import Bullet, Paragraph, Section, Task
from plans.plan import Plan, PlanDate, PlanPeriod, PlanStatus
from plans.rollover import draft, propose
from plans.text import RichText
from tests.strategies import plans

PIECES = (
    "Hoàn thành trước ngày 30/6/2026", "Quý II/2026", "năm học 2025-2026", "kết quả năm 2025 đạt 92%", "tháng 12/2026",
    "thứ Hai, ngày 15/6/2026", "Tết Bính Ngọ 2026", "Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về văn hóa năm 2026",
    "kỷ niệm 81 năm Quốc khánh (02/9/1945 - 02/9/2026)", "giai đoạn 2026-2030", "29/02/2028", "hằng năm", "ngày 31/02/2026",
    "năm 2026, 2027", "; ", ". ", "nhiệm kỳ 2026-2031", "số …/KH-UBND ngày … tháng … năm 2026",
)  # fmt: skip


@st.composite
def rolling_plans(draw: st.DrawFn) -> Plan:
    """A plan of the grammar whose texts speak of times."""
    plan = draw(plans())
    plan.period = PlanPeriod(start=2026, end=draw(st.sampled_from((2026, 2026, 2030))))
    sentence = st.lists(st.sampled_from(PIECES), max_size=4).map(" ".join)
    for node in plan.walk():
        if isinstance(node, Paragraph | Bullet):
            node.text = RichText.of(draw(sentence), bold=draw(st.booleans())) + node.text
        if isinstance(node, Section | Task):
            node.title = node.title + RichText.of(draw(sentence))
        if isinstance(node, Task):
            node.deadline = draw(sentence)
    return plan


def facts(plan: Plan) -> dict[str, object]:
    return dump(plan)


@settings(max_examples=150, deadline=None)
@given(rolling_plans(), st.sampled_from((2027, 2028, 2031)))
def test_all_accepted_makes_a_valid_plan_of_the_new_year(plan: Plan, year: int) -> None:
    before = dumps(plan)
    rollover = propose(plan, year)
    answers = rollover.accepted | {question.id: question.new for question in rollover.questions}
    new = draft(plan, rollover, answers)
    assert dumps(plan) == before
    assert loads(dumps(new)) == new
    assert (new.period, new.origin, new.status) == (rollover.period, plan.id, PlanStatus.DRAFT)
    assert (new.number, new.date) == ("", PlanDate())
