"""What home shows where it has no plan to list: why, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.texts import gettext as _


class EmptyList(QWidget):
    """A sentence, and below it in an empty library the ways to begin: ``read`` a file, the ``first`` plan, a look at
    the ``sample``; where the library did not open, a way to try it ``again``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setWordWrap(True)
        self.read = QPushButton(_("Nhập từ tệp…"))
        self.first = QPushButton(_("Kế hoạch mới"))
        self.first.setProperty("primary", "true")
        self.sample = QPushButton(_("Xem kế hoạch mẫu"))
        self.again = QPushButton(_("Thử mở lại"))
        self._steps = (self.read, self.first, self.sample)
        below, row = QVBoxLayout(), QHBoxLayout()  # below each other: side by side they would widen a small window
        row.addStretch(1)
        row.addLayout(below)
        row.addStretch(1)
        for button in (*self._steps, self.again):
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self.words)
        column.addLayout(row)
        column.addStretch(3)
        self.say(_("Đang mở thư viện…"))

    def say(self, words: str, *, fresh: bool = False, failed: bool = False) -> None:
        """Say why there is no list. fresh: there is no plan yet; failed: the library did not open."""
        self.words.setText(words)
        for button in self._steps:
            button.setVisible(fresh)
        self.again.setVisible(failed)

    def may_change(self, *, allowed: bool) -> None:
        """Say whether the library may be changed here."""
        for button in self._steps:
            button.setEnabled(allowed)
