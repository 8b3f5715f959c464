"""The models of the views: what cells say, what typing into them does to the plan."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.document import PlanDocument
from desktop.views.covers import ServingModel, TargetsModel
from desktop.views.duties import DutiesModel, duty_of, with_duty
from desktop.views.model import GROUP_ROLE, NOTE_ROLE
from desktop.views.quarters import BAR_ROLE, RoadmapModel
from plans.changes import InsertNode, RemoveNode, SetField
from plans.nodes import Section, Target, Task
from plans.plan import Plan, PlanPeriod
from plans.sample import sample_plan
from plans.text import RichText
from plans.views import coverage

ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
SCHOOL, HEALTH, POLICE = "Trường Tiểu học Suối Lim", "Trạm Y tế xã", "Công an xã"


@pytest.fixture
def document(qapp):
    plan = Plan(period=PlanPeriod(start=2026, end=2026))
    tree = Task(id="tree", title=RichText.of("Trồng cây"), lead=[SCHOOL], coordinating=[HEALTH], deadline="Quý II/2026")
    well = Task(id="well", title=RichText.of("Đào giếng"), lead=[HEALTH], deadline="Thường xuyên", target="water")
    plan.body.children = [
        Section(id="green", title=RichText.of("CÂY XANH"), children=[tree]),
        Section(id="clean", title=RichText.of("NƯỚC SẠCH"), children=[well]),
        Target(id="water", text=RichText.of("100 % hộ có nước sạch")),
        Target(id="shade", text=RichText.of("Mỗi trường 50 cây"), year=2026),
    ]
    return PlanDocument(plan)


@pytest.fixture
def duties(document):
    model = DutiesModel(document)
    model.begin()
    return model


@pytest.fixture
def roadmap(document):
    model = RoadmapModel(document)
    model.following = True
    model.refresh()
    return model


def cell(model, task, column):
    return model.index(model.row_of(task), column)


def column(model, unit):
    return [model.headerData(at, ACROSS) for at in range(model.columnCount())].index(unit)


@pytest.mark.parametrize("make", [DutiesModel, RoadmapModel])
def test_the_grids_keep_the_rules_of_item_models(make, qtmodeltester):
    document = PlanDocument(sample_plan())
    model = make(document)
    model.following = True
    model.refresh()
    qtmodeltester.check(model)
    task = model.tasks[0].task
    document.edit(SetField(task.id, "deadline", "Quý IV/2027"))
    document.edit(SetField(task.id, "coordinating", ["Hội Nông dân xã"]))
    document.edit(RemoveNode(task.id))
    document.undo()
    assert model.row_of(task.id) >= 0


def test_the_lists_of_the_coverage_keep_them_too(document, qtmodeltester):
    targets, tasks = TargetsModel(), ServingModel(document)
    found = coverage(document.plan)
    targets.show_covers(found.targets, anew=True)
    tasks.show_rows(found.tasks, found.bare_tasks, anew=True)
    tasks.choose("water")
    qtmodeltester.check(targets)
    qtmodeltester.check(tasks)


def test_cells_say_what_a_unit_is_for_a_task(duties):
    assert cell(duties, "tree", column(duties, SCHOOL)).data() == "CT"
    assert cell(duties, "tree", column(duties, HEALTH)).data() == "PH"
    assert cell(duties, "well", column(duties, SCHOOL)).data() == ""


def test_a_column_head_counts_the_units_load_and_follows(duties, document):
    head = column(duties, HEALTH)
    assert duties.headerData(head, ACROSS, NOTE_ROLE) == "1 CT · 1 PH"
    document.edit(SetField("tree", "advisers", [POLICE]))
    document.edit(SetField("tree", "coordinating", []))
    assert duties.headerData(head, ACROSS, NOTE_ROLE) == "1 CT"
    assert duties.headerData(column(duties, POLICE), ACROSS, NOTE_ROLE) == "1 TM"


def test_sections_head_their_tasks(duties):
    assert [duties.headerData(at, DOWN) for at in range(duties.rowCount())] == [
        "CÂY XANH", "1. Trồng cây", "NƯỚC SẠCH", "1. Đào giếng",
    ]  # fmt: skip
    assert duties.headerData(0, DOWN, GROUP_ROLE)
    assert duties.flags(duties.index(0, 0)) == Qt.ItemFlag.NoItemFlags


def test_a_new_leading_unit_takes_the_place_of_the_old_in_one_step(duties, document):
    assert duties.setData(cell(duties, "tree", column(duties, HEALTH)), "CT")
    task = document.node("tree")
    assert (task.lead, task.coordinating) == ([HEALTH], [])
    document.undo()
    task = document.node("tree")
    assert (task.lead, task.coordinating) == ([SCHOOL], [HEALTH])


def test_a_unit_has_one_duty_and_can_lose_it(duties, document):
    at = cell(duties, "tree", column(duties, HEALTH))
    duties.setData(at, "TM")
    assert (document.node("tree").advisers, document.node("tree").coordinating) == ([HEALTH], [])
    duties.setData(at, "")
    assert duty_of(document.node("tree"), HEALTH) == ""


def test_setting_what_is_set_changes_nothing(duties, document):
    assert not duties.setData(cell(duties, "tree", column(duties, HEALTH)), "PH")
    assert not duties.setData(cell(duties, "tree", column(duties, HEALTH)), "XX")
    assert document.undo_stack.count() == 0


def test_a_kept_duty_keeps_its_place_among_the_units():
    task = Task(coordinating=["A", "B", "C"], lead=["D"])
    assert with_duty(task, "A", "PH")["coordinating"] == ["A", "B", "C"]
    assert with_duty(task, "B", "TM") == {"lead": ["D"], "coordinating": ["A", "C"], "advisers": ["B"]}


def test_columns_stay_where_they_are_while_the_view_is_open(duties, document):
    before = [duties.headerData(at, ACROSS) for at in range(duties.columnCount())]
    duties.setData(cell(duties, "tree", column(duties, HEALTH)), "CT")
    assert [duties.headerData(at, ACROSS) for at in range(duties.columnCount())] == before
    at = duties.add_unit(POLICE)
    assert (at, duties.headerData(at, ACROSS, NOTE_ROLE)) == (len(before), "chưa có việc")
    assert document.undo_stack.count() == 1


def test_a_task_without_a_leading_unit_is_marked(duties, document):
    row = duties.row_of("tree")
    assert duties.headerData(row, DOWN, Qt.ItemDataRole.ForegroundRole) is None
    document.edit(SetField("tree", "lead", []))
    assert duties.headerData(row, DOWN, Qt.ItemDataRole.ForegroundRole) is not None
    assert "Chưa có đơn vị chủ trì" in duties.headerData(row, DOWN, Qt.ItemDataRole.ToolTipRole)


def test_a_hidden_view_reads_nothing_and_catches_up(duties, document):
    duties.following = False
    document.edit(InsertNode("green", 0, Task(id="new", title=RichText.of("Việc mới"))))
    assert duties.row_of("new") == -1
    duties.begin()
    assert duties.row_of("new") == 1


def test_tasks_without_a_quarter_stand_first_and_apart(roadmap):
    heads = [roadmap.headerData(at, DOWN) for at in range(roadmap.rowCount())]
    assert heads == ["Chưa xếp vào quý nào", "1. Đào giếng", "Đã có thời hạn", "1. Trồng cây"]
    assert roadmap.due_column(1) == -1
    assert roadmap.due_column(3) == 2


def test_bars_reach_from_start_to_deadline(roadmap, document):
    document.edit(SetField("tree", "deadline", "từ tháng 2 đến tháng 8/2026"))
    assert [cell(roadmap, "tree", at).data(BAR_ROLE) for at in range(1, 5)] == ["run", "run", "due", ""]


def test_moving_a_deadline_rewrites_its_words_and_can_be_undone(roadmap, document):
    assert roadmap.setData(cell(roadmap, "tree", 4), value=True)
    assert document.node("tree").deadline == "Quý IV/2026"
    assert roadmap.due_column(roadmap.row_of("tree")) == 4
    document.undo()
    assert document.node("tree").deadline == "Quý II/2026"


def test_words_typed_are_the_deadline(roadmap, document):
    roadmap.setData(cell(roadmap, "well", 0), "  trước ngày 15/11/2026 ")
    assert document.node("well").deadline == "trước ngày 15/11/2026"
    assert roadmap.due_column(roadmap.row_of("well")) == 4
    assert roadmap.flags(cell(roadmap, "well", 0)) & Qt.ItemFlag.ItemIsEditable


def test_what_stands_alone_is_first_and_stays_there_while_it_is_linked(document):
    targets, found = TargetsModel(), coverage(document.plan)
    targets.show_covers(found.targets, anew=True)
    assert [targets.node_id(targets.index(at)) for at in (0, 1)] == ["shade", "water"]
    document.edit(SetField("tree", "target", "shade"))
    targets.show_covers(coverage(document.plan).targets, anew=False)
    assert targets.index(0).data(NOTE_ROLE) == "1 nhiệm vụ: Trồng cây"


def test_ticking_a_task_links_it_to_the_chosen_target(document):
    tasks, found = ServingModel(document), coverage(document.plan)
    tasks.show_rows(found.tasks, found.bare_tasks, anew=True)
    tree = tasks.index_of("tree")
    assert tree.row() == 0
    assert not tasks.setData(tree, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    tasks.choose("shade")
    assert tasks.setData(tree, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert document.node("tree").target == "shade"
    assert tasks.setData(tree, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert document.node("tree").target == ""
