"""The strip between source and plan: a band that joins what is chosen on one side to where it came from."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QListView, QWidget

from desktop import theme

WIDTH = 44


class Joint(QWidget):
    """Draws the band anew whenever it is told to; it holds nothing but the rows to join."""

    def __init__(self, left: QListView, right: QListView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        self._blocks: tuple[int, ...] = ()
        self._row = -1
        self.setFixedWidth(WIDTH)
        for view in (left, right):
            view.verticalScrollBar().valueChanged.connect(self.update)
            view.verticalScrollBar().rangeChanged.connect(self.update)

    def join(self, blocks: tuple[int, ...], row: int) -> None:
        """Join these rows of the left list to one row of the right list."""
        self._blocks, self._row = blocks, row
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.line(self.palette()))
        painter.drawLine(0, 0, 0, self.height())
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())
        right = self._span(self._right, (self._row,)) if self._row >= 0 else None
        left = self._span(self._left, self._blocks) if self._blocks else None
        if left is None or right is None:
            return
        band = _band(left, right, self.width())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(band, theme.tint(self.palette(), 0.14))
        painter.setPen(QPen(theme.tint(self.palette(), 1.0), 2))
        painter.drawPath(_curve(sum(left) / 2, sum(right) / 2, self.width()))

    def _span(self, view: QListView, rows: tuple[int, ...]) -> tuple[int, int] | None:
        """Return top and bottom of the rows in this widget's pixels, kept inside it."""
        model = view.model()
        boxes = [view.visualRect(model.index(row, 0)) for row in rows]
        boxes = [box for box in boxes if box.isValid()]
        if not boxes:
            return None
        whole = QRect(boxes[0])
        for box in boxes[1:]:
            whole = whole.united(box)
        top = self.mapFromGlobal(view.viewport().mapToGlobal(QPoint(0, whole.top()))).y()
        return _inside(top, self.height()), _inside(top + whole.height(), self.height())


def _inside(at: int, height: int) -> int:
    return min(max(at, 2), height - 2)


def _curve(left: float, right: float, width: int) -> QPainterPath:
    path = QPainterPath(QPointF(0, left))
    path.cubicTo(QPointF(width / 2, left), QPointF(width / 2, right), QPointF(width, right))
    return path


def _band(left: tuple[int, int], right: tuple[int, int], width: int) -> QPainterPath:
    path = _curve(left[0], right[0], width)
    path.lineTo(QPointF(width, right[1]))
    path.cubicTo(QPointF(width / 2, right[1]), QPointF(width / 2, left[1]), QPointF(0, left[1]))
    path.closeSubpath()
    return path
