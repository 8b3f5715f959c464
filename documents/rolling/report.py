"""The report of a rollover as plain JSON values (product.md's contract)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plans.plan import Plan
from plans.rollover import Entry, Proposal, Rollover
from resources.rollover_reasons import reason_sentence


def as_json(rollover: Rollover, draft: Plan, accepted: Mapping[str, str]) -> dict[str, Any]:
    """Return changes, questions, carried, dropped and cleared of a rollover.

    ``draft``: the plan that was made with ``accepted``, which names its nodes; ``node`` is the id in last year's plan.
    """
    fresh = {node.origin: node.id for node in draft.walk() if node.origin}
    return {
        "year": rollover.year,
        "changes": [_proposal(proposal, accepted, fresh) for proposal in rollover.changes],
        "questions": [_proposal(proposal, accepted, fresh) for proposal in rollover.questions],
        "carried": [_entry(entry) | {"carried_to": fresh.get(entry.node)} for entry in rollover.carried],
        "dropped": [_entry(entry) for entry in rollover.dropped],
        "cleared": [_entry(entry) for entry in rollover.cleared],
    }


def _proposal(proposal: Proposal, accepted: Mapping[str, str], fresh: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": proposal.id,
        "old": proposal.old,
        "new": proposal.new,
        "before": proposal.before,
        "after": proposal.after,
        "node": proposal.node,
        "carried_to": fresh.get(proposal.node),
        "field": proposal.field,
        "code": proposal.reason.value,
        "reason": reason_sentence(proposal.reason.value),
        "confidence": proposal.confidence,
        "answers": list(proposal.answers),
        "accepted": proposal.id in accepted,
        "mentions": 1 + sum(place.field != "year" for place in proposal.also),
    }


def _entry(entry: Entry) -> dict[str, Any]:
    found: dict[str, Any] = {"node": entry.node, "text": entry.text, "reason": reason_sentence(entry.reason.value)}
    return found | ({"field": entry.field} if entry.field else {})
