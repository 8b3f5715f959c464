"""A whole plan as one change: what an import brings in is one step, and undo leaves the plan as if it were new."""

from __future__ import annotations

import copy

from plans.changes import Batch, Change, InsertNode, RemoveNode, SetField
from plans.fields import field_types
from plans.plan import PART_NAMES, PLAN_ID, Plan

_FIXED = frozenset({"id", *PART_NAMES})


def emptied(plan: Plan) -> Plan:
    """Return a plan with the id of ``plan`` in which nothing is written yet."""
    return Plan(id=plan.id)


def filling(plan: Plan) -> Batch:
    """Return the change that makes ``emptied(plan)`` equal to ``plan``."""
    blank = emptied(plan)
    changes: list[Change] = [
        SetField(PLAN_ID, name, copy.deepcopy(getattr(plan, name)))
        for name in field_types(Plan)
        if name not in _FIXED and getattr(plan, name) != getattr(blank, name)
    ]
    for part in plan.parts:
        if part.child_labels is not None:
            changes.append(SetField(part.id, "child_labels", part.child_labels))
        changes += [InsertNode(part.id, at, copy.deepcopy(child)) for at, child in enumerate(part.children)]
    return Batch(tuple(changes), "import")


def emptying(plan: Plan) -> Batch:
    """Return the change that takes everything out of ``plan`` again: the inverse of ``filling(plan)``."""
    blank = emptied(plan)
    back: list[Change] = []
    for change in filling(plan).changes:
        if isinstance(change, InsertNode):
            back.append(RemoveNode(change.node.id))
        elif isinstance(change, SetField):
            owner = blank if change.node == PLAN_ID else blank.find(change.node)
            back.append(SetField(change.node, change.field, getattr(owner, change.field)))
    return Batch(tuple(reversed(back)), "import")


def replacing_whole(plan: Plan, other: Plan) -> Batch:
    """Return the one step that makes ``plan`` say what ``other`` does, under its own id."""
    return Batch((*emptying(plan).changes, *filling(other).changes), "restore")
