"""In which order Ctrl+Enter goes through the forms. No Qt."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.items import is_item
from plans.nodes import Node
from plans.plan import PLAN_ID, Plan


def next_form(plan: Plan, node_id: str) -> str:
    """Return the id whose form follows ``node_id``'s, "" after the last; prose is part of its holder's form."""
    stops = list(_stops(plan))
    after = [stop for stop, _node in stops]
    if node_id in after:
        at = after.index(node_id)
        return next((stop for stop, node in stops[at + 1 :] if node is None or not is_item(node)), "")
    return ""


def _stops(plan: Plan) -> Iterator[tuple[str, Node | None]]:
    yield PLAN_ID, None
    yield "bases", None
    yield "opening", None
    for child in plan.body.children:
        yield from ((node.id, node) for node in child.walk())
    yield "closing", None
    yield "recipients", None
    for child in plan.appendices.children:
        yield from ((node.id, node) for node in child.walk())
