"""The table of "Phân công" by leader: a name is typed or chosen in its cell, or the task dragged to another group."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from desktop.fields.lines import PlainLine
from desktop.fields.units import NameCompleter
from desktop.offers import matching
from desktop.views.grid import LineDelegate, TaskGrid
from desktop.views.leaders import LEADER, LeadersModel
from desktop.views.model import Index
from resources.texts import gettext as _

_WIDTHS = (300, 180, 125)


class LeadersLine(PlainLine):
    """The line in a cell: names parted by ";", each completed from the leaders that ``known`` gives; while nothing is
    in it all of them are offered.

    Signals:
        chosen: a name was taken from the list.
    """

    chosen = Signal()

    def __init__(self, known: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._known = known
        self._names = NameCompleter(self)
        self._names.activated.connect(self._on_chosen)
        self.textEdited.connect(self._offer)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.text():
            self._offer("")
            self._names.complete()

    def _offer(self, text: str) -> None:
        before, mark, typed = text.rpartition(";")
        taken = [name.strip() for name in before.split(";")]
        lead = f"{before}{mark} " if mark else ""
        self._names.offer([f"{lead}{name}" for name in matching(typed, self._known(), taken)])

    def _on_chosen(self, _words: str) -> None:
        self.chosen.emit()


class LeadersDelegate(LineDelegate):
    """Opens a ``LeadersLine``; a name taken from its list is at once the cell's."""

    def __init__(self, known: Callable[[], Sequence[str]], parent: QWidget) -> None:
        super().__init__(_("Lãnh đạo phụ trách"), _("Đồng chí …, Phó Chủ tịch"), parent)
        self._known = known

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = LeadersLine(self._known, parent)
        line.setPalette(QGuiApplication.palette())
        line.setAccessibleName(self._name)
        line.setPlaceholderText(self._hint)
        line.chosen.connect(partial(self._on_chosen, line))
        return line

    def _on_chosen(self, line: LeadersLine) -> None:
        self.commitData.emit(line)
        self.closeEditor.emit(line)


class LeadersGrid(TaskGrid):
    """The table of the pane: what is typed anywhere in a row is the leader's name, Space opens the list, Delete leaves
    the task without one. A row dropped on another goes to the leader of that one's group."""

    def __init__(self, model: LeadersModel, parent: QWidget | None = None) -> None:
        self._model = model
        super().__init__(model, 1, parent)
        self.setItemDelegate(LeadersDelegate(model.known, self))
        self.edit_when_typed_in()
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(True)

    def column_width(self, column: int) -> int:
        return _WIDTHS[column]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex().siblingAtColumn(LEADER)
        if self._model.task_row(index.row()) is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._model.setData(index, "")
        elif event.key() == Qt.Key.Key_Space:
            self.setCurrentIndex(index)
            self.edit(index)
        else:
            if event.text().strip() or event.key() == Qt.Key.Key_F2:
                self.setCurrentIndex(index)
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the dragged task over; Qt, which knows of a copy only, takes nothing out of the model by itself."""
        at = self.indexAt(event.position().toPoint())
        if event.source() is self and self._model.hand_over(self.currentIndex().row(), at.row()):
            event.acceptProposedAction()
        else:
            event.ignore()
