"""Keeps the pages in step with the plan: after each edit burst the DOCX is rendered and laid out anew."""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.tasks import Tasks
from plans.errors import Trouble
from plans.plan import Plan

PAUSE_MS = 350

LOCK_TURN = 0.0005
"""Seconds a thread keeps the interpreter while another waits (usually 0.005). The window's thread lets go of it at each
call of Qt's and would wait so long again and again while a plan renders beside it: painting took 50 ms instead of 3."""


class Preview(QObject):
    """Renders the newest state only; a state that was overtaken while it rendered is not shown.

    Signals:
        rendered(bytes): the DOCX of the plan as it stands.
        troubled(Trouble): it could not be rendered.
    """

    rendered = Signal(bytes)
    troubled = Signal(object)

    def __init__(self, plan: Callable[[], Plan], parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(LOCK_TURN)
        self._plan = plan
        self._asked = 0
        self._tasks = Tasks("preview", self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.render)

    def refresh(self) -> None:
        """Render once nothing has changed for a moment."""
        self._pause.start()

    def render(self) -> None:
        """Render now."""
        self._asked += 1
        plan = copy.deepcopy(self._plan())
        self._tasks.run(partial(render, plan), partial(self._on_rendered, self._asked), self._on_failed)

    def close(self) -> None:
        """Stop; nothing more is shown."""
        self._pause.stop()
        self._asked += 1
        self._tasks.close()

    def _on_rendered(self, asked: int, document: bytes) -> None:
        if asked == self._asked:
            self.rendered.emit(document)

    def _on_failed(self, trouble: Trouble) -> None:
        self.troubled.emit(trouble)


def render(plan: Plan) -> bytes:
    """Return the DOCX of ``plan``; for a thread, never the window's. Raises Trouble as ``render_docx``."""
    from documents.rendering import render_docx  # noqa: PLC0415 - Jinja and lxml only when pages are asked for

    return render_docx(plan)
