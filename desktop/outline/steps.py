"""The clerk's moves in the outline, as change values: add, one more, up, down, indent, outdent, copy, delete. No Qt.

Each function returns the change, or None where the move is not possible; the plan is never touched.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, replace
from typing import Any

from desktop.footnote_marks import marks_in, texts_of, without_mark
from plans.changes import Batch, Change, InsertNode, MoveNode, RemoveNode, SetField
from plans.grammar import HOLDS, may_hold
from plans.nodes import (
    NODE_KINDS,
    Cell,
    Footnote,
    Node,
    Paragraph,
    RoadmapYear,
    Section,
    SectionRole,
    Table,
    Task,
    new_id,
)
from plans.plan import Plan
from plans.text import RichText, Span

_TITLED = ("section", "task", "target", "roadmap_year", "assignment", "appendix")
_BY_ROLE: dict[SectionRole | None, str] = {
    SectionRole.TARGETS: "target",
    SectionRole.TASKS: "task",
    SectionRole.SOLUTIONS: "task",
    SectionRole.ROADMAP: "roadmap_year",
    SectionRole.ORGANISATION: "assignment",
    SectionRole.ASSIGNMENTS: "assignment",
}

_LOOKS = ("numbered", "run_in")
"""What a node has in common with the one it is to be like."""


@dataclass(frozen=True)
class Place:
    """A place for a new node: at ``index`` below ``holder``."""

    holder: str
    index: int


def kinds_for(holder: Node) -> frozenset[str]:
    """Return the kinds a clerk may add directly below ``holder``; a footnote comes with its mark in the text only."""
    return HOLDS.get(holder.id if holder.kind == "part" else holder.kind, frozenset()) - {"footnote"}


def place_inside(plan: Plan, node_id: str) -> Place | None:
    """Return the place after the last child of a node or part, None where it holds nothing."""
    node = plan.find(node_id)
    return Place(node.id, len(node.children)) if node is not None and kinds_for(node) else None


def place_after(plan: Plan, node_id: str) -> Place | None:
    """Return the place right after a node, None for parts."""
    found = plan.holder(node_id)
    return Place(found[0].id, found[1] + 1) if found else None


def likely_kind(holder: Node) -> str:
    """Return the kind of titled node a clerk most likely adds next below ``holder``: one like the last there, else
    what its role asks for; "" where it holds prose only."""
    allowed = kinds_for(holder)
    for child in reversed(holder.children):
        if child.kind in _TITLED and child.kind in allowed:
            return child.kind
    kind = _BY_ROLE.get(holder.role, "section") if isinstance(holder, Section) else "section"
    return next((each for each in (kind, "appendix", "section") if each in allowed), "")


def new_node(plan: Plan, kind: str) -> Node:
    """Return a fresh node of ``kind`` as a clerk would start it."""
    if kind == "table":
        return Table(rows=[[Cell() for _column in range(3)] for _row in range(3)])
    if kind == "roadmap_year":
        year = _next_roadmap_year(plan)
        return RoadmapYear(year=year, label=_year_label(year))
    return NODE_KINDS[kind]()


def takes_another(node: Node | None) -> bool:
    """Say whether a clerk may add one more like ``node`` after it: not after parts, nor after footnotes, which come
    with their marks."""
    return node is not None and node.kind not in ("part", "footnote")


def another(plan: Plan, node_id: str) -> tuple[Change, str] | None:
    """Return the change that puts a fresh node of the same kind, numbered as it is, right after a node, and the new
    one's id."""
    found = plan.holder(node_id)
    if found is None or not takes_another(found[0].children[found[1]]):
        return None
    holder, index = found
    like, node = holder.children[index], new_node(plan, holder.children[index].kind)
    for look in _LOOKS:
        if hasattr(like, look):
            setattr(node, look, getattr(like, look))
    return InsertNode(holder.id, index + 1, node), node.id


def is_as_made(node: Node | None) -> bool:
    """Say whether a node's first words are those ``new_node`` gave it, to be typed over."""
    return isinstance(node, RoadmapYear) and node.label == _year_label(node.year)


def _year_label(year: int) -> RichText:
    return RichText.of(f"Năm {year}")


def _next_roadmap_year(plan: Plan) -> int:
    taken = [node.year for node in plan.walk() if isinstance(node, RoadmapYear)]
    return max(taken) + 1 if taken else plan.year or 2026


def move_by(plan: Plan, node_id: str, step: int) -> Change | None:
    """Move a node ``step`` places down (negative: up) among its siblings."""
    found = plan.holder(node_id)
    if found is None:
        return None
    holder, index = found
    return MoveNode(node_id, holder.id, index + step) if 0 <= index + step < len(holder.children) else None


def indent(plan: Plan, node_id: str) -> Change | None:
    """Make a node the last child of the sibling before it."""
    found = plan.holder(node_id)
    if found is None or found[1] == 0:
        return None
    holder, index = found
    above = holder.children[index - 1]
    return MoveNode(node_id, above.id, len(above.children)) if may_hold(above, holder.children[index]) else None


