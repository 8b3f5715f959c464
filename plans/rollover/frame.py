"""The frame of a rollover: which years the plan is for, which ones the new plan is for, and how far times move."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from plans.citations import find_citations
from plans.errors import Rejection
from plans.nodes import Node, RoadmapYear, Table
from plans.periods import find_years
from plans.plan import Plan, PlanDate, PlanPeriod
from plans.text import RichText

_BEGINS = re.compile(
    r"\s*(?:đến|trong|giai đoạn|mục tiêu)?\s*(?:hết\s+)?năm\s+((?:19|20)\d\d)(?!\s*[-–]?\s*\d)", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What a judge of times needs to know of the plan as a whole.

    base: the year that moves on to ``year``; by: how many years; last, period: the years of the old and the new plan;
    whole: a plan of several years whose period itself moves on; stages: its roadmap has years of its own, which stand
    for themselves; issued: the old plan's date; series: the ids of tables whose columns or rows are years and of
    siblings that begin with one year after the other.
    """

    base: int
    year: int
    last: PlanPeriod
    period: PlanPeriod
    whole: bool = False
    stages: bool = False
    issued: PlanDate = field(default_factory=PlanDate)
    series: frozenset[str] = frozenset()

    @property
    def by(self) -> int:
        """How many years times move on."""
        return self.year - self.base

    @property
    def school(self) -> bool:
        """Whether the plan is for a school year, base its first year."""
        return self.last.school_year

    @property
    def long(self) -> bool:
        """Whether the plan is for a period of several years."""
        return self.last.end > self.last.start and not self.last.school_year


def frame_of(plan: Plan, year: int) -> Frame:
    """Return the frame for rolling ``plan`` over to ``year``, for a school year its first one.

    A plan of a period moves by its whole length when ``year`` lies after it; within it only the current year moves on.
    Raises Rejection "rollover-no-year" for a plan that says no year, "rollover-not-later" where ``year`` is not after
    the plan's.
    """
    last = years_of(plan)
    if last is None:
        raise Rejection("rollover-no-year")
    long = last.end > last.start and not last.school_year
    whole = long and year > last.end
    issued = plan.date.year
    base = issued if long and not whole and issued and last.start < issued <= last.end else last.start
    if year <= base:
        raise Rejection("rollover-not-later", year=year, last=base)
    return Frame(
        base=base,
        year=year,
        last=last,
        period=_next(last, year, whole=whole),
        whole=whole,
        stages=any(isinstance(node, RoadmapYear) and node.year > base for node in plan.walk()),
        issued=plan.date,
        series=frozenset(_series(plan, base)),
    )


def years_of(plan: Plan) -> PlanPeriod | None:
    """Return the years a plan is for: as it says, else the year its subject names outside citations, else the year of
    its date; None where it says none."""
    if plan.period and 1900 < plan.period.start <= plan.period.end:
        return plan.period
    cited = [(found.start, found.end) for found in find_citations(plan.subject)]
    named = [found.year for found in find_years(plan.subject) if not any(a <= found.start < b for a, b in cited)]
    year = named[-1] if named else plan.date.year
    return PlanPeriod(start=year, end=year) if year and year > 1900 else None


def _next(last: PlanPeriod, year: int, *, whole: bool) -> PlanPeriod:
    if last.school_year or whole:
        return PlanPeriod(start=year, end=year + last.end - last.start, school_year=last.school_year)
    if last.end > last.start:
        return PlanPeriod(start=year, end=last.end)
    return PlanPeriod(start=year, end=year)


def _series(plan: Plan, base: int) -> Iterator[str]:
    """Yield the ids of tables and siblings whose years count up and go on after the plan's year."""
    for part in plan.parts:
        for node in part.walk():
            if isinstance(node, Table) and _is_series(node):
                yield node.id
            begun = [(int(found[1]), child.id) for child in node.children if (found := _BEGINS.match(_words(child)))]
            years = [year for year, _ in begun]
            if len(begun) > 1 and min(years) >= base and all(a < b for a, b in pairwise(years)):
                yield from (child for _, child in begun)


def _words(node: Node) -> str:
    text = getattr(node, "title", None) or getattr(node, "text", None)
    return text.plain if isinstance(text, RichText) else ""


def _is_series(table: Table) -> bool:
    """Say whether a row or the first column of the table counts up three years or more."""
    rows = [[cell.text.plain for cell in row] for row in table.rows]
    first_column = [row[0] for row in rows if row]
    return any(_counts_up(texts) for texts in (*rows[: table.header_rows + 1], first_column))


def _counts_up(texts: list[str]) -> bool:
    years = [int(found[0]) for text in texts if len(text) < 30 and (found := _YEAR.search(text))]
    return any(b - a == 1 and c - b == 1 for a, b, c in zip(years, years[1:], years[2:], strict=False))
