"""Dọn lỗi gõ: at the foot of the editor, the slips of typing that the program can put right, ticked one by one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from desktop.document import PlanDocument
from desktop.elided_label import ElidedLabel
from desktop.foot_pane import FootPane, heading
from desktop.searching.hit_list import HitList
from plans.search import Hit
from plans.tidying import Slip, slips, tidied
from resources.texts import gettext as _

PAUSE_MS = 400


class TidyPane(FootPane):
    """Follows one document while it is shown.

    Signals:
        node_selected(str), node_opened(str): the clerk looks at a slip, wants to write there.
        closed: the pane was put away.
    """

    node_selected = Signal(str)
    node_opened = Signal(str)

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.slips: list[Slip] = []
        self.said = ElidedLabel()
        self.all = QCheckBox(_("Chọn hết"))
        self.apply = QPushButton(_("Sửa các chỗ đã chọn"))
        self.list = HitList(document)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self.refresh)
        self.all.clicked.connect(self._on_all)
        self.apply.clicked.connect(self._on_apply)
        self.list.node_selected.connect(self.node_selected)
        self.list.node_opened.connect(self.node_opened)
        self.list.ticked.connect(self._show_count)
        document.applied.connect(self._on_applied)
        self.hide()

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

    def _show_count(self) -> None:
        chosen = len(self.list.chosen())
        said = _("{count} chỗ, chọn {ticked}").format(count=len(self.slips), ticked=chosen)
        none = _("Không thấy lỗi gõ nào: dấu cách, dấu câu, cách đặt dấu thanh đều ổn.")
        self.said.show_text(said if self.slips else none)
        self.apply.setEnabled(chosen > 0)
        self.all.setEnabled(bool(self.slips))
        self.all.setChecked(bool(self.slips) and chosen == self.list.count())

    def _on_all(self, ticked: bool) -> None:
        self.list.tick_all(ticked=ticked)
        self.refresh()

    def _on_applied(self, _change: object) -> None:
        if not self.isHidden():
            self._pause.start()

    def _on_apply(self) -> None:
        self._document.settle()
        self.refresh()
        places = {hit.place for hit in self.list.chosen()}
        self._document.end_burst()
        self._document.try_edit(tidied(self._document.plan, [s for s in self.slips if s.hit.place in places]))
        self.refresh()


def _visible(hit: Hit) -> Hit:
    return replace(hit, words=_seen(hit.words))


def _seen(words: str) -> str:
    """Spaces alone would not be seen."""
    return words if words.strip() else words.replace(" ", "␣").replace("\u00a0", "␣")
