"""Runs of prose below one holder as a flat list of items, and the changes that make the plan say what a list says.

A run is a longest row of neighbouring children that are prose all the way down (paragraphs, bullets, label lines;
in their parts legal bases or recipients). ``depth`` counts from the run's own level, which is 0. No Qt.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.footnote_marks import footnote_changes
from plans.changes import Batch, Change, InsertNode, MoveNode, RemoveNode, SetField
from plans.grammar import HOLDS, may_hold
from plans.nodes import NODE_KINDS, Node, Paragraph, Part, Recipient
from plans.plan import Plan
from plans.text import EMPTY, RichText

_PROSE = frozenset({"paragraph", "bullet", "label_line"})
_LINES = frozenset({"legal_basis", "recipient"})


@dataclass(frozen=True)
class Item:
    """One line of a run: a node's id, kind, depth below the run's level and text."""

    id: str
    kind: str
    depth: int = 0
    text: RichText = EMPTY
    numbered: bool = False


@dataclass(frozen=True)
class Run:
    """Neighbouring prose children; ``anchor``: the id of the child before them, "" at the holder's start."""

    anchor: str
    nodes: tuple[Node, ...]


def is_item(node: Node) -> bool:
    """Say whether a node and all below it can be edited as items."""
    return node.kind in _LINES or all(below.kind in _PROSE for below in node.walk())


def kinds_of(holder: Node) -> list[str]:
    """Return the kinds of items a holder takes, the one a new item has first; [] for none."""
    allowed = HOLDS.get(holder.id if isinstance(holder, Part) else holder.kind, frozenset())
    order = ("legal_basis", "recipient", "paragraph", "bullet", "label_line")
    kinds = [kind for kind in order if kind in allowed]
    if holder.kind in ("paragraph", "bullet", "label_line", "target", "roadmap_year") and "bullet" in kinds:
        kinds.remove("bullet")
        kinds.insert(0, "bullet")
    return kinds


def segments(holder: Node) -> list[Run | Node]:
    """Return the holder's children as runs and single nodes that are no items. Where items may stand, the first
    segment is a run, if need be an empty one."""
    found: list[Run | Node] = []
    anchor = ""
    for child in holder.children:
        if not is_item(child):
            found.append(child)
            anchor = child.id
        elif found and isinstance(found[-1], Run):
            found[-1] = Run(found[-1].anchor, (*found[-1].nodes, child))
        else:
            found.append(Run(anchor, (child,)))
    if kinds_of(holder) and not (found and isinstance(found[0], Run)):
        found.insert(0, Run("", ()))
    return found


def run_after(holder: Node, anchor: str) -> Run:
    """Return the run that stands right after ``anchor`` now, an empty one where there is none."""
    runs = (segment for segment in segments(holder) if isinstance(segment, Run))
    return next((run for run in runs if run.anchor == anchor), Run(anchor, ()))


def flatten(nodes: Iterable[Node], depth: int = 0) -> list[Item]:
    """Return the nodes and all below them as items in reading order."""
    found: list[Item] = []
    for node in nodes:
        found.append(_item(node, depth))
        found += flatten(node.children, depth + 1)
    return found


def grown(items: Sequence[Item]) -> list[Node]:
    """Return normalised items as new nodes, nested by their depths: what ``flatten`` lists."""
    found: list[Node] = []
    line: list[Node] = []
    for item in items:
        node = _node(item)
        (line[item.depth - 1].children if item.depth else found).append(node)
        line[item.depth :] = [node]
    return found


def _item(node: Node, depth: int) -> Item:
    text = RichText.of(node.text) if isinstance(node, Recipient) else getattr(node, "text", EMPTY)
    return Item(node.id, node.kind, depth, text, isinstance(node, Paragraph) and node.numbered)


