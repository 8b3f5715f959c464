"""The second face of "Phân công": tasks below the leader in charge, handed over by typing, choosing and dragging."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from desktop.document import PlanDocument
from desktop.fields.units import UnitsField
from desktop.forms import NodeForm
from desktop.office.facts import OfficeFacts
from desktop.views.leader_grid import LeadersLine
from desktop.views.leaders import DEADLINE, LEAD, LEADER, LeadersModel
from desktop.views.model import GROUP_ROLE
from plans.agency import Agency, Signer
from plans.nodes import Assignment, Bullet, Task
from plans.plan import Plan
from plans.signing import SigningCase
from plans.text import RichText

MAU, THU = "Đồng chí Lò Thị Mẫu, Phó Chủ tịch UBND xã", "Đồng chí Vàng A Thử, Chủ tịch Ủy ban nhân dân xã"
NONE = "Chưa có lãnh đạo phụ trách"
DOWN = Qt.Orientation.Vertical


@pytest.fixture
def document(qapp):
    plan = Plan()
    plan.body.children = [
        Task(id="well", title=RichText.of("Đào giếng"), leaders=[MAU], lead=["Trạm Y tế"], deadline="Quý II/2026"),
        Task(id="bare", title=RichText.of("Xét nghiệm nước"), lead=["Trạm Y tế"]),
        Assignment(id="chair", unit="Đồng chí Lò Thị Mẫu", children=[Bullet(text=RichText.of("Chỉ đạo chung"))]),
        Assignment(id="guard", unit="Công an xã", children=[Bullet(text=RichText.of("Trực hằng ngày"))]),
    ]
    found = PlanDocument(plan)
    signers = (
        Signer(name="Vàng A Thử", case=SigningCase.CHAIR),
        Signer(name="Lò Thị Mẫu", case=SigningCase.DEPUTY),
    )
    found.office = OfficeFacts(agency=Agency(signers=signers))
    return found


@pytest.fixture
def model(document):
    made = LeadersModel(document)
    made.begin()
    return made


@pytest.fixture
def pane(views, qtbot):
    views.activateWindow()
    qtbot.waitUntil(views.isActiveWindow)
    found = views.show_tab(1, "")
    found.faces.button(1).click()
    found.leader_grid.setFocus()
    yield found
    views.hide()


def heads(model) -> list[str]:
    return [model.headerData(at, DOWN) for at in range(model.rowCount())]


def go(pane, node_id: str, column: int = LEADER):
    pane.leader_grid.setCurrentIndex(pane.leaders.index(pane.leaders.row_of(node_id), column))


def test_tasks_stand_below_their_leader_and_those_without_one_first(model):
    assert heads(model) == [
        NONE, "II. Xét nghiệm nước", "Đồng chí Lò Thị Mẫu", "I. Đào giếng", "III. Chỉ đạo chung",
    ]  # fmt: skip
    assert [bool(model.headerData(at, DOWN, GROUP_ROLE)) for at in range(5)] == [True, False, True, False, False]
    assert model.index(2, 0).data() == "Phó Chủ tịch UBND xã · 1 nhiệm vụ"
    assert [model.index(3, at).data() for at in (LEADER, LEAD, DEADLINE)] == [MAU, "Trạm Y tế", "Quý II/2026"]


def test_the_model_keeps_the_rules_of_item_models(model, document, qtmodeltester):
    qtmodeltester.check(model)
    assert model.setData(model.index(1, LEADER), f"{THU}; {MAU}")
    document.undo()
    assert heads(model)[0] == NONE


def test_a_leader_named_by_an_assignment_has_no_column_among_the_units(pane):
    columns = [pane.model.headerData(at, Qt.Orientation.Horizontal) for at in range(pane.model.columnCount())]
    assert "Công an xã" in columns
    assert not [head for head in columns if head.startswith("Đồng chí")]


def test_only_a_tasks_leader_can_be_typed(model):
    editable = Qt.ItemFlag.ItemIsEditable
    assert [bool(model.flags(model.index(row, LEADER)) & editable) for row in range(5)] == [0, 1, 0, 1, 0]
    assert not model.flags(model.index(1, LEAD)) & editable
    assert not model.setData(model.index(4, LEADER), THU)


def test_names_are_parted_by_semicolons_and_one_person_is_named_once(model, document):
    model.setData(model.index(1, LEADER), f" {THU};; Đồng chí Lò Thị Mẫu; đ/c Vàng A Thử ")
    assert document.node("bare").leaders == [THU, "Đồng chí Lò Thị Mẫu"]


def test_handing_over_puts_the_new_leader_in_the_place_of_the_old_one_in_one_step(model, document):
    document.node("well").leaders = [MAU, "Đồng chí Giàng Thị Kía"]
    model.setData(model.index(model.row_of("bare"), LEADER), THU)
    well, bare = model.row_of("well"), model.row_of("bare")
    steps = document.undo_stack.count()
    assert model.hand_over(well, bare)
    assert document.node("well").leaders == [THU, "Đồng chí Giàng Thị Kía"]
    assert document.undo_stack.count() == steps + 1
    document.undo()
    assert document.node("well").leaders == [MAU, "Đồng chí Giàng Thị Kía"]


def test_handing_over_to_those_without_a_leader_takes_the_leader_off(model, document):
    assert model.hand_over(model.row_of("well"), 0)
    assert document.node("well").leaders == []
    assert not model.hand_over(model.row_of("chair"), 0)
    assert not model.hand_over(model.row_of("well"), 1)


def test_a_name_begun_anywhere_in_the_row_is_completed_from_the_office(pane, document, qtbot):
    go(pane, "bare", DEADLINE)
    qtbot.keyClicks(pane.leader_grid, "v")
    line = QApplication.focusWidget()
    assert isinstance(line, LeadersLine)
    qtbot.keyClicks(line, "ang a")
    names = line.completer().popup()
    qtbot.keyClick(names, Qt.Key.Key_Down)
    qtbot.keyClick(names, Qt.Key.Key_Return)
    assert document.node("bare").leaders == [THU]
    assert document.undo_stack.undoText() == "Sửa lãnh đạo phụ trách"
    assert pane.leader_grid.current_task == "bare"
    assert pane.leader_grid.hasFocus()


def test_space_offers_every_leader_and_delete_takes_him_off(pane, document, qtbot):
    go(pane, "bare")
    qtbot.keyClick(pane.leader_grid, Qt.Key.Key_Space)
    line = QApplication.focusWidget()
    assert isinstance(line, LeadersLine)
    assert line.completer().popup().isVisible()
    assert line.completer().model().stringList() == [MAU, THU]
    line.completer().popup().hide()
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    go(pane, "well")
    qtbot.keyClick(pane.leader_grid, Qt.Key.Key_Delete)
    assert document.node("well").leaders == []


def test_a_second_name_is_completed_after_a_semicolon(pane, qtbot):
    go(pane, "well")
    qtbot.keyClick(pane.leader_grid, Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, LeadersLine)
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClicks(line, "; thu")
    assert line.completer().model().stringList() == [f"{MAU}; {THU}"]


def test_a_row_dropped_on_another_group_goes_to_its_leader(pane, document, monkeypatch):
    grid = pane.leader_grid
    go(pane, "bare")
    at = grid.visualRect(pane.leaders.index(2, 0)).center()
    data = pane.leaders.mimeData([grid.currentIndex()])
    drop = QDropEvent(
        QPointF(at),
        pane.leaders.supportedDragActions(),
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    grid.dropEvent(drop)
    assert document.node("bare").leaders == []  # from elsewhere: not ours to take
    monkeypatch.setattr(drop, "source", lambda: grid, raising=False)
    grid.dropEvent(drop)
    assert document.node("bare").leaders == [MAU]
    assert pane.leaders.supportedDragActions() == Qt.DropAction.CopyAction  # a move would have its rows removed by Qt


def test_a_task_with_two_leaders_is_passed_with_the_arrow_keys(pane, document, qtbot):
    document.node("well").leaders = [MAU, THU]
    pane.leaders.refresh()
    pane.node_selected.connect(pane.select)
    pane.leader_grid.setCurrentIndex(pane.leaders.index(pane.leaders.row_of("chair"), LEADER))
    qtbot.keyClick(pane.leader_grid, Qt.Key.Key_Down)
    assert (pane.leader_grid.current_task, pane.leader_grid.currentIndex().row()) == ("well", 6)


def test_the_line_above_counts_tasks_leaders_and_what_is_missing(pane, document):
    assert pane.summary.text() == f"2 nhiệm vụ · 1 lãnh đạo · 1 nhiệm vụ {NONE.lower()}"
    pane.leaders.setData(pane.leaders.index(1, LEADER), THU)
    assert pane.summary.text() == "2 nhiệm vụ · 2 lãnh đạo · nhiệm vụ nào cũng có lãnh đạo phụ trách"


def test_the_task_stays_current_from_one_face_to_the_other(pane):
    go(pane, "bare")
    pane.faces.button(0).click()
    assert pane.grid.current_task == "bare"
    assert not pane.leaders.following
    assert pane.unit.isVisible()


def test_enter_opens_the_task_and_the_assignment(pane, qtbot):
    for node_id in ("well", "chair"):
        go(pane, node_id)
        with qtbot.waitSignal(pane.node_opened) as opened:
            qtbot.keyClick(pane.leader_grid, Qt.Key.Key_Return)
        assert opened.args == [node_id]


def test_the_form_of_a_task_completes_its_leaders_from_plan_and_office(document, qtbot):
    form = NodeForm(document)
    qtbot.addWidget(form)
    form.show()
    form.show_node("bare")
    field = next(
        each for each in form.findChildren(UnitsField) if each.line.accessibleName().startswith("Lãnh đạo phụ trách")
    )
    field.line.setFocus()
    qtbot.keyClicks(field.line, "dong chi")
    assert field.line.completer().model().stringList() == [MAU, THU]
    field.line.setText(THU)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert document.node("bare").leaders == [THU]
