"""Copies of the library while it is in use."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.backup import back_up
from db.store import PlanStore
from plans.errors import Trouble
from plans.plan import Plan


def test_a_backup_is_one_whole_file_that_opens_as_a_library(store: PlanStore, tmp_path: Path, office_plan: Plan):
    store.save(office_plan, None)
    to = tmp_path / "sao lưu" / "thư viện.db"
    store.backup(to)
    assert [found.name for found in to.parent.iterdir()] == ["thư viện.db"]
    with closing(PlanStore.open(to)) as copy:
        assert copy.load(office_plan.id) == store.load(office_plan.id)


def test_a_later_backup_replaces_an_earlier_one(store: PlanStore, tmp_path: Path, office_plan: Plan):
    to = tmp_path / "copy.db"
    store.backup(to)
    store.save(office_plan, None)
    store.backup(to)
    with closing(PlanStore.open(to)) as copy:
        assert len(copy.list()) == 1


def test_a_damaged_library_does_not_replace_a_good_backup(library: Path, store: PlanStore, tmp_path: Path, office_plan):
    store.save(office_plan, None)
    to = tmp_path / "copy.db"
    store.backup(to)
    good = to.read_bytes()
    store.close()
    content = bytearray(library.read_bytes())
    content[8 * 4096 : 16 * 4096] = b"\xff" * 8 * 4096
    library.write_bytes(content)
    with pytest.raises(Trouble, match="library-damaged"):
        back_up(library, to)
    assert to.read_bytes() == good
    assert not list(tmp_path.glob("*.part"))


def test_a_place_that_cannot_be_written_is_named(store: PlanStore, tmp_path: Path):
    (tmp_path / "tệp").write_text("")
    for to in (tmp_path / "tệp" / "copy.db", tmp_path):
        with pytest.raises(Trouble) as met:
            store.backup(to)
        assert (met.value.code, met.value.data["path"]) == ("file-not-writable", to)


def test_a_backup_holds_what_is_not_yet_in_the_main_file(store: PlanStore, tmp_path: Path, office_plan: Plan):
    store.save(office_plan, None)
    back_up(store.path, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as copy:
        assert copy.execute("SELECT count(*) FROM plans").fetchone() == (1,)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
