"""The second face of "Độ phủ": units without a duty, duties without a unit, and giving one to the other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.document import PlanDocument
from desktop.office.facts import OfficeFacts
from desktop.views import PlanViews
from desktop.views.model import NOTE_ROLE
from plans.agency import Agency, OfficeUnit
from plans.changes import InsertNode, RemoveNode
from plans.nodes import Assignment, Bullet, Target, Task
from plans.plan import Plan
from plans.text import RichText

HEALTH, POLICE, FARMERS = "Trạm Y tế xã", "Công an xã", "Hội Nông dân xã"
CHECKED, OPEN = Qt.CheckState.Checked, Qt.CheckState.Unchecked


@pytest.fixture
def document(qapp):
    plan = Plan()
    plan.body.children = [
        Task(id="well", title=RichText.of("Đào giếng"), lead=[HEALTH], coordinating=[POLICE]),
        Task(id="bare", title=RichText.of("Xét nghiệm nước")),
        Assignment(id="guard", children=[Bullet(id="duty", text=RichText.of("Trực hằng ngày"))]),
    ]
    found = PlanDocument(plan)
    found.office = OfficeFacts(agency=Agency(units=(OfficeUnit(name="Trạm y tế xã"), OfficeUnit(name=FARMERS))))
    return found


@pytest.fixture
def pane(views):
    found = views.show_tab(3, "")
    found.faces.button(1).click()
    yield found
    views.hide()


def shown(model) -> list[str]:
    return [model.index(at).data() for at in range(model.rowCount())]


def choose(pane, unit: str) -> None:
    pane.units.unit_list.setCurrentIndex(pane.units.units.index_of(unit))


def ticks(pane) -> dict[str, Qt.CheckState]:
    model = pane.units.duties
    role = Qt.ItemDataRole.CheckStateRole
    return {model.node_id(model.index(at)): model.index(at).data(role) for at in range(model.rowCount())}


def tick(pane, node_id: str, qtbot) -> None:
    pane.units.duty_list.setCurrentIndex(pane.units.duties.index_of(node_id))
    qtbot.keyClick(pane.units.duty_list, Qt.Key.Key_Space)


def test_what_stands_alone_comes_first_and_is_counted(pane):
    assert shown(pane.units.units) == [FARMERS, HEALTH, POLICE]
    assert pane.units.units.index(0).data(NOTE_ROLE) == "Chưa được giao việc nào"
    assert shown(pane.units.duties) == ["Trực hằng ngày", "II. Xét nghiệm nước", "I. Đào giếng"]
    assert pane.summary.text() == (
        "1 trong 3 đơn vị chưa có việc · 1 trong 2 nhiệm vụ chưa có đơn vị chủ trì · 1 phần phân công chưa ghi đơn vị"
    )


def test_a_unit_that_leads_only_a_target_is_not_without_duty(pane, document):
    goal = Target(id="goal", text=RichText.of("100% hộ có nước sạch"), lead=[FARMERS])
    document.edit(InsertNode("body", 0, goal))
    assert pane.units.units.index_of(FARMERS).data(NOTE_ROLE) == "1 chỉ tiêu"
    assert pane.summary.text().startswith("0 trong 3 đơn vị chưa có việc")


def test_both_lists_keep_the_rules_of_item_models(pane, qtmodeltester):
    qtmodeltester.check(pane.units.units)
    qtmodeltester.check(pane.units.duties)


def test_a_tick_makes_the_unit_lead_where_nobody_does_and_help_elsewhere(pane, document, qtbot):
    choose(pane, FARMERS)
    tick(pane, "bare", qtbot)
    tick(pane, "well", qtbot)
    bare, well = document.node("bare"), document.node("well")
    assert (bare.lead, well.lead, well.coordinating) == ([FARMERS], [HEALTH], [POLICE, FARMERS])
    assert pane.units.units.index_of(FARMERS).data(NOTE_ROLE) == "1 chủ trì · 1 phối hợp"
    assert pane.summary.text().startswith("0 trong 3 đơn vị chưa có việc · 0 trong 2 nhiệm vụ")
    document.undo()
    assert document.node("well").coordinating == [POLICE]


def test_an_untick_takes_the_unit_off_whatever_it_was(pane, document, qtbot):
    choose(pane, HEALTH)
    assert ticks(pane) == {"guard": OPEN, "bare": OPEN, "well": CHECKED}
    tick(pane, "well", qtbot)
    assert document.node("well").lead == []
    choose(pane, POLICE)
    tick(pane, "well", qtbot)
    assert document.node("well").coordinating == []


def test_an_assignment_without_a_unit_gets_the_chosen_one(pane, document, qtbot):
    choose(pane, POLICE)
    rect = pane.units.duty_list.visualRect(pane.units.duties.index_of("guard"))
    qtbot.mouseClick(pane.units.duty_list.viewport(), Qt.MouseButton.LeftButton, pos=rect.topLeft() + QPoint(20, 16))
    assert document.node("guard").unit == POLICE
    assert "guard" not in ticks(pane)
    document.undo()
    assert "guard" in ticks(pane)


def test_a_plan_with_tasks_and_no_target_is_not_called_empty(pane):
    pane.faces.button(0).click()
    assert pane.summary.text().startswith("0 trong 0 chỉ tiêu chưa có nhiệm vụ · 2 trong 2 nhiệm vụ")
    assert pane.task_list.isVisible()


def test_a_side_of_the_first_face_that_is_empty_says_where_it_is_filled(document, qtbot):
    views = PlanViews(document)
    qtbot.addWidget(views)
    pane = views.show_tab(3, "")
    assert pane._right.text() == "Nhiệm vụ"
    assert pane._left.text() == "Chưa có chỉ tiêu nào; thêm ở Dàn ý (+ Thêm ▾)"
    for task in ("well", "bare"):
        document.edit(RemoveNode(task))
    document.edit(InsertNode("body", 0, Target(id="water", text=RichText.of("100% hộ có nước sạch"))))
    assert pane._right.text() == "Chưa có nhiệm vụ nào; thêm ở Dàn ý (+ Thêm ▾)"
    assert pane._left.text() == "Chỉ tiêu"
