"""The kept versions: one at each export, listed with time and reason, brought back in one step that can be undone."""

from __future__ import annotations

import copy

import pytest
from PySide6.QtCore import QSettings

from desktop import exports as exports_module
from desktop.library import Library
from desktop.main_window import MainWindow
from desktop.output import FileWork
from desktop.versions_pane import REASONS
from plans.changes import SetField
from plans.plan import PLAN_ID


@pytest.fixture
def window(qtbot, tmp_path, monkeypatch):
    settings = QSettings(str(tmp_path / "kehoach.ini"), QSettings.Format.IniFormat)
    found = MainWindow(Library(tmp_path / "lib" / "kehoach.db"), FileWork(), settings)
    found.show()
    with qtbot.waitSignal(found.library.opened, timeout=20000):
        found.sample.trigger()
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "goi.kehoach")
    yield found
    found.close()
    found.deleteLater()


def test_every_reason_has_its_words():
    from db.records import VersionReason

    assert REASONS.keys() == {str(why) for why in VersionReason}


def test_an_export_keeps_a_version_that_is_brought_back_in_one_step(window, qtbot):
    document, pane = window.editor.document, window.editor.versions
    first = copy.deepcopy(document.plan)
    with qtbot.waitSignal(window.files.written, timeout=20000):
        window.out.to_package.trigger()
    document.edit(SetField(PLAN_ID, "subject", "Trồng cây xã Suối Lim năm 2026"))
    written = copy.deepcopy(document.plan)
    pane.open()
    qtbot.waitUntil(lambda: pane.list.count() == 1, timeout=20000)
    assert pane.list.item(0).text().endswith("· Khi xuất tệp")
    pane.restore.click()
    qtbot.waitUntil(lambda: document.plan == first, timeout=20000)
    assert document.undo_stack.undoText() == "Đưa bản đã lưu trở lại"
    qtbot.waitUntil(lambda: pane.list.count() == 2, timeout=20000)
    assert pane.list.item(0).text().endswith("· Trước khi đưa một bản cũ trở lại")
    document.undo()
    assert document.plan == written


def test_without_an_export_there_is_none_and_that_is_said(window, qtbot, monkeypatch):
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: None)
    window.out.to_package.trigger()
    pane = window.editor.versions
    pane.open()
    qtbot.waitUntil(lambda: pane.said.text().startswith("Chưa có bản nào"), timeout=20000)
    assert not pane.restore.isEnabled()
