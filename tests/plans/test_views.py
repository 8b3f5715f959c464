"""The derived views of a plan: tasks as rows, duties by unit, the assignment table, coverage."""

from __future__ import annotations

from pathlib import Path

import pytest

from plans.changes import InsertNode, perform
from plans.nodes import Appendix, Assignment, Cell, Paragraph, RoadmapYear, Section, Table, Target, Task
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText, Span
from plans.views import (
    coverage,
    duties_by_unit,
    is_roadmap,
    roadmap_table,
    task_appendix,
    task_rows,
    task_table,
    unit_coverage,
    units_of,
)

SEED = Path(__file__).resolve().parents[3] / "shared" / "seeds" / "003_4a1fa90de31cfb56.txt"


def section(node_id: str, *children: Task | Section) -> Section:
    return Section(id=node_id, title=RichText.of(node_id.upper()), children=list(children))


def task(node_id: str, **values: object) -> Task:
    return Task(id=node_id, title=RichText.of(f"Việc {node_id}."), **values)  # type: ignore[arg-type]


def words(table) -> list[list[str]]:
    return [[cell.text.plain for cell in row] for row in table.rows]


@pytest.fixture
def plan() -> Plan:
    plan = Plan(id="p", subject="Trồng cây xã Suối Lim")
    early = task("a", lead=["Trạm Y tế xã"], coordinating=["Công an xã", "Các thôn"], deadline="Quý II/2026")
    late = task("b", lead=["Công an xã"], products=["Báo cáo", "Danh sách"], target="goal")
    plan.body.children = [
        section("first", early),
        section("second", late),
        Target(id="goal", text=RichText.of("100 % thôn có cây"), lead=["Phòng Kinh tế"]),
        Assignment(id="duty", unit="Văn phòng xã"),
    ]
    return plan


def test_a_row_says_label_section_and_period(plan: Plan) -> None:
    first, second = task_rows(plan)
    assert (first.label, first.group, str(first.period)) == ("1.", "FIRST", "Quý II/2026")
    assert (second.task.id, second.group, second.period) == ("b", "SECOND", None)


def test_rows_stand_section_by_section_though_a_section_goes_on_after_another() -> None:
    plan = Plan()
    plan.body.children = [section("outer", task("a"), section("inner", task("b")), task("c"))]
    assert [row.task.id for row in task_rows(plan)] == ["a", "c", "b"]


def test_a_year_of_the_roadmap_groups_its_tasks_too() -> None:
    plan = Plan()
    plan.body.children = [RoadmapYear(year=2027, children=[task("a")])]
    assert task_rows(plan)[0].group == "Năm 2027"


def test_a_title_leaves_its_footnote_mark_and_stop_and_may_come_from_the_first_words() -> None:
    marked = Task(title=RichText((Span("Quét m"), Span("2", vertical="super"), Span(footnote="n"), Span("."))))
    bare = Task(children=[Paragraph(text=RichText.of("Rà soát;"))])
    plan = Plan()
    plan.body.children = [marked, bare]
    titles = [row.title for row in task_rows(plan)]
    assert titles[0] == RichText((Span("Quét m"), Span("2", vertical="super")))
    assert titles[1].plain == "Rà soát"


def test_units_that_lead_come_first_and_none_is_missing(plan: Plan) -> None:
    assert units_of(plan) == ["Trạm Y tế xã", "Công an xã", "Các thôn", "Phòng Kinh tế", "Văn phòng xã"]


def test_the_duties_of_a_unit_are_counted_once_a_task(plan: Plan) -> None:
    duties = {each.unit: each for each in duties_by_unit(plan)}
    police = duties["Công an xã"]
    assert ([r.task.id for r in police.lead], [r.task.id for r in police.coordinating]) == (["b"], ["a"])
    assert (police.load, duties["Phòng Kinh tế"].load) == (2, 0)
    assert [each.id for each in duties["Văn phòng xã"].assignments] == ["duty"]


def test_the_table_has_a_row_a_task_below_a_row_a_section(plan: Plan) -> None:
    table = task_table(plan)
    assert words(table)[1:] == [
        ["I", "FIRST"],
        ["1", "Việc a", "Trạm Y tế xã", "Công an xã; Các thôn", "", "Quý II/2026"],
        ["II", "SECOND"],
        ["2", "Việc b", "Công an xã", "", "- Báo cáo\n- Danh sách", ""],
    ]
    assert {sum(cell.colspan for cell in row) for row in table.rows} == {6} == {len(table.widths)}


def test_advisers_have_a_column_only_where_there_are_any(plan: Plan) -> None:
    plan.body.children[0].children[0].advisers = ["Văn phòng xã"]  # type: ignore[attr-defined]
    table = task_table(plan)
    assert words(table)[0][3] == "Cơ quan tham mưu"
    assert words(table)[2][3] == "Văn phòng xã"
    assert {sum(cell.colspan for cell in row) for row in table.rows} == {7} == {len(table.widths)}


