"""Tasks over the quarters of a plan's years, and a deadline moved from one quarter to another."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from plans.named_times import PeriodKind
from plans.nodes import Target
from plans.periods import Period, parse_period
from plans.plan import Plan
from plans.views.tasks import TaskRow, task_rows

_LONGEST = 11
"""Years a roadmap shows at most; a slip of the pen ("Quý I/2062") must not make it endless."""

_WORDS, _NAMED = 60, 12
"""Words of a deadline that are looked at, and words that one time is named with at most."""

_QUALIFIER = re.compile(r"\b(?:giai đoạn|nhiệm kỳ|các năm|năm học|năm|ngày|tháng)\s+$", re.IGNORECASE)
_YEARLESS = re.compile(r"(?:(?<=đầu)|(?<=cuối)) năm\b(?!\s*\d)", re.IGNORECASE)
_GOES_ON = re.compile(r"/\d")
_WHOLE_YEARS = (PeriodKind.YEAR, PeriodKind.SPAN)
_FINER = (PeriodKind.HALF, PeriodKind.QUARTER, PeriodKind.MONTH, PeriodKind.DAY)
_BY_MONTH = (PeriodKind.MONTH, PeriodKind.DAY)


class Quarter(NamedTuple):
    """A quarter, ``number`` from 1 to 4. Quarters compare by time."""

    year: int
    number: int

    @staticmethod
    def of(day: date) -> Quarter:
        """Return the quarter a day is in."""
        return Quarter(day.year, (day.month + 2) // 3)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, 3 * self.number, monthrange(self.year, 3 * self.number)[1])


class RoadmapEntry(NamedTuple):
    """A task and the quarters it reaches over: first, and the one it is due in. A task that starts and goes on
    ("từ Quý II/2026") has its start as both."""

    row: TaskRow
    start: Quarter
    due: Quarter


@dataclass(frozen=True, kw_only=True)
class Roadmap:
    """years: in order; due: entries by the quarter they are due in; undated: tasks without a quarter (no deadline,
    "thường xuyên", no year known, or outside the years); targets: those due in a year, by that year."""

    years: list[int]
    due: dict[Quarter, list[RoadmapEntry]] = field(default_factory=dict[Quarter, list[RoadmapEntry]])
    undated: list[TaskRow] = field(default_factory=list[TaskRow])
    targets: dict[int, list[Target]] = field(default_factory=dict[int, list[Target]])

    @property
    def quarters(self) -> list[Quarter]:
        """All quarters of its years."""
        return [Quarter(year, number) for year in self.years for number in (1, 2, 3, 4)]


def roadmap(plan: Plan) -> Roadmap:
    """Return the plan's tasks by year and quarter. The years are those of its period and of its deadlines."""
    entries: list[RoadmapEntry] = []
    undated: list[TaskRow] = []
    for row in task_rows(plan):
        span = span_of(row.period)
        if span:
            entries.append(RoadmapEntry(row, *span))
        else:
            undated.append(row)
    years = _years(plan, entries)
    found = Roadmap(years=years, undated=undated)
    for entry in entries:
        if entry.due.year in years:
            found.due.setdefault(entry.due, []).append(entry)
        else:
            undated.append(entry.row)
    for node in plan.walk():
        if isinstance(node, Target) and node.year in years:
            found.targets.setdefault(node.year or 0, []).append(node)
    return found


def span_of(period: Period | None) -> tuple[Quarter, Quarter] | None:
    """Return the first quarter a period reaches over and the one it is due in, None where it names no time.

    A school year counts as due in its last quarter; without a start a task stands in the quarter it is due in.
    """
    if period is None or not (period.start or period.end):
        return None
    due = Quarter.of(period.end or period.start or date.min)
    start = Quarter.of(period.start) if period.start else due
    return min(start, due), due


def moved_deadline(text: str, due: Quarter, year: int | None = None) -> str:
    """Return the deadline ``text`` of a plan of ``year`` rewritten so that it falls into the quarter ``due``.

    As fine as it was: a day stays a day, a month a month of the new quarter, years stay years where the quarter is
    the last of its year; all else becomes a quarter. Words around the time named are kept.
    """
    period = parse_period(text, year) if text.strip() else None
    span = span_of(period)
    if period is None or span is None:
        return _dated(text, period, due, year)
    if span[1] == due:
        return text
    for start, end, named in _namings(text, period, year):
        words = _like(text[start:end], _moved(named, span[1], due))
        before = text[:start].removesuffix("trong ") if words.startswith("từ ") else text[:start]
        new = before + words + text[end:]
        again = span_of(parse_period(new, year))
        if again and again[1] == due:
            return new
    return str(_moved(period, span[1], due))


