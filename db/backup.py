"""A whole copy of the library while it is in use, by SQLite's backup call, and looked through before it counts."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from db.engine import looking
from plans.errors import Trouble
from resources.reasons import reason
from resources.texts import gettext as _

_CANNOT_WRITE = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}


def back_up(source: Path, to: Path) -> None:
    """Copy the library ``source`` to ``to``, one file without companions; a sound one replaces an older ``to``.

    Raises Trouble "file-not-writable" for ``to``, "library-damaged" when the copy fails SQLite's integrity check.
    """
    part = to.with_name(f"{to.name}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        _copy(source, part)
        part.replace(to)
    except OSError as error:
        raise Trouble("file-not-writable", path=to, reason=reason(error)) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _CANNOT_WRITE:
            raise Trouble("file-not-writable", path=to, reason=reason(error)) from error
        raise Trouble("library-damaged", path=source, reason=reason(error)) from error
    finally:
        if part.exists():
            part.unlink()


def _copy(source: Path, part: Path) -> None:
    with (
        closing(looking(source)) as original,
        closing(sqlite3.connect(part)) as copy,
    ):
        original.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if not copy.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise Trouble("library-damaged", path=source, reason=_("tệp rỗng"))
        verdict = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if verdict != "ok":
            raise Trouble("library-damaged", path=source, reason=_("kiểm tra thấy dữ liệu không toàn vẹn"))
