"""Dọn lỗi gõ: at the foot of the editor, the slips of typing that the program can put right, ticked one by one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from desktop.document import PlanDocument
from desktop.elided_label import ElidedLabel
from desktop.foot_pane import heading
from desktop.searching.hit_pane import HitPane
from plans.changes import Batch
from plans.search import Hit
from plans.tidying import Slip, slips, tidied
from resources.texts import gettext as _

PAUSE_MS = 400


class TidyPane(HitPane):
    """Looks through one document while it is shown."""

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(document, PAUSE_MS, _("Sửa các chỗ đã chọn"), parent)
        self.apply = self._press
        self.slips: list[Slip] = []
        self.said = ElidedLabel()
        self._lay_out()

    def open(self) -> None:
        """Show what there is to put right."""
        self._document.settle()
        self.show()
        self.refresh()
        (self.list if self.slips else self).setFocus()

    def refresh(self) -> None:
        """Look through the plan anew."""
        self._pause.stop()
        self.slips = list(slips(self._document.plan))
        self.list.show_hits([(_visible(slip.hit), _seen(slip.words)) for slip in self.slips])
        self._show_count()

    def sizeHint(self) -> QSize:
        return QSize(600, 190 if self.slips else 40)

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        close = self.closing_button(_("Đóng phần dọn lỗi gõ"))
        title = heading(_("Dọn lỗi gõ"))
        row = self.head_row()
        row.addWidget(title)
        row.addWidget(self.said, 1)
        for widget in (self.all, self.apply, close):
            row.addWidget(widget)
        self.stack(row, self.list)
        self.apply.setToolTip(_("Sửa một lần; Ctrl+Z đưa tất cả về như cũ"))

    def _describe(self, ticked: int) -> None:
        said = _("{count} chỗ, chọn {ticked}").format(count=len(self.slips), ticked=ticked)
        none = _("Không thấy lỗi gõ nào: dấu cách, dấu câu, cách đặt dấu thanh đều ổn.")
        self.said.show_text(said if self.slips else none)

    def _change(self) -> Batch:
        places = {hit.place for hit in self.list.chosen()}
        return tidied(self._document.plan, [slip for slip in self.slips if slip.hit.place in places])


def _visible(hit: Hit) -> Hit:
    return replace(hit, words=_seen(hit.words))


def _seen(words: str) -> str:
    """Spaces alone would not be seen."""
    return words if words.strip() else words.replace(" ", "␣").replace("\u00a0", "␣")
