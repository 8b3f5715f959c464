"""The worker's side of the pipe: renders, lays out, draws and finds, one job at a time, until the window is gone."""

from __future__ import annotations

import faulthandler
import logging
import os
import signal
from contextlib import closing
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

from documents.pages.footnote_boxes import footnote_boxes
from documents.pages.messages import (
    NO_PAGES,
    UNEXPECTED,
    Draw,
    Drawn,
    Failed,
    FindNodes,
    Job,
    LaidOut,
    LayOut,
    NodesFound,
    PdfWritten,
    Reply,
    WritePdf,
)
from documents.pages.node_links import footnote_texts, linked_tree, with_node_links
from documents.pages.pdf import make_pdf
from documents.pages.pdf_pages import PdfPages
from documents.pages.typesetting import write_pdf
from plans import codec
from plans.errors import Trouble

_LOG = logging.getLogger(__name__)


def serve(pipe: Connection, patience: float) -> None:
    """Answer jobs from ``pipe`` until its other end is closed.

    A job that lasts longer than ``patience`` seconds ends this process by itself, also when nobody is left to end it
    (the timer runs outside the interpreter, whose lock rdocx holds).
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    desk = _Desk()
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        while True:
            try:
                job: Job = pipe.recv()
            except (EOFError, OSError):
                return
            faulthandler.dump_traceback_later(patience, exit=True, file=nowhere)
            reply = _answered(desk, job)
            faulthandler.cancel_dump_traceback_later()
            pipe.send(reply)


def _answered(desk: _Desk, job: Job) -> Reply:
    try:
        return desk.answer(job)
    except Trouble as trouble:
        return Failed(job.number, trouble.code, trouble.data)
    except Exception as error:  # noqa: BLE001 - the worker boundary: a bug here must not take the window along
        _LOG.warning("%s: %s", type(error).__name__, error)
        return Failed(job.number, "pages-failed", {"reason": UNEXPECTED})


class _Desk:
    """What the worker keeps between jobs: the pages of the document laid out last."""

    def __init__(self) -> None:
        self._number = -1
        self._docx = self._pdf = b""
        self._pages: PdfPages | None = None

    def answer(self, job: Job) -> Reply:
        match job:
            case LayOut():
                return self._lay_out(job)
            case Draw():
                return self._draw(job)
            case FindNodes():
                return self._find_nodes(job)
            case WritePdf():
                return PdfWritten(job.number, make_pdf(job.docx))

    def _lay_out(self, job: LayOut) -> LaidOut:
        # Late: the process that only writes a PDF for export has its DOCX already and must not pay for the templates.
        from documents.rendering import render_docx  # noqa: PLC0415

        docx = render_docx(codec.load(job.plan))
        pdf = write_pdf(with_node_links(docx))
        pages = PdfPages(pdf)
        if self._pages:
            self._pages.close()
        self._number, self._docx, self._pdf, self._pages = job.number, docx, pdf, pages
        return LaidOut(job.number, pages.sizes)

    def _draw(self, job: Draw) -> Drawn:
        drawn = self._pages_of(job).draw(job.number, job.page, job.scale)
        return replace(drawn, small=job.small)

    def _find_nodes(self, job: FindNodes) -> NodesFound:
        self._pages_of(job)
        with closing(PdfPages(self._pdf)) as pages:  # of its own: one that has shown its links is slow to close
            links = pages.link_boxes()
            notes = footnote_boxes(pages, links, footnote_texts(self._docx))
        boxes = sorted([*links, *notes], key=lambda box: box.page)
        tree = linked_tree(self._docx)
        return NodesFound(job.number, tuple(boxes), tree.ids, tree.parts)

    def _pages_of(self, job: Draw | FindNodes) -> PdfPages:
        if self._pages is None or self._number != job.number:
            raise Trouble("pages-failed", reason=NO_PAGES)
        return self._pages
