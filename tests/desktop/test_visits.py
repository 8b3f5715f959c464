"""Pages one goes to from home: first run, a new plan, backups; and the copy of the program that only reads."""

from __future__ import annotations

import socket
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QAbstractItemModelTester

from db.backups import back_up_now, backups
from db.store import PlanStore
from desktop.beginning.beginnings import offered, plan_begun, usual_year
from desktop.beginning.page import BeginningPage
from desktop.library import Library
from desktop.main_window import MainWindow
from desktop.office.page import OfficePage
from desktop.one_window import LibraryHold
from desktop.output import FileWork
from desktop.safekeeping.page import BackupsPage
from plans.agency import proposed_agency
from plans.changes import SetField
from plans.plan import PLAN_ID, Plan


def _window(folder: Path) -> MainWindow:
    settings = QSettings(str(folder / "kehoach.ini"), QSettings.Format.IniFormat)
    return MainWindow(Library(folder / "lib" / "kehoach.db"), FileWork(), settings)


def _end(window: MainWindow) -> None:
    window.close()
    window.deleteLater()


@pytest.fixture
def window(qtbot, tmp_path: Path):
    found = _window(tmp_path)
    found.show()
    yield found
    _end(found)


def _listed(window: MainWindow, qtbot) -> None:
    with qtbot.waitSignal(window.library.listed, timeout=10000):
        window.library.refresh()


def _with_plan(tmp_path: Path, subject: str = "Trồng cây năm 2026") -> Path:
    path = tmp_path / "lib" / "kehoach.db"
    with closing(PlanStore.open(path)) as store:
        store.save(Plan(subject=subject), None)
    return path


# first run


def test_the_first_run_asks_for_the_office_and_home_bears_its_name(window: MainWindow, qtbot, tmp_path: Path) -> None:
    window.visits.begin()
    page = window.visits.page
    assert isinstance(page, OfficePage)
    qtbot.keyClicks(page.places.commune, "phuong thanh dong")
    qtbot.keyClick(page.places.commune, Qt.Key.Key_Return)
    with qtbot.waitSignal(window.library.office_told, timeout=10000):
        page.begin.click()
    assert window.visits.page is None
    assert window.home.office.text() == "UBND phường Thành Đông ▾"
    window.close()
    with closing(PlanStore.open(tmp_path / "lib" / "kehoach.db")) as store:
        assert store.agency() == proposed_agency("phường", "Thành Đông", "thành phố Hải Phòng")


def test_put_off_it_is_never_asked_again_and_stays_within_reach(window: MainWindow, qtbot) -> None:
    window.visits.begin()
    assert isinstance(window.visits.page, OfficePage)
    window.visits.page.later.click()
    assert window.visits.page is None
    window.visits.begin()
    assert window.visits.page is None
    assert window.visits.to_office in window.home.office.menu().actions()
    window.visits.to_office.trigger()
    assert isinstance(window.visits.page, OfficePage)


def test_a_library_that_knows_its_office_is_not_asked(window: MainWindow, qtbot, tmp_path: Path) -> None:
    with closing(PlanStore.open(_with_plan(tmp_path))) as store:
        store.set_agency(proposed_agency("xã", "Khe Mơ"))
    window.visits.begin()
    with qtbot.waitSignal(window.library.office_told, timeout=10000):
        window.library.warm_up()
    assert window.visits.page is None
    assert window.home.office.text() == "UBND xã Khe Mơ ▾"


# a new plan


def test_two_keystrokes_from_home_begin_a_plan_that_bears_the_offices_head(window: MainWindow, qtbot) -> None:
    _listed(window, qtbot)
    with qtbot.waitSignal(window.library.office_told, timeout=10000):
        window.library.set_office(proposed_agency("xã", "Khe Mơ"))
    window.new.trigger()
    page = window.visits.page
    assert isinstance(page, BeginningPage)
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    plan = window.editor.document.plan
    assert plan.letterhead.agency == ("ỦY BAN NHÂN DÂN", "XÃ KHE MƠ")
    assert plan.period.start == usual_year(date.today())  # noqa: DTZ011 - the clerk's own calendar
    assert window.editor.document.office.agency.commune == "Khe Mơ"


def test_what_was_chosen_last_is_chosen_next_time(window: MainWindow, qtbot) -> None:
    window.visits.show_new()
    page = window.visits.page
    page.list.setCurrentIndex(page.model.index(page.model.row_of("education")))
    with qtbot.waitSignal(window.plan_shown, timeout=20000):
        page.begin.click()
    assert window.editor.document.plan.topic == "Giáo dục"
    window.visits.show_new()
    assert window.visits.page.model.choice(window.visits.page.list.currentIndex()).value == "education"


@pytest.mark.parametrize("beginning", [key for key, _name, _words in offered() if key != "file"])
def test_every_beginning_makes_a_plan_with_and_without_an_office(beginning: str) -> None:
    for agency in (None, proposed_agency("phường", "Bến Mây")):
        plan = plan_begun(beginning, agency, 2027)
        assert plan.body.children
        if agency and beginning != "sample":
            assert plan.letterhead.agency[1] == "PHƯỜNG BẾN MÂY"
            assert "Bến Mây" in plan.opening.children[0].text.plain


