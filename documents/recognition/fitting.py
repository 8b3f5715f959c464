"""The last guard of the tree: a child its holder may not hold moves up, right behind the holder."""

from __future__ import annotations

from plans.grammar import may_hold
from plans.nodes import Node, Paragraph
from plans.plan import Plan


def fit(plan: Plan) -> None:
    """Make the whole plan obey the grammar without losing a node."""
    for part in plan.parts:
        part.children = [_fitting(part, child) for child in _settled(part)]


def _settled(holder: Node) -> list[Node]:
    """Return the children of ``holder`` with what they may not hold moved behind them."""
    result: list[Node] = []
    for child in holder.children:
        kept: list[Node] = []
        moved: list[Node] = []
        for below in _settled(child):
            (kept if may_hold(child, below) and not moved else moved).append(below)
        child.children = kept
        result += [child, *moved]
    return result


def _fitting(part: Node, child: Node) -> Node:
    if may_hold(part, child) or not may_hold(part, Paragraph()):
        return child
    return Paragraph(text=getattr(child, "text", Paragraph().text), source_label=child.source_label)
