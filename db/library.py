"""Where the library lies when nobody says otherwise, and where its backups lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "KEHOACH_LIBRARY"
"""Environment variable that names another library file (an absolute or relative path), for tests, for a second
library, or for a library on a stick. Empty counts as unset."""


def default_path() -> Path:
    """Return the library file: KEHOACH_LIBRARY if set, else ``library.db`` in the user's data folder (Windows
    %LOCALAPPDATA%\\KeHoach, macOS ~/Library/Application Support/KeHoach, else ~/.local/share/KeHoach or what
    XDG_DATA_HOME says). Nothing is created."""
    chosen = os.environ.get(VARIABLE, "")
    return Path(chosen).expanduser() if chosen else _user_data() / "KeHoach" / "library.db"


def backup_folder(library: Path) -> Path:
    """Return where the backups of a library lie: beside it."""
    return library.parent / "sao-luu"


def backup_files(library: Path) -> list[Path]:
    """Return the backups of a library by their names; whether they can be read is another matter."""
    return sorted(backup_folder(library).glob("thu-vien-*.db"))


def _user_data() -> Path:
    """Return the folder in which the system wants programs to keep a user's data.

    platformdirs says the same, but importing it took a tenth of the time to the first window.
    """
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    if sys.platform == "darwin":
        return home / "Library" / "Application Support"
    said = os.environ.get("XDG_DATA_HOME", "")
    return Path(said) if Path(said).is_absolute() else home / ".local" / "share"
