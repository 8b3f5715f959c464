"""Backups of the library in a folder beside it: at least one a day while it changes, thinned as they age, each one
looked through before it counts, and the way back from one of them.

A backup is named after the moment it was made ("thu-vien-20261127-153000.db", UTC). Within a day one an hour is kept,
within two weeks one a day, within three months one a week, of the time before one a month. A clock that is wrong for a
while neither stops backups nor thins them.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from db.backup import back_up
from db.engine import looking
from db.schema import STEPS, version_of
from plans.errors import Trouble
from resources.reasons import reason
from resources.texts import gettext as _

FOLDER = "sao-luu"
EVERY = timedelta(hours=20)
"""A day's work begins somewhat earlier on some days."""

_NAME = "thu-vien-%Y%m%d-%H%M%S.db"
_AGES: tuple[tuple[timedelta, str], ...] = (
    (timedelta(days=1), "%Y%m%d%H"),
    (timedelta(days=14), "%Y%m%d"),
    (timedelta(days=92), "%G%V"),
    (timedelta.max, "%Y%m"),
)
"""Up to which age backups that agree in these parts of their moment are thinned to one."""


@dataclass(frozen=True, kw_only=True)
class Backup:
    """One backup; made_at in UTC; plans: how many it holds out of the trash, None where it cannot be read."""

    path: Path
    made_at: datetime
    plans: int | None


def folder_of(library: Path) -> Path:
    """Return where the backups of a library lie."""
    return library.parent / FOLDER


def back_up_when_due(library: Path, now: datetime) -> Path | None:
    """Back the library up if it has changed since the newest backup and that one is older than ``EVERY``; then thin.

    Returns the new file, None where none was due. Troubles as ``db.backup.back_up``.
    """
    newest = _last_before(library, now)
    if newest is not None and (now - newest < EVERY or _changed_at(library) <= newest):
        return None
    if not library.exists():
        return None
    return back_up_now(library, now)


def back_up_now(library: Path, now: datetime) -> Path:
    """Back the library up as it is and thin the older backups. Troubles as ``db.backup.back_up``."""
    before = _last_before(library, now)
    to = folder_of(library) / now.astimezone(UTC).strftime(_NAME)
    back_up(library, to)
    made = _made(library)
    # ages count from the backup before: a clock set forward would make all of them old at once
    for moment in made.keys() - kept(made, before or now):
        with suppress(OSError):
            made[moment].unlink()
    return to


def kept(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Return which of the backups made at ``moments`` stay: the newest one, and the last of each hour, day, week or
    month by their age."""
    slots: dict[tuple[int, str], datetime] = {}
    ordered = sorted(moments)
    for moment in ordered:
        for grade, (age, form) in enumerate(_AGES):
            if now - moment <= age:
                slots[grade, moment.strftime(form)] = moment
                break
    return {*slots.values(), *ordered[-1:]}


def backups(library: Path) -> list[Backup]:
    """Return the backups of a library, newest first."""
    found = sorted(_made(library).items(), reverse=True)
    return [Backup(path=path, made_at=moment, plans=_plans_in(path)) for moment, path in found]


def restore(backup: Path, library: Path, now: datetime) -> Path | None:
    """Put ``backup`` in the library's place; nobody may have the library open. What the library holds now stays as a
    backup, or, where it is damaged, as a file beside it; that file is returned, None where there was no library.

    Raises Trouble "library-damaged" or "library-newer" for a backup that does not serve, "library-not-writable".
    """
    _look_through(backup)
    fresh = library.with_name(f"{library.name}.restored")
    back_up(backup, fresh)  # first: putting the library aside thins the backups
    former = _put_aside(library, now)
    try:
        _drop_companions(library)
        fresh.replace(library)
    except OSError as error:
        raise Trouble("library-not-writable", path=library, reason=reason(error)) from error
    return former


def start_afresh(library: Path, now: datetime) -> Path | None:
    """Put a library that cannot be read aside, so that the next opening makes an empty one; nobody may have it open.
    Returns where it lies now, None where there was none. Raises Trouble "library-not-writable"."""
    aside = _put_aside(library, now)
    try:
        library.unlink(missing_ok=True)
        _drop_companions(library)
    except OSError as error:
        raise Trouble("library-not-writable", path=library, reason=reason(error)) from error
    return aside


def _look_through(backup: Path) -> None:
    try:
        version = version_of(backup)
        with closing(looking(backup)) as connection:
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok"
    except sqlite3.Error as error:
        raise Trouble("library-damaged", path=backup, reason=reason(error)) from error
    if not sound or version is None:
        raise Trouble("library-damaged", path=backup, reason=_("kiểm tra thấy dữ liệu không toàn vẹn"))
    if version and version not in STEPS:
        raise Trouble("library-newer", path=backup, version=version)


def _put_aside(library: Path, now: datetime) -> Path | None:
    """Keep what the library holds; a damaged one as it is, its companions with it."""
    if not library.exists():
        return None
    try:
        return back_up_now(library, now)
    except Trouble as trouble:
        if trouble.code != "library-damaged":
            raise
    aside = library.with_name(now.astimezone(UTC).strftime(f"{library.stem}-hong-%Y%m%d-%H%M%S{library.suffix}"))
    try:
        for ending in ("-wal", ""):
            companion = library.with_name(library.name + ending)
            if companion.exists():
                companion.replace(aside.with_name(aside.name + ending))
    except OSError as error:
        raise Trouble("library-not-writable", path=library, reason=reason(error)) from error
    return aside


def _drop_companions(library: Path) -> None:
    for ending in ("-wal", "-shm"):
        library.with_name(library.name + ending).unlink(missing_ok=True)


def _made(library: Path) -> dict[datetime, Path]:
    """Return the backups by the moments their names tell."""
    found: dict[datetime, Path] = {}
    for path in folder_of(library).glob("thu-vien-*.db"):
        with suppress(ValueError):
            found[datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)] = path
    return found


def _last_before(library: Path, now: datetime) -> datetime | None:
    """Return when the newest backup was made, those aside that a wrong clock has put into the future."""
    return max((moment for moment in _made(library) if moment <= now), default=None)


def _changed_at(library: Path) -> datetime:
    files = [library, library.with_name(f"{library.name}-wal")]
    return datetime.fromtimestamp(max((f.stat().st_mtime for f in files if f.exists()), default=0.0), UTC)


def _plans_in(path: Path) -> int | None:
    try:
        with closing(looking(path)) as connection:
            return connection.execute("SELECT count(*) FROM plans WHERE trashed_at IS NULL").fetchone()[0]
    except sqlite3.Error:
        return None
