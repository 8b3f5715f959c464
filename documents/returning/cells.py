"""What was changed in a table: cells by cell, rows that came and went; other shapes are taken as they are."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from documents.returning.aligning import LIKE, likeness
from documents.returning.values import returned, same
from plans.nodes import Cell

Rows = list[list[Cell]]


def rows_returned(shown: Rows, now: Rows, held: Rows) -> Rows:
    """Return the rows of the plan's table that held ``held``, was shown as ``shown`` and is now shown as ``now``."""
    if len(shown) != len(held):
        return [[_new(cell) for cell in row] for row in now]
    found: Rows = []
    for old, new in row_pairs(shown, now):
        if new is None:
            continue
        if old is None or not _same_shape(shown[old], now[new]):
            found.append([_new(cell) for cell in now[new]])
        else:
            found.append([_cell(*three) for three in zip(shown[old], now[new], held[old], strict=False)])
    return found


def row_pairs(old: Rows, new: Rows) -> list[tuple[int | None, int | None]]:
    """Return the places of rows that are one row, in order; None for one that came or went."""
    left, right = [_key(row) for row in old], [_key(row) for row in new]
    found: list[tuple[int | None, int | None]] = []
    for tag, i, i_end, j, j_end in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            found += zip(range(i, i_end), range(j, j_end), strict=True)
        else:
            found += _alike(left, right, (i, i_end), (j, j_end))
    return found


def _alike(
    left: list[str], right: list[str], olds: tuple[int, int], news: tuple[int, int]
) -> list[tuple[int | None, int | None]]:
    """Pair rows of two ranges: all in order where they are as many, else each with the first like it."""
    i, j = olds[0], news[0]
    found: list[tuple[int | None, int | None]] = []
    even = olds[1] - i == news[1] - j
    while i < olds[1] and j < news[1]:
        if even or likeness(left[i], right[j]) >= LIKE:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif olds[1] - i > news[1] - j:
            found.append((i, None))
            i += 1
        else:
            found.append((None, j))
            j += 1
    return [*found, *((at, None) for at in range(i, olds[1])), *((None, at) for at in range(j, news[1]))]


def _key(row: list[Cell]) -> str:
    return " \t ".join(" ".join(cell.text.plain.split()) for cell in row)


def _same_shape(old: list[Cell], new: list[Cell]) -> bool:
    return [(c.colspan) for c in old] == [(c.colspan) for c in new]


def _cell(shown: Cell, now: Cell, held: Cell) -> Cell:
    text = held.text if same(shown.text, now.text) else returned(shown.text, now.text, held.text)
    rowspan = held.rowspan if shown.rowspan == now.rowspan else now.rowspan
    return held if text == held.text and rowspan == held.rowspan else replace(held, text=text, rowspan=rowspan)


def _new(cell: Cell) -> Cell:
    return replace(cell)


def steps(held: Rows, result: Rows) -> list[tuple[Rows, str, str]]:
    """Return the way from one state of a table to the other, a cell or a row at a time: rows, text before, after.

    The last step ends exactly in ``result``.
    """
    pairs = row_pairs(held, result)
    now = [list(row) for row in held]
    found: list[tuple[Rows, str, str]] = []
    for old, new in pairs:
        if old is None or new is None or not _same_shape(held[old], result[new]):
            continue
        for at, cell in enumerate(result[new]):
            if cell.text != held[old][at].text:
                now = [list(row) for row in now]
                now[old][at] = replace(held[old][at], text=cell.text)
                found.append((now, held[old][at].text.plain, cell.text.plain))
    shape = [(old, new) for old, new in pairs if old is None or new is None]
    for old, new in shape:
        before = _said(held[old]) if old is not None else ""
        after = _said(result[new]) if new is not None else ""
        now = [row for row in now if before != _said(row)] if new is None else now
        if new is not None:
            now = [*now[:new], result[new], *now[new:]]
        found.append((now, before, after))
    if result != held and (not found or found[-1][0] != result):
        before, after = found.pop()[1:] if found else (_table_said(held), _table_said(result))
        found.append((result, before, after))
    return found


def _said(row: list[Cell]) -> str:
    return " | ".join(cell.text.plain for cell in row)


def _table_said(rows: Rows) -> str:
    return " / ".join(_said(row) for row in rows)
