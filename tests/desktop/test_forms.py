"""The form of the selected node: every kind opens, typing becomes one change, undo works inside fields."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMainWindow,
    QTextEdit,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

from desktop.document import PlanDocument, UndoAction
from desktop.editor_page import FORM_LEAST
from desktop.fields.grid import GridField
from desktop.fields.lines import PlainLine
from desktop.forms import NodeForm
from desktop.forms.format_bar import FormatBar
from desktop.forms.node_form import BURST_MS
from desktop.forms.specs import FORMS
from desktop.items_edit import ItemsEdit
from desktop.richtext import RichTextEdit
from plans.changes import InsertNode, RemoveNode, SetField
from plans.nodes import NODE_KINDS, Appendix, Assignment, Paragraph, RoadmapYear, Section, SectionRole, Task
from plans.plan import PART_NAMES, PLAN_ID, Letterhead, PlanPeriod
from plans.sample import sample_plan
from plans.text import RichText, Span


@pytest.fixture
def form(document, qtbot):
    form = NodeForm(document)
    qtbot.addWidget(form)
    form.resize(686, 600)
    form.show()
    form.activateWindow()
    qtbot.waitExposed(form)
    form.node_selected.connect(form.show_node)
    return form


def field(form, name, kind=QWidget):
    """Return the widget of ``kind`` whose accessible name begins with ``name``."""
    return next(widget for widget in form.findChildren(kind) if widget.accessibleName().startswith(name))


def test_every_kind_and_every_part_has_a_form():
    shown_elsewhere = {"part"}
    assert set(FORMS) == {PLAN_ID, *PART_NAMES, *NODE_KINDS} - shown_elsewhere


def test_the_sample_plan_opens_node_by_node_and_changes_nothing(qtbot, qapp):
    from_sample = sample_plan()
    document = PlanDocument(from_sample)
    form = NodeForm(document)
    qtbot.addWidget(form)
    for node_id in [PLAN_ID, *PART_NAMES, *(node.id for node in from_sample.walk())]:
        form.show_node(node_id)
        form.flush()
    assert document.revision == 0
    assert from_sample == sample_plan()


@pytest.mark.parametrize(
    "node_id", [PLAN_ID, "aims", "prose", "bullet", "task", "target", "table", "basis", "recipients"]
)
def test_every_control_has_a_name_for_screen_readers(form, node_id):
    form.show_node(node_id)
    for kind in (QLineEdit, QTextEdit, QComboBox):
        for widget in form.findChildren(kind):
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible():
                assert widget.accessibleName(), (node_id, widget)


def test_typing_a_title_as_unikey_does_is_one_change_with_the_right_text(form, document, type_as_unikey, qtbot):
    form.show_node("aims")
    title = field(form, "Tiêu đề", RichTextEdit)
    title.selectAll()
    type_as_unikey(title, "Truo<<<ươ<<rươ<<<rương<<<<rường ho<oj<<ọc")
    assert document.undo_stack.count() == 0
    qtbot.waitUntil(lambda: document.undo_stack.count() == 1, timeout=BURST_MS * 4)
    assert document.node("aims").title.plain == title.value().plain
    document.undo()
    assert document.node("aims").title.plain == "MỤC ĐÍCH"
    assert title.value().plain == "MỤC ĐÍCH"


def test_a_burst_that_goes_on_after_a_commit_is_still_one_step(form, document, type_as_unikey):
    form.show_node("prose")
    text = field(form, "Lời văn", RichTextEdit)
    text.selectAll()
    type_as_unikey(text, "Mo<ột")
    form.flush()
    type_as_unikey(text, " vươn<<<ườn")
    form.flush()
    assert document.node("prose").text.plain == "Một vườn"
    assert document.undo_stack.count() == 1


def test_leaving_a_field_ends_its_step(form, document, qtbot):
    form.show_node(PLAN_ID)
    number, symbol = field(form, "Số", PlainLine), field(form, "Ký hiệu", PlainLine)
    number.setFocus()
    qtbot.keyClicks(number, "07")
    symbol.setFocus()
    assert document.plan.number == "07"
    number.setFocus()
    qtbot.keyClicks(number, "1")
    symbol.setFocus()
    assert document.undo_stack.count() == 2


def test_going_to_another_node_commits_what_is_typed(form, document, qtbot):
    form.show_node("task")
    qtbot.keyClicks(field(form, "Thời gian", PlainLine), "30/6/2026")
    form.show_node("aims")
    assert document.node("task").deadline == "30/6/2026"


def test_settling_before_a_save_commits_what_is_typed(form, document, qtbot):
    form.show_node(PLAN_ID)
    qtbot.keyClicks(field(form, "Trích yếu", RichTextEdit), "x")
    document.settle()
    assert document.plan.subject.startswith("x") or document.plan.subject.endswith("x")


@pytest.mark.parametrize(("node_id", "name", "kind"), [(PLAN_ID, "Số", PlainLine), ("prose", "Lời văn", RichTextEdit)])
def test_ctrl_z_inside_a_field_takes_back_what_is_being_typed(document, qtbot, node_id, name, kind):
    window = QMainWindow()
    qtbot.addWidget(window)
    form = NodeForm(document)
    window.setCentralWidget(form)
    window.addAction(UndoAction(document, window))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    form.show_node(node_id)
    typed = field(form, name, kind)
    typed.setFocus()
    qtbot.keyClicks(typed, "9")
    qtbot.keyClick(typed, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.plan.number == ""
    assert document.node("prose").text.plain == "Trường nào cũng có vườn."
    assert document.undo_stack.canRedo()


def test_a_change_from_elsewhere_shows_without_moving_the_caret(form, document):
    form.show_node("prose")
    text = field(form, "Lời văn", RichTextEdit)
    cursor = text.textCursor()
    cursor.setPosition(6)
    text.setTextCursor(cursor)
    document.edit(SetField("prose", "note", "nhớ hỏi trường"))
    assert text.textCursor().position() == 6
    document.edit(SetField("prose", "text", RichText.of("Trường nào cũng có cây.")))
    assert text.value().plain == "Trường nào cũng có cây."
    assert text.textCursor().position() == 6


def test_a_change_from_elsewhere_does_not_overwrite_what_is_being_typed(form, document, qtbot):
    form.show_node(PLAN_ID)
    number = field(form, "Số", PlainLine)
    qtbot.keyClicks(number, "07")
    document.edit(SetField(PLAN_ID, "topic", "Giáo dục"))
    assert number.text() == "07"
    form.flush()
    assert document.plan.number == "07"


def test_the_form_of_a_node_that_goes_is_empty_and_then_another_opens(form, document):
    form.show_node("prose")
    form.flush()
    document.edit(RemoveNode("prose"))
    assert form.node_id == ""
    form.show_node("aims")
    assert form.node_id == "aims"


def test_items_typed_in_a_section_become_paragraphs_and_bullets(form, document, qtbot):
    form.show_node("aims")
    items = field(form, "Nội dung", ItemsEdit)
    items.setFocus()
    items.go_to("bullet")
    qtbot.keyClick(items, Qt.Key.Key_Return)
    qtbot.keyClicks(items, "Tuoi cay")
    form.flush()
    assert [child.kind for child in document.node("aims").children] == ["paragraph", "bullet", "bullet"]
    assert document.node("aims").children[2].text.plain == "Tuoi cay"
    document.undo()
    assert len(document.node("aims").children) == 2
    assert [item.id for item in items.items()] == ["prose", "bullet"]


def test_an_item_left_without_words_goes_when_the_field_is_left(form, document, qtbot):
    form.show_node("aims")
    items = field(form, "Nội dung", ItemsEdit)
    items.setFocus()
    items.go_to("bullet")
    for _letter in "Trồng cây bóng mát":
        qtbot.keyClick(items, Qt.Key.Key_Backspace)
    form.flush()
    assert document.node("bullet").text == RichText()
    field(form, "Ghi chú", RichTextEdit).setFocus()
    assert document.node("bullet") is None


def test_children_that_are_no_prose_are_rows_that_lead_to_them(form, qtbot):
    form.show_node("work")
    row = next(w for w in form.findChildren(QWidget) if w.accessibleName().startswith("Nhiệm vụ: 1."))
    with qtbot.waitSignal(form.node_selected) as told:
        row.click()
    assert told.args == ["task"]
    assert form.node_id == "task"


def test_enter_in_a_paragraph_goes_on_in_a_new_one(form, document, qtbot):
    form.show_node("prose")
    text = field(form, "Lời văn", RichTextEdit)
    cursor = text.textCursor()
    cursor.setPosition(len("Trường nào"))
    text.setTextCursor(cursor)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    texts = [child.text.plain for child in document.node("aims").children]
    assert texts == ["Trường nào", "cũng có vườn.", "Trồng cây bóng mát"]
    assert form.node_id == document.node("aims").children[1].id
    document.undo()
    assert document.node("prose").text.plain == "Trường nào cũng có vườn."


def test_ctrl_enter_goes_to_the_next_form(form, qtbot):
    visited = []
    form.node_selected.connect(visited.append)
    form.show_node(PLAN_ID)
    for _step in range(7):
        press_ctrl_enter(form, qtbot)
    assert visited == ["bases", "opening", "aims", "work", "task", "target", "table"]


def test_a_form_begins_in_what_is_still_to_be_said(form, document):
    form.show_node(PLAN_ID)
    form.focus_first()
    assert field(form, "Cơ quan chủ quản (nếu có)", QLineEdit).hasFocus()
    document.edit(SetField(PLAN_ID, "subject", ""))
    form.focus_first()
    assert form.focusWidget().accessibleName() == "Trích yếu"
    document.edit(InsertNode("body", 0, Section(id="empty", title=RichText.of("KINH PHÍ"))))
    form.show_node("empty")
    form.focus_first()
    assert form.focusWidget().accessibleName() == "Nội dung"
    document.edit(SetField("empty", "title", RichText()))
    form.focus_first()
    assert form.focusWidget().accessibleName() == "Tiêu đề"


def press_ctrl_enter(form, qtbot):
    form.activateWindow()
    form.focus_first()
    qtbot.keyClick(form.focusWidget() or form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("name", ["Tên nhiệm vụ", "Chủ trì", "Thời gian hoàn thành", "Ghi chú"])
def test_alt_enter_in_any_field_adds_one_more_with_the_caret_in_its_first_field(
    form, document, qtbot, type_as_unikey, name
):
    form.show_node("task")
    typed = next(w for w in form.findChildren(QWidget) if w.accessibleName().startswith(name) and w.isVisible())
    typed.setFocus()
    type_as_unikey(typed, "Tho<ôn")
    press_alt_enter(form, qtbot)
    assert "Thôn" in str(vars(document.node("task"))), "what was typed is kept"
    assert [child.kind for child in document.node("work").children] == ["task", "task", "target", "table"]
    more = document.node("work").children[1]
    assert form.node_id == more.id
    assert more.lead == []
    type_as_unikey(form.focusWidget(), "Tươ<<ưới cây")
    form.flush()
    assert more.title.plain == "Tưới cây"
    document.undo()
    document.undo()
    assert document.node(more.id) is None


def press_alt_enter(form, qtbot):
    form.activateWindow()
    qtbot.keyClick(form.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)


def test_alt_enter_takes_the_name_just_typed_though_the_list_of_names_is_open(form, document, qtbot, type_as_unikey):
    form.show_node("task")
    line = field(form, "Phối hợp", QLineEdit)
    line.setFocus()
    type_as_unikey(line, "Trường")
    assert line.completer().popup().isVisible(), "the school that leads is offered"
    qtbot.keyClick(line.completer().popup(), Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert document.node("task").coordinating == ["Trường"]
    assert form.node_id == document.node("work").children[1].id


def test_the_way_to_one_more_is_a_button_that_names_its_kind(form, document):
    form.show_node("target")
    more = form._heading.another
    assert (more.text(), more.isVisible()) == ("+ Thêm chỉ tiêu nữa", True)
    more.click()
    assert [child.kind for child in document.node("work").children] == ["task", "target", "target", "table"]
    assert isinstance(form.focusWidget(), RichTextEdit)


def test_one_more_is_numbered_like_the_one_before(form, document, qtbot):
    document.edit(SetField("prose", "numbered", value=True))
    form.show_node("prose")
    form.focus_first()
    press_alt_enter(form, qtbot)
    assert [child.numbered for child in document.node("aims").children[:2]] == [True, True]


@pytest.mark.parametrize("node_id", [PLAN_ID, "body", "appendices"])
def test_where_there_is_no_other_like_it_none_is_offered(form, node_id):
    form.show_node(node_id)
    assert not form._heading.another.isVisible()


def test_in_a_list_of_recipients_alt_enter_is_the_next_line(form, qtbot):
    form.show_node("recipients")
    items = field(form, "Nơi nhận", ItemsEdit)
    items.setFocus()
    items.go_to("recipient")
    press_alt_enter(form, qtbot)
    assert items.document().blockCount() == 2


def test_a_footnote_is_marked_given_words_and_taken_away_with_its_mark(form, document, qtbot):
    form.show_node("prose")
    text = field(form, "Lời văn", RichTextEdit)
    text.setFocus()
    form.findChildren(type(form._heading.bar))[0].insert_footnote()
    note = document.node("prose").text.footnotes[0]
    assert document.plan.footnote(note) is not None
    words = field(form, "Chú thích 1", RichTextEdit)
    qtbot.keyClicks(words, "Theo thong ke")
    form.flush()
    assert document.plan.footnote(note).text.plain == "Theo thong ke"
    text.set_value(RichText.of("Không còn dấu"))
    text.edited.emit()
    form.flush()
    assert document.plan.footnote(note) is None
    document.undo()
    assert document.plan.footnote(note).text.plain == "Theo thong ke"


def test_a_footnote_undone_while_one_types_in_it_leaves_the_form_usable(form, document, qtbot, qapp):
    form.show_node("aims")
    contents = field(form, "Nội dung", ItemsEdit)
    contents.setFocus()
    bar = form.findChild(FormatBar)
    bar.insert_footnote()
    form.flush()
    note = field(form, "Chú thích 1", RichTextEdit)
    document.undo()
    assert document.plan.footnotes.children == []
    bar.follow(note)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(note)
    bar.follow(field(form, "Tiêu đề", RichTextEdit))


def test_choices_ticks_and_numbers_become_changes(form, document, qtbot):
    form.show_node("target")
    combo = field(form, "So sánh", QComboBox)
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    qtbot.keyClicks(field(form, "Năm phải đạt", PlainLine), "2026")
    form.flush()
    assert (document.node("target").comparator, document.node("target").year) == (">=", 2026)


def test_a_cell_typed_over_becomes_a_change_of_the_table(form, document, qtbot):
    form.show_node("table")
    grid = form.findChildren(GridField)[0]
    grid.table.setFocus()
    grid.table.setCurrentCell(1, 1)
    grid.table.editItem(grid.table.item(1, 1))
    cell = grid.table.findChildren(RichTextEdit)[0]
    cell.selectAll()
    qtbot.keyClicks(cell, "moi")
    form.flush()
    assert document.node("table").rows[1][1].text.plain == "moi"
    qtbot.keyClick(cell, Qt.Key.Key_Tab)
    assert document.node("table").rows[1][1].text.plain == "moi"
    document.undo()
    assert document.node("table").rows[1][1].text.plain == "2b"


def test_rows_columns_and_merges_are_single_steps(form, document):
    form.show_node("table")
    grid = form.findChildren(GridField)[0]
    grid.table.setCurrentCell(0, 0)
    grid.add_row()
    grid.add_column()
    assert [len(row) for row in document.node("table").rows] == [4, 4, 4, 4]
    grid.table.setCurrentCell(0, 0)
    grid.remove_row()
    grid.remove_column()
    assert document.undo_stack.count() == 4
    while document.undo_stack.canUndo():
        document.undo()
    assert next([c.text.plain for c in row] for row in document.node("table").rows) == ["1a", "1b", "1c"]


def test_a_column_made_wider_is_a_step_of_its_own(form, document):
    form.show_node("table")
    grid = form.findChildren(GridField)[0]
    grid.table.setCurrentCell(0, 1)
    next(action for action in grid.column_actions if action.text() == "Nới rộng cột này").trigger()
    form.flush()
    first, second, third = document.node("table").widths
    assert second > max(first, third)
    document.undo()
    assert (document.node("table").widths, grid.widths) == ([], [])


def test_no_field_keeps_an_undo_stack_of_its_own(form):
    form.show_node("aims")
    assert not any(widget.isUndoRedoEnabled() for widget in form.findChildren(QTextEdit))


def test_a_plan_with_marks_in_an_item_shows_their_footnotes(form, document):
    marked = RichText((Span("Vườn"), Span(footnote="note")))
    note_kind = NODE_KINDS["footnote"]
    document.edit(InsertNode("footnotes", 0, note_kind(id="note")))
    document.edit(SetField("bullet", "text", marked))
    form.show_node("aims")
    assert field(form, "Chú thích 1", RichTextEdit).isVisible()


def test_a_recipient_is_shown_among_the_others_with_the_caret_in_it(form):
    form.show_node("recipient")
    assert form.node_id == "recipients"
    items = field(form, "Nơi nhận", ItemsEdit)
    assert items.hasFocus()
    assert items.textCursor().block().text() == "Các thôn"


def test_the_button_below_the_contents_adds_what_belongs_there(form, document, qtbot):
    document.edit(SetField("aims", "role", SectionRole.TASKS))
    form.show_node("aims")
    add = next(button for button in form.findChildren(QToolButton) if button.text() == "+ Thêm nhiệm vụ")
    add.click()
    added = document.node("aims").children[-1]
    assert added.kind == "task"
    assert form.node_id == added.id
    assert field(form, "Tên nhiệm vụ", RichTextEdit).hasFocus()


def test_a_section_on_organisation_offers_an_assignment_first(form, document):
    document.edit(InsertNode("body", 0, Section(id="who", role=SectionRole.ORGANISATION)))
    form.show_node("who")
    assert "+ Thêm phân công" in [button.text() for button in form.findChildren(QToolButton)]


def test_the_prefilled_words_of_a_roadmap_year_are_selected_until_they_are_others(form, document):
    document.edit(InsertNode("aims", 0, RoadmapYear(id="year", year=2027, label=RichText.of("Năm 2027"))))
    form.show_node("year")
    form.focus_first()
    line = field(form, "Dòng in ra", RichTextEdit)
    assert line.textCursor().selectedText() == "Năm 2027"
    document.edit(SetField("year", "label", RichText.of("Giai đoạn sau")))
    form.focus_first()
    assert line.textCursor().selectedText() == ""


def test_an_appendix_is_headed_once(form, document):
    document.edit(InsertNode("appendices", 0, Appendix(id="appendix")))
    form.show_node("appendix")
    assert form._heading._name.text() == "Phụ lục"


def test_tab_goes_on_from_items_that_are_empty(form, document, qtbot):
    document.edit(InsertNode("work", 0, Task(id="bare", title=RichText.of("Làm đường"))))
    form.show_node("bare")
    items = field(form, "Nội dung", ItemsEdit)
    items.setFocus()
    qtbot.keyClick(items, Qt.Key.Key_Tab)
    assert form.focusWidget().accessibleName() == "Chủ trì"


def test_ctrl_tab_leaves_a_field_in_which_tab_means_a_level(form, qtbot):
    form.show_node("aims")
    items = field(form, "Nội dung", ItemsEdit)
    items.setFocus()
    qtbot.keyClick(items, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert not items.hasFocus()
    assert items.items()[0].kind == "paragraph"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Quý II/2026", "đến 30/6/2026"), ("Quý IV", "đến 31/12/2026"), ("hằng quý", "Việc làm"), ("xyz", "Chưa hiểu")],
)
def test_a_deadline_is_said_back_as_it_is_understood(form, document, text, shown):
    document.edit(SetField(PLAN_ID, "period", PlanPeriod(start=2026, end=2026)))
    document.edit(SetField("task", "deadline", text))
    form.show_node("task")
    assert any(label.text().startswith(shown) for label in form.findChildren(QLabel))


def test_a_basis_is_said_back_as_it_is_read(form):
    form.show_node("basis")
    assert any(label.text().startswith("Nhận ra: Luật Giáo dục") for label in form.findChildren(QLabel))


def test_an_empty_letterhead_says_under_which_name_the_plan_is_printed(form, document):
    def said():
        form.show_node("bases")
        form.show_node(PLAN_ID)
        return [label.text() for label in form.findChildren(QLabel) if "in " in label.text() and not label.isHidden()]

    assert "[TÊN CƠ QUAN]" in " ".join(said())
    words = RichText.of("Ủy ban nhân dân phường Bến Mây ban hành Kế hoạch như sau:")
    document.edit(InsertNode("opening", 0, Paragraph(text=words)))
    assert "Để trống thì in tên lấy từ lời văn: ỦY BAN NHÂN DÂN PHƯỜNG BẾN MÂY" in said()
    document.edit(SetField(PLAN_ID, "letterhead", Letterhead(agency=("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM"))))
    assert "lời văn:" not in " ".join(said())


def test_no_form_is_wider_than_the_middle_column_at_1366_pixels(form, document):
    form.resize(686, 600)
    for node_id in (PLAN_ID, "aims", "task", "target", "table", "recipients"):
        form.show_node(node_id)
        assert form.minimumSizeHint().width() <= 686, node_id
        assert form._scroll.widget().minimumSizeHint().width() <= 660, node_id


@pytest.mark.parametrize("points", [10, 12.5])
def test_no_form_is_cut_where_it_is_400_pixels_wide(form, document, qapp, points):
    font = QFont(qapp.font())
    font.setPointSizeF(points)
    form.setFont(font)
    form.resize(400, 700)
    document.edit(InsertNode("aims", 0, Assignment(id="duty")))
    for node_id in ("", PLAN_ID, "aims", "task", "target", "table", "duty", "bases", "recipients", "appendices"):
        form.show_node(node_id)
        qapp.processEvents()
        assert form._scroll.widget().width() <= form._scroll.viewport().width(), node_id
        assert form.width() == 400


def test_fields_stand_side_by_side_only_where_there_is_room(form):
    form.show_node("target")
    year, value = field(form, "Năm phải đạt", PlainLine), field(form, "Giá trị", PlainLine)
    for width, beside in ((686, True), (400, False), (686, True)):
        form.resize(width, 700)
        form._scroll.widget().layout().activate()
        places = [line.mapTo(form, line.rect().topLeft()).y() for line in (year, value)]
        assert (places[0] == places[1]) == beside


def test_undo_stays_in_the_form_that_shows_what_is_undone(form, document, qtbot):
    form.show_node("aims")
    document.edit(SetField("bullet", "text", RichText.of("Trồng hoa")))
    with qtbot.assertNotEmitted(form.node_selected):
        document.undo()
    assert form.node_id == "aims"


def test_undo_goes_to_a_node_that_is_not_in_sight(form, document, qtbot):
    form.show_node(PLAN_ID)
    document.edit(SetField("task", "deadline", "Quý I"))
    with qtbot.waitSignal(form.node_selected) as told:
        document.undo()
    assert told.args == ["task"]


def test_a_place_without_contents_offers_its_first(form, document, qtbot):
    form.show_node("appendices")
    add = next(button for button in form.findChildren(QToolButton) if button.text() == "+ Thêm phụ lục")
    assert add.isVisible()
    add.click()
    assert [node.kind for node in document.plan.appendices.children] == ["appendix"]


def test_an_item_left_without_words_goes_when_the_next_form_opens(form, document, qtbot):
    form.show_node("aims")
    items = field(form, "Nội dung", ItemsEdit)
    items.setFocus()
    items.go_to("bullet")
    for _letter in "Trồng cây bóng mát":
        qtbot.keyClick(items, Qt.Key.Key_Backspace)
    qtbot.keyClick(items, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.node_id == "work"
    assert document.node("bullet") is None


def test_looking_at_an_item_without_words_changes_nothing(form, document):
    document.edit(SetField("bullet", "text", RichText()))
    before = document.revision
    form.show_node("aims")
    field(form, "Nội dung", ItemsEdit).setFocus()
    field(form, "Tiêu đề", RichTextEdit).setFocus()
    form.show_node("work")
    assert document.revision == before


def test_on_a_narrow_form_no_tick_box_is_cut_and_the_path_ends_in_dots(form, document):
    form.resize(FORM_LEAST, 600)
    for node_id in (PLAN_ID, *(node.id for node in document.plan.walk())):
        form.show_node(node_id)
        QApplication.processEvents()
        for box in form.findChildren(QCheckBox):
            assert box.width() >= box.sizeHint().width() or not box.isVisible(), box.text()
    document.edit(SetField("aims", "title", RichText.of("MỤC ĐÍCH, YÊU CẦU CỦA VIỆC CHĂM LO VƯỜN TRƯỜNG " * 2)))
    form.show_node("prose")
    path = form._heading._path
    assert path.sizeHint().width() > path.width()
    assert path.toolTip() == path.text()
