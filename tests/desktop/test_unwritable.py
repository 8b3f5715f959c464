"""A library in a place that cannot be written: it opens to be read, says why, and can be changed once that is mended."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from db.store import PlanStore
from desktop.library import Library
from desktop.main_window import MainWindow
from desktop.output import FileWork
from plans.changes import SetField
from plans.errors import Trouble
from plans.plan import PLAN_ID, Plan


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with one library."""
    with closing(PlanStore.open(tmp_path / "lib" / "kehoach.db")) as store:
        store.save(Plan(subject="Trồng cây năm 2026"), None)
    return tmp_path / "lib"


@pytest.fixture
def locked(monkeypatch) -> pytest.MonkeyPatch:
    """Nothing can be written there until this is undone (tests/db shows it with the rights of a real folder)."""

    def refuse(path: Path) -> PlanStore:
        raise Trouble("library-not-writable", path=path, reason="chỉ cho đọc")

    monkeypatch.setattr(PlanStore, "open", refuse)
    return monkeypatch


@pytest.fixture
def window(shelf: Path, locked: pytest.MonkeyPatch, tmp_path: Path, qtbot) -> Iterator[MainWindow]:
    settings = QSettings(str(tmp_path / "kehoach.ini"), QSettings.Format.IniFormat)
    found = MainWindow(Library(shelf / "kehoach.db"), FileWork(), settings)
    found.show()
    with qtbot.waitSignal(found.library.listed, timeout=20000):
        found.library.refresh()
    with qtbot.waitSignal(found.plan_shown, timeout=20000):
        found.open_plan(found.home.plans[0].id)
    yield found
    found.close()
    found.deleteLater()


def test_the_plan_opens_to_be_read_and_the_window_says_why(window: MainWindow, shelf: Path) -> None:
    assert window.read_only.isVisible()
    assert "chỉ cho đọc" in window.read_only.words.text()
    assert window.editor.document.plan.subject == "Trồng cây năm 2026"
    assert not window.editor.document.try_edit(SetField(PLAN_ID, "subject", "Sửa"))
    assert window.out.to_docx.isEnabled()
    assert not window.new.isEnabled()
    window.library.trash(window.editor.document.plan.id)
    assert "Không ghi được thư viện" in window.notices.text
    assert sorted(path.name for path in shelf.iterdir()) == ["kehoach.db", "kehoach.db.lock"]


def test_once_the_place_can_be_written_one_click_opens_it_for_changes(
    window: MainWindow, locked: pytest.MonkeyPatch, qtbot
) -> None:
    with qtbot.waitSignal(window.read_only.refused, timeout=20000):
        window.read_only.retry.click()
    assert window.read_only.isVisible()
    locked.undo()
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        window.read_only.retry.click()
    assert not window.read_only.isVisible()
    with qtbot.waitSignal(window.library.saved, timeout=10000):
        window.editor.document.edit(SetField(PLAN_ID, "subject", "Sửa được rồi"))
