"""The JSON form: whole, the same for equal plans, and refused in one way when it is damaged."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from plans.codec import VERSION, dump, dumps, load, loads
from plans.errors import Trouble
from plans.plan import Plan
from plans.sample import sample_plan
from tests.strategies import plans

quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@quick
@given(plans())
def test_a_plan_comes_back_as_it_was(plan: Plan) -> None:
    assert loads(dumps(plan)) == plan


@quick
@given(plans())
def test_equal_plans_give_equal_text(plan: Plan) -> None:
    text = dumps(plan)
    assert dumps(loads(text)) == text


def test_a_plan_of_a_newer_version_is_refused() -> None:
    with pytest.raises(Trouble) as trouble:
        load({**dump(Plan()), "version": VERSION + 1})
    assert trouble.value.code == "plan-newer"


def _set(data: Any, path: str, value: Any) -> None:
    *way, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    for step in way:
        data = data[step]
    data[last] = value


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("version", None),
        ("version", "1"),
        ("subject", None),
        ("subject", 7),
        ("colour", "red"),
        ("status", "lost"),
        ("date", []),
        ("date", {"day": "01"}),
        ("letterhead", {"agency": "XÃ SUỐI LIM"}),
        ("body", {}),
        ("body/0", "I. MỤC ĐÍCH"),
        ("body/0/kind", "chapter"),
        ("body/0/title", None),
        ("body/0/title", [{"text": 1}]),
        ("body/0/children", None),
        ("body/0/id", "body"),
        ("body/1/id", "plan"),
        ("part_labels", {"nowhere": "roman"}),
        ("part_labels", {"body": "greek"}),
    ],
)
def test_a_damaged_plan_is_said_to_be_damaged(path: str, value: Any) -> None:
    data = json.loads(dumps(sample_plan()))
    _set(data, path, value)
    with pytest.raises(Trouble) as trouble:
        load(data)
    assert trouble.value.code == "plan-damaged"


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000, '{"version": 1, "body": [' + '{"kind": "x"'])
def test_text_that_holds_no_plan_is_said_to_be_damaged(text: str) -> None:
    with pytest.raises(Trouble) as trouble:
        loads(text)
    assert trouble.value.code == "plan-damaged"


def test_a_node_twice_in_a_plan_is_damage() -> None:
    data = dump(sample_plan())
    data["body"].append(data["body"][0])
    with pytest.raises(Trouble):
        load(data)


def test_text_comes_in_as_nfc() -> None:
    plan = load({"version": 1, "id": "x", "place": "Suo\u0302\u0301i Lim"})
    assert plan.place == "Suối Lim"
