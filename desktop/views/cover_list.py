"""The lists of "Độ phủ": rows that say what they are with, those that stand alone first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from desktop import theme
from desktop.views.cover_delegate import BARE_ROLE, CoverDelegate
from desktop.views.model import NODE_ID_ROLE, NOTE_ROLE, ROOT, Index


class CoverList(QAbstractListModel):
    """Nodes (or units, whose ids are their names) in an order that holds while the view is open: those that stood
    alone when it was opened, first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[str] = []

    def arrange(self, ids: Sequence[str], bare: Sequence[str], *, anew: bool) -> None:
        """Take over the ids of the plan; ``anew``: with the ``bare`` ones first, else in the order shown."""
        wanted = sorted(ids, key=lambda each: each not in bare) if anew else self._as_shown(ids)
        if wanted != self._ids:
            self.beginResetModel()
            self._ids = wanted
            self.endResetModel()
        elif self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def _as_shown(self, ids: Sequence[str]) -> list[str]:
        kept = [each for each in self._ids if each in ids]
        return [*kept, *(each for each in ids if each not in kept)]

    def node_id(self, index: Index) -> str:
        """Return the id of a row, "" for none."""
        return self._ids[index.row()] if index.isValid() else ""

    def index_of(self, node_id: str) -> QModelIndex:
        """Return the row of a node, an invalid index where it has none."""
        return self.index(self._ids.index(node_id)) if node_id in self._ids else QModelIndex()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        words, note, bare = self._says(self._ids[index.row()])
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:
                return f"{words}\n{note}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{words}. {note}"
            case int() if role == NOTE_ROLE:
                return note
            case int() if role == BARE_ROLE:
                return bare
            case _:
                return self._ids[index.row()] if role == NODE_ID_ROLE else None

    def _says(self, node_id: str) -> tuple[str, str, bool]:
        """Return a row's words, the note below them, and whether it stands alone."""
        raise NotImplementedError


def cover_view(model: CoverList, name: str) -> QListView:
    """Return the list that shows a ``CoverList``; ``name`` is for screen readers."""
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(CoverDelegate(view))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setLayoutMode(QListView.LayoutMode.Batched)  # hundreds of rows are measured over several turns
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAccessibleName(name)
    return view


def cover_pair(first: QLabel, left: QListView, second: QLabel, right: QListView) -> QWidget:
    """Return two lists side by side, each under its head."""
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for head, view in ((first, left), (second, right)):
        side = QFrame(pair)
        side.setProperty("line", "right")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        head.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.GAP, theme.SMALL_GAP)
        head.setForegroundRole(head.foregroundRole().PlaceholderText)
        column.addWidget(head)
        column.addWidget(view, 1)
        row.addWidget(side, 1)
    return pair
