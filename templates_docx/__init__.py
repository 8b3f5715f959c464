"""The official templates: Word files with Jinja tags, each beside a manifest that says which style plays which part."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).parent


def template_path(name: str) -> Path:
    """Return the path of the template ``name`` ("official"); its manifest stands beside it as ``.json``."""
    return _ROOT / f"{name}.docx"
