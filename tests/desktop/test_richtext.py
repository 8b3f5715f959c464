"""The rich text field: what goes in comes out, in NFC, and what is pasted is plain."""

import unicodedata

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from desktop.richtext import RichTextEdit
from plans.text import EMPTY, RichText, Span

MIXED = RichText.join(
    [
        Span("Đất vườn "),
        Span("36 m", bold=True),
        Span("2", bold=True, vertical="super"),
        Span(footnote="note"),
        Span(" và H"),
        Span("2", vertical="sub"),
        Span("O;\nxuống dòng ", italic=True),
    ]
)


@pytest.fixture
def field(qtbot):
    field = RichTextEdit(number_of=lambda note: 7 if note == "note" else 0)
    qtbot.addWidget(field)
    field.resize(400, 60)
    field.show()
    return field


def select(field, start, end):
    cursor = field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


@pytest.mark.parametrize("text", [EMPTY, RichText.of("a"), RichText.of("  hai  chỗ  trống "), MIXED])
def test_a_text_comes_out_as_it_went_in(field, text):
    field.set_value(text)
    assert field.value() == text


def test_setting_a_text_is_no_edit_by_the_clerk(field, qtbot):
    with qtbot.assertNotEmitted(field.edited):
        field.set_value(MIXED)


def test_setting_an_equal_text_leaves_the_caret_alone(field):
    field.set_value(MIXED)
    select(field, 3, 9)
    field.set_value(MIXED)
    assert (field.textCursor().anchor(), field.textCursor().position()) == (3, 9)


def test_another_text_keeps_the_caret_near_its_place(field):
    field.set_value(RichText.of("Trồng rừng phòng hộ"))
    select(field, 5, 5)
    field.set_value(RichText.of("Trồng rừng"))
    assert field.textCursor().position() == 5


def test_decomposed_letters_leave_the_field_composed(field):
    field.set_value(EMPTY)
    field.textCursor().insertText(unicodedata.normalize("NFD", "Tiếng Việt"))
    assert field.value().plain == "Tiếng Việt"
    assert unicodedata.is_normalized("NFC", field.value().plain)


def test_ctrl_b_and_ctrl_i_change_the_selection(field, qtbot):
    field.set_value(RichText.of("Trồng rừng"))
    select(field, 0, 5)
    qtbot.keyClick(field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert field.value().spans == (Span("Trồng", bold=True, italic=True), Span(" rừng"))
    qtbot.keyClick(field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert field.value().spans[0] == Span("Trồng", italic=True)


def test_superscript_and_subscript_take_turns(field):
    field.set_value(RichText.of("m2"))
    select(field, 1, 2)
    field.toggle_vertical("super")
    assert field.value().spans[1] == Span("2", vertical="super")
    field.toggle_vertical("sub")
    assert field.value().spans[1] == Span("2", vertical="sub")
    field.toggle_vertical("sub")
    assert field.value() == RichText.of("m2")


def test_what_is_pasted_comes_in_plain_on_one_line(field):
    field.set_value(RichText.of("Đầu ", bold=True))
    field.moveCursor(QTextCursor.MoveOperation.End)
    data = QMimeData()
    data.setHtml("<b>đậm</b>")
    data.setText("dòng\u0000 một\r\n dòng hai\ufffc")
    field.insertFromMimeData(data)
    assert field.value().plain == "Đầu dòng một dòng hai"


def test_copying_leaves_footnote_marks_out(field):
    field.set_value(MIXED)
    field.selectAll()
    assert "\ufffc" not in field.createMimeDataFromSelection().text()
    assert "36 m2 và H2O" in field.createMimeDataFromSelection().text()


def test_enter_breaks_the_line_in_prose_and_ends_the_editing_of_a_title(field, qtbot):
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "b")
    assert field.value().plain == "a\nb"
    title = RichTextEdit(one_line=True)
    qtbot.addWidget(title)
    with qtbot.waitSignal(title.settled):
        qtbot.keyClick(title, Qt.Key.Key_Return)
    assert title.value() == EMPTY


def test_a_new_footnote_mark_stands_at_the_caret_and_goes_with_one_backspace(field, qtbot):
    field.set_value(RichText.of("Vườn cây"))
    select(field, 4, 4)
    note = field.insert_footnote()
    assert field.value().spans == (Span("Vườn"), Span(footnote=note), Span(" cây"))
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.value() == RichText.of("Vườn cây")


def test_typing_after_a_mark_is_ordinary_text(field, type_as_unikey):
    field.set_value(RichText((Span("Vườn"), Span(footnote="note"))))
    field.moveCursor(QTextCursor.MoveOperation.End)
    type_as_unikey(field, " cây")
    assert field.value().spans == (Span("Vườn"), Span(footnote="note"), Span(" cây"))


def test_undo_keys_are_left_to_the_window(field):
    ctrl = Qt.KeyboardModifier.ControlModifier
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, ctrl)
    event.accept()
    QApplication.sendEvent(field, event)
    assert not event.isAccepted()


def test_the_field_grows_with_its_text(field, qtbot):
    low = field.height()
    field.set_value(RichText.of("Một câu dài về vườn trường. " * 30))
    qtbot.waitUntil(lambda: field.height() > 3 * low)
    assert not field.verticalScrollBar().isVisible()


@pytest.mark.parametrize(
    ("old", "new", "before", "after"),
    [
        ("Trồng rừng", "Trồng rừng mới", 5, 5),
        ("Trồng thêm rừng", "Trồng rừng", 11, 6),
        ("Trồng rừng", "Trồng thêm rừng", 10, 15),
        ("abc", "", 3, 0),
        ("một hai ba", "một ba", 6, 4),
    ],
)
def test_the_caret_stays_with_the_characters_around_it(field, old, new, before, after):
    field.set_value(RichText.of(old))
    select(field, before, before)
    field.set_value(RichText.of(new))
    assert field.textCursor().position() == after
