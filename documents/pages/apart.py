"""Pages for export and for the printer, made in a process of their own: rdocx holds the interpreter lock, and no window
must feel it."""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self, TypeVar

from documents.limited import Stopped
from documents.pages.messages import Drawn, Failed, LaidOut, PageSize, PdfResult, PdfWritten, Reply
from documents.pages.worker import PageWorker
from plans.errors import Trouble
from plans.plan import Plan

Kind = TypeVar("Kind", LaidOut, Drawn, PdfWritten)

_LOOK = 0.05
"""Seconds between two looks whether the work was called off."""


class PagesApart:
    """A process that lays out and draws for a thread that can wait; a context that ends it. stop: set from elsewhere to
    call the work off.

    Raises Trouble "pages-failed", also when the process dies or takes too long; Stopped once it is called off.
    """

    def __init__(self, stop: threading.Event | None = None) -> None:
        self._stop = stop or threading.Event()
        self._replies: SimpleQueue[Reply] = SimpleQueue()
        self._worker = PageWorker(self._replies.put)
        self._number = 0

    def __enter__(self) -> Self:
        self._worker.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._worker.close()

    def lay_out(self, plan: Plan) -> tuple[PageSize, ...]:
        """Lay out a plan as the preview does; return its pages' sizes."""
        self._number = self._worker.lay_out(plan)
        return self._answer(LaidOut).sizes

    def draw(self, page: int, scale: float) -> Drawn:
        """Return a page of what was laid out, at ``scale`` device pixels per point."""
        self._worker.draw(self._number, page, scale)
        return self._answer(Drawn)

    def write_pdf(self, docx: bytes) -> PdfResult:
        """Return the PDF of a DOCX and the words that did not reach it."""
        self._worker.write_pdf(docx)
        return self._answer(PdfWritten).result

    def _answer(self, kind: type[Kind]) -> Kind:
        reply = self._next()
        if isinstance(reply, Failed):
            raise Trouble(reply.code, **reply.told)
        if not isinstance(reply, kind):
            raise TypeError(reply)
        return reply

    def _next(self) -> Reply:
        while not self._stop.is_set():
            try:
                return self._replies.get(timeout=_LOOK)
            except Empty:
                continue
        raise Stopped("called-off")


def docx_to_pdf_apart(docx: bytes, stop: threading.Event | None = None) -> PdfResult | None:
    """Return the PDF of a DOCX and the words that did not reach it, None once ``stop`` is set; see ``PagesApart``."""
    try:
        with PagesApart(stop) as pages:
            return pages.write_pdf(docx)
    except Stopped:
        return None
