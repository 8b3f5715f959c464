"""What the store hands out beside plans: summaries, search hits, duties. Plain values, no SQL behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # the home list comes before the plan model
    from plans.nodes import TaskStatus
    from plans.plan import Plan, PlanStatus

UnitPart = Literal["lead", "adviser", "coordinating", "assigned"]
"""How a unit takes part: chủ trì, tham mưu, phối hợp, or named by an assignment (phân công)."""


@dataclass(frozen=True, kw_only=True)
class Stored:
    """A plan as it lies in the library; ``revision`` is what ``save`` wants back."""

    plan: Plan
    revision: int


@dataclass(frozen=True, kw_only=True)
class PlanSummary:
    """One line of the home list. agency: its printed lines joined by a space, "" unknown; year: None unknown;
    changed_at and trashed_at in UTC, trashed_at None for a plan that is not in the trash; origin: the id of the plan it
    was made from, None for none."""

    id: str
    title: str
    subject: str
    agency: str
    year: int | None
    topic: str
    status: PlanStatus
    changed_at: datetime
    revision: int
    tasks: int
    targets: int
    origin: str | None = None
    trashed_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class SearchHit:
    """A place where the words stand. node_id: PLAN_ID for the head of the plan; snippet: the text around them as
    written, plain characters; marks: (start, end) of what was found within the snippet."""

    plan_id: str
    node_id: str
    subject: str
    snippet: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, kw_only=True)
class Duty:
    """Something a unit owes. kind: the node's kind; unit: as printed there; deadline: as written, "" for none.

    first_day and last_day: when it is due; last_day None: from the first day on; both None where nothing says so (then
    it stands for the plan's whole period). status: None for what is no task.
    """

    plan_id: str
    subject: str
    year: int | None
    node_id: str
    kind: str
    text: str
    unit: str
    part: UnitPart
    deadline: str
    first_day: date | None
    last_day: date | None
    status: TaskStatus | None


class VersionReason(StrEnum):
    """At what occasion a version of a plan was kept."""

    EXPORT = "export"
    RETURN = "return"  # before changes made in Word were taken in
    ROLLOVER = "rollover"  # when another year's plan was made from it
    ISSUE = "issue"
    ARRIVAL = "arrival"  # before a package's state of the plan replaced it, and as it came out of a package
    RESTORE = "restore"  # before an older version was brought back
    OPENED = "opened"  # as it was when work on it began


@dataclass(frozen=True, kw_only=True)
class PlanVersion:
    """One kept version of a plan; ``key`` is what ``PlanStore.version`` wants; made_at in UTC."""

    key: int
    made_at: datetime
    why: VersionReason


@dataclass(frozen=True, kw_only=True)
class IssuedCopy:
    """What a plan was issued as; issued_at in UTC; rules: version of the rules it was audited by."""

    issued_at: datetime
    rules: str
    document: bytes
