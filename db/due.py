"""When something is due: the first and last day that a deadline, a year of a roadmap or a period stands for."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from plans.nodes import Node, RoadmapYear, Target, Task
from plans.periods import parse_period
from plans.plan import Plan


class Days(NamedTuple):
    """First and last day, both included. last None: from the first on, without end; both None: nothing says when."""

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
    stand in (``inherited``). ``year`` completes a deadline without one ("Quý II"), None where it could be several."""
    match node:
        case RoadmapYear():
            return years(node.year, node.year)
        case Target() if node.year is not None:
            return years(node.year, node.year)
        case Task():
            return _deadline(node.deadline, inherited.first.year if inherited.first else year) or inherited
        case Target():
            return inherited
        case _:
            return NEVER_SAID


def period_days(plan: Plan) -> Days:
    """Return the days a plan is for: its period (a school year as in ``periods``), else the year it is filed under."""
    if plan.period is None:
        return years(plan.year, plan.year) if plan.year is not None else NEVER_SAID
    days = years(plan.period.start, plan.period.end)
    if plan.period.school_year and days.first and days.last:
        return Days(days.first.replace(month=9), days.last.replace(month=5, day=31))
    return days


def only_year(plan: Plan) -> int | None:
    """Return the one year a plan is for, None where it is for several or unknown."""
    several = plan.period is not None and plan.period.start != plan.period.end
    return None if several else plan.year


def _deadline(text: str, year: int | None) -> Days | None:
    """Return the days of a deadline, None where it names none ("thường xuyên"). "Trước ngày 30/6" is due on that day
    and not all the time before."""
    period = parse_period(text, year) if text else None
    if period is None or (period.start is None and period.end is None):
        return None
    return Days(period.start or period.end, period.end)
