"""Saving a plan of 600 nodes: against bare sqlite3 writing the very same rows, and against one blob of its JSON.

Between two saves one paragraph changes, as in autosave; in the last line every paragraph does. All write to files of
their own in WAL with synchronous=FULL and replace what was there. Times are the best of several runs in turn, so that
a busy machine counts against all alike.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from db.store import PlanStore
from plans import codec
from plans.nodes import Node, Paragraph, Section, Task
from plans.plan import Plan, PlanPeriod
from plans.text import RichText

ROUNDS = 15
SENTENCE = "Nâng cao chất lượng giáo dục, sửa đường giao thông nông thôn. "
TABLES = ("nodes", "targets", "tasks", "roadmap_years", "assignments", "data_tables", "appendices", "node_units")


def _plan() -> Plan:
    plan = Plan(subject="Chuyển đổi số", period=PlanPeriod(start=2026, end=2026))
    plan.body.children = [Section(title=RichText.of(f"Mục {n}"), children=_content()) for n in range(20)]
    return plan


def _content() -> list[Node]:
    task = {"lead": ["Phòng Văn hóa - Xã hội"], "coordinating": ["Công an xã"], "deadline": "Quý II/2026"}
    return [
        Task(title=RichText.of(SENTENCE), **task) if n % 6 == 0 else Paragraph(text=RichText.of(SENTENCE * 6))
        for n in range(29)
    ]


def opened(path: Path) -> sqlite3.Connection:
    """Return a file opened as the program opens its library."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def bare_writer(connection: sqlite3.Connection) -> Callable[[], None]:
    """Return what writes all rows of the library in ``connection`` again, with nothing but sqlite3."""
    rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}
    rows["search (rowid, shown, exact, folded)"] = connection.execute(
        "SELECT rowid, shown, exact, folded FROM search"
    ).fetchall()

    def write() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for name, values in rows.items():
            connection.execute(f"DELETE FROM {name.split()[0]}")
            if values:
                connection.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(values[0]))})", values)
        connection.execute("COMMIT")

    return write


def _blob(connection: sqlite3.Connection, plan: Plan) -> Callable[[], None]:
    connection.execute("CREATE TABLE plans (id TEXT PRIMARY KEY, plan TEXT)")

    def write() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT OR REPLACE INTO plans VALUES (?, ?)", (plan.id, codec.dumps(plan)))
        connection.execute("COMMIT")

    return write


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that ``work`` takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Print milliseconds and ratios."""
    plan = _plan()
    with tempfile.TemporaryDirectory() as folder, closing(PlanStore.open(Path(folder, "store.db"))) as store:
        store.save(plan, None)
        store.backup(Path(folder, "bare.db"))
        with (
            closing(opened(Path(folder, "bare.db"))) as bare_file,
            closing(opened(Path(folder, "blob.db"))) as blob_file,
        ):
            bare, blob = bare_writer(bare_file), _blob(blob_file, plan)
            times: dict[str, list[float]] = {"save": [], "whole": [], "bare": [], "blob": [], "load": []}
            for turn in range(ROUNDS):
                plan.opening.children = [Paragraph(text=RichText.of(f"Lượt {turn}"))]
                times["save"].append(timed(partial(store.save, plan, 2 * turn + 1)))
                for node in plan.body.walk():
                    if isinstance(node, Paragraph):
                        node.text = RichText.of(f"{turn} {SENTENCE * 6}")
                times["whole"].append(timed(partial(store.save, plan, 2 * turn + 2)))
                times["bare"].append(timed(bare))
                times["blob"].append(timed(blob))
                times["load"].append(timed(partial(store.load, plan.id)))
    best = {name: min(found) for name, found in times.items()}
    nodes = sum(1 for _ in plan.walk())
    print(f"save of {nodes} nodes: {best['save']:.1f} ms; load: {best['load']:.1f} ms")
    print(f"ratio to the same rows by bare sqlite3 ({best['bare']:.1f} ms): {best['save'] / best['bare']:.2f}")
    print(f"ratio to one blob of JSON, made and written ({best['blob']:.1f} ms): {best['save'] / best['blob']:.2f}")
    print(f"every text changed: {best['whole']:.1f} ms, {best['whole'] / best['bare']:.2f}")
