"""Hypothesis strategies for plans, nodes and changes that the grammar allows. For the tests of every room.

``plans()`` draws a plan, ``changes(plan)`` a change that is valid for that plan.
"""

from __future__ import annotations

import copy
from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from plans.changes import Batch, Change, InsertNode, MoveNode, RemoveNode, SetField
from plans.fields import field_types
from plans.grammar import HOLDS
from plans.nodes import NODE_KINDS, Footnote, Node, Part
from plans.plan import PART_NAMES, PLAN_ID, SCHEMES, Plan
from plans.profile import LayoutProfile
from plans.text import RichText, Span

# letters with and without marks, NFD pieces, signs that are special to XML, Jinja, JSON or to layout
ALPHABET = "abcđêếọưỳABCĐƯ 0123456789.,;:-–/%()“”\u0301\u0323\n&<>\"'{}#\\§²µ\u00a0"

words = st.text(st.sampled_from(ALPHABET), max_size=12)
any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
spans = st.builds(
    Span, text=words, bold=st.booleans(), italic=st.booleans(), vertical=st.sampled_from(["", "", "super", "sub"])
)
profiles = st.builds(
    LayoutProfile,
    body_size=st.sampled_from((13, 14)),
    head_sizes=st.sampled_from(("12/13/13", "13/14/14")),
    indent=st.sampled_from((10.0, 12.7)),
    gap_after=st.sampled_from((6.0, 7.5)),
    line_spacing=st.sampled_from((1.0, 1.5)),
    margin_right=st.sampled_from((15.0, 20.0)),
    parent_line=st.booleans(),
)
"""Layouts the decree allows."""


def rich_texts(footnotes: tuple[str, ...] = ()) -> st.SearchStrategy[RichText]:
    """Texts of some looks, now and then with a mark of one of ``footnotes``."""
    pieces = st.one_of(spans, st.sampled_from(footnotes).map(lambda key: Span(footnote=key))) if footnotes else spans
    return st.lists(pieces, max_size=4).map(RichText.join)


