"""Keeps the pages in step with the plan: after each edit burst they are made anew, in the pages' own process."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop.pages_pane import PagesPane
from plans.plan import Plan

PAUSE_MS = 350


class Preview(QObject):
    """Shows the plan of one editor on the pages. Of states that follow each other fast only the newest is made."""

    def __init__(self, plan: Plan, pages: PagesPane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan, self._pages = plan, pages
        self._closed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.show)

    def refresh(self) -> None:
        """Show the plan once nothing has changed for a moment."""
        self._pause.start()

    def show(self) -> None:
        """Show the plan as it stands now."""
        if not self._closed:
            self._pages.show_plan(self._plan)

    def close(self) -> None:
        """Stop; nothing more is shown."""
        self._closed = True
        self._pause.stop()
