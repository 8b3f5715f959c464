"""What became of a plan at the end of its year: tasks by status, targets by their figures.

Next year's plan starts from it (see ``rollover``): tasks not done are carried, a target's actual value becomes
its baseline.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from operator import ge, gt, le, lt

from plans.nodes import Target, TaskStatus
from plans.numbering import labels
from plans.plan import Plan
from plans.text import RichText
from plans.views.tasks import TaskRow, task_rows, unmarked

_FIGURE = r"\d+(?:[.,]\d+)*"
_VALUE = re.compile(rf"\D*?(?P<figure>{_FIGURE})(?:\s*/\s*(?P<whole>{_FIGURE}))?(?P<unit>\D*)")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_REMAINS = re.compile(r"(?<!\w)còn(?!\w)", re.IGNORECASE)
_COMPARED: dict[str, Callable[[float, float], bool]] = {">=": ge, ">": gt, "<=": le, "<": lt}


class Outcome(StrEnum):
    """How a target came out. WAITING: no actual value yet; UNCLEAR: the two values can't be held against each
    other (no figure planned, words, another unit)."""

    MET = "met"
    MISSED = "missed"
    WAITING = "waiting"
    UNCLEAR = "unclear"


@dataclass(frozen=True, kw_only=True)
class TargetRow:
    """One target where it stands: its printed ``label`` ("-", "" for none) and how it came out."""

    target: Target
    label: str = ""
    outcome: Outcome = Outcome.WAITING

    @property
    def node(self) -> Target:
        """The node the row is about."""
        return self.target

    @property
    def title(self) -> RichText:
        """The target's words without footnote marks and final stop."""
        return unmarked(self.target.text)


@dataclass(frozen=True, kw_only=True)
class Results:
    """Targets in the plan's order, tasks section by section."""

    targets: list[TargetRow]
    tasks: list[TaskRow]

    def count(self, what: Outcome | TaskStatus) -> int:
        """Return how many targets came out so, or how many tasks are so far."""
        if isinstance(what, Outcome):
            return sum(row.outcome is what for row in self.targets)
        return sum(row.task.status is what for row in self.tasks)


def results(plan: Plan) -> Results:
    """Return how far the plan's tasks are and how its targets came out."""
    printed = labels(plan)
    targets = [
        TargetRow(target=node, label=printed.get(node.id, ""), outcome=outcome(node))
        for node in plan.walk()
        if isinstance(node, Target)
    ]
    return Results(targets=targets, tasks=task_rows(plan))


def outcome(target: Target) -> Outcome:
    """Return how a target came out, its actual value held against the planned one by its comparator.

    A plain figure ("đạt 95 %") is reached from last year's side: from below, unless last year's was higher, the
    goal is 0 or the sentence says what may remain ("giảm còn 2 %"). A range may be overshot from that side.
    """
    if not target.actual.strip():
        return Outcome.WAITING
    low, _dash, high = target.value.partition(" - ")
    actual, planned, most = (_measured(text, target.unit) for text in (target.actual, low, high or low))
    if actual is None or planned is None or most is None or not actual.whole == planned.whole == most.whole:
        return Outcome.UNCLEAR
    if high:
        reached = _in_range(actual, planned, most, _measured(target.baseline, target.unit))
    else:
        reached = _comparison(target, planned)(actual.number, planned.number)
    return Outcome.MET if reached else Outcome.MISSED


@dataclass(frozen=True)
class _Measured:
    """A figure; ``whole``: it was written as a part of a whole ("04/05")."""

    number: float
    whole: bool


def _in_range(actual: _Measured, low: _Measured, high: _Measured, before: _Measured | None) -> bool:
    """Say whether a range is reached; to overshoot it, seen from last year's side, is fine."""
    known = before if before and before.whole == low.whole else None
    from_above = known is not None and known.number > high.number
    from_below = known is not None and known.number < low.number
    return (from_above or actual.number >= low.number) and (from_below or actual.number <= high.number)


def _comparison(target: Target, planned: _Measured) -> Callable[[float, float], bool]:
    found = _COMPARED.get(target.comparator)
    if found:
        return found
    before = _measured(target.baseline, target.unit)
    if before is not None and before.whole == planned.whole and before.number != planned.number:
        return le if before.number > planned.number else ge
    return le if planned.number == 0 or _REMAINS.search(target.text.plain) else ge


def _measured(text: str, unit: str) -> _Measured | None:
    """Return what a value says, None for words without one figure and for a unit that is not the target's."""
    found = _VALUE.fullmatch(text.strip())
    if found is None:
        return None
    said, usual = (" ".join(words.split()).casefold().strip(" .") for words in (found["unit"], unit))
    if said and usual and said != usual:
        return None
    whole = _number(found["whole"]) if found["whole"] else None
    if whole == 0:
        return None
    return _Measured(_number(found["figure"]) / (whole or 1.0), whole is not None)


def _number(figure: str) -> float:
    """Return a figure as Vietnamese offices write it: "1.200,5", "0,82"; "96.1" is taken for a decimal too."""
    whole, _comma, part = figure.partition(",")
    if _THOUSANDS.fullmatch(whole):
        whole = whole.replace(".", "")
    try:
        return float(f"{whole}.{part}" if part else whole)
    except ValueError:
        return float(re.sub(r"\D", "", figure))
