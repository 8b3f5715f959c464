"""A copied plan is equal to the first, and what is done to it is not done to the first."""

from __future__ import annotations

import copy
from dataclasses import fields
from typing import Any

from hypothesis import given

from plans.nodes import Cell, Node, Section, Table, Task
from plans.plan import Plan
from plans.text import RichText
from tests.strategies import plans


def _held(value: Any) -> list[Any]:
    """The lists, dictionaries, nodes and cells that a value is made of, itself among them."""
    found = [value] if isinstance(value, (list, dict, Node, Cell, Plan)) else []
    inner: list[Any] = []
    if isinstance(value, list):
        inner = value
    elif isinstance(value, (Node, Cell, Plan)):
        inner = [getattr(value, each.name) for each in fields(value)]
    return found + [held for each in inner for held in _held(each)]


@given(plans())
def test_a_copied_plan_is_equal_and_shares_nothing_that_can_be_changed(plan: Plan):
    made = copy.deepcopy(plan)
    assert made == plan
    assert not {id(each) for each in _held(made)} & {id(each) for each in _held(plan)}


def test_a_copied_node_keeps_what_it_had_when_the_first_is_changed():
    table = Table(rows=[[Cell(text=RichText.of("Thôn Nà Pheo"))]], widths=[1.0])
    first = Section(children=[Task(lead=["Công an xã"], part_titles={"lead": "Chủ trì"}, children=[table])])
    made = copy.deepcopy(first)
    table.rows[0][0].text = RichText.of("Thôn khác")
    table.widths.append(2.0)
    first.children[0].part_titles.clear()
    first.children[0].lead.append("Các thôn")
    assert made.children[0].part_titles == {"lead": "Chủ trì"}
    assert made.children[0].lead == ["Công an xã"]
    assert made.children[0].children[0].rows[0][0].text.plain == "Thôn Nà Pheo"
    assert made.children[0].children[0].widths == [1.0]
