"""How rows of the two lists are drawn: words wrapped to the list's width, heights remembered."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme

Index = QModelIndex | QPersistentModelIndex
LINKED_ROLE = Qt.ItemDataRole.UserRole + 21
"""True for a row linked to the chosen one on the other side."""
DOUBT_ROLE = Qt.ItemDataRole.UserRole + 22
"""Why the row is in doubt, "" where it is not."""

WRAP = int(Qt.TextFlag.TextWordWrap)
PAD = 5


class RowDelegate(QStyledItemDelegate):
    """Draws ground, doubt bar and separator; the words are the subclasses'."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.view = view
        self._heights: dict[tuple[object, ...], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self.view.viewport().width()
        key = (width, *self.key(index))
        if key not in self._heights:
            self._heights[key] = self.height(index, width)
        return QSize(80, self._heights[key])

    def key(self, index: Index) -> tuple[object, ...]:
        """Return what the height of a row hangs on besides the width."""
        return (index.data(), index.data(DOUBT_ROLE))

    def height(self, index: Index, width: int) -> int:
        """Return the pixels that a row needs."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, room: QRect, index: Index) -> None:
        """Draw the words of a row."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        palette = self.view.palette()
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or index.data(LINKED_ROLE):
            painter.fillRect(rect, theme.tint(palette, 0.20 if chosen and self.view.hasFocus() else 0.11))
        if chosen:
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.tint(palette, 1.0))
        if index.data(DOUBT_ROLE):
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height() - 1), theme.warning(palette))
        painter.setPen(theme.line(palette))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        self.paint_row(painter, rect, index)
        if chosen and self.view.hasFocus():
            painter.setPen(theme.tint(palette, 1.0))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()


def wrapped_height(metrics: QFontMetrics, text: str, width: int) -> int:
    """Return the pixels that ``text`` needs, wrapped to ``width``."""
    return metrics.boundingRect(QRect(0, 0, max(width, 40), 100000), WRAP, text).height()


def with_weight(font: QFont, *, bold: bool, italic: bool = False, scale: float = 1.0) -> QFont:
    """Return ``font`` bold or italic, larger or smaller."""
    found = QFont(font)
    found.setBold(bold)
    found.setItalic(italic)
    found.setPointSizeF(font.pointSizeF() * scale)
    return found


def make_list(name: str) -> QListView:
    """Return a list of rows of any height, laid out a batch at a time so that long ones never stop the window."""
    view = QListView()
    view.setAccessibleName(name)
    view.setFrameShape(QListView.Shape.NoFrame)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setLayoutMode(QListView.LayoutMode.Batched)
    view.setBatchSize(60)
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    return view