def normalised(items: Sequence[Item], kinds: Sequence[str]) -> list[Item]:
    """Return the items at depths and in kinds the grammar allows below a holder of ``kinds``."""
    found: list[Item] = []
    line: list[Item] = []
    for item in items:
        depth = min(item.depth, len(line))
        while depth and item.kind not in HOLDS.get(line[depth - 1].kind, frozenset()):
            depth -= 1
        kind = item.kind if depth or item.kind in kinds else kinds[0]
        sound = replace(item, depth=depth, kind=kind, numbered=item.numbered and kind == "paragraph")
        line[depth:] = [sound]
        found.append(sound)
    return found


def items_change(plan: Plan, holder_id: str, anchor: str, items: Sequence[Item]) -> Change | None:
    """Return what makes the run after ``anchor`` say ``items`` (normalised), None where it does."""
    holder = plan.find(holder_id)
    if holder is None:
        return None
    run = run_after(holder, anchor)
    old = flatten(run.nodes)
    if old == list(items):
        return None
    changes = list(_Arrangement(holder, run).changes(items))
    before = [mark for item in old for mark in item.text.footnotes]
    after = [mark for item in items for mark in item.text.footnotes]
    changes = [*footnote_changes(plan, before, after), *changes]
    return changes[0] if len(changes) == 1 else Batch(tuple(changes), "items")


class _Arrangement:
    """Rehearses the changes on a copy of the holder, to know where each node stands meanwhile."""

    def __init__(self, holder: Node, run: Run) -> None:
        self._holder = holder.id
        self._old = {node.id: node for top in run.nodes for node in top.walk()}
        self._trial = Plan()
        if isinstance(holder, Part):
            setattr(self._trial, holder.id, copy.deepcopy(holder))
        else:
            self._trial.body.children.append(copy.deepcopy(holder))
        ids = [child.id for child in holder.children]
        self._start = ids.index(run.anchor) + 1 if run.anchor else 0

    def changes(self, items: Sequence[Item]) -> Iterator[Change]:
        for item, holder, index in self._places(items):
            for change in self._settle(item, holder, index):
                change.apply(self._trial)
                yield change
        wanted = {item.id for item in items}
        for node_id in self._old:
            if node_id not in wanted and self._trial.find(node_id) is not None:
                change = RemoveNode(node_id)
                change.apply(self._trial)
                yield change

    def _places(self, items: Sequence[Item]) -> Iterator[tuple[Item, str, int]]:
        line: list[str] = []
        counts: dict[str, int] = {self._holder: self._start}
        for item in items:
            holder = line[item.depth - 1] if item.depth else self._holder
            index = counts.get(holder, 0)
            counts[holder] = index + 1
            line[item.depth :] = [item.id]
            yield item, holder, index

    def _settle(self, item: Item, holder: str, index: int) -> Iterator[Change]:
        found = self._trial.holder(item.id)
        if found is None:
            known = self._old.get(item.id)
            yield InsertNode(holder, index, _converted(known, item, ()) if known else _node(item))
            return
        node = found[0].children[found[1]]
        if node.kind != item.kind:
            yield RemoveNode(item.id)
            yield InsertNode(holder, index, _converted(node, item, node.children))
            return
        if (found[0].id, found[1]) != (holder, index):
            yield MoveNode(item.id, holder, index)
        yield from _fields(node, item)


def _fields(node: Node, item: Item) -> Iterator[Change]:
    shown = _item(node, item.depth)
    if shown.text != item.text:
        yield SetField(node.id, "text", item.text.plain if isinstance(node, Recipient) else item.text)
    if shown.numbered != item.numbered:
        yield SetField(node.id, "numbered", item.numbered)


def _node(item: Item) -> Node:
    values: dict[str, Any] = {"id": item.id, "text": item.text.plain if item.kind == "recipient" else item.text}
    if item.kind == "paragraph":
        values["numbered"] = item.numbered
    return NODE_KINDS[item.kind](**values)


def _converted(node: Node, item: Item, children: Iterable[Node]) -> Node:
    """Return ``node`` as the item's kind, with its identity and note, holding those of ``children`` it may hold."""
    made = _node(item)
    made.source_label, made.origin, made.note = node.source_label, node.origin, node.note
    made.children = [copy.deepcopy(child) for child in children if may_hold(made, child)]
    return made
