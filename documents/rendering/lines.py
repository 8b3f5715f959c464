"""Breaking the lines of the letterhead and the subject by measured width, so that they never wrap badly."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from documents.measure import text_width_mm

_GROUPS = (
    "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "ĐẶC KHU", "THÀNH PHỐ", "VĂN HÓA", "XÃ HỘI", "HẠ TẦNG", "ĐÔ THỊ",
    "KINH TẾ", "NÔNG NGHIỆP", "MÔI TRƯỜNG", "DỊCH VỤ", "HÀNH CHÍNH CÔNG", "TRUNG TÂM", "VĂN PHÒNG", "BAN QUẢN LÝ",
    "QUÂN SỰ", "CHỈ HUY", "CÔNG AN", "TRẠM Y TẾ", "QUẦN ĐẢO", "BAN CHỈ ĐẠO", "CHUYỂN ĐỔI SỐ", "CẢI CÁCH",
    "PHÁT TRIỂN", "THỰC HIỆN", "DÂN TỘC", "TÔN GIÁO",
)  # fmt: skip
"""Words that stay on one line in an agency's name."""

_JOINT = "\u2060"  # word joiner: stands for the spaces inside a group while lines are broken
_UNITS = re.compile(r"(?<=\S) (?=(?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ) )")


@lru_cache(maxsize=8192)
def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of ``text`` in mm on one line; words come again and again, so it is remembered."""
    return text_width_mm(text, size, bold=bold)


def balanced(text: str, size: float, limit: float, *, bold: bool = False) -> list[str]:
    """Return ``text`` in as few lines of at most ``limit`` mm as it needs, about equally long; a word longer than
    the limit has a line of its own."""
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
    return tuple(_filled(words, size, high, bold=bold))


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
    """Return the lines of an agency's name, each that is wider than ``limit`` mm split before its unit's name or
    else at word groups."""
    found: list[str] = []
    for line in lines:
        if width(line, size, bold=bold) <= limit:
            found.append(line)
            continue
        for part in _UNITS.split(line):
            grouped = part
            for group in _GROUPS:
                grouped = grouped.replace(group, group.replace(" ", _JOINT))
            found += [row.replace(_JOINT, " ") for row in balanced(grouped, size, limit, bold=bold)]
    return found
