"""The page "Việc của đơn vị": whose duties, which year, what is shown, where Enter leads, what is copied."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolButton

from db.store import PlanStore
from desktop.library import Library
from desktop.main_window import MainWindow
from desktop.output import FileWork
from desktop.unit_duties import UnitDutiesPage
from desktop.unit_duties.model import UnitDutiesModel
from plans.nodes import Assignment, Bullet, Section, Task
from plans.plan import Plan, PlanPeriod
from plans.text import RichText

CULTURE = "Phòng Văn hóa - Xã hội"


def plan_of(subject: str, *nodes, year: int = 2026) -> Plan:
    plan = Plan(subject=subject, period=PlanPeriod(start=year, end=year))
    plan.body.children = [Section(title=RichText.of("NHIỆM VỤ"), children=list(nodes))]
    return plan


def task(words: str, deadline: str = "", **units) -> Task:
    return Task(id=words, title=RichText.of(words), deadline=deadline, **units)


def plans() -> list[Plan]:
    duties = Assignment(
        id="assigned", unit="Phòng Văn hoá – Xã hội", children=[Bullet(id="b", text=RichText.of("Báo cáo"))]
    )
    return [
        plan_of("Đọc sách", task("Mở tủ sách", "Quý III/2026", lead=[CULTURE]), duties),
        plan_of(
            "Trồng cây",
            task("Ươm cây", "Quý I/2026", lead=["Phòng Kinh tế"], coordinating=["Phòng VH-XH"]),
            task("Dựng rào", "Quý II/2026", lead=["Phòng Kinh tế"]),
        ),
        plan_of("Đọc sách năm trước", task("Việc cũ", "Quý I/2025", lead=[CULTURE]), year=2025),
    ]


def window_over(folder: Path, kept: list[Plan]) -> MainWindow:
    with closing(PlanStore.open(folder / "kehoach.db")) as store:
        for plan in kept:
            store.save(plan, None)
    settings = QSettings(str(folder / "kehoach.ini"), QSettings.Format.IniFormat)
    settings.setValue("office/asked", "yes")
    settings.setValue("duties/year", 2026)
    found = MainWindow(Library(folder / "kehoach.db"), FileWork(), settings)
    found.show()
    found.library.refresh()
    return found


@pytest.fixture
def window(qtbot, tmp_path: Path):
    found = window_over(tmp_path, plans())
    qtbot.waitUntil(lambda: found.home.loaded, timeout=10000)
    yield found
    found.close()
    found.deleteLater()


@pytest.fixture
def page(window: MainWindow, qtbot) -> UnitDutiesPage:
    return page_of(window, qtbot)


def page_of(window: MainWindow, qtbot) -> UnitDutiesPage:
    window.visits.to_duties.trigger()
    found = window.visits.page
    assert isinstance(found, UnitDutiesPage)
    qtbot.waitUntil(lambda: "Đang xem" not in found.empty.text(), timeout=10000)
    return found


def ask(page: UnitDutiesPage, qtbot, words: str) -> None:
    page.unit.line.selectAll()
    qtbot.keyClicks(page.unit.line, words)
    with qtbot.waitSignal(page.asked, timeout=5000):
        qtbot.keyClick(page.unit.line, Qt.Key.Key_Return)
    qtbot.wait(150)


def rows(page: UnitDutiesPage) -> list[list[str]]:
    model = page.model
    return [[model.index(row, at).data() for at in range(model.columnCount())] for row in range(model.rowCount())]


def test_the_side_bar_leads_to_the_page_and_escape_back_home(window: MainWindow, qtbot) -> None:
    button = next(b for b in window.home.side.findChildren(QToolButton) if b.defaultAction() is window.visits.to_duties)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    page = window.visits.page
    assert isinstance(page, UnitDutiesPage)
    qtbot.keyClick(page.unit.line, Qt.Key.Key_Escape)
    assert window.visits.page is None
    assert window.home.isVisible()


def test_all_spellings_over_all_plans_of_the_year_are_shown_soonest_first(page: UnitDutiesPage, qtbot) -> None:
    ask(page, qtbot, "van hoa")
    assert page.unit.value() in (CULTURE, "Phòng Văn hoá – Xã hội")
    assert rows(page) == [
        ["Ươm cây", "Trồng cây", "Phối hợp", "Quý I/2026", "Chưa làm"],
        ["Mở tủ sách", "Đọc sách", "Chủ trì", "Quý III/2026", "Chưa làm"],
        ["Báo cáo", "Đọc sách", "Được phân công", "", ""],
    ]
    assert page.sum.text() == "3 việc trong 2 kế hoạch · Chủ trì: 1 · Phối hợp: 1 · Được phân công: 1"
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_the_initials_of_a_unit_are_enough(page: UnitDutiesPage, qtbot) -> None:
    ask(page, qtbot, "vhxh")
    assert len(rows(page)) == 3


def test_the_year_is_one_that_plans_are_for_until_another_was_asked_for(qtbot, tmp_path: Path) -> None:
    window = window_over(tmp_path, [plan_of("Sau này", task("Việc", "Quý I/2095", lead=[CULTURE]), year=2095)])
    qtbot.waitUntil(lambda: window.home.loaded, timeout=10000)
    assert page_of(window, qtbot).year.value() == 2026
    window.visits.leave()
    window._settings.remove("duties/year")
    assert page_of(window, qtbot).year.value() == 2095
    window.close()
    window.deleteLater()


def test_another_year_shows_that_years_duties(page: UnitDutiesPage, qtbot) -> None:
    ask(page, qtbot, "van hoa")
    page.year.setValue(2025)
    qtbot.waitUntil(lambda: [row[0] for row in rows(page)] == ["Việc cũ"], timeout=5000)


def test_the_role_narrows_the_rows(page: UnitDutiesPage, qtbot) -> None:
    ask(page, qtbot, "van hoa")
    page.role.combo.setCurrentIndex(1)
    page.role.combo.activated.emit(1)
    assert [row[0] for row in rows(page)] == ["Mở tủ sách"]
    page.role.combo.setCurrentIndex(2)
    page.role.combo.activated.emit(2)
    assert rows(page) == []
    assert "với vai trò này" in page.empty.text()
    assert page.empty.isVisible()


def test_enter_opens_the_plan_at_the_duty(page: UnitDutiesPage, window: MainWindow, qtbot) -> None:
    ask(page, qtbot, "van hoa")
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    page.table.selectRow(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.editor is not None, timeout=20000)
    assert window.editor.document.plan.subject == "Đọc sách"
    assert window.editor._selected == "Mở tủ sách"
    assert window.visits.page is None


def test_the_unit_asked_for_last_comes_up_again(page: UnitDutiesPage, window: MainWindow, qtbot) -> None:
    ask(page, qtbot, "kinh te")
    window.visits.leave()
    again = page_of(window, qtbot)
    qtbot.waitUntil(lambda: [row[0] for row in rows(again)] == ["Ươm cây", "Dựng rào"], timeout=5000)


def test_a_copy_is_a_table_for_excel_and_for_word(page: UnitDutiesPage, qtbot) -> None:
    ask(page, qtbot, "van hoa")
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    data = QApplication.clipboard().mimeData()
    lines = data.text().split("\n")
    assert lines[0] == "Việc phải làm\tTrong kế hoạch\tVai trò\tThời hạn\tTình trạng"
    assert lines[2] == "Mở tủ sách\tĐọc sách\tChủ trì\tQuý III/2026\tChưa làm"
    assert data.html().count("<tr>") == 4
    page.table.selectRow(1)
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().split("\n")[1:] == [lines[2]]


def test_what_is_empty_says_what_to_do(page: UnitDutiesPage, qtbot) -> None:
    assert "Gõ tên đơn vị ở trên" in page.empty.text()
    assert "Phòng Kinh tế</a>" in page.empty.text()
    ask(page, qtbot, "doi bay")
    assert "Không kế hoạch nào nhắc tới “doi bay”" in page.empty.text()
    page.empty.linkActivated.emit("Phòng Kinh tế")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2, timeout=5000)
    page.year.setValue(2031)
    qtbot.waitUntil(lambda: "Trong năm 2031" in page.empty.text(), timeout=5000)
    assert not page.copy.isVisible()


def test_a_library_without_duties_tells_where_they_come_from(qtbot, tmp_path: Path) -> None:
    window = window_over(tmp_path, [])
    assert "Chưa kế hoạch nào giao việc" in page_of(window, qtbot).empty.text()
    window.close()
    window.deleteLater()


def test_an_answer_that_comes_late_is_not_shown_for_another_unit(page: UnitDutiesPage, qtbot) -> None:
    page.choose("Phòng Kinh tế")
    qtbot.waitUntil(lambda: page.model.rowCount() == 2, timeout=5000)
    page.show_duties(CULTURE, 2026, [])
    assert page.model.rowCount() == 2


def test_the_model_keeps_the_rules_of_item_models(qtmodeltester) -> None:
    qtmodeltester.check(UnitDutiesModel())
