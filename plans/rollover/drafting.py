"""This year's draft: last year's plan carried over, with what was accepted of a rollover's proposals."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from hashlib import md5

from plans.changes import Change, RemoveNode, SetField
from plans.citations import find_citations
from plans.nodes import Bullet, LegalBasis, Node, Paragraph, Recipient, Table, Task, TaskStatus
from plans.places import Place
from plans.plan import PLAN_ID, Plan, PlanDate, PlanStatus
from plans.rewording import NewWords
from plans.rollover.fates import cleared_fields
from plans.rollover.model import Proposal, Rollover
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
    values.answer(edit for proposal, answer in taken for edit in _edits(proposal, answer))
    for proposal, answer in taken:
        values.follow(proposal, answer)
    for change in (*values.edits(), *_removals(plan, rollover, ids)):
        change.validate(new)
        change.apply(new)
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


class _Values(NewWords):
    """The new values of the draft's fields."""

    def __init__(self, new: Plan, ids: dict[str, str]) -> None:
        super().__init__(new)
        self._ids = ids

    def clear(self, rollover: Rollover) -> None:
        """Empty what is never copied, open every carried task, file the draft under its year."""
        plan = self.owners[PLAN_ID]
        assert isinstance(plan, Plan)
        self.values |= {
            (PLAN_ID, "number"): "",
            (PLAN_ID, "date"): PlanDate(),
            (PLAN_ID, "status"): PlanStatus.DRAFT,
            (PLAN_ID, "period"): rollover.period,
            (PLAN_ID, "signature"): replace(plan.signature, name=""),
        }
        for node in self.owners.values():
            if isinstance(node, Task):
                self.values[node.id, "status"] = TaskStatus.OPEN
            if isinstance(node, Node):
                self.values |= {(node.id, name): "" for name in cleared_fields(node)}

    def answer(self, edits: Iterable[_Edit]) -> None:
        """Put the words at last year's places; what is emptied goes with the sign that parts it from its neighbour."""
        self.put((replace(self._place(place, words), node=self._ids[place.node]), words) for place, words in edits)

    def _place(self, place: Place, words: str) -> Place:
        value = self.value(self._ids[place.node], place.field.partition(".")[0])
        if place.field == "signature.name":
            return replace(place, start=0, end=0)
        if words or not isinstance(value, RichText):
            return place
        start, end = _with_separator(value.plain, place.start, place.end)
        return replace(place, start=start, end=end)

    def follow(self, proposal: Proposal, words: str) -> None:
        """Let typed years follow the printed one that was the same."""
        before, after = _YEAR.findall(proposal.old), _YEAR.findall(words)
        for place in proposal.also:
            node, year = self._ids[place.node], ""
            if place.field == "year":
                year = str(self.value(node, "year"))
            if year in before and len(before) == len(after):
                self.values[node, "year"] = int(after[before.index(year)])

    def edits(self) -> list[Change]:
        """Return the changes that differ from what the draft holds; a line left without a word is taken out."""
        return [RemoveNode(change.node) if self._is_emptied(change) else change for change in self.changes()]

    def _is_emptied(self, change: SetField) -> bool:
        owner = self.owners[change.node]
        is_line = isinstance(owner, _REMOVABLE) and not owner.children and change.field == "text"
        return is_line and _says_nothing(change.value)


def _says_nothing(value: object) -> bool:
    text = value.plain if isinstance(value, RichText) else value if isinstance(value, str) else "-"
    return _OPENER.fullmatch(text) is not None


def _with_separator(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place with the ";" or "," that parts it from its neighbour."""
    if before := re.search(r"\s*[;,]\s*(?:và\s+)?$", text[:start]):
        return before.start(), end
    after = re.match(r"\s*[;,]\s*", text[end:])
    return start, end + (after.end() if after else 0)


__all__ = ["draft"]
