"""Saves the open plan by itself: within two seconds of the last edit burst, and at once when asked."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.document import PlanDocument
from desktop.library import Library
from desktop.pauses import Pauses
from plans.plan import Plan

PAUSE_MS = 700
"""From the first edit that is not on disk to the save; with the form's own pause and the save it stays below two
seconds, also while somebody types without a pause."""

AGAIN_MS = 10_000
"""From a save that failed to the next try."""


class Autosave(QObject):
    """Watches one document.

    Signals:
        state_changed(str): "editing" (not yet on disk), "saved".
        stored(int): so many changes since the document was opened are on disk.
    """

    state_changed = Signal(str)
    stored = Signal(int)

    def __init__(self, document: PlanDocument, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._library = library
        self._changes = 0
        self._under_way: deque[int] = deque()
        self.pending = False
        self._pause = Pauses(PAUSE_MS, PAUSE_MS, self)
        self._pause.over.connect(self.save)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.save)
        document.applied.connect(self._on_applied)
        library.saved.connect(self._on_saved)
        library.save_failed.connect(self._on_save_failed)

    def save(self) -> None:
        """Save what is not on disk yet."""
        self._pause.stop()
        if self.pending:
            self.pending = False
            self._under_way.append(self._changes)
            self._library.save(self._document.plan)

    def _on_applied(self, _change: object) -> None:
        self.pending = True
        self._changes += 1
        self.state_changed.emit("editing")
        self._pause.start()

    def _on_saved(self, plan_id: str, _revision: int) -> None:
        if plan_id == self._document.plan.id and self._under_way:
            self.stored.emit(self._under_way.popleft())
            if not self.pending and not self._under_way:
                self.state_changed.emit("saved")

    def _on_save_failed(self, plan: Plan, _trouble: object) -> None:
        if plan.id == self._document.plan.id and self._under_way:
            self._under_way.popleft()
            self.pending = True
            self._again.start()
