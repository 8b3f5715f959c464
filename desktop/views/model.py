"""The grid of tasks: what the models of assignment, roadmap and results share."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication

from desktop import theme
from desktop.document import PlanDocument
from plans.changes import Batch, Change, SetField
from plans.nodes import Node
from plans.views import AssignmentRow, TargetRow, TaskRow

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
NODE_ID_ROLE = Qt.ItemDataRole.UserRole + 1
NOTE_ROLE = Qt.ItemDataRole.UserRole + 2
"""What a head says besides its name, in muted words."""
GROUP_ROLE = Qt.ItemDataRole.UserRole + 3
"""True for the row of a group's title."""

Entry = TaskRow | TargetRow | AssignmentRow
GridRow = Entry | str


class TaskGridModel(QAbstractTableModel):
    """Rows are tasks (in the results also targets, with the leaders also assignments) and group titles (strings); they
    stand in the vertical head, what they have in columns.

    It follows ``document.applied`` while ``following`` and can be ``refresh``-ed at any time; a hidden view costs
    nothing. Columns are whatever ``_read`` returns as keys.
    """

    def __init__(self, document: PlanDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self.following = False
        self._rows: list[GridRow] = []
        self._columns: list[Any] = []
        document.applied.connect(self._on_applied)

    # -- for the models

    def _read(self) -> tuple[list[GridRow], list[Any]]:
        """Return the rows and columns that the plan has now."""
        raise NotImplementedError

    def _change(self, node: Node, values: dict[str, object], name: str) -> bool:
        """Set those of ``values`` (by field) that are new on a node, as one step."""
        self.document.settle()
        self.document.end_burst()
        changes: list[Change] = [
            SetField(node.id, field, value) for field, value in values.items() if getattr(node, field) != value
        ]
        if not changes:
            return False
        return self.document.try_edit(changes[0] if len(changes) == 1 else Batch(tuple(changes), name))

    # -- following

    def begin(self) -> None:
        """Follow the plan from now on."""
        self.following = True
        self.refresh()

    def refresh(self) -> None:
        """Bring rows and columns in line with the plan."""
        rows, columns = self._read()
        if columns == self._columns and [_key(row) for row in rows] == [_key(row) for row in self._rows]:
            self._rows = rows
            self._say_all_changed()
            return
        self.beginResetModel()
        self._rows, self._columns = rows, columns
        self.endResetModel()

    def _say_all_changed(self) -> None:
        if not self._rows:
            return
        if self._columns:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._rows) - 1)

    def _on_applied(self, _change: object) -> None:
        if self.following:
            self.refresh()

    # -- the questions of a view

    @property
    def tasks(self) -> list[TaskRow]:
        """The rows that are tasks, in order."""
        return [row for row in self._rows if isinstance(row, TaskRow)]

    def task_row(self, row: int) -> TaskRow | None:
        """Return the task of a row, None for all other rows."""
        found = self.entry(row)
        return found if isinstance(found, TaskRow) else None

    def entry(self, row: int) -> Entry | None:
        """Return what a row is about, None for a group's title and rows that are not."""
        found = self._rows[row] if 0 <= row < len(self._rows) else ""
        return None if isinstance(found, str) else found

    def row_of(self, node_id: str) -> int:
        """Return the first row of a node, -1 where it has none."""
        return next(
            (at for at, row in enumerate(self._rows) if not isinstance(row, str) and row.node.id == node_id), -1
        )

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._column_head(section, role) if 0 <= section < len(self._columns) else None
        return self._row_head(section, role) if 0 <= section < len(self._rows) else None

    def _column_head(self, column: int, role: int) -> Any:
        raise NotImplementedError

    def _row_head(self, at: int, role: int) -> Any:
        row = self._rows[at]
        if isinstance(row, str):
            return _group_head(row, role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{row.label} {row.title.plain}".strip()
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(part for part in (row.title.plain, self._doubt(row)) if part)
            case Qt.ItemDataRole.ForegroundRole:
                return theme.warning(QGuiApplication.palette()) if self._doubt(row) else None
            case _:
                return row.node.id if role == NODE_ID_ROLE else None

    def _doubt(self, row: Entry) -> str:
        """Return what is missing in a row for this view, "" for nothing."""
        return ""


def grouped(rows: list[TaskRow], other: str) -> list[GridRow]:
    """Return the tasks with a title before each section's; ``other`` for those in no section, none where there is one
    section only."""
    names = [row.section.id if row.section else "" for row in rows]
    found: list[GridRow] = []
    for at, row in enumerate(rows):
        if len(set(names)) > 1 and (at == 0 or names[at] != names[at - 1]):
            found.append(row.group or other)
        found.append(row)
    return found


def _group_head(title: str, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
            return title
        case Qt.ItemDataRole.FontRole:
            font = QFont(QGuiApplication.font())
            font.setWeight(QFont.Weight.DemiBold)
            return font
        case _:
            return True if role == GROUP_ROLE else None


def _key(row: GridRow) -> tuple[bool, str]:
    return (True, row) if isinstance(row, str) else (False, row.node.id)
