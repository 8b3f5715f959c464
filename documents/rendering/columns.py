"""How wide the columns of a table are, in twips: from the shares given, else from what stands in the cells."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

from documents.rendering.grid import Slot
from documents.rendering.lines import width

TWIPS_PER_MM = 1440 / 25.4
CELL_SIZE = 12
_PADDING = 4.2  # mm: both margins of a cell and its borders
_NARROWEST = 3.0
_SHORT = 25.0  # mm
_WIDEST_WORD = 60.0  # mm: a longer word is broken
_NUMBER = re.compile(r"[<>≥≤~±+\-–]?\s*\d[\d.,/\s]*\s*(?:%|‰)?$")


@dataclass(frozen=True, slots=True)
class Need:
    """What a column asks for, in mm: word (its longest), short (its texts where they are short, lest they wrap; else
    0), text (the length of its texts on one line)."""

    word: float
    short: float
    text: float

    @property
    def least(self) -> float:
        """The width below which the column looks crowded."""
        return max(self.word, self.short)


def column_widths(needs: list[Need], shares: list[float], total: int) -> list[int]:
    """Return the width of each column in twips; together ``total``."""
    if len(shares) == len(needs) and all(share > 0 for share in shares):
        return _rounded([share / sum(shares) * total for share in shares], total)
    return _rounded([own * TWIPS_PER_MM for own in _shared_out(needs, total / TWIPS_PER_MM)], total)


def _shared_out(needs: list[Need], room: float) -> list[float]:
    """Return widths in mm that together fill ``room``, such that the columns' texts run to about as many lines."""
    words = sum(need.word for need in needs)
    if words >= room:
        return [need.word * room / words for need in needs]
    floors = [need.least for need in needs]
    if sum(floors) >= room:
        floors = [need.word for need in needs]
    texts = [need.text for need in needs]
    low, high = 1.0, 1000.0
    if sum(_at(low, floors, texts)) <= room:
        high = low
    for _ in range(30):
        lines = (low + high) / 2
        if sum(_at(lines, floors, texts)) > room:
            low = lines
        else:
            high = lines
    found = _at(high, floors, texts)
    return [own * room / sum(found) for own in found]


def _at(lines: float, floors: list[float], texts: list[float]) -> list[float]:
    """Return the widths, none below its floor, at which the columns' texts take about ``lines`` lines."""
    return [max(floor, text / lines + _PADDING) for floor, text in zip(floors, texts, strict=True)]


def numeric_columns(rows: list[list[Slot]], header_rows: int) -> dict[int, str]:
    """Return the columns whose cells are all figures: column → "right", or "center" where all of the table's are short
    (counts, years); the first column is centred."""
    found: dict[int, list[str]] = {}
    for row in rows[header_rows:]:
        for slot in row:
            text = slot.plain.strip()
            if text and slot.colspan == 1:
                found.setdefault(slot.column, []).append(text)
    longest = {
        column: max(map(len, texts)) for column, texts in found.items() if all(_NUMBER.match(text) for text in texts)
    }
    align = "right" if any(length > 4 for column, length in longest.items() if column) else "center"
    return {column: align if column else "center" for column in longest}


def column_needs(rows: list[list[Slot]]) -> list[Need]:
    """Return what each column asks for."""
    count = max((slot.column + slot.colspan for row in rows for slot in row), default=1)
    words: list[float] = [_NARROWEST] * count
    texts: list[list[float]] = [[] for _ in range(count)]
    for row in rows:
        for slot in row:
            if slot.colspan > 1 or not slot.plain:
                continue
            longest, length = _measured(slot.plain)
            words[slot.column] = max(words[slot.column], longest)
            texts[slot.column].append(length)
    return [
        Need(min(word, _WIDEST_WORD) + _PADDING, _short(text) + _PADDING, _typical(text))
        for word, text in zip(words, texts, strict=True)
    ]


@lru_cache(maxsize=4096)
def _measured(text: str) -> tuple[float, float]:
    """Return the mm of a cell's longest word and of all of it, a space of 1 mm after each; remembered, since most cells
    come again, in one plan and each time it is shown."""
    widths = [width(word, CELL_SIZE, bold=True) for word in text.split()]
    return max(widths, default=0.0), sum(widths) + len(widths)


def _short(texts: list[float]) -> float:
    """Return the width that keeps nearly all texts of a column of short ones ("Quý II/2026") on one line, else 0."""
    nearly = sorted(texts)[int(len(texts) * 0.85)] if texts else 0.0
    return nearly if nearly <= _SHORT else 0.0


def _typical(texts: list[float]) -> float:
    """Return a length between the root mean square and the longest of a column's texts."""
    if not texts:
        return 0.0
    return (math.sqrt(sum(text * text for text in texts) / len(texts)) + max(texts)) / 2


def _rounded(widths: list[float], total: int) -> list[int]:
    rounded = [max(1, int(own)) for own in widths]
    rounded[-1] = max(1, rounded[-1] + total - sum(rounded))
    return rounded
