"""Backups beside the library: when one is due, which stay, and the way back."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.backups import back_up_now, back_up_when_due, backups, folder_of, kept, restore, start_afresh
from db.store import PlanStore
from plans.errors import Trouble
from plans.plan import Plan

NOW = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)


def touched(library: Path, moment: datetime) -> None:
    """Let the library look changed at that moment."""
    for path in (library, library.with_name(f"{library.name}-wal")):
        if path.exists():
            os.utime(path, (moment.timestamp(), moment.timestamp()))


@pytest.fixture
def closed(library: Path, store: PlanStore, office_plan: Plan) -> Path:
    """A library with one plan that nobody has open."""
    store.save(office_plan, None)
    store.close()
    return library


def test_the_first_backup_is_due_at_once(closed: Path):
    made = back_up_when_due(closed, NOW)
    assert made is not None
    assert made.name == "thu-vien-20261127-093000.db"
    assert [(b.path, b.made_at, b.plans) for b in backups(closed)] == [(made, NOW, 1)]


def test_none_is_due_while_the_last_is_fresh_or_nothing_has_changed_since(closed: Path):
    back_up_when_due(closed, NOW)
    touched(closed, NOW + timedelta(hours=3))
    assert back_up_when_due(closed, NOW + timedelta(hours=4)) is None
    touched(closed, NOW - timedelta(hours=1))
    assert back_up_when_due(closed, NOW + timedelta(days=3)) is None


def test_one_is_due_the_next_day_once_something_has_changed(closed: Path):
    back_up_when_due(closed, NOW)
    touched(closed, NOW + timedelta(hours=3))
    assert back_up_when_due(closed, NOW + timedelta(hours=23)) is not None
    assert len(backups(closed)) == 2


def test_there_is_nothing_to_back_up_before_there_is_a_library(tmp_path: Path):
    assert back_up_when_due(tmp_path / "library.db", NOW) is None


def test_backups_thin_by_hour_day_week_and_month():
    moments = [NOW - timedelta(minutes=20 * step) for step in range(3 * 24 * 400)]
    stay = kept(moments, NOW)
    ages = [NOW - moment for moment in stay]
    assert sum(age <= timedelta(days=1) for age in ages) in (24, 25)
    assert sum(timedelta(days=1) < age <= timedelta(days=14) for age in ages) in (13, 14)
    assert sum(timedelta(days=14) < age <= timedelta(days=92) for age in ages) in (11, 12, 13)
    assert sum(timedelta(days=92) < age for age in ages) in (10, 11, 12)
    assert NOW in stay


def test_the_newest_backup_stays_however_old():
    old = NOW - timedelta(days=4000)
    assert kept([old, old - timedelta(days=1)], NOW) == {old}


def test_a_clock_set_back_does_not_stop_the_backups(closed: Path):
    ahead = back_up_when_due(closed, NOW + timedelta(days=1500))
    touched(closed, NOW)
    made = back_up_when_due(closed, NOW + timedelta(minutes=1))
    assert made is not None
    assert {backup.path for backup in backups(closed)} == {ahead, made}


def test_a_clock_set_forward_for_a_day_thins_nothing(closed: Path):
    days = [NOW - timedelta(days=days) for days in range(14, 0, -1)]
    for day in days:
        back_up_now(closed, day)
    back_up_now(closed, NOW + timedelta(days=1500))
    assert {backup.made_at for backup in backups(closed)} >= set(days)


def test_one_backup_a_month_stays_for_good():
    months = [datetime(year, month, 5, tzinfo=UTC) for year in range(2018, 2026) for month in range(1, 13)]
    assert kept(months, NOW) >= set(months[:-3])


def test_making_one_drops_those_that_thin_out(closed: Path):
    for minutes in (0, 10, 20):
        back_up_now(closed, NOW + timedelta(minutes=minutes))
    assert [b.made_at for b in backups(closed)] == [NOW + timedelta(minutes=20)]


def test_restoring_brings_back_the_plans_and_keeps_what_was_there(closed: Path, office_plan: Plan):
    backup = back_up_now(closed, NOW)
    with closing(PlanStore.open(closed)) as store:
        store.delete(office_plan.id)
        store.save(Plan(id="b" * 32), None)
    former = restore(backup, closed, NOW + timedelta(minutes=5))
    with closing(PlanStore.open(closed)) as store:
        assert [plan.id for plan in store.list()] == [office_plan.id]
    assert former is not None
    with closing(PlanStore.open(former)) as store:
        assert [plan.id for plan in store.list()] == ["b" * 32]


def test_restoring_over_a_damaged_library_puts_it_aside(closed: Path, office_plan: Plan):
    backup = back_up_now(closed, NOW)
    damage = b"\xff" * closed.stat().st_size
    closed.write_bytes(damage)
    former = restore(backup, closed, NOW)
    assert former == closed.with_name("library-hong-20261127-093000.db")
    assert former.read_bytes() == damage
    with closing(PlanStore.open(closed)) as store:
        assert store.load(office_plan.id).plan == office_plan


def test_a_damaged_backup_is_refused_and_the_library_stays(closed: Path):
    backup = back_up_now(closed, NOW)
    before = closed.read_bytes()
    content = bytearray(backup.read_bytes())
    content[4096 * 4 : 4096 * 12] = b"\xff" * 4096 * 8
    backup.write_bytes(content)
    with pytest.raises(Trouble, match="library-damaged"):
        restore(backup, closed, NOW)
    assert closed.read_bytes() == before
    assert not list(closed.parent.glob("*.restored"))


def test_other_files_in_the_folder_are_left_alone(closed: Path):
    back_up_now(closed, NOW)
    note = folder_of(closed) / "thu-vien-ghi chú.db"
    note.write_text("của tôi")
    back_up_now(closed, NOW + timedelta(minutes=1))
    assert note.exists()
    assert len(backups(closed)) == 1


def test_a_backup_nobody_can_read_is_listed_without_a_count(closed: Path):
    back_up_now(closed, NOW).write_bytes(b"\0" * 100)
    assert [b.plans for b in backups(closed)] == [None]


def test_a_library_nobody_can_read_is_put_aside_for_an_empty_one(library: Path):
    library.parent.mkdir(parents=True)
    library.write_bytes(b"khong phai thu vien" * 300)
    aside = start_afresh(library, NOW)
    assert aside is not None
    assert aside.read_bytes().startswith(b"khong phai")
    with closing(PlanStore.open(library)) as fresh:
        assert fresh.list() == []
