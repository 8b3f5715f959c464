"""Tables in the appendices that are made from the tasks follow each edit of a task, in one step."""

import pytest

from desktop.document import PlanDocument
from desktop.task_tables import add_appendix, roadmap_addition
from plans.changes import RemoveNode, SetField
from plans.nodes import Cell, Table, Task
from plans.sample import sample_plan
from plans.text import RichText
from plans.views import roadmap_table, task_table


@pytest.fixture
def document(qapp):
    return PlanDocument(sample_plan())


@pytest.fixture
def table(document):
    return document.node(add_appendix(document)).children[0]


def first_task(document) -> Task:
    return next(node for node in document.plan.walk() if isinstance(node, Task))


def test_a_deadline_moves_in_the_table_made_from_the_tasks_and_back_in_one_step(document, table):
    before = table.rows
    document.edit(SetField(first_task(document).id, "deadline", "Quý IV/2026"))
    assert "Quý IV/2026" in [row[-1].text.plain for row in document.node(table.id).rows]
    assert document.node(table.id).rows == task_table(document.plan).rows
    told = []
    document.revisited.connect(told.append)
    document.undo()
    assert document.node(table.id).rows == before
    assert told == [first_task(document).id]


def test_the_roadmap_put_into_the_plan_follows_too(document):
    change, made = roadmap_addition(document.plan)
    document.edit(change)
    document.edit(SetField(first_task(document).id, "deadline", "Quý IV/2026"))
    assert document.node(made).children[0].rows == roadmap_table(document.plan).rows


def test_a_task_that_goes_leaves_the_table_too(document, table):
    count = len(table.rows)
    document.edit(RemoveNode(first_task(document).id))
    assert len(document.node(table.id).rows) == count - 1


def test_a_table_changed_by_hand_is_the_clerks(document, table):
    rows = [list(row) for row in table.rows]
    rows[-1][-1] = Cell(text=RichText.of("theo yêu cầu"))
    document.edit(SetField(table.id, "rows", rows))
    document.edit(SetField(first_task(document).id, "deadline", "Quý IV/2026"))
    assert document.node(table.id).rows == rows


def test_widths_set_by_hand_stay(document, table):
    widths = [10.0] * len(table.widths)
    document.edit(SetField(table.id, "widths", widths))
    document.edit(SetField(first_task(document).id, "deadline", "Quý IV/2026"))
    assert document.node(table.id).widths == widths
    assert document.node(table.id).rows == task_table(document.plan).rows


def test_other_tables_and_edits_of_prose_are_left_alone(document, table):
    others = [node for node in document.plan.walk() if isinstance(node, Table) and node.id != table.id]
    before = [node.rows for node in others]
    document.edit(SetField(first_task(document).id, "deadline", "Quý IV/2026"))
    assert [document.node(node.id).rows for node in others] == before
