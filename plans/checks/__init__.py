"""What a plan still lacks, contradicts or could say better: pure functions of the plan, one for each rule.

``findings(plan)`` runs them all. A finding never blocks a save; where a fix is provably safe it carries the change.
"""

from __future__ import annotations

from collections.abc import Iterable

from plans.checks import completeness, consistency, wording
from plans.checks.finding import Finding, Look, Rule, Severity
from plans.plan import Plan

RULES: dict[str, Rule] = {rule.code: rule for rule in (*completeness.RULES, *consistency.RULES, *wording.RULES)}
"""Every rule by its code, in the order their findings are told."""


def findings(plan: Plan) -> list[Finding]:
    """Return all findings, errors first, then in document order."""
    look = Look(plan)
    return in_order(look, (finding for rule in RULES.values() for finding in rule.check(look)))


def in_order(look: Look, found: Iterable[Finding]) -> list[Finding]:
    """Return findings of the plan under ``look`` as they are told: errors first, then in document order."""
    order = {node_id: place for place, node_id in enumerate(look.order)}
    return sorted(found, key=lambda finding: (finding.severity.rank, order.get(finding.node, -1)))


__all__ = ["RULES", "Finding", "Look", "Rule", "Severity", "findings", "in_order"]
