"""Saves the open plan by itself: within two seconds of the last edit burst, and at once when asked."""

from __future__ import annotations

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
    """

    state_changed = Signal(str)

    def __init__(self, document: PlanDocument, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._library = library
        self._under_way = 0
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
            self._under_way += 1
            self._library.save(self._document.plan)

    def _on_applied(self, _change: object) -> None:
        self.pending = True
        self.state_changed.emit("editing")
        self._pause.start()

    def _on_saved(self, plan_id: str, _revision: int) -> None:
        if plan_id == self._document.plan.id and self._under_way:
            self._under_way -= 1
            if not self.pending and not self._under_way:
                self.state_changed.emit("saved")

    def _on_save_failed(self, plan: Plan, _trouble: object) -> None:
        if plan.id == self._document.plan.id and self._under_way:
            self._under_way -= 1
            self.pending = True
            self._again.start()
