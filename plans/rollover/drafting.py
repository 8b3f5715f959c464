"""This year's draft: last year's plan carried over, with what was accepted of a rollover's proposals."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import md5
from typing import Any

from plans.changes import Batch, Change, RemoveNode, SetField, perform
from plans.citations import find_citations
from plans.nodes import Bullet, Cell, LegalBasis, Node, Paragraph, Recipient, Table, Task, TaskStatus
from plans.plan import PLAN_ID, Plan, PlanDate, PlanStatus
from plans.rollover.fates import cleared_fields
from plans.rollover.model import Place, Proposal, Rollover
from plans.rollover.sentences import with_words
from plans.text import RichText

_YEAR = re.compile(r"(?:19|20)\d\d")
_OPENER = re.compile(r"[\s,;.–-]*(?:căn cứ|thực hiện|theo|xét|triển khai)?(?:\s+các)?[\s,;.]*", re.IGNORECASE)
"""What is left of a basis whose document was taken out: no words of its own."""
_REMOVABLE = (LegalBasis, Recipient, Bullet, Paragraph)


def draft(plan: Plan, rollover: Rollover, accepted: Mapping[str, str]) -> Plan:
    """Return the new plan; ``plan`` stays as it is. ``accepted``: the words to stand at each accepted proposal's place,
    by the proposal's id ("" empties it, and takes a basis or line out that then says nothing); unknown ids do nothing.

    The new plan has an id of its own and so has every node, each with ``origin``; the same input gives the same ids.
    """
    new, ids = _carried(plan, rollover.year)
    taken = [(p, accepted[p.id]) for p in (*rollover.changes, *rollover.questions) if p.id in accepted]
    values = _Values(new, ids)
    values.clear(rollover)
    for place, words in _from_the_end(edit for proposal, answer in taken for edit in _edits(proposal, answer)):
        values.put(place, words)
    for proposal, answer in taken:
        values.follow(proposal, answer)
    perform(new, Batch((*values.changes(), *_removals(plan, rollover, ids)), "rollover"))
    return new


def _carried(plan: Plan, year: int) -> tuple[Plan, dict[str, str]]:
    """Return a copy of all nodes under new ids with their origins, and new id by old id."""
    new = copy.deepcopy(plan)
    new.id, new.origin = _new_id(plan.id, str(year)), plan.id
    ids = {node.id: _new_id(new.id, node.id) for node in plan.walk()}
    for node in new.walk():
        node.origin, node.id = node.id, ids[node.id]
        if isinstance(node, Task):
            node.target = ids.get(node.target, "")
        _remark(node, ids)
    ids |= {PLAN_ID: PLAN_ID} | {part.id: part.id for part in plan.parts}
    return new, ids


def _removals(plan: Plan, rollover: Rollover, ids: dict[str, str]) -> list[Change]:
    """Return one change for each branch left behind: what is below goes with it."""
    gone = {entry.node for entry in rollover.dropped}
    below = {child.id for node in plan.walk() if node.id in gone for child in node.children}
    return [RemoveNode(ids[node.id]) for node in plan.walk() if node.id in gone - below]


def _new_id(*of: str) -> str:
    return md5("/".join(("rollover", *of)).encode(), usedforsecurity=False).hexdigest()


def _remark(node: Node, ids: dict[str, str]) -> None:
    """Let the footnote marks in the node's texts name the notes' new ids."""
    for name in ("text", "title", "label"):
        value: object = getattr(node, name, None)
        if isinstance(value, RichText) and value.footnotes:
            setattr(node, name, _remarked(value, ids))
    if isinstance(node, Table):
        for cell in (cell for row in node.rows for cell in row if cell.text.footnotes):
            cell.text = _remarked(cell.text, ids)


def _remarked(text: RichText, ids: dict[str, str]) -> RichText:
    spans = [replace(s, footnote=ids.get(s.footnote, s.footnote)) if s.footnote else s for s in text]
    return RichText.join(spans)


_Edit = tuple[Place, str]


def _edits(proposal: Proposal, answer: str) -> Iterator[_Edit]:
    """Yield the place of the proposal with the answer, and where a document is named again its name in short."""
    yield proposal.place, answer
    document = next(iter(find_citations(answer)), None)
    if document and answer != proposal.old:
        yield from ((place, document.short()) for place in proposal.also if place.field != "year")


def _from_the_end(edits: Iterable[_Edit]) -> list[_Edit]:
    """Later places of a text first, so that the earlier ones stay where they are."""
    return sorted(edits, key=_start, reverse=True)


def _start(edit: _Edit) -> int:
    return edit[0].start


class _Values:
    """The new values of the draft's fields, gathered so that each field is set once."""

    def __init__(self, new: Plan, ids: dict[str, str]) -> None:
        self._ids = ids
        self._owners: dict[str, Plan | Node] = {PLAN_ID: new} | {node.id: node for node in new.walk()}
        self._set: dict[tuple[str, str], Any] = {}

    def clear(self, rollover: Rollover) -> None:
        """Empty what is never copied, open every carried task, file the draft under its year."""
        plan = self._owners[PLAN_ID]
        assert isinstance(plan, Plan)
        self._set |= {
            (PLAN_ID, "number"): "",
            (PLAN_ID, "date"): PlanDate(),
            (PLAN_ID, "status"): PlanStatus.DRAFT,
            (PLAN_ID, "period"): rollover.period,
            (PLAN_ID, "signature"): replace(plan.signature, name=""),
        }
        for node in self._owners.values():
            if isinstance(node, Task):
                self._set[node.id, "status"] = TaskStatus.OPEN
            if isinstance(node, Node):
                self._set |= {(node.id, name): "" for name in cleared_fields(node)}

    def put(self, place: Place, words: str) -> None:
        """Put the words at the place; the places after it in the same text must have been done."""
        node = self._ids[place.node]
        name, _, part = place.field.partition(".")
        value = self._value(node, name)
        if part == "name":
            self._set[node, name] = replace(value, name=words)
        elif part:
            self._set[node, name] = replace(value, **{part: _edited(getattr(value, part), place, words)})
        else:
            self._set[node, name] = _edited(value, place, words)

    def follow(self, proposal: Proposal, words: str) -> None:
        """Let typed years follow the printed one that was the same."""
        before, after = _YEAR.findall(proposal.old), _YEAR.findall(words)
        for place in proposal.also:
            node, year = self._ids[place.node], ""
            if place.field == "year":
                year = str(self._value(node, "year"))
            if year in before and len(before) == len(after):
                self._set[node, "year"] = int(after[before.index(year)])

    def _value(self, node: str, name: str) -> Any:
        if (node, name) not in self._set:
            self._set[node, name] = copy.deepcopy(getattr(self._owners[node], name))
        return self._set[node, name]

    def changes(self) -> list[Change]:
        """Return the changes that differ from what the draft holds; a line left without a word is taken out."""
        found: list[Change] = []
        for (node, name), value in self._set.items():
            owner = self._owners[node]
            if isinstance(owner, _REMOVABLE) and not owner.children and _says_nothing(value) and name == "text":
                found.append(RemoveNode(node))
            elif getattr(owner, name) != value:
                found.append(SetField(node, name, value))
        return found


def _says_nothing(value: object) -> bool:
    text = value.plain if isinstance(value, RichText) else value if isinstance(value, str) else "-"
    return _OPENER.fullmatch(text) is not None


def _edited(value: Any, place: Place, words: str) -> Any:
    if isinstance(value, RichText):
        return with_words(value, place.start, place.end, words)
    if isinstance(value, str):
        return value[: place.start] + words + value[place.end :]
    if place.item is not None:
        edited = list(value)
        edited[place.item] = _edited(edited[place.item], place, words)
        return type(value)(edited)
    rows: list[list[Cell]] = [list(row) for row in value]
    if place.row is not None and place.cell is not None:
        cell = rows[place.row][place.cell]
        rows[place.row][place.cell] = replace(cell, text=with_words(cell.text, place.start, place.end, words))
    return rows


__all__ = ["draft"]
