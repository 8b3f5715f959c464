"""How wide the columns of a table are, in twips: from the shares given, else from what stands in the cells."""

from __future__ import annotations

import re

from documents.measure import text_width_mm
from documents.rendering.grid import Slot

TWIPS_PER_MM = 1440 / 25.4
CELL_SIZE = 12
_PADDING = 4.2  # mm: both margins of a cell and its borders
_WIDEST = 110.0  # mm: beyond this a longer text wraps anyway
_NUMBER = re.compile(r"[<>≥≤~±+\-–]?\s*\d[\d.,/\s]*\s*(?:%|‰)?$")


def column_widths(rows: list[list[Slot]], shares: list[float], total: int) -> list[int]:
    """Return the width of each column in twips; together ``total``."""
    count = max((slot.column + slot.colspan for row in rows for slot in row), default=1)
    if len(shares) == count and all(share > 0 for share in shares):
        return _rounded([share / sum(shares) * total for share in shares], total)
    least, most = _measured(rows, count)
    room = total / TWIPS_PER_MM
    if sum(least) >= room:
        scale = room / sum(least)
        return _rounded([width * scale * TWIPS_PER_MM for width in least], total)
    spare = room - sum(least)
    wanted = [high - low for low, high in zip(least, most, strict=True)]
    if sum(wanted) > spare:
        widths = [low + spare * want / sum(wanted) for low, want in zip(least, wanted, strict=True)]
    else:
        left = spare - sum(wanted)
        widths = [high + left * high / sum(most) for high in most]
    return _rounded([width * TWIPS_PER_MM for width in widths], total)


def least_width_mm(rows: list[list[Slot]]) -> float:
    """Return how wide the table must be so that no word is broken."""
    count = max((slot.column + slot.colspan for row in rows for slot in row), default=1)
    return sum(_measured(rows, count)[0])


def numeric_columns(rows: list[list[Slot]], header_rows: int) -> dict[int, str]:
    """Return the columns whose cells are all figures: column → "center" (short ones, years) or "right"."""
    found: dict[int, list[str]] = {}
    for row in rows[header_rows:]:
        for slot in row:
            text = slot.cell.text.plain.strip()
            if text and slot.colspan == 1:
                found.setdefault(slot.column, []).append(text)
    return {
        column: "center" if max(map(len, texts)) <= 4 else "right"
        for column, texts in found.items()
        if all(_NUMBER.match(text) for text in texts)
    }


def _measured(rows: list[list[Slot]], count: int) -> tuple[list[float], list[float]]:
    """Return least (longest word) and most (longest line) width of each column in mm."""
    least, most = [_PADDING + 3.0] * count, [_PADDING + 3.0] * count
    cache: dict[str, float] = {}
    for row in rows:
        for slot in row:
            if slot.colspan > 1 or not slot.cell.text:
                continue
            words = [line.split() for line in slot.cell.text.plain.split("\n")]
            sizes = [[_word(word, cache) for word in line] for line in words]
            column = slot.column
            least[column] = max(least[column], *(max(line, default=0.0) + _PADDING for line in sizes))
            longest = max(sum(line) + len(line) for line in sizes)
            most[column] = max(most[column], min(longest, _WIDEST) + _PADDING)
    return [min(width, _WIDEST) for width in least], [max(pair) for pair in zip(least, most, strict=True)]


def _word(word: str, cache: dict[str, float]) -> float:
    if word not in cache:
        cache[word] = text_width_mm(word, CELL_SIZE, bold=True)
    return cache[word]


def _rounded(widths: list[float], total: int) -> list[int]:
    rounded = [max(1, int(width)) for width in widths]
    rounded[-1] = max(1, rounded[-1] + total - sum(rounded))
    return rounded
