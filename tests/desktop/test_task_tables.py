"""Appendix tables made from the tasks: one step there, one step back."""

from __future__ import annotations

import copy

import pytest
from PySide6.QtWidgets import QMenu

from desktop.document import PlanDocument
from desktop.forms import NodeForm
from desktop.outline import OutlinePane
from desktop.task_tables import TaskTableBar, add_appendix, replace_tables, replacement
from plans.changes import SetField
from plans.nodes import Appendix, Cell, Footnote, Paragraph, Section, Table
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText, Span
from plans.views import roadmap_table, task_table


@pytest.fixture
def document(qapp):
    plan = sample_plan()
    marked = Table(id="second", rows=[[Cell(text=RichText((Span("Cũ"), Span(footnote="note"))))]])
    plan.footnotes.children.append(Footnote(id="note", text=RichText.of("Chú thích trong bảng cũ")))
    plan.appendices.children[0].children.append(marked)
    return PlanDocument(plan)


@pytest.fixture
def appendix(document) -> Appendix:
    return document.plan.appendices.children[0]


def test_the_tables_of_an_appendix_become_the_generated_one_and_come_back(document, appendix):
    before = copy.deepcopy(document.plan)
    first = appendix.children[0].id
    replace_tables(document, appendix.id)
    tables = [node for node in appendix.walk() if isinstance(node, Table)]
    assert [table.id for table in tables] == [first]
    assert tables[0].rows == task_table(document.plan).rows
    assert document.plan.footnote("note") is None
    assert any(isinstance(node, Paragraph) for node in appendix.children)
    assert document.undo_stack.count() == 1
    document.undo()
    assert document.plan == before


def test_the_other_appendix_is_left_alone(document, appendix):
    other = copy.deepcopy(document.plan.appendices.children[1])
    replace_tables(document, appendix.id)
    assert document.plan.appendices.children[1] == other


def test_a_table_that_is_up_to_date_offers_no_step_until_it_is_changed_by_hand(document, appendix):
    replace_tables(document, appendix.id)
    assert replacement(document.plan, appendix) is None
    task = next(node for node in document.plan.walk() if node.kind == "task")
    document.edit(SetField(task.id, "deadline", "Quý IV/2026"))
    assert replacement(document.plan, appendix) is None
    table = next(node for node in appendix.children if node.kind == "table")
    document.edit(SetField(table.id, "rows", [list(row) for row in table.rows[:-1]]))
    assert replacement(document.plan, appendix) is not None


def test_an_appendix_without_a_table_gets_one_at_its_end(document, appendix):
    appendix.children = [Paragraph(id="words", text=RichText.of("Lời dẫn"))]
    replace_tables(document, appendix.id)
    assert [node.kind for node in appendix.children] == ["paragraph", "table"]


def test_tables_below_sections_are_left_while_the_appendix_has_its_own(document, appendix):
    appendix.children.append(Section(id="annex", children=[Table(id="deep", rows=[[Cell()]])]))
    replace_tables(document, appendix.id)
    assert document.node("deep").rows == [[Cell()]]


@pytest.mark.parametrize("by_title", [True, False])
def test_the_table_of_a_roadmap_becomes_the_roadmap_made_from_the_tasks(document, appendix, qtbot, by_title):
    if by_title:
        document.edit(SetField(appendix.id, "title", RichText.of("LỘ TRÌNH THỰC HIỆN")))
    else:
        appendix.title = RichText.of("Phụ lục")
        appendix.children[0].rows = [[Cell(text=RichText.of(words)) for words in ("Việc", "Quý I", "Quý II")]]
    form = NodeForm(document)
    qtbot.addWidget(form)
    form.show_node(appendix.id)
    button = form.findChild(TaskTableBar).button
    assert button.text() == "Thay bằng bảng lộ trình sinh từ nhiệm vụ"
    button.click()
    made = roadmap_table(document.plan)
    assert (appendix.children[0].rows, appendix.children[0].header_rows) == (made.rows, made.header_rows)
    assert replacement(document.plan, appendix) is None
    task = next(node for node in document.plan.walk() if node.kind == "task")
    document.edit(SetField(task.id, "deadline", "Quý IV/2026"))
    assert appendix.children[0].rows == roadmap_table(document.plan).rows, "it follows its tasks"


def test_an_appendix_named_a_roadmap_gets_one_where_it_has_no_table(document, appendix):
    document.edit(SetField(appendix.id, "title", RichText.of("Lộ trình theo quý")))
    appendix.children = []
    replace_tables(document, appendix.id)
    assert appendix.children[0].rows == roadmap_table(document.plan).rows


def test_the_name_of_the_button_follows_the_title(document, appendix, qtbot):
    form = NodeForm(document)
    qtbot.addWidget(form)
    form.show_node(appendix.id)
    button = form.findChild(TaskTableBar).button
    assert "phân công" in button.text()
    document.edit(SetField(appendix.id, "title", RichText.of("TIẾN ĐỘ THỰC HIỆN")))
    assert "lộ trình" in button.text()


def test_an_added_appendix_stands_last(document):
    made = add_appendix(document)
    assert document.plan.appendices.children[-1].id == made
    document.undo()
    assert document.node(made) is None


def test_the_form_offers_the_step_and_says_when_nothing_is_to_do(document, appendix, qtbot):
    form = NodeForm(document)
    qtbot.addWidget(form)
    form.show()
    form.show_node(appendix.id)
    bar = form.findChild(TaskTableBar)
    assert bar.isVisible()
    bar.button.click()
    assert not bar.button.isEnabled()
    document.undo()
    assert bar.button.isEnabled()


def test_the_form_of_the_appendices_adds_one_and_goes_there(document, qtbot):
    form = NodeForm(document)
    qtbot.addWidget(form)
    form.show_node("appendices")
    with qtbot.waitSignal(form.node_selected) as went:
        form.findChild(TaskTableBar).button.click()
    assert went.args == [document.plan.appendices.children[-1].id]


def test_other_forms_and_plans_without_tasks_offer_nothing(document, qtbot):
    assert TaskTableBar(document, "body").isHidden()
    plan = Plan()
    plan.appendices.children = [Appendix(id="empty")]
    assert not TaskTableBar(PlanDocument(plan), "empty").button.isEnabled()


def test_the_outline_offers_both_steps_in_the_appendices_only(document, appendix, qtbot):
    pane = OutlinePane(document)
    qtbot.addWidget(pane)
    offered = []
    for node in ("body", "appendices", appendix.id, appendix.children[0].id):
        pane.select(node)
        menu = QMenu()
        pane._offer_task_tables(menu)
        offered.append([action.text() for action in menu.actions() if action.text()])
    add, replace = "Thêm phụ lục phân công từ nhiệm vụ", "Thay bằng bảng phân công sinh từ nhiệm vụ"
    assert offered == [[], [add], [replace, add], [replace, add]]
