"""What stands in the list's place while there is none: why, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.texts import gettext as _


class EmptyList(QWidget):
    """Words in the middle; buttons where a first plan can be begun, or where the library did not open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        self.first = QPushButton(_("Kế hoạch mới"))
        self.first.setProperty("primary", "true")
        self.sample = QPushButton(_("Mở kế hoạch mẫu"))
        self.again = QPushButton(_("Thử mở lại"))
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (self.first, self.sample, self.again):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addStretch(3)
        self.say(_("Đang mở thư viện…"))

    def say(self, words: str, *, fresh: bool = False, failed: bool = False) -> None:
        """Say why there is no list. fresh: there is no plan yet; failed: the library did not open."""
        self.words.setText(words)
        self.first.setVisible(fresh)
        self.sample.setVisible(fresh)
        self.again.setVisible(failed)

    def may_change(self, *, allowed: bool) -> None:
        """Say whether the library may be changed here."""
        self.first.setEnabled(allowed)
        self.sample.setEnabled(allowed)
