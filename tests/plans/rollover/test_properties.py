"""Rolling over never raises, is pure, and its draft is last year's plan with what was accepted."""

from __future__ import annotations

import copy
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from plans.codec import dumps, loads
from plans.nodes import Appendix, Bullet, Paragraph, Section, Target, Task, TaskStatus
from plans.places import spot_texts
from plans.plan import Plan, PlanDate, PlanPeriod, PlanStatus
from plans.rollover import compared, draft, propose
from plans.text import RichText
from tests.strategies import plans

PIECES = (
    "Hoàn thành trước ngày 30/6/2026", "Quý II/2026", "năm học 2025-2026", "kết quả năm 2025 đạt 92%", "tháng 12/2026",
    "thứ Hai, ngày 15/6/2026", "Tết Bính Ngọ 2026", "giai đoạn 2026-2030", "29/02/2028", "hằng năm", "ngày 31/02/2026",
    "Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND tỉnh về văn hóa năm 2026", "năm 2026, 2027", "nhiệm kỳ 2026-2031",
    "kỷ niệm 81 năm Quốc khánh (02/9/1945 - 02/9/2026)", "số …/KH-UBND ngày … tháng … năm 2026", "; ", ". ",
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


def texts(plan: Plan) -> list[str]:
    return [text for owner in (plan, *plan.walk()) for _, text in spot_texts(owner)]


@settings(max_examples=100, deadline=None)
@given(plans(), st.integers(1901, 2100), st.integers(0, 10), st.booleans())
def test_any_plan_of_a_year_is_rolled_over(plan: Plan, start: int, length: int, school_year: bool) -> None:
    plan.period = PlanPeriod(start=start, end=start + length, school_year=school_year)
    rollover = propose(plan, start + length + 1)
    assert loads(dumps(draft(plan, rollover, rollover.accepted))).origin == plan.id


@settings(max_examples=100, deadline=None)
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


@settings(max_examples=60, deadline=None)
@given(rolling_plans())
def test_proposing_twice_is_the_same(plan: Plan) -> None:
    first, second = propose(plan, 2027), propose(copy.deepcopy(plan), 2027)
    assert first == second
    assert draft(plan, first, first.accepted) == draft(plan, second, second.accepted)
    ids = [proposal.id for proposal in (*first.changes, *first.questions)]
    assert len(ids) == len(set(ids))


@settings(max_examples=100, deadline=None)
@given(rolling_plans())
def test_no_two_proposals_overlap(plan: Plan) -> None:
    rollover = propose(plan, 2027)
    taken: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    for proposal in (*rollover.changes, *rollover.questions):
        place = proposal.place
        spans = taken.setdefault((place.node, place.field, place.item, place.row, place.cell), [])
        assert all(place.end <= a or b <= place.start for a, b in spans)
        spans.append((place.start, place.end))


@settings(max_examples=80, deadline=None)
@given(rolling_plans())
def test_with_nothing_accepted_the_draft_is_the_carried_copy(plan: Plan) -> None:
    rollover = propose(plan, 2027)
    new = draft(plan, rollover, {})
    gone = {entry.node for entry in rollover.dropped}
    carried = [node for node in plan.walk() if node.id not in gone]
    assert [node.origin for node in new.walk()] == [node.id for node in carried]
    for old, now in zip(carried, new.walk(), strict=True):
        assert [text for _, text in spot_texts(old)] == [text for _, text in spot_texts(now)]
        if isinstance(now, Task):
            assert now.status is TaskStatus.OPEN
        if isinstance(now, Target):
            assert (now.baseline, now.actual) == ("", "")
        if isinstance(now, Appendix):
            assert now.reference == ""
    assert (new.subject, new.letterhead) == (plan.subject, plan.letterhead)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([p for p in PIECES if not re.search("nhiệm kỳ|Tết|thứ|29/02", p)]), max_size=6))
def test_twice_a_year_is_once_two_years(pieces: list[str]) -> None:
    plan = Plan(id="p", period=PlanPeriod(start=2026, end=2026))
    plan.body.children = [Paragraph(id=f"n{at}", text=RichText.of(piece)) for at, piece in enumerate(pieces)]
    first = propose(plan, 2027)
    second_plan = draft(plan, first, first.accepted)
    second = propose(second_plan, 2028)
    at_once = propose(plan, 2028)
    assert texts(draft(second_plan, second, second.accepted)) == texts(draft(plan, at_once, at_once.accepted))


@settings(max_examples=60, deadline=None)
@given(rolling_plans())
def test_a_fresh_draft_differs_from_last_year_only_by_what_was_left_behind(plan: Plan) -> None:
    rollover = propose(plan, 2027)
    found = compared(draft(plan, rollover, rollover.accepted), plan)
    assert (found.added, found.changed) == ([], [])
    assert {entry.origin for entry in found.dropped} <= {entry.node for entry in rollover.dropped}
