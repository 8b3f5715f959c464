"""Phiếu giao việc from the window: one unit's file, all units into a folder, nothing replaced without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt

from desktop import exports as exports_module
from desktop.document import PlanDocument
from desktop.main_window import MainWindow
from desktop.output import FileWork, free_place, slip_name
from desktop.views import PlanViews
from plans.plan import Plan
from plans.sample import sample_plan
from plans.views import units_with_duties

UNIT = "Phòng Kinh tế"


@pytest.fixture
def files(qapp):
    found = FileWork()
    yield found
    found.close()


@pytest.fixture
def views(qtbot):
    found = PlanViews(PlanDocument(sample_plan()))
    qtbot.addWidget(found)
    found.resize(936, 640)
    found.show()
    return found


def offered(pane) -> list[str]:
    pane.slips.choices.aboutToShow.emit()
    return [action.text() for action in pane.slips.choices.actions() if action.text()]


def test_the_button_offers_the_units_with_duties_and_all_of_them(views):
    pane = views.show_tab(1, "")
    units = units_with_duties(pane.document.plan)
    assert offered(pane) == [*units, "Mọi đơn vị, mỗi đơn vị một tệp…"]


def test_the_unit_of_the_current_column_is_offered_first(views):
    pane = views.show_tab(1, "")
    heads = [pane.model.headerData(at, Qt.Orientation.Horizontal) for at in range(pane.model.columnCount())]
    row = pane.model.row_of(pane.model.tasks[0].task.id)
    pane.grid.setCurrentIndex(pane.model.index(row, heads.index(UNIT)))
    offered(pane)
    assert pane.slips.choices.activeAction().text() == UNIT


def test_choosing_a_unit_asks_for_its_slip(views, qtbot):
    pane = views.show_tab(1, "")
    offered(pane)
    action = next(each for each in pane.slips.choices.actions() if each.text() == UNIT)
    with qtbot.waitSignal(views.slips_asked) as asked:
        action.trigger()
    assert asked.args == [pane.document.plan, UNIT]


def test_a_plan_without_duties_offers_none(qtbot):
    views = PlanViews(PlanDocument(Plan()))
    qtbot.addWidget(views)
    assert offered(views.show_tab(1, "")) == ["Chưa đơn vị nào được giao việc"]


def test_all_slips_go_into_a_folder_beside_what_lies_there(files, qtbot, tmp_path: Path):
    plan = sample_plan()
    old = tmp_path / f"{slip_name(plan, UNIT)}.docx"
    old.write_text("của người khác")
    with qtbot.waitSignal(files.filed, timeout=30000) as filed:
        files.write_slips(plan, tmp_path)
    units = units_with_duties(plan)
    assert filed.args == [tmp_path, len(units)]
    assert old.read_text() == "của người khác"
    assert free_place(old) == tmp_path / f"{slip_name(plan, UNIT)} (3).docx"
    assert len(list(tmp_path.glob("PGV *.docx"))) == len(units) + 1


def test_a_folder_that_refuses_is_told(files, qtbot, tmp_path: Path):
    with qtbot.waitSignal(files.troubled, timeout=30000) as troubled:
        files.write_slips(sample_plan(), tmp_path / "khong-co")
    assert troubled.args[0].code == "file-not-writable"


@pytest.fixture
def window(sample_window: MainWindow) -> MainWindow:
    return sample_window


def test_one_slip_is_written_where_the_clerk_says_and_the_notice_names_it(window, qtbot, tmp_path: Path, monkeypatch):
    suggested: list[Path] = []

    def answer(_parent: object, suggestion: Path, _suffix: str) -> Path:
        suggested.append(suggestion)
        return tmp_path / "phieu.docx"

    monkeypatch.setattr(exports_module, "ask_save_path", answer)
    with qtbot.waitSignal(window.files.written, timeout=30000):
        window.editor.views.slips_asked.emit(window.editor.document.plan, UNIT)
    words = [paragraph.text for paragraph in Document(str(tmp_path / "phieu.docx")).paragraphs]
    assert "PHIẾU GIAO VIỆC" in words
    assert suggested[0].name == "PGV Phong Kinh te KH-UBND 2026.docx"
    assert "phieu.docx" in window.notices.text


def test_all_slips_are_told_with_their_folder(window, qtbot, tmp_path: Path, monkeypatch):
    folder = tmp_path / "Phiếu"
    folder.mkdir()
    monkeypatch.setattr(exports_module, "ask_folder", lambda *_: folder)
    with qtbot.waitSignal(window.files.filed, timeout=30000):
        window.editor.views.slips_asked.emit(window.editor.document.plan, "")
    assert window.notices.text.startswith(f"Đã xuất {len(list(folder.iterdir()))} phiếu giao việc vào thư mục “Phiếu”")


def test_a_clerk_who_thinks_better_of_it_gets_no_file(window, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(exports_module, "ask_folder", lambda *_: None)
    monkeypatch.setattr(exports_module, "ask_save_path", lambda *_: None)
    for unit in ("", UNIT):
        window.editor.views.slips_asked.emit(window.editor.document.plan, unit)
    window.files.close()
    assert list(tmp_path.rglob("PGV*")) == []
