"""What the layout audit found, in a window of its own beside the work: read it, press on, close it when done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop import theme
from resources.texts import gettext as _

if TYPE_CHECKING:
    from documents.audit import AuditReport


class ReportWindow(QDialog):
    """Shows one audit report; it never blocks the window it belongs to and goes with it."""

    def __init__(self, name: str, report: AuditReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Soát thể thức “{name}”").format(name=name))
        self.resize(720, 420)
        self.text = QPlainTextEdit(report.as_text())
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Kết quả soát thể thức"))
        advice = QLabel(advice_of(report))
        advice.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setSpacing(theme.MARGIN)
        column.addWidget(advice)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)


def advice_of(report: AuditReport) -> str:
    """Return what to do about an issued copy with these findings."""
    if report.has_errors:
        return _("Bản phát hành còn lỗi thể thức. Hãy sửa trong kế hoạch rồi xuất lại trước khi ban hành.")
    return _("Bản phát hành không có lỗi thể thức.")
