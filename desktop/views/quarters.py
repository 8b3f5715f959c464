"""Lộ trình: tasks over the quarters of the plan's years, the deadline in words and as a place among them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from desktop.document import PlanDocument
from desktop.forms.meanings import explain_deadline
from desktop.rich_document import clean
from desktop.views.model import NOTE_ROLE, GridRow, Index, TaskGridModel, grouped
from plans.views import Quarter, Roadmap, TaskRow, moved_deadline, roadmap
from resources.texts import gettext as _

BAR_ROLE = Qt.ItemDataRole.UserRole + 10
"""What of a task's bar a cell shows: "run" (it goes on to the right), "due" (its end), "" nothing."""

_SIGNS = ("I", "II", "III", "IV")
_DEADLINE = "deadline"


class RoadmapModel(TaskGridModel):
    """The first column holds the deadline in words, the others are quarters. Tasks without a quarter stand first.

    ``setData`` takes words in the first column; in a quarter's anything true moves the deadline there.
    """

    def __init__(self, document: PlanDocument, parent: Any = None) -> None:
        super().__init__(document, parent)
        self.roadmap = Roadmap(years=[])
        self._spans: dict[str, tuple[Quarter, Quarter]] = {}

    def _read(self) -> tuple[list[GridRow], list[Any]]:
        self.roadmap = roadmap(self.document.plan)
        entries = [entry for found in self.roadmap.due.values() for entry in found]
        self._spans = {entry.row.task.id: (entry.start, entry.due) for entry in entries}
        dated = _in_order(self.document, entries)
        rows = grouped(dated, _("Nhiệm vụ khác"))
        waiting: list[GridRow] = []
        if self.roadmap.undated:
            waiting = [_("Chưa xếp vào quý nào"), *self.roadmap.undated]
            rows = rows if not dated or isinstance(rows[0], str) else [_("Đã có thời hạn"), *rows]
        return [*waiting, *rows], [_DEADLINE, *self.roadmap.quarters]

    def quarter(self, column: int) -> Quarter | None:
        """Return the quarter of a column, None for that of the words."""
        found = self._columns[column] if 0 <= column < len(self._columns) else None
        return found if isinstance(found, Quarter) else None

    def due_column(self, row: int) -> int:
        """Return the column a task is due in, -1 where it has none."""
        found = self.task_row(row)
        span = self._spans.get(found.task.id) if found else None
        return self._columns.index(span[1]) if span and span[1] in self._columns else -1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = index.column() == 0 and self.task_row(index.row()) is not None
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.task_row(index.row())
        if row is None:
            return None
        quarter = self.quarter(index.column())
        return self._words(row, role) if quarter is None else self._bar(row, quarter, role)

    def _words(self, row: TaskRow, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return row.task.deadline
            case Qt.ItemDataRole.ToolTipRole:
                meaning = explain_deadline(row.task.deadline, self.document.plan.year)
                return "\n".join(part for part in (row.task.deadline, meaning) if part)
            case _:
                return None

    def _bar(self, row: TaskRow, quarter: Quarter, role: int) -> Any:
        start, due = self._spans.get(row.task.id, (None, None))
        covered = start is not None and due is not None and start <= quarter <= due
        match role:
            case int() if role == BAR_ROLE:
                return ("due" if quarter == due else "run") if covered else ""
            case Qt.ItemDataRole.AccessibleTextRole if covered:
                return _("đến hạn") if quarter == due else _("đang làm")
            case Qt.ItemDataRole.ToolTipRole:
                return row.task.deadline if covered else ""
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.task_row(index.row())
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        quarter = self.quarter(index.column())
        if quarter is None:
            return self._change(row.task, {"deadline": clean(str(value)).strip()}, "")
        if not value:
            return False
        return self._change(row.task, {"deadline": self.moved(row, quarter)}, "")

    def moved(self, row: TaskRow, quarter: Quarter) -> str:
        """Return the deadline a task would have in ``quarter``."""
        return moved_deadline(row.task.deadline, quarter, self.document.plan.year)

    def _column_head(self, column: int, role: int) -> Any:
        quarter = self.quarter(column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _("Quý {number}").format(number=_SIGNS[quarter.number - 1]) if quarter else _("Thời hạn")
            case Qt.ItemDataRole.ToolTipRole if quarter:
                return _("Quý {number} năm {year}").format(number=_SIGNS[quarter.number - 1], year=quarter.year)
            case int() if role == NOTE_ROLE and quarter:
                return str(quarter.year)
            case _:
                return None


def _in_order(document: PlanDocument, entries: list[Any]) -> list[TaskRow]:
    """Return the rows of the entries in the plan's order, section by section."""
    rows: dict[str, TaskRow] = {entry.row.task.id: entry.row for entry in entries}
    sections: dict[str, list[TaskRow]] = {}
    for node in document.plan.walk():
        row = rows.get(node.id)
        if row is not None:
            sections.setdefault(row.section.id if row.section else "", []).append(row)
    return [row for group in sections.values() for row in group]
