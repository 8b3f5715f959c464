"""The second face of "Độ phủ": units left, tasks right; a ticked task is one the chosen unit has part in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from desktop.document import PlanDocument
from desktop.node_texts import headline
from desktop.views.cover_list import CoverList, cover_pair, cover_view
from desktop.views.duties import COORDINATING, DUTIES, LEAD, duty_of, with_duty
from desktop.views.model import NODE_ID_ROLE, Index
from plans.changes import Batch, Change, SetField
from plans.nodes import Assignment, Task
from plans.views import UnitCoverage, UnitDuties, unit_coverage
from resources.texts import gettext as _


class UnitsModel(CoverList):
    """The units, each with what it has to do; those without a duty first. Their ids are their names."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._duties: dict[str, UnitDuties] = {}

    def show_units(self, units: Sequence[UnitDuties], *, anew: bool) -> None:
        """Show these units."""
        self._duties = {each.unit: each for each in units}
        self.arrange(list(self._duties), [each.unit for each in units if each.idle], anew=anew)

    def _says(self, node_id: str) -> tuple[str, str, bool]:
        duties = self._duties.get(node_id)
        if duties is None:
            return "", "", False
        if duties.idle:
            return node_id, _("Chưa được giao việc nào"), True
        counts = {
            _("{count} chủ trì"): len(duties.lead),
            _("{count} tham mưu"): len(duties.advising),
            _("{count} phối hợp"): len(duties.coordinating),
            _("{count} chỉ tiêu"): len(duties.targets),
            _("{count} việc ở phần phân công"): sum(len(each.children) for each in duties.assignments),
        }
        return node_id, " · ".join(words.format(count=count) for words, count in counts.items() if count), False


class SharesModel(CoverList):
    """Tasks and assignments without a unit, ticked where the chosen unit has part; ticking gives it one: it leads
    where nobody does, else it coordinates. Unticking takes it off the task."""

    def __init__(self, document: PlanDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._words: dict[str, str] = {}
        self.unit = ""

    def show_duties(self, found: UnitCoverage, *, anew: bool) -> None:
        """Show the duties of the plan."""
        self._words = {each.id: _first_words(each) for each in found.unnamed}
        bare = [*self._words, *(row.task.id for row in found.unled_tasks)]
        self._words |= {row.task.id: f"{row.label} {row.title.plain}".strip() for row in found.tasks}
        self.arrange(list(self._words), bare, anew=anew)

    def choose(self, unit: str) -> None:
        """Let the ticks say what this unit has part in, "" for none chosen."""
        self.unit = unit
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.unit and index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.CheckStateRole:
            return super().data(index, role)
        if not self.unit or not index.isValid():
            return None
        node = self._document.node(self.node_id(index))
        shares = isinstance(node, Task) and bool(duty_of(node, self.unit))
        return Qt.CheckState.Checked if shares else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self.unit or not index.isValid():
            return False
        self._document.settle()
        change = self._change(self.node_id(index), shares=Qt.CheckState(value) == Qt.CheckState.Checked)
        if change is None:
            return False
        self._document.end_burst()
        return self._document.try_edit(change)

    def _change(self, node_id: str, *, shares: bool) -> Change | None:
        """Return what a tick does, None for nothing."""
        node = self._document.node(node_id)
        if isinstance(node, Assignment):
            return SetField(node.id, "unit", self.unit) if shares else None
        if not isinstance(node, Task) or shares == bool(duty_of(node, self.unit)):
            return None
        duty = "" if not shares else COORDINATING if node.lead else LEAD
        lists = with_duty(node, self.unit, duty)
        changes = [SetField(node.id, name, value) for name, value in lists.items() if getattr(node, name) != value]
        return Batch(tuple(changes), "duties")

    def _says(self, node_id: str) -> tuple[str, str, bool]:
        node, words = self._document.node(node_id), self._words.get(node_id, "")
        if isinstance(node, Assignment):
            return words, _("Chưa ghi giao cho đơn vị nào"), True
        if not isinstance(node, Task):
            return "", "", False
        if not node.lead:
            return words, _("Chưa có đơn vị chủ trì."), True
        parts = [(_(name).capitalize(), getattr(node, field)) for field, name in DUTIES.values()]
        return words, " · ".join(f"{name}: {'; '.join(units)}" for name, units in parts if units), False


class UnitCover(QWidget):
    """Units and duties side by side.

    Signals:
        node_selected: id of the task or assignment the clerk went to.
        node_opened: id of the one the clerk wants to see in its form.
    """

    node_selected = Signal(str)
    node_opened = Signal(str)

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._found = UnitCoverage(units=[], tasks=[], unnamed=[])
        self.units, self.duties = UnitsModel(self), SharesModel(document, self)
        self.unit_list: QListView = cover_view(self.units, _("Đơn vị"))
        self.duty_list: QListView = cover_view(self.duties, _("Việc của đơn vị đang chọn"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        heads = QLabel(_("Đơn vị")), QLabel(_("Việc của đơn vị đang chọn"))
        column.addWidget(cover_pair(heads[0], self.unit_list, heads[1], self.duty_list))
        self.unit_list.selectionModel().currentChanged.connect(self._on_unit_chosen)
        self.duty_list.selectionModel().currentChanged.connect(self._on_duty_chosen)
        self.duty_list.doubleClicked.connect(self._on_opened)

    def read(self, *, anew: bool) -> None:
        """Take over the plan as it is; ``anew``: with what stands alone first."""
        chosen = self.units.node_id(self.unit_list.currentIndex())
        self._found = unit_coverage(self._document.plan, self._office_units())
        self.units.show_units(self._found.units, anew=anew)
        self.duties.show_duties(self._found, anew=anew)
        at = self.units.index_of(chosen)
        self.unit_list.setCurrentIndex(at if at.isValid() or not self.units.rowCount() else self.units.index(0))
        self.duties.choose(self.units.node_id(self.unit_list.currentIndex()))

    def select(self, node_id: str) -> None:
        """Bring a task into sight."""
        at = self.duties.index_of(node_id)
        if at.isValid():
            self.duty_list.setCurrentIndex(at)

    def describe(self) -> str:
        """Return the sentence that says how things stand."""
        found = self._found
        parts = [
            _("{idle} trong {units} đơn vị chưa có việc").format(idle=len(found.idle_units), units=len(found.units)),
            _("{bare} trong {tasks} nhiệm vụ chưa có đơn vị chủ trì").format(
                bare=len(found.unled_tasks), tasks=len(found.tasks)
            ),
        ]
        if found.unnamed:
            parts.append(_("{count} phần phân công chưa ghi đơn vị").format(count=len(found.unnamed)))
        return " · ".join(parts)

    def _office_units(self) -> list[str]:
        """Return the office's own units that the plan does not name, however it spells them."""
        from db.units import unit_key  # noqa: PLC0415 - the first paint needs none of this
        from desktop.units import known_units  # noqa: PLC0415 - as above

        agency = self._document.office.agency
        named = {unit_key(unit) for unit in known_units(self._document.plan)}
        return [unit.name for unit in agency.units if unit_key(unit.name) not in named] if agency else []

    def _on_unit_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.duties.choose(self.units.node_id(current))

    def _on_duty_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        node_id = self.duties.node_id(current)
        if node_id and self.duty_list.hasFocus():
            self.node_selected.emit(node_id)

    def _on_opened(self, index: QModelIndex) -> None:
        self.node_opened.emit(str(index.data(NODE_ID_ROLE)))


def _first_words(assignment: Assignment) -> str:
    return headline(assignment.children[0] if assignment.children else assignment)
