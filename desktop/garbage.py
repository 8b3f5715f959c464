"""Python's garbage collector runs in whichever thread happens to allocate; if that is not the window's, Qt objects in
reference cycles are destroyed there and the process dies. So it is switched off and run from the window's thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 1000

SETTLED_MS = 3000
"""After the start: what has been imported and built by then stays for good and is never looked through again."""


class WindowGarbage(QObject):
    """Collects on the thread it lives in, when a generation has grown past Python's own thresholds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        QTimer.singleShot(SETTLED_MS, self, self._settle)

    def look(self) -> None:
        """Collect the oldest generation that is due, if any."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def _settle(self) -> None:
        """Look once through what the start has left, then never again: it made each later full look 40 ms long."""
        gc.collect()
        gc.freeze()
