"""Opening: fresh, old, newer, damaged, locked, full and read-only libraries."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from db import migrating
from db.migrating import backup_path
from db.schema import CURRENT, STEPS, UNVERSIONED, version_of
from db.store import PlanStore
from plans import codec
from plans.errors import Trouble

ROOT = Path(__file__).parents[2]
FROZEN = Path(__file__).parent / "frozen"


def code_of(path: Path) -> str:
    with pytest.raises(Trouble) as met:
        PlanStore.open(path, wait=0.1)
    assert met.value.data["path"] == path
    return met.value.code


def schema_of(path: Path) -> set[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE name NOT LIKE '%alembic_version%'")
        return {(name, " ".join((sql or "").replace("IF NOT EXISTS ", "").split())) for name, sql in rows}


@pytest.fixture
def unversioned(library: Path) -> Path:
    """A library before the first step."""
    library.parent.mkdir()
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    return library


def test_a_fresh_library_is_made_with_its_folder_and_stamped(library: Path):
    assert version_of(library) is None
    PlanStore.open(library).close()
    assert version_of(library) == CURRENT
    assert not backup_path(library, CURRENT).exists()


def test_the_steps_known_without_alembic_are_alembics():
    script = ScriptDirectory(str(ROOT / "db" / "migrations"))
    assert [step.revision for step in script.walk_revisions()] == list(reversed(STEPS))


def test_the_steps_make_the_same_tables_as_a_fresh_library(unversioned: Path, tmp_path: Path):
    PlanStore.open(unversioned).close()
    PlanStore.open(tmp_path / "fresh.db").close()
    assert schema_of(unversioned) == schema_of(tmp_path / "fresh.db")


def test_an_old_library_is_backed_up_before_it_is_taken_to_the_current_schema(unversioned: Path, office_plan):
    store = PlanStore.open(unversioned)
    store.save(office_plan, None)
    store.close()
    assert version_of(unversioned) == CURRENT
    assert version_of(backup_path(unversioned, UNVERSIONED)) == UNVERSIONED


def test_a_step_that_fails_leaves_the_old_library(unversioned: Path, monkeypatch: pytest.MonkeyPatch):
    def broken(config: object, target: str) -> None:
        upgrade(config, target)
        raise sqlite3.DatabaseError

    upgrade = migrating.command.upgrade
    monkeypatch.setattr(migrating.command, "upgrade", broken)
    with pytest.raises(sqlite3.DatabaseError):
        PlanStore.open(unversioned)
    assert version_of(unversioned) == UNVERSIONED


def test_opening_a_current_library_does_not_import_alembic(library: Path):
    PlanStore.open(library).close()
    look = (
        "import sys; from pathlib import Path; from db.store import PlanStore; PlanStore.open(Path(sys.argv[1])).list()"
    )
    look += "; print([m for m in ('alembic', 'mako', 'PySide6', 'docx') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", look, str(library)], cwd=ROOT, capture_output=True, check=True)
    assert run.stdout.strip() == b"[]"


def test_every_released_schema_still_opens_with_its_plan(tmp_path: Path):
    for version in STEPS:
        path = tmp_path / f"{version}.db"
        shutil.copyfile(FROZEN / f"schema-{version}.db", path)
        store = PlanStore.open(path)
        expected = codec.loads((FROZEN / f"schema-{version}.json").read_text("utf-8"))
        assert store.load(expected.id).plan == expected
        assert {hit.plan_id for hit in store.search("khan dai")} == {expected.id}
        assert store.save(expected, 1) == 2
        store.close()


def test_a_library_of_a_newer_version_is_refused_and_left_as_it_was(library: Path, office_plan):
    store = PlanStore.open(library)
    store.save(office_plan, None)
    store.close()
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = (library.read_bytes(), library.stat().st_mtime_ns)
    assert code_of(library) == "library-newer"
    assert (library.read_bytes(), library.stat().st_mtime_ns) == before
    assert [found.name for found in library.parent.iterdir()] == [library.name]


@pytest.mark.parametrize(
    "content", [b"Not a database at all, but long enough to look at. " * 99, b"SQLite format 3\0" * 40]
)
def test_a_file_that_is_no_database_is_said_to_be_damaged(tmp_path: Path, content: bytes):
    path = tmp_path / "library.db"
    path.write_bytes(content)
    assert code_of(path) == "library-damaged"
    assert path.read_bytes() == content


def test_a_library_cut_short_is_said_to_be_damaged(store: PlanStore, library: Path, office_plan):
    store.save(office_plan, None)
    store.close()
    library.write_bytes(library.read_bytes()[: 8 * 4096])
    assert code_of(library) == "library-damaged"


def test_a_page_of_rubbish_is_met_as_damage_when_the_plan_is_read(store: PlanStore, library: Path, office_plan):
    store.save(office_plan, None)
    store.close()
    content = bytearray(library.read_bytes())
    content[4 * 4096 :] = b"\xff" * (len(content) - 4 * 4096)
    library.write_bytes(content)
    with pytest.raises(Trouble, match="library-damaged"):
        PlanStore.open(library).load(office_plan.id)


def test_another_programs_database_is_not_taken_for_a_library(tmp_path: Path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    assert code_of(path) == "library-damaged"
    assert path.read_bytes() == before


def test_a_library_that_another_program_holds_is_said_to_be_in_use(store: PlanStore, library: Path, office_plan):
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Trouble, match="library-locked"):
            store.save(office_plan, None)
        assert code_of(library) == "library-locked"
        assert store.list() == []
        other.execute("ROLLBACK")
    assert store.save(office_plan, None) == 1


def test_a_full_disk_is_said_and_the_old_plan_stays(store: PlanStore, office_plan):
    store.save(office_plan, None)
    before = store.load(office_plan.id)

    @event.listens_for(store._engine, "begin")
    def _full(connection):
        connection.exec_driver_sql("PRAGMA max_page_count = 1")

    office_plan.note = "x" * 10_000_000
    with pytest.raises(Trouble, match="library-not-writable"):
        store.save(office_plan, 1)
    event.remove(store._engine, "begin", _full)
    assert store.load(office_plan.id) == before


def test_on_a_full_disk_the_room_of_the_log_is_used_again(store: PlanStore, library: Path, office_plan, monkeypatch):
    """The log of a library grows to some megabytes; where nothing else is free, they are."""
    revision = store.save(office_plan, None)
    log = library.with_name(f"{library.name}-wal")
    room: list[int] = []

    def full(*_arguments: object) -> None:
        room.append(log.stat().st_size)
        if room[-1]:
            raise OperationalError("", {}, _disk_full())

    monkeypatch.setattr("db.store.search.write", full)
    assert store.save(office_plan, revision) == revision + 1
    assert [size > 0 for size in room] == [True, False]


def _disk_full() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    return error


def test_a_place_that_is_no_folder_is_said_to_be_not_writable(tmp_path: Path):
    (tmp_path / "tệp").write_text("")
    assert code_of(tmp_path / "tệp" / "library.db") == "library-not-writable"
    assert code_of(tmp_path) == "library-not-writable"


@pytest.fixture
def plain_user() -> Iterator[Path]:
    """A folder, and a user without special rights while the test runs (root may write anywhere)."""
    if sys.platform == "win32":
        pytest.skip("permissions of this kind are POSIX")
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_a_read_only_library_is_said_to_be_not_writable(plain_user: Path):
    path = plain_user / "library.db"
    PlanStore.open(path).close()
    path.chmod(0o444)
    assert code_of(path) == "library-not-writable"
    path.chmod(0)
    assert code_of(path) == "library-not-writable"


def test_a_read_only_folder_is_said_to_be_not_writable(plain_user: Path):
    locked = plain_user / "khoá"
    locked.mkdir(mode=0o555)
    assert code_of(locked / "library.db") == "library-not-writable"
    assert code_of(locked / "con" / "library.db") == "library-not-writable"
