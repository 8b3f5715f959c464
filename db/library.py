"""Where the library lies when nobody says otherwise."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "KEHOACH_LIBRARY"
"""Environment variable that names another library file (an absolute or relative path), for tests, for a second
library, or for a library on a stick. Empty counts as unset."""


def default_path() -> Path:
    """Return the library file: KEHOACH_LIBRARY if set, else ``library.db`` in the user's data folder (Windows
    %LOCALAPPDATA%\\KeHoach, Linux ~/.local/share/KeHoach). Nothing is created."""
    chosen = os.environ.get(VARIABLE, "")
    return Path(chosen).expanduser() if chosen else user_data_path("KeHoach", appauthor=False) / "library.db"