@cache
def values(declared: Any) -> st.SearchStrategy[Any]:
    """Values of a field's declared type."""
    origin, args = get_origin(declared), get_args(declared)
    if declared is RichText:
        return rich_texts()
    if origin is Literal:
        return st.sampled_from(args)
    if origin is list:
        return st.lists(values(args[0]), max_size=2)
    if origin is tuple:
        return st.lists(values(args[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(values(args[0]), values(args[1]), max_size=2)
    if args:
        return st.one_of(*(st.none() if arg is type(None) else values(arg) for arg in args))
    return _plain_values(declared)


def _plain_values(declared: type[Any]) -> st.SearchStrategy[Any]:
    if issubclass(declared, Enum):
        return st.sampled_from(declared)
    simple: dict[type[Any], st.SearchStrategy[Any]] = {
        str: words.map(lambda text: RichText.of(text).plain),
        bool: st.booleans(),
        int: st.integers(1, 2100),
        float: st.integers(1, 100).map(float),
    }
    if declared in simple:
        return simple[declared]
    if declared is LayoutProfile:
        return profiles
    return st.builds(declared, **{name: values(kind) for name, kind in field_types(declared).items()})


@cache
def _fields_of(kind: type[Any]) -> list[str]:
    fixed = {"id", "children", *PART_NAMES}
    return [f.name for f in fields(kind) if f.name not in fixed]


@st.composite
def nodes(draw: st.DrawFn, kind: str, node_id: str) -> Node:
    """One node of that kind without children; a few of its fields filled."""
    cls = NODE_KINDS[kind]
    types = field_types(cls)
    filled = draw(st.lists(st.sampled_from(_fields_of(cls)), max_size=3, unique=True))
    must = {"year"} if kind == "roadmap_year" else set()
    return cls(id=node_id, **{name: draw(values(types[name])) for name in {*filled, *must}})


def _holders(plan: Plan) -> list[Node]:
    found = [node for part in plan.parts for node in part.walk()]
    return [node for node in found if _allowed(node)]


def _allowed(holder: Node) -> list[str]:
    return sorted(HOLDS.get(holder.id if isinstance(holder, Part) else holder.kind, ()))


@st.composite
def plans(draw: st.DrawFn, max_nodes: int = 14) -> Plan:
    """A plan of up to ``max_nodes`` nodes, each where the grammar lets it stand; ids of 32 hexadecimal digits."""
    plan = Plan(id=f"{0xABC:032x}")
    for name in draw(st.lists(st.sampled_from(_fields_of(Plan)), max_size=4, unique=True)):
        setattr(plan, name, draw(st.sampled_from(list(SCHEMES)) if name == "scheme" else plan_values(name)))
    plan.body.child_labels = draw(values(field_types(Part)["child_labels"]))
    for number in range(draw(st.integers(0, max_nodes))):
        holder = draw(st.sampled_from(_holders(plan)))
        kind = draw(st.sampled_from(_allowed(holder)))
        holder.children.append(draw(nodes(kind, f"{number:032x}")))
    _mark_footnotes(draw, plan)
    return plan


def _mark_footnotes(draw: st.DrawFn, plan: Plan) -> None:
    """Let each footnote be marked once, at the end of some text."""
    marked = [node for node in plan.walk() if isinstance(getattr(node, "text", None), RichText)]
    marked = [node for node in marked if not isinstance(node, Footnote)]
    for note in plan.footnotes.children:
        if marked:
            node: Any = draw(st.sampled_from(marked))
            node.text = node.text + RichText.join([Span(footnote=note.id)])


def plan_values(name: str) -> st.SearchStrategy[Any]:
    """Values of a field of the plan itself."""
    return values(field_types(Plan)[name])


@st.composite
def changes(draw: st.DrawFn, plan: Plan, depth: int = 1) -> Change:
    """A change that is valid for ``plan`` as it is now; batches up to ``depth`` deep."""
    options = [_set_field, _insert]
    if next(plan.walk(), None) is not None:
        options += [_remove, _move]
    if depth:
        options.append(_batch)
    option = draw(st.sampled_from(options))
    return option(draw, plan, depth)


def _set_field(draw: st.DrawFn, plan: Plan, _depth: int) -> Change:
    owner: Plan | Node = draw(st.sampled_from([plan, *(n for part in plan.parts for n in part.walk())]))
    if isinstance(owner, Part):
        return SetField(owner.id, "child_labels", draw(values(field_types(Part)["child_labels"])))
    name = draw(st.sampled_from(_fields_of(type(owner))))
    declared = st.sampled_from(list(SCHEMES)) if name == "scheme" else values(field_types(type(owner))[name])
    return SetField(PLAN_ID if isinstance(owner, Plan) else owner.id, name, draw(declared))


def _insert(draw: st.DrawFn, plan: Plan, _depth: int) -> Change:
    holder = draw(st.sampled_from(_holders(plan)))
    taken = {node.id for node in plan.walk()}
    free = next(f"{number:032x}" for number in range(0x1000, 0x2000) if f"{number:032x}" not in taken)
    node = draw(nodes(draw(st.sampled_from(_allowed(holder))), free))
    return InsertNode(holder.id, draw(st.integers(0, len(holder.children))), node)


def _remove(draw: st.DrawFn, plan: Plan, _depth: int) -> Change:
    return RemoveNode(draw(st.sampled_from([node.id for node in plan.walk()])))


def _move(draw: st.DrawFn, plan: Plan, _depth: int) -> Change:
    node = draw(st.sampled_from(list(plan.walk())))
    own = {below.id for below in node.walk()}
    holders = [h for h in _holders(plan) if h.id not in own and node.kind in _allowed(h)]
    holder = draw(st.sampled_from(holders))
    others = [child for child in holder.children if child is not node]
    return MoveNode(node.id, holder.id, draw(st.integers(0, len(others))))


def _batch(draw: st.DrawFn, plan: Plan, depth: int) -> Change:
    trial = copy.deepcopy(plan)
    found: list[Change] = []
    for _ in range(draw(st.integers(0, 3))):
        change = draw(changes(trial, depth - 1))
        change.apply(trial)
        found.append(change)
    return Batch(tuple(found), draw(st.sampled_from(["", "import", "rollover"])))
