"""Where a corrected node stands, what goes with it and what follows it; and a place for a text that had none."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field

from plans.changes import Batch, Change, InsertNode, MoveNode, RemoveNode, SetField, perform
from plans.errors import Rejection
from plans.grammar import may_hold
from plans.nodes import LegalBasis, Node, Paragraph, Recipient, Task
from plans.plan import PLAN_ID, Plan
from plans.retyping.becoming import below
from plans.text import RichText

Correction = Callable[[Plan, str], Change]
"""A correction of one node: plan and node id to the change."""

_OPEN = frozenset({"section", "assignment", "roadmap_year", "label_line", "task", "appendix", "part"})
"""What a text that follows a node's own words stands inside of."""


@dataclass
class Seat:
    """A place below ``holder``; followers: what comes after the node in its old holders, to keep the order."""

    holder: Node
    index: int
    followers: list[Node] = field(default_factory=list[Node])


def content_path(plan: Plan, node_id: str) -> list[Node]:
    """Return the nodes from the body, or from the appendix, down to the node. Raises Rejection "unknown-node", and
    "only-content" for a node that stands elsewhere."""
    path = plan.path(node_id)
    if not path:
        raise Rejection("unknown-node", node=node_id)
    top = {"body": 0, "appendices": 1}.get(path[0].id)
    if top is None or len(path) < top + 2:
        raise Rejection("only-content")
    return path[top:]


def seat_below(path: list[Node], at: int) -> Seat:
    """Return the place of the last node of ``path`` when it stands directly below ``path[at]``."""
    holder, child = path[at], path[at + 1]
    index = _place(holder, child)
    if child is path[-1]:
        return Seat(holder, index)
    followers: list[Node] = []
    for above, left in zip(reversed(path[at + 1 : -1]), reversed(path[at + 2 :]), strict=True):
        followers += above.children[_place(above, left) + 1 :]
    return Seat(holder, index + 1, followers)


def nearest_seat(path: list[Node], new: Node) -> Seat:
    """Return the nearest place at or above the node's own that may hold ``new``. Raises Rejection "cannot-hold"."""
    at = next((at for at in reversed(range(len(path) - 1)) if may_hold(path[at], new)), None)
    if at is None:
        raise Rejection("cannot-hold", holder=path[-2].kind, child=new.kind)
    return seat_below(path, at)


def _place(holder: Node, child: Node) -> int:
    return next(at for at, each in enumerate(holder.children) if each is child)


def replaced(plan: Plan, node: Node, new: Node, seat: Seat, name: str) -> Change:
    """Return the change that puts ``new`` on ``seat`` in place of ``node``: what stood below and after goes with it as
    far as it may hold it, the rest comes right after it."""
    own = list(new.children) + below(node)
    queue = [*own, *seat.followers]
    kept = next((at for at, each in enumerate(queue) if not may_hold(new, each)), len(queue))
    new.children = copy.deepcopy(own[:kept])
    changes: list[Change] = [*_unlinked(plan, node, new), RemoveNode(node.id)]
    changes.append(InsertNode(seat.holder.id, seat.index, new))
    for at, each in enumerate(queue[len(own) : kept], len(new.children)):
        changes.append(MoveNode(each.id, new.id, at))
    for at, each in enumerate(queue[kept:], seat.index + 1):
        inside = kept + at - seat.index - 1 < len(own)
        changes.append(
            InsertNode(seat.holder.id, at, copy.deepcopy(each)) if inside else MoveNode(each.id, seat.holder.id, at)
        )
    return Batch(tuple(changes), name)


def _unlinked(plan: Plan, node: Node, new: Node) -> list[Change]:
    """A task serves targets only: what is no target any more is served by none."""
    if node.kind != "target" or new.kind == "target":
        return []
    serving = [task for task in plan.walk() if isinstance(task, Task) and task.target == node.id]
    return [SetField(task.id, "target", "") for task in serving]


def place_text(plan: Plan, text: str, after: str, note: str, then: Correction | None = None) -> tuple[Change, str]:
    """Return the change that puts a text without a place right after the words of node ``after`` (an unknown id: at the
    beginning of the body) and corrects it by ``then``, and the new node's id. ``note``: what the plan's note says from
    then on. Raises Rejection as ``then`` does."""
    node, holder, index = _new_text(plan, " ".join(text.split()), after)
    changes: list[Change] = [InsertNode(holder.id, index, node)]
    trial = copy.deepcopy(plan)
    perform(trial, changes[0])
    if then is not None:
        changes.append(then(trial, node.id))
    changes.append(SetField(PLAN_ID, "note", note))
    return Batch(tuple(changes), "place"), node.id


def _new_text(plan: Plan, text: str, after: str) -> tuple[Node, Node, int]:
    path = plan.path(after) or [plan.body]
    new: Node = Paragraph(text=RichText.of(text))
    if path[0].id == "bases":
        new = LegalBasis(text=RichText.of(text))
    elif path[0].id == "recipients":
        new = Recipient(text=text)
    if path[-1].kind in _OPEN and may_hold(path[-1], new):
        return new, path[-1], 0
    for at in reversed(range(len(path) - 1)):
        if may_hold(path[at], new):
            return new, path[at], _place(path[at], path[at + 1]) + 1
    raise Rejection("cannot-hold", holder=path[-1].kind, child=new.kind)
