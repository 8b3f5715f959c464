"""Where the library lies."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from db.library import default_path


def test_the_library_lies_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("KEHOACH_LIBRARY", raising=False)
    assert default_path().name == "library.db"
    assert default_path().is_absolute()


def test_a_variable_names_another_library(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("KEHOACH_LIBRARY", str(tmp_path / "khác.db"))
    assert default_path() == tmp_path / "khác.db"
    monkeypatch.setenv("KEHOACH_LIBRARY", "")
    assert default_path().name == "library.db"


@pytest.mark.parametrize(
    ("system", "variable", "told", "folder"),
    [
        ("win32", "LOCALAPPDATA", "/c/local", "/c/local/KeHoach"),
        ("win32", "LOCALAPPDATA", "", "/home/thu/AppData/Local/KeHoach"),
        ("darwin", "XDG_DATA_HOME", "/other", "/home/thu/Library/Application Support/KeHoach"),
        ("linux", "XDG_DATA_HOME", "", "/home/thu/.local/share/KeHoach"),
        ("linux", "XDG_DATA_HOME", "/other", "/other/KeHoach"),
        ("linux", "XDG_DATA_HOME", "no/root", "/home/thu/.local/share/KeHoach"),
    ],
)
def test_each_system_has_its_own_place(
    monkeypatch: pytest.MonkeyPatch, system: str, variable: str, told: str, folder: str
):
    monkeypatch.delenv("KEHOACH_LIBRARY", raising=False)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(Path, "home", lambda: Path("/home/thu"))
    monkeypatch.setenv(variable, told)
    assert default_path() == Path(folder, "library.db")
