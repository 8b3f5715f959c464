"""Preview after one edit, against rdocx alone opening, laying out and writing the same file; and what the window's
thread feels of it.

The plan is seed 003 where it is at hand, else the sample. "Pages" is from the plan handed to the worker to the new
page sizes; "picture" until the first page is drawn; "map" until every node's place is known.

A pause is the longest time between two ticks of the window's event loop in an edit, above the tick; its work is the
longest processor time of the window's thread between two ticks. Both come with and without another process that keeps
a processor busy, and beside equally long stretches without an edit: what those show, the machine does by itself.
"""

from __future__ import annotations

import os
import queue
import statistics
import subprocess
import sys
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
WINDOW_ROUNDS = 60
PATIENCE = 60
TICK_MS = 2
AIM_MS = 16

Pause = tuple[float, float]
"""The longest pause and the longest work of the window's thread, in milliseconds."""


def main() -> None:
    """Print medians in milliseconds and ratios."""
    plan = _seed() or sample_plan()
    alone_times, our_times = _latencies(plan)
    alone = statistics.median(alone_times)
    pages, picture, places = [statistics.median(times) for times in zip(*our_times, strict=True)]
    least, best = min(alone_times), min(times[0] for times in our_times)
    print(f"rdocx alone: {alone:.0f} ms (median of {ROUNDS}), {least:.0f} ms at best")
    print(
        f"pages: {pages:.0f} ms, {pages / alone:.2f} × rdocx alone (aim below 1.3); best to best {best / least:.2f} ×"
    )
    print(f"first picture: {picture:.0f} ms, {picture / alone:.2f} ×; places of all nodes: {places:.0f} ms")
    _print_pauses("at rest", *_window_pauses(plan))
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as burner:
        try:
            _print_pauses("a busy process beside", *_window_pauses(plan))
        finally:
            burner.kill()


def _print_pauses(when: str, edits: list[Pause], stretches: list[Pause]) -> None:
    print(f"the window's thread, {when}, {len(edits)} edits (aim: pause below 16 ms):")
    for what, found in (("in an edit", edits), ("without one", stretches)):
        pauses, works = [pause for pause, _ in found], [work for _, work in found]
        over = sum(pause > AIM_MS for pause in pauses)
        print(
            f"  {what}: pause {statistics.median(pauses):.1f} ms at the median, {max(pauses):.1f} at worst, {over} above"
            f" {AIM_MS}; work {statistics.median(works):.1f}, {max(works):.1f} at worst"
        )


def _seed() -> Plan | None:
    found = sorted(SEEDS.glob("003_*.txt"))
    if not found:
        return None
    from documents.importing import import_plan

    return import_plan(found[0]).plan


def _edit(plan: Plan, number: int) -> None:
    """Make the same small edit with another word each time, in place of the one before."""
    if number:
        del plan.body.children[0]
    plan.body.children.insert(0, Paragraph(text=RichText.of(f"Câu vừa thêm lần thứ {number}.")))


def _latencies(plan: Plan) -> tuple[list[float], list[tuple[float, float, float]]]:
    """Return the times of rdocx alone and ours, in milliseconds, in turn: a busy machine counts against both."""
    replies: queue.Queue[object] = queue.Queue()
    worker = PageWorker(replies.put)
    worker.start()
    worker.lay_out(plan)
    replies.get(timeout=PATIENCE)
    alone: list[float] = []
    ours: list[tuple[float, float, float]] = []
    try:
        for number in range(ROUNDS):
            _edit(plan, number)
            docx = render_docx(plan)
            start = time.perf_counter()
            rdocx.Document.from_bytes(docx).to_pdf()
            alone.append((time.perf_counter() - start) * 1000)
            ours.append(_one(worker, replies, plan))
    finally:
        worker.close()
    return alone, ours


def _one(worker: PageWorker, replies: queue.Queue[object], plan: Plan) -> tuple[float, float, float]:
    start = time.perf_counter()
    number = worker.lay_out(plan)
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


def _window_pauses(plan: Plan) -> tuple[list[Pause], list[Pause]]:
    """Return the pauses of each edit, from the plan's copy to the pages, their pictures and the places of all nodes,
    and those of stretches without an edit in turn with them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from desktop.garbage import WindowGarbage
    from desktop.pages_pane import PagesPane
    from desktop.preview import Preview

    app = QApplication.instance() or QApplication([])  # kept until the end
    pane, garbage = PagesPane(), WindowGarbage()
    preview = Preview(plan, pane)
    pane.resize(800, 900)
    pane.show()
    preview.show()
    _run(PATIENCE, until=pane.mapped)
    edits: list[Pause] = []
    stretches: list[Pause] = []
    for number in range(WINDOW_ROUNDS):
        _edit(plan, number)
        start = time.perf_counter()
        edits.append(_run(PATIENCE, until=pane.mapped, start=preview.show))
        stretches.append(_run(time.perf_counter() - start))
    preview.close()
    pane.close_worker()
    del garbage
    app.processEvents()
    return edits, stretches


def _run(seconds: float, until: SignalInstance | None = None, start: Callable[[], None] | None = None) -> Pause:
    """Run the event loop for a time or until a signal, ``start`` called in it first; return its longest pause above
    the tick and its longest work."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    if until is not None:
        until.connect(loop.quit)
    ticks = [(time.perf_counter(), time.thread_time())]
    timer = QTimer()
    timer.setInterval(TICK_MS)
    timer.timeout.connect(lambda: ticks.append((time.perf_counter(), time.thread_time())))
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
    gaps = [(later[0] - earlier[0], later[1] - earlier[1]) for earlier, later in pairwise(ticks)]
    return max(gap for gap, _ in gaps) * 1000 - TICK_MS, max(work for _, work in gaps) * 1000


if __name__ == "__main__":
    main()
