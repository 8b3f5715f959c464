"""The names of lunar years: can and chi, by arithmetic (2026 is Bính Ngọ)."""

from __future__ import annotations

_CAN = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
_CHI = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi")
NAMES = frozenset(f"{_CAN[n % 10]} {_CHI[n % 12]}" for n in range(60))
"""The sixty names of a cycle."""

SPELLINGS = {"tị": "tỵ", "tí": "tý", "kỉ": "kỷ", "quí": "quý", "mẹo": "mão"}
"""Other spellings of can and chi, in lower case."""


def lunar_name(year: int) -> str:
    """Return the name of the lunar year that begins in ``year``: "Bính Ngọ" for 2026."""
    return f"{_CAN[(year - 4) % 10]} {_CHI[(year - 4) % 12]}"


def lunar_year(name: str, near: int) -> int | None:
    """Return the year of that name nearest to ``near``, None where it is no name of a year."""
    words = " ".join(SPELLINGS.get(word, word) for word in name.lower().split())
    for distance in range(31):
        for year in (near + distance, near - distance):
            if lunar_name(year).lower() == words:
                return year
    return None
