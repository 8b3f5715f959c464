"""What a unit owes, over all plans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import text
from sqlalchemy.dialects import postgresql, sqlite

from db.queries import duties_query
from db.records import Duty
from db.store import PlanStore
from plans.nodes import Paragraph, Task, TaskStatus
from plans.plan import Plan

UNIT = "Phòng Văn hóa - Xã hội"
Q1 = (date(2026, 1, 1), date(2026, 3, 31))
Q2 = (date(2026, 4, 1), date(2026, 6, 30))
Q3 = (date(2026, 7, 1), date(2026, 9, 30))


def texts(found: list[Duty]) -> list[str]:
    return [duty.text for duty in found]


def test_a_unit_owes_what_it_leads_advises_helps_with_and_is_assigned(store: PlanStore, office_plan: Plan):
    store.save(office_plan, None)
    found = store.duties(UNIT, *Q2)
    assert texts(found) == [
        "Tập huấn",
        "100% hồ sơ trực tuyến",
        "Tổng kết",
        "Theo dõi, đôn đốc các thôn",
        "Tổng hợp",
    ]
    assert [duty.part for duty in found] == ["lead", "lead", "coordinating", "assigned", "assigned"]
    assert [duty.kind for duty in found] == ["task", "target", "task", "paragraph", "bullet"]


def test_a_duty_tells_where_it_stands_and_when_it_is_due(store: PlanStore, office_plan: Plan):
    store.save(office_plan, None)
    first, *_, last = store.duties(UNIT, *Q2)
    assert (first.plan_id, first.subject, first.year) == (office_plan.id, "Chuyển đổi số năm 2026", 2026)
    assert (first.deadline, first.first_day, first.last_day) == ("Quý II/2026", *Q2)
    assert first.status is TaskStatus.OPEN
    assert office_plan.find(first.node_id) is office_plan.body.children[0].children[0]
    assert (last.unit, last.deadline, last.first_day, last.status) == ("phòng Văn hoá – Xã hội", "", None, None)


def test_what_is_due_in_another_quarter_is_not_owed_in_this_one(store: PlanStore, office_plan: Plan):
    store.save(office_plan, None)
    assert "Tập huấn" not in texts(store.duties(UNIT, *Q3))
    assert "Sơ kết" in texts(store.duties("phòng vh-xh", *Q3))
    assert texts(store.duties(UNIT, date(2027, 1, 1), date(2027, 12, 31))) == []


def test_work_without_a_date_is_owed_in_the_whole_period_of_its_plan(store: PlanStore, office_plan: Plan):
    store.save(office_plan, None)
    for quarter in (Q1, Q2, Q3):
        assert texts(store.duties("Công an xã", *quarter)) == ["Trực đường dây nóng"]


def test_duties_are_gathered_over_all_plans_but_those_in_the_trash(store: PlanStore, make_plan: Callable[..., Plan]):
    made = [make_plan(f"Kế hoạch {n}", Task(lead=[UNIT], deadline="Quý II/2026")) for n in range(3)]
    for plan in made:
        store.save(plan, None)
    store.trash(made[1].id)
    assert [duty.subject for duty in store.duties(UNIT, *Q2)] == ["Kế hoạch 0", "Kế hoạch 2"]


def test_prose_that_only_names_a_unit_is_no_duty(store: PlanStore, make_plan: Callable[..., Plan]):
    store.save(make_plan("Y tế", Paragraph()), None)
    assert store.duties(UNIT, *Q2) == []
    assert store.duties("", *Q2) == []


def test_the_question_is_answered_through_indexes(store: PlanStore, office_plan: Plan):
    store.save(office_plan, None)
    query = duties_query("a", *Q2).compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    with store._reading() as connection:
        steps = [row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {query}"))]
    assert [step for step in steps if step.startswith("SCAN")] == []


def test_the_question_can_be_put_to_postgresql():
    assert "coalesce(nodes.first_day, plans.first_day)" in str(
        duties_query("a", *Q2).compile(dialect=postgresql.dialect())
    )
