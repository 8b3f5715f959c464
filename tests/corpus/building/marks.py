"""Reads a marked plan: the text as an office has it, with marks that say what a careful records clerk finds in it.

A mark is ``⟦tag arguments~value|shown⟧``: ``shown`` stays in the text (it may hold further marks), ``value`` is what the
truth says where damage makes it differ from what is shown. Arguments are parted by ``;``. Lines before the first line
``---`` are settings, ``key: value``. The tags are listed in ``truth.py``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

OPEN, CLOSE = "⟦", "⟧"
INLINE = re.compile(r"\{(fn)\}|\{(del|ins|hid):([^}]*)\}")
"""Directives inside a line of a plan that becomes a Word file (see ``word.py``)."""


@dataclass
class Mark:
    """One mark: where it stands in the plain text, and what it says."""

    tag: str
    arguments: list[str]
    value: str | None
    start: int
    end: int = 0
    text: str = ""

    @property
    def said(self) -> str:
        """What the truth holds: the value where given, else the shown text, spaces folded."""
        return folded_spaces(self.value if self.value is not None else seen(self.text))


@dataclass
class Marked:
    """A plan's text without marks, its marks in order of their beginnings, and its settings."""

    text: str
    marks: list[Mark]
    settings: dict[str, str] = field(default_factory=dict)


def folded_spaces(text: str) -> str:
    """One space between words, NFC; blank where nothing stands."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\u00ad", "").split())


def seen(text: str) -> str:
    """The text a reader sees in the Word file made of a plan's text: without directives, deletions and hidden runs."""
    text = INLINE.sub(lambda hit: hit[3] if hit[2] == "ins" else "", text)
    text = re.sub(r"(?m)^(?:#\d |@note |@landscape$)", "", text)
    return re.sub(r"(?m)\|\||^\||\|$|(?<=\|) [\^<] (?=\|)", " ", text)


def read(path: Path) -> Marked:
    """Read one marked plan from its file."""
    settings, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    marked = strip(body)
    marked.settings = dict(line.split(": ", 1) for line in settings.splitlines() if ": " in line)
    return marked


def strip(body: str) -> Marked:
    """Take the marks out of a text; ValueError names a mark that is not closed or closed twice."""
    plain: list[str] = []
    length = 0
    opened: list[Mark] = []
    marks: list[Mark] = []
    at = 0
    while at < len(body):
        letter = body[at]
        if letter == OPEN:
            mark, at = _opening(body, at, length)
            opened.append(mark)
            marks.append(mark)
            continue
        at += 1
        if letter == CLOSE:
            if not opened:
                raise ValueError(f"closed twice: {''.join(plain)[-60:]!r}")
            mark = opened.pop()
            mark.end = length
            mark.text = "".join(plain)[mark.start :]
            continue
        plain.append(letter)
        length += 1
    if opened:
        raise ValueError(f"never closed: {opened[-1]}")
    return Marked("".join(plain), marks)


def _opening(body: str, at: int, length: int) -> tuple[Mark, int]:
    """Read the head of a mark up to its bar; return it with the place after it."""
    bar = body.index("|", at)
    head, tilde, value = body[at + 1 : bar].partition("~")
    tag, _, arguments = head.partition(" ")
    return Mark(tag, arguments.split(";") if arguments else [], value if tilde else None, length), bar + 1
