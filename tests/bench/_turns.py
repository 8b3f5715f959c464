"""The child of ``turns``: does in the real window what a clerk does and prints the longest turn of each step, as JSON.

``python -m tests.bench._turns PLAN_ID [STEP …]`` with KEHOACH_LIBRARY set. A turn is what the window's thread does
between two looks at keyboard and mouse; milliseconds of its processor time. The costliest functions of the steps named
are told on the error stream.
"""

from __future__ import annotations

import copy
import cProfile
import json
import pstats
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import theme
from desktop.editor_page import EditorPage
from desktop.garbage import WindowGarbage
from desktop.main_window import MainWindow
from desktop.start import make_window
from plans.changes import SetField
from plans.nodes import Node, Paragraph, Table, Task
from plans.plan import Plan
from plans.text import RichText

CHANGES, COSTLY = 600, 50


class Turns:
    """Runs the window's event loop and keeps the longest turn of each step."""

    def __init__(self, app: QApplication, wanted: list[str]) -> None:
        self._app, self._wanted = app, wanted
        self.longest: dict[str, float] = {}

    def idle(self, seconds: float) -> float:
        """Let the window do what it has to do; return its longest turn."""
        end, longest = time.monotonic() + seconds, 0.0
        while time.monotonic() < end:
            longest = max(longest, self._turn())
            time.sleep(0.001)
        return longest

    def _turn(self) -> float:
        begin = time.thread_time()
        self._app.processEvents()
        return (time.thread_time() - begin) * 1000

    def _explain(self, seconds: float) -> float:
        """Do the same, but tell what the longest turn consisted of; the profiler makes it longer than it is."""
        end, longest, costly = time.monotonic() + seconds, 0.0, cProfile.Profile()
        while time.monotonic() < end:
            with cProfile.Profile() as profile:
                turn = self._turn()
            if turn > longest:
                longest, costly = turn, profile
            time.sleep(0.001)
        pstats.Stats(costly, stream=sys.stderr).sort_stats("cumulative").print_stats(COSTLY)
        return longest

    def until(self, there: Callable[[], object]) -> None:
        """Let the window do what it has to do until something is there."""
        end = time.monotonic() + 30
        while not there():
            if time.monotonic() > end:
                raise SystemExit("What was waited for did not come.")
            self.idle(0.02)

    def step(self, name: str, act: Callable[[], object], seconds: float = 1.5) -> None:
        """Do ``act`` in a turn of its own and look at that one and at those that follow from it."""
        self.idle(0.3)
        QTimer.singleShot(0, act)
        if name in self._wanted:
            print(f"== {name}", file=sys.stderr)
        self.longest[name] = self._explain(seconds) if name in self._wanted else self.idle(seconds)


