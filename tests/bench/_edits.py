"""The child of ``editor``: opens a plan in the real window, edits it and prints what each step took, as JSON.

``python -m tests.bench._edits PLAN_ID`` with KEHOACH_LIBRARY set. Times are milliseconds of the window's thread;
memory is the resident set in MB (Linux; 0 elsewhere).
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop.editor_page import EditorPage
from desktop.garbage import WindowGarbage
from desktop.start import make_window
from plans.changes import MoveNode, SetField
from plans.checks import findings
from plans.nodes import Paragraph
from plans.text import RichText
from tests.bench.save import timed

ROUNDS = 40


class PaintWatch(QObject):
    """Remembers when a widget was first painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's)
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = time.perf_counter()
        return False


def resident() -> float:
    """Return the memory this process holds, in MB."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def idle(app: QApplication, seconds: float) -> None:
    """Let the window do what it has to do."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.002)


def edits(app: QApplication, editor: EditorPage) -> dict[str, list[float]]:
    """Return what choosing a node, editing it, the window's work right after, undoing and moving a section took."""
    document = editor.document
    times: dict[str, list[float]] = {"choose": [], "edit": [], "after": [], "undo": [], "move": []}
    prose = [node for node in document.plan.body.walk() if isinstance(node, Paragraph)]
    for number in range(ROUNDS):
        node = prose[number * len(prose) // ROUNDS]
        times["choose"].append(timed(lambda node=node: editor.select(node.id)))
        idle(app, 0.05)
        change = SetField(node.id, "text", RichText.of(f"{node.text.plain} Lượt {number}."))
        times["edit"].append(timed(lambda change=change: document.edit(change)))
        times["after"].append(timed(app.processEvents))
        document.end_burst()
        idle(app, 0.05)
        times["undo"].append(timed(document.undo))
        idle(app, 0.05)
    body = document.plan.body
    for _ in range(8):
        move = MoveNode(body.children[0].id, body.id, len(body.children) - 1)
        times["move"].append(timed(lambda move=move: document.edit(move)))
        idle(app, 0.05)
    return times


def main() -> None:
    """Print the figures of one process."""
    app = QApplication(sys.argv[:1])
    WindowGarbage(app)
    window = make_window()
    window.show()
    window.library.refresh()
    idle(app, 1.5)  # as long as a clerk looks before choosing; what is needed next is imported meanwhile
    watch, told = PaintWatch(), {"block": 0.0}
    begin = time.perf_counter()
    window.open_plan(sys.argv[1])
    while window.editor is None:
        turn = time.perf_counter()
        app.processEvents()
        told["block"] = (time.perf_counter() - turn) * 1000
    window.editor.form.installEventFilter(watch)
    while not watch.painted:
        turn = time.perf_counter()
        app.processEvents()
        told["block"] = max(told["block"], (time.perf_counter() - turn) * 1000)
    document = window.editor.document
    idle(app, 6.0)
    memory = resident()
    told = {"open": (watch.painted - begin) * 1000, **told, "memory": memory}
    times = edits(app, window.editor)
    times["findings"] = [timed(lambda: findings(document.plan)) for _ in range(8)]
    print(json.dumps({**told, "times": times}), flush=True)
    window.close()


if __name__ == "__main__":
    main()
