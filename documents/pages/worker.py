"""The window's side: a process that renders, lays out and draws, and a thread that talks to it. Nothing here blocks the
caller.

A new plan replaces one that still waits; a page that scrolled away can be called off. A process that dies or hangs is
replaced; what was asked then comes back as ``Failed`` with code "pages-failed".
"""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from collections import deque
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from documents.pages.messages import ENDED, TIMEOUT, Draw, Failed, FindNodes, Job, LaidOut, LayOut, Reply, WritePdf
from documents.pages.process_target import run
from plans import codec
from plans.plan import Plan

PATIENCE = 30.0
"""Seconds a job may take before its process counts as hung (45 pages take 0.3)."""

ORPHANED = 10.0
"""Seconds later a hung process ends itself, in case the window is gone and nobody else does."""


class PageWorker:
    """Lays out plans and draws their pages elsewhere; ``deliver`` is called with each reply, in the worker's
    thread: it must hand the reply over and return at once. After ``close`` nothing is delivered."""

    def __init__(self, deliver: Callable[[Reply], None], patience: float = PATIENCE) -> None:
        self._deliver = deliver
        self._patience = patience
        self._changed = threading.Condition()
        self._closing = False
        self._numbers = 0
        self._layout: LayOut | None = None
        self._exports: deque[WritePdf] = deque()
        self._draws: dict[int, Draw] = {}
        self._small_draws: dict[int, Draw] = {}
        self._search: FindNodes | None = None
        self._current: LayOut | None = None
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._fresh = False
        self._thread = threading.Thread(target=self._work, name="page-worker", daemon=True)

    def start(self) -> None:
        """Start the process now, so that the first document does not wait for it."""
        self._thread.start()

    def lay_out(self, plan: Plan) -> int:
        """Ask for the pages of ``plan`` as it stands now and return their number; ``LaidOut`` or ``Failed`` answers.

        Whatever still waited about an older document is dropped without an answer.
        """
        values = codec.dump(plan)  # the cheapest copy: 1 ms for 400 nodes, where pickle takes 3 and a deep copy 5
        with self._changed:
            self._numbers += 1
            self._layout = LayOut(self._numbers, values)
            self._draws.clear()
            self._small_draws.clear()
            self._search = None
            self._changed.notify()
            return self._numbers

    def draw(self, number: int, page: int, scale: float) -> None:
        """Ask for a page's picture (``Drawn``); pages are drawn in the order asked, each at the last scale asked."""
        with self._changed:
            self._draws[page] = Draw(number, page, scale)
            self._changed.notify()

    def draw_small(self, number: int, page: int, scale: float) -> None:
        """Ask for a small picture of a page; they are drawn when no other picture waits."""
        with self._changed:
            self._small_draws[page] = Draw(number, page, scale, small=True)
            self._changed.notify()

    def call_off_drawing(self) -> None:
        """Forget the large pictures that were asked for and have not been begun."""
        with self._changed:
            self._draws.clear()

    def find_nodes(self, number: int) -> None:
        """Ask where the nodes stand (``NodesFound``); done when no picture waits."""
        with self._changed:
            self._search = FindNodes(number)
            self._changed.notify()

    def write_pdf(self, docx: bytes) -> int:
        """Ask for the PDF of ``docx`` for export and return its number; ``PdfWritten`` or ``Failed`` answers."""
        with self._changed:
            self._numbers += 1
            self._exports.append(WritePdf(self._numbers, docx))
            self._changed.notify()
            return self._numbers

    def close(self) -> None:
        """End the process and the thread; what was under way is dropped."""
        with self._changed:
            self._closing = True
            self._changed.notify()
            if self._process is not None:
                self._process.kill()  # it holds nothing that would need saving
        if self._thread.is_alive():
            self._thread.join()

    @property
    def process_id(self) -> int | None:
        """The process id of the worker process, None while there is none."""
        process = self._process
        return process.pid if process is not None else None

    def _work(self) -> None:
        try:
            with contextlib.suppress(EOFError, OSError):
                self._ensure_process()
            while (job := self._next()) is not None:
                reply = self._done(job)
                if not self._closing:
                    self._deliver(reply)
        finally:
            self._end_process()

    def _next(self) -> Job | None:
        """Wait for work and take the most urgent; None when closing."""
        with self._changed:
            self._changed.wait_for(self._has_work)
            if self._closing:
                return None
            if self._layout is not None:
                job, self._layout = self._layout, None
                return job
            for waiting in filter(None, (self._draws, self._small_draws)):
                return waiting.pop(next(iter(waiting)))
            if self._exports:
                return self._exports.popleft()
            search, self._search = self._search, None
            return search

    def _has_work(self) -> bool:
        draws = self._draws or self._small_draws
        return bool(self._closing or self._layout or draws or self._exports or self._search)

    def _done(self, job: Job) -> Reply:
        """Return the answer to ``job``. A process that died before it was asked gets one successor."""
        for _ in range(2):
            try:
                self._ensure_process()
                self._ensure_pages(job)
                reply = self._ask(job)
            except TimeoutError:
                self._end_process()
                return Failed(job.number, "pages-failed", {"reason": TIMEOUT})
            except (EOFError, OSError):
                self._end_process()
                if self._closing:
                    break
                continue
            if isinstance(job, LayOut):
                self._current = job if isinstance(reply, LaidOut) else None
            return reply
        return Failed(job.number, "pages-failed", {"reason": ENDED})

    def _ensure_pages(self, job: Job) -> None:
        """Give a new process the document that its predecessor had laid out, where the job is about its pages."""
        if self._fresh and self._current is not None and isinstance(job, (Draw, FindNodes)):
            self._ask(self._current)
        self._fresh = False

    def _ask(self, job: Job) -> Reply:
        if self._pipe is None:
            raise EOFError
        self._pipe.send(job)
        if not self._pipe.poll(self._patience):
            raise TimeoutError
        return self._pipe.recv()

    def _ensure_process(self) -> None:
        if self._process is not None and self._process.is_alive():
            return
        self._end_process()
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        arguments = (theirs, self._patience + ORPHANED)
        process = context.Process(target=run, args=arguments, name="kehoach-pages", daemon=True)
        with self._changed:
            if self._closing:
                ours.close()
                theirs.close()
                raise EOFError
            process.start()
            self._process, self._pipe, self._fresh = process, ours, True
        theirs.close()

    def _end_process(self) -> None:
        with self._changed:
            process, self._process = self._process, None
            pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()
