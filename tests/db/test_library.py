"""Where the library lies."""

from __future__ import annotations

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
