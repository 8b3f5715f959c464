"""The tab "Lộ trình": a line that counts what is due, the table of bars, and the way into an appendix."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.document import PlanDocument
from desktop.task_tables import roadmap_addition
from desktop.views.pane import GridPane
from desktop.views.quarter_grid import RoadmapGrid
from desktop.views.quarters import RoadmapModel
from resources.texts import gettext as _


class RoadmapPane(GridPane):
    """The tab "Lộ trình"."""

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.model = RoadmapModel(document, self)
        self.grid = RoadmapGrid(self.model, self)
        self.grid.setAccessibleName(_("Lộ trình: nhiệm vụ theo quý"))
        tip = _("Thêm phụ lục có bảng lộ trình theo quý")
        self.add_button(_("Đưa vào phụ lục"), tip).clicked.connect(self._on_appendix_asked)
        self.hint.setText(
            _("Kéo đầu vạch, hoặc Alt+← Alt+→, để dời hạn · Space: đặt hạn vào quý này · gõ ở cột Thời hạn để viết")
        )
        self.set_grids(
            [self.grid],
            _("Chưa có nhiệm vụ nào để xếp lộ trình"),
            _(
                "Thêm nhiệm vụ trong Dàn ý (+ Thêm ▾, Nhiệm vụ) và ghi thời hạn như vẫn viết: “Quý II/2026”, “trước "
                "ngày 30/6/2026”. Ở đây mỗi nhiệm vụ thành một vạch theo quý, kéo vạch là đổi thời hạn."
            ),
        )

    def _is_empty(self) -> bool:
        return not self.model.tasks

    def _describe(self) -> str:
        found = self.model.roadmap
        years = [self._describe_year(year) for year in found.years]
        waiting = _("{count} nhiệm vụ chưa xếp vào quý nào").format(count=len(found.undated))
        return " · ".join([*filter(None, years), *([waiting] if found.undated else [])])

    def _describe_year(self, year: int) -> str:
        """Return what is due in a year, "" for nothing."""
        found = self.model.roadmap
        tasks = sum(len(entries) for quarter, entries in found.due.items() if quarter.year == year)
        targets = len(found.targets.get(year, []))
        if targets:
            return _("Năm {year}: {tasks} nhiệm vụ, {targets} chỉ tiêu đến hạn").format(
                year=year, tasks=tasks, targets=targets
            )
        return _("Năm {year}: {tasks} nhiệm vụ đến hạn").format(year=year, tasks=tasks) if tasks else ""

    def _on_appendix_asked(self) -> None:
        self.document.settle()
        change, made = roadmap_addition(self.document.plan)
        self.document.end_burst()
        self.document.try_edit(change)
        self.node_opened.emit(made)
