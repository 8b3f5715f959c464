"""From the plan's tree to the blocks that are printed one below the other: what stands in each, and in which role.

A role is a key of the template's manifest ("text", "roman", "bullet" …) and becomes one of its styles. Labels are
printed as text, computed by ``plans.numbering``. Sources of the forms: decree 30/2020/NĐ-CP, PL1-II.6.đ and V#6.b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

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
    (re.compile(r"Phần |Chương "), "part"),
    (re.compile(r"[IVXLCDM]+\.$|[A-ZĐ]{1,2}\.$"), "roman"),
    (re.compile(r"(?:Điều )?\d+\.$"), "arabic"),
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
            yield from self._node(child, depth)

    def _below(self, holder: Node, depth: int) -> list[Printed]:
        return [block for child in holder.children for block in self._node(child, depth)]

    def _node(self, node: Node, depth: int) -> list[Printed]:
        """Return the blocks of one node with all below it."""
        label = self._labels.get(node.id, "")
        found: list[Printed] = []
        match node:
            case Bullet() | Target():
                if node.text:  # a lone "-" on paper helps nobody; so with "*" below
                    found.append(Block("plus" if label == "+" else "bullet", (Piece(node.text, node.id),), label))
            case Paragraph():
                if node.text or label:
                    found.append(Block("text", (Piece(node.text, node.id),), label))
            case Section() | Assignment():
                return self._titled(node, label, depth)
            case Task():
                parts = task_parts(node, label, self._below(node, depth + 1))
                return [*self._heading(node, node.title, label, depth), *parts]
            case Table():
                found.extend(_table(node))
            case LabelLine() | RoadmapYear():
                text = node.text if isinstance(node, LabelLine) else node.label
                role = "label_line" if len(text.plain) <= LONGEST_LABEL_LINE else "text"
                if text:
                    found.append(Block(role, (Piece(text, node.id),), label))
            case _:
                pass
        return found + self._below(node, depth) if node.children else found

    def _titled(self, node: Section | Assignment, label: str, depth: int) -> list[Printed]:
        title = node.title if isinstance(node, Section) else RichText.of(node.title)
        first = node.children[0] if node.children else None
        if node.run_in and isinstance(first, Paragraph) and not first.numbered:
            led = _run_in(node.id, title, label, first)
            rest = [block for child in node.children[1:] for block in self._node(child, depth + 1)]
            return [led, *self._below(first, depth + 1), *rest]
        if label.startswith(("Phần ", "Chương ")):
            found = [Block("part", (Piece(RichText.of(label), node.id),), outline=depth)]
            if title:
                found.append(Block("part_title", (Piece(uppercase(title), node.id),)))
        else:
            found = self._heading(node, title, label, depth)
        return [*found, *self._below(node, depth + 1)]

    def _heading(self, node: Node, title: RichText, label: str, depth: int) -> list[Block]:
        if not title and not label:
            return []
        role = label_role(label)
        text = uppercase(title) if role == "roman" else title
        outline = depth if role in HEADING_ROLES else None
        return [Block(role, (Piece(text, node.id),), label, outline)]


@lru_cache(maxsize=1024)
def label_role(label: str) -> str:
    """Return the role of a heading by its label: "roman" for "II.", "unnumbered" for ""."""
    return next((role for pattern, role in _LABEL_ROLES if pattern.match(label)), "unnumbered")


def _run_in(node_id: str, title: RichText, label: str, first: Paragraph) -> Block:
    colon = "" if title.plain.rstrip().endswith((":", ".", "?", "!")) else ":"
    lead = Piece(title.stripped() + RichText.of(f"{colon} "), node_id, bold=label_role(label) in _BOLD_ROLES)
    return Block("text", (lead, Piece(first.text, first.id)), label)


def _table(table: Table) -> list[Printed]:
    if any(table.rows):
        return [TableBlock(table)]
    return [Block("table_title", (Piece(table.title, table.id),))] if table.title else []
