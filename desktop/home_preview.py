"""The pages of the plan that is chosen on the home page, shown in its card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop.home import HomePage
from desktop.library import Library

if TYPE_CHECKING:
    from desktop.pages_pane import PagesPane
    from plans.plan import Plan

PAUSE_MS = 250


class HomePreview(QObject):
    """Borrows the window's one pages pane while the home page is in front."""

    def __init__(
        self, home: HomePage, library: Library, pages: Callable[[], PagesPane], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._home, self._library, self._pages = home, library, pages
        self._wanted = ""
        self._borrowed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_pause)
        home.selected.connect(self._on_selected)
        library.peeked.connect(self._on_peeked)

    def stop(self) -> None:
        """Give the pane back: an editor takes it."""
        self._pause.stop()
        self._wanted = ""
        if self._borrowed:
            self._pages().clear()

    def _on_selected(self, plan_id: str) -> None:
        if plan_id == self._wanted:
            return
        self._wanted = plan_id
        self._pause.start()

    def _on_pause(self) -> None:
        if not self._home.isVisible():
            return
        if self._wanted:
            self._library.peek(self._wanted)
        else:
            self._clear()

    def _on_peeked(self, plan: Plan) -> None:
        if plan.id != self._wanted or not self._home.isVisible():
            return
        self._borrowed = True
        pages = self._pages()
        self._home.card.page_place.addWidget(pages)
        pages.show()
        pages.show_plan(plan)

    def _clear(self) -> None:
        if self._borrowed:
            self._pages().clear()
            self._pages().hide()
