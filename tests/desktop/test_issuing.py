"""The clean copy from the window: written, audited, its findings shown beside the work."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from desktop import exports as exports_module
from desktop.library import Library
from desktop.main_window import MainWindow
from desktop.output import FileWork
from desktop.report_window import ReportWindow
from plans.changes import Batch, SetField
from plans.plan import PLAN_ID, PlanDate


@pytest.fixture
def window(qtbot, tmp_path: Path, monkeypatch):
    settings = QSettings(str(tmp_path / "kehoach.ini"), QSettings.Format.IniFormat)
    found = MainWindow(Library(tmp_path / "lib" / "kehoach.db"), FileWork(), settings)
    found.show()
    with qtbot.waitSignal(found.library.opened, timeout=20000):
        found.sample.trigger()
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "ban sach.docx")
    yield found
    found.close()
    found.deleteLater()


def test_a_clean_copy_with_blanks_is_written_and_its_faults_are_shown(window, qtbot, tmp_path):
    window.editor.document.edit(SetField(PLAN_ID, "draft_mark", value=True))
    with qtbot.waitSignal(window.files.issued, timeout=20000):
        window.to_issued.trigger()
    with zipfile.ZipFile(tmp_path / "ban sach.docx") as package:
        assert "DỰ THẢO" not in package.read("word/document.xml").decode("utf-8")
    report = window.findChild(ReportWindow)
    assert report.isVisible()
    assert not report.isModal()
    assert "ND30-14" in report.text.toPlainText()


def test_a_faultless_clean_copy_is_said_in_one_sentence(window, qtbot):
    filled = (SetField(PLAN_ID, "number", "15"), SetField(PLAN_ID, "date", PlanDate(day=5, month=1, year=2026)))
    window.editor.document.edit(Batch(filled))
    with qtbot.waitSignal(window.files.issued, timeout=20000):
        window.to_issued.trigger()
    assert "0 lỗi" in window.notices.text


def test_there_is_no_clean_copy_without_a_plan(window):
    window.back.trigger()
    assert not window.to_issued.isEnabled()
