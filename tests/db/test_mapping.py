"""What goes into the tables comes out as the same plan, whatever the plan."""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.mapping import TEXT_FIELDS, rows_of
from db.store import PlanStore
from plans.errors import Rejection
from plans.grammar import HOLDS
from plans.nodes import NODE_KINDS, Bullet, Node
from plans.plan import PART_NAMES, SCHEMES, Plan
from plans.text import RichText, Span

TEXTS = st.text("aẵđƠ ộ\n\t·\0\"'%{&<…𠀋", max_size=8) | st.text(max_size=4)
SPANS = st.builds(Span, TEXTS, st.booleans(), st.booleans(), st.sampled_from(["", "super", "sub"])) | st.builds(
    Span, footnote=st.sampled_from(["n1", "gone"])
)
RICH = st.lists(SPANS, max_size=3).map(RichText.join)
NUMBERS = st.integers(-3, 10_000)


def value_of(hint: Any) -> st.SearchStrategy[Any]:
    origin, args = get_origin(hint), get_args(hint)
    if hint is RichText:
        return RICH
    if origin is Literal:
        return st.sampled_from(args)
    if origin in (list, tuple):
        return st.lists(value_of(args[0]), max_size=2).map(origin)
    if origin is dict:
        return st.dictionaries(TEXTS, TEXTS, max_size=2)
    if type(None) in args:
        return st.none() | value_of(args[0])
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    if dataclasses.is_dataclass(hint):
        return fields_of(hint)
    return {str: TEXTS, bool: st.booleans(), int: NUMBERS, float: st.floats(0, 1)}[hint]


def fields_of(cls: Any, *skip: str) -> st.SearchStrategy[Any]:
    hints = get_type_hints(cls)
    return st.builds(cls, **{f.name: value_of(hints[f.name]) for f in dataclasses.fields(cls) if f.name not in skip})


NODES = {kind: fields_of(cls, "children") for kind, cls in NODE_KINDS.items() if kind != "part"}
HEADS = fields_of(Plan, *PART_NAMES)


@st.composite
def below(draw: st.DrawFn, holder: Node, depth: int) -> list[Node]:
    kinds = sorted(HOLDS.get(holder.id if holder.kind == "part" else holder.kind, ()))
    if not kinds or depth == 0:
        return []
    nodes = [draw(NODES[kind]) for kind in draw(st.lists(st.sampled_from(kinds), max_size=3))]
    for node in nodes:
        node.children = draw(below(node, depth - 1))
    return nodes


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    plan = draw(HEADS)
    plan.scheme = draw(st.sampled_from(sorted(SCHEMES)))
    for part in plan.parts:
        part.note = draw(TEXTS)
        part.children = draw(below(part, 3))
    for count, node in enumerate(plan.walk()):
        node.id = f"n{count}"
    return plan


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(plan=plans())
def test_a_saved_plan_is_loaded_as_it_was(store: PlanStore, plan: Plan):
    revision = store.save(plan, store.revision(plan.id))
    assert store.load(plan.id).plan == plan
    assert store.load(plan.id).revision == revision


def test_every_kind_of_node_has_its_text_kept():
    printed = {
        kind
        for kind, cls in NODE_KINDS.items()
        if {"text", "title", "label"} & {f.name for f in dataclasses.fields(cls)}
    }
    assert set(TEXT_FIELDS) == printed


def test_two_nodes_with_one_id_are_refused_before_anything_is_written(store: PlanStore):
    plan = Plan()
    plan.body.children += [Bullet(id="a"), Bullet(id="a")]
    with pytest.raises(Rejection) as refused:
        store.save(plan, None)
    assert refused.value.code == "id-taken"
    assert store.list() == []


def test_units_of_a_plan_stand_in_the_order_they_are_printed(store: PlanStore, office_plan: Plan):
    printed = [row["printed"] for row in rows_of(office_plan).units if row["part"] == "adviser"]
    assert printed == ["Phòng VH-XH"]
