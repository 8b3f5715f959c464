"""A whole plan comes in as one step and goes again as one."""

from hypothesis import given

from plans.changes import perform
from plans.sample import sample_plan
from plans.whole import emptied, emptying, filling
from tests.strategies import plans


@given(plans())
def test_filling_an_emptied_plan_gives_the_plan_and_undo_empties_it(plan) -> None:
    blank = emptied(plan)
    back = perform(blank, filling(plan))
    assert blank == plan
    perform(blank, back)
    assert blank == emptied(plan)


def test_the_sample_comes_in_whole() -> None:
    plan = sample_plan()
    blank = emptied(plan)
    perform(blank, filling(plan))
    assert blank == plan


@given(plans())
def test_emptying_takes_out_what_filling_put_in(plan) -> None:
    perform(plan, emptying(plan))
    assert plan == emptied(plan)
