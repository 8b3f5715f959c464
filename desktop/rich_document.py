"""RichText in a QTextDocument and back: blocks, looks, footnote marks.

A footnote mark is one object character (U+FFFC) whose format carries the footnote's id. A line separator (U+2028)
is RichText's newline, a line break inside the paragraph. Text leaves the document in NFC.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from plans.text import RichText, Span, Vertical, nfc

OBJECT = "\ufffc"
LINE_BREAK = "\u2028"
NOTE_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
_NOTE_ID = QTextFormat.Property.UserProperty.value + 1
LINE_HEIGHT = 130
"""Per cent of the font's height: the text is long prose."""

_ALIGN = QTextCharFormat.VerticalAlignment
VERTICALS: dict[Vertical, QTextCharFormat.VerticalAlignment] = {
    "": _ALIGN.AlignNormal,
    "super": _ALIGN.AlignSuperScript,
    "sub": _ALIGN.AlignSubScript,
}


class NoteMark(QPyTextObject):
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


def kept_caret(old: str, new: str, at: int) -> int:
    """Return where a caret at ``at`` in ``old`` belongs in ``new``: it stays with the characters around it."""
    pairs = zip(old, new, strict=False)
    same = next((place for place, (one, other) in enumerate(pairs) if one != other), min(len(old), len(new)))
    return at if at <= same else max(same, at + len(new) - len(old))


def prose_format() -> QTextBlockFormat:
    """Return the format of a paragraph of prose on screen."""
    form = QTextBlockFormat()
    form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
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
        note = note_of(form)
        if note:
            yield from (Span(footnote=note) for _mark in fragment.text())
        else:
            yield _span(fragment.text(), form)
        run += 1


def _span(text: str, form: QTextCharFormat) -> Span:
    way = form.verticalAlignment()
    names: list[Vertical] = [name for name, known in VERTICALS.items() if known == way]
    bold = form.fontWeight() >= QFont.Weight.Bold
    return Span(clean(text), bold=bold, italic=form.fontItalic(), vertical=names[0] if names else "")


def note_of(form: QTextCharFormat) -> str:
    return str(form.property(_NOTE_ID) or "") if form.objectType() == NOTE_TYPE else ""


def insert_text(cursor: QTextCursor, text: RichText) -> None:
    """Write ``text`` at the cursor with its looks and marks."""
    for span in text:
        if span.footnote:
            form = QTextCharFormat()
            form.setObjectType(NOTE_TYPE)
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
        form.setVerticalAlignment(VERTICALS[span.vertical])
    return form