def outdent(plan: Plan, node_id: str) -> Change | None:
    """Make a node the sibling right after its holder."""
    path = plan.path(node_id)
    if len(path) < 3:
        return None
    outer, holder, node = path[-3:]
    return MoveNode(node_id, outer.id, outer.children.index(holder) + 1) if may_hold(outer, node) else None


def drop(plan: Plan, node_id: str, holder_id: str, row: int) -> Change | None:
    """Move a node before what now stands at place ``row`` below ``holder_id``; None where nothing would change."""
    move = put_before(plan, node_id, holder_id, row)
    found = plan.holder(node_id)
    stays = move is not None and found is not None and (move.holder, move.index) == (found[0].id, found[1])
    return None if stays else move


def put_before(plan: Plan, node_id: str, holder_id: str, row: int) -> MoveNode | None:
    """Return the move of a node before what now stands at place ``row`` below ``holder_id``, though it may stand there
    already; None where it may not."""
    found, holder = plan.holder(node_id), plan.find(holder_id)
    if found is None or holder is None:
        return None
    old, index = found
    node = old.children[index]
    if not may_hold(holder, node) or any(below is holder for below in node.walk()):
        return None
    return MoveNode(node_id, holder.id, row - 1 if old is holder and index < row else row)


def delete(plan: Plan, node_id: str) -> Change | None:
    """Take a node out with its footnotes, a footnote with its marks; unlink the tasks that served a target in it."""
    node = plan.find(node_id)
    if node is None or node.kind == "part":
        return None
    gone = {below.id for below in node.walk()}
    changes: list[Change] = [
        SetField(task.id, "target", "")
        for task in plan.walk()
        if isinstance(task, Task) and task.target in gone and task.id not in gone
    ]
    if isinstance(node, Footnote):
        changes += [change for other in plan.walk() for change in without_mark(other, node_id)]
    changes += [RemoveNode(note) for note in _notes_only_below(plan, node)]
    changes.append(RemoveNode(node_id))
    return changes[0] if len(changes) == 1 else Batch(tuple(changes), "delete")


def _notes_only_below(plan: Plan, node: Node) -> list[str]:
    own = {below.id for below in node.walk()}
    outside = {
        mark for other in plan.walk() if other.id not in own for text in texts_of(other) for mark in text.footnotes
    }
    return [note for note in marks_in([node]) if note not in outside and note not in own and plan.footnote(note)]


def duplicate(plan: Plan, node_id: str) -> tuple[Change, str] | None:
    """Return the change that puts a copy right after a node, and the copy's id. Its footnotes are copied too;
    a footnote alone is not copied, since a mark in the text must come first."""
    found = plan.holder(node_id)
    if found is None:
        return None
    holder, index = found
    if isinstance(holder.children[index], Footnote):
        return None
    node = copy.deepcopy(holder.children[index])
    fresh = {below.id: new_id() for below in node.walk()}
    notes = {note: new_id() for note in marks_in([node])}
    for below in node.walk():
        _renew(below, fresh, notes)
    changes = _note_copies(plan, notes)
    changes.append(InsertNode(holder.id, index + 1, node))
    return (changes[0] if len(changes) == 1 else Batch(tuple(changes), "duplicate")), node.id


def split(plan: Plan, node_id: str, left: RichText, right: RichText) -> tuple[Change, str] | None:
    """Return the change that leaves ``left`` in a node of prose and puts ``right`` into a new one after it, and the
    new one's id."""
    found = plan.holder(node_id)
    if found is None:
        return None
    holder, index = found
    kind = type(holder.children[index])
    new = kind(text=right)  # type: ignore[call-arg]
    if isinstance(new, Paragraph):
        new.numbered = getattr(holder.children[index], "numbered", False)
    return Batch((SetField(node_id, "text", left), InsertNode(holder.id, index + 1, new)), "items"), new.id


def _note_copies(plan: Plan, notes: dict[str, str]) -> list[Change]:
    room = len(plan.footnotes.children)
    copies = [(plan.footnote(old), new) for old, new in notes.items()]
    found = [Footnote(id=new, text=note.text) for note, new in copies if note]
    return [InsertNode("footnotes", room + at, note) for at, note in enumerate(found)]


def _renew(node: Node, fresh: dict[str, str], notes: dict[str, str]) -> None:
    node.id, node.origin = fresh[node.id], None
    if isinstance(node, Task):
        node.target = fresh.get(node.target, node.target)
    owners: list[Any] = [node]
    if isinstance(node, Table):
        owners += [cell for row in node.rows for cell in row]
    for owner in owners:
        for name in ("title", "label", "text"):
            text = getattr(owner, name, None)
            if isinstance(text, RichText) and text.footnotes:
                setattr(owner, name, RichText.join(_renewed(span, notes) for span in text))


def _renewed(span: Span, notes: dict[str, str]) -> Span:
    return replace(span, footnote=notes[span.footnote]) if span.footnote else span
