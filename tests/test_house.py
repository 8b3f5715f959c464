"""The norms of the house that no linter checks: length of files, functions and classes; names; privacy."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("plans", "documents", "db", "desktop", "cli", "resources", "templates_docx")
FILES = sorted(p for room in ROOMS for p in (ROOT / room).rglob("*.py"))
CATCH_ALL = {
    "desktop/crash.py",  # the crash handler
    "documents/pages/serving.py",  # worker boundaries
    "documents/comparing/process_target.py",
    "documents/limited.py",
    "documents/reading/doc/process_target.py",
    "documents/pages/typesetting.py",  # a panic inside rdocx is no Exception
}
NAMES = {"utils", "common", "helpers", "manager", "misc"}


def _is_data(tree: ast.Module) -> bool:
    """Tables of data are exempt: a file with no function and no class."""
    return not any(isinstance(n, (ast.FunctionDef, ast.ClassDef)) for n in ast.walk(tree))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_file_keeps_the_norms(path: Path) -> None:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "says what it is for"
    assert path.stem not in NAMES
    assert _is_data(tree) or text.count("\n") <= 400
    for node in ast.walk(tree):
        length = getattr(node, "end_lineno", 0) - getattr(node, "lineno", 0) + 1
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            assert length <= 40, f"{node.name} is {length} lines"
        if isinstance(node, ast.ClassDef):
            assert length <= 300, f"{node.name} is {length} lines"
    assert not re.search(r"\b(TODO|FIXME|XXX)\b", text)


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_only_crash_handler_and_worker_boundary_catch_everything(path: Path) -> None:
    caught = [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
    ]
    assert not caught or path.relative_to(ROOT).as_posix() in CATCH_ALL
