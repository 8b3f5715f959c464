"""The home list by year, field and order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from db.records import PlanSummary
from desktop.home import HomePage
from plans.plan import PlanStatus

_NOW = datetime(2026, 11, 27, 8, tzinfo=UTC)


def _plan(subject: str, year: int | None, topic: str, days: int, status: PlanStatus = PlanStatus.DRAFT) -> PlanSummary:
    return PlanSummary(
        id=subject, title="KẾ HOẠCH", subject=subject, agency="", year=year, topic=topic, status=status,
        changed_at=_NOW - timedelta(days=days), revision=1, tasks=0, targets=0,
    )  # fmt: skip


@pytest.fixture
def home(qtbot):
    page = HomePage()
    qtbot.addWidget(page)
    page.resize(1366, 740)
    page.show()
    page.show_plans(
        [
            _plan("Trồng cây", 2026, "Môi trường", 0),
            _plan("Đắp đê", 2025, "Thủy lợi", 1, PlanStatus.SIGNED),
            _plan("Ánh sáng đường quê", 2026, "Điện", 2),
            _plan("Việc chưa rõ", None, "", 3),
        ]
    )
    return page


def _rows(home: HomePage) -> list[str]:
    rows = [home.model.data(home.model.index(at), 256) for at in range(home.model.rowCount())]
    return [row if isinstance(row, str) else row.subject for row in rows]


def _choose(combo, words: str) -> None:
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def test_plans_stand_by_year_first(home: HomePage) -> None:
    assert _rows(home) == [
        "NĂM 2026", "Trồng cây", "Ánh sáng đường quê", "NĂM 2025", "Đắp đê", "CHƯA RÕ NĂM", "Việc chưa rõ",
    ]  # fmt: skip


def test_a_year_and_a_field_narrow_the_list(home: HomePage) -> None:
    _choose(home.filters.year, "2026")
    assert _rows(home) == ["NĂM 2026", "Trồng cây", "Ánh sáng đường quê"]
    _choose(home.filters.topic, "Điện")
    assert _rows(home) == ["NĂM 2026", "Ánh sáng đường quê"]
    home.side._filters["signed"].click()
    assert _rows(home) == []
    assert "năm và lĩnh vực" in home.empty.words.text()


def test_by_name_accents_do_not_part_letters(home: HomePage) -> None:
    _choose(home.filters.order, "theo tên")
    assert _rows(home) == ["Ánh sáng đường quê", "Đắp đê", "Trồng cây", "Việc chưa rõ"]


def test_by_latest_change_nothing_is_grouped(home: HomePage) -> None:
    _choose(home.filters.order, "mới sửa trước")
    assert _rows(home) == ["Trồng cây", "Đắp đê", "Ánh sáng đường quê", "Việc chưa rõ"]


def test_by_field_each_field_has_its_head_and_the_unknown_comes_last(home: HomePage) -> None:
    _choose(home.filters.order, "theo lĩnh vực")
    assert _rows(home)[:2] == ["ĐIỆN", "Ánh sáng đường quê"]
    assert _rows(home)[-2:] == ["CHƯA RÕ LĨNH VỰC", "Việc chưa rõ"]


def test_what_was_chosen_stays_when_the_list_comes_anew(home: HomePage) -> None:
    _choose(home.filters.year, "2025")
    home.show_plans([*home.plans, _plan("Mới", 2024, "", 0)])
    assert _rows(home) == ["NĂM 2025", "Đắp đê"]


def test_a_row_says_year_field_and_status_to_a_screen_reader(home: HomePage) -> None:
    assert home.model.index(1).data(11) == "Trồng cây – 2026 – Môi trường – Dự thảo"


def test_the_list_is_a_sound_model_in_every_order(home: HomePage) -> None:
    QAbstractItemModelTester(home.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for words in ("theo năm", "theo lĩnh vực", "mới sửa trước", "theo tên"):
        _choose(home.filters.order, words)


def test_the_home_page_fits_a_screen_of_1366_pixels_at_one_and_a_half_scale(qtbot):
    page = HomePage()
    qtbot.addWidget(page)
    page.show()
    for plans in ([], [_plan("Trồng cây", 2026, "", 0)]):
        page.show_plans(plans)
        QApplication.processEvents()
        assert page.minimumSizeHint().width() <= 1366 / 1.5
