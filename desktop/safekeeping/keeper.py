"""The library's care, in the library's own thread: the daily backup, the old trash, and the way back from a backup."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.home_side import TRASH_DAYS
from desktop.library import Library

if TYPE_CHECKING:
    from db.backups import Backup


class LibraryKeeper(QObject):
    """Signals:
    listed(list[Backup]): the backups, newest first.
    made(Path): a backup asked for is there.
    restored(Path | None): the library is another now; where the former one is kept.
    """

    listed = Signal(object)
    made = Signal(object)
    restored = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library

    def look_after(self) -> None:
        """Back the library up if it is time, and let go of what has lain in the trash for ``TRASH_DAYS``."""
        if not self._library.read_only:
            self._library.ask(self._look_after, self._on_looked_after)

    def ask(self) -> None:
        """Ask for the backups; ``listed`` brings them."""
        self._library.ask(self._list, self.listed.emit)

    def back_up(self) -> None:
        """Make a backup now."""
        self._library.change(self._back_up, self._on_made)

    def restore(self, backup: Path) -> None:
        """Put a backup in the library's place; what the library holds now is kept."""
        self._library.change(partial(self._restore, backup), self.restored.emit)

    def start_afresh(self) -> None:
        """Put a library nobody can read aside and begin an empty one."""
        self._library.change(self._start_afresh, self.restored.emit)

    # in the library's thread

    def _look_after(self) -> int:
        from db.backups import back_up_when_due  # noqa: PLC0415 - not before the first paint

        now = datetime.now(UTC)
        back_up_when_due(self._library.path, now)
        return self._library.empty_trash(now - timedelta(days=TRASH_DAYS))

    def _list(self) -> list[Backup]:
        from db.backups import backups  # noqa: PLC0415 - as above

        return backups(self._library.path)

    def _back_up(self) -> Path:
        from db.backups import back_up_now  # noqa: PLC0415 - as above

        return back_up_now(self._library.path, datetime.now(UTC))

    def _restore(self, backup: Path) -> Path | None:
        from db.backups import restore  # noqa: PLC0415 - as above

        self._library.let_go()
        return restore(backup, self._library.path, datetime.now(UTC))

    def _start_afresh(self) -> Path | None:
        from db.backups import start_afresh  # noqa: PLC0415 - as above

        self._library.let_go()
        return start_afresh(self._library.path, datetime.now(UTC))

    # back on the window's thread

    def _on_looked_after(self, gone: int) -> None:
        if gone:
            self._library.refresh()

    def _on_made(self, path: Path) -> None:
        self.made.emit(path)
        self.ask()
