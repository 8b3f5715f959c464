"""Breaking the lines of the letterhead and the subject by measured width, so that they never wrap badly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise

from documents.measure import text_width_mm
from documents.rendering.word_groups import UNITS, break_costs, torn

_BEFORE_UNIT = re.compile(rf"(?<=\S) (?=(?:{'|'.join(UNITS)}) (?!HỘI\b))")
"""Where a name that does not fit on a line is always broken: "TRẠM Y TẾ / XÃ SUỐI LIM"."""

_LINE_COST = 2.0
"""What one more line costs, by the measure of ``break_costs``."""

_RAGGED_COST = 3.0
"""What a line costs that is nearly empty; one half as long as it may be a quarter of it."""

_NAME_COST = 12.0
"""What a line costs that ends within a name."""

_UNEVEN_COST = 30.0
"""The same in a title: an all but empty line is worse than a word of several syllables torn."""


@lru_cache(maxsize=8192)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of ``text`` in mm on one line; words come again and again, so it is remembered."""
    return text_width_mm(text, size, bold=bold)


def balanced(text: str, size: float, limit: float, *, bold: bool = False) -> list[str]:
    """Return ``text`` in as few lines of at most ``limit`` mm as it needs, about equally long and, where that can be,
    with no word of several syllables broken; a word longer than the limit has a line of its own."""
    words = text.split()
    if not words or width(text, size, bold=bold) <= limit:
        return [" ".join(words)] if words else []
    return list(_evened(tuple(words), size, limit, bold=bold))


@lru_cache(maxsize=256)
def _evened(words: tuple[str, ...], size: float, limit: float, *, bold: bool) -> tuple[str, ...]:
    low = max(width(word, size, bold=bold) for word in words)
    count = len(_filled(words, size, limit, bold=bold))
    high = max(limit, low)
    for _ in range(12):
        middle = (low + high) / 2
        if len(_filled(words, size, middle, bold=bold)) <= count:
            high = middle
        else:
            low = middle
    choices = [_filled(words, size, high + step, bold=bold) for step in range(max(1, int(limit - high)))]
    return tuple(min(choices, key=lambda lines: _torn(lines) + _ragged(lines, size, bold=bold)))


def _torn(lines: list[str]) -> float:
    """Return what it costs that lines end within a word of several syllables or a name: "Thành / phố", "Suối / Lim"."""
    ends = list(accumulate(len(line.split()) for line in lines))[:-1]
    names = sum(line.split()[-1].istitle() and after.split()[0].istitle() for line, after in pairwise(lines))
    return torn(tuple(" ".join(lines).upper().split()), ends) + _NAME_COST * names


def _ragged(lines: list[str], size: float, *, bold: bool) -> float:
    """Return what it costs that lines of a title are shorter than its widest."""
    widths = [width(line, size, bold=bold) for line in lines]
    return _UNEVEN_COST * sum((1 - own / max(widths)) ** 2 for own in widths)


@lru_cache(maxsize=256)
def even_width(text: str, size: float, limit: float, *, bold: bool = False) -> float | None:
    """Return the width in mm at which ``text`` wraps into the lines of ``balanced`` by itself, None for one line."""
    lines = balanced(text, size, limit, bold=bold)
    if len(lines) < 2:
        return None
    widest = max(width(line, size, bold=bold) for line in lines)
    following = min(width(f"{line} {after.split()[0]}", size, bold=bold) for line, after in pairwise(lines))
    return (widest + max(following, widest + 0.2)) / 2


def _filled(words: tuple[str, ...], size: float, limit: float, *, bold: bool) -> list[str]:
    lines: list[str] = []
    current, used = "", 0.0
    space = width(" ", size, bold=bold)
    for word in words:
        own = width(word, size, bold=bold)
        if current and used + space + own > limit:
            lines.append(current)
            current, used = word, own
        else:
            current, used = (f"{current} {word}", used + space + own) if current else (word, own)
    return [*lines, current]


def agency_lines(lines: tuple[str, ...], size: float, limit: float, *, bold: bool) -> list[str]:
    """Return the lines of an agency's name, each that is wider than ``limit`` mm split before its unit's name and at
    word groups, into few lines of about one length; see ``word_groups``."""
    found: list[str] = []
    for line in lines:
        if width(line, size, bold=bold) <= limit:
            found.append(line)
        else:
            for part in _BEFORE_UNIT.split(line):
                found += _grouped(tuple(part.split()), size, limit, bold=bold)
    return found


@lru_cache(maxsize=256)
def _grouped(words: tuple[str, ...], size: float, limit: float, *, bold: bool) -> tuple[str, ...]:
    """Return the words in the lines that cost least, found from the last word back."""
    costs = [*break_costs(words), 0.0]
    widths = [width(word, size, bold=bold) for word in words]
    space = width(" ", size, bold=bold)
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(words) + 1)
    for start in reversed(range(len(words))):
        used, found = -space, (float("inf"), start + 1)
        for end in range(start, len(words)):
            used += space + widths[end]
            if used > limit and end > start:
                break
            ragged = max(0.0, 1 - used / limit) ** 2
            cost = _LINE_COST + _RAGGED_COST * ragged + costs[end] + best[end + 1][0]
            found = min(found, (cost, end + 1))
        best[start] = found
    return tuple(_rows(words, best))


def _rows(words: tuple[str, ...], best: list[tuple[float, int]]) -> Iterator[str]:
    at = 0
    while at < len(words):
        yield " ".join(words[at : best[at][1]])
        at = best[at][1]
