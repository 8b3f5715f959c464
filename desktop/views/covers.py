"""Độ phủ: targets left, tasks right; a ticked task serves the chosen target. What stands alone is first.

Its second face does the same for units and what they have to do (see ``unit_covers``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QButtonGroup, QLabel, QListView, QStackedWidget, QWidget

from desktop.document import PlanDocument
from desktop.node_texts import headline
from desktop.views.cover_list import CoverList, cover_pair, cover_view
from desktop.views.model import NODE_ID_ROLE, Index
from desktop.views.pane import ViewPane
from desktop.views.unit_covers import UnitCover
from plans.changes import SetField
from plans.nodes import Target, Task
from plans.views import Coverage, TargetCover, TaskRow, coverage
from resources.texts import gettext as _


class TargetsModel(CoverList):
    """The targets, each with the tasks that serve it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._covers: dict[str, TargetCover] = {}

    def show_covers(self, covers: Sequence[TargetCover], *, anew: bool) -> None:
        """Show these targets."""
        self._covers = {cover.target.id: cover for cover in covers}
        self.arrange(list(self._covers), [each for each, cover in self._covers.items() if not cover.tasks], anew=anew)

    def _says(self, node_id: str) -> tuple[str, str, bool]:
        cover = self._covers.get(node_id)
        if cover is None:
            return "", "", False
        if not cover.tasks:
            return headline(cover.target), _("Chưa có nhiệm vụ nào"), True
        note = _("{count} nhiệm vụ: {first}").format(count=len(cover.tasks), first=cover.tasks[0].title.plain)
        return headline(cover.target), note, False


