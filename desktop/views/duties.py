"""Phân công: tasks against units, in each cell what the unit is for the task. Typing the letter sets it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop import theme
from desktop.document import PlanDocument
from desktop.fields.units import UnitField
from desktop.task_tables import add_appendix, add_text
from desktop.views.grid import TaskGrid
from desktop.views.leader_grid import LeadersGrid
from desktop.views.leaders import LeadersModel
from desktop.views.model import NOTE_ROLE, Entry, GridRow, Index, TaskGridModel, grouped
from desktop.views.pane import GridPane
from desktop.views.slip_button import SlipButton
from plans.leaders import named_leaders
from plans.nodes import Task
from plans.views import TaskRow, task_rows, units_of
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

LEAD, COORDINATING, ADVISING = "CT", "PH", "TM"
DUTIES: dict[str, tuple[str, str]] = {
    LEAD: ("lead", N_("chủ trì")),
    COORDINATING: ("coordinating", N_("phối hợp")),
    ADVISING: ("advisers", N_("tham mưu")),
}
"""What a cell may say: the task's field for it, and its words."""

_LETTERS = {"c": LEAD, "p": COORDINATING, "t": ADVISING}
_ROUND = ("", LEAD, COORDINATING, ADVISING)


def duty_of(task: Task, unit: str) -> str:
    """Return what ``unit`` is for ``task``: "CT", "PH", "TM" or ""."""
    return next((duty for duty, (field, _words) in DUTIES.items() if unit in getattr(task, field)), "")


def with_duty(task: Task, unit: str, duty: str) -> dict[str, object]:
    """Return the task's three lists of units after ``unit`` has become ``duty`` ("" for nothing). A task has one
    leading unit: a new one takes the place of the old."""
    lists = {field: [each for each in getattr(task, field) if each != unit] for field, _words in DUTIES.values()}
    if duty == LEAD:
        lists["lead"] = [unit]
    elif duty:
        lists[DUTIES[duty][0]].append(unit)
    if duty and duty_of(task, unit) == duty and duty != LEAD:
        lists[DUTIES[duty][0]] = list(getattr(task, DUTIES[duty][0]))
    return dict(lists)


class DutiesModel(TaskGridModel):
    """Columns are units; cells hold "CT", "PH", "TM" or ""; ``setData`` takes these.

    The order of the columns stays while the view is open; units added by hand stay without duties.
    """

    def __init__(self, document: PlanDocument, parent: Any = None) -> None:
        super().__init__(document, parent)
        self._order: list[str] = []

    def add_unit(self, unit: str) -> int:
        """Give a unit a column, if it has none, and return its place; the plan is not changed by it."""
        if unit not in self._columns:
            self._order = [*self._columns, unit]
            self.refresh()
        return self._columns.index(unit)

    def begin(self) -> None:
        """Follow the plan from now on, with the columns in the plan's order."""
        self._order = []
        super().begin()

    def _read(self) -> tuple[list[GridRow], list[Any]]:
        rows = task_rows(self.document.plan)
        units = units_of(self.document.plan, rows)
        self._order = [*self._order, *(unit for unit in units if unit not in self._order)]
        return grouped(rows, _("Nhiệm vụ khác")), list(self._order)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.task_row(index.row())
        if row is None:
            return None
        duty = duty_of(row.task, self._columns[index.column()])
        palette = QGuiApplication.palette()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return duty
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignCenter
            case Qt.ItemDataRole.FontRole if duty == LEAD:
                font = QFont(QGuiApplication.font())
                font.setWeight(QFont.Weight.DemiBold)
                return font
            case Qt.ItemDataRole.BackgroundRole if duty:
                return theme.tint(palette, 0.20 if duty == LEAD else 0.07)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(row, self._columns[index.column()], duty)
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.task_row(index.row())
        if row is None or role != Qt.ItemDataRole.EditRole or value not in ("", *DUTIES):
            return False
        return self._change(row.task, with_duty(row.task, self._columns[index.column()], value), "duties")

    def _column_head(self, column: int, role: int) -> Any:
        unit = self._columns[column]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return unit
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return _("{unit}: {load}").format(unit=unit, load=self._load(unit))
            case int() if role == NOTE_ROLE:
                return self._load(unit)
            case _:
                return None

    def _load(self, unit: str) -> str:
        """Return how many tasks a unit has, by what it is for them."""
        duties = [duty_of(row.task, unit) for row in self.tasks]
        counts = [f"{duties.count(duty)} {duty}" for duty in DUTIES if duty in duties]
        return " · ".join(counts) or _("chưa có việc")

    def _spoken(self, row: TaskRow, unit: str, duty: str) -> str:
        words = _(DUTIES[duty][1]) if duty else _("không tham gia")
        return _("{unit}: {duty} – {task}").format(unit=unit, duty=words, task=row.title.plain)

    def _doubt(self, row: Entry) -> str:
        if not isinstance(row, TaskRow):
            return ""
        if not row.task.lead:
            return _("Chưa có đơn vị chủ trì.")
        return _("Có hơn một đơn vị chủ trì.") if len(row.task.lead) > 1 else ""


