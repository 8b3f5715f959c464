"""A strip across the window that says or asks something: words on the left, what can be done on the right."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import theme


class Strip(QFrame):
    """What all such strips share: their ground, ``words`` that wrap, and one row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.words = QLabel()

    def lay_out(self, *buttons: QWidget, title: QLabel | None = None) -> None:
        """Put the words, below ``title`` where there is one, before ``buttons``."""
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for label in (title, self.words):
            if label is not None:
                label.setWordWrap(True)
                label.setForegroundRole(QPalette.ColorRole.ToolTipText)
                texts.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.MARGIN, theme.SMALL_GAP)
        row.setSpacing(theme.GAP)
        row.addLayout(texts, 1)
        for button in buttons:
            row.addWidget(button)
