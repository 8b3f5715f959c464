"""Which schema a file stands at, and the way to the current one.

A fresh file is made from the tables and stamped; an older one is backed up and taken through Alembic's steps; a newer
one is refused before anything could write to it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Engine, insert, select, update

from db.engine import looking, writing
from db.tables import Row, SchemaRow
from plans.errors import Trouble
from resources.texts import gettext as _

STEPS: tuple[str, ...] = ("0001", "0002", "0003")
"""Alembic's revisions, oldest first. Stand here too, so that a current file opens without importing Alembic."""

CURRENT = STEPS[-1]
UNVERSIONED = ""


def prepare(engine: Engine, path: Path) -> None:
    """Bring the file at ``path`` to the current schema. Raises Trouble "library-newer" or "library-damaged", and then
    has not written to it. A file that cannot be written is met here, not at the first save."""
    version = version_of(path)
    if version is None:
        _create(engine)
    elif version == UNVERSIONED or version in STEPS[:-1]:
        # Alembic costs a third of the start-up time, so it is imported only when a step is due.
        from db.migrating import migrate  # noqa: PLC0415

        migrate(path, version)
    elif version != CURRENT:
        raise Trouble("library-newer", path=path, version=version)
    _try_writing(engine)


def version_of(path: Path) -> str | None:
    """Return the file's schema step, UNVERSIONED before the first, None for a missing or empty file. Only reads."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    try:
        return _read_version(path, "mode=ro" if _has_log(path) else "immutable=1")
    except sqlite3.Error:
        return _read_version(path, "mode=ro")  # another window may have begun to write while we looked


def _has_log(path: Path) -> bool:
    """Say whether a write-ahead log stands beside the file; without one it can be read leaving no trace beside it."""
    return path.with_name(f"{path.name}-wal").exists()


def _read_version(path: Path, how: str) -> str | None:
    with closing(looking(path, how)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return None
        if SchemaRow.__tablename__ not in tables:
            raise Trouble("library-damaged", path=path, reason=_("không phải thư viện kế hoạch"))
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return found[0] if found else UNVERSIONED


def _try_writing(engine: Engine) -> None:
    with writing(engine).connect() as connection:
        connection.execute(update(SchemaRow).values(version_num=SchemaRow.version_num))
        connection.rollback()


def _create(engine: Engine) -> None:
    with writing(engine).begin() as connection:
        Row.metadata.create_all(connection)
        if connection.execute(select(SchemaRow.version_num)).first() is None:
            connection.execute(insert(SchemaRow).values(version_num=CURRENT))
