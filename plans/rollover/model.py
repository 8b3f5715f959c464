"""What a rollover says: every proposed change with its place and reason, and the lists of what happens to the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from plans.places import Place
from plans.plan import PlanPeriod

CERTAIN = 0.8
"""Confidence from which a proposal is a change; below it is a question."""


class Reason(StrEnum):
    """Why something is proposed or happens; the sentence of each stands in ``resources.rollover_reasons``."""

    # years and times that move on
    PLAN_YEAR = "plan-year"
    NEXT_YEAR = "next-year"
    SCHOOL_YEAR = "school-year"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    DEADLINE = "deadline"
    PERIOD = "period"
    OWN_REFERENCE = "own-reference"
    ACTUAL = "actual"
    # what a clerk decides
    LAST_YEAR = "last-year"
    PAST_RESULT = "past-result"
    START = "start"
    MILESTONE = "milestone"
    LONG_PERIOD = "long-period"
    SERIES = "series"
    ONE_OFF = "one-off"
    COHORT = "cohort"
    ORDINAL = "ordinal"
    WEEKDAY = "weekday"
    LEAP_DAY = "leap-day"
    LUNAR = "lunar"
    ANNIVERSARY = "anniversary"
    CITATION = "citation"
    PARENT_PLAN = "parent-plan"
    OLD_UNIT = "old-unit"
    DIVIDED_UNIT = "divided-unit"
    SIGNER = "signer"
    BASELINE = "baseline"
    # what happens to nodes and fields
    CARRIED = "carried"
    CARRIED_OPEN = "carried-open"
    TASK_DONE = "task-done"
    TASK_DROPPED = "task-dropped"
    YEAR_GONE = "year-gone"
    NOTE_UNUSED = "note-unused"
    NEVER_COPIED = "never-copied"


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """One proposed change of one text; below CERTAIN a question.

    id: the same for the same plan and year; old → new: the words at ``place``; before → after: their sentence, with
    this one change; answers: what may stand there instead, the best first ("" empties the place), ``old`` among them
    where keeping is an answer; new is the first of them that is not ``old``, "" where none is known.
    also: places that follow the answer: where a document is named again (in short), a typed year (field "year") beside
    its printed words.
    """

    id: str
    place: Place
    old: str
    new: str
    before: str
    after: str
    reason: Reason
    confidence: float
    answers: tuple[str, ...] = ()
    also: tuple[Place, ...] = ()

    @property
    def node(self) -> str:
        """The id of the node it is about, PLAN_ID for the plan itself."""
        return self.place.node

    @property
    def field(self) -> str:
        """The name of the field it is about."""
        return self.place.field

    @property
    def is_question(self) -> bool:
        """Whether a clerk has to decide."""
        return self.confidence < CERTAIN


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What happens to one node or field: its id (PLAN_ID for the plan), the field for cleared ones ("" else), its
    words, why."""

    node: str
    text: str
    reason: Reason
    field: str = ""


@dataclass(frozen=True, kw_only=True)
class Rollover:
    """Everything that a rollover of one plan to ``year`` proposes. It decides nothing.

    last: the years of last year's plan; period: those of the new one. carried, dropped, cleared: every node that goes
    over, every one that stays behind (those below a node left behind too), every field that is emptied, in document
    order.
    """

    year: int
    last: PlanPeriod
    period: PlanPeriod
    changes: list[Proposal] = field(default_factory=list[Proposal])
    questions: list[Proposal] = field(default_factory=list[Proposal])
    carried: list[Entry] = field(default_factory=list[Entry])
    dropped: list[Entry] = field(default_factory=list[Entry])
    cleared: list[Entry] = field(default_factory=list[Entry])

    @property
    def accepted(self) -> dict[str, str]:
        """All changes and no question, as ``draft`` takes them: what the command line accepts."""
        return {proposal.id: proposal.new for proposal in self.changes}


@dataclass(frozen=True, kw_only=True)
class RenamedUnit:
    """A unit named in a text that is no longer called so. start, end: its place; now: what it became, one name where
    it was renamed or merged, several where it was divided, the likeliest first."""

    start: int
    end: int
    now: tuple[str, ...]


class RenamedUnits(Protocol):
    """Who knows which units and places changed their names (1 July 2025)."""

    def find(self, text: str) -> Iterable[RenamedUnit]:
        """Return the old names in ``text``, in order, not overlapping."""
        ...
