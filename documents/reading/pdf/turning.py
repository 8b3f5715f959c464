"""From the PDF's own places, counted from the bottom left of an unturned sheet, to those of the page as it is shown."""

from __future__ import annotations

# pyright: reportMissingTypeStubs=false
# pyright: reportUnknownArgumentType=false, reportUnknownVariableType=false, reportUnknownMemberType=false
from collections.abc import Callable

import pypdfium2

Place = Callable[[float, float], tuple[float, float]]
"""Takes a place of the file, returns it in points from the top left of the page as it is shown."""


def turned(page: pypdfium2.PdfPage) -> Place:
    """Return how places of ``page`` are to be counted."""
    left, bottom, right, top = page.get_cropbox()
    match page.get_rotation():
        case 90:
            return lambda x, y: (y - bottom, x - left)
        case 180:
            return lambda x, y: (right - x, y - bottom)
        case 270:
            return lambda x, y: (top - y, right - x)
        case _:
            return lambda x, y: (x - left, top - y)
