"""Changes found against the exported plan, put into the plan as it is now: what both sides changed is a conflict, in
which the plan's side stays unless Word's is asked for."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal, cast

from documents.returning.edits import Edit, words_of
from documents.returning.report import Conflict, ReturnedChange
from plans.changes import Batch, Change, InsertNode, MoveNode, RemoveNode, SetField
from plans.codec import dump_node
from plans.errors import Rejection
from plans.nodes import Cell, Node
from plans.plan import PLAN_ID, Plan
from resources.texts import gettext as _


class _Clash(Exception):
    """The plan was changed at the same place: ``reason`` says how, ``now`` what it has, ``word`` the change that takes
    Word's side all the same, None where nothing can."""

    def __init__(self, reason: str, now: str = "", word: Change | None = None) -> None:
        self.reason, self.now, self.word = reason, now, word
        super().__init__(reason)


@dataclass(frozen=True, kw_only=True)
class Fate:
    """What became of one edit. state: "taken" the plan takes it, "there" it says so already, "left" it was left out,
    "clash" it cannot be, for ``reason``; now: what the plan has at its place then, "" for nothing. choice: both sides
    changed the place and either can be had; the state is "taken" then where Word's was asked for, else "clash"."""

    state: Literal["taken", "there", "left", "clash"]
    reason: str = ""
    now: str = ""
    choice: bool = False


@dataclass(kw_only=True)
class Merged:
    """The changes that the plan can take, as one step, the fate of each edit, and what is told of all."""

    batch: Batch
    fates: list[Fate] = field(default_factory=list[Fate])
    changes: list[ReturnedChange] = field(default_factory=list[ReturnedChange])
    conflicts: list[Conflict] = field(default_factory=list[Conflict])


