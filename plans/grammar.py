"""Which kind may hold which: one table, asked by changes, forms, outline and the recogniser alike."""

from __future__ import annotations

from plans.nodes import Node

_PROSE = frozenset({"paragraph", "bullet", "label_line", "table"})
_CONTENT = _PROSE | {"section", "target", "task", "roadmap_year", "assignment"}

HOLDS: dict[str, frozenset[str]] = {
    "bases": frozenset({"legal_basis"}),
    "opening": frozenset({"paragraph"}),
    "body": _CONTENT,
    "closing": frozenset({"paragraph"}),
    "recipients": frozenset({"recipient"}),
    "appendices": frozenset({"appendix"}),
    "footnotes": frozenset({"footnote"}),
    "section": _CONTENT,
    "appendix": _CONTENT,
    "paragraph": frozenset({"bullet", "table"}),
    "bullet": frozenset({"bullet", "paragraph", "table", "target"}),
    "label_line": _PROSE | {"target", "task"},
    "task": _PROSE,
    "roadmap_year": _PROSE | {"task", "target"},
    "assignment": _PROSE | {"section"},
    "target": frozenset({"bullet", "paragraph"}),
}
"""Holder (a kind, or for the fixed parts their id) → the kinds it may hold. A kind not listed holds nothing."""


def may_hold(holder: Node, child: Node) -> bool:
    """Say whether ``child`` may stand directly below ``holder``."""
    key = holder.id if holder.kind == "part" else holder.kind
    return child.kind in HOLDS.get(key, frozenset())
