"""Results: how targets came out by their figures and how far tasks are."""

from __future__ import annotations

import pytest

from plans.nodes import Section, Target, Task, TaskStatus
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText
from plans.views import Outcome, outcome, results


def goal(value: str, actual: str, comparator: str = "", **more: str) -> Target:
    text = RichText.of(more.pop("text", ""))
    return Target(text=text, comparator=comparator, value=value, actual=actual, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("comparator", "value", "actual", "met"),
    [
        (">=", "85", "85", True),
        (">=", "85", "84,9", False),
        (">", "85", "85", False),
        ("<=", "1.200", "1.200,5", False),
        ("<=", "1.200", "950", True),
        ("<", "2", "2", False),
        ("<", "2", "1,99", True),
        ("range", "10 - 12", "12", True),
        ("range", "10 - 12", "12,1", False),
        ("", "95", "96,1", True),
        ("=", "95", "94", False),
        ("=", "05/05", "05/05", True),
        (">=", "05/05", "04/05", False),
        (">=", "0,82", "0,815", False),
    ],
)
def test_the_comparator_says_whether_a_target_is_met(comparator, value, actual, met):
    assert outcome(goal(value, actual, comparator)) is (Outcome.MET if met else Outcome.MISSED)


def test_a_plain_figure_is_reached_from_last_years_side():
    assert outcome(goal("2", "1,5", "=", baseline="3,4")) is Outcome.MET
    assert outcome(goal("2", "2,5", "=", baseline="3,4")) is Outcome.MISSED
    assert outcome(goal("2", "2,5", "=", baseline="1,1")) is Outcome.MET


def test_a_range_may_be_overshot_from_last_years_side_but_not_missed():
    above, below = goal("70 - 75", "80", "range", baseline="42"), goal("70 - 75", "69", "range", baseline="42")
    assert (outcome(above), outcome(below)) == (Outcome.MET, Outcome.MISSED)
    fewer, more = goal("3 - 5", "2", "range", baseline="9"), goal("3 - 5", "6", "range", baseline="9")
    assert (outcome(fewer), outcome(more)) == (Outcome.MET, Outcome.MISSED)


def test_none_of_something_is_met_by_none_and_what_may_remain_by_less():
    assert outcome(goal("0", "0")) is Outcome.MET
    assert outcome(goal("0", "2")) is Outcome.MISSED
    assert outcome(goal("2", "1,5", text="Giảm tỷ lệ hộ nghèo còn 2 %")) is Outcome.MET
    assert outcome(goal("2", "2,4", text="Giảm tỷ lệ hộ nghèo còn 2 %")) is Outcome.MISSED


def test_a_unit_written_out_is_fine_and_another_one_is_not_compared():
    assert outcome(goal("95", "96,1 %", unit="%")) is Outcome.MET
    assert outcome(goal("95 %", "96,1", unit="%")) is Outcome.MET
    assert outcome(goal("1,2", "1.300 triệu đồng", unit="tỷ đồng")) is Outcome.UNCLEAR


@pytest.mark.parametrize(
    ("value", "actual"), [("", "5"), ("95", "vượt"), ("30/6/2026", "1"), ("05/05", "5"), ("3/0", "3"), ("5", "3 và 4")]
)
def test_what_is_no_figure_is_not_judged(value, actual):
    assert outcome(goal(value, actual)) is Outcome.UNCLEAR


def test_without_a_result_a_target_waits():
    assert outcome(goal("95", " ")) is Outcome.WAITING


def test_results_count_tasks_by_status_and_targets_by_outcome():
    plan = Plan()
    tasks = [Task(status=TaskStatus.DONE), Task(status=TaskStatus.DOING), Task(status=TaskStatus.DONE)]
    plan.body.children = [Section(children=[goal("5", "6"), *tasks]), goal("5", "")]
    found = results(plan)
    assert [found.count(each) for each in (TaskStatus.DONE, TaskStatus.DOING, TaskStatus.OPEN)] == [2, 1, 0]
    assert [found.count(each) for each in Outcome] == [1, 0, 1, 0]


def test_every_target_and_task_of_a_plan_has_its_row():
    plan = sample_plan()
    nodes = [node.id for node in plan.walk() if isinstance(node, (Target, Task))]
    found = results(plan)
    assert sorted(row.node.id for row in (*found.targets, *found.tasks)) == sorted(nodes)
