"""The way to the file: one SQLAlchemy engine with SQLite set up so that nothing saved is lost.

WAL lets a second window read while one writes; synchronous=FULL makes a commit survive a power cut. Transactions begin
here and not in the driver: writing ones with BEGIN IMMEDIATE, so that two writers wait for each other instead of
failing half way.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from plans.errors import Trouble
from resources.reasons import reason

_CODES = {
    sqlite3.SQLITE_BUSY: "library-locked",
    sqlite3.SQLITE_LOCKED: "library-locked",
    sqlite3.SQLITE_CORRUPT: "library-damaged",
    sqlite3.SQLITE_NOTADB: "library-damaged",
    sqlite3.SQLITE_FULL: "library-not-writable",
    sqlite3.SQLITE_READONLY: "library-not-writable",
    sqlite3.SQLITE_IOERR: "library-not-writable",
    sqlite3.SQLITE_CANTOPEN: "library-not-writable",
    sqlite3.SQLITE_PERM: "library-not-writable",
}


def engine_for(path: Path, wait: float, *, foreign_keys: bool = True) -> Engine:
    """Return an engine for the file at ``path``; ``wait`` seconds for another program's lock. Touches no disk yet.

    ``foreign_keys`` False: only for schema steps, which rebuild tables that others refer to.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path.absolute())),
        json_serializer=partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
        connect_args={"timeout": wait},
    )
    event.listen(engine, "connect", _on_connected)
    if foreign_keys:
        event.listen(engine, "connect", _on_connected_for_use)
    event.listen(engine, "begin", _on_begun)
    return engine


def engine_to_read(path: Path) -> Engine:
    """Return an engine for a file that cannot be written: it leaves no trace beside it and takes no lock."""
    engine = create_engine(URL.create("sqlite", database=str(path.absolute())), creator=partial(_looking_on, path))
    event.listen(engine, "begin", _on_begun)
    return engine


def _looking_on(path: Path) -> sqlite3.Connection:
    has_log = path.with_name(f"{path.name}-wal").exists()
    connection = looking(path, "mode=ro" if has_log else "immutable=1")
    connection.isolation_level = None
    return connection


def writing(engine: Engine) -> Engine:
    """Return the same engine, its transactions taking the writer's lock at their start."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def looking(path: Path, how: str = "mode=ro") -> sqlite3.Connection:
    """Return a connection that only reads; ``how``: SQLite's URI parameters. The form also fits Windows shares."""
    place = quote(path.absolute().as_posix(), safe="/:")
    return sqlite3.connect(f"file://{'' if place.startswith('/') else '/'}{place}?{how}", uri=True)


@contextmanager
def troubles(path: Path) -> Generator[None]:
    """Turn what SQLite or the disk says about the file at ``path`` into a Trouble; let everything else through."""
    try:
        yield
    except DBAPIError as error:
        raise _trouble(error.orig, path) or error from error
    except sqlite3.Error as error:
        raise _trouble(error, path) or error from error
    except OSError as error:
        raise Trouble("library-not-writable", path=path, reason=reason(error)) from error


def _trouble(error: BaseException | None, path: Path) -> Trouble | None:
    code = _CODES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return Trouble(code, path=path, reason=reason(error)) if code and error else None


def _on_connected(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")


def _on_connected_for_use(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA foreign_keys = ON")


def _on_begun(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
