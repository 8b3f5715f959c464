"""What is offered while typing: it helps on a key, and never stands in the way of the text."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel

from db.store import PlanStore
from desktop.completion import OfferList
from desktop.fields.grid import GridField
from desktop.forms import NodeForm
from desktop.items_edit import ItemsEdit
from desktop.library import Library
from desktop.offers import PlanOffers
from desktop.office.facts import OfficeFacts
from desktop.richtext import RichTextEdit
from plans.agency import Agency
from plans.changes import InsertNode, SetField
from plans.nodes import Footnote, LegalBasis
from plans.plan import PLAN_ID
from plans.register import register
from plans.text import RichText, Span

DECREE = "Căn cứ Nghị định số 712/2024/NĐ-CP ngày 05 tháng 3 năm 2024 của Chính phủ về vườn trường"
RESOLUTION = "Căn cứ Nghị quyết số 713/NQ-HĐND ngày 10 tháng 12 năm 2025 của HĐND xã Suối Lim về cây xanh"
SHORT = "Căn cứ Nghị quyết số 713/NQ-HĐND"


@pytest.fixture
def form(document, qtbot):
    document.office = OfficeFacts(
        units=("Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Trạm Y tế"), documents=tuple(register([DECREE, RESOLUTION]))
    )
    form = NodeForm(document)
    qtbot.addWidget(form)
    form.resize(686, 600)
    form.show()
    form.activateWindow()
    return form


@pytest.fixture
def open_text(form, qtbot):
    """Show a node's form with the caret at the end of its text."""

    def open_form(node_id, kind=RichTextEdit):
        form.show_node(node_id)
        edit = form.findChild(kind)
        edit.setFocus()
        qtbot.waitUntil(edit.hasFocus)
        edit.moveCursor(QTextCursor.MoveOperation.End)
        return edit

    return open_form


def offered(form):
    lists = [found for found in form.findChildren(OfferList) if found.isVisible()]
    return [lists[0].lines.item(row).text() for row in range(lists[0].lines.count())] if lists else []


def words(edit):
    return edit.toPlainText().split("\n")


@pytest.fixture
def new_basis(open_text, qtbot):
    edit = open_text("bases", ItemsEdit)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    return edit


def test_a_basis_is_offered_from_the_register_without_accents_and_taken_with_tab(
    form, new_basis, document, qtbot, type_as_unikey
):
    type_as_unikey(new_basis, "vuon truong")
    assert offered(form) == [DECREE]
    qtbot.keyClick(new_basis, Qt.Key.Key_Tab)
    assert words(new_basis)[1] == DECREE
    assert offered(form) == []
    form.flush()
    assert [basis.text.plain for basis in document.plan.bases.children][1] == DECREE


def test_down_marks_a_basis_and_enter_takes_it(form, new_basis, qtbot, type_as_unikey):
    type_as_unikey(new_basis, "Căn cứ ngh")
    assert offered(form) == [DECREE, RESOLUTION]
    qtbot.keyClick(new_basis, Qt.Key.Key_Down)
    qtbot.keyClick(new_basis, Qt.Key.Key_Down)
    qtbot.keyClick(new_basis, Qt.Key.Key_Return)
    assert words(new_basis)[1:] == [RESOLUTION]


def test_enter_begins_the_next_basis_when_none_is_marked(form, new_basis, qtbot, type_as_unikey):
    type_as_unikey(new_basis, "Nghị quyết")
    assert offered(form)
    qtbot.keyClick(new_basis, Qt.Key.Key_Return)
    assert words(new_basis)[1:] == ["Nghị quyết", ""]
    assert offered(form) == []


def test_a_basis_is_taken_with_the_mouse(form, new_basis, qtbot, type_as_unikey):
    type_as_unikey(new_basis, "cay xanh")
    lines = next(found for found in form.findChildren(OfferList) if found.isVisible()).lines
    place = lines.visualItemRect(lines.item(0)).center()
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert words(new_basis)[1] == RESOLUTION
    assert new_basis.hasFocus()


def test_unikey_rewrites_a_word_while_the_list_is_open(form, new_basis, type_as_unikey):
    type_as_unikey(new_basis, "Nghi<ị<<<<Nghị quye<ê<<<uyế<<<uyết")
    assert words(new_basis)[1] == "Nghị quyết"
    assert offered(form) == [RESOLUTION]


