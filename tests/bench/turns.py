"""The longest turn of the window's thread in each step of a clerk's day: a library of 1,000 plans, one of 2,000 nodes.

A turn is what the thread does between two looks at keyboard and mouse; the aim is below 50 ms of its processor time.
Each step's figure is the median over ROUNDS processes. The window is on the offscreen platform unless QT_QPA_PLATFORM
says otherwise.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import tempfile
from contextlib import closing
from pathlib import Path

from db.store import PlanStore
from plans.nodes import new_id
from plans.sample import sample_plan
from tests.bench.editor import PLANS, large_plan, run

ROUNDS, AIM = 3, 50


def main() -> None:
    """Print the longest turn of every step, in ms, those above the aim marked."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder, "library.db")
        plan_id = fill(library)
        rounds = [_day(library, Path(folder, f"{number}.db"), plan_id) for number in range(ROUNDS)]
    for step in rounds[0]:
        longest = statistics.median(each[step] for each in rounds)
        print(f"{longest:6.0f} ms {'ABOVE' if longest > AIM else '     '} {step}")


def fill(library: Path) -> str:
    """Make the library; return the id of its large plan."""
    plan = large_plan()
    with closing(PlanStore.open(library)) as store:
        for number in range(PLANS):
            small = sample_plan()
            small.id, small.subject = new_id(), f"{small.subject} ({number + 1})"
            store.save(small, None)
        store.save(plan, None)
    return plan.id


def _day(library: Path, copy: Path, plan_id: str) -> dict[str, float]:
    shutil.copy(library, copy)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "KEHOACH_LIBRARY": str(copy)}
    told: dict[str, float] = json.loads(run(["-m", "tests.bench._turns", plan_id], environment).splitlines()[-1])
    return told


if __name__ == "__main__":
    main()
