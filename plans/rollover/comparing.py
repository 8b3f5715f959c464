"""What a plan adds to an older one, leaves out, moves and says otherwise: to last year's, or to an earlier state of its
own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

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
    """One thing that differs. node: its id now, "" where it is gone; origin: its id in the older plan, "" where it is
    new; old, new: its words ("" where it is not there); field: which text of it changed, "" for a whole node; holder:
    for what is gone, the id of what held it or stands nearest above that now, else ""."""

    node: str
    origin: str
    old: str
    new: str
    field: str = ""
    holder: str = ""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """added, dropped: topmost nodes only; changed: texts that differ beyond the years that moved on; moved: nodes that
    stand below another one, or in another order."""

    added: list[Difference] = field(default_factory=list[Difference])
    dropped: list[Difference] = field(default_factory=list[Difference])
    changed: list[Difference] = field(default_factory=list[Difference])
    moved: list[Difference] = field(default_factory=list[Difference])


def compared(plan: Plan, older: Plan) -> Comparison:
    """Return how ``plan`` differs from ``older``, each list in the order of its plan.

    Nodes are the same by their ids, else as ``origin`` tells. A text that says what last year's would with its years
    moved on has not changed.
    """
    old_nodes = {node.id: node for node in older.walk()}
    former = {node.id: node.id if node.id in old_nodes else node.origin or "" for node in plan.walk()}
    texts = _moved(plan, older)
    found = Comparison()
    for part in plan.parts:
        for child in part.children:
            _look(child, old_nodes, former, texts, found)
    kept = {old: now for now, old in former.items()}
    for part in older.parts:
        for child in part.children:
            _look_for_dropped(child, part.id, kept, found)
    found.changed[:0] = _changed(plan, older, texts)
    found.moved[:] = _elsewhere(plan, older, former)
    return found


def _elsewhere(plan: Plan, older: Plan, former: dict[str, str]) -> Iterator[Difference]:
    """Yield the nodes that stand below another one than before or, below the same one, in another order."""
    before = {child.id: holder.id for part in older.parts for holder in part.walk() for child in holder.children}
    orders = {holder.id: [child.id for child in holder.children] for part in older.parts for holder in part.walk()}
    for part in plan.parts:
        for holder in part.walk():
            own = former.get(holder.id, holder.id)
            now = [former[child.id] for child in holder.children]
            stayed = [old for old in orders.get(own, []) if old in set(now)]
            here = [old for old in now if before.get(old) == own]
            blocks = SequenceMatcher(None, stayed, here, autojunk=False).get_matching_blocks()
            steady = {old for block in blocks for old in here[block.b : block.b + block.size]}
            for child, old in zip(holder.children, now, strict=True):
                if old in before and old not in steady:
                    words = words_of(child)
                    yield Difference(node=child.id, origin=old, old=words, new=words)


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
    """Return how the years moved on; None within one year and for states of one plan, whose every change counts."""
    if plan.id == last_year.id:
        return None
    years = next(own_years(plan), None)
    try:
        return frame_of(last_year, years.start) if years else None
    except Rejection:
        return None


def _look(
    node: Node, old_nodes: dict[str, Node], former: dict[str, str], moved: dict[Place, str], found: Comparison
) -> None:
    old = old_nodes.get(former[node.id])
    if old is None or old.kind != node.kind:
        found.added.append(Difference(node=node.id, origin="", old="", new=words_of(node)))
        return
    found.changed.extend(_changed(node, old, moved))
    for child in node.children:
        _look(child, old_nodes, former, moved, found)


def _look_for_dropped(node: Node, holder: str, kept: dict[str, str], found: Comparison) -> None:
    if node.id not in kept:
        found.dropped.append(Difference(node="", origin=node.id, old=words_of(node), new="", holder=holder))
        return
    for child in node.children:
        _look_for_dropped(child, kept[node.id], kept, found)


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