class DutiesGrid(TaskGrid):
    """The table of the pane: C, P, T set the cell, Delete clears it, Space goes round."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        duty = self._meant(event, str(index.data() or ""))
        if duty is None or not index.isValid():
            super().keyPressEvent(event)
        else:
            self.grid.setData(index, duty)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.grid.setData(index, _next(str(index.data() or "")))

    def _meant(self, event: QKeyEvent, now: str) -> str | None:
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return None
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return ""
        if event.key() == Qt.Key.Key_Space:
            return _next(now)
        return _LETTERS.get(event.text().lower())


class DutiesPane(GridPane):
    """The tab "Phân công"."""

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.model = DutiesModel(document, self)
        self.grid = DutiesGrid(self.model, 4, self)
        self.grid.setAccessibleName(_("Phân công: nhiệm vụ theo đơn vị"))
        self.leaders = LeadersModel(document, self)
        self.leader_grid = LeadersGrid(self.leaders, self)
        self.leader_grid.setAccessibleName(_("Phân công: nhiệm vụ theo lãnh đạo phụ trách"))
        self.faces = self._make_switch()
        self.unit = UnitField(self, known=self._known, hint=_("Thêm đơn vị…"))
        self.unit.line.setAccessibleName(_("Thêm đơn vị vào bảng"))
        self.unit.setFixedWidth(130)
        self.unit.line.returnPressed.connect(self._on_unit_named)
        self._buttons.addWidget(self.unit)
        self.slips = SlipButton(document, self._current_unit, self)
        self._buttons.addWidget(self.slips)
        self.slips.asked.connect(self._on_slips_asked)
        self.add_button(_("Đưa vào phụ lục"), add_text()).clicked.connect(self._on_appendix_asked)
        self.set_grids(
            [self.grid, self.leader_grid],
            _("Chưa có nhiệm vụ nào để phân công"),
            _(
                "Thêm nhiệm vụ trong Dàn ý (+ Thêm ▾, Nhiệm vụ). Mỗi nhiệm vụ là một hàng ở đây, mỗi đơn vị một cột; "
                "gõ một chữ là giao việc, lời văn và phụ lục theo cùng."
            ),
        )

        self._say_keys()

    def _make_switch(self) -> QButtonGroup:
        """Return the two buttons of the head that choose what the tasks are seen by."""
        group = self.add_switch(
            (
                (_("Theo đơn vị"), _("Mỗi đơn vị một cột: chủ trì, phối hợp, tham mưu")),
                (_("Theo lãnh đạo"), _("Nhiệm vụ xếp theo lãnh đạo phụ trách")),
            )
        )
        group.idClicked.connect(self._on_face_chosen)
        return group

    def _on_face_chosen(self, face: int) -> None:
        self.unit.setVisible(not face)
        self.slips.setVisible(not face)
        self.show_grid(self.leader_grid if face else self.grid)
        self._say_keys()

    def _say_keys(self) -> None:
        units = _("Gõ C: chủ trì · P: phối hợp · T: tham mưu · Delete: bỏ · Enter: mở nhiệm vụ")
        leaders = _(
            "Gõ tên lãnh đạo, Space: chọn trong danh sách · kéo sang nhóm khác · Delete: bỏ · Enter: mở nhiệm vụ"
        )
        self.hint.setText(leaders if self.faces.checkedId() else units)

    def _current_unit(self) -> str:
        column = self.grid.currentIndex().column()
        return str(self.model.headerData(column, Qt.Orientation.Horizontal) or "")

    def _on_slips_asked(self, unit: str) -> None:
        self.slips_asked.emit(self.document.plan, unit)

    def _known(self) -> list[str]:
        return self.document.office.names(self.document.plan)

    def _is_empty(self) -> bool:
        return not self.model.tasks and not named_leaders(self.document.plan)

    def _describe(self) -> str:
        if self.faces.checkedId():
            return self.leaders.describe()
        tasks = [row.task for row in self.model.tasks]
        bare = sum(not task.lead for task in tasks)
        if bare:
            return _("{tasks} nhiệm vụ · {units} đơn vị · {bare} nhiệm vụ chưa có đơn vị chủ trì").format(
                tasks=len(tasks), units=self.model.columnCount(), bare=bare
            )
        return _("{tasks} nhiệm vụ · {units} đơn vị · nhiệm vụ nào cũng có đơn vị chủ trì").format(
            tasks=len(tasks), units=self.model.columnCount()
        )

    def _on_unit_named(self) -> None:
        unit = self.unit.value()
        if not unit or not self.model.tasks:
            return
        column = self.model.add_unit(unit)
        self.unit.set_value("")
        row = max(self.grid.currentIndex().row(), self.model.row_of(self.model.tasks[0].task.id))
        self.grid.setCurrentIndex(self.model.index(row, column))
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_appendix_asked(self) -> None:
        self.node_opened.emit(add_appendix(self.document))


def _next(duty: str) -> str:
    return _ROUND[(_ROUND.index(duty) + 1) % len(_ROUND)] if duty in _ROUND else LEAD
