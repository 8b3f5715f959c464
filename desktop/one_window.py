"""Who may change a library: the first copy of the program that opens it. A lock file beside it tells the others."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

from resources.texts import gettext as _


class LibraryHold:
    """The hold on one library. It ends with the program, however that ends: a lock of a process that runs no more, or
    of another program that got its number, does not count."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._lock = QLockFile(str(library.with_name(f"{library.name}.lock")))
        self._lock.setStaleLockTime(0)

    def take(self) -> bool:
        """Take the hold, or say False where another copy has it. A folder where no lock can be written counts as
        taken: the library itself then says what is wrong."""
        try:
            self._library.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        return self._lock.isLocked() or self._lock.tryLock(0) or self._lock.error() is not _HELD

    def release(self) -> None:
        """Let others change the library."""
        if self._lock.isLocked():
            self._lock.unlock()

    def holder(self) -> str:
        """Say who has it: "một cửa sổ khác trên máy này", "máy VP-01"."""
        found, _process, machine, _program = _info(self._lock)
        if found and machine and machine != QSysInfo.machineHostName():
            return _("máy {name}").format(name=machine)
        return _("một cửa sổ khác trên máy này")


_HELD = QLockFile.LockError.LockFailedError


def _info(lock: QLockFile) -> tuple[bool, int, str, str]:
    """Return whether the lock tells its holder, then process, machine and program."""
    found = lock.getLockInfo()
    return (True, *found) if len(found) == 3 else tuple(found)
