"""Phân công by leader in charge: the tasks below the name of each leader, those without one first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop import theme
from desktop.document import PlanDocument
from desktop.rich_document import clean
from desktop.views.model import Entry, GridRow, Index, TaskGridModel
from plans.leaders import leader_key, name_and_office
from plans.nodes import Task
from plans.views import LeaderDuties, TaskRow, duties_by_leader
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

LEADER, LEAD, DEADLINE = range(3)
"""The columns."""

_COLUMN_NAMES = (N_("Lãnh đạo phụ trách"), N_("Chủ trì"), N_("Thời hạn"))


class LeadersModel(TaskGridModel):
    """Rows are tasks, and what the body assigns to a leader, below the leader's name. ``setData`` takes names parted by
    ";" in the first column; ``hand_over`` gives a task to another leader."""

    def __init__(self, document: PlanDocument, parent: Any = None) -> None:
        super().__init__(document, parent)
        self._duties: list[LeaderDuties] = []

    def known(self) -> list[str]:
        """Return the leaders to offer."""
        return self.document.office.leaders(self.document.plan)

    def _read(self) -> tuple[list[GridRow], list[Any]]:
        rows: list[GridRow] = []
        self._duties = []
        for duties in duties_by_leader(self.document.plan):
            found: list[GridRow] = [_name(duties), *duties.tasks, *duties.assignments]
            rows += found
            self._duties += [duties] * len(found)
        return rows, list(range(len(_COLUMN_NAMES)))

    def leader(self, row: int) -> str | None:
        """Return the leader whose group a row is in, "" for that of the tasks without one, None for no row."""
        return self._duties[row].leader if 0 <= row < len(self._duties) else None

    def hand_over(self, row: int, to_row: int) -> bool:
        """Take the task of a row from its leader there and give it to the one of another row; say whether that
        changes anything."""
        found, old, new = self.task_row(row), self.leader(row), self.leader(to_row)
        if found is None or old is None or new is None or old == new:
            return False
        others = [name for name in found.task.leaders if leader_key(name) != leader_key(new)]
        swapped = [new if leader_key(name) == leader_key(old) else name for name in others] if old else [*others, new]
        return self._change(found.task, {"leaders": [name for name in swapped if name]}, "")

    def describe(self) -> str:
        """Return the sentence that says how things stand."""
        groups = {id(duties): duties for duties in self._duties}.values()
        tasks = {row.task.id for row in self.tasks}
        bare = sum(len(duties.tasks) for duties in groups if not duties.leader)
        counts = _("{tasks} nhiệm vụ · {leaders} lãnh đạo").format(
            tasks=len(tasks), leaders=sum(bool(duties.leader) for duties in groups)
        )
        if not tasks:
            return counts
        every = _("nhiệm vụ nào cũng có lãnh đạo phụ trách")
        some = _("{count} nhiệm vụ chưa có lãnh đạo phụ trách").format(count=bare)
        return f"{counts} · {some if bare else every}"

    # -- the questions of a view

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if self.entry(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
        if self.task_row(index.row()) is None:
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == LEADER else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        says = self._says(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return says
            case Qt.ItemDataRole.EditRole:
                return says if self.task_row(index.row()) and index.column() == LEADER else None
            case Qt.ItemDataRole.ForegroundRole if self.task_row(index.row()) is None or index.column() != LEADER:
                return theme.muted(QGuiApplication.palette())
            case Qt.ItemDataRole.AccessibleTextRole:
                row = self.entry(index.row())
                return (
                    f"{row.title.plain} – {_(_COLUMN_NAMES[index.column()])}: {says or _('chưa ghi')}" if row else says
                )
            case _:
                return None

    def _says(self, index: Index) -> str:
        """Return the words of a cell."""
        row = self.entry(index.row())
        if row is None:
            return _sum(self._duties[index.row()]) if index.column() == LEADER else ""
        if not isinstance(row, TaskRow):
            return _("giao ở phần tổ chức thực hiện") if index.column() == LEADER else ""
        return _cells(row.task)[index.column()]

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.task_row(index.row())
        if row is None or role != Qt.ItemDataRole.EditRole or index.column() != LEADER:
            return False
        leaders: dict[str, str] = {}
        for name in filter(None, (clean(part).strip() for part in str(value).split(";"))):
            leaders.setdefault(leader_key(name), name)
        return self._change(row.task, {"leaders": list(leaders.values())}, "")

    def _column_head(self, column: int, role: int) -> Any:
        return _(_COLUMN_NAMES[column]) if role == Qt.ItemDataRole.DisplayRole else None

    def _doubt(self, row: Entry) -> str:
        bare = isinstance(row, TaskRow) and not any(name.strip() for name in row.task.leaders)
        return _("Chưa có lãnh đạo phụ trách.") if bare else ""


def _cells(task: Task) -> tuple[str, str, str]:
    return "; ".join(task.leaders), "; ".join(task.lead), task.deadline


def _name(duties: LeaderDuties) -> str:
    return name_and_office(duties.leader)[0] or _("Chưa có lãnh đạo phụ trách")


def _sum(duties: LeaderDuties) -> str:
    """Return the leader's office, where it stands after the name, and how much there is to do."""
    office = name_and_office(duties.leader)[1]
    tasks = _("{count} nhiệm vụ").format(count=len(duties.tasks))
    return " · ".join(filter(None, (office, tasks if duties.tasks else "")))
