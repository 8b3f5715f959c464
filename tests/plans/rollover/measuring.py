"""Marked sentences into plans, and what a rollover does to their years held against the marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plans.nodes import Paragraph
from plans.plan import Plan, PlanDate, PlanPeriod
from plans.rollover import Rollover, propose
from plans.text import RichText
from tests.plans.rollover import sentences

_MARK = re.compile(r"\[(?P<moves>[^\]]*)\]|\{(?P<asked>[^}]*)\}")


@dataclass(kw_only=True)
class Marked:
    """A sentence without its marks; moves, asked: where the marked words stand in it."""

    text: str
    moves: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    asked: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])


def read(line: str) -> Marked:
    """Return a marked sentence; inside a mark every year is meant."""
    found, text, at = Marked(text=""), "", 0
    for mark in _MARK.finditer(line):
        text += line[at : mark.start()]
        words = mark["moves"] if mark["moves"] is not None else mark["asked"]
        places = found.moves if mark["moves"] is not None else found.asked
        for year in (
            re.finditer(r"(?:19|20)\d\d|\d+", words) if len(words) < 5 else re.finditer(r"(?:19|20)\d\d", words)
        ):
            places.add((len(text) + year.start(), len(text) + year.end()))
        text += words
        at = mark.end()
    found.text = text + line[at:]
    return found


def moved_years(rollover: Rollover) -> set[tuple[int, int]]:
    """Return where the years stand that the changes of a plan with one paragraph move on."""
    places: set[tuple[int, int]] = set()
    for change in rollover.changes:
        if change.field == "text":
            for old in re.finditer(r"(?:19|20)\d\d", change.old):
                places.add((change.place.start + old.start(), change.place.start + old.end()))
    return places


def asked_places(rollover: Rollover) -> list[tuple[int, int]]:
    """Return where the questions stand, citations apart."""
    return [
        (q.place.start, q.place.end)
        for q in rollover.questions
        if q.field == "text" and q.reason not in ("citation", "parent-plan")
    ]


def rolled(text: str, period: PlanPeriod, year: int, issued: PlanDate) -> Rollover:
    """Return the rollover of a plan that says ``text`` and nothing else."""
    plan = Plan(id="p", period=period, date=issued)
    plan.body.children.append(Paragraph(id="n", text=RichText.of(text)))
    return propose(plan, year)


YEAR_2026 = PlanPeriod(start=2026, end=2026)
GROUPS = (
    (sentences.YEARLY_2026, YEAR_2026, 2027, PlanDate()),
    (sentences.YEARLY_2026_MORE, YEAR_2026, 2027, PlanDate(month=1, year=2026)),
    (sentences.RECRUITING_2026, YEAR_2026, 2027, PlanDate(day=26, month=9, year=2025)),
    (sentences.SCHOOL_2025, PlanPeriod(start=2025, end=2026, school_year=True), 2026, PlanDate()),
    (sentences.PERIOD_2026_2030, PlanPeriod(start=2026, end=2030), 2031, PlanDate()),
    (sentences.PERIOD_WITHIN, PlanPeriod(start=2026, end=2030), 2027, PlanDate()),
    (sentences.YEARLY_2024, PlanPeriod(start=2024, end=2024), 2025, PlanDate()),
)
"""Marked sentences, the years of the plan they stand in, the year it is rolled over to, the date it was issued."""


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One marked sentence and the plan it stands in."""

    line: str
    period: PlanPeriod
    year: int
    issued: PlanDate


CASES = [
    Sentence(line=line, period=period, year=year, issued=issued)
    for lines, period, year, issued in GROUPS
    for line in lines
]
