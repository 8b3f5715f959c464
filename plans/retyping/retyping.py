"""The corrections that give a node another kind: heading of a level, task, target, text, a unit's duties."""

from __future__ import annotations

import re

from plans.changes import Change
from plans.errors import Rejection
from plans.nodes import Assignment, Node, Paragraph, Section, Target, Task
from plans.plan import Plan
from plans.retyping.becoming import become, is_numbered, words_of
from plans.retyping.placing import Seat, content_path, nearest_seat, replaced, seat_below
from plans.text import RichText

LEVELS = (1, 2, 3, 4)
"""The levels of headings that one key sets; 1 stands at the top."""

_TITLED = frozenset({"section", "assignment", "roadmap_year", "task"})
_ENDS_HEADING = frozenset({"section", "assignment"})
_PREFIX = re.compile(r"(Đề nghị|Giao|Yêu cầu)\s+(?=\S)", re.IGNORECASE)


def as_heading(plan: Plan, node_id: str, level: int) -> Change:
    """Make a node a heading of ``level`` (1 to 4). What follows it up to the next heading of its level goes below it.

    Raises Rejection "no-heading-above" where no heading stands above that it could be below, "already-so".
    """
    path = content_path(plan, node_id)
    node = path[-1]
    titled = [0, *(at for at, each in enumerate(path[:-1]) if at and each.kind in _TITLED)]
    if isinstance(node, Section) and len(titled) == level and titled[-1] == len(path) - 2:
        raise Rejection("already-so", kind=node.kind)
    new = Section(title=words_of(node), numbered=_stays_numbered(node))
    if isinstance(node, Section):
        new.role, new.run_in, new.child_labels = node.role, node.run_in, node.child_labels
    seat = seat_below(path, titled[min(level, len(titled)) - 1])
    if level > len(titled):
        seat = _deeper(seat, level - len(titled))
    elif not isinstance(node, Section):
        seat.followers += _up_to_heading(seat, path)
    return replaced(plan, node, become(node, new), seat, "heading")


def _stays_numbered(node: Node) -> bool:
    return node.numbered if isinstance(node, Section) else True


def _up_to_heading(seat: Seat, path: list[Node]) -> list[Node]:
    """Return what follows the place up to the next heading there."""
    begun = seat.index + (1 if seat.holder is path[-2] else 0)
    rest = seat.holder.children[begun:]
    end = next((at for at, each in enumerate(rest) if each.kind in _ENDS_HEADING), len(rest))
    return rest[:end]


def _deeper(seat: Seat, levels: int) -> Seat:
    """Return the place at the end of the heading before the seat, ``levels`` below it."""
    holder, index = seat.holder, seat.index
    for _level in range(levels):
        above = holder.children[index - 1] if index else None
        if not isinstance(above, Section):
            raise Rejection("no-heading-above")
        holder, index = above, len(above.children)
    return Seat(holder, index, seat.followers)


def as_task(plan: Plan, node_id: str) -> Change:
    """Make a node a task; what stands below it becomes its contents. Raises Rejection "already-so"."""
    return _retyped(plan, node_id, Task)


def as_target(plan: Plan, node_id: str) -> Change:
    """Make a node a target (chỉ tiêu); its figures are for the clerk to fill. Raises Rejection "already-so"."""
    return _retyped(plan, node_id, Target)


def as_text(plan: Plan, node_id: str) -> Change:
    """Make a node a paragraph, numbered where it was. Raises Rejection "already-so"."""
    return _retyped(plan, node_id, Paragraph)


def _retyped(plan: Plan, node_id: str, kind: type[Task | Target | Paragraph]) -> Change:
    path = content_path(plan, node_id)
    node = path[-1]
    text = words_of(node)
    if isinstance(node, kind):
        raise Rejection("already-so", kind=node.kind)
    new = Task(title=text) if kind is Task else kind(text=text)  # type: ignore[call-arg]
    if isinstance(new, Paragraph):
        new.numbered = is_numbered(node)
    return replaced(plan, node, become(node, new), nearest_seat(path, new), new.kind)


def as_assignment(plan: Plan, node_id: str) -> Change:
    """Make a node the duties of a unit: its words up to a colon name the unit, what follows is its first duty.

    Raises Rejection "already-so", "mark-in-unit" where a footnote is marked in the unit's name.
    """
    path = content_path(plan, node_id)
    node = path[-1]
    if isinstance(node, Assignment):
        raise Rejection("already-so", kind=node.kind)
    text = words_of(node)
    unit, colon, duty = text.plain.partition(":")
    rest = text.slice(len(unit) + len(colon)).stripped() if colon else RichText()
    if text.slice(0, len(unit)).footnotes or (not duty.strip() and rest.footnotes):
        raise Rejection("mark-in-unit")
    prefix = _PREFIX.match(unit.strip())
    name = unit.strip()[prefix.end() :] if prefix else unit.strip()
    new = Assignment(unit=name.strip(), prefix=prefix[1] if prefix else "", numbered=is_numbered(node))
    if rest:
        new.run_in = True
        new.children = [Paragraph(text=rest)]
    return replaced(plan, node, become(node, new), nearest_seat(path, new), "assignment")
