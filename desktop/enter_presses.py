"""A window in which Enter presses the button that has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QToolButton


class EnterPresses(QMainWindow):
    """Gets the Enter nothing inside had a use for: outside of dialogs Qt lets only the space bar press buttons."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, (QPushButton, QToolButton)):
            button.click()
        else:
            super().keyPressEvent(event)
