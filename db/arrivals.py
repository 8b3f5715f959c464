"""A plan that arrives from a file: never written over what is in the library already."""

from __future__ import annotations

import dataclasses
from typing import Literal, NamedTuple

from db.store import PlanStore
from plans.nodes import new_id
from plans.plan import Plan


class Arrival(NamedTuple):
    """Under which id the plan is in the library now, and how it got there: as a new plan, the same plan that was
    there already, or a copy beside one that has been changed since."""

    plan_id: str
    outcome: Literal["new", "same", "copy"]


def add_arrived(store: PlanStore, plan: Plan) -> Arrival:
    """Put ``plan`` into the library without touching any other; Trouble as ``PlanStore.save``."""
    known = {found.id for found in (*store.list(), *store.trashed())}
    if plan.id not in known:
        store.save(plan, expected_revision=None)
        return Arrival(plan.id, "new")
    if store.load(plan.id).plan == plan:
        store.restore(plan.id)
        return Arrival(plan.id, "same")
    copied = dataclasses.replace(plan, id=new_id(), origin=plan.id)
    store.save(copied, expected_revision=None)
    return Arrival(copied.id, "copy")
