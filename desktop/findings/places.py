"""Where in the plan a finding is, in the office's own way: "III.1.a", "Phụ lục II", "Nơi nhận và ký"."""

from __future__ import annotations

from desktop.node_texts import PLACE_NAMES, place_name
from plans.nodes import Node
from plans.plan import PLAN_ID, Plan

_NO_NUMBERS = "-+*"


def place_texts(plan: Plan, labels: dict[str, str]) -> dict[str, str]:
    """Return the place of every node by its id, PLAN_ID and the parts included; nodes without a label of their own
    stand where their holder does."""
    found = {place: place_name(place) for place in PLACE_NAMES} | {PLAN_ID: place_name(PLAN_ID)}
    for part in plan.parts:
        above = "" if part.id in ("body", "appendices") else place_name(part.id)
        for child in part.children:
            _note(child, above, labels, found)
    return found


def _note(node: Node, above: str, labels: dict[str, str], found: dict[str, str]) -> None:
    own = labels.get(node.id, "").strip(f" .){_NO_NUMBERS}")
    found[node.id] = _joined(above, own)
    for child in node.children:
        _note(child, found[node.id], labels, found)


def _joined(above: str, own: str) -> str:
    """A decimal label ("2.1") repeats the number of its holder ("III.2")."""
    if not above or not own:
        return above or own
    head, _dot, last = above.rpartition(".")
    return f"{head}.{own}" if head and own.startswith(f"{last}.") else f"{above}.{own}"
