"""Kết quả: what became of targets and tasks, typed beside what was planned. Next year's plan starts from it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop import theme
from desktop.document import PlanDocument
from desktop.node_texts import TASK_STATUS_NAMES, headline
from desktop.rich_document import clean
from desktop.views.grid import LineDelegate, TaskGrid
from desktop.views.model import GridRow, Index, TaskGridModel, grouped
from desktop.views.pane import GridPane
from plans.goals import with_unit
from plans.nodes import Target, TaskStatus
from plans.views import AssignmentRow, Outcome, Results, TargetRow, TaskRow, results
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

PLANNED, BEFORE, ACTUAL, VERDICT = range(4)
"""The columns."""

_COLUMN_NAMES = (N_("Theo kế hoạch"), N_("Năm trước"), N_("Thực hiện"), N_("Đánh giá"))
_WIDTHS = (180, 110, 150, 170)

_OUTCOME_NAMES = {
    Outcome.MET: N_("Đạt"),
    Outcome.MISSED: N_("Chưa đạt"),
    Outcome.WAITING: N_("Chưa có kết quả"),
    Outcome.UNCLEAR: N_("Không so được bằng số"),
}
_FATES = {
    TaskStatus.OPEN: N_("Chuyển sang năm sau"),
    TaskStatus.DOING: N_("Chuyển sang năm sau"),
    TaskStatus.DONE: N_("Hoàn thành"),
    TaskStatus.DROPPED: N_("Không chuyển sang năm sau"),
}
_LETTERS = {"x": TaskStatus.DONE, "l": TaskStatus.DOING, "c": TaskStatus.OPEN, "b": TaskStatus.DROPPED}
_ROUND = (TaskStatus.OPEN, TaskStatus.DOING, TaskStatus.DONE, TaskStatus.DROPPED)
_SIGNS = {">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< "}


class ResultsModel(TaskGridModel):
    """Targets, then tasks section by section. In the column ACTUAL ``setData`` takes a target's actual value, and a
    task's status."""

    def __init__(self, document: PlanDocument, parent: Any = None) -> None:
        super().__init__(document, parent)
        self.results = Results(targets=[], tasks=[])

    def _read(self) -> tuple[list[GridRow], list[Any]]:
        found = self.results = results(self.document.plan)
        rows: list[GridRow] = [_("Chỉ tiêu"), *found.targets] if found.targets else []
        tasks = grouped(found.tasks, _("Nhiệm vụ khác"))
        if rows and tasks and not isinstance(tasks[0], str):
            rows.append(_("Nhiệm vụ"))
        return [*rows, *tasks], list(range(len(_COLUMN_NAMES)))

    def entry(self, row: int) -> TaskRow | TargetRow | None:
        found = super().entry(row)
        return None if isinstance(found, AssignmentRow) else found

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        typed = index.column() == ACTUAL and isinstance(self.entry(index.row()), TargetRow)
        return flags | Qt.ItemFlag.ItemIsEditable if typed else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.entry(index.row())
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.EditRole if index.column() == ACTUAL:
                return row.target.actual if isinstance(row, TargetRow) else row.task.status
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole | Qt.ItemDataRole.ToolTipRole:
                return _says(row)[index.column()]
            case Qt.ItemDataRole.ForegroundRole if index.column() != ACTUAL:
                return _colour(row, index.column())
            case Qt.ItemDataRole.BackgroundRole if _finished(row) and index.column() == VERDICT:
                return theme.tint(QGuiApplication.palette(), 0.12)
            case Qt.ItemDataRole.AccessibleTextRole:
                words = _says(row)[index.column()] or _("chưa ghi")
                return f"{headline(row.node)} – {_(_COLUMN_NAMES[index.column()])}: {words}"
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.entry(index.row())
        if row is None or role != Qt.ItemDataRole.EditRole or index.column() != ACTUAL:
            return False
        if isinstance(row, TargetRow):
            return self._change(row.target, {"actual": clean(str(value)).strip()}, "")
        return value in list(TaskStatus) and self._change(row.task, {"status": TaskStatus(value)}, "")

    def _column_head(self, column: int, role: int) -> Any:
        return _(_COLUMN_NAMES[column]) if role == Qt.ItemDataRole.DisplayRole else None


