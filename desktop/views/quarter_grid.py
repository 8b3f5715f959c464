"""The table of "Lộ trình": bars from start to deadline, whose end is moved by mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from desktop import theme
from desktop.views.grid import LineDelegate, TaskGrid
from desktop.views.model import Index
from desktop.views.quarters import BAR_ROLE, RoadmapModel
from resources.texts import gettext as _


class RoadmapDelegate(LineDelegate):
    """Draws the bars; the words are typed in a plain line."""

    def paint_content(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bar = index.data(BAR_ROLE)
        if not bar:
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        palette: QPalette = option.palette  # type: ignore[attr-defined]
        first = index.sibling(index.row(), index.column() - 1).data(BAR_ROLE) != "run"
        left = rect.left() + (8 if first else 0)
        right = rect.right() - (8 if bar == "due" else 0)
        room = QRect(left, rect.center().y() - 6, right - left + 1, 13)
        painter.save()
        painter.fillRect(room, theme.tint(palette, 0.35))
        if bar == "due":
            painter.fillRect(QRect(room.right() - 5, room.top() - 3, 6, room.height() + 6), theme.tint(palette, 1.0))
        painter.restore()


class RoadmapGrid(TaskGrid):
    """The table of the pane. The end of a bar is dragged by the mouse; Space puts it into the current quarter,
    Alt+←→ moves it by one."""

    def __init__(self, model: RoadmapModel, parent: QWidget | None = None) -> None:
        self._model = model
        self._dragged = -1
        super().__init__(model, 1, parent)
        self.setItemDelegate(RoadmapDelegate(_("Thời gian hoàn thành"), _("Quý II/2026"), self))
        self.edit_when_typed_in()

    def column_width(self, column: int) -> int:
        return 190 if column == 0 else 76

    def event(self, event: QEvent) -> bool:
        """Keep Alt+← and Alt+→ from the window, which goes back to the library with it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        index = self.currentIndex()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and step and index.isValid():
            self._move(index.row(), self._model.due_column(index.row()) + step)
        elif event.key() == Qt.Key.Key_Space and self._model.quarter(index.column()):
            self._move(index.row(), index.column())
        elif event.key() == Qt.Key.Key_Delete and self.current_task:
            self._model.setData(index.siblingAtColumn(0), "")
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mousePressEvent(event)
        due = self._model.due_column(index.row())
        grips = index.isValid() and index.column() == max(0, due)
        if grips and event.button() == Qt.MouseButton.LeftButton and self._model.task_row(index.row()):
            self._dragged = index.row()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged < 0:
            super().mouseMoveEvent(event)
            return
        self.viewport().setCursor(Qt.CursorShape.SplitHCursor)
        self.setCurrentIndex(self._model.index(self._dragged, max(0, self.columnAt(int(event.position().x())))))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, self._dragged = self._dragged, -1
        self.viewport().unsetCursor()
        column = self.columnAt(int(event.position().x()))
        if row >= 0 and column > 0 and column != self._model.due_column(row):
            self._move(row, column)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self._model.quarter(index.column()) and self._model.task_row(index.row()):
            self._move(index.row(), index.column())
        else:
            super().mouseDoubleClickEvent(event)

    def _move(self, row: int, column: int) -> None:
        found = self._model.task_row(row)
        if found is None or self._model.quarter(column) is None:
            return
        self._model.setData(self._model.index(row, column), value=True)
        self.setCurrentIndex(self._model.index(self._model.row_of(found.task.id), column))
