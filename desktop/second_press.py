"""A button for what cannot be taken back: it asks for a second press instead of opening a dialog."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QWidget

PATIENCE_MS = 6000
"""How long the second press is waited for."""


class SecondPressButton(QPushButton):
    """Says ``words``; after a first press ``again``, until it is pressed once more or time runs out.

    Signals:
        confirmed: pressed twice.
    """

    confirmed = Signal()

    def __init__(self, words: str, again: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._again = ""
        self._words = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PATIENCE_MS)
        self._timer.timeout.connect(self.calm)
        self.say(words, again)
        self.clicked.connect(self._on_clicked)

    @property
    def waiting(self) -> bool:
        """Whether it has been pressed once."""
        return self._timer.isActive()

    def say(self, words: str, again: str) -> None:
        """Have it say these words from now on."""
        self._words, self._again = words, again
        self.setMinimumWidth(0)
        self.calm()

    def calm(self) -> None:
        """Forget a first press."""
        self._timer.stop()
        self.setText(self._words)
        self.setAccessibleName(self._words)

    def _on_clicked(self) -> None:
        if self._timer.isActive():
            self.calm()
            self.confirmed.emit()
            return
        self._timer.start()
        self.setText(self._again)
        self.setAccessibleName(self._again)