class ServingModel(CoverList):
    """The tasks, ticked where they serve the chosen target; ticking links, unticking unlinks."""

    def __init__(self, document: PlanDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._rows: dict[str, TaskRow] = {}
        self.target = ""

    def show_rows(self, rows: Sequence[TaskRow], bare: Sequence[TaskRow], *, anew: bool) -> None:
        """Show these tasks."""
        self._rows = {row.task.id: row for row in rows}
        self.arrange(list(self._rows), [row.task.id for row in bare], anew=anew)

    def choose(self, target_id: str) -> None:
        """Let the ticks say what serves this target, "" for none chosen."""
        self.target = target_id
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if self.target and index.isValid() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.CheckStateRole:
            return super().data(index, role)
        row = self._rows.get(self.node_id(index))
        if row is None or not self.target:
            return None
        return Qt.CheckState.Checked if row.task.target == self.target else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows.get(self.node_id(index))
        if role != Qt.ItemDataRole.CheckStateRole or row is None or not self.target:
            return False
        serves = Qt.CheckState(value) == Qt.CheckState.Checked
        if serves == (row.task.target == self.target):
            return False
        self._document.settle()
        self._document.end_burst()
        return self._document.try_edit(SetField(row.task.id, "target", self.target if serves else ""))

    def _says(self, node_id: str) -> tuple[str, str, bool]:
        row = self._rows.get(node_id)
        if row is None:
            return "", "", False
        words = f"{row.label} {row.title.plain}".strip()
        target = self._document.node(row.task.target) if row.task.target else None
        if not isinstance(target, Target):
            return words, _("Chưa gắn chỉ tiêu nào"), True
        return words, _("Gắn với: {target}").format(target=headline(target)), False


class CoveragePane(ViewPane):
    """The tab "Độ phủ"."""

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.targets = TargetsModel(self)
        self.tasks = ServingModel(document, self)
        self.target_list = cover_view(self.targets, _("Chỉ tiêu"))
        self.task_list = cover_view(self.tasks, _("Nhiệm vụ phục vụ chỉ tiêu đang chọn"))
        self._following = False
        self._found = Coverage(targets=[], tasks=[])
        self._right = QLabel(self)
        self._right.setWordWrap(True)
        self.units = UnitCover(document, self)
        self._faces = QStackedWidget(self)
        self._left = QLabel(_("Chỉ tiêu"), self)
        self._left.setWordWrap(True)
        self._faces.addWidget(cover_pair(self._left, self.target_list, self._right, self.task_list))
        self._faces.addWidget(self.units)
        self.faces = self._make_switch()
        self.set_content(
            self._faces,
            _("Chưa có chỉ tiêu hoặc nhiệm vụ để đối chiếu"),
            _(
                "Thêm chỉ tiêu và nhiệm vụ trong Dàn ý (+ Thêm ▾). Ở đây thấy ngay chỉ tiêu nào chưa có nhiệm vụ, "
                "nhiệm vụ nào chưa phục vụ chỉ tiêu nào, và gắn chúng với nhau."
            ),
        )
        self.target_list.selectionModel().currentChanged.connect(self._on_target_chosen)
        self.task_list.selectionModel().currentChanged.connect(self._on_task_chosen)
        for view in (self.target_list, self.task_list):
            view.doubleClicked.connect(self._on_opened)
        for signal, onward in (
            (self.units.node_selected, self.node_selected),
            (self.units.node_opened, self.node_opened),
        ):
            signal.connect(onward)
        document.applied.connect(self._on_plan_changed)
        self._on_face_chosen(0)

    def _make_switch(self) -> QButtonGroup:
        """Return the two buttons of the head that choose the face."""
        group = self.add_switch(
            (
                (_("Chỉ tiêu – nhiệm vụ"), _("Chỉ tiêu nào chưa có nhiệm vụ, nhiệm vụ nào chưa gắn chỉ tiêu")),
                (_("Đơn vị – việc"), _("Đơn vị nào chưa có việc, việc nào chưa có đơn vị")),
            )
        )
        group.idClicked.connect(self._on_face_chosen)
        return group

    def _on_face_chosen(self, face: int) -> None:
        self._faces.setCurrentIndex(face)
        targets = _("Chọn một chỉ tiêu bên trái, đánh dấu các nhiệm vụ phục vụ nó bên phải (Space)")
        units = _("Đánh dấu việc của đơn vị đang chọn (Space): chủ trì nếu chưa ai chủ trì, không thì phối hợp")
        self.hint.setText(units if face else targets)
        self._follow(shown=self._following)
        self.refresh()

    def select(self, node_id: str) -> None:
        self.units.select(node_id)
        node = self.document.node(node_id)
        if isinstance(node, Target):
            self.target_list.setCurrentIndex(self.targets.index_of(node_id))
        elif isinstance(node, Task):
            self.task_list.setCurrentIndex(self.tasks.index_of(node_id))
            if node.target:
                self.target_list.setCurrentIndex(self.targets.index_of(node.target))

    def _follow(self, *, shown: bool) -> None:
        self._following = shown
        if shown:
            self._read(anew=True)

    def _read(self, *, anew: bool) -> None:
        """Take over the plan in the face that is shown; ``anew``: with what stands alone first."""
        if self._faces.currentIndex():
            self.units.read(anew=anew)
            return
        chosen = self.targets.node_id(self.target_list.currentIndex())
        found = self._found = coverage(self.document.plan)
        self.targets.show_covers(found.targets, anew=anew)
        self.tasks.show_rows(found.tasks, found.bare_tasks, anew=anew)
        at = self.targets.index_of(chosen)
        self.target_list.setCurrentIndex(at if at.isValid() or not anew else self.targets.index(0))
        self._say_chosen()

    def _is_empty(self) -> bool:
        return not any(isinstance(node, (Target, Task)) for node in self.document.plan.walk())

    def _describe(self) -> str:
        if self._faces.currentIndex():
            return self.units.describe()
        found = self._found
        return _(
            "{bare_targets} trong {targets} chỉ tiêu chưa có nhiệm vụ · {bare_tasks} trong {tasks} nhiệm vụ chưa gắn "
            "chỉ tiêu"
        ).format(
            bare_targets=len(found.bare_targets),
            targets=len(found.targets),
            bare_tasks=len(found.bare_tasks),
            tasks=len(found.tasks),
        )

    def _say_chosen(self) -> None:
        target = self.targets.node_id(self.target_list.currentIndex())
        self.tasks.choose(target)
        serving = _("Nhiệm vụ phục vụ chỉ tiêu đang chọn") if target else _("Nhiệm vụ")
        self._right.setText(serving if self._found.tasks else _("Chưa có nhiệm vụ nào; thêm ở Dàn ý (+ Thêm ▾)"))
        self._left.setText(_("Chỉ tiêu") if self._found.targets else _("Chưa có chỉ tiêu nào; thêm ở Dàn ý (+ Thêm ▾)"))

    def _on_plan_changed(self, _change: object) -> None:
        if self._following:
            self._read(anew=False)
            self.refresh()

    def _on_target_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._say_chosen()
        self._tell(self.targets.node_id(current), self.target_list)

    def _on_task_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._tell(self.tasks.node_id(current), self.task_list)

    def _tell(self, node_id: str, view: QListView) -> None:
        if node_id and view.hasFocus():
            self.node_selected.emit(node_id)

    def _on_opened(self, index: QModelIndex) -> None:
        self.node_opened.emit(str(index.data(NODE_ID_ROLE)))
