from __future__ import annotations

import json
from dataclasses import replace

import pytest

from plans import codec
from plans.changes import SetField, perform
from plans.errors import Rejection, Trouble
from plans.plan import PLAN_ID, Plan
from plans.profile import CHOICES, LEAST_GAP, RANGES, LayoutProfile, changed, check_profile
from resources import path

RULES = json.loads(path("rules", "nd30-2020.json").read_text("utf-8"))


def values_of(code: str) -> dict:
    return next(rule["values"] for rule in RULES["rules"] if rule["code"] == code)


def test_the_bounds_are_those_the_audit_measures_by():
    page, body, head = values_of("ND30-02"), values_of("ND30-20"), values_of("ND30-09")
    for side in ("top", "bottom", "left", "right"):
        assert list(RANGES[f"margin_{side}"]) == page[f"margin_{side}"]
    assert list(RANGES["line_spacing"]) == body["line"]
    assert list(CHOICES["indent"]) == body["indents"]
    assert body["gap"] == LEAST_GAP
    assert list(CHOICES["head_sizes"]) == head["together"]
    assert list(CHOICES["body_size"]) == RULES["components"]["body"]["size"]


def test_the_default_is_within_the_decree():
    check_profile(LayoutProfile())
    assert changed(LayoutProfile()) == frozenset()


@pytest.mark.parametrize(
    ("field", "value", "article"),
    [
        ("body_size", 12, "PL1-II.6.e"),
        ("head_sizes", "12/14/14", "PL1-V"),
        ("indent", 11.0, "PL1-II.6.e"),
        ("gap_after", 5.0, "PL1-II.6.e"),
        ("line_spacing", 1.6, "PL1-II.6.e"),
        ("margin_left", 25.0, "PL1-I.3"),
        ("margin_right", float("nan"), "PL1-I.3"),
    ],
)
def test_what_the_decree_does_not_allow_is_refused_with_its_article(field, value, article):
    plan = Plan()
    with pytest.raises(Rejection) as said:
        perform(plan, SetField(PLAN_ID, "profile", replace(plan.profile, **{field: value})))
    assert said.value.code == "outside-decree"
    assert (said.value.data["field"], said.value.data["article"]) == (field, article)
    assert plan.profile == LayoutProfile()


def test_a_gap_above_paragraphs_may_stand_for_the_one_below():
    check_profile(LayoutProfile(gap_before=6, gap_after=0))


def test_the_file_says_what_the_plan_was_made_with():
    plan = Plan(profile=LayoutProfile(body_size=13, place_form="full"))
    assert codec.dump(plan)["profile"] == {"body_size": 13, "place_form": "full"}
    assert codec.loads(codec.dumps(plan)).profile == plan.profile


def test_a_file_with_a_layout_outside_the_decree_is_refused():
    data = codec.dump(Plan()) | {"profile": {"margin_top": 60}}
    with pytest.raises(Trouble) as said:
        codec.load(data)
    assert said.value.code == "plan-damaged"
