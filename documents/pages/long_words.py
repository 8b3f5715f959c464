"""A word longer than its line may break anywhere, as in Word; rdocx would let it run off the paper."""

from __future__ import annotations

import re
import unicodedata

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from documents.pages.owners import W
from documents.pages.paragraphs import TWIP, Look, Looks, T, width_of

BREAK = "\u200b"
"""Zero width space: a place where a line may end; it prints nothing."""

_WORD = re.compile(r"[^\s\u200b]+")
_WIDEST = 1.1  # no letter is wider, in sizes of the font


def soften(paragraph: Element, width: float, looks: Looks) -> bool:
    """Put breaks between the letters of words wider than ``width`` points; say whether there was one."""
    texts = [text for text in paragraph.iter(T) if text.text]
    whole = "".join(text.text or "" for text in texts)
    longest = max(map(len, whole.split()), default=0)
    if longest < 2 or longest * 20 * _WIDEST < width:  # no plan has letters above 20 points
        return False
    look = looks.of(paragraph)
    room = width - _indents(paragraph)
    spans = [match.span() for match in _WORD.finditer(whole) if _is_wide(match[0], room, look)]
    if spans:
        _break(texts, spans)
    return bool(spans)


def _is_wide(word: str, room: float, look: Look) -> bool:
    return len(word) > 1 and len(word) * look.size * _WIDEST > room and width_of(word, look.size) > room


def _indents(paragraph: Element) -> float:
    indent = paragraph.find(f"{W}pPr/{W}ind")
    if indent is None:
        return 0.0
    sides = [indent.get(f"{W}{side}") or "0" for side in ("left", "right")]
    return sum(int(side) for side in sides if side.isdigit()) * TWIP


def _break(texts: list[Element], spans: list[tuple[int, int]]) -> None:
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
