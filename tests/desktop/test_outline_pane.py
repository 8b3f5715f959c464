"""The outline pane: what a clerk does with keys, buttons and the menu."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QMenu

from desktop.document import PlanDocument
from desktop.outline import OutlinePane
from desktop.outline.steps import Place, another
from plans.changes import InsertNode, SetField
from plans.nodes import Cell, Footnote, RoadmapYear
from plans.sample import sample_plan
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


def test_alt_enter_adds_one_more_like_the_row_and_asks_for_its_form(pane, document, qtbot):
    pane.select("task")
    with qtbot.waitSignal(pane.form_requested):
        qtbot.keyClick(pane.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert [child.kind for child in document.node("work").children] == ["task", "task", "target", "table"]
    assert pane.current == document.node("work").children[1].id
    pane.select("bases")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert len(document.plan.bases.children) == 1, "there is one part of each"


def test_one_more_like_any_node_of_a_plan_may_be_added_and_undone(qapp):
    document = PlanDocument(sample_plan())
    for node in [node for node in document.plan.walk() if node.kind != "part"]:
        made = another(document.plan, node.id)
        assert (made is None) == (node.kind == "footnote"), node.kind
        if made is not None:
            document.edit(made[0])
            holder, index = document.plan.holder(node.id)
            assert (holder.children[index + 1].id, holder.children[index + 1].kind) == (made[1], node.kind)
            document.undo()
    assert document.plan == sample_plan()


def test_one_more_year_of_the_roadmap_is_the_next_year(document):
    document.edit(InsertNode("work", 0, RoadmapYear(id="year", year=2027, label=RichText.of("Năm 2027"))))
    document.edit(another(document.plan, "year")[0])
    assert document.node("work").children[1].year == 2028


def test_the_menu_of_adding_begins_with_one_more_like_the_row(pane, document):
    pane.select("target")
    menu = QMenu()
    pane.fill_add_menu(menu)
    first = menu.actions()[0]
    assert (first.text(), first.isEnabled()) == ("Thêm một mục cùng loại ngay sau", True)
    first.trigger()
    assert [child.kind for child in document.node("work").children] == ["task", "target", "target", "table"]
    pane.select("bases")
    assert not first.isEnabled()


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
    _more, after, inside = menu.actions()
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
    assert enabled == {"Thêm một mục cùng loại ngay sau", "Chuyển xuống", "Nhân đôi", "Xóa", "Dán thành mục"}


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


def choose(pane, *node_ids):
    """Choose rows as a clerk does: a click, then Ctrl and clicks."""
    pane.select(node_ids[0])
    for node_id in node_ids[1:]:
        flags = QItemSelectionModel.SelectionFlag.Select
        pane.tree.selectionModel().setCurrentIndex(pane.model.index_of(node_id), flags)


def test_several_rows_move_together_as_one_step_and_stay_chosen(pane, document, qtbot):
    before = order(document, "work")
    choose(pane, before[0], before[1])
    qtbot.keyClick(pane.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert order(document, "work") == [before[2], before[0], before[1]]
    assert pane.moves.chosen == before[:2]
    document.undo()
    assert order(document, "work") == before


def test_several_rows_are_deleted_and_come_back_in_one_step(pane, document, qtbot):
    choose(pane, "prose", "task", "target")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert (order(document, "aims"), order(document, "work")) == (["bullet"], ["table"])
    document.undo()
    assert order(document, "aims") == ["prose", "bullet"]
    assert order(document, "work") == ["task", "target", "table"]


def test_a_paragraph_and_its_note_chosen_together_are_deleted_together(pane, document, qtbot):
    note = Footnote(id="note", text=RichText.of("Theo số liệu năm trước"))
    document.edit(InsertNode("footnotes", 0, note))
    document.edit(SetField("prose", "text", RichText((Span("Trường nào cũng có vườn"), Span(footnote="note")))))
    choose(pane, "prose", "note")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Delete)
    assert document.node("prose") is None
    assert document.plan.footnote("note") is None


def test_a_row_below_another_chosen_one_goes_with_it(pane, document):
    choose(pane, "work", "task")
    assert pane.moves.chosen == ["work"]


def test_shift_and_arrow_choose_more_rows_while_the_form_follows(pane, document, qtbot):
    pane.node_selected.connect(pane.select)  # as the editor does
    pane.tree.expand(pane.model.index_of("work"))
    pane.select("task")
    qtbot.keyClick(pane.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert pane.moves.chosen == ["task", "target"]
    assert pane.current == "target"


def test_ctrl_j_joins_a_section_to_the_one_before_and_loses_no_word(pane, document, qtbot):
    pane.select("work")
    qtbot.keyClick(pane.tree, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert order(document, "body") == ["aims"]
    assert pane.current == "aims"
    texts = [node.text.plain for node in document.node("aims").children if node.kind == "paragraph"]
    assert texts == ["Trường nào cũng có vườn.", "NHIỆM VỤ"]
    assert order(document, "aims")[-3:] == ["task", "target", "table"]
    document.undo()
    assert order(document, "work") == ["task", "target", "table"]


def test_ctrl_j_joins_the_words_of_an_item_to_those_above(pane, document, qtbot):
    pane.select("bullet")
    qtbot.keyClick(pane.tree, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert document.node("prose").text.plain == "Trường nào cũng có vườn. Trồng cây bóng mát"


def test_ctrl_shift_j_makes_a_section_of_a_row_and_all_below_it(pane, document, qtbot):
    pane.select("target")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(pane.form_requested):
        qtbot.keyClick(pane.tree, Qt.Key.Key_J, modifiers)
    new = order(document, "body")[2]
    assert (order(document, "work"), order(document, new)) == (["task"], ["target", "table"])
    assert pane.current == new


def test_the_first_row_of_a_section_cannot_be_split_off(pane):
    pane.select("task")
    assert not pane.moves.rare["split"].isEnabled()
    pane.select("target")
    assert pane.moves.rare["split"].isEnabled()


def test_several_rows_can_be_dragged_to_another_section(pane, document):
    model = pane.model
    data = model.mimeData([model.index_of("target"), model.index_of("task")])
    aims = model.index_of("aims")
    assert model.canDropMimeData(data, Qt.DropAction.MoveAction, 1, 0, aims)
    model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, aims)
    assert order(document, "aims") == ["prose", "task", "target", "bullet"]
    document.undo()
    assert order(document, "work") == ["task", "target", "table"]
