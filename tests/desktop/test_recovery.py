"""The journey of a power cut: the real program is killed in mid-typing and started again on the same library."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from db.records import VersionReason
from db.store import PlanStore
from plans.changes import SetField
from plans.plan import PLAN_ID, Plan


@pytest.fixture
def library(tmp_path: Path, small_plan: Plan) -> Path:
    path = tmp_path / "lib" / "kehoach.db"
    with closing(PlanStore.open(path)) as store:
        store.save(small_plan, None)
        store.keep_version(small_plan, VersionReason.EXPORT)
    return path


@pytest.fixture
def start(open_window):
    """Start the program on the library, as often as asked."""
    return open_window


def cut_power(library: Path, plan_id: str) -> None:
    """Let somebody type until the library has taken it three times, then kill the program."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "KEHOACH_LIBRARY": str(library)}
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "tests.desktop.typist", plan_id]
    with subprocess.Popen(command, env=environment, cwd=root, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        told = [typist.stdout.readline() for _ in range(3)]
        typist.kill()
    assert all(line.startswith("saved") for line in told)


def test_after_a_power_cut_one_click_goes_on_with_the_text(start, library, small_plan, qtbot) -> None:
    cut_power(library, small_plan.id)
    window = start()
    qtbot.waitUntil(window.recovery.isVisible, timeout=10000)
    assert small_plan.subject in window.recovery.title.text()
    assert "thay đổi sau bản giữ lại lúc" in window.recovery.words.text()
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.recovery.resume.click()
    words = window.editor.document.plan.place.split()
    typed = [word for word in words if word.startswith("w")]
    assert typed, "nothing of what was typed is left"
    assert typed == [f"w{number}" for number in range(len(typed))]
    assert not window.recovery.isVisible()


def test_the_kept_versions_are_one_click_away_too(start, library, small_plan, qtbot) -> None:
    cut_power(library, small_plan.id)
    window = start()
    qtbot.waitUntil(window.recovery.isVisible, timeout=10000)
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.recovery.versions.click()
    qtbot.waitUntil(lambda: window.editor.versions.list.count() == 1, timeout=10000)
    assert window.editor.versions.isVisible()


def test_after_an_ordinary_close_nothing_is_told(start, small_plan, qtbot) -> None:
    window = start()
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.open_plan(small_plan.id)
    window.editor.document.edit(SetField(PLAN_ID, "place", "Suối Lim"))
    window.close()
    again = start()
    qtbot.wait(300)
    assert not again.recovery.isVisible()


def left_open(library: Path) -> str:
    """What stands in the mark."""
    return library.with_name("kehoach.db.open").read_text("utf-8")


def test_a_kept_version_starts_the_count_of_changes_anew(start, library, small_plan, qtbot) -> None:
    window = start()
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.open_plan(small_plan.id)
    for place in ("Suối", "Suối Lim"):
        with qtbot.waitSignal(window.editor.autosave.stored, timeout=5000):
            window.editor.document.edit(SetField(PLAN_ID, "place", place))
    assert '"changes": 2' in left_open(library)
    with qtbot.waitSignal(window.library.versions.kept, timeout=5000):
        window.library.versions.keep(window.editor.document.plan, "export")
    assert '"changes": 0' in left_open(library)


def test_a_mark_that_cannot_be_read_is_no_obstacle(start, library, qtbot) -> None:
    library.with_name("kehoach.db.open").write_text("{", encoding="utf-8")
    window = start()
    qtbot.wait(300)
    assert not window.recovery.isVisible()


def test_a_plan_thrown_away_since_is_not_offered(start, library, small_plan, qtbot) -> None:
    library.with_name("kehoach.db.open").write_text(f'{{"plan_id": "{small_plan.id}", "changes": 1}}', "utf-8")
    with closing(PlanStore.open(library)) as store:
        store.trash(small_plan.id)
    window = start()
    qtbot.wait(300)
    assert not window.recovery.isVisible()
    assert not library.with_name("kehoach.db.open").exists()
