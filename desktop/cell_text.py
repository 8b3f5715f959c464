"""Cells as spreadsheets put them on the clipboard: tabs between cells, a line for each row. No Qt.

A cell that holds a tab or a line break stands in quotation marks, its own marks doubled, as Excel and Calc write it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=[\t\n]|$)')
_PLAIN = re.compile(r"[^\t\n]*")


def cells_in(text: str) -> list[list[str]]:
    """Return the rows of cells that a text from the clipboard holds; [] for an empty one."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    rows: list[list[str]] = [[]]
    at = 0
    while text and at <= len(text):
        cell, at = _cell(text, at)
        rows[-1].append(cell.strip())
        if text[at : at + 1] == "\n":
            rows.append([])
        at += 1
    return rows if text else []


def _cell(text: str, at: int) -> tuple[str, int]:
    quoted = _QUOTED.match(text, at)
    if quoted and ("\n" in quoted[1] or "\t" in quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, at)
    return (plain[0], plain.end()) if plain else ("", at)


def cells_as_text(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as a text that ``cells_in`` and spreadsheets read back."""
    return "\n".join("\t".join(_written(cell) for cell in row) for row in rows)


def _written(cell: str) -> str:
    if "\n" not in cell and "\t" not in cell:
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'
