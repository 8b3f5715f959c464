"""Saving, the guard, two windows on one file, the trash."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from db.store import PlanStore
from plans.errors import Trouble
from plans.nodes import Bullet
from plans.plan import Plan, PlanStatus
from plans.sample import sample_plan
from plans.text import RichText


def test_the_first_save_makes_revision_one_and_each_later_one_counts_on(store: PlanStore, office_plan: Plan):
    assert store.save(office_plan, None) == 1
    assert store.save(office_plan, 1) == 2
    assert store.load(office_plan.id).revision == store.revision(office_plan.id) == 2


def test_a_save_on_top_of_an_older_revision_is_refused_and_changes_nothing(store: PlanStore, office_plan: Plan):
    store.save(office_plan, None)
    store.save(office_plan, 1)
    stored = store.load(office_plan.id)
    office_plan.subject = "Khác"
    for stale in (1, 3, None):
        with pytest.raises(Trouble, match="plan-changed"):
            store.save(office_plan, stale)
    assert store.load(office_plan.id) == stored


def test_an_unknown_plan_is_said_to_be_unknown(store: PlanStore):
    for ask in (store.load, store.trash, store.restore, store.delete):
        with pytest.raises(Trouble, match="plan-unknown"):
            ask("khong-co")
    assert store.revision("khong-co") is None


def test_the_list_tells_what_the_home_screen_shows_newest_first(store: PlanStore, office_plan: Plan, make_plan):
    office_plan.status = PlanStatus.REVIEW
    office_plan.topic = "Chuyển đổi số"
    store.save(office_plan, None)
    store.save(make_plan("Y tế"), None)
    newest, older = store.list()
    assert newest.subject == "Y tế"
    assert (older.agency, older.year, older.topic) == ("ỦY BAN NHÂN DÂN XÃ SUỐI LIM", 2026, "Chuyển đổi số")
    assert (older.tasks, older.targets, older.status, older.revision) == (4, 1, PlanStatus.REVIEW, 1)
    assert older.changed_at.tzinfo is UTC
    assert datetime.now(UTC) - older.changed_at < timedelta(minutes=1)


def test_a_saved_change_replaces_all_of_the_old_plan(store: PlanStore, office_plan: Plan):
    store.save(office_plan, None)
    office_plan.body.children = [Bullet(text=RichText.of("Chỉ còn một dòng"))]
    store.save(office_plan, 1)
    assert store.load(office_plan.id).plan == office_plan
    assert (store.list()[0].tasks, store.search("Tập huấn")) == (0, [])


def test_the_trash_is_emptied_of_what_was_thrown_away_before_a_moment(store: PlanStore, make_plan):
    kept, thrown = make_plan("Giữ"), make_plan("Bỏ")
    for plan in (kept, thrown):
        store.save(plan, None)
    store.trash(thrown.id)
    now = datetime.now(UTC)
    assert store.empty_trash(now - timedelta(days=30)) == 0
    assert store.empty_trash(now + timedelta(seconds=1)) == 1
    assert store.trashed() == []
    assert [plan.subject for plan in store.list()] == ["Giữ"]
    assert store.search("Bỏ") == []


def test_what_was_thrown_away_just_then_is_not_yet_too_old_and_comes_back(store: PlanStore, make_plan):
    plan = make_plan("Bỏ đúng ba mươi ngày")
    store.save(plan, None)
    store.trash(plan.id)
    thrown = store.trashed()[0].trashed_at
    assert thrown is not None
    assert store.empty_trash(thrown.replace(tzinfo=UTC)) == 0
    store.restore(plan.id)
    assert store.empty_trash(thrown.replace(tzinfo=UTC) + timedelta(days=1)) == 0
    assert [found.id for found in store.list()] == [plan.id]


def test_the_trash_hides_a_plan_and_gives_it_back(store: PlanStore, office_plan: Plan):
    store.save(office_plan, None)
    store.trash(office_plan.id)
    assert (store.list(), store.search("tập huấn")) == ([], [])
    assert store.trashed()[0].trashed_at is not None
    assert store.load(office_plan.id).plan == office_plan
    store.restore(office_plan.id)
    assert ([p.id for p in store.list()], store.trashed()) == ([office_plan.id], [])


def test_a_deleted_plan_leaves_nothing_behind(store: PlanStore, office_plan: Plan):
    store.save(office_plan, None)
    store.delete(office_plan.id)
    with store._reading() as connection:
        for table in ("plans", "nodes", "tasks", "node_units", "search"):
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 0
    with pytest.raises(Trouble, match="plan-changed"):
        store.save(office_plan, 1)


def test_two_windows_on_one_file_see_each_other_and_the_slower_one_is_told(store, library: Path, office_plan: Plan):
    other = PlanStore.open(library, wait=0.2)
    store.save(office_plan, None)
    office_plan.subject = "Sửa ở cửa sổ kia"
    other.save(office_plan, other.load(office_plan.id).revision)
    assert store.list()[0].subject == "Sửa ở cửa sổ kia"
    with pytest.raises(Trouble, match="plan-changed"):
        store.save(office_plan, 1)
    other.close()


ROOT = Path(__file__).parents[2]

KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from db.store import PlanStore
store = PlanStore.open(Path(sys.argv[1]))
stored = store.load("p")
stored.plan.subject = "Nửa chừng"
left = int(sys.argv[2])
def count(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
event.listen(store._engine, "before_cursor_execute", count)
store.save(stored.plan, stored.revision)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL on Windows")
@pytest.mark.parametrize("statements", [1, 2, 3, 6, 9])
def test_killed_in_the_middle_of_a_save_the_library_holds_the_old_plan(store, library, office_plan, statements: int):
    office_plan.id = "p"
    store.save(office_plan, None)
    before = store.load("p")
    store.close()
    run = subprocess.run([sys.executable, "-c", KILLED, str(library), str(statements)], cwd=ROOT, check=False)
    assert run.returncode == -signal.SIGKILL
    assert store.load("p") == before
    assert store.save(office_plan, 1) == 2


def test_the_plan_that_is_loaded_shares_nothing_with_the_one_that_was_saved(store, make_plan: Callable[..., Plan]):
    plan = make_plan()
    store.save(plan, None)
    plan.body.children.clear()
    assert len(store.load(plan.id).plan.body.children) == 1


def test_every_connection_is_set_up_to_lose_nothing(store: PlanStore):
    with store._reading() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        ]
    assert found == ["wal", 2, 1, 200]


def test_the_sample_plan_is_kept_whole(store: PlanStore):
    plan = sample_plan()
    store.save(plan, None)
    assert store.load(plan.id).plan == plan


def test_a_save_holds_the_file_from_its_first_question_on(store: PlanStore, library: Path, office_plan: Plan):
    with closing(PlanStore.open(library, wait=0.1)) as other, store._writing():
        with pytest.raises(Trouble, match="library-locked"):
            other.save(office_plan, None)
        assert other.list() == []
