"""Leaders in charge by name: who is one, who is the same, what each has to do."""

from __future__ import annotations

import pytest

from plans.leaders import leader_key, name_and_office, named_leaders, names_leader
from plans.nodes import Assignment, Paragraph, Section, Task
from plans.plan import Plan
from plans.text import RichText
from plans.views import duties_by_leader, duties_by_unit, task_table, units_of, units_with_duties

MAU, THU = "Đồng chí Lò Thị Mẫu, Phó Chủ tịch UBND xã", "Đồng chí Vàng A Thử, Chủ tịch UBND xã"


def task(node_id: str, *leaders: str, **values: object) -> Task:
    return Task(id=node_id, title=RichText.of(f"Việc {node_id}."), leaders=list(leaders), **values)  # type: ignore[arg-type]


@pytest.fixture
def plan() -> Plan:
    plan = Plan(id="p")
    duty = Paragraph(text=RichText.of("Chỉ đạo chung;"))
    plan.body.children = [
        Section(id="works", children=[task("a", MAU, lead=["Công an xã"]), task("b"), task("c", THU, MAU)]),
        Assignment(id="chair", unit="Đồng chí Lò Thị Mẫu - Phó Chủ tịch", children=[duty]),
        Assignment(id="room", unit="Phòng Kinh tế", children=[Paragraph(text=RichText.of("Lập dự toán."))]),
    ]
    return plan


@pytest.mark.parametrize("words", ["Đồng chí Lò Thị Mẫu", "Các đồng chí Ủy viên", "đ/c Mẫu", " Đồng chí: Mẫu"])
def test_who_is_addressed_as_comrade_is_a_leader(words: str) -> None:
    assert names_leader(words)


@pytest.mark.parametrize("words", ["Phòng Kinh tế", "Ông Mẫu", "Bà con các thôn", "Đồng chíp", ""])
def test_units_and_others_are_none(words: str) -> None:
    assert not names_leader(words)


@pytest.mark.parametrize(
    "words",
    [
        "Đồng chí Lò Thị Mẫu",
        "đ/c  Lò Thị Mẫu",
        MAU,
        "Đồng chí Lò Thị Mẫu - Phó Chủ tịch UBND xã",
        "Lò Thị Mẫu (Phó Chủ tịch)",
    ],
)
def test_a_leader_is_known_by_the_name_however_office_and_address_are_written(words: str) -> None:
    assert leader_key(words) == "lò thị mẫu"


def test_two_deputies_without_a_name_are_told_apart_by_all_that_is_said_of_them() -> None:
    one, other = (f"Đồng chí Phó Chủ tịch UBND xã, phụ trách {field}" for field in ("kinh tế", "văn hóa"))
    assert leader_key(one) != leader_key(other)
    assert name_and_office(one) == (one, "")


def test_the_office_is_what_stands_after_the_name() -> None:
    assert name_and_office(MAU) == ("Đồng chí Lò Thị Mẫu", "Phó Chủ tịch UBND xã")
    assert name_and_office("Lò Thị Mẫu (Phó Chủ tịch)") == ("Lò Thị Mẫu", "Phó Chủ tịch")


def test_the_leader_named_most_is_offered_first_as_first_written(plan: Plan) -> None:
    assert named_leaders(plan) == [MAU, THU]


def test_tasks_without_a_leader_stand_first_and_shared_ones_with_each_leader(plan: Plan) -> None:
    found = duties_by_leader(plan)
    assert [(each.leader, [row.task.id for row in each.tasks]) for each in found] == [
        ("", ["b"]), (MAU, ["a", "c"]), (THU, ["c"]),
    ]  # fmt: skip
    row = found[1].assignments[0]
    assert (row.node.id, row.label, row.title.plain) == ("chair", "II.", "Chỉ đạo chung")


def test_a_leader_named_twice_in_one_task_has_it_once() -> None:
    plan = Plan()
    plan.body.children = [task("a", MAU, "đ/c Lò Thị Mẫu", " ")]
    assert [len(each.tasks) for each in duties_by_leader(plan)] == [1]


def test_a_leader_whom_the_body_assigns_duties_is_no_unit_but_still_gets_a_slip(plan: Plan) -> None:
    assert units_of(plan) == ["Công an xã", "Phòng Kinh tế"]
    assert units_with_duties(plan) == ["Công an xã", "Phòng Kinh tế", "Đồng chí Lò Thị Mẫu - Phó Chủ tịch"]
    assert duties_by_unit(plan)[-1].assignments[0].id == "chair"


def test_the_table_has_a_column_of_leaders_only_where_there_are_any(plan: Plan) -> None:
    rows = [[cell.text.plain for cell in row] for row in task_table(plan).rows]
    assert [row[2] for row in rows] == ["Lãnh đạo phụ trách", MAU, "", f"{THU}; {MAU}"]
    assert {sum(cell.colspan for cell in row) for row in task_table(plan).rows} == {7} == {len(task_table(plan).widths)}
    for node in plan.body.walk():
        if isinstance(node, Task):
            node.leaders = []
    assert "Lãnh đạo phụ trách" not in [cell.text.plain for cell in task_table(plan).rows[0]]