@dataclass
class _Merge:
    """One merge under way: ``base`` follows the edits as in Word, ``trial`` as far as the plan takes them.

    wanted: the value that each field ends with; lost: new nodes that could not be placed, by id; left: those that were
    left out.
    """

    base: Plan
    trial: Plan
    taken: list[Change] = field(default_factory=list[Change])
    lost: set[str] = field(default_factory=set[str])
    left: set[str] = field(default_factory=set[str])
    wanted: dict[tuple[str, str], object] = field(default_factory=dict[tuple[str, str], object])

    def fate(self, edit: Edit, *, forced: bool) -> Fate:
        """Put one edit into the trial where it can be; ``forced``: also over what the plan made of the place."""
        try:
            return Fate(state="taken" if self._take(edit) else "there")
        except _Clash as clash:
            choice = clash.word is not None and _serves(clash.word, self.trial)
            if forced and choice and clash.word is not None:
                self._put(clash.word)
                return Fate(state="taken", reason=clash.reason, now=clash.now, choice=True)
            self.lost.update(_inserted(edit.change))
            return Fate(state="clash", reason=clash.reason, now=clash.now, choice=choice)

    def leave(self, edit: Edit) -> Fate:
        """Leave one edit out, and what hangs on it."""
        self.left.update(_inserted(edit.change))
        return Fate(state="left")

    def _take(self, edit: Edit) -> bool:
        """Put one edit into the trial; False where that has it already. Raises _Clash where it cannot be."""
        if edit.said.node in self.lost:
            raise _Clash(_("Mục chứa đoạn này không còn trong kế hoạch."))
        if edit.said.node in self.left:
            raise _Clash(_("Chỉ nhận được khi nhận cả mục chứa đoạn này."))
        change = self._fitted(edit.change)
        if change is None:
            return False
        if not _serves(change, self.trial):
            raise _Clash(_("Kế hoạch hiện tại không nhận được thay đổi này."))
        self._put(change)
        return True

    def _put(self, change: Change) -> None:
        change.apply(self.trial)
        self.taken.append(change)

    def _fitted(self, change: Change) -> Change | None:
        """Return the change for the plan as it is now; None where the plan has it already."""
        match change:
            case SetField():
                return self._set(change)
            case InsertNode():
                return self._insert(change)
            case RemoveNode():
                return self._remove(change)
            case MoveNode():
                return self._move(change)
            case _:
                return change

    def _set(self, change: SetField) -> Change | None:
        before, now = _owner(self.base, change.node), _owner(self.trial, change.node)
        if now is None:
            raise _Clash(_("Mục này đã bị xóa khỏi kế hoạch."), word=self._with_holder(change.node, change))
        held, current = getattr(before, change.field), getattr(now, change.field)
        if current in (change.value, self.wanted.get((change.node, change.field), change.value)):
            return None
        if current == held:
            return change
        if change.field == "rows":
            return _merged_rows(change, held, current)
        raise _Clash(_("Kế hoạch đã đổi chỗ này từ lúc xuất."), words_of(current), change)

    def _insert(self, change: InsertNode) -> Change | None:
        if self.trial.find(change.node.id) is not None:
            return None
        holder = self._holder(change.holder, change)
        if any(_same(child, change.node) and self.base.find(child.id) is None for child in holder.children):
            return None
        return replace(change, index=self._index(change.holder, change.index, holder, change.node.id))

    def _move(self, change: MoveNode) -> Change | None:
        old, now = self.base.holder(change.node), self.trial.holder(change.node)
        if now is None or old is None:
            raise _Clash(
                _("Mục này đã bị xóa khỏi kế hoạch."), word=self._with_holder(change.node, change) if old else None
            )
        elsewhere = now[0].id != old[0].id
        if elsewhere and now[0].id == change.holder:
            return None
        holder = self._holder(change.holder, change)
        index = self._index(change.holder, change.index, holder, change.node)
        fitted = None if now == (holder, index) else replace(change, index=index)
        if elsewhere:
            raise _Clash(_("Mục này đã được chuyển chỗ khác trong kế hoạch."), word=fitted)
        return fitted

    def _remove(self, change: RemoveNode) -> Change | None:
        before, now = self.base.find(change.node), self.trial.find(change.node)
        if now is None:
            return None
        if before is not None and _content(before) != _content(now):
            raise _Clash(_("Mục này đã được sửa trong kế hoạch nên không xóa."), _words(now), change)
        return change

    def _holder(self, node_id: str, change: InsertNode | MoveNode) -> Node:
        holder = self.trial.find(node_id)
        if node_id in self.left:
            raise _Clash(_("Chỉ nhận được khi nhận cả mục chứa đoạn này."))
        if holder is None:
            raise _Clash(_("Mục chứa đoạn này không còn trong kế hoạch."), word=self._with_holder(node_id, change))
        return holder

    def _with_holder(self, node_id: str, change: SetField | InsertNode | MoveNode) -> Change | None:
        """Return ``change`` after the node it needs, which the plan deleted, has come back as Word has it; None where
        that has no place either."""
        path = self.base.path(node_id)
        at = next((at for at, node in enumerate(path) if self.trial.find(node.id) is None), 0)
        if at == 0:
            return None
        here = {node.id for node in self.trial.walk()}
        gone, holder = _without(path[at], here), self.trial.find(path[at - 1].id)
        model = [child.id for child in path[at - 1].children]
        if holder is None:
            return None
        back = InsertNode(holder.id, self._index(holder.id, model.index(gone.id), holder, gone.id), gone)
        if not isinstance(change, SetField):
            target = next((node for node in gone.walk() if node.id == change.holder), None)
            target = target or self.trial.find(change.holder)
            own = change.node.id if isinstance(change, InsertNode) else change.node
            index = self._index(change.holder, change.index, target, own) if target else 0
            change = replace(change, index=index)
        return Batch((back, change))

    def _index(self, holder_id: str, index: int, holder: Node, own: str) -> int:
        """Return the place after the same node as in Word, else before the same one, else at the same number."""
        model = self.base.find(holder_id)
        siblings = [child.id for child in model.children if child.id != own] if model else []
        places = {child.id: at for at, child in enumerate(c for c in holder.children if c.id != own)}
        for before in reversed(siblings[:index]):
            if before in places:
                return places[before] + 1
        for after in siblings[index:]:
            if after in places:
                return places[after]
        return min(index, len(places))


