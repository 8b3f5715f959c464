"""When something is due: the first and last day that a deadline, a year of a roadmap or a period stands for."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from plans.nodes import Node, RoadmapYear, Target, Task
from plans.plan import Plan


class Days(NamedTuple):
    """First and last day, both included; both None where nothing says when."""

    first: date | None = None
    last: date | None = None


NEVER_SAID = Days()


def years(first: int, last: int) -> Days:
    """Return the days of the calendar years ``first`` to ``last``; NEVER_SAID for years no calendar has."""
    if not date.min.year <= first <= last <= date.max.year:
        return NEVER_SAID
    return Days(date(first, 1, 1), date(last, 12, 31))


def due(node: Node, inherited: Days, year: int | None) -> Days:
    """Return when ``node`` is due: a task by its deadline, a target by its year, both else by the roadmap year they
    stand in (``inherited``). ``year`` completes a deadline without one ("Quý II")."""
    match node:
        case RoadmapYear():
            return years(node.year, node.year)
        case Target() if node.year is not None:
            return years(node.year, node.year)
        case Target() | Task():
            return inherited
        case _:
            return NEVER_SAID


def period_days(plan: Plan) -> Days:
    """Return the days a plan is for: its period (school year: September to August), else the year it is filed under."""
    if plan.period is None:
        return years(plan.year, plan.year) if plan.year is not None else NEVER_SAID
    days = years(plan.period.start, plan.period.end)
    if plan.period.school_year and days.first and days.last:
        return Days(days.first.replace(month=9), days.last.replace(month=8))
    return days
