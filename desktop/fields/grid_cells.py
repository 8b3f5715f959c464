"""How the cells of a table are drawn and edited in the grid field."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget, QWidget

from desktop.completion import Completion
from desktop.offers import Offers
from desktop.rich_document import insert_text, plain_form
from desktop.richtext import RichTextEdit
from plans.text import EMPTY, RichText, Span

TEXT_ROLE = Qt.ItemDataRole.UserRole + 1
ALIGN_ROLE = Qt.ItemDataRole.UserRole + 2
HEAD_ROLE = Qt.ItemDataRole.UserRole + 3

CELL_PADDING = 5
"""Pixels around the text of a cell."""

_SLACK = 2
"""Pixels that a line must be short of its room to be sure not to wrap."""
_WIDE, _TALL = 200, 1_000_000

_Index = QModelIndex | QPersistentModelIndex
_ALIGNMENTS = {
    "": Qt.AlignmentFlag.AlignLeft,
    "left": Qt.AlignmentFlag.AlignLeft,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight,
    "justify": Qt.AlignmentFlag.AlignJustify,
}


class CellDelegate(QStyledItemDelegate):
    """Draws rich cells and opens a rich text field in them. ``offers``: what is offered while one types there.

    Signals:
        typed: the open cell's text changed.
    """

    typed = Signal()

    def __init__(
        self, table: QTableWidget, number_of: Callable[[str], int] | None = None, offers: Offers | None = None
    ) -> None:
        super().__init__(table)
        self._table = table
        self._number_of = number_of
        self._offers = offers
        self._completion: Completion | None = None
        self.open_cell: tuple[int, int, RichTextEdit] | None = None
        self._heights: dict[tuple[RichText, int], int] = {}
        self.closeEditor.connect(self._on_close_editor)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        edit = RichTextEdit(parent, number_of=self._number_of)
        edit.fills_cell = True
        edit.setAccessibleName(self._table.accessibleName())
        edit.edited.connect(self.typed)
        self._completion = Completion(edit, self._offers) if self._offers else None
        self.open_cell = (index.row(), index.column(), edit)
        return edit

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Load the cell's text once: later calls would take back what is being typed."""
        if isinstance(editor, RichTextEdit) and not editor.property("loaded"):
            editor.setProperty("loaded", True)  # noqa: FBT003 (a property's value)
            editor.set_value(index.data(TEXT_ROLE) or EMPTY)
            editor.moveCursor(QTextCursor.MoveOperation.End)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        if isinstance(editor, RichTextEdit):
            model.setData(index, editor.value().stripped(), TEXT_ROLE)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        editor.setGeometry(rect)

    def eventFilter(self, object: QObject, event: QEvent) -> bool:  # noqa: A002 (Qt's name)
        """Leave Ctrl+Enter to the form, and the keys of what is offered to its list."""
        if isinstance(event, QKeyEvent) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
            or (self._completion is not None and self._completion.wants(event))
        ):
            return False
        return super().eventFilter(object, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        if chosen:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        elif index.data(HEAD_ROLE):
            painter.fillRect(rect, palette.color(QPalette.ColorRole.AlternateBase))
        document = self._document(index, rect.width())
        painter.setClipRect(rect)
        painter.translate(rect.topLeft())
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        context = document.documentLayout().PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, palette.color(role))
        document.documentLayout().draw(painter, context)
        painter.restore()

    def height(self, text: RichText, width: int) -> int:
        """Return how high a cell's text is. A large table asks for thousands after each edit: what was measured is
        remembered, and plain words need no layout of their own."""
        known = self._heights.get((text, width))
        if known is None or text.footnotes:
            known = self._heights[text, width] = self._measured(text, width)
        return known

    def _measured(self, text: RichText, width: int) -> int:
        room = width - 2 * CELL_PADDING - _SLACK
        if all(span == Span(span.text) and "\n" not in span.text for span in text):
            metrics = self._table.fontMetrics()
            words = metrics.boundingRect(0, 0, room, _TALL, Qt.TextFlag.TextWordWrap, text.plain)
            lines = max(1, round(words.height() / metrics.lineSpacing()))
            if words.width() <= room:
                one, two = self._line_heights
                return round(one + (lines - 1) * (two - one))
        return round(self._laid_out(text, width, "").size().height())

    @cached_property
    def _line_heights(self) -> tuple[float, float]:
        """The heights of one line and of two, with the padding."""
        one, two = (self._laid_out(RichText.of(words), _WIDE, "").size().height() for words in ("Ặg", "Ặg\nẶg"))
        return one, two

    def _document(self, index: _Index, width: int) -> QTextDocument:
        return self._laid_out(index.data(TEXT_ROLE) or EMPTY, width, index.data(ALIGN_ROLE) or "")

    def _laid_out(self, text: RichText, width: int, align: str) -> QTextDocument:
        document = QTextDocument()
        document.setDefaultFont(self._table.font())
        document.setDocumentMargin(CELL_PADDING)
        wrap = QTextOption(_ALIGNMENTS[align])
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        document.setDefaultTextOption(wrap)
        document.setTextWidth(width)
        insert_text(QTextCursor(document), plain_form(text, self._number_of))
        return document

    def drop_editor(self) -> None:
        """Close the open cell without taking its text."""
        if self.open_cell is not None:
            self.closeEditor.emit(self.open_cell[2], QStyledItemDelegate.EndEditHint.RevertModelCache)

    def _on_close_editor(self, editor: QWidget, _hint: QStyledItemDelegate.EndEditHint) -> None:
        if self.open_cell is not None and self.open_cell[2] is editor:
            self.open_cell = self._completion = None
