"""The page of a plan made in several turns of the window's loop: at once it takes three times the 50 ms that nobody
notices. Until it is whole it is not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.library import Library

if TYPE_CHECKING:
    from desktop.editor_page import EditorPage
    from desktop.pages_pane import PagesPane
    from plans.plan import Plan


class Opening(QObject):
    """Makes one page at a time; a plan that is opened meanwhile takes the place of the one before.

    Signals:
        ready(EditorPage): it can be shown, with the place it was opened at chosen.
    """

    ready = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._page: EditorPage | None = None
        self._place = ""
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._on_turn)

    def start(self, plan: Plan, pages: PagesPane, place: str) -> None:
        """Make the page of ``plan``; place: the id of the node to open it at, "" for its head."""
        from desktop.editor_page import EditorPage  # noqa: PLC0415 - after the first paint

        self.stop()
        self._page, self._place = EditorPage(plan, self._library, pages), place
        self._turn.start()

    def stop(self) -> None:
        """Give up a page that is not ready."""
        self._turn.stop()
        page, self._page = self._page, None
        if page is not None:
            page.pages.setParent(None)
            page.shut()
            page.deleteLater()

    def _on_turn(self) -> None:
        """The form first, then all of it."""
        from plans.plan import PLAN_ID  # noqa: PLC0415 - after the first paint

        page = self._page
        if page is None:
            return
        if not page.form.node_id:
            page.select(self._place)
            if not page.form.node_id:
                page.select(PLAN_ID)
            self._turn.start()
            return
        self._page = None
        self.ready.emit(page)
