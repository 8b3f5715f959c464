"""Deadlines, roadmap years and periods as days."""

from __future__ import annotations

from datetime import date

import pytest

from db.due import NEVER_SAID, Days, due, only_year, period_days, years
from plans.nodes import Paragraph, RoadmapYear, Target, Task
from plans.plan import Plan, PlanDate, PlanPeriod

Q2 = Days(date(2026, 4, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("deadline", "days"),
    [
        ("Quý II/2026", Q2),
        ("quý 2", Q2),
        ("Trước ngày 30/6/2026", Days(date(2026, 6, 30), date(2026, 6, 30))),
        ("Từ năm 2027", Days(date(2027, 1, 1), None)),
        ("Thường xuyên", NEVER_SAID),
        ("theo lộ trình", NEVER_SAID),
        ("khi có yêu cầu", NEVER_SAID),
        ("", NEVER_SAID),
    ],
)
def test_a_task_is_due_when_its_deadline_says(deadline: str, days: Days):
    assert due(Task(deadline=deadline), NEVER_SAID, 2026) == days


def test_a_deadline_without_a_year_names_no_day_in_a_plan_for_several_years():
    assert due(Task(deadline="Quý II"), NEVER_SAID, None) == NEVER_SAID


def test_in_a_roadmap_year_the_year_completes_the_deadline_or_stands_for_it():
    below = years(2028, 2028)
    assert due(Task(deadline="Quý II"), below, 2026) == Days(date(2028, 4, 1), date(2028, 6, 30))
    assert due(Task(deadline="Thường xuyên"), below, 2026) == due(Target(), below, 2026) == below


def test_a_target_and_a_roadmap_year_are_due_within_their_year_and_prose_never():
    assert (
        due(Target(year=2030), NEVER_SAID, 2026) == due(RoadmapYear(year=2030), NEVER_SAID, 2026) == years(2030, 2030)
    )
    assert due(Paragraph(), years(2030, 2030), 2026) == NEVER_SAID


@pytest.mark.parametrize("year", [0, -1, 10_000])
def test_a_year_no_calendar_has_names_no_day(year: int):
    assert due(RoadmapYear(year=year), NEVER_SAID, None) == NEVER_SAID


def test_a_plan_is_for_its_period_or_for_the_year_of_its_date():
    school = Plan(period=PlanPeriod(start=2025, end=2026, school_year=True))
    assert period_days(school) == Days(date(2025, 9, 1), date(2026, 5, 31))
    assert period_days(Plan(period=PlanPeriod(start=2026, end=2030))) == Days(date(2026, 1, 1), date(2030, 12, 31))
    assert period_days(Plan(date=PlanDate(year=2026))) == years(2026, 2026)
    assert period_days(Plan()) == NEVER_SAID


def test_the_one_year_of_a_plan_is_unknown_when_it_is_for_several():
    assert only_year(Plan(period=PlanPeriod(start=2026, end=2030))) is None
    assert only_year(Plan(period=PlanPeriod(start=2026, end=2026))) == only_year(Plan(date=PlanDate(year=2026))) == 2026
