"""The outline pane: what a clerk does with keys, buttons and the menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from desktop.outline import OutlinePane
from desktop.outline.steps import Place
from plans.changes import InsertNode, SetField
from plans.nodes import Cell, Footnote
from plans.text import RichText, Span

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def pane(document, qtbot):
    pane = OutlinePane(document)
    qtbot.addWidget(pane)
    pane.resize(250, 600)
    pane.show()
    pane.tree.setFocus()
    return pane


def order(document, holder):
    return [child.id for child in document.node(holder).children]


def test_going_to_a_row_is_told_once(pane, qtbot):
    with qtbot.waitSignal(pane.node_selected) as told:
        pane.select("work")
    assert told.args == ["work"]
    assert pane.current == "work"
    with qtbot.assertNotEmitted(pane.node_selected):
        pane.select("work")


def test_a_recipient_is_shown_by_the_row_that_holds_it(pane):
    pane.select("recipient")
    assert pane.current == "recipients"


def test_an_unknown_node_moves_nothing(pane):
    pane.select("aims")
    pane.select("nothing like this")
    assert pane.current == "aims"


def test_alt_arrows_move_a_node_and_keep_it_selected(pane, document, qtbot):
    pane.select("work")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order(document, "body") == ["work", "aims"]
    assert pane.current == "work"
    qtbot.keyClick(pane.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order(document, "body") == ["aims", "work"]


def test_alt_arrows_at_the_ends_do_nothing_however_long_they_are_held(pane, document, qtbot):
    pane.select("work")
    before = document.revision
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(pane.tree, key, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(pane.tree, Qt.Key.Key_Left, ALT_SHIFT)
    assert pane.current == "work"
    pane.select("prose")
    for _press in range(3):
        qtbot.keyClick(pane.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert (pane.current, document.revision) == ("prose", before)


def test_alt_shift_right_and_left_change_the_level(pane, document, qtbot):
    pane.select("work")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Right, ALT_SHIFT)
    assert order(document, "aims")[-1] == "work"
    qtbot.keyClick(pane.tree, Qt.Key.Key_Left, ALT_SHIFT)
    assert order(document, "body") == ["aims", "work"]


def test_delete_asks_nothing_selects_the_neighbour_and_can_be_undone(pane, document, qtbot):
    pane.select("prose")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert document.node("prose") is None
    assert pane.current == "bullet"
    document.undo()
    assert [child.id for child in document.node("aims").children] == ["prose", "bullet"]


def test_deleting_a_target_unlinks_the_tasks_that_serve_it(pane, document, qtbot):
    pane.select("target")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert document.node("task").target == ""
    document.undo()
    assert document.node("task").target == "target"


def test_deleting_a_node_takes_its_footnotes_along(pane, document, qtbot):
    document.plan.footnotes.children.append(Footnote(id="note"))
    document.node("prose").text = RichText((Span("Vườn"), Span(footnote="note")))
    pane.select("prose")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert document.plan.footnotes.children == []


def test_a_duplicate_has_ids_of_its_own_and_is_selected(pane, document, qtbot):
    pane.select("aims")
    qtbot.keyClick(pane.tree, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    first, second = document.plan.body.children[:2]
    assert first.title == second.title
    assert {node.id for node in first.walk()}.isdisjoint(node.id for node in second.walk())
    assert pane.current == second.id


def test_the_add_menu_offers_what_the_place_may_hold(pane):
    pane.select("recipients")
    menu = QMenu()
    pane.fill_add_menu(menu)
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == ["Nơi nhận"]
    pane.select("task")
    pane.fill_add_menu(menu)
    after, inside = menu.actions()
    assert (after.text(), inside.text()) == ("Ngay sau “Trồng cây”", "Bên trong “Trồng cây”")
    offered = [[action.text() for action in each.menu().actions()] for each in (after, inside)]
    assert ["Chỉ tiêu" in texts for texts in offered] == [True, False]
    assert ["Bảng" in texts for texts in offered] == [True, True]


def test_what_was_open_is_open_again_when_a_deletion_is_undone(pane, document, qtbot):
    pane.tree.expand(pane.model.index_of("aims"))
    pane.tree.collapse(pane.model.index_of("work"))
    pane.select("aims")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Delete)
    pane.select("work")
    document.undo()
    assert pane.tree.isExpanded(pane.model.index_of("aims"))
    assert not pane.tree.isExpanded(pane.model.index_of("work"))


@pytest.mark.parametrize(
    "kind", ["section", "paragraph", "bullet", "label_line", "target", "task", "roadmap_year", "assignment", "table"]
)
def test_every_kind_can_be_added_and_is_gone_to(pane, document, qtbot, kind):
    with qtbot.waitSignal(pane.form_requested):
        pane.add(kind, Place("work", 1))
    assert document.node("work").children[1].kind == kind
    assert pane.current == document.node("work").children[1].id


def test_the_moves_that_are_not_possible_are_not_offered(pane):
    pane.select("plan")
    assert not any(action.isEnabled() for action in pane.tree.actions())
    pane.select("aims")
    enabled = {action.text() for action in pane.tree.actions() if action.isEnabled()}
    assert enabled == {"Chuyển xuống", "Nhân đôi", "Xóa", "Dán thành mục"}


def test_an_empty_plan_offers_a_place_for_its_first_section(pane, document, qtbot):
    for node in ("work", "aims"):
        pane.select(node)
        qtbot.keyClick(pane.tree, Qt.Key.Key_Delete)
    pane.select("body")
    assert pane.current == "body"
    pane.add("section", Place("body", 0))
    assert [node.kind for node in document.plan.body.children] == ["section"]
    assert not pane.model.index_of("body").isValid()


def test_deleting_a_footnote_takes_its_marks_out_of_the_text(pane, document, qtbot):
    document.edit(InsertNode("footnotes", 0, Footnote(id="note")))
    marked = RichText((Span("Vườn"), Span(footnote="note"), Span(" cây")))
    document.edit(SetField("prose", "text", marked))
    document.edit(SetField("table", "rows", [[Cell(text=marked)]]))
    pane.select("note")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert document.plan.footnotes.children == []
    assert document.node("prose").text == document.node("table").rows[0][0].text == RichText.of("Vườn cây")
    document.undo()
    assert document.node("prose").text == marked


def test_a_footnote_is_not_added_or_copied_without_a_mark(pane, document):
    document.edit(InsertNode("footnotes", 0, Footnote(id="note")))
    pane.select("note")
    menu = QMenu()
    pane.fill_add_menu(menu)
    assert not [action for action in menu.actions() if not action.isSeparator()]
    enabled = {action.text() for action in pane.tree.actions() if action.isEnabled()}
    assert enabled == {"Xóa"}
