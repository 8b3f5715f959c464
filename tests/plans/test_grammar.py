"""Which kind may hold which: the table is about real kinds, and changes keep to it."""

from __future__ import annotations

import pytest

from plans.changes import InsertNode, MoveNode
from plans.errors import Rejection
from plans.grammar import HOLDS, may_hold
from plans.nodes import NODE_KINDS, Node, RoadmapYear
from plans.plan import PART_NAMES, Plan

KINDS = sorted(set(NODE_KINDS) - {"part"})


def _new(kind: str, node_id: str) -> Node:
    return RoadmapYear(id=node_id, year=2026) if kind == "roadmap_year" else NODE_KINDS[kind](id=node_id)


def _plan_with(kind: str) -> tuple[Plan, str]:
    """A plan with one node of that kind, standing in some place that may hold it."""
    plan = Plan()
    if kind in PART_NAMES:
        return plan, kind
    part = next(part for part in plan.parts if kind in HOLDS[part.id])
    part.children = [_new(kind, "holder")]
    return plan, "holder"


def test_the_table_names_only_known_kinds_and_parts() -> None:
    assert set(HOLDS) <= {*NODE_KINDS, *PART_NAMES}
    assert set().union(*HOLDS.values()) == set(KINDS)


def test_every_part_holds_something() -> None:
    assert all(HOLDS[name] for name in PART_NAMES)


@pytest.mark.parametrize("holder", [*PART_NAMES, *KINDS])
def test_changes_refuse_what_the_table_does_not_allow(holder: str) -> None:
    for child in KINDS:
        plan, holder_id = _plan_with(holder)
        found = plan.find(holder_id)
        assert found is not None
        next(part for part in plan.parts if child in HOLDS[part.id]).children.append(_new(child, "moved"))
        for change in (InsertNode(holder_id, 0, _new(child, "new")), MoveNode("moved", holder_id, 0)):
            if may_hold(found, _new(child, "new")):
                change.validate(plan)
                continue
            with pytest.raises(Rejection, match="cannot-hold"):
                change.validate(plan)
