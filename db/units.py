"""One key for all the ways an office writes the name of one unit."""

from __future__ import annotations

import re

from plans.spelling import tones
from plans.text import nfc

_WORD = re.compile(r"[^\W_]+")

_ABBREVIATIONS = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "mttq": "mặt trận tổ quốc",
    "vhxh": "văn hóa xã hội",
    "vh": "văn hóa",
    "xh": "xã hội",
    "và": "",
}


def unit_key(name: str) -> str:
    """Return the words of ``name`` in small letters, abbreviations written out, signs and "và" left out:
    "Phòng VH-XH" and "phòng Văn hoá – Xã hội;" both give "phòng văn hóa xã hội". "" for a name without words."""
    words = _WORD.findall(tones(nfc(name)).lower())
    return " ".join(filter(None, (_ABBREVIATIONS.get(word, word) for word in words)))
