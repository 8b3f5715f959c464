"""So với năm trước: what this year's plan adds to last year's, leaves out and says otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field

from plans.errors import Rejection
from plans.nodes import Node
from plans.places import Place, spot_texts
from plans.plan import PLAN_ID, Plan
from plans.rollover.fates import words_of
from plans.rollover.frame import Frame, frame_of
from plans.rollover.model import Proposal
from plans.rollover.own_years import own_years
from plans.rollover.proposing import propose


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One thing that differs. node: its id this year, "" where it is gone; origin: last year's id, "" where it is new;
    old, new: its words ("" where it is not there); field: which text of it changed, "" for a whole node."""

    node: str
    origin: str
    old: str
    new: str
    field: str = ""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """added, dropped: topmost nodes only; changed: texts that differ beyond the years that moved on."""

    added: list[Difference] = field(default_factory=list[Difference])
    dropped: list[Difference] = field(default_factory=list[Difference])
    changed: list[Difference] = field(default_factory=list[Difference])


def compared(plan: Plan, last_year: Plan) -> Comparison:
    """Return how ``plan`` differs from the plan it was made from, node by node as ``origin`` tells, each list in the
    order of its plan. A text that says what last year's would with its years moved on has not changed."""
    moved = _moved(plan, last_year)
    old_nodes = {node.id: node for node in last_year.walk()}
    found = Comparison()
    for part in plan.parts:
        for child in part.children:
            _look(child, old_nodes, moved, found)
    kept = {node.origin for node in plan.walk()}
    for part in last_year.parts:
        for child in part.children:
            _look_for_dropped(child, kept, found)
    found.changed[:0] = _changed(plan, last_year, moved)
    return found


def _moved(plan: Plan, last_year: Plan) -> dict[Place, str]:
    """Return what each text of last year's plan would say this year, by its place."""
    texts: dict[Place, str] = {}
    for owner in (last_year, *last_year.walk()):
        texts |= dict(spot_texts(owner))
    frame = _frame(plan, last_year)
    if frame is None:
        return texts
    for change in sorted(propose(last_year, frame.year).changes, key=_start, reverse=True):
        place = change.place
        whole = Place(node=place.node, field=place.field, item=place.item, row=place.row, cell=place.cell)
        if whole in texts:
            texts[whole] = texts[whole][: place.start] + change.new + texts[whole][place.end :]
    return texts


def _start(change: Proposal) -> int:
    return change.place.start


def _frame(plan: Plan, last_year: Plan) -> Frame | None:
    years = next(own_years(plan), None)
    try:
        return frame_of(last_year, years.start) if years else None
    except Rejection:
        return None


def _look(node: Node, old_nodes: dict[str, Node], moved: dict[Place, str], found: Comparison) -> None:
    old = old_nodes.get(node.origin or "")
    if old is None or old.kind != node.kind:
        found.added.append(Difference(node=node.id, origin="", old="", new=words_of(node)))
        return
    found.changed.extend(_changed(node, old, moved))
    for child in node.children:
        _look(child, old_nodes, moved, found)


def _look_for_dropped(node: Node, kept: set[str | None], found: Comparison) -> None:
    if node.id not in kept:
        found.dropped.append(Difference(node="", origin=node.id, old=words_of(node), new=""))
        return
    for child in node.children:
        _look_for_dropped(child, kept, found)


def _changed(new: Plan | Node, old: Plan | Node, moved: dict[Place, str]) -> list[Difference]:
    """Return the texts of one node that differ; a list or table whose shape differs is one difference."""
    before = {(p.field, p.item, p.row, p.cell): (moved.get(p, text), text) for p, text in spot_texts(old)}
    after = {(p.field, p.item, p.row, p.cell): text for p, text in spot_texts(new)}
    node, origin = (PLAN_ID, PLAN_ID) if isinstance(new, Plan) else (new.id, old.id)
    found: list[Difference] = []
    for key in dict.fromkeys((*before, *after)):
        expected, was = before.get(key, ("", ""))
        now = after.get(key, "")
        if _words(now) not in (_words(expected), _words(was)):
            found.append(Difference(node=node, origin=origin, old=was, new=now, field=key[0]))
    return found


def _words(text: str) -> str:
    return " ".join(text.split())
