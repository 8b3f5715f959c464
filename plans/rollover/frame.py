"""The frame of a rollover: which years the plan is for, which ones the new plan is for, and how far times move."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from plans.citations import find_citations
from plans.errors import Rejection
from plans.nodes import Node, RoadmapYear, Table
from plans.places import spots
from plans.plan import Plan, PlanDate, PlanPeriod
from plans.rollover.own_years import own_years
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
    for themselves; issued: the old plan's date, or what is known of it; series: the ids of tables whose columns or rows
    are years and of siblings that begin with one year after the other; ending: of tables whose columns count up to the
    plan's year; number, symbol: of the old plan, "" while blank.
    """

    base: int
    year: int
    last: PlanPeriod
    period: PlanPeriod
    whole: bool = False
    stages: bool = False
    issued: PlanDate = field(default_factory=PlanDate)
    series: frozenset[str] = frozenset()
    ending: frozenset[str] = frozenset()
    number: str = ""
    symbol: str = ""

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
    candidates = list(own_years(plan))
    if not candidates:
        raise Rejection("rollover-no-year")
    bases = [(_base(last, plan.date, year), last) for last in candidates]
    base, last = next((found for found in bases if found[0] < year), bases[0])
    if year <= base:
        raise Rejection("rollover-not-later", year=year, last=base)
    whole = last.end > last.start and not last.school_year and year > last.end
    current = last.end if last.school_year else base
    return Frame(
        base=base,
        year=year,
        last=last,
        period=_next(last, year, whole=whole),
        whole=whole,
        stages=any(isinstance(node, RoadmapYear) and node.year > current for node in plan.walk()),
        issued=_issued(plan, base),
        number=plan.number.strip(),
        symbol=plan.symbol,
        series=frozenset(_series(plan, base)),
        ending=frozenset(n.id for n in plan.walk() if isinstance(n, Table) and _last_of_series(n) == base),
    )


def _issued(plan: Plan, base: int) -> PlanDate:
    """Return the plan's date; where its month is not known, the date of the last document it cites from that year or
    the year before its own: it was issued no earlier."""
    if plan.date.month:
        return plan.date
    cited = [
        (found.year, found.month, found.day or 1)
        for spot in spots(plan)
        for found in find_citations(spot.text)
        if found.year in ((plan.date.year,) if plan.date.year else (base - 1, base)) and found.month
    ]
    if not cited:
        return plan.date
    year, month, day = max(cited)
    return PlanDate(day=day, month=month, year=year)


def _base(last: PlanPeriod, issued: PlanDate, year: int) -> int:
    """Return the year that moves on: of a plan of several years the one it was issued in, while ``year`` is in it."""
    within = not last.school_year and issued.year is not None and last.start < issued.year <= last.end
    return issued.year or last.start if within and year <= last.end else last.start


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
            if isinstance(node, Table) and _last_of_series(node) > base:
                yield node.id
            begun = [(int(found[1]), child.id) for child in node.children if (found := _BEGINS.match(_words(child)))]
            years = [year for year, _ in begun]
            if len(begun) > 1 and min(years) >= base and all(a < b for a, b in pairwise(years)):
                yield from (child for _, child in begun)


def _words(node: Node) -> str:
    text = getattr(node, "title", None) or getattr(node, "text", None)
    return text.plain if isinstance(text, RichText) else ""


def _last_of_series(table: Table) -> int:
    """Return the last of three years or more that a row or the first column of the table counts up, 0 for none."""
    rows = [[cell.text.plain for cell in row] for row in table.rows]
    first_column = [row[0] for row in rows if row]
    return max((_counted_up_to(texts) for texts in (*rows[: table.header_rows + 1], first_column)), default=0)


def _counted_up_to(texts: list[str]) -> int:
    years = [int(found[0]) for text in texts if len(text) < 30 and (found := _YEAR.search(text))]
    in_a_row = [c for a, b, c in zip(years, years[1:], years[2:], strict=False) if b - a == 1 and c - b == 1]
    return max(in_a_row, default=0)
