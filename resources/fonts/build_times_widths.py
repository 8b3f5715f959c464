"""Write ``times_widths.json``: the advance widths of a font that has Times New Roman's metrics.

Run by hand, once: ``python resources/fonts/build_times_widths.py FOLDER_OF_LIBERATION_SERIF``. Needs fontTools.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

_FACES = {"regular": "Regular", "bold": "Bold", "italic": "Italic", "bold_italic": "BoldItalic"}
_RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x1A0, 0x1B0), (0x300, 0x30A), (0x323, 0x323), (0x391, 0x3C9),
           (0x1EA0, 0x1EF9), (0x2010, 0x2026), (0x2030, 0x2030), (0x20AB, 0x20AC), (0x2264, 0x2265))  # fmt: skip


def widths(font: Path) -> dict[str, str]:
    """Return width in font units → all characters that wide, for the characters Vietnamese office text uses."""
    face = TTFont(font)
    tables: Any = face
    names, metrics = face.getBestCmap() or {}, tables["hmtx"]
    found: dict[int, list[str]] = {}
    for first, last in _RANGES:
        for code in range(first, last + 1):
            if code in names:
                found.setdefault(metrics[names[code]][0], []).append(chr(code))
    return {str(width): "".join(found[width]) for width in sorted(found)}


def main() -> None:
    """Write the table beside this script."""
    folder = Path(sys.argv[1])
    data = {
        "source": "Advance widths of Liberation Serif 2 (metrics of Times New Roman), 2048 units to the em.",
        "units_per_em": 2048,
        "faces": {face: widths(folder / f"LiberationSerif-{name}.ttf") for face, name in _FACES.items()},
    }
    target = Path(__file__).with_name("times_widths.json")
    target.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
