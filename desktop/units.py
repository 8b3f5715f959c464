"""The bodies a plan names, for completion in forms. No Qt."""

from __future__ import annotations

from collections import Counter

from plans.nodes import Assignment, Target, Task
from plans.plan import Plan


def known_units(plan: Plan) -> list[str]:
    """Return every body named in tasks, targets and assignments, the most named first."""
    named: Counter[str] = Counter()
    for node in plan.walk():
        match node:
            case Task():
                named.update((*node.lead, *node.advisers, *node.coordinating))
            case Target():
                named.update((*node.lead, *node.coordinating))
            case Assignment() if node.unit:
                named.update((node.unit,))
            case _:
                pass
    return [unit for unit, _count in named.most_common()]
