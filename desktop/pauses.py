"""Waits for a pause in what goes on, but not for ever."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal


class Pauses(QObject):
    """Two timers: one begun anew by each event, one by the first event since the last pause.

    Signals:
        over: nothing happened for ``pause`` milliseconds, or something has been happening for ``longest``.
    """

    over = Signal()

    def __init__(self, pause: int, longest: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pause, self._longest = QTimer(self), QTimer(self)
        for timer, interval in ((self._pause, pause), (self._longest, longest)):
            timer.setSingleShot(True)
            timer.setInterval(interval)
            timer.timeout.connect(self._on_over)

    def start(self) -> None:
        """Something happened."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def stop(self) -> None:
        """Forget what happened."""
        self._pause.stop()
        self._longest.stop()

    def isActive(self) -> bool:
        """Say whether something happened that is not over."""
        return self._pause.isActive()

    def _on_over(self) -> None:
        self.stop()
        self.over.emit()