def _dated(text: str, period: Period | None, due: Quarter, year: int | None) -> str:
    """Return a deadline that named no time with the quarter ``due`` in it; words that say more are kept."""
    how = period.recurring if period else ""
    quarter = Period(kind=PeriodKind.QUARTER, start=due.first, end=due.last)
    says_more = text.strip() and (period is None or str(period).lower() != text.strip().lower())
    if says_more and (period is None or period.recurring or period.kind not in _FINER):
        new = f"{text.rstrip(' .;,')}, hoàn thành trong {quarter}"
        again = span_of(parse_period(new, year))
        if again and again[1] == due:
            return new
    return str(replace(quarter, recurring=how))


def _years(plan: Plan, entries: list[RoadmapEntry]) -> list[int]:
    years = {entry.due.year for entry in entries}
    if plan.period:
        years.update(range(plan.period.start, min(plan.period.end, plan.period.start + _LONGEST - 1) + 1))
    elif plan.year:
        years.add(plan.year)
    if not years:
        return []
    first = plan.year or min(years)
    near = [year for year in years if abs(year - first) < _LONGEST]
    return list(range(min(near), max(near) + 1))[-_LONGEST:]


def _moved(period: Period, old: Quarter, due: Quarter) -> Period:
    months = 12 * (due.year - old.year) + 3 * (due.number - old.number)
    if period.end is None:
        start = _shifted(period.start or due.first, months) if period.kind in _BY_MONTH else due.first
        kind = period.kind if period.kind in _BY_MONTH else PeriodKind.QUARTER
        return replace(period, kind=kind, start=start)
    if period.kind in _BY_MONTH:
        end = _shifted(period.end, months)
        start = period.start
        if start and (start.year, start.month) == (period.end.year, period.end.month):
            start = _shifted(start, months) if period.kind is PeriodKind.DAY else end.replace(day=1)
        return replace(period, start=start if start is None or start <= end else due.first, end=end)
    if period.kind in _WHOLE_YEARS and due.number == 4 and period.start and period.start.year <= due.year:
        many = period.kind is PeriodKind.SPAN and period.start.year < due.year
        first = period.start if many else date(due.year, 1, 1)
        return replace(period, kind=PeriodKind.SPAN if many else PeriodKind.YEAR, start=first, end=due.last)
    return replace(period, kind=PeriodKind.QUARTER, start=_start(period, old, due), end=due.last)


def _start(period: Period, old: Quarter, due: Quarter) -> date | None:
    """Return where a moved bar of quarters starts: where it did, unless it was one quarter or would start too late."""
    if period.start is None:
        return None
    start = Quarter.of(period.start)
    several = period.kind in (PeriodKind.QUARTER, PeriodKind.SPAN) and start < old and start <= due
    return start.first if several else due.first


def _shifted(day: date, months: int) -> date:
    """Return the same day ``months`` later; the last of a month stays the last, a 31st may become a 30th."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    last = monthrange(year, month)[1]
    at_end = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, last if at_end else min(day.day, last))


def _like(old: str, moved: Period) -> str:
    """Return a moved time in the usual wording, a small letter first where the ``old`` wording had one."""
    words = str(replace(moved, recurring=""))
    small = old[:1].islower() and (old.startswith("quý") or not words.startswith("Quý"))
    return words[:1].lower() + words[1:] if small else words


def _namings(text: str, whole: Period, year: int | None) -> Iterator[tuple[int, int, Period]]:
    """Yield the places of ``text`` that name its time, with the time named there: those that name exactly the time
    of the whole, then those due in the same quarter; the shortest first, and those that name their year first."""
    words = [(match.start(), match.end()) for match in re.finditer(r"\w+", text)][:_WORDS]
    places = sorted(
        (
            (words[i][0], words[j][1])
            for j in range(len(words))
            for i in range(max(0, j - _NAMED + 1), j + 1)
            if not _GOES_ON.match(text, words[j][1])
        ),
        key=_length,
    )
    due = span_of(whole)
    named = [(place, parse_period(text[slice(*place)], known)) for known in (None, year) for place in places]
    times = [(place, period) for place, period in named if period is not None]
    exact = [each for each in times if (each[1].start, each[1].end) == (whole.start, whole.end)]
    alike = [each for each in times if (span := span_of(each[1])) and due and span[1] == due[1]]
    for (start, end), period in (*exact[:2], *alike[:2]):
        before = _QUALIFIER.search(text[:start])
        after = _YEARLESS.match(text, end)
        yield (before.start() if before else start), (after.end() if after else end), period


def _length(place: tuple[int, int]) -> int:
    return place[1] - place[0]
