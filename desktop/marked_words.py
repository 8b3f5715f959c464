"""Sentences with words marked in them: what goes is struck out, what comes stands out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPalette, QTextCharFormat, QTextLayout, QTextOption

from desktop import theme

Mark = tuple[int, int, str]
"""Start, length and look ("old", "new", "asked") of marked words."""

_TOKENS = re.compile(r"\s+|[\w%/.,-]+|.")
_AROUND = 70
"""So many characters stay on each side of what changes."""


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


def marked_change(before: str, after: str, around: int = _AROUND) -> tuple[str, list[Mark]]:
    """Return one sentence that says both texts, old words marked before the new ones; what stays is shortened."""
    old, new = (" ".join(text.split()) for text in (before, after))
    text, marks = "", list[Mark]()
    steps = list(_steps(old, new))
    for at, (was, now) in enumerate(steps):
        if was == now:
            text += _shortened(was, around, first=at == 0, last=at == len(steps) - 1)
            continue
        text += _start_of_change(was, now)
        for words, look in ((was.strip(), "old"), (now.strip(), "new")):
            text += " " if words and marks and marks[-1][0] + marks[-1][1] == len(text) else ""
            if words:
                marks.append((len(text), len(words), look))
            text += words
        text += " " if (now or was)[-1:] == " " else ""
    return text, marks


def _steps(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the texts piece by piece, old and new; single words that stay between changed ones go with these."""
    left, right = _TOKENS.findall(old), _TOKENS.findall(new)
    was, now = "", ""
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        same = "".join(left[a:b])
        if tag != "equal" or (len(same.strip()) < 4 and (was or now)):
            was, now = was + same, now + "".join(right[c:d])
            continue
        if was or now:
            yield was, now
        was, now = "", ""
        yield same, same
    if was or now:
        yield was, now


def _start_of_change(was: str, now: str) -> str:
    """Spaces at the ends of changed words are not marked."""
    return " " if (was or now)[:1] == " " or now[:1] == " " else ""


def _shortened(words: str, around: int, *, first: bool, last: bool) -> str:
    """Cut what lies further than ``around`` from the change beside it."""
    if (first and last) or len(words) <= (1 if first or last else 2) * around:
        return words
    head = "" if first else words[:around].rpartition(" ")[0] + " "
    tail = "" if last else " " + words[-around:].partition(" ")[2]
    return f"{head}…{tail}"