def test_documents_cited_already_are_not_offered(form, document, new_basis, type_as_unikey):
    document.edit(InsertNode("bases", 0, LegalBasis(id="decree", text=RichText.of(DECREE))))
    new_basis.moveCursor(QTextCursor.MoveOperation.End)
    type_as_unikey(new_basis, "Căn cứ ngh")
    assert offered(form) == [RESOLUTION]


def test_a_basis_says_what_it_lacks_and_where_it_was_cited(form, document, open_text):
    document.edit(InsertNode("bases", 0, LegalBasis(id="first", text=RichText.of(RESOLUTION))))
    document.edit(InsertNode("bases", 1, LegalBasis(id="second", text=RichText.of(f"{RESOLUTION} và hoa"))))
    document.edit(InsertNode("bases", 2, LegalBasis(id="third", text=RichText.of(SHORT))))

    def said(node_id):
        open_text(node_id)
        return next(found.text() for found in form.findChildren(QLabel) if found.text().startswith("Nhận ra"))

    assert "Đã viện dẫn ở căn cứ thứ 1." in said("second")
    assert said("third").endswith("còn thiếu ngày, cơ quan ban hành, trích yếu.")


def test_the_basis_at_the_caret_is_said_back_below_all_of_them(form, new_basis, type_as_unikey):
    type_as_unikey(new_basis, SHORT)
    shown = [found.text() for found in form.findChildren(QLabel) if found.isVisible()]
    assert any("Viện dẫn chưa đủ: còn thiếu ngày" in text for text in shown)


def test_a_units_name_is_offered_in_prose_and_taken_with_tab(form, open_text, qtbot, type_as_unikey):
    edit = open_text("prose")
    type_as_unikey(edit, " Giao Pho")
    assert offered(form) == ["Phòng Văn hóa - Xã hội", "Phòng Kinh tế"]
    type_as_unikey(edit, "ng ki")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert words(edit) == ["Trường nào cũng có vườn. Giao Phòng Kinh tế"]


@pytest.mark.parametrize(
    ("node_id", "name"),
    [
        ("aims", "Tiêu đề"),
        ("target", "Lời văn in ra"),
        ("target", "Giao tại văn bản"),
        ("task", "Tên nhiệm vụ"),
        ("task", "Sản phẩm"),
        ("table", "Tên bảng"),
        ("recipients", "Nơi nhận, mỗi"),
        ("note", "Lời chú thích"),
        ("prose", "Chú thích 1"),
        (PLAN_ID, "Trích yếu"),
    ],
)
def test_names_are_offered_wherever_words_are_printed(form, document, qtbot, type_as_unikey, node_id, name):
    document.edit(InsertNode("footnotes", 0, Footnote(id="note")))
    document.edit(SetField("prose", "text", RichText((Span("Vườn"), Span(footnote="note")))))
    form.show_node(node_id)
    edit = next(each for each in form.findChildren(RichTextEdit) if each.accessibleName().startswith(name))
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    edit.moveCursor(QTextCursor.MoveOperation.End)
    type_as_unikey(edit, " Tra<ạm")
    assert offered(form) == ["Trạm Y tế"]
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.toPlainText().endswith(" Trạm Y tế")
    assert edit.hasFocus()
    type_as_unikey(edit, " theo số 713")
    assert [words[:21] for words in offered(form)] == ["Nghị quyết số 713/NQ-"]


def test_a_name_is_offered_in_a_cell_of_a_table_and_tab_takes_it_there(form, document, qtbot, type_as_unikey):
    form.show_node("table")
    grid = form.findChild(GridField)
    grid.table.setFocus()
    grid.table.setCurrentCell(1, 1)
    grid.table.editItem(grid.table.currentItem())
    edit = grid.table.findChild(RichTextEdit)
    type_as_unikey(edit, " Trạm")
    assert offered(form) == ["Trạm Y tế"]
    keys = next(each for each in form.findChildren(QLabel) if each.text().startswith("Tab: điền"))
    assert keys.width() >= keys.sizeHint().width(), "the keys are not cut beside a short name"
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert offered(form) == []
    assert (grid.table.currentRow(), grid.table.currentColumn()) == (1, 1)
    form.flush()
    assert document.node("table").rows[1][1].text.plain == "2b Trạm Y tế"
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert grid.table.currentColumn() == 2, "while nothing is offered, Tab is the next cell"


