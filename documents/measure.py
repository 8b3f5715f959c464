"""How wide a text stands on paper in Times New Roman: millimetres, from the advance widths of a Times-metric font.

Used for the drawn rules of the letterhead, whose length the decree ties to the text (PL1-II.1.b, II.2.b, II.5.b).
No kerning, as Word lays out by default. A character the table lacks counts as wide as "n"; combining marks as nothing.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache

from plans.text import nfc
from resources import path

MM_PER_POINT = 25.4 / 72


@cache
def _faces() -> tuple[int, dict[str, dict[str, int]]]:
    data = json.loads(path("fonts", "times_widths.json").read_text(encoding="utf-8"))
    faces = {
        face: {char: int(width) for width, chars in groups.items() for char in chars}
        for face, groups in data["faces"].items()
    }
    return int(data["units_per_em"]), faces


def text_width_mm(text: str, size_pt: float, bold: bool = False, italic: bool = False) -> float:
    """Return the width in millimetres of ``text`` set on one line at ``size_pt`` points."""
    units, faces = _faces()
    face = {(False, False): "regular", (True, False): "bold", (False, True): "italic", (True, True): "bold_italic"}
    widths = faces[face[bold, italic]]
    total = sum(_advance(char, widths) for char in nfc(text))
    return total / units * size_pt * MM_PER_POINT


def _advance(char: str, widths: dict[str, int]) -> int:
    if " " <= char <= "~" or "À" <= char <= "ư" or "Ạ" <= char <= "ỹ":  # most of Vietnamese, and never without width
        return widths.get(char, widths["n"])
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cc", "Cf"):
        return 0
    return widths.get(char, widths["n"])
