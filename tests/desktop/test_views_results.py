"""The tab "Kết quả": what is typed there, what it says, and that next year's plan starts from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.document import PlanDocument
from desktop.views.results import ACTUAL, PLANNED, VERDICT, ResultsModel
from plans.nodes import Target, Task, TaskStatus
from plans.rollover import draft, propose
from plans.sample import sample_plan

TAB = 4


@pytest.fixture
def document(qapp):
    return PlanDocument(sample_plan())


@pytest.fixture
def pane(views):
    yield views.show_tab(TAB, "")  # the pane lives as long as the tabs
    views.hide()


def first(document, kind):
    return next(node for node in document.plan.walk() if isinstance(node, kind))


def words(pane, node, column):
    return pane.model.index(pane.model.row_of(node.id), column).data()


def type_result(pane, qtbot, text):
    qtbot.keyClicks(pane.grid, text[0])
    line = pane.grid.findChild(QLineEdit)
    qtbot.keyClicks(line, text[1:])
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_table_keeps_the_rules_of_item_models(document, qtmodeltester):
    model = ResultsModel(document)
    model.following = True
    model.refresh()
    qtmodeltester.check(model)


def test_a_figure_is_typed_beside_the_planned_one_and_judged(pane, document, qtbot):
    target = first(document, Target)
    pane.select(target.id)
    pane.grid.setCurrentIndex(pane.grid.currentIndex().siblingAtColumn(PLANNED))
    type_result(pane, qtbot, "99,5")
    qtbot.waitUntil(lambda: target.actual == "99,5", timeout=2000)
    assert words(pane, target, PLANNED) == f"≥ {target.value}{target.unit}"
    assert (words(pane, target, ACTUAL), words(pane, target, VERDICT)) == (f"99,5{target.unit}", "Đạt")
    assert "1/8 chỉ tiêu đạt" in pane.summary.text()
    qtbot.keyClick(pane.grid, Qt.Key.Key_Delete)
    assert (target.actual, words(pane, target, VERDICT)) == ("", "Chưa có kết quả")
    document.undo()
    assert target.actual == "99,5"
    document.undo()
    assert target.actual == ""


def test_f2_anywhere_in_a_row_opens_the_line_with_what_it_says(pane, document, qtbot):
    target = first(document, Target)
    target.actual = "88"
    pane.select(target.id)
    pane.grid.setCurrentIndex(pane.grid.currentIndex().siblingAtColumn(VERDICT))
    qtbot.keyClick(pane.grid, Qt.Key.Key_F2)
    assert pane.grid.findChild(QLineEdit).text() == "88"


def test_a_letter_says_how_far_a_task_is(pane, document, qtbot):
    task = first(document, Task)
    pane.select(task.id)
    qtbot.keyClicks(pane.grid, "x")
    assert task.status is TaskStatus.DONE
    assert (words(pane, task, ACTUAL), words(pane, task, VERDICT)) == ("Đã xong", "Hoàn thành")
    total = len(pane.model.results.tasks)
    assert pane.summary.text().startswith(f"1/{total} nhiệm vụ hoàn thành")
    qtbot.keyClick(pane.grid, Qt.Key.Key_Space)
    assert task.status is TaskStatus.DROPPED
    qtbot.keyClicks(pane.grid, "l")
    assert task.status is TaskStatus.DOING
    for _ in range(3):
        document.undo()
    assert task.status is TaskStatus.OPEN


def test_a_double_click_on_the_status_goes_round_and_one_elsewhere_does_not(pane, document, qtbot):
    task = first(document, Task)
    row = pane.model.row_of(task.id)
    for column, status in ((PLANNED, TaskStatus.OPEN), (ACTUAL, TaskStatus.DOING)):
        at = pane.grid.visualRect(pane.model.index(row, column)).center()
        qtbot.mouseDClick(pane.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert task.status is status


def test_enter_on_a_target_opens_its_form(pane, document, qtbot):
    target = first(document, Target)
    pane.select(target.id)
    with qtbot.waitSignal(pane.node_opened) as opened:
        qtbot.keyClick(pane.grid, Qt.Key.Key_Return)
    assert opened.args == [target.id]


def test_next_years_plan_starts_from_the_results(pane, document, qtbot):
    target, task = first(document, Target), first(document, Task)
    pane.select(target.id)
    type_result(pane, qtbot, "97")
    qtbot.waitUntil(lambda: target.actual == "97", timeout=2000)
    pane.select(task.id)
    qtbot.keyClicks(pane.grid, "x")
    rollover = propose(document.plan, 2027)
    new = draft(document.plan, rollover, rollover.accepted)
    carried = {node.origin: node for node in new.walk()}
    goal = carried[target.id]
    assert isinstance(goal, Target)
    assert (goal.baseline, goal.actual) == ("97", "")
    assert task.id not in carried
