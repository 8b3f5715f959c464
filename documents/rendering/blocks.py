"""From the plan's tree to the blocks that are printed one below the other: what stands in each, and in which role.

A role is a key of the template's manifest ("text", "roman", "bullet" …) and becomes one of its styles. Labels are
printed as text, computed by ``plans.numbering``. Sources of the forms: decree 30/2020/NĐ-CP, PL1-II.6.đ and V#6.b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.rendering.printed import Block, Piece, Printed, TableBlock
from documents.rendering.task_parts import task_parts
from documents.rendering.wml import uppercase
from plans.nodes import (
    Assignment,
    Bullet,
    LabelLine,
    Node,
    Paragraph,
    RoadmapYear,
    Section,
    Table,
    Target,
    Task,
)
from plans.text import RichText

LONGEST_LABEL_LINE = 120
"""A "*" line longer than this is a sentence and is set as one."""

_LABEL_ROLES = (
    (re.compile(r"Phần "), "part"),
    (re.compile(r"[IVXLCDM]+\.$"), "roman"),
    (re.compile(r"\d+\.$"), "arabic"),
    (re.compile(r"\d+\.\d+\.$"), "decimal"),
    (re.compile(r"[\d.]+$"), "decimal_low"),
    (re.compile(r"\w+\)$"), "letter"),
    (re.compile(r"-"), "bullet"),
    (re.compile(r"\+"), "plus"),
)

HEADING_ROLES = {"part": 0, "roman": 0, "arabic": 1, "decimal": 2, "decimal_low": 3, "letter": 4, "unnumbered": 4}
"""Roles of headings with the outline level their style has."""

_BOLD_ROLES = frozenset({"part", "roman", "arabic", "decimal", "decimal_low", "unnumbered"})


class Outline:
    """Turns nodes into blocks; knows the labels of the plan."""

    def __init__(self, labels: dict[str, str]) -> None:
        self._labels = labels

    def children(self, holder: Node, depth: int = 0) -> Iterator[Printed]:
        """Yield the blocks of all below ``holder``, whose own headings stand at outline level ``depth``."""
        for child in holder.children:
            yield from self.node(child, depth)

    def node(self, node: Node, depth: int) -> Iterator[Printed]:
        """Yield the blocks of one node with all below it."""
        label = self._labels.get(node.id, "")
        match node:
            case Bullet() | Target():
                yield Block("plus" if label == "+" else "bullet", (Piece(node.text, node.id),), label)
            case Paragraph():
                if node.text or label:
                    yield Block("text", (Piece(node.text, node.id),), label)
            case Section() | Assignment():
                yield from self._titled(node, label, depth)
                return
            case Task():
                yield from self._heading(node, node.title, label, depth)
                yield from task_parts(node, label, list(self.children(node, depth + 1)))
                return
            case Table():
                yield from _table(node)
            case LabelLine() | RoadmapYear():
                text = node.text if isinstance(node, LabelLine) else node.label
                role = "label_line" if len(text.plain) <= LONGEST_LABEL_LINE else "text"
                yield Block(role, (Piece(text, node.id),), label)
            case _:
                pass
        if node.children:
            yield from self.children(node, depth)

    def _titled(self, node: Section | Assignment, label: str, depth: int) -> Iterator[Printed]:
        title = node.title if isinstance(node, Section) else RichText.of(node.title)
        first = node.children[0] if node.children else None
        if node.run_in and isinstance(first, Paragraph) and not first.numbered:
            yield _run_in(node.id, title, label, first)
            yield from self.children(first, depth + 1)
            for child in node.children[1:]:
                yield from self.node(child, depth + 1)
            return
        if label.startswith("Phần "):
            yield Block("part", (Piece(RichText.of(label), node.id),), outline=depth)
            if title:
                yield Block("part_title", (Piece(uppercase(title), node.id),))
        else:
            yield from self._heading(node, title, label, depth)
        yield from self.children(node, depth + 1)

    def _heading(self, node: Node, title: RichText, label: str, depth: int) -> Iterator[Block]:
        if not title and not label:
            return
        role = label_role(label)
        text = uppercase(title) if role == "roman" else title
        outline = depth if role in HEADING_ROLES else None
        yield Block(role, (Piece(text, node.id),), label, outline)


def label_role(label: str) -> str:
    """Return the role of a heading by its label: "roman" for "II.", "unnumbered" for ""."""
    return next((role for pattern, role in _LABEL_ROLES if pattern.match(label)), "unnumbered")


def _run_in(node_id: str, title: RichText, label: str, first: Paragraph) -> Block:
    colon = "" if title.plain.rstrip().endswith((":", ".", "?", "!")) else ":"
    lead = Piece(title.stripped() + RichText.of(f"{colon} "), node_id, bold=label_role(label) in _BOLD_ROLES)
    return Block("text", (lead, Piece(first.text, first.id)), label)


def _table(table: Table) -> Iterator[Printed]:
    if table.rows:
        yield TableBlock(table)
    elif table.title:
        yield Block("table_title", (Piece(table.title, table.id),))