def test_a_file_is_asked_for_where_it_was_chosen(window: MainWindow, qtbot, monkeypatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("desktop.incoming.ask_open_path", lambda *_a: asked.append("asked"))
    window.visits.show_new()
    page = window.visits.page
    page.list.setCurrentIndex(page.model.index(page.model.row_of("file")))
    page.begin.click()
    assert asked == ["asked"]


def test_last_years_plans_are_offered_and_lead_to_their_rollover(window: MainWindow, qtbot, tmp_path: Path) -> None:
    _with_plan(tmp_path)
    _listed(window, qtbot)
    window.visits.show_new()
    page = window.visits.page
    page.year.setValue(2031)
    page.plan_list.setCurrentIndex(page.plans.index(1))
    page.plan_list.setFocus()
    qtbot.keyClick(page.plan_list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.incoming.route.page is not None, timeout=20_000)
    assert window.incoming.route.page.rollover.year == 2031


def test_from_october_on_plans_are_for_the_next_year() -> None:
    assert [usual_year(date(2026, month, 1)) for month in (1, 9, 10, 12)] == [2026, 2026, 2027, 2027]


def test_the_list_of_beginnings_is_a_sound_model(qtbot) -> None:
    page = BeginningPage("no such thing")
    qtbot.addWidget(page)
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert page.model.choice(page.list.currentIndex()).value == "blank"
    assert page.model.rowCount() == 11


def test_escape_goes_back_to_home(window: MainWindow, qtbot) -> None:
    window.visits.show_new()
    qtbot.keyClick(window.visits.page.list, Qt.Key.Key_Escape)
    assert window.visits.page is None


# backups


def test_the_library_is_backed_up_by_itself_and_only_when_it_is_time(window: MainWindow, qtbot, tmp_path: Path) -> None:
    path = _with_plan(tmp_path)
    for _time in range(2):
        window.visits.keeper.look_after()
        _listed(window, qtbot)
        assert len(backups(path)) == 1


def test_a_backup_is_listed_and_brings_back_what_was_lost(window: MainWindow, qtbot, tmp_path: Path) -> None:
    path = _with_plan(tmp_path)
    back_up_now(path, datetime.now(UTC) - timedelta(days=2))
    window._settings.setValue("office/asked", "yes")  # else the restored library asks for its office
    _listed(window, qtbot)
    window.library.discard(window.home.plans[0].id)
    qtbot.waitUntil(lambda: window.home.plans == [], timeout=10000)
    with qtbot.waitSignal(window.visits.keeper.listed, timeout=10000):
        window.visits.to_backups.trigger()
    page = window.visits.page
    assert isinstance(page, BackupsPage)
    assert page.model.index(0).data(Qt.ItemDataRole.UserRole).words == "1 kế hoạch"
    page.restore.click()
    assert page.restore.text() == "Bấm lần nữa để khôi phục"
    page.restore.click()
    qtbot.waitUntil(lambda: [plan.subject for plan in window.home.plans] == ["Trồng cây năm 2026"], timeout=10000)
    assert "được giữ ở" in window.notices.text
    assert window.visits.page is None


def _damage(path: Path) -> None:
    """Overwrite pages of the file, its head left as it is, as a bad disk does."""
    data = bytearray(path.read_bytes())
    for at in range(4096, len(data), 512):
        data[at : at + 400] = b"\xa5" * 400
    path.write_bytes(data)


@pytest.mark.parametrize("whole", [True, False])
def test_a_damaged_library_offers_the_newest_backup_right_there(qtbot, tmp_path: Path, whole: bool) -> None:
    path = _with_plan(tmp_path)
    back_up_now(path, datetime.now(UTC) - timedelta(days=1))
    if whole:
        path.write_bytes(b"khong phai thu vien" * 400)
    else:
        _damage(path)
    window = _window(tmp_path)
    window.show()
    window.library.refresh()
    window.library.warm_up()
    qtbot.waitUntil(lambda: isinstance(window.visits.page, BackupsPage), timeout=10000)
    page = window.visits.page
    qtbot.waitUntil(lambda: page.chosen() is not None, timeout=10000)
    assert page.trouble is not None
    page.restore.click()
    page.restore.click()
    qtbot.waitUntil(lambda: [plan.subject for plan in window.home.plans] == ["Trồng cây năm 2026"], timeout=10000)
    assert list(path.parent.glob("kehoach-hong-*.db"))
    _end(window)


def test_without_any_backup_an_empty_library_can_be_begun_and_the_file_is_kept(qtbot, tmp_path: Path) -> None:
    path = _with_plan(tmp_path)
    path.write_bytes(b"khong phai thu vien" * 400)
    window = _window(tmp_path)
    window.show()
    window.library.refresh()
    qtbot.waitUntil(lambda: isinstance(window.visits.page, BackupsPage), timeout=10000)
    page = window.visits.page
    qtbot.waitUntil(page.empty.isVisible, timeout=10000)
    assert not page.restore.isEnabled()
    page.afresh.click()
    page.afresh.click()
    qtbot.waitUntil(lambda: window.home.loaded and not isinstance(window.visits.page, BackupsPage), timeout=10000)
    assert window.home.plans == []
    assert [kept.read_bytes()[:9] for kept in path.parent.glob("kehoach-hong-*.db")] == [b"khong pha"]
    _end(window)


# the trash


def test_a_plan_in_the_trash_goes_for_good_only_at_a_second_press(window: MainWindow, qtbot, tmp_path: Path) -> None:
    path = _with_plan(tmp_path)
    _listed(window, qtbot)
    with qtbot.waitSignal(window.library.trash_listed, timeout=5000):
        window.library.trash(window.home.plans[0].id)
    window.home.side._filters["trash"].click()
    assert "30 ngày" in window.home.card._facts.text()
    window.home.card._delete.click()
    assert len(window.home._trash) == 1
    with qtbot.waitSignal(window.library.trash_listed, timeout=5000):
        window.home.card._delete.click()
    window.close()
    with closing(PlanStore.open(path)) as store:
        assert store.trashed() == []


def test_what_lay_in_the_trash_for_thirty_days_goes_by_itself(window: MainWindow, qtbot, tmp_path: Path) -> None:
    path = _with_plan(tmp_path)
    with closing(PlanStore.open(path)) as store:
        for subject in ("Cũ", "Mới bỏ"):
            plan = Plan(subject=subject)
            store.save(plan, None)
            store.trash(plan.id)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE plans SET trashed_at = '2026-01-01 00:00:00.000000' WHERE subject = 'Cũ'")
        connection.commit()
    with qtbot.waitSignal(window.library.trash_listed, timeout=10000) as listed:
        window.visits.keeper.look_after()
    assert [plan.subject for plan in listed.args[0]] == ["Mới bỏ"]


# a second copy


@pytest.fixture
def second(window: MainWindow, qtbot, tmp_path: Path):
    _with_plan(tmp_path)
    found = _window(tmp_path)
    found.show()
    with qtbot.waitSignal(found.library.listed, timeout=10000):
        found.library.refresh()
    yield found
    _end(found)


def test_a_second_copy_says_who_has_the_library_and_offers_nothing_that_changes_it(second: MainWindow) -> None:
    assert second.read_only.isVisible()
    assert "một cửa sổ khác trên máy này" in second.read_only.words.text()
    actions = (second.new, second.incoming.read, second.incoming.last_year, second.sample, second.visits.to_office)
    assert not any(action.isEnabled() for action in actions)
    assert not second.home.card.roll.isEnabled()
    assert not second.home.card._trash.isEnabled()
    assert not second.home._delete.isEnabled()


def test_edits_in_a_second_copy_are_rejected_with_a_sentence_and_never_saved(
    second: MainWindow, qtbot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(second.plan_shown, timeout=20000):
        second.open_plan(second.home.plans[0].id)
    document = second.editor.document
    assert not document.try_edit(SetField(PLAN_ID, "subject", "Sửa lén"))
    assert second.notices.text.startswith("Chỉ xem được")
    assert document.plan.subject == "Trồng cây năm 2026"
    assert not second.editor.form._scroll.widget().isEnabled()
    with qtbot.waitSignal(second.library.troubled, timeout=5000) as told:
        second.library.save(Plan(subject="Kế hoạch lén"))
    assert told.args[0].code == "library-held"
    with closing(PlanStore.open(tmp_path / "lib" / "kehoach.db")) as store:
        assert [plan.subject for plan in store.list()] == ["Trồng cây năm 2026"]


def test_once_the_first_copy_is_closed_the_second_may_edit(window: MainWindow, second: MainWindow, qtbot) -> None:
    second.read_only.retry.click()
    assert "vẫn đang mở" in second.notices.text
    with qtbot.waitSignal(second.plan_shown, timeout=20000):
        second.open_plan(second.home.plans[0].id)
    window.close()
    with qtbot.waitSignal(second.plan_shown, timeout=20000):
        second.read_only.retry.click()
    assert not second.read_only.isVisible()
    assert second.new.isEnabled()
    with qtbot.waitSignal(second.library.saved, timeout=10000):
        second.editor.document.edit(SetField(PLAN_ID, "subject", "Sửa được rồi"))


def test_a_hold_of_another_computer_counts_and_is_named(tmp_path: Path) -> None:
    library = tmp_path / "kehoach.db"
    library.with_name("kehoach.db.lock").write_text("4321\nkehoach\nVAN-PHONG-01\n")
    hold = LibraryHold(library)
    assert not hold.take()
    assert hold.holder() == "máy VAN-PHONG-01"


def test_a_hold_left_by_a_program_that_died_does_not_count(qtbot, tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "kehoach.db.lock").write_text("999999\nkehoach\n" + socket.gethostname() + "\n")
    window = _window(tmp_path)
    assert not window.library.read_only
    _end(window)
