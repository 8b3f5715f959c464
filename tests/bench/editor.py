"""A plan of 2,000 nodes in the editor: open, edit, undo, move, save, findings, memory; search over 1,000 plans.

The peers run in the same run: a bare PySide6 window (first paint, memory) and bare sqlite3 writing the same rows. The
children run on the offscreen platform unless QT_QPA_PLATFORM says otherwise.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from db.store import PlanStore
from plans.nodes import Bullet, Cell, Node, Paragraph, Section, Table, Target, Task, new_id
from plans.plan import Letterhead, Plan, PlanPeriod
from plans.sample import sample_plan
from plans.text import RichText
from tests.bench.save import bare_writer, opened, timed

SECTIONS, PLANS, ROUNDS = 10, 1000, 15
TEXT = "Nâng cao chất lượng giáo dục, sửa đường giao thông nông thôn, giữ gìn vệ sinh thôn bản. "
WORDS = ("giao duc", "giáo dục", "số hóa tài liệu", "Phòng Văn hóa", "khong co trong ke hoach nao")

_BARE = """
import sys, time
begin = time.perf_counter()
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        status = open("/proc/self/status").read() if sys.platform == "linux" else ""
        memory = sum(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))
        print((time.perf_counter() - begin) * 1000, memory, flush=True)
        QApplication.quit()
app = QApplication(sys.argv)
window = Window()
window.resize(1280, 720)
window.show()
app.exec()
"""


def large_plan() -> Plan:
    """Return a plan of about 2,000 nodes: sections of 200, with tasks, targets, bullets and tables."""
    plan = Plan(
        letterhead=Letterhead(agency=("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM")),
        subject="Phát triển kinh tế - xã hội xã Suối Lim",
        period=PlanPeriod(start=2026, end=2026),
    )
    plan.body.children = [
        Section(title=RichText.of(f"Lĩnh vực thứ {number}"), children=[_part(at) for at in range(10)])
        for number in range(SECTIONS)
    ]
    return plan


def _part(at: int) -> Section:
    task = {"lead": ["Phòng Kinh tế"], "coordinating": ["Công an xã", "Các thôn"], "deadline": "Quý II/2026"}
    nodes: list[Node] = [Paragraph(text=RichText.of(TEXT * 3)) for _ in range(6)]
    nodes += [Bullet(text=RichText.of(TEXT)) for _ in range(8)]
    nodes += [Task(title=RichText.of(TEXT), **task) for _ in range(3)]
    nodes.append(Target(text=RichText.of("Từ 95% hộ dùng nước sạch"), value="95", unit="%"))
    rows = [[Cell(text=RichText.of(f"{row}.{column}")) for column in range(4)] for row in range(5)]
    nodes.append(Table(rows=rows))
    return Section(title=RichText.of(f"Nội dung thứ {at}"), children=nodes)


def main() -> None:
    """Print milliseconds and ratios."""
    with tempfile.TemporaryDirectory() as folder:
        _editing(Path(folder, "library.db"))
    with tempfile.TemporaryDirectory() as folder:
        _saving(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        _searching(Path(folder, "library.db"))


def _editing(library: Path) -> None:
    plan = large_plan()
    with closing(PlanStore.open(library)) as store:
        store.save(plan, None)
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "KEHOACH_LIBRARY": str(library)}
    bare = [[float(word) for word in run(["-c", _BARE], environment).split()] for _ in range(5)]
    paint, memory = (statistics.median(column) for column in zip(*bare, strict=True))
    told: dict[str, Any] = json.loads(run(["-m", "tests.bench._edits", plan.id], environment).splitlines()[-1])
    print(f"a plan of {sum(1 for _ in plan.walk())} nodes; a bare window: {paint:.0f} ms, {memory:.0f} MB")
    print(f"opened and painted: {told['open']:.0f} ms ({told['open'] / paint:.1f} × a bare window; aim below 700 ms)")
    print(f"  longest turn of the window's thread meanwhile: {told['block']:.0f} ms (aim below 50)")
    for name, aim in (("choose", 50), ("edit", 8), ("after", 50), ("undo", 8), ("move", 40), ("findings", 100)):
        times = told["times"][name]
        print(f"{name}: {statistics.median(times):.1f} ms, worst {max(times):.1f} of {len(times)} (aim below {aim})")
    print(f"memory: {told['memory']:.0f} MB, {told['memory'] / memory:.1f} × a bare window (aim below 4)")


def run(arguments: list[str], environment: dict[str, str]) -> str:
    ended = subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    if ended.returncode or not ended.stdout.strip():
        raise SystemExit(f"The window did not come to its end:\n{ended.stderr}")
    return ended.stdout


def _saving(folder: Path) -> None:
    plan = large_plan()
    times: dict[str, list[float]] = {"save": [], "bare": []}
    with closing(PlanStore.open(folder / "store.db")) as store:
        store.save(plan, None)
        store.backup(folder / "bare.db")
        with closing(opened(folder / "bare.db")) as bare_file:
            bare = bare_writer(bare_file)
            for turn in range(ROUNDS):
                plan.opening.children = [Paragraph(text=RichText.of(f"Lượt {turn}"))]
                times["save"].append(timed(partial(store.save, plan, turn + 1)))
                times["bare"].append(timed(bare))
    save, bare_time = min(times["save"]), min(times["bare"])
    print(f"save: {save:.1f} ms, {save / bare_time:.2f} × bare sqlite3 writing the same rows (aim below 4)")


def _searching(library: Path) -> None:
    with closing(PlanStore.open(library)) as store:
        for number in range(PLANS):
            plan = sample_plan()
            plan.id, plan.subject = new_id(), f"{plan.subject} ({number + 1})"
            store.save(plan, None)
        for words in WORDS:
            store.search(words)
            times = [timed(partial(store.search, words)) for _ in range(ROUNDS)]
            found = len(store.search(words))
            print(f"search over {PLANS} plans for “{words}”: {statistics.median(times):.1f} ms, {found} hits (aim 50)")
        start = time.perf_counter()
        listed = len(store.list())
        print(f"list of {listed} plans: {(time.perf_counter() - start) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
