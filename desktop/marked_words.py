"""Sentences with words marked in them: what goes is struck out, what comes stands out."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPalette, QTextCharFormat, QTextLayout, QTextOption

from desktop import theme

Mark = tuple[int, int, str]
"""Start, length and look ("old", "new", "asked") of marked words."""


def laid_out(text: str, ranges: list[Mark], font: QFont, palette: QPalette, width: int) -> QTextLayout:
    """Return ``text`` with its marks, wrapped to ``width`` pixels."""
    layout = QTextLayout(text.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_format(each, palette) for each in ranges])
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _format(marked: Mark, palette: QPalette) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = marked[0], marked[1]  # type: ignore[misc]
    look = QTextCharFormat()
    if marked[2] == "old":
        look.setFontStrikeOut(True)
        look.setForeground(theme.muted(palette))
    elif marked[2] == "new":
        look.setFontWeight(QFont.Weight.Bold)
        look.setBackground(theme.tint(palette, 0.22))
    else:
        look.setForeground(theme.warning(palette))
    found.format = look  # type: ignore[misc]
    return found