class ResultsGrid(TaskGrid):
    """The table of the pane: a target's result is typed in any column of its row; X, L, C, B set a task's status,
    Space goes round, Delete takes a result back."""

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        self._model = model
        super().__init__(model, 1, parent)
        self.setItemDelegate(LineDelegate(_("Kết quả năm nay"), _("96,1"), self))
        self.edit_when_typed_in()

    def column_width(self, column: int) -> int:
        return _WIDTHS[column]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex().siblingAtColumn(ACTUAL)
        row = self._model.entry(index.row())
        new = _meant(event, row) if row else None
        if new is not None:
            self.grid.setData(index, new)
            return
        if isinstance(row, TargetRow) and (event.text().strip() or event.key() == Qt.Key.Key_F2):
            self.setCurrentIndex(index)
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self.grid.task_row(index.row())
        if row and index.column() == ACTUAL:
            self.grid.setData(index, _next(row.task.status))
        else:
            super().mouseDoubleClickEvent(event)


class ResultsPane(GridPane):
    """The tab "Kết quả"."""

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.model = ResultsModel(document, self)
        self.grid = ResultsGrid(self.model, self)
        self.grid.setAccessibleName(_("Kết quả: chỉ tiêu và nhiệm vụ so với kế hoạch"))
        tip = _("Mở phần làm kế hoạch năm sau với kế hoạch này; kế hoạch này giữ nguyên (Ctrl+Shift+N)")
        self.roll = self.add_button(_("Lập kế hoạch năm sau từ kết quả này…"), tip)
        self.roll.clicked.connect(self._on_roll_asked)
        self.hint.setText(
            _("Chỉ tiêu: gõ số đạt được · Nhiệm vụ: X đã xong, L đang làm, C chưa làm, B bỏ, Space đổi lần lượt")
        )
        self.set_grids(
            [self.grid],
            _("Chưa có chỉ tiêu hoặc nhiệm vụ để ghi kết quả"),
            _(
                "Thêm chỉ tiêu và nhiệm vụ trong Dàn ý (+ Thêm ▾). Cuối năm ghi kết quả ở đây: nhiệm vụ chưa xong được "
                "chuyển sang kế hoạch năm sau, số đạt được thành mốc so sánh."
            ),
        )

    def _on_roll_asked(self) -> None:
        self.rollover_asked.emit()

    def _is_empty(self) -> bool:
        return not self.model.rowCount()

    def _describe(self) -> str:
        found = self.model.results
        parts = [
            _("{done}/{tasks} nhiệm vụ hoàn thành").format(done=found.count(TaskStatus.DONE), tasks=len(found.tasks)),
            _("{met}/{targets} chỉ tiêu đạt").format(met=found.count(Outcome.MET), targets=len(found.targets)),
        ]
        more = {
            Outcome.MISSED: _("{count} chỉ tiêu chưa đạt"),
            Outcome.WAITING: _("{count} chỉ tiêu chưa có kết quả"),
            Outcome.UNCLEAR: _("{count} chỉ tiêu không so được bằng số"),
        }
        parts += [words.format(count=found.count(each)) for each, words in more.items() if found.count(each)]
        return " · ".join(parts)


def _says(row: TargetRow | TaskRow) -> tuple[str, str, str, str]:
    """Return the words of a row's cells."""
    if isinstance(row, TaskRow):
        return row.task.deadline, "", _(TASK_STATUS_NAMES[row.task.status]), _(_FATES[row.task.status])
    target, verdict = row.target, _(_OUTCOME_NAMES[row.outcome])
    return _planned(target), _with_unit(target.baseline, target), _with_unit(target.actual, target), verdict


def _planned(target: Target) -> str:
    return _SIGNS.get(target.comparator, "") + _with_unit(target.value, target) if target.value else ""


def _with_unit(value: str, target: Target) -> str:
    """Return a value with the target's unit, unless it says one itself."""
    bare = value.strip()
    return with_unit(bare, target.unit) if bare and not any(c.isalpha() or c == "%" for c in bare) else bare


def _colour(row: TargetRow | TaskRow, column: int) -> Any:
    palette = QGuiApplication.palette()
    if column == VERDICT and isinstance(row, TargetRow) and row.outcome is Outcome.MISSED:
        return theme.warning(palette)
    return None if column == VERDICT and _finished(row) else theme.muted(palette)


def _finished(row: TargetRow | TaskRow) -> bool:
    return row.outcome is Outcome.MET if isinstance(row, TargetRow) else row.task.status is TaskStatus.DONE


def _meant(event: QKeyEvent, row: TargetRow | TaskRow) -> str | None:
    """Return what a key sets in a row, None for keys that set nothing by themselves."""
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return None
    away = event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
    if isinstance(row, TargetRow):
        return "" if away else None
    if event.key() == Qt.Key.Key_Space:
        return _next(row.task.status)
    return TaskStatus.OPEN if away else _LETTERS.get(event.text().lower())


def _next(status: TaskStatus) -> TaskStatus:
    return _ROUND[(_ROUND.index(status) + 1) % len(_ROUND)]
