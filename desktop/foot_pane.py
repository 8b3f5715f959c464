"""A pane at the foot of the editor: it comes when it is asked for and goes by Esc or its ✕."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QToolButton


class FootPane(QFrame):
    """What all such panes share.

    Signals:
        opened: the pane came into sight.
        closed: the pane was put away.
    """

    opened = Signal()
    closed = Signal()

    def put_away(self) -> None:
        """Hide the pane; it is as it was when it is opened again."""
        self.hide()
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    def closing_button(self, name: str) -> QToolButton:
        """Return the ✕; ``name``: what a screen reader calls it."""
        button = QToolButton()
        button.setText("✕")
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.clicked.connect(self.put_away)
        return button


def heading(text: str = "") -> QLabel:
    """Return the pane's name in bold."""
    label = QLabel(text)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
