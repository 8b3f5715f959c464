"""Ban hành: at the foot of the editor, the number and date that the signed plan got."""

from __future__ import annotations

from PySide6.QtCore import QDate, QRegularExpression, QSize, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop import theme
from desktop.document import PlanDocument
from desktop.foot_pane import FootPane
from plans.changes import Batch, SetField
from plans.plan import PLAN_ID, PlanDate, PlanStatus
from resources.texts import gettext as _


class IssuePane(FootPane):
    """Asks for what is entered after signing.

    Signals:
        asked(Batch): issue the plan with this number, date and status.
        closed: the pane was put away.
    """

    asked = Signal(object)

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.number = QLineEdit()
        self.number.setAccessibleName(_("Số văn bản"))
        self.number.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{1,5}[a-zA-Z]?"), self))
        self.number.setMaximumWidth(90)
        self.symbol = QLabel()
        self.date = QDateEdit()
        self.date.setAccessibleName(_("Ngày ban hành"))
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.date.setCalendarPopup(True)
        self.issue = QPushButton(_("Ban hành"))
        self.issue.setToolTip(_("Xuất bản sạch đã soát thể thức và giữ nguyên bản ấy trong thư viện"))
        self.number.textChanged.connect(self._on_typed)
        self.number.returnPressed.connect(self.issue.click)
        self.issue.clicked.connect(self._on_issue)
        self._lay_out()
        self.hide()

    def open(self) -> None:
        """Show what the plan says already, today where it says no day."""
        self._document.settle()
        plan = self._document.plan
        self.number.setText(plan.number)
        self.symbol.setText(f"/{plan.symbol}")
        said = QDate(plan.date.year or 0, plan.date.month or 0, plan.date.day or 0)
        self.date.setDate(said if said.isValid() else QDate.currentDate())
        self._on_typed()
        self.show()
        self.number.setFocus()
        self.number.selectAll()

    def change(self) -> Batch:
        """Return the step that writes number, date and status; a number below ten gets its nought (PL1-II.3)."""
        number = self.number.text()
        day = self.date.date()
        date = PlanDate(day=day.day(), month=day.month(), year=day.year())
        fields = {"number": number.zfill(2) if number.isdigit() else number, "date": date, "status": PlanStatus.SIGNED}
        return Batch(tuple(SetField(PLAN_ID, name, value) for name, value in fields.items()), "issue")

    def sizeHint(self) -> QSize:
        return QSize(600, 44)

    def _lay_out(self) -> None:
        close = self.closing_button(_("Đóng phần ban hành"))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.SMALL_GAP, theme.SMALL_GAP)
        row.setSpacing(theme.SMALL_GAP)
        for widget in (QLabel(_("Số")), self.number, self.symbol, QLabel(_("Ngày ban hành")), self.date, self.issue):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(close)

    def _on_typed(self, _text: str = "") -> None:
        self.issue.setEnabled(self.number.hasAcceptableInput())

    def _on_issue(self) -> None:
        self.asked.emit(self.change())
