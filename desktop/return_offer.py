"""A Word file chosen to be read is the export of a plan that is here: the way into it, offered until answered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.plan_list import name_of
from desktop.strip import Strip
from resources.texts import gettext as _

if TYPE_CHECKING:
    from plans.plan import Plan


class ReturnOffer(Strip):
    """A strip below the review of that file; it goes with the review, and with an answer.

    Signals:
        wanted(str, Path): what was changed in the file is to be taken into the plan of this id.
        declined: the file is to be read like any other.
    """

    wanted = Signal(str, object)
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan_id, self._path = "", Path()
        self.take = QPushButton(_("Nhận chỗ đã sửa vào kế hoạch ấy"))
        self.take.setProperty("primary", "true")
        self.take.setToolTip(_("Mở kế hoạch ấy và kê từng chỗ đã sửa trong tệp để chọn"))
        self.other = QPushButton(_("Nhập như tệp khác"))
        self.other.setToolTip(_("Tệp này thành một kế hoạch riêng"))
        self.lay_out(self.take, self.other)
        self.take.clicked.connect(self._on_take)
        self.other.clicked.connect(self._on_other)
        self.hide()

    def offer(self, plan: Plan, path: Path) -> None:
        """Ask about the file at ``path``, an export of ``plan``; the answer has the keyboard."""
        self._plan_id, self._path = plan.id, path
        self.words.setText(
            _("Tệp “{file}” là bản Word của “{subject}”, đã có trong thư viện.").format(
                file=path.name, subject=name_of(plan)
            )
        )
        self.come_back()

    def come_back(self) -> None:
        """Ask again where no answer was given."""
        if self._plan_id:
            self.show()
            self.take.setFocus()

    def forget(self) -> None:
        """Ask no more: the file is done with."""
        self._plan_id = ""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_other()
            return
        super().keyPressEvent(event)

    def _on_take(self) -> None:
        plan_id = self._plan_id
        self.forget()
        self.wanted.emit(plan_id, self._path)

    def _on_other(self) -> None:
        self.forget()
        self.declined.emit()
