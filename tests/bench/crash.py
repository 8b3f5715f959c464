"""Kills the program in mid-edit, at least 50 times, and looks at what is left: no damage, at most 2 s of typing lost.

A child process opens the real window on a library of its own, opens the sample plan and types numbered words into the
place, telling each word and the moment; this process kills it (SIGKILL; TerminateProcess on Windows) at a random
moment and opens the library. Every library goes on into the next round, so damage would pile up.
"""

from __future__ import annotations

import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from db.store import PlanStore
from plans.sample import sample_plan

ROUNDS = 50
ALLOWED_LOSS = 2.0
"""Seconds of typing that may be lost."""

_TYPIST = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop.start import make_window
app = QApplication(sys.argv[:1])
window = make_window()
window.show()
count = 0

def opened():
    QTimer.singleShot(100, begin)

def begin():
    app.typing = QTimer()
    app.typing.timeout.connect(type_on)
    app.typing.start(60)

def type_on():
    global count
    field = next(bound.editor.line for bound in window.editor.form._fields if getattr(bound, "field", "") == "place")
    field.setFocus()
    field.end(False)
    QTest.keyClicks(field, f" w{count}")
    print("typed", count, time.time(), flush=True)
    count += 1

window.plan_shown.connect(opened)
window.open_plan(sys.argv[1])
app.exec()
"""


def main() -> None:
    """Print how many kills there were and the longest typing lost."""
    chance = random.Random(20261127)
    losses: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        plan = sample_plan()
        with closing(PlanStore.open(library)) as store:
            store.save(plan, None)
        for number in range(ROUNDS):
            with closing(PlanStore.open(library)) as store:
                stored = store.load(plan.id)
                stored.plan.place = "Suối Lim"
                store.save(stored.plan, stored.revision)
            typed = _killed(library, plan.id, chance.uniform(0.3, 8.0))
            losses.append(_lost(library, plan.id, typed))
            print(f"kill {number + 1}: {len(typed)} words typed, {losses[-1]:.2f} s lost")
    print(f"{ROUNDS} kills, no damage; most typing lost: {max(losses):.2f} s (allowed {ALLOWED_LOSS})")
    if max(losses) > ALLOWED_LOSS:
        raise SystemExit("more typing was lost than is allowed")


def _killed(library: Path, plan_id: str, after: float) -> list[float]:
    """Let the child type for ``after`` seconds, kill it, return the moment each word was typed at and the kill."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "KEHOACH_LIBRARY": str(library)}
    child = subprocess.Popen(
        [sys.executable, "-c", _TYPIST, plan_id], env=environment, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    typed: list[float] = []
    line = child.stdout.readline()
    if not line:
        raise SystemExit("the window did not start typing")
    typed.append(float(line.split()[2]))
    end = time.monotonic() + after
    time.sleep(max(0.0, end - time.monotonic()))
    child.kill()
    killed = time.time()
    rest = child.stdout.read().splitlines()
    typed += [float(words[2]) for words in map(str.split, rest) if len(words) == 3 and words[2].count(".") == 1]
    child.wait()
    return [*typed, killed]


def _lost(library: Path, plan_id: str, typed: list[float]) -> float:
    """Return how many seconds before the kill the first word was typed that the library does not hold."""
    with closing(sqlite3.connect(library)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if verdict != "ok" or connection.execute("PRAGMA foreign_key_check").fetchone():
            raise SystemExit(f"the library is damaged: {verdict}")
    with closing(PlanStore.open(library)) as store:
        words = store.load(plan_id).plan.place
    kept = [int(number) for number in re.findall(r"w(\d+)", words)]
    first_lost = max(kept, default=-1) + 1
    killed = typed[-1]
    return killed - typed[first_lost] if first_lost < len(typed) - 1 else 0.0


if __name__ == "__main__":
    main()
