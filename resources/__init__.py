"""Data that ships with the program: rules, phrases, catalogues, icons. ``path`` is the one way to a file of it."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).parent


def path(*names: str) -> Path:
    """Return the path of a shipped file below ``resources``; FileNotFoundError where it does not exist."""
    found = _ROOT.joinpath(*names)
    if not found.exists():
        raise FileNotFoundError(found)
    return found
