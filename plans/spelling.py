"""Spellings of one Vietnamese word made equal, character by character, so that places in the text stay the same.

``tones`` puts the tone mark of oa, oe, uy where the new spelling has it ("hoá" → "hóa"); ``folded`` also drops all
accents and turns đ into d ("giáo dục" → "giao duc").
"""

from __future__ import annotations

import re
import unicodedata
from itertools import chain

_MARKS = "\u0300\u0301\u0309\u0303\u0323"


def _placements() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for first, second in ("oa", "oe", "uy"):
        for mark in _MARKS:
            old = first + unicodedata.normalize("NFC", second + mark)
            new = unicodedata.normalize("NFC", first + mark) + second
            pairs |= {old: new, old.upper(): new.upper(), old.capitalize(): new.capitalize()}
    return pairs


def _bases() -> dict[int, str]:
    bases = {ord("đ"): "d", ord("Đ"): "D"}
    for code in chain(range(0xC0, 0x250), range(0x1E00, 0x1F00)):
        base, *rest = unicodedata.normalize("NFD", chr(code))
        if rest:
            bases[code] = base
    return bases


_PLACEMENTS = _placements()
_MISPLACED = re.compile("|".join(_PLACEMENTS))
_BASES = _bases()


def tones(text: str) -> str:
    """Return NFC ``text`` with tone marks in one place; as long as before."""
    return _MISPLACED.sub(_placed, text)


def folded(text: str) -> str:
    """Return NFC ``text`` without accents; as long as before."""
    return text.translate(_BASES)


def _placed(found: re.Match[str]) -> str:
    return _PLACEMENTS[found.group()]