class Day:
    """A day at the desk: the steps in their order, each with the window as the one before left it."""

    def __init__(self, turns: Turns, window: MainWindow, plan_id: str) -> None:
        self._turns, self._window, self._plan_id = turns, window, plan_id

    @property
    def _editor(self) -> EditorPage:
        if self._window.editor is None:
            raise SystemExit("No plan is open.")
        return self._window.editor

    @property
    def _prose(self) -> list[Paragraph]:
        return [node for node in self._editor.document.plan.body.walk() if isinstance(node, Paragraph)]

    def home(self) -> None:
        """The list of plans, and the plan opened from it."""
        self._turns.step("the home listed", self._window.library.refresh)
        self._turns.step("search in all plans", lambda: self._window.home.search.setText("giao duc"))
        self._turns.step("search taken back", self._window.home.search.clear)
        self._turns.step("the office's page", self._window.visits.to_office.trigger)
        self._turns.step("back from the office's page", self._window.visits.leave)
        self._turns.step("a plan of 2,000 nodes opened", lambda: self._window.open_plan(self._plan_id), 3)
        self._turns.until(lambda: self._window.editor is not None)
        self._turns.idle(5)

    def outline(self) -> None:
        """Walking, typing, and what is done to whole sections."""
        editor = self._editor
        section = editor.document.plan.body.children[2]
        self._turns.step("the last paragraph chosen", lambda: editor.select(self._prose[-1].id))
        self._turns.step("a table chosen", lambda: editor.select(self._first(Table)))
        self._turns.step("a task chosen", lambda: editor.select(self._first(Task)))
        edit = SetField(self._prose[3].id, "text", RichText.of("Một câu khác hẳn."))
        self._turns.step("a paragraph edited", lambda: editor.document.edit(edit))
        self._turns.step("undone", editor.document.undo)
        self._turns.step("the plan's head chosen", lambda: editor.select("plan"))
        self._turns.step("everything unfolded", editor.outline.tree.expandAll)
        self._turns.step("a section of 200 chosen", lambda: editor.select(section.id))
        for name, action in (("moved", "down"), ("doubled", "duplicate"), ("deleted", "delete"), ("merged", "merge")):
            moves = editor.outline.moves
            act = {**moves.common, **moves.rare}[action]
            self._turns.step(f"a section of 200 {name}", act.trigger)
            self._turns.step(f"{name}: undone", editor.document.undo)
            self._turns.step(f"{name}: done again", editor.document.redo)
            self._turns.step(f"{name}: undone again", editor.document.undo)

    def _first(self, kind: type[Node]) -> str:
        return next(node.id for node in self._editor.document.plan.walk() if isinstance(node, kind))

    def pasting(self) -> None:
        """500 lines from Excel, and 500 rows."""
        editor = self._editor
        for name, lines in (
            ("500 lines", "\n".join(f"- Việc thứ {n} của thôn" for n in range(500))),
            ("500 rows from Excel", "\n".join(f"{n}\tViệc\tThôn {n}\tQuý II" for n in range(500))),
        ):
            editor.select(editor.document.plan.body.children[3].children[0].id)
            QApplication.clipboard().setText(lines)
            self._turns.step(f"{name} pasted", editor.outline.moves.rare["paste"].trigger, 3)
            self._turns.step(f"{name}: undone", editor.document.undo, 3)

    def tabs(self) -> None:
        """Each view of the plan, and an edit while it is in front."""
        editor = self._editor
        for at in range(1, editor.tabs.count()):
            for visit in ("first", "second"):
                self._turns.step(f"tab {at}, {visit} look", lambda at=at: editor.tabs.setCurrentIndex(at))
                task = next(node for node in editor.document.plan.walk() if isinstance(node, Task))
                deadline = "Quý III/2026" if visit == "first" else "Quý II/2026"
                edit = SetField(task.id, "deadline", deadline)
                self._turns.step(f"tab {at}, {visit} edit", lambda edit=edit: editor.document.edit(edit))
                self._turns.step("back to the outline", lambda: editor.tabs.setCurrentIndex(0))

    def panes(self) -> None:
        """The panes at the foot."""
        editor = self._editor
        self._turns.step("findings shown", lambda: editor.bar.findings.setChecked(True))
        self._turns.step("next finding", lambda: editor.findings.step(1))
        self._turns.step("findings closed", lambda: editor.bar.findings.setChecked(False))
        self._turns.step("clean-ups shown", editor.tidy.open)
        self._turns.step("clean-ups closed", editor.tidy.put_away)
        self._turns.step("find and replace shown", lambda: editor.search.open_for(replace=True))
        self._turns.step("words sought", lambda: editor.search.words.setText("giáo dục"))
        self._turns.step("words to put there", lambda: editor.search.new.setText("đào tạo"))
        self._turns.step("all replaced", editor.search.replace.click)
        self._turns.step("all replaced: undone", editor.document.undo)
        self._turns.step("find and replace closed", editor.search.put_away)
        other = changed(editor.document.plan)
        self._turns.step(f"{CHANGES} differences compared", lambda: editor.comparison.compare(other, "…"), 3)
        self._turns.step("comparison closed", editor.comparison.put_away)
        restoring = self._window.library.versions
        restoring.keep(other, "export")
        self._turns.step("versions shown", editor.versions.open)
        self._turns.step("a version restored", editor.versions.restore.click, 3)
        self._turns.step("a version restored: undone", editor.document.undo, 3)
        self._turns.step("versions closed", editor.versions.put_away)


def changed(plan: Plan) -> Plan:
    """Return the plan with words changed in many of its paragraphs."""
    other = copy.deepcopy(plan)
    prose = [node for node in other.body.walk() if isinstance(node, Paragraph)]
    for node in prose[:CHANGES]:
        node.text = RichText.of(node.text.plain.replace("sửa đường", "làm đường bê tông").replace("vệ sinh", "sạch"))
    return other


def main() -> None:
    """Print the figures of one process."""
    app = QApplication(sys.argv[:1])
    theme.apply(app)
    WindowGarbage(app)
    turns = Turns(app, sys.argv[2:])
    window = make_window()
    window.resize(1366, 768)
    turns.step("the window shown", window.show)
    turns.step("its first list", window.library.refresh)
    turns.step("warming up", window.library.warm_up, 4)
    day = Day(turns, window, sys.argv[1])
    for part in (day.home, day.outline, day.pasting, day.tabs, day.panes):
        part()
    print(json.dumps(turns.longest), flush=True)
    window.close()


if __name__ == "__main__":
    main()
