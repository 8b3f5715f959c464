"""The bar over the editor: back, name, status, saved or not, undo and redo, export."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from desktop import theme
from desktop.document import PlanDocument
from desktop.elided_label import ElidedLabel
from desktop.findings.texts import count_text
from desktop.plan_list import STATUS_TEXTS
from plans.changes import SetField
from plans.plan import PLAN_ID, PlanStatus
from resources.texts import gettext as _


class EditorBar(QFrame):
    """Shows and changes what concerns the whole plan.

    Signals:
        back_asked: back to the library.
    """

    back_asked = Signal()

    def __init__(self, document: PlanDocument, undo: QAction, redo: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._steps = (("undo", undo), ("redo", redo))
        self.setProperty("line", "bottom")
        self.name = ElidedLabel()
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.state = QLabel()
        self.state.setForegroundRole(self.state.foregroundRole())
        self.status = QComboBox()
        self.status.setAccessibleName(_("Trạng thái kế hoạch"))
        for status in PlanStatus:
            self.status.addItem(_(STATUS_TEXTS[status]), status)
        self.status.activated.connect(self._on_status)
        self.findings = QToolButton()
        self.status.setEnabled(not document.read_only)
        self.export = QToolButton()
        self._lay_out()
        document.applied.connect(self._on_applied)
        self._refresh()
        self.show_state("reading" if document.read_only else "saved")

    def _lay_out(self) -> None:
        back = QToolButton()
        back.setAutoRaise(True)
        back.setIcon(theme.icon("back", self.palette()))
        back.setText(_("Thư viện"))
        back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        back.setToolTip(_("Lưu và về thư viện (Alt+←)"))
        back.clicked.connect(self.back_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SMALL_GAP, theme.SMALL_GAP, theme.GAP, theme.SMALL_GAP)
        row.setSpacing(theme.SMALL_GAP)
        row.addWidget(back)
        row.addWidget(self.name, 1)
        row.addWidget(self.state)
        row.addWidget(self.status)
        for icon, action in self._steps:
            row.addWidget(self._step_button(icon, action))
        row.addWidget(self._findings_button())
        row.addWidget(self.export)

    def _step_button(self, icon: str, action: QAction) -> QToolButton:
        action.setIcon(theme.icon(icon, self.palette()))
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIconSize(QSize(20, 20))
        button.setDefaultAction(action)
        return button

    def _findings_button(self) -> QToolButton:
        self.findings.setAutoRaise(True)
        self.findings.setCheckable(True)
        self.findings.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.findings.setToolTip(_("Mở danh sách việc cần xem (F7: đến việc tiếp theo)"))
        self.show_findings(0)
        return self.findings

    def show_findings(self, pressing: int) -> None:
        """Say how many findings should be looked at before the plan is signed."""
        self.findings.setText(count_text(pressing))
        self.findings.setIcon(theme.icon("warning" if pressing else "signed", self.palette()))

    def offer_exports(self, first: QAction, others: list[QAction]) -> None:
        """Show ``first`` as the button and ``others`` in its menu."""
        self.export.setDefaultAction(first)
        self.export.setProperty("primary", "true")
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.export.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        menu = QMenu(self.export)
        menu.addActions([first, *others])
        self.export.setMenu(menu)

    def show_state(self, state: str) -> None:
        """Say whether everything is on disk: "editing" or "saved"; "reading" where nothing can be changed."""
        if state == "reading":
            self.state.setText(_("Chỉ xem"))
            return
        now = datetime.now().astimezone()
        self.state.setText(_("Đang soạn…") if state == "editing" else _("Đã lưu {time}").format(time=f"{now:%H:%M}"))

    def _refresh(self) -> None:
        plan = self._document.plan
        self.name.show_text(plan.subject or _("Kế hoạch chưa có trích yếu"))
        with QSignalBlocker(self.status):
            self.status.setCurrentIndex(self.status.findData(plan.status))

    def _on_applied(self, _change: object) -> None:
        self._refresh()

    def _on_status(self, index: int) -> None:
        status = PlanStatus(self.status.itemData(index))
        if status != self._document.plan.status:
            self._document.try_edit(SetField(PLAN_ID, "status", status))
            self._refresh()
