"""Changes under way: each as a change value for the plan as it was exported, with what the report says of it."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any, cast

from documents.returning.report import EditKind, ReturnedChange, Unmapped
from documents.returning.values import changed_words
from plans.changes import Change, InsertNode, MoveNode, RemoveNode, SetField
from plans.errors import Rejection
from plans.nodes import Node
from plans.plan import PLAN_ID, Plan
from plans.text import RichText
from resources.texts import gettext as _


@dataclass(frozen=True, slots=True)
class Edit:
    """One change value and its line in the report."""

    change: Change
    said: ReturnedChange


@dataclass(slots=True)
class Edits:
    """Collects edits; ``tree`` is the exported plan with those so far applied."""

    tree: Plan
    found: list[Edit] = field(default_factory=list[Edit])
    unmapped: list[Unmapped] = field(default_factory=list[Unmapped])

    @staticmethod
    def of(base: Plan) -> Edits:
        """Return a collection that starts at ``base``."""
        return Edits(copy.deepcopy(base))

    def set(self, node: str, name: str, value: object, *, before: str, after: str) -> None:
        """Record a field's new value, where it is new."""
        owner: Any = self.tree if node == PLAN_ID else self.tree.find(node)
        if owner is None or getattr(owner, name) == value:
            return
        self._add(SetField(node, name, value), "changed", name, before, after)

    def insert(self, holder: Node, index: int, node: Node, after: str) -> None:
        """Record a new node."""
        self._add(InsertNode(holder.id, index, node), "added", "", "", after)

    def move(self, node: Node, holder: Node, index: int, words: str) -> None:
        """Record a node's new place, counted after it has been taken out."""
        self._add(MoveNode(node.id, holder.id, index), "moved", "", words, words)

    def remove(self, node: Node, before: str) -> None:
        """Record that a node and all below it went."""
        self._add(RemoveNode(node.id), "removed", "", before, "")

    def leave(self, before: str, after: str, reason: str) -> None:
        """Record what has no place in the plan."""
        self.unmapped.append(Unmapped(before=before, after=after, reason=reason))

    def _add(self, change: Change, kind: EditKind, name: str, before: str, after: str) -> None:
        try:
            change.validate(self.tree)
        except Rejection:
            self.leave(before, after, _("Kế hoạch không nhận được thay đổi này."))
            return
        old, new = changed_words(before, after)
        node = change.node.id if isinstance(change, InsertNode) else str(getattr(change, "node", ""))
        said = ReturnedChange(node=node, kind=kind, field=name, old=old, new=new, before=before, after=after)
        self.found.append(Edit(change, said))
        change.apply(self.tree)


def words_of(value: object) -> str:
    """Return a field's value as a reader would say it."""
    match value:
        case RichText():
            return value.plain
        case list() | tuple():
            return "; ".join(words_of(item) for item in cast("list[object]", value))
        case None:
            return ""
        case _:
            return str(value)
