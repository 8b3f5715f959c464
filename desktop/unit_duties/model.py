"""The duties of a unit as rows: what, in which plan, as what, until when, how far; also for Excel and Word."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from desktop.cell_text import cells_as_text
from desktop.node_texts import TASK_STATUS_NAMES, kind_name
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

if TYPE_CHECKING:
    from db.records import Duty

ROLES: dict[str, str] = {
    "lead": N_("Chủ trì"),
    "adviser": N_("Tham mưu"),
    "coordinating": N_("Phối hợp"),
    "assigned": N_("Được phân công"),
}
"""How a unit takes part (``db.records.UnitPart``), in the order they are counted."""

COLUMNS = (N_("Việc phải làm"), N_("Trong kế hoạch"), N_("Vai trò"), N_("Thời hạn"), N_("Tình trạng"))

ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class UnitDutiesModel(QAbstractTableModel):
    """Rows are duties, in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Duty] = []

    def show_duties(self, duties: Sequence[Duty]) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = list(duties)
        self.endResetModel()

    def duty(self, index: Index) -> Duty | None:
        """Return the duty of a row, None for no row."""
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        duty = self.duty(index)
        if duty is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(duty)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (kind_name(duty.kind), duty.text, duty.subject, _until(duty))))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return _(COLUMNS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def table(self, rows: Sequence[int] = ()) -> QMimeData:
        """Return these rows (none named: all) under the heads, as Excel and Word make a table of them."""
        duties = [self._rows[at] for at in rows] if rows else self._rows
        cells = [[_(head) for head in COLUMNS], *(_cells(duty) for duty in duties)]
        data = QMimeData()
        data.setText(cells_as_text(cells))
        data.setHtml(_as_html(cells))
        return data


def _cells(duty: Duty) -> list[str]:
    """Return what the columns say of a duty."""
    return [
        " ".join(duty.text.split()) or _("(chưa ghi nội dung)"),
        duty.subject or _("Kế hoạch chưa có trích yếu"),
        _(ROLES[duty.part]),
        duty.deadline or _until(duty),
        _(TASK_STATUS_NAMES[duty.status]) if duty.status else "",
    ]


def _until(duty: Duty) -> str:
    """Return the last day a duty can be done on, "" where it is done as long as the plan runs."""
    last = duty.last_day
    return _("đến {day}").format(day=f"{last.day}/{last.month}/{last.year}") if last else ""


def _as_html(rows: Sequence[Sequence[str]]) -> str:
    lines = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in rows)
    return '<table border="1">' + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>"
