"""Cold start of the window: first paint and home list filled, against a bare PySide6 window, in turn in one run.

The app prints "painted" and "filled" with the time of day when KEHOACH_BENCH_START is set, and ends. Its library holds
40 plans. Runs on the offscreen platform unless QT_QPA_PLATFORM says otherwise.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9
PLANS = 40

_APP = "from cli.main import main; raise SystemExit(main([]))"

_BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        print("painted", time.time(), flush=True)
        QApplication.quit()
app = QApplication(sys.argv)
window = Window()
window.resize(1280, 720)
window.show()
app.exec()
"""


def main() -> None:
    """Print medians in milliseconds and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library.db"
        subprocess.run([sys.executable, "-c", _FILL, str(library), str(PLANS)], check=True)
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "KEHOACH_LIBRARY": str(library),
            "KEHOACH_BENCH_START": "1",
        }
        bare: list[dict[str, float]] = []
        app: list[dict[str, float]] = []
        for turn in range(ROUNDS + 1):
            both = _times(_BARE, environment), _times(_APP, environment)
            if turn:  # the first turn only warms the disk
                bare.append(both[0])
                app.append(both[1])
    _print(bare, app)


_FILL = """
import sys
from pathlib import Path
from db.store import PlanStore
from plans.nodes import new_id
from plans.sample import sample_plan
store = PlanStore.open(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    plan = sample_plan()
    plan.id, plan.subject = new_id(), f"{plan.subject} ({number + 1})"
    store.save(plan, None)
store.close()
"""


def _times(program: str, environment: dict[str, str]) -> dict[str, float]:
    """Return milliseconds from the start of a process to each event that it prints."""
    start = time.time()
    command = [sys.executable, "-c", program]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    lines = [line.split() for line in ended.stdout.splitlines()]
    events = {line[0]: (float(line[1]) - start) * 1000 for line in lines if len(line) == 2 and line[0].isalpha()}
    if not events:
        raise SystemExit(f"The window did not start:\n{ended.stderr}")
    return events


def _print(bare: list[dict[str, float]], app: list[dict[str, float]]) -> None:
    floor = statistics.median(run["painted"] for run in bare)
    print(f"bare PySide6 window painted: {floor:.0f} ms (median of {len(bare)})")
    for event, aim in (("painted", 2), ("filled", 5)):
        times = [run[event] for run in app if event in run]
        if not times:
            print(f"window {event}: never said")
            continue
        median = statistics.median(times)
        print(f"window {event}: {median:.0f} ms, {median / floor:.2f} × the bare window (aim below {aim})")


if __name__ == "__main__":
    main()
