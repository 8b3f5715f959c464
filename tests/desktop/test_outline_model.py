"""The outline's model follows any change, and never lies to a view."""

import random

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop.outline.model import OutlineModel
from desktop.outline.row_looks import COUNT_ROLE, FINDINGS_ROLE, MISSING_ROLE
from desktop.outline.steps import delete, drop, duplicate, indent, move_by, outdent
from plans.changes import Batch, InsertNode, MoveNode, RemoveNode, SetField
from plans.checks import Finding, Severity
from plans.nodes import Bullet, LegalBasis, Paragraph, Section
from plans.text import EMPTY, RichText

ROOT = QModelIndex()


def shown(model, parent=ROOT):
    """Return the tree of node ids as the model gives it."""
    rows = (model.index(row, 0, parent) for row in range(model.rowCount(parent)))
    return [(model.node_id(index), shown(model, index)) for index in rows]


def wanted(plan):
    """Return the tree of node ids as a fresh look at the plan gives it."""

    def below(node):
        return [(child.id, below(child)) for child in node.children]

    body = below(plan.body) or [("body", [])]
    notes = [("footnotes", below(plan.footnotes))] if plan.footnotes.children else []
    return [
        ("plan", []),
        ("bases", below(plan.bases)),
        ("opening", below(plan.opening)),
        *body,
        ("closing", below(plan.closing)),
        ("recipients", []),
        ("appendices", below(plan.appendices)),
        *notes,
    ]


@pytest.fixture
def model(document, qtmodeltester):
    model = OutlineModel(document)
    qtmodeltester.check(model, force_py=False)
    return model


def test_the_outline_shows_the_parts_and_the_body_between_them(document, model):
    assert shown(model) == wanted(document.plan)
    assert model.data(model.index_of("work")) == "II. NHIỆM VỤ"
    assert model.data(model.index_of("bases"), COUNT_ROLE) == 1


def test_what_is_missing_in_a_node_is_marked_until_it_is_there(document, model):
    task = model.index_of("task")
    assert model.data(task, MISSING_ROLE) == "Chưa có thời gian hoàn thành."
    assert "Chưa có thời gian hoàn thành." in model.data(task, Qt.ItemDataRole.ToolTipRole)
    assert model.data(model.index_of("aims"), MISSING_ROLE) == ""
    document.edit(SetField("task", "lead", []))
    assert "chủ trì và thời gian" in model.data(task, MISSING_ROLE)
    document.edit(Batch((SetField("task", "lead", ["Trạm Y tế"]), SetField("task", "deadline", "Quý II"))))
    assert model.data(task, MISSING_ROLE) == ""
    document.edit(SetField("aims", "title", EMPTY))
    assert model.data(model.index_of("aims"), MISSING_ROLE) == "Chưa có tiêu đề."


def test_an_empty_basis_is_marked_and_not_counted(document, model):
    document.edit(InsertNode("bases", 1, LegalBasis(id="empty")))
    assert model.data(model.index_of("bases"), COUNT_ROLE) == 1
    assert model.data(model.index_of("empty"), MISSING_ROLE) == "Chưa có lời văn."


@pytest.mark.parametrize(
    "change",
    [
        InsertNode("aims", 1, Section(children=[Paragraph()])),
        RemoveNode("aims"),
        MoveNode("bullet", "work", 0),
        MoveNode("work", "aims", 0),
        Batch((RemoveNode("aims"), RemoveNode("work")), "delete"),
        Batch((MoveNode("aims", "work", 0), RemoveNode("task"), MoveNode("prose", "body", 0)), "fix"),
    ],
)
def test_the_outline_follows_a_change_and_its_undoing(document, model, change):
    document.edit(change)
    assert shown(model) == wanted(document.plan)
    document.undo()
    assert shown(model) == wanted(document.plan)


def test_a_changed_title_is_told_to_the_view(document, model, qtbot):
    with qtbot.waitSignal(model.dataChanged):
        document.edit(SetField("aims", "title", RichText.of("YÊU CẦU")))
    assert model.data(model.index_of("aims")) == "I. YÊU CẦU"


