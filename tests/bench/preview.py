"""Preview after one edit, against rdocx alone opening, laying out and writing the same file; and what the window's
thread feels of it.

The plan is seed 003 where it is at hand, else the sample. "Pages" is from the DOCX handed to the worker to the new
page sizes; "picture" until the first page is drawn; "map" until every node's place is known.
"""

from __future__ import annotations

import os
import queue
import statistics
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import rdocx
from PySide6.QtCore import SignalInstance

from documents.pages.messages import Drawn, LaidOut, NodesFound
from documents.pages.worker import PageWorker
from documents.rendering import render_docx
from plans.nodes import Paragraph
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
ROUNDS = 21
PATIENCE = 60
TICK_MS = 2


def main() -> None:
    """Print medians in milliseconds and ratios."""
    plan = _seed() or sample_plan()
    edits = [_edited(plan, number) for number in range(ROUNDS)]
    alone_times, our_times = _latencies(edits)
    alone = statistics.median(alone_times)
    pages, picture, places = [statistics.median(times) for times in zip(*our_times, strict=True)]
    least, best = min(alone_times), min(times[0] for times in our_times)
    print(f"rdocx alone: {alone:.0f} ms (median of {ROUNDS}), {least:.0f} ms at best")
    print(
        f"pages: {pages:.0f} ms, {pages / alone:.2f} × rdocx alone (aim below 1.3); best to best {best / least:.2f} ×"
    )
    print(f"first picture: {picture:.0f} ms, {picture / alone:.2f} ×; places of all nodes: {places:.0f} ms")
    pauses, idle = _window_pauses(plan)
    middle, worst = statistics.median(pauses), max(pauses)
    print(f"longest pause of the window's thread in an edit: {middle:.1f} ms at the median, {worst:.1f} ms at worst")
    print(f"the same at rest: {idle:.1f} ms (aim: below 16; a busy machine shows in both)")


def _seed() -> Plan | None:
    found = sorted(SEEDS.glob("003_*.txt"))
    if not found:
        return None
    from documents.importing import import_plan

    return import_plan(found[0]).plan


def _edited(plan: Plan, number: int) -> bytes:
    """Return the DOCX after the same small edit with another word each time."""
    edit = Paragraph(text=RichText.of(f"Câu vừa thêm lần thứ {number}."))
    plan.body.children.insert(0, edit)
    document = render_docx(plan)
    plan.body.children.remove(edit)
    return document


def _latencies(edits: list[bytes]) -> tuple[list[float], list[tuple[float, float, float]]]:
    """Return the times of rdocx alone and ours, in milliseconds, in turn: a busy machine counts against both."""
    replies: queue.Queue[object] = queue.Queue()
    worker = PageWorker(replies.put)
    worker.start()
    worker.lay_out(edits[0])
    replies.get(timeout=PATIENCE)
    alone: list[float] = []
    ours: list[tuple[float, float, float]] = []
    try:
        for docx in edits:
            start = time.perf_counter()
            rdocx.Document.from_bytes(docx).to_pdf()
            alone.append((time.perf_counter() - start) * 1000)
            ours.append(_one(worker, replies, docx))
    finally:
        worker.close()
    return alone, ours


def _one(worker: PageWorker, replies: queue.Queue[object], docx: bytes) -> tuple[float, float, float]:
    start = time.perf_counter()
    number = worker.lay_out(docx)
    times: list[float] = []
    for wanted in (LaidOut, Drawn, NodesFound):
        reply = replies.get(timeout=PATIENCE)
        assert isinstance(reply, wanted), reply
        times.append((time.perf_counter() - start) * 1000)
        if wanted is LaidOut:
            worker.draw(number, 0, 1.0)
        elif wanted is Drawn:
            worker.find_nodes(number)
    return times[0], times[1], times[2]


def _window_pauses(plan: Plan) -> tuple[list[float], float]:
    """Return the longest time between two ticks of the window's event loop, for each edit, and at rest: from the
    plan's copy and its rendering in a thread to the pages, their pictures and the places of all nodes."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from desktop.pages_pane import PagesPane
    from desktop.preview import Preview

    app = QApplication.instance() or QApplication([])  # kept until the end
    pane, preview = PagesPane(), Preview(lambda: plan)
    preview.rendered.connect(pane.set_docx)
    pane.resize(800, 900)
    pane.show()
    preview.render()
    _run(PATIENCE, until=pane.mapped)
    pauses: list[float] = []
    for number in range(ROUNDS):
        edit = Paragraph(text=RichText.of(f"Câu vừa thêm lần thứ {number}."))
        plan.body.children.insert(0, edit)
        pauses.append(_run(PATIENCE, until=pane.mapped, start=preview.render))
        plan.body.children.remove(edit)
    idle = _run(2)
    preview.close()
    pane.close_worker()
    app.processEvents()
    return pauses, idle


def _run(seconds: float, until: SignalInstance | None = None, start: Callable[[], None] | None = None) -> float:
    """Run the event loop for a time or until a signal, ``start`` called in it first; return its longest pause in
    milliseconds above the tick."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    if until is not None:
        until.connect(loop.quit)
    ticks: list[float] = [time.perf_counter()]
    timer = QTimer()
    timer.setInterval(TICK_MS)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()
    ending = QTimer()
    ending.setSingleShot(True)
    ending.timeout.connect(loop.quit)
    ending.start(round(seconds * 1000))
    if start is not None:
        QTimer.singleShot(20, start)
    loop.exec()
    timer.stop()
    ending.stop()
    gaps = [later - earlier for earlier, later in pairwise(ticks)]
    return max(gaps, default=0.0) * 1000 - TICK_MS


if __name__ == "__main__":
    main()
