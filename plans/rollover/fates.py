"""What happens to each node of last year's plan: carried, or left behind with what is below it; and what is emptied."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plans.nodes import Appendix, Footnote, Node, RoadmapYear, Target, Task, TaskStatus
from plans.places import spot_texts
from plans.plan import PLAN_ID, Plan
from plans.rollover.frame import Frame
from plans.rollover.model import Entry, Reason
from plans.text import RichText

_LAST_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
_UNSTARTED = (TaskStatus.OPEN, TaskStatus.DOING)


@dataclass(kw_only=True)
class Fates:
    """The three lists of a rollover; gone: the ids of all nodes left behind."""

    carried: list[Entry] = field(default_factory=list[Entry])
    dropped: list[Entry] = field(default_factory=list[Entry])
    cleared: list[Entry] = field(default_factory=list[Entry])
    gone: set[str] = field(default_factory=set[str])


def fates_of(plan: Plan, frame: Frame) -> Fates:
    """Return what happens to every node and to the fields that are never copied."""
    fates = Fates()
    for part in plan.parts:
        for child in part.children:
            _settle(child, frame, fates)
    _drop_unused_notes(plan, fates)
    _clear(plan, fates)
    return fates


def _settle(node: Node, frame: Frame, fates: Fates) -> None:
    reason = _why_dropped(node, frame)
    if reason:
        fates.dropped += [Entry(node=below.id, text=words_of(below), reason=reason) for below in node.walk()]
        fates.gone.update(below.id for below in node.walk())
        return
    kept = Reason.CARRIED_OPEN if isinstance(node, Task) else Reason.CARRIED
    fates.carried.append(Entry(node=node.id, text=words_of(node), reason=kept))
    for child in node.children:
        _settle(child, frame, fates)


def _why_dropped(node: Node, frame: Frame) -> Reason | None:
    if isinstance(node, Task) and node.status not in _UNSTARTED:
        return Reason.TASK_DONE if node.status is TaskStatus.DONE else Reason.TASK_DROPPED
    if isinstance(node, RoadmapYear) and frame.stages and not frame.whole and _last_year(node) < frame.year:
        return Reason.YEAR_GONE
    return None


def _last_year(stage: RoadmapYear) -> int:
    """A stage of several years is gone by when its last one is ("Giai đoạn 2026 - 2028")."""
    return max([stage.year, *(int(found) for found in _LAST_YEAR.findall(stage.label.plain))])


def _drop_unused_notes(plan: Plan, fates: Fates) -> None:
    """A footnote goes when all its marks stood in what is left behind."""
    marks: dict[str, list[bool]] = {}
    for node in plan.walk():
        for note in _marks(node):
            marks.setdefault(note, []).append(node.id in fates.gone)
    for note in plan.footnotes.children:
        stood = marks.get(note.id)
        if isinstance(note, Footnote) and stood and all(stood):
            fates.carried = [entry for entry in fates.carried if entry.node != note.id]
            fates.dropped.append(Entry(node=note.id, text=words_of(note), reason=Reason.NOTE_UNUSED))
            fates.gone.add(note.id)


def _marks(node: Node) -> list[str]:
    texts = [getattr(node, name, None) for name in ("text", "title", "label")]
    texts += [cell.text for row in getattr(node, "rows", []) for cell in row]
    return [mark for text in texts if isinstance(text, RichText) for mark in text.footnotes]


def _clear(plan: Plan, fates: Fates) -> None:
    date = plan.date
    given = "/".join(str(part) if part else "…" for part in (date.day, date.month, date.year))
    for name, text in (("number", plan.number), ("date", given), ("signature.name", plan.signature.name)):
        if text.strip("/…"):
            fates.cleared.append(Entry(node=PLAN_ID, field=name, text=text, reason=Reason.NEVER_COPIED))
    for node in plan.walk():
        for name in cleared_fields(node):
            if node.id not in fates.gone and getattr(node, name):
                entry = Entry(node=node.id, field=name, text=str(getattr(node, name)), reason=Reason.NEVER_COPIED)
                fates.cleared.append(entry)


def cleared_fields(node: Node) -> tuple[str, ...]:
    """Return the fields of a node that speak of last year's copy alone: its results, its "(Kèm theo …)" line."""
    if isinstance(node, Target):
        return ("actual", "baseline")
    return ("reference",) if isinstance(node, Appendix) else ()


def words_of(node: Node) -> str:
    """Return the first words a node prints, "" for none; of a table its title or first cell."""
    return next((" ".join(text.split()) for _, text in spot_texts(node) if text.strip()), "")
