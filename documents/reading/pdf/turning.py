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
    left, bottom, right, top = page.get_cropbox() or (0.0, 0.0, *page.get_size())

    def upright(x: float, y: float) -> tuple[float, float]:
        return x - left, top - y

    def to_the_right(x: float, y: float) -> tuple[float, float]:
        return y - bottom, x - left

    def upside_down(x: float, y: float) -> tuple[float, float]:
        return right - x, y - bottom

    def to_the_left(x: float, y: float) -> tuple[float, float]:
        return top - y, right - x

    return {90: to_the_right, 180: upside_down, 270: to_the_left}.get(page.get_rotation(), upright)
