"""A text field for RichText: bold, italic, super- and subscript, footnote marks; whatever is pasted comes in plain."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPointF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from desktop.pasting import pasted_blocks
from desktop.rich_document import (
    LINE_BREAK,
    LINE_HEIGHT,
    NOTE_TYPE,
    OBJECT,
    VERTICALS,
    NoteMark,
    block_text,
    clean,
    insert_text,
    kept_caret,
    note_of,
    prose_format,
)
from plans.nodes import new_id
from plans.text import RichText, Span, Vertical


class RichTextEdit(QTextEdit):
    """Edits one RichText as one paragraph; grows with its text.

    one_line: Enter ends the editing. looks: False for plain text. number_of: the printed number of a footnote id.

    Signals:
        edited: the clerk changed the text (every key; commit after the burst).
        settled: the clerk is through with it (Enter in a one-line field, or the focus left).
        split_asked: where ``splits`` is set, Enter was pressed: the texts before and after the caret.
        blocks_pasted(list[Block]): where ``splits`` is set, a list, table or several paragraphs were pasted.
        footnote_opened: id of the footnote whose mark was double-clicked.
        looks_changed: the caret's bold, italic or vertical look may be another.
    """

    edited = Signal()
    settled = Signal()
    split_asked = Signal(object, object)
    blocks_pasted = Signal(object)
    footnote_opened = Signal(str)
    looks_changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        one_line: bool = False,
        looks: bool = True,
        number_of: Callable[[str], int] | None = None,
    ) -> None:
        super().__init__(parent)
        self._one_line = one_line
        self.looks = looks
        self._number_of = number_of
        self._loading = False
        self.min_lines = 1 if one_line else 2
        self.fills_cell = False
        self.splits = False
        self._mark = NoteMark(self, self._mark_text)
        self._prepare_document()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self.currentCharFormatChanged.connect(self._on_format_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    # -- the value

    def value(self) -> RichText:
        """Return what stands in the field."""
        return block_text(self.document().firstBlock())

    def set_value(self, value: RichText) -> None:
        """Show ``value``; the caret stays where it is, and nothing at all happens when it already stands there."""
        if value == self.value():
            return
        at, old = self.textCursor().position(), self.document().toRawText()
        with_loading = QTextCursor(self.document())
        self._loading = True
        with_loading.beginEditBlock()
        with_loading.select(QTextCursor.SelectionType.Document)
        with_loading.removeSelectedText()
        with_loading.setBlockFormat(prose_format())
        insert_text(with_loading, value)
        with_loading.endEditBlock()
        self._loading = False
        cursor = self.textCursor()
        cursor.setPosition(kept_caret(old, self.document().toRawText(), at))
        self.setTextCursor(cursor)

    def refresh_marks(self) -> None:
        """Draw the footnote marks anew (their numbers may have changed)."""
        if OBJECT in self.document().toRawText():
            self.document().markContentsDirty(0, self.document().characterCount())
            self.viewport().update()

    # -- looks

    def toggle_bold(self) -> None:
        """Turn bold on or off for the selection or what is typed next."""
        form = QTextCharFormat()
        bold = self.currentCharFormat().fontWeight() >= QFont.Weight.Bold
        form.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self._merge(form)

    def toggle_italic(self) -> None:
        """Turn italic on or off."""
        form = QTextCharFormat()
        form.setFontItalic(not self.currentCharFormat().fontItalic())
        self._merge(form)

    def toggle_vertical(self, vertical: Vertical) -> None:
        """Turn "super" or "sub" on or off."""
        form = QTextCharFormat()
        now = self.currentCharFormat().verticalAlignment()
        form.setVerticalAlignment(
            QTextCharFormat.VerticalAlignment.AlignNormal if now == VERTICALS[vertical] else VERTICALS[vertical]
        )
        self._merge(form)

    def insert_footnote(self) -> str:
        """Put a new footnote's mark at the caret and return the new footnote's id."""
        note = new_id()
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        insert_text(cursor, RichText((Span(footnote=note),)))
        self.setTextCursor(cursor)
        return note

    def _merge(self, form: QTextCharFormat) -> None:
        self.mergeCurrentCharFormat(form)
        self.looks_changed.emit()

    # -- Qt

    def keyPressEvent(self, e: QKeyEvent) -> None:
        if self.looks and e.matches(QKeySequence.StandardKey.Bold):
            self.toggle_bold()
        elif self.looks and e.matches(QKeySequence.StandardKey.Italic):
            self.toggle_italic()
        elif e.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter(e)
        else:
            super().keyPressEvent(e)

    def _on_enter(self, event: QKeyEvent) -> None:
        """Break the line, or, where one line is all there is, be through."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif self._one_line:
            self.settled.emit()
        elif self.splits and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._ask_split()
        else:
            self.textCursor().insertText(LINE_BREAK)

    def _ask_split(self) -> None:
        cursor = self.textCursor()
        cursor.removeSelectedText()
        value = self.value()
        marks_before = self.document().toRawText()[: cursor.position()].count(OBJECT)
        at = cursor.position() - marks_before
        self.split_asked.emit(value.slice(0, at).stripped(), value.slice(at).stripped())

    def event(self, e: QEvent) -> bool:
        """Leave undo and redo to the window, which has the one undo stack, and hand over what is typed before."""
        if e.type() == QEvent.Type.ShortcutOverride and is_undo(e):
            self.settled.emit()
            e.ignore()
            return False
        return super().event(e)

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if e.reason() != Qt.FocusReason.PopupFocusReason:
            self.settled.emit()

    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        note = self._note_at(e.position())
        if note:
            self.footnote_opened.emit(note)
        else:
            super().mouseDoubleClickEvent(e)

    def _note_at(self, point: QPointF) -> str:
        cursor = self.cursorForPosition(point.toPoint())
        for at in (cursor.position(), cursor.position() + 1):
            probe = QTextCursor(self.document())
            probe.setPosition(min(at, self.document().characterCount() - 1))
            note = note_of(probe.charFormat())
            if note:
                return note
        return ""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain, in NFC, on one line: lines of bare text copied from elsewhere are hard-wrapped more often than
        broken on purpose."""
        blocks = pasted_blocks(source) if self.splits else []
        several = len(blocks) > 1 and (source.hasHtml() or any(block.label for block in blocks))
        if several or any(block.is_table for block in blocks):
            self.textCursor().removeSelectedText()
            self.blocks_pasted.emit(blocks)
            return
        lines = (line.strip() for line in clean(source.text()).splitlines())
        words = " ".join(line for line in lines if line)
        edges = source.text()
        if words and edges[:1] in (" ", "\t"):
            words = f" {words}"
        if words and edges[-1:] in (" ", "\t"):
            words = f"{words} "
        self.textCursor().insertText(words or edges.strip("\r\n"))

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(
            self.textCursor().selectedText().replace("\u2029", "\n").replace(LINE_BREAK, "\n").replace(OBJECT, "")
        )
        return data

    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(400, self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._wanted_height())

    def _wanted_height(self) -> int:
        line = QFontMetricsF(self.font()).lineSpacing() * LINE_HEIGHT / 100
        text = max(self.document().size().height(), line * self.min_lines + 2 * self.document().documentMargin())
        return round(text) + 2 * self.frameWidth()

    def _fit(self) -> None:
        if self.fills_cell:
            return
        height = self._wanted_height()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _prepare_document(self) -> None:
        document = self.document()
        document.setDocumentMargin(6)
        document.documentLayout().registerHandler(NOTE_TYPE, self._mark)
        cursor = QTextCursor(document)
        cursor.setBlockFormat(prose_format())

    def _mark_text(self, note: str) -> str:
        number = self._number_of(note) if self._number_of else 0
        return str(number) if number else "*"

    def _on_text_changed(self) -> None:
        if not self._loading:
            self.edited.emit()

    def _on_format_changed(self, _form: QTextCharFormat) -> None:
        self.looks_changed.emit()

    def _on_size_changed(self, _size: QSizeF) -> None:
        self._fit()


def is_undo(event: QEvent) -> bool:
    """Say whether a key event asks for undo or redo."""
    if not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