def test_the_offices_usual_recipients_are_offered_by_any_of_their_words_until_they_are_listed(
    form, document, open_text, qtbot, type_as_unikey
):
    usual = ("Thường trực Đảng ủy xã", "Các thôn", "Phòng Kinh tế xã")
    document.office = replace(document.office, agency=Agency(recipients=usual))
    edit = open_text("recipients", ItemsEdit)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    type_as_unikey(edit, "dang uy")
    assert offered(form) == ["Thường trực Đảng ủy xã"]
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert words(edit) == ["Các thôn", "Thường trực Đảng ủy xã"]
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    type_as_unikey(edit, "các thôn")
    assert offered(form) == [], "it is on the list already"
    form.flush()
    type_as_unikey(edit, "; Pho")
    assert offered(form) == ["Phòng Văn hóa - Xã hội", "Phòng Kinh tế"], "and units after it on the same line"


def test_in_a_heading_written_in_capitals_the_name_is_in_capitals(form, qtbot, open_text, type_as_unikey):
    edit = open_text("aims")
    type_as_unikey(edit, " PHÒNG KI")
    assert offered(form) == ["PHÒNG KINH TẾ"]


def test_a_name_that_begins_in_capitals_stays_as_it_is(document):
    document.office = OfficeFacts(units=("UBND xã Suối Lim",))
    offers = PlanOffers(document)
    assert [offer.words for offer in offers.prose("Giao UBND", "")] == ["UBND xã Suối Lim"]
    assert [offer.words for offer in offers.prose("GIAO UBND X", "")] == ["UBND XÃ SUỐI LIM"]


def test_two_letters_offer_nothing(form, open_text, type_as_unikey):
    type_as_unikey(open_text("prose"), " Giao Ph")
    assert offered(form) == []


def test_unikey_types_a_name_through_the_open_list(form, open_text, type_as_unikey):
    edit = open_text("prose")
    type_as_unikey(edit, " Phong<<<òng Va<ă<ăn")
    assert words(edit) == ["Trường nào cũng có vườn. Phòng Văn"]
    assert offered(form) == ["Phòng Văn hóa - Xã hội"]


def test_escape_closes_the_list_and_the_next_letter_may_open_it_again(form, open_text, qtbot, type_as_unikey):
    edit = open_text("prose")
    type_as_unikey(edit, " Trạ")
    assert offered(form) == ["Trạm Y tế"]
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert offered(form) == []
    assert words(edit) == ["Trường nào cũng có vườn. Trạ"]


def test_a_document_is_offered_after_its_number_in_full_while_no_basis_names_it(
    form, document, open_text, qtbot, type_as_unikey
):
    edit = open_text("prose")
    type_as_unikey(edit, " theo số 71")
    assert offered(form) == [DECREE.removeprefix("Căn cứ "), RESOLUTION.removeprefix("Căn cứ ")]
    document.edit(InsertNode("bases", 0, LegalBasis(id="first", text=RichText.of(RESOLUTION))))
    type_as_unikey(edit, "3")
    assert offered(form) == ["Nghị quyết số 713/NQ-HĐND"]
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert words(edit) == ["Trường nào cũng có vườn. theo Nghị quyết số 713/NQ-HĐND"]


def test_all_documents_of_a_type_are_offered_after_its_name(document):
    document.office = OfficeFacts(documents=tuple(register([DECREE, RESOLUTION])))
    assert [offer.words[:10] for offer in PlanOffers(document).prose("theo Nghị quyết số ", "")] == ["Nghị quyết"]


def test_moving_the_caret_away_closes_the_list(form, open_text, qtbot, type_as_unikey):
    edit = open_text("prose")
    type_as_unikey(edit, " Trạ")
    qtbot.keyClick(edit, Qt.Key.Key_Home)
    assert offered(form) == []


def test_the_register_is_read_anew_when_a_plan_is_opened(small_plan, tmp_path, qtbot):
    store = PlanStore.open(tmp_path / "library.db")
    small_plan.bases.children = [LegalBasis(id="first", text=RichText.of(RESOLUTION))]
    store.save(small_plan, None)
    store.close()
    library = Library(tmp_path / "library.db")
    with qtbot.waitSignal(library.office_told, timeout=10000):
        library.open(small_plan.id)
    assert [entry.wording for entry in library.office.documents] == [RESOLUTION]
    library.close()


def test_leaving_the_field_closes_the_list(form, open_text, type_as_unikey):
    edit = open_text("prose")
    type_as_unikey(edit, " Trạ")
    edit.clearFocus()
    assert offered(form) == []
