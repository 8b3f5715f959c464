"""The clean copy from the window: written, audited, its findings shown beside the work."""

from __future__ import annotations

import copy
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QDate

from desktop import exports as exports_module
from desktop.main_window import MainWindow
from desktop.report_window import ReportWindow
from plans.changes import Batch, SetField
from plans.plan import PLAN_ID, PlanDate, PlanStatus


@pytest.fixture
def window(sample_window: MainWindow, tmp_path: Path, monkeypatch) -> MainWindow:
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "ban sach.docx")
    return sample_window


def test_a_clean_copy_with_blanks_is_written_and_its_faults_are_shown(window, qtbot, tmp_path):
    window.editor.document.edit(SetField(PLAN_ID, "draft_mark", value=True))
    with qtbot.waitSignal(window.files.issued, timeout=20000):
        window.out.to_issued.trigger()
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
        window.out.to_issued.trigger()
    assert "0 lỗi" in window.notices.text


def test_there_is_no_clean_copy_without_a_plan(window):
    window.back.trigger()
    assert not window.out.to_issued.isEnabled()


def test_issuing_freezes_the_copy_and_writes_number_date_and_status_in_one_step(window, qtbot, tmp_path, monkeypatch):
    document, pane = window.editor.document, window.editor.issue
    document.edit(Batch((SetField(PLAN_ID, "number", ""), SetField(PLAN_ID, "date", PlanDate()))))
    document.end_burst()
    before = copy.deepcopy(document.plan)
    window.issue.trigger()
    assert not pane.issue.isEnabled()
    pane.number.setText("7")
    pane.date.setDate(QDate(2026, 1, 5))
    with qtbot.waitSignal(window.files.issued, timeout=20000):
        pane.issue.click()
    plan = document.plan
    assert (plan.number, plan.date, plan.status) == ("07", PlanDate(day=5, month=1, year=2026), PlanStatus.SIGNED)
    assert document.undo_stack.undoText() == "Ban hành"
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "lan nua.docx")
    document.edit(SetField(PLAN_ID, "subject", "Sửa sau khi ban hành"))
    with qtbot.waitSignal(window.files.written, timeout=20000):
        window.issued.trigger()
    assert (tmp_path / "lan nua.docx").read_bytes() == (tmp_path / "ban sach.docx").read_bytes()
    document.undo()
    document.undo()
    assert document.plan == before


def test_a_copy_that_cannot_be_written_issues_nothing(window, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: tmp_path / "khong co" / "ban sach.docx")
    before = copy.deepcopy(window.editor.document.plan)
    window.issue.trigger()
    window.editor.issue.number.setText("12")
    with qtbot.waitSignal(window.files.troubled, timeout=20000):
        window.editor.issue.issue.click()
    assert window.editor.document.plan == before
    assert window.notices.text


def test_a_plan_that_was_not_issued_has_no_copy_to_show(window, qtbot):
    window.issued.trigger()
    qtbot.waitUntil(lambda: window.notices.text == "Kế hoạch này chưa ban hành bản nào.", timeout=20000)
