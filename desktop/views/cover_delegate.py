"""How a row of "Độ phủ" is drawn: tick box, words over at most three lines, a muted note below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop import theme
from desktop.views.grid import fitted
from desktop.views.model import NOTE_ROLE, Index

BARE_ROLE = Qt.ItemDataRole.UserRole + 11
"""True where a row stands alone: its note is in the colour of unfinished things."""

_LINES, _PAD, _BOX, _TICK = 3, 8, 26, 15


class CoverDelegate(QStyledItemDelegate):
    """Rows as wide as their list, as high as their words."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = self._view.fontMetrics()
        width = self._view.viewport().width()
        words = self._words(metrics, index, width - self._left(index) - theme.MARGIN)
        lines = metrics.boundingRect(QRect(0, 0, width - self._left(index) - theme.MARGIN, 10000), _WRAP, words)
        return QSize(width, lines.height() + metrics.lineSpacing() + 2 * _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        palette = self._view.palette()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            theme.paint_chosen(painter, rect, palette)
        painter.setPen(theme.line(palette))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_box(painter, rect, index)
        self._paint_words(painter, rect.adjusted(self._left(index), _PAD, -theme.MARGIN, -_PAD), index)
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, index: Index) -> None:
        metrics, palette = self._view.fontMetrics(), self._view.palette()
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        painter.drawText(room, _WRAP, self._words(metrics, index, room.width()))
        painter.setPen(theme.warning(palette) if index.data(BARE_ROLE) else theme.muted(palette))
        note = metrics.elidedText(str(index.data(NOTE_ROLE) or ""), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), note)

    def _paint_box(self, painter: QPainter, rect: QRect, index: Index) -> None:
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is None:
            return
        box = QRect(rect.left() + theme.GAP, rect.top() + _PAD, _TICK, _TICK)
        palette = self._view.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if Qt.CheckState(ticked) != Qt.CheckState.Checked:
            painter.setPen(theme.muted(palette))
            painter.drawRoundedRect(box, 2, 2)
            return
        painter.fillRect(box, theme.tint(palette, 1.0))
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Base), 2))
        low = QPoint(box.left() + 6, box.bottom() - 3)
        painter.drawPolyline(
            [QPoint(box.left() + 3, box.center().y() + 1), low, QPoint(box.right() - 2, box.top() + 4)]
        )

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick on a click into the box and on Space."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is None or not self._ticks(event, rect):
            return False
        on = Qt.CheckState(ticked) == Qt.CheckState.Checked
        new = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return self._view.model().setData(index, new, Qt.ItemDataRole.CheckStateRole)

    def _ticks(self, event: QEvent, rect: QRect) -> bool:
        if isinstance(event, QMouseEvent):
            released = event.type() == QEvent.Type.MouseButtonRelease
            return released and event.position().x() < rect.left() + theme.GAP + _BOX
        return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)

    def _left(self, index: Index) -> int:
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        return theme.MARGIN if ticked is None else theme.GAP + _BOX

    def _words(self, metrics: QFontMetrics, index: Index, width: int) -> str:
        return fitted(metrics, str(index.data() or ""), max(40, width), _LINES)


_WRAP = int(Qt.TextFlag.TextWordWrap)
