"""Short lists of facts edited as a table: the office's units, its signers. One row is one frozen value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.rich_document import clean

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, kw_only=True)
class Column:
    """One fact of a row. field: its attribute; title: of the column; choices: pairs of value and words where there are
    only these; check: yes or no, told by a box; empty: whether a row may lack it."""

    field: str
    title: str
    tip: str = ""
    choices: tuple[tuple[Any, str], ...] = ()


class RowsModel(QAbstractTableModel):
    """The rows as a table; an edit replaces the row's value. ``needed``: a field without which a row does not count,
    "" where every row does.

    Signals:
        edited: a row was changed, added, moved or taken away by the clerk.
    """

    edited = Signal()

    def __init__(self, columns: Sequence[Column], make: Callable[[], Any], *, needed: str = "") -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._make = make
        self._needed = needed
        self._rows: list[Any] = []

    def rows(self) -> tuple[Any, ...]:
        """Return the rows that count."""
        return tuple(row for row in self._rows if not self._needed or getattr(row, self._needed))

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; equal ones change nothing."""
        if tuple(rows) != self.rows():
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()

    def add(self, at: int) -> int:
        """Put a blank row in at a place; return its row."""
        at = min(max(at, 0), len(self._rows))
        self.beginInsertRows(ROOT, at, at)
        self._rows.insert(at, self._make())
        self.endInsertRows()
        self.edited.emit()
        return at

    def remove(self, at: int) -> None:
        """Take a row away."""
        if 0 <= at < len(self._rows):
            self.beginRemoveRows(ROOT, at, at)
            del self._rows[at]
            self.endRemoveRows()
            self.edited.emit()

    def move(self, at: int, by: int) -> int:
        """Move a row up (-1) or down (1); return where it is now."""
        to = at + by
        if not (0 <= at < len(self._rows) and 0 <= to < len(self._rows)):
            return at
        self.beginMoveRows(ROOT, at, at, ROOT, to + 1 if by > 0 else to)
        self._rows.insert(to, self._rows.pop(at))
        self.endMoveRows()
        self.edited.emit()
        return to

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.ToolTipRole:
                return self.columns[section].tip or None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        value = getattr(self._rows[index.row()], column.field)
        if role == Qt.ItemDataRole.EditRole:
            return value
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return dict(column.choices).get(value, value) if column.choices else value
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole:
            return False
        said = value if column.choices else clean(str(value)).strip()
        if said != getattr(self._rows[index.row()], column.field):
            self._rows[index.row()] = replace(self._rows[index.row()], **{column.field: said})
            self.dataChanged.emit(index, index)
            self.edited.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
