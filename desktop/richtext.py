"""A text field for RichText: bold, italic, super- and subscript, footnote marks; whatever is pasted comes in plain.

A footnote mark is one object character (U+FFFC) whose format carries the footnote's id. A line separator (U+2028)
is RichText's newline, a line break inside the paragraph. Text leaves the field in NFC.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPyTextObject,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from plans.nodes import new_id
from plans.text import EMPTY, RichText, Span, Vertical, nfc

OBJECT = "\ufffc"
LINE_BREAK = "\u2028"
_NOTE_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
_NOTE_ID = QTextFormat.Property.UserProperty.value + 1
_LINE_HEIGHT = 130
"""Per cent of the font's height: the text is long prose."""

_ALIGN = QTextCharFormat.VerticalAlignment
_VERTICALS: dict[Vertical, QTextCharFormat.VerticalAlignment] = {
    "": _ALIGN.AlignNormal,
    "super": _ALIGN.AlignSuperScript,
    "sub": _ALIGN.AlignSubScript,
}


class _NoteMark(QPyTextObject):
    """Draws a footnote mark: its number, raised and small."""

    def __init__(self, parent: QObject, number: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._number = number

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002, N803
        font = self._font(doc)
        metrics = QFontMetricsF(font)
        return QSizeF(metrics.horizontalAdvance(self._text(format)) + 2, QFontMetricsF(doc.defaultFont()).ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,  # noqa: A002
    ) -> None:
        painter.save()
        painter.setFont(self._font(doc))
        painter.drawText(rect, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self._text(format))
        painter.restore()

    def _text(self, form: QTextFormat) -> str:
        return self._number(str(form.property(_NOTE_ID)))

    def _font(self, doc: QTextDocument) -> QFont:
        font = QFont(doc.defaultFont())
        font.setPointSizeF(max(6.0, font.pointSizeF() * 0.72))
        font.setBold(True)
        return font


class RichTextEdit(QTextEdit):
    """Edits one RichText as one paragraph; grows with its text.

    one_line: Enter ends the editing. looks: False for plain text. number_of: the printed number of a footnote id.

    Signals:
        edited: the clerk changed the text (every key; commit after the burst).
        settled: the clerk is through with it (Enter in a one-line field, or the focus left).
        split_asked: where ``splits`` is set, Enter was pressed: the texts before and after the caret.
        footnote_opened: id of the footnote whose mark was double-clicked.
        looks_changed: the caret's bold, italic or vertical look may be another.
    """

    edited = Signal()
    settled = Signal()
    split_asked = Signal(object, object)
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
        self._mark = _NoteMark(self, self._mark_text)
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
        at = self.textCursor().position()
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
        cursor.setPosition(min(at, self.document().characterCount() - 1))
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
        form.setVerticalAlignment(_ALIGN.AlignNormal if now == _VERTICALS[vertical] else _VERTICALS[vertical])
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
            note = _note_of(probe.charFormat())
            if note:
                return note
        return ""

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain, in NFC, on one line: lines of a paragraph copied from elsewhere are hard-wrapped more often
        than broken on purpose."""
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
        line = QFontMetricsF(self.font()).lineSpacing() * _LINE_HEIGHT / 100
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
        document.documentLayout().registerHandler(_NOTE_TYPE, self._mark)
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


def prose_format() -> QTextBlockFormat:
    """Return the format of a paragraph of prose on screen."""
    form = QTextBlockFormat()
    form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return form


def clean(text: str) -> str:
    """Return ``text`` as a plan may hold it: NFC, no object or control characters, tabs as spaces."""
    text = nfc(text.replace("\r\n", "\n").replace(LINE_BREAK, "\n").replace("\u2029", "\n").replace("\t", " "))
    return "".join(char for char in text if char == "\n" or (char.isprintable() and char != OBJECT) or char == "\u00a0")


def block_text(block: QTextBlock) -> RichText:
    """Return the text of one block with its looks and marks."""
    return RichText.join(_spans(block))


def _spans(block: QTextBlock) -> Iterator[Span]:
    run = block.begin()
    while not run.atEnd():
        fragment = run.fragment()
        form = fragment.charFormat()
        note = _note_of(form)
        if note:
            yield from (Span(footnote=note) for _mark in fragment.text())
        else:
            yield _span(fragment.text(), form)
        run += 1


def _span(text: str, form: QTextCharFormat) -> Span:
    way = form.verticalAlignment()
    names: list[Vertical] = [name for name, known in _VERTICALS.items() if known == way]
    bold = form.fontWeight() >= QFont.Weight.Bold
    return Span(clean(text), bold=bold, italic=form.fontItalic(), vertical=names[0] if names else "")


def _note_of(form: QTextCharFormat) -> str:
    return str(form.property(_NOTE_ID) or "") if form.objectType() == _NOTE_TYPE else ""


def insert_text(cursor: QTextCursor, text: RichText) -> None:
    """Write ``text`` at the cursor with its looks and marks."""
    for span in text:
        if span.footnote:
            form = QTextCharFormat()
            form.setObjectType(_NOTE_TYPE)
            form.setProperty(_NOTE_ID, span.footnote)
            cursor.insertText(OBJECT, form)
        else:
            cursor.insertText(span.text.replace("\n", LINE_BREAK), _look(span))
    cursor.setCharFormat(QTextCharFormat())


def plain_form(text: RichText, number_of: Callable[[str], int] | None) -> RichText:
    """Return ``text`` with footnote marks as raised digits, for drawing outside a text field."""
    if not text.footnotes:
        return text
    return RichText.join(
        Span(str((number_of(span.footnote) if number_of else 0) or "*"), vertical="super") if span.footnote else span
        for span in text
    )


def _look(span: Span) -> QTextCharFormat:
    form = QTextCharFormat()
    if span.bold:
        form.setFontWeight(QFont.Weight.Bold)
    if span.italic:
        form.setFontItalic(True)
    if span.vertical:
        form.setVerticalAlignment(_VERTICALS[span.vertical])
    return form


__all__ = ["EMPTY", "RichTextEdit", "block_text", "clean", "insert_text", "is_undo", "plain_form", "prose_format"]
