"""A pane at the foot of the editor: it comes when it is asked for and goes by Esc or its ✕."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop import theme


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

    def head_row(self, spacing: int = theme.GAP) -> QHBoxLayout:
        """Return the empty row for the pane's name and buttons."""
        row = QHBoxLayout()
        row.setContentsMargins(theme.MARGIN, theme.SMALL_GAP, theme.SMALL_GAP, 2)
        row.setSpacing(spacing)
        return row

    def stack(self, row: QHBoxLayout, *below: QWidget) -> None:
        """Lay the pane out: the row, and ``below`` it the rest, the last of which grows."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        for widget in below:
            column.addWidget(widget)
        column.setStretchFactor(below[-1], 1)

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
