"""PlanDocument: the one way to change an open plan, and back."""

import copy

import pytest

from desktop.document import PlanDocument, RedoAction, UndoAction
from plans.changes import Batch, InsertNode, MoveNode, RemoveNode, SetField
from plans.errors import Rejection
from plans.nodes import Paragraph
from plans.plan import PLAN_ID
from plans.text import RichText


class _Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_an_edit_changes_the_plan_and_tells_the_views(document, qtbot):
    change = SetField(PLAN_ID, "subject", "Trồng rừng")
    with qtbot.waitSignal(document.applied) as told:
        document.edit(change)
    assert document.plan.subject == "Trồng rừng"
    assert told.args == [change]
    assert document.revision == 1
    assert not document.undo_stack.isClean()


def test_undo_and_redo_lead_back_and_forth_through_every_kind_of_change(document):
    states = [copy.deepcopy(document.plan)]
    for change in (
        SetField("aims", "title", RichText.of("YÊU CẦU")),
        InsertNode("aims", 0, Paragraph(id="new")),
        MoveNode("bullet", "aims", 0),
        RemoveNode("work"),
        Batch((SetField("new", "text", RichText.of("a")), SetField("new", "note", "b")), "items"),
    ):
        document.end_burst()
        document.edit(change)
        states.append(copy.deepcopy(document.plan))
    for state in reversed(states[:-1]):
        document.undo()
        assert document.plan == state
    for state in states[1:]:
        document.redo()
        assert document.plan == state


def test_a_refused_edit_changes_nothing_and_leaves_no_undo_step(document, qtbot):
    before = copy.deepcopy(document.plan)
    with pytest.raises(Rejection):
        document.edit(SetField("aims", "colour", "red"))
    with qtbot.waitSignal(document.rejected) as told:
        assert not document.try_edit(MoveNode("aims", "task", 0))
    assert told.args[0] == "cannot-hold"
    assert document.plan == before
    assert document.undo_stack.count() == 0


def test_values_of_one_field_within_a_burst_are_one_step(small_plan, qapp):
    clock = _Clock()
    document = PlanDocument(small_plan, clock=clock)
    for text in ("Trồng", "Trồng rừng", "Trồng rừng phòng hộ"):
        clock.now += 1.0
        document.edit(SetField(PLAN_ID, "subject", text))
    assert document.undo_stack.count() == 1
    document.undo()
    assert document.plan.subject == "Chăm lo vườn trường xã Suối Lim năm 2026"


def test_a_pause_another_field_and_the_end_of_a_burst_begin_a_new_step(small_plan, qapp):
    clock = _Clock()
    document = PlanDocument(small_plan, clock=clock)
    document.edit(SetField(PLAN_ID, "subject", "một"))
    clock.now += 5.0
    document.edit(SetField(PLAN_ID, "subject", "hai"))
    document.edit(SetField(PLAN_ID, "topic", "ba"))
    document.end_burst()
    document.edit(SetField(PLAN_ID, "topic", "bốn"))
    assert document.undo_stack.count() == 4


def test_typing_something_and_taking_it_back_leaves_no_step(document):
    subject = document.plan.subject
    document.edit(SetField(PLAN_ID, "subject", subject + " x"))
    document.edit(SetField(PLAN_ID, "subject", subject))
    assert document.undo_stack.count() == 0
    assert document.undo_stack.isClean()


def test_a_saved_state_is_not_swallowed_by_a_burst(document):
    document.edit(SetField(PLAN_ID, "subject", "một"))
    document.undo_stack.setClean()
    document.edit(SetField(PLAN_ID, "subject", "hai"))
    assert not document.undo_stack.isClean()
    document.undo()
    assert document.plan.subject == "một"
    assert document.undo_stack.isClean()


def test_undo_settles_what_is_typed_and_shows_the_node(document):
    document.edit(SetField("aims", "note", "nhớ hỏi"))
    told: list[str] = []
    document.settling.connect(lambda: told.append("settling"))
    document.revisited.connect(told.append)
    document.undo()
    assert told == ["settling", "aims"]


def test_labels_follow_the_plan(document):
    assert document.labels()["work"] == "II."
    document.edit(MoveNode("work", "body", 0))
    assert document.labels()["work"] == "I."


def test_the_undo_action_says_in_vietnamese_what_it_takes_back(document):
    undo, redo = UndoAction(document), RedoAction(document)
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    document.edit(RemoveNode("task"))
    assert undo.text() == "Hoàn tác: Xóa nhiệm vụ"
    undo.trigger()
    assert redo.text() == "Làm lại: Xóa nhiệm vụ"
    redo.trigger()
    assert document.node("task") is None
