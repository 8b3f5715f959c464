"""The outline's moves on several rows at once, each one change and one undo step. No Qt.

A move of one row is tried for each row in turn on the plan itself and taken back at once (as
``change_effects.rehearsed`` does), since each starts from what the one before has left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from desktop.change_effects import rehearsed
from desktop.outline.steps import drop, put_before
from plans.changes import Batch, Change
from plans.plan import PART_NAMES, PLAN_ID, Plan

Step = Callable[[Plan, str], Change | None]


def outermost(plan: Plan, node_ids: Iterable[str]) -> list[str]:
    """Return those of the nodes that stand below no other of them, in document order; parts and the head are none."""
    wanted = set(node_ids) - {PLAN_ID, *PART_NAMES}
    found: list[str] = []
    if not wanted:
        return found
    covered: set[str] = set()
    for node in plan.walk():
        if node.id in wanted and node.id not in covered:
            found.append(node.id)
            covered.update(below.id for below in node.walk())
    return found


def each(plan: Plan, node_ids: list[str], step: Step, name: str = "", *, backwards: bool = False) -> Change | None:
    """Return the change that makes ``step`` for each node, in document order or ``backwards``; None where one of them
    cannot be made. ``name``: what the undo menu calls it."""
    if len(node_ids) == 1:
        return step(plan, node_ids[0])
    order = node_ids[::-1] if backwards else node_ids
    return _chain(plan, [partial(_of, step, node_id) for node_id in order], name)


def dropped(plan: Plan, node_ids: list[str], holder_id: str, row: int) -> Change | None:
    """Move the nodes, in document order, before what now stands at place ``row`` below ``holder_id``; None where that
    is not possible or nothing would change."""
    if len(node_ids) == 1:
        return drop(plan, node_ids[0], holder_id, row)
    holder = plan.find(holder_id)
    if holder is None or not node_ids:
        return None
    before = next((child.id for child in holder.children[row:] if child.id not in node_ids), "")
    return _chain(plan, [partial(_before, node_id, holder_id, before) for node_id in node_ids], "move")


def _of(step: Step, node_id: str, plan: Plan) -> Change | None:
    return step(plan, node_id)


def _before(node_id: str, holder_id: str, before: str, plan: Plan) -> Change | None:
    """Return the move of a node to the place before ``before``, the last place where that is ""."""
    holder = plan.find(holder_id)
    ids = [child.id for child in holder.children] if holder else []
    return put_before(plan, node_id, holder_id, ids.index(before) if before in ids else len(ids))


def _chain(plan: Plan, steps: list[Callable[[Plan], Change | None]], name: str) -> Change | None:
    changes: list[Change] = []
    back: list[Change] = []
    try:
        for step in steps:
            change = step(plan)
            if change is None:
                return None
            inverse = rehearsed(plan, change)
            change.apply(plan)
            back.append(inverse)
            changes.append(change)
    finally:
        for change in reversed(back):
            change.apply(plan)
    if not changes:
        return None
    return changes[0] if len(changes) == 1 else Batch(tuple(changes), name)
