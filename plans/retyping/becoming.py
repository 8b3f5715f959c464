"""A node of one kind made from a node of another: the same id, the same words, the same provenance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from plans.errors import Rejection
from plans.nodes import Assignment, Bullet, LabelLine, Node, Paragraph, RoadmapYear, Section, Target, Task
from plans.part_titles import PART_TITLES
from plans.text import RichText

N = TypeVar("N", bound=Node)

_BULLETS = ("-", "+", "*", "•", "–", "—", "")


def words_of(node: Node) -> RichText:
    """Return the one text of a node that can become another kind. Raises Rejection "kind-stays" for all others."""
    match node:
        case Section() | Task():
            return node.title
        case Paragraph() | Bullet() | LabelLine() | Target():
            return node.text
        case RoadmapYear():
            return node.label
        case Assignment():
            return RichText.of(node.title)
        case _:
            raise Rejection("kind-stays", kind=node.kind)


def below(node: Node) -> list[Node]:
    """Return what stands below a node once it is no task any more: the parts that a task keeps in fields as lines."""
    return [*node.children, *_part_lines(node)] if isinstance(node, Task) else list(node.children)


def _part_lines(task: Task) -> Iterator[Node]:
    kept: dict[str, list[str]] = {
        "content": [],
        "assignment": [],
        "leaders": task.leaders,
        "lead": task.lead,
        "advisers": task.advisers,
        "coordinating": task.coordinating,
        "product": task.products,
        "deadline": [task.deadline] if task.deadline else [],
    }
    for key, items in kept.items():
        title = (PART_TITLES | task.part_titles)[key].rstrip(" .:")
        if items or key in task.part_titles:
            yield Bullet(text=RichText.of(f"{title}: {'; '.join(items)}".strip()))


def is_numbered(node: Node) -> bool:
    """Say whether the node carries a label from its group, or did in its source."""
    if isinstance(node, Section | Paragraph | Assignment):
        return node.numbered
    return isinstance(node, Task) or node.source_label.strip() not in _BULLETS


def become(node: Node, new: N) -> N:
    """Give ``new`` the id and the provenance of ``node``; its children are for the caller to set."""
    new.id, new.source_label, new.origin, new.note = node.id, node.source_label, node.origin, node.note
    return new
