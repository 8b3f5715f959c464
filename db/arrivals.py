"""A plan that arrives from a file: never written over what is in the library already."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Literal, NamedTuple

from db.records import VersionReason
from db.store import PlanStore
from plans import codec
from plans.nodes import new_id
from plans.plan import Plan

Relation = Literal["new", "same", "newer", "older", "both"]
"""How an arriving state of a plan stands to the library's: not there, equal, it follows it, it came before it, or both
were changed since they parted."""


class Arrival(NamedTuple):
    """Under which id the plan is in the library now, and how it got there: as a new plan, the same plan that was
    there already, or a copy beside one that has been changed since."""

    plan_id: str
    outcome: Literal["new", "same", "copy"]


def relation(store: PlanStore, plan: Plan, history: Sequence[str]) -> Relation:
    """Say how the state of ``plan`` in a package stands to the one in the library; ``history``: the fingerprints of
    its earlier states. Where neither knows the other's state, both were changed."""
    if plan.id not in {found.id for found in (*store.list(), *store.trashed())}:
        return "new"
    ours = store.load(plan.id).plan
    if ours == plan:
        return "same"
    if codec.fingerprint(plan) in store.fingerprints(plan.id):
        return "older"
    return "newer" if codec.fingerprint(ours) in history else "both"


def replace_by(store: PlanStore, plan: Plan) -> None:
    """Make ``plan`` the state the library has, the former one kept as a version, out of the trash if it was there."""
    former = store.load(plan.id)
    store.keep_version(former.plan, VersionReason.ARRIVAL)
    store.save(plan, former.revision)
    store.restore(plan.id)
    store.keep_version(plan, VersionReason.ARRIVAL)


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
