"""Where a new or moved line belongs: which holder, which place there, and which kind of node a new one is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from documents.rendering.blocks import label_role
from documents.returning.shown import Line
from documents.returning.values import MARKS, core, label_of, unlabelled
from plans.grammar import may_hold
from plans.nodes import (
    Assignment,
    Bullet,
    LabelLine,
    LegalBasis,
    Node,
    Paragraph,
    Part,
    Recipient,
    RoadmapYear,
    Section,
    Table,
    Target,
    Task,
)
from plans.plan import Plan
from plans.text import RichText

_LEADING = ("section", "assignment", "task", "label_line", "roadmap_year", "appendix", "part")
_NUMBERED = frozenset({"part", "roman", "arabic", "decimal", "decimal_low", "letter"})
_BASIS = re.compile(r"(Căn cứ|Theo đề nghị|Xét)\s", re.IGNORECASE)
_LONGEST_TITLE = 150


@dataclass(frozen=True, slots=True)
class Around:
    """The nodes before and after a line, None for none. closed: the line before is one of the closing parts of a
    task, after which nothing of the task's contents can stand."""

    before: Node | None
    after: Node | None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the tree; sibling: the node of the same rank that led there, None where none did."""

    holder: Node
    index: int
    sibling: Node | None = None


def role_of_line(line: Line) -> str:
    """Return the rank of a line by its label: "roman", "bullet", "star", "table", "text" …"""
    if line.rows is not None:
        return "table"
    label = line.label or label_of(line.text.plain)
    if not label:
        return "unnumbered" if line.outline is not None else "text"
    return "star" if label == "*" else "bullet" if label in "–•" else label_role(label)


def role_of_node(node: Node, labels: dict[str, str]) -> str:
    """Return the rank of a node in the tree."""
    fixed = {"table": "table", "legal_basis": "text", "recipient": "bullet", "appendix": "appendix", "part": "top"}
    if node.kind in fixed:
        return fixed[node.kind]
    label = labels.get(node.id, "")
    if not label:
        return "text" if isinstance(node, Paragraph) else "unnumbered"
    return "star" if label == "*" else label_role(label)


class Placer:
    """Finds places in ``tree``; ``labels`` are those of the tree as exported, new nodes have theirs in ``roles``."""

    def __init__(self, tree: Plan, labels: dict[str, str]) -> None:
        self._tree = tree
        self._labels = labels
        self.roles: dict[str, str] = {}

    def role(self, node: Node) -> str:
        return self.roles.get(node.id) or role_of_node(node, self._labels)

    def place(self, role: str, around: Around, node: Node) -> Place | None:
        """Return the place for ``node`` of that rank, None where the tree has none for it."""
        chain = self._chain(around.before, node)
        return (
            self._beside(role, chain, node)
            or self._before(role, chain, around.after, node)
            or self._below(role, chain, node, closed=around.closed)
            or self._anywhere(around, chain, node)
        )

    def _chain(self, node: Node | None, own: Node) -> list[Node]:
        """Return the node and those above it up to the part, without ``own`` and what stands below that."""
        path = self._tree.path(node.id)[::-1] if node else []
        inside = [at for at, item in enumerate(path) if item.id == own.id]
        return path[inside[0] + 1 :] if inside else path

    def _beside(self, role: str, chain: list[Node], node: Node) -> Place | None:
        for at, item in enumerate(chain[:-1]):
            if self.role(item) == role and may_hold(chain[at + 1], node):
                return Place(chain[at + 1], chain[at + 1].children.index(item) + 1, item)
            if role in ("text", "table") and item.kind in _LEADING:
                break
        return None

    def _before(self, role: str, chain: list[Node], after: Node | None, node: Node) -> Place | None:
        found = self._tree.holder(after.id) if after else None
        if not found or after is None or self.role(after) != role or not may_hold(found[0], node):
            return None
        same_part = not chain or self._tree.path(after.id)[0] is chain[-1]
        return Place(*found, after) if same_part and after.id != node.id else None

    def _below(self, role: str, chain: list[Node], node: Node, *, closed: bool) -> Place | None:
        if role == "plus" and chain and self.role(chain[0]) == "bullet" and may_hold(chain[0], node):
            return Place(chain[0], 0)
        for at, item in enumerate(chain):
            if item.kind not in _LEADING or (closed and at == 0) or not may_hold(item, node):
                continue
            if at:
                return Place(item, item.children.index(chain[at - 1]) + 1)
            run_in = isinstance(item, (Section, Assignment)) and item.run_in
            return Place(item, 1 if run_in and item.children else 0)
        return None

    def _anywhere(self, around: Around, chain: list[Node], node: Node) -> Place | None:
        """Try the holder of the next node, then the parts after the one before."""
        found = self._tree.holder(around.after.id) if around.after else None
        if found and around.after is not node and may_hold(found[0], node):
            return Place(*found)
        parts = self._tree.parts
        first = next((at for at, part in enumerate(parts) if chain and part is chain[-1]), -1)
        return next((Place(part, 0) for part in parts[first + 1 :] if may_hold(part, node)), None)


def made(line: Line, role: str, sibling: Node | None, part: Node | None, node_id: str) -> Node:
    """Return the new node that ``line`` is, beside ``sibling`` of its rank (None: there is none); ``part``: the bases
    or the recipients, where it belongs there."""
    body = line.text if line.label else unlabelled(line.text) if label_of(line.text.plain) else line.text
    if line.rows is not None:
        return Table(id=node_id, rows=[list(row) for row in line.rows], header_rows=line.header_rows)
    if isinstance(part, Part) and part.id == "bases":
        return LegalBasis(id=node_id, text=core(body))
    if isinstance(part, Part) and part.id == "recipients":
        return Recipient(id=node_id, text=body.plain.strip().rstrip(MARKS))
    if role in ("bullet", "plus"):
        return Target(id=node_id, text=body) if isinstance(sibling, Target) else Bullet(id=node_id, text=body)
    if role == "star":
        return _star(body, sibling, node_id)
    if role in _NUMBERED or role == "unnumbered":
        return _numbered(line, body, role, sibling, node_id)
    return Paragraph(id=node_id, text=line.text)


def _star(body: RichText, sibling: Node | None, node_id: str) -> Node:
    year = re.search(r"(?:19|20)\d\d", body.plain)
    if isinstance(sibling, RoadmapYear) and year:
        return RoadmapYear(id=node_id, year=int(year[0]), label=body)
    return LabelLine(id=node_id, text=body)


def _numbered(line: Line, body: RichText, role: str, sibling: Node | None, node_id: str) -> Node:
    match sibling:
        case Assignment():
            return Assignment(id=node_id, unit=body.plain)
        case Task():
            return Task(id=node_id, title=_upright(body))
        case Paragraph():
            return Paragraph(id=node_id, text=body, numbered=True)
        case _:
            pass
    titled = line.outline is not None or all(span.bold for span in body) or role in ("part", "roman")
    short = len(body.plain) <= _LONGEST_TITLE and body.plain[-1:] not in (".", ";")
    if isinstance(sibling, Section) or (titled and short):
        return Section(id=node_id, title=_upright(body), numbered=role != "unnumbered")
    return Paragraph(id=node_id, text=body, numbered=role != "unnumbered")


def _upright(text: RichText) -> RichText:
    """Return a title without the bold of its style."""
    if not all(span.bold for span in text if span.text.strip()):
        return text
    return RichText.join(replace(span, bold=False) for span in text)


def begins_basis(text: str) -> bool:
    """Say whether a paragraph reads like a căn cứ."""
    return bool(_BASIS.match(text))
