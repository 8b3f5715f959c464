"""A plan that arrives from a file never writes over one that is there."""

from __future__ import annotations

from db.arrivals import add_arrived
from db.store import PlanStore
from plans.plan import Plan


def test_a_plan_the_library_does_not_know_is_added(store: PlanStore, office_plan: Plan):
    assert add_arrived(store, office_plan) == (office_plan.id, "new")
    assert store.load(office_plan.id).plan == office_plan


def test_a_plan_that_is_there_already_is_not_added_twice_and_comes_out_of_the_trash(store, office_plan: Plan):
    store.save(office_plan, None)
    store.trash(office_plan.id)
    assert add_arrived(store, office_plan) == (office_plan.id, "same")
    assert [(plan.id, plan.revision) for plan in store.list()] == [(office_plan.id, 1)]


def test_a_plan_changed_since_is_left_and_the_arrived_one_stands_beside_it(store, office_plan: Plan, make_plan):
    store.save(office_plan, None)
    arrived = make_plan("Bản từ thẻ nhớ")
    arrived.id = office_plan.id
    plan_id, outcome = add_arrived(store, arrived)
    assert outcome == "copy"
    assert store.load(office_plan.id).plan == office_plan
    assert (store.load(plan_id).plan.subject, store.load(plan_id).plan.origin) == ("Bản từ thẻ nhớ", office_plan.id)
