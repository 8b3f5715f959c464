"""Rolling a plan over to a new year: everything that must change is proposed, nothing is decided.

``propose`` reads last year's plan and lists the changes that are certain, the questions only a clerk can answer, and
what is carried, dropped and cleared. ``draft`` makes the new plan from what was accepted. ``compared`` tells how a plan
differs from the one it was made from. All are pure.

Ids: the draft and each node in it get new ids, derived from last year's plan, the node's id and the year, so the same
rollover gives the same ids; ``origin`` holds last year's id. Two plans never share a node's id: a bookmark in a copy of
last year's document cannot be taken for this year's.
"""

from __future__ import annotations

from plans.places import Place
from plans.rollover.comparing import Comparison, Difference, compared
from plans.rollover.drafting import draft
from plans.rollover.model import CERTAIN, Entry, Proposal, Reason, RenamedUnit, RenamedUnits, Rollover
from plans.rollover.proposing import NONE_RENAMED, propose

__all__ = [
    "CERTAIN",
    "NONE_RENAMED",
    "Comparison",
    "Difference",
    "Entry",
    "Place",
    "Proposal",
    "Reason",
    "RenamedUnit",
    "RenamedUnits",
    "Rollover",
    "compared",
    "draft",
    "propose",
]
