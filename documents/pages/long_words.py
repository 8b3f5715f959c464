"""A word longer than its line may break anywhere, as in Word; rdocx would let it run off the paper."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import cast

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from documents.pages.owners import W
from documents.pages.paragraphs import TWIP, Looks, T, text_of, width_of

BREAK = "\u200b"
"""Zero width space: a place where a line may end; it prints nothing."""

_WORD = re.compile(r"[^\s\u200b]+")
_WIDEST = 1.1  # no letter is wider, in sizes of the font
_LARGEST = 20  # points; no plan is set larger


def soften(paragraph: Element, width: float, looks: Looks) -> bool:
    """Put breaks between the letters of words wider than ``width`` points; say whether there was one."""
    if _longest("".join(cast("Iterator[str]", paragraph.itertext()))) * _LARGEST * _WIDEST < width:
        return False
    spans = _wide_words(text_of(paragraph), round(width - _indents(paragraph)), looks.of(paragraph).size)
    if spans:
        _break(list(paragraph.iter(T)), spans)
    return bool(spans)


@lru_cache(maxsize=16384)  # nearly all paragraphs come again with each edit
def _longest(text: str) -> int:
    return max(map(len, text.split()), default=0)


@lru_cache(maxsize=4096)
def _wide_words(text: str, room: int, size: float) -> tuple[tuple[int, int], ...]:
    """Return begin and end of each word wider than ``room`` points."""
    return tuple(match.span() for match in _WORD.finditer(text) if _is_wide(match[0], room, size))


def _is_wide(word: str, room: int, size: float) -> bool:
    return len(word) > 1 and len(word) * size * _WIDEST > room and width_of(word, size, bold=True) > room


def _indents(paragraph: Element) -> float:
    indent = paragraph.find(f"{W}pPr/{W}ind")
    if indent is None:
        return 0.0
    sides = [indent.get(f"{W}{side}") or "0" for side in ("left", "right")]
    return sum(int(side) for side in sides if side.isdigit()) * TWIP


def _break(texts: list[Element], spans: tuple[tuple[int, int], ...]) -> None:
    at = 0
    for text in texts:
        letters = text.text or ""
        inside = [any(start <= at + place < end for start, end in spans) for place in range(len(letters))]
        text.text = "".join(
            BREAK + letter if within and not _clings(letter) else letter
            for letter, within in zip(letters, inside, strict=True)
        )
        at += len(letters)


def _clings(letter: str) -> bool:
    """Say whether a character belongs to the one before it (a tone mark, a joiner, a variant of an emoji)."""
    return bool(unicodedata.combining(letter)) or unicodedata.category(letter) in ("Mn", "Me", "Cf", "Sk")
