"""Tasks by quarter, and deadlines moved to another one."""

from __future__ import annotations

import pytest

from plans.nodes import Target, Task
from plans.periods import parse_period
from plans.plan import Plan, PlanPeriod
from plans.sample import sample_plan
from plans.text import RichText
from plans.views import Quarter, moved_deadline, roadmap, roadmap_table, span_of

WORDINGS = (
    "Quý I/2026", "Tháng 3/2026", "Trước ngày 30/6/2026", "Năm 2026", "6 tháng đầu năm 2026", "Giai đoạn 2026 - 2030",
    "Năm học 2025 - 2026", "Từ Quý II/2026 và thực hiện thường xuyên", "Quý II", "Thường xuyên", "", "khi có điều kiện",
    "Theo lộ trình của tỉnh (dự kiến quý IV năm 2026)", "từ tháng 3 đến tháng 6/2026", "30/11 hằng năm",
)  # fmt: skip


def plan_of(*deadlines: str, period: PlanPeriod | None = None) -> Plan:
    plan = Plan(period=period or PlanPeriod(start=2026, end=2026))
    plan.body.children = [Task(id=str(at), title=RichText.of(f"Việc {at}"), deadline=words) for at, words in
                          enumerate(deadlines)]  # fmt: skip
    return plan


def test_tasks_stand_in_the_quarter_they_are_due_in() -> None:
    found = roadmap(plan_of("Quý I/2026", "Trước ngày 30/6/2026", "Năm 2026", "Thường xuyên", "", "Quý III"))
    due = {quarter.number: [entry.row.task.id for entry in entries] for quarter, entries in found.due.items()}
    assert due == {1: ["0"], 2: ["1"], 4: ["2"], 3: ["5"]}
    assert [row.task.id for row in found.undated] == ["3", "4"]


def test_a_long_task_reaches_from_its_start_to_its_deadline() -> None:
    entry = roadmap(plan_of("từ tháng 3 đến tháng 9/2026")).due[Quarter(2026, 3)][0]
    assert (entry.start, entry.due) == (Quarter(2026, 1), Quarter(2026, 3))


def test_the_years_are_those_of_the_plan_and_of_its_deadlines_without_gaps() -> None:
    assert roadmap(plan_of("Quý I/2029")).years == [2026, 2027, 2028, 2029]
    assert roadmap(plan_of(period=PlanPeriod(start=2026, end=2030))).years == [2026, 2027, 2028, 2029, 2030]


def test_a_slip_of_the_pen_does_not_make_the_roadmap_endless() -> None:
    found = roadmap(plan_of("Quý I/2062", "Quý II/2026"))
    assert found.years == [2026]
    assert [row.task.id for row in found.undated] == ["0"]


def test_targets_are_told_by_the_year_they_are_due() -> None:
    plan = plan_of("Quý I/2026")
    plan.body.children.append(Target(id="goal", year=2026))
    assert [target.id for target in roadmap(plan).targets[2026]] == ["goal"]


def test_an_empty_plan_has_an_empty_roadmap() -> None:
    found = roadmap(Plan())
    assert (found.years, found.quarters, found.due, found.undated) == ([], [], {}, [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Quý I/2026", "Quý III/2026"),
        ("Tháng 3/2026", "Tháng 9/2026"),
        ("Trước ngày 31/3/2026", "Trước ngày 30/9/2026"),
        ("Trước ngày 15/02/2026", "Trước ngày 15/8/2026"),
        ("Năm 2026", "Quý III/2026"),
        ("Hoàn thành trong Quý I năm 2026; duy trì hằng năm", "Hoàn thành trong Quý III/2026; duy trì hằng năm"),
        ("Theo yêu cầu của tỉnh (dự kiến quý II/2026)", "Theo yêu cầu của tỉnh (dự kiến quý III/2026)"),
        ("Từ Quý I/2026 và duy trì thường xuyên", "Từ Quý III/2026 và duy trì thường xuyên"),
        ("từ Quý I/2026 đến Quý II/2026", "Quý I - III/2026"),
        ("trong giai đoạn 2026 - 2028 theo vốn", "trong Quý I - III/2026 theo vốn"),
        ("trong giai đoạn 2025 - 2028 theo vốn", "từ Quý I/2025 đến Quý III/2026 theo vốn"),
        ("Quý I", "Quý III/2026"),
        ("", "Quý III/2026"),
        ("Thường xuyên", "Quý III/2026, thực hiện thường xuyên"),
        ("khi có điều kiện", "khi có điều kiện, hoàn thành trong Quý III/2026"),
        ("Quý III/2026", "Quý III/2026"),
        ("T3/2026", "Tháng 9/2026"),
        ("trước 30/6", "trước ngày 30/9/2026"),
        ("6 tháng đầu năm", "Quý III/2026"),
        ("từ 1/3 đến 30/4", "từ ngày 01/3/2026 đến ngày 31/7/2026"),
    ],
)
def test_a_moved_deadline_is_as_fine_as_it_was_and_keeps_the_words_around(old: str, new: str) -> None:
    assert moved_deadline(old, Quarter(2026, 3), 2026) == new


def test_the_last_day_of_a_month_stays_the_last() -> None:
    assert moved_deadline("Trước ngày 30/6/2026", Quarter(2026, 4)) == "Trước ngày 31/12/2026"


def test_years_stay_years_at_the_end_of_another_year() -> None:
    assert moved_deadline("Năm 2026", Quarter(2027, 4)) == "Năm 2027"
    assert moved_deadline("Giai đoạn 2026 - 2030", Quarter(2028, 4)) == "Giai đoạn 2026 - 2028"


@pytest.mark.parametrize("words", WORDINGS)
@pytest.mark.parametrize("due", [Quarter(2025, 4), Quarter(2026, 2), Quarter(2026, 4), Quarter(2028, 1)])
def test_wherever_a_deadline_is_moved_it_is_understood_to_be_there(words: str, due: Quarter) -> None:
    moved = moved_deadline(words, due, 2026)
    span = span_of(parse_period(moved, 2026))
    assert span is not None
    assert span[1] == due


def test_the_roadmap_table_marks_quarters_and_keeps_words_for_undated_tasks() -> None:
    table = roadmap_table(plan_of("từ tháng 2 đến tháng 6/2026", "Thường xuyên"))
    words = [[cell.text.plain for cell in row] for row in table.rows]
    assert words[1] == ["Quý I", "Quý II", "Quý III", "Quý IV"]
    assert words[2][3:] == ["x", "x", "", ""]
    assert (words[3][3:], table.rows[3][3].colspan) == (["Thường xuyên"], 4)
    assert len(table.widths) == 7


def test_many_years_are_shown_year_by_year_with_the_quarter_due() -> None:
    table = roadmap_table(plan_of("Quý I/2026", "Giai đoạn 2026 - 2029", period=PlanPeriod(start=2026, end=2029)))
    words = [[cell.text.plain for cell in row] for row in table.rows]
    assert words[0][3:] == ["Năm 2026", "Năm 2027", "Năm 2028", "Năm 2029"]
    assert words[1][3:] == ["Quý I", "", "", ""]
    assert words[2][3:] == ["x", "x", "x", "Quý IV"]
    assert (table.header_rows, len(table.widths)) == (1, 7)


def test_the_sample_has_one_task_without_a_quarter() -> None:
    found = roadmap(sample_plan())
    assert [len(found.due.get(quarter, [])) for quarter in found.quarters] == [2, 3, 1, 1]
    assert len(found.undated) == 1
