"""Tables as wide as a share of the text, written in twips: rdocx takes only widths that are given so."""

from __future__ import annotations

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from documents.pages.owners import W
from documents.pages.paragraphs import TWIP

_WHOLE = 5000
"""Fiftieths of a per cent (ECMA-376, 17.18.90)."""


def fix_widths(table: Element, width: float) -> bool:
    """Give a table whose width is a share of ``width`` points, and its columns, twips; say whether it was one."""
    total = table.find(f"{W}tblPr/{W}tblW")
    if total is None or total.get(f"{W}type") != "pct":
        return False
    twips = _share(total, width / TWIP)
    columns = list(table.iterfind(f"{W}tblGrid/{W}gridCol"))
    shares = [int(column.get(f"{W}w") or 0) for column in columns]
    for column, share in zip(columns, shares, strict=True):
        column.set(f"{W}w", str(twips * share // max(1, sum(shares))))
    _set(total, twips)
    for cell in table.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}tcW"):
        if cell.get(f"{W}type") == "pct":
            _set(cell, _share(cell, twips))
    return True


def _share(element: Element, whole: float) -> int:
    value = (element.get(f"{W}w") or "").removesuffix("%")
    return int(whole * int(value) / _WHOLE) if value.isdigit() else int(whole)


def _set(element: Element, twips: int) -> None:
    element.set(f"{W}w", str(twips))
    element.set(f"{W}type", "dxa")
