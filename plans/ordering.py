"""The order in which Vietnamese words stand in a list: a ă â b … d đ … y, then tones, then capitals; figures count."""

from __future__ import annotations

import re
import unicodedata

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANKS = {letter: rank for rank, letter in enumerate(_ALPHABET, 1)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Ngang, huyền, hỏi, ngã, sắc, nặng."""
_DIGITS = re.compile(r"([0-9]+)")

OrderKey = tuple[list[tuple[int, int, list[int]]], list[int], str]


def order_key(text: str) -> OrderKey:
    """Return what to sort ``text`` by: letters first, then tones, then small before capital letters."""
    letters, tones = _parted(text.strip())
    parts = [part for part in _DIGITS.split(letters) if part]
    return [_part_key(part) for part in parts], tones, text.swapcase()


def _part_key(part: str) -> tuple[int, int, list[int]]:
    if _DIGITS.fullmatch(part):
        return 0, int(part), []
    return 1, 0, [_RANKS.get(sign, 0 if sign.isspace() else 1000 + ord(sign)) for sign in part]


def _parted(text: str) -> tuple[str, list[int]]:
    """Return the small letters without tone marks, and the tone of each."""
    letters: list[str] = []
    tones: list[int] = []
    for sign in text.lower():
        whole = unicodedata.normalize("NFD", sign)
        letters.append(unicodedata.normalize("NFC", "".join(mark for mark in whole if mark not in _TONES)))
        tones.append(next((_TONES[mark] for mark in whole if mark in _TONES), 0))
    return "".join(letters), tones
