"""Work off the window's thread: one thread a queue, results back on the window's thread as signals."""

from __future__ import annotations

import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from plans.errors import Trouble

LOCK_TURN = 0.0005
"""Seconds a thread keeps the interpreter while another waits (usually 0.005). The window's thread lets go of it at each
call of Qt's and would wait so long again and again while work runs beside it: painting took 50 ms instead of 3."""


class Tasks(QObject):
    """Runs pieces of work one after the other in a single thread of its own.

    The callbacks run on the thread this object lives in. A Trouble goes to ``failed``; any other exception is a bug
    and is raised again on the window's thread, where the crash handler sees it.
    """

    _finished = Signal(object, object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(LOCK_TURN)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._finished.connect(self._on_finished)

    def run(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Trouble], None] | None = None,
    ) -> Future[Any]:
        """Do ``work`` in the thread, then call ``done`` with its result or ``failed`` with its Trouble."""
        future = self._pool.submit(work)
        future.add_done_callback(_Delivery(self, done, failed))
        return future

    def close(self) -> None:
        """Finish what is queued, then end the thread."""
        self._pool.shutdown(wait=True)

    @Slot(object, object, object)
    def _on_finished(self, future: Future[Any], done: Callable[[Any], None], failed: Callable[[Trouble], None]) -> None:
        error = future.exception()
        if error is None:
            if done is not None:
                done(future.result())
        elif isinstance(error, Trouble) and failed is not None:
            failed(error)
        else:
            raise error


class _Delivery:
    """Carries one finished future to the window's thread; a lambda would keep the receiver alive unseen."""

    def __init__(self, tasks: Tasks, done: object, failed: object) -> None:
        self._tasks, self._done, self._failed = tasks, done, failed

    def __call__(self, future: Future[Any]) -> None:
        if not future.cancelled():
            self._tasks._finished.emit(future, self._done, self._failed)  # noqa: SLF001 - its other half