def merge(
    base: Plan, current: Plan, edits: Sequence[Edit], left_out: Collection[int] = (), forced: Collection[int] = ()
) -> Merged:
    """Return what of ``edits``, found against ``base``, the plan ``current`` takes; neither plan is changed.

    left_out: places in ``edits`` of those that are not wanted; forced: of those that win over what the plan says.
    """
    work = _Merge(copy.deepcopy(base), copy.deepcopy(current))
    sets = [edit.change for at, edit in enumerate(edits) if at not in left_out and isinstance(edit.change, SetField)]
    work.wanted = {(change.node, change.field): change.value for change in sets}
    merged = Merged(batch=Batch(()))
    for at, edit in enumerate(edits):
        fate = work.leave(edit) if at in left_out else work.fate(edit, forced=at in forced)
        merged.fates.append(fate)
        merged.changes.append(replace(edit.said, accepted=fate.state in ("taken", "there")))
        if fate.state == "clash":
            merged.conflicts.append(_conflict(edit.said, fate))
        edit.change.apply(work.base)
    merged.batch = Batch(tuple(work.taken), "return")
    return merged


def _conflict(said: ReturnedChange, fate: Fate) -> Conflict:
    return Conflict(
        node=said.node, field=said.field, base=said.before, word=said.after, plan=fate.now, reason=fate.reason
    )


def _inserted(change: Change) -> Iterable[str]:
    return [node.id for node in change.node.walk()] if isinstance(change, InsertNode) else []


def _owner(plan: Plan, node_id: str) -> Any:
    return plan if node_id == PLAN_ID else plan.find(node_id)


def _merged_rows(change: SetField, held: list[list[Cell]], now: list[list[Cell]]) -> SetField:
    """Return the table with the cells of both sides. Raises _Clash where the shapes or a cell differ on both; Word's
    side of it is its whole table or its cells."""
    word = cast("list[list[Cell]]", change.value)
    if not [len(row) for row in held] == [len(row) for row in word] == [len(row) for row in now]:
        raise _Clash(_("Bảng này đã được sửa trong kế hoạch từ lúc xuất."), word=change)
    found: list[list[Cell]] = []
    clashing: list[Cell] = []
    for rows in zip(held, word, now, strict=True):
        found.append([])
        for old, new, current in zip(*rows, strict=True):
            if old not in (new, current) and new != current:
                clashing.append(current)
            found[-1].append(current if new == old else new)
    merged = replace(change, value=found)
    if clashing:
        raise _Clash(_("Kế hoạch đã đổi chỗ này từ lúc xuất."), clashing[0].text.plain, merged)
    return merged


def _serves(change: Change, plan: Plan) -> bool:
    try:
        change.validate(plan)
    except Rejection:
        return False
    return True


def _without(node: Node, here: Collection[str]) -> Node:
    """Return a copy of ``node`` without what of it stands elsewhere in the plan now."""
    found = copy.deepcopy(node)
    for below in found.walk():
        below.children = [child for child in below.children if child.id not in here]
    return found


def _same(one: Node, other: Node) -> bool:
    return one.kind == other.kind and _words(one) == _words(other)


def _words(node: Node) -> str:
    values = (getattr(node, name, None) for name in ("title", "text", "label", "unit"))
    return next((words_of(value) for value in values if value), "")


def _content(node: Node) -> object:
    """Return a node with all below it without what is no text of the document."""
    values = dump_node(node)
    return _printed(values)


def _printed(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _printed(item) for k, item in value.items() if k not in ("note", "status", "origin")}  # pyright: ignore[reportUnknownVariableType]
    return [_printed(item) for item in value] if isinstance(value, list) else value  # pyright: ignore[reportUnknownVariableType]
