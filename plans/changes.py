"""Every edit is a value. Forms, imports, rollover, quick fixes and undo all speak this one language.

``validate`` raises a Rejection before anything has changed; ``inverse`` must be taken before ``apply``;
``apply`` after a successful ``validate`` cannot fail.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from plans.errors import Rejection
from plans.fields import field_types, fits, normal
from plans.grammar import may_hold
from plans.nodes import Node, Part
from plans.plan import PART_NAMES, PLAN_ID, SCHEMES, Plan
from plans.profile import LayoutProfile, check_profile


class Change(Protocol):
    """What all changes can do."""

    def validate(self, plan: Plan) -> None:
        """Raise a Rejection if the change does not fit the plan."""
        ...

    def inverse(self, plan: Plan) -> Change:
        """Return the change that takes this one back; ask before ``apply``."""
        ...

    def apply(self, plan: Plan) -> None:
        """Change the plan in place."""
        ...


_FIXED_FIELDS = frozenset({"id", "children", *PART_NAMES})
_PART_FIELDS = frozenset({"child_labels"})


def _owner(plan: Plan, node_id: str) -> Plan | Node:
    owner = plan if node_id == PLAN_ID else plan.find(node_id)
    if owner is None:
        raise Rejection("unknown-node", node=node_id)
    return owner


def _check_held(holder: Node, child: Node) -> None:
    """Raise a Rejection unless ``holder`` may hold ``child``, and every node below ``child`` may stand where it is."""
    if not may_hold(holder, child):
        raise Rejection("cannot-hold", holder=holder.kind, child=child.kind)
    for below in child.children:
        _check_held(child, below)


def _holder(plan: Plan, node_id: str) -> tuple[Node, int]:
    found = plan.holder(node_id)
    if found is None:
        raise Rejection("unknown-node", node=node_id)
    return found


@dataclass(frozen=True)
class SetField:
    """Give one field of a node, or of the plan itself (``node`` = PLAN_ID), a new value of the field's declared type.

    Ids, children and parts are no fields to set; of a part only ``child_labels`` can be set.
    """

    node: str
    field: str
    value: object

    def validate(self, plan: Plan) -> None:
        owner = _owner(plan, self.node)
        types = field_types(type(owner))
        known = _PART_FIELDS if isinstance(owner, Part) else types.keys() - _FIXED_FIELDS
        if self.field not in known:
            raise Rejection("unknown-field", node=self.node, field=self.field)
        unknown_scheme = self.field == "scheme" and self.value not in SCHEMES
        if unknown_scheme or not fits(self.value, types[self.field]):
            raise Rejection("wrong-value", node=self.node, field=self.field, value=self.value)
        if isinstance(self.value, LayoutProfile):
            check_profile(self.value)

    def inverse(self, plan: Plan) -> Change:
        return SetField(self.node, self.field, copy.deepcopy(getattr(_owner(plan, self.node), self.field)))

    def apply(self, plan: Plan) -> None:
        setattr(_owner(plan, self.node), self.field, normal(self.value))


@dataclass(frozen=True)
class InsertNode:
    """Put ``node`` (with all below it) at place ``index`` below ``holder``."""

    holder: str
    index: int
    node: Node

    def validate(self, plan: Plan) -> None:
        holder = plan.find(self.holder)
        if holder is None:
            raise Rejection("unknown-node", node=self.holder)
        if not 0 <= self.index <= len(holder.children):
            raise Rejection("no-such-place", node=self.holder, index=self.index)
        _check_held(holder, self.node)
        known = {PLAN_ID}
        with plan.indexed():
            for node in self.node.walk():
                if node.id in known or plan.find(node.id) is not None:
                    raise Rejection("id-taken", node=node.id)
                known.add(node.id)

    def inverse(self, plan: Plan) -> Change:
        return RemoveNode(self.node.id)

    def apply(self, plan: Plan) -> None:
        holder = _owner(plan, self.holder)
        if isinstance(holder, Node):
            node = normal(self.node)
            holder.children.insert(self.index, node)
            plan.came(node, holder)


@dataclass(frozen=True)
class RemoveNode:
    """Take a node and all below it out of the plan."""

    node: str

    def validate(self, plan: Plan) -> None:
        _holder(plan, self.node)

    def inverse(self, plan: Plan) -> Change:
        holder, index = _holder(plan, self.node)
        return InsertNode(holder.id, index, copy.deepcopy(holder.children[index]))

    def apply(self, plan: Plan) -> None:
        holder, index = _holder(plan, self.node)
        plan.went(holder.children.pop(index))


@dataclass(frozen=True)
class MoveNode:
    """Move a node to place ``index`` below ``holder``, counted after it has been taken out."""

    node: str
    holder: str
    index: int

    def validate(self, plan: Plan) -> None:
        old, at = _holder(plan, self.node)
        moved = old.children[at]
        holder = plan.find(self.holder)
        if holder is None:
            raise Rejection("unknown-node", node=self.holder)
        if any(n.id == self.holder for n in moved.walk()):
            raise Rejection("into-itself", node=self.node)
        if not may_hold(holder, moved):
            raise Rejection("cannot-hold", holder=holder.kind, child=moved.kind)
        room = len(holder.children) - (1 if old is holder else 0)
        if not 0 <= self.index <= room:
            raise Rejection("no-such-place", node=self.holder, index=self.index)

    def inverse(self, plan: Plan) -> Change:
        holder, index = _holder(plan, self.node)
        return MoveNode(self.node, holder.id, index)

    def apply(self, plan: Plan) -> None:
        old, at = _holder(plan, self.node)
        holder = _owner(plan, self.holder)
        moved = old.children.pop(at)
        if isinstance(holder, Node):
            holder.children.insert(self.index, moved)
            plan.came(moved, holder)


@dataclass(frozen=True)
class Batch:
    """Several changes as one step. ``name`` is what the undo menu says, from a closed list of codes.

    Each member is validated against the plan as the members before it leave it.
    """

    changes: tuple[Change, ...]
    name: str = ""

    def validate(self, plan: Plan) -> None:
        trial = copy.deepcopy(plan)
        _in_turn(self.changes, trial, lambda change: change.validate(trial))

    def inverse(self, plan: Plan) -> Change:
        trial = copy.deepcopy(plan)
        undone: list[Change] = []
        _in_turn(self.changes, trial, lambda change: undone.append(change.inverse(trial)))
        return Batch(tuple(reversed(undone)), self.name)

    def apply(self, plan: Plan) -> None:
        with plan.indexed():
            for change in self.changes:
                change.apply(plan)


def _in_turn(changes: tuple[Change, ...], trial: Plan, look: Callable[[Change], None]) -> None:
    with trial.indexed():
        for change in changes:
            look(change)
            change.apply(trial)


def perform(plan: Plan, change: Change) -> Change:
    """Validate and apply ``change``; return its inverse. Raises Rejection and leaves the plan as it was."""
    change.validate(plan)
    back = change.inverse(plan)
    change.apply(plan)
    return back
