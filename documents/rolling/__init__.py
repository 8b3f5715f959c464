"""Rolling plans over, as far as it takes more than the plan: units that were renamed, the report, the sentences.

``propose_for`` is ``plans.rollover.propose`` with what the program knows of renamed units.
"""

from __future__ import annotations

from documents.rolling.renamed import renamed_units
from documents.rolling.report import as_json
from plans.plan import Plan
from plans.rollover import Rollover, propose

__all__ = ["as_json", "propose_for", "renamed_units"]


def propose_for(plan: Plan, year: int) -> Rollover:
    """Return what rolling ``plan`` over to ``year`` proposes. Raises Rejection as ``propose`` does."""
    return propose(plan, year, units=renamed_units(plan))