def test_tasks_of_one_section_need_no_section_row(plan: Plan) -> None:
    del plan.body.children[1]
    assert [row[0] for row in words(task_table(plan))] == ["STT", "1"]


def test_the_same_plan_gives_the_same_table_and_a_second_one_an_id_of_its_own(plan: Plan) -> None:
    first, again = task_appendix(plan), task_appendix(plan)
    assert first == again
    perform(plan, InsertNode("appendices", 0, first))
    perform(plan, InsertNode("appendices", 1, task_appendix(plan)))
    assert len({node.id for node in plan.appendices.walk()}) == 5


def test_the_appendix_is_landscape_and_named_after_the_plan(plan: Plan) -> None:
    appendix = task_appendix(plan)
    assert isinstance(appendix, Appendix)
    assert (appendix.orientation, appendix.title.plain) == (
        "landscape",
        "PHÂN CÔNG NHIỆM VỤ TRỒNG CÂY XÃ SUỐI LIM",
    )


def test_coverage_tells_what_stands_alone(plan: Plan) -> None:
    found = coverage(plan)
    assert [row.task.id for row in found.targets[0].tasks] == ["b"]
    assert [row.task.id for row in found.bare_tasks] == ["a"]
    plan.body.children[1].children[0].target = "gone"  # type: ignore[attr-defined]
    assert [cover.target.id for cover in coverage(plan).bare_targets] == ["goal"]
    assert len(coverage(plan).bare_tasks) == 2


def test_the_samples_table_has_all_its_tasks() -> None:
    plan = sample_plan()
    numbers = [row[0] for row in words(task_table(plan))]
    assert numbers == ["STT", "I", "1", "2", "3", "II", "4", "5", "6", "III", "7", "8"]


def test_a_real_plan_of_many_tasks_fits_its_table() -> None:
    if not SEED.exists():
        pytest.skip("seeds not present")
    importing = pytest.importorskip("documents.importing")
    plan = importing.import_plan(SEED).plan
    rows = task_table(plan).rows
    assert len([row for row in rows if row[0].text.plain.isdigit()]) == len(task_rows(plan)) > 60
    assert len({sum(cell.colspan for cell in row) for row in rows}) == 1


def test_units_without_a_duty_and_duties_without_a_unit_are_found(plan: Plan) -> None:
    plan.body.children += [task("c"), Assignment(id="whose", children=[Paragraph(text=RichText.of("Trực"))])]
    found = unit_coverage(plan, ["Công an xã", "Hội Nông dân xã"])
    assert [each.unit for each in found.idle_units] == ["Văn phòng xã", "Hội Nông dân xã"]
    assert [row.task.id for row in found.unled_tasks] == ["c"]
    assert [each.id for each in found.unnamed] == ["whose"]


def test_a_unit_that_answers_for_a_target_or_helps_to_reach_it_has_a_duty(plan: Plan) -> None:
    goal = next(node for node in plan.walk() if isinstance(node, Target))
    goal.coordinating = ["Hội Nông dân xã"]
    duties = {each.unit: each for each in duties_by_unit(plan)}
    assert [duties[unit].targets for unit in ("Phòng Kinh tế", "Hội Nông dân xã")] == [[goal], [goal]]
    assert not duties["Phòng Kinh tế"].idle
    goal.text = RichText()
    assert [each.unit for each in duties_by_unit(plan) if each.idle][:1] == ["Phòng Kinh tế"], "it says nothing yet"


@pytest.mark.parametrize(
    ("appendix", "title", "heads", "expected"),
    [
        ("LỘ TRÌNH THỰC HIỆN", "", (), True),
        ("Phụ lục tiến độ", "", (), True),
        ("PHỤ LỤC", "Bảng tiến độ các nhiệm vụ", (), True),
        ("PHỤ LỤC", "", ("TT", "Việc", "Quý I", "Quý II"), True),
        ("", "", ("Nội dung", "2026", "2027", "2028"), True),
        ("PHÂN CÔNG NHIỆM VỤ VÀ LỘ TRÌNH", "", (), False),
        ("LỘ TRÌNH VÀ PHÂN CÔNG", "Phân công nhiệm vụ", ("Việc", "Quý I", "Quý II"), False),
        ("PHÂN CÔNG NHIỆM VỤ", "Lộ trình", (), True),
        ("NHIỆM VỤ ĐẨY NHANH TIẾN ĐỘ GIẢI NGÂN", "", ("TT", "Nhiệm vụ", "Chủ trì", "Tiến độ"), False),
        ("PHỤ LỤC", "", ("TT", "Chỉ tiêu", "Năm học", "Năm 2026"), False),
    ],
)
def test_a_roadmap_is_known_by_the_nearest_title_then_by_its_heads(appendix, title, heads, expected) -> None:
    table = Table(title=RichText.of(title), rows=[[Cell(text=RichText.of(words)) for words in heads]])
    assert is_roadmap(table, appendix) is expected


def test_the_tables_made_are_known_for_what_they_are(plan: Plan) -> None:
    assert (is_roadmap(roadmap_table(plan)), is_roadmap(task_table(plan))) == (True, False)