def test_a_move_keeps_the_row_rather_than_making_a_new_one(document, model):
    before = model.index_of("work").internalId()
    document.edit(MoveNode("work", "body", 0))
    assert model.index_of("work").internalId() == before


def test_two_nodes_may_change_places_in_depth(document, model):
    document.edit(InsertNode("aims", 0, Section(id="inner")))
    document.edit(Batch((MoveNode("inner", "body", 0), MoveNode("aims", "inner", 0)), "fix"))
    assert shown(model) == wanted(document.plan)


def test_dropping_a_row_moves_its_node(document, model):
    data = model.mimeData([model.index_of("bullet")])
    work = model.index_of("work")
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, 0, 0, work)
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, work)
    assert document.node("work").children[0].id == "bullet"
    assert shown(model) == wanted(document.plan)


def test_a_row_cannot_be_dropped_where_the_grammar_forbids_it_or_into_itself(document, model):
    move = Qt.DropAction.MoveAction
    section = model.mimeData([model.index_of("aims")])
    assert not model.canDropMimeData(section, move, -1, 0, model.index_of("task"))
    assert not model.canDropMimeData(section, move, -1, 0, model.index_of("aims"))
    assert not model.canDropMimeData(section, move, -1, 0, model.index_of("recipients"))


def test_a_row_dropped_among_the_top_rows_lands_in_the_body(document, model):
    data = model.mimeData([model.index_of("work")])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, QModelIndex())
    assert [child.id for child in document.plan.body.children] == ["work", "aims"]


@pytest.mark.parametrize("seed", range(6))
def test_random_moves_and_their_undoing_keep_outline_and_plan_in_step(document, model, seed):
    chance = random.Random(seed)
    for _round in range(40):
        change = _random_change(document.plan, chance)
        if change is not None and document.try_edit(change):
            assert shown(model) == wanted(document.plan)
    while document.undo_stack.canUndo():
        document.undo()
    assert shown(model) == wanted(document.plan)
    while document.undo_stack.canRedo():
        document.redo()
    assert shown(model) == wanted(document.plan)


def _random_change(plan, chance):
    node = chance.choice(list(plan.walk()) or [plan.body])
    holder = chance.choice([plan.body, *(n for n in plan.walk() if n.kind == "section")])
    kind = chance.choice([Section, Paragraph, Bullet])
    copied = duplicate(plan, node.id)
    return chance.choice(
        [
            move_by(plan, node.id, chance.choice((-1, 1))),
            indent(plan, node.id),
            outdent(plan, node.id),
            drop(plan, node.id, holder.id, chance.randint(0, len(holder.children))),
            delete(plan, node.id),
            InsertNode(holder.id, chance.randint(0, len(holder.children)), kind()),
            copied[0] if copied else None,
        ]
    )


def test_what_should_be_looked_at_is_marked_at_its_row_and_counted_around(model, qtbot):
    found = [
        Finding(rule="no-deadline", node="task", severity=Severity.WARNING, data={"task": "Trồng cây"}),
        Finding(rule="no-product", node="task", severity=Severity.HINT, data={"task": "Trồng cây"}),
        Finding(rule="no-words", node="recipient", severity=Severity.ERROR),
    ]
    model.show_findings(found)
    sentence = "Nhiệm vụ “Trồng cây” chưa có thời gian hoàn thành."
    task = model.index_of("task")
    assert sentence in task.data(Qt.ItemDataRole.ToolTipRole).split("\n")
    assert sentence in task.data(Qt.ItemDataRole.AccessibleTextRole)
    assert task.data(MISSING_ROLE)
    counts = [model.index_of(node).data(FINDINGS_ROLE) for node in ("task", "work", "aims", "recipients")]
    assert counts == [1, 1, 0, 1]
    with qtbot.waitSignal(model.dataChanged):
        model.show_findings([])
    assert model.index_of("work").data(FINDINGS_ROLE) == 0
