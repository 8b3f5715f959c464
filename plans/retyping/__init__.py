"""Correcting what an import took for something else: each correction is one change value, and no word is lost.

A node becomes a heading, a task, a target, plain text or a unit's duties, or its words join those above it. What stands
below it and after it keeps its order: it goes with the node where the node may hold it, else it follows the node. Each
function returns the change for ``plan`` and raises Rejection where the correction makes no sense there.
"""

from plans.retyping.joining import join_above
from plans.retyping.placing import Correction, place_text
from plans.retyping.retyping import as_assignment, as_heading, as_target, as_task, as_text

__all__ = [
    "Correction",
    "as_assignment",
    "as_heading",
    "as_target",
    "as_task",
    "as_text",
    "join_above",
    "place_text",
]
