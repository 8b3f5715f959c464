"""Wears a plan's text as extraction does: one truth, several states of damage. Pure: text in, text out, no word changed."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Callable

WIDTH = 78
"""Characters of a printed line."""
PAGE = 42
"""Lines of a printed page."""


def wrapped(text: str) -> str:
    """Break long lines where the page breaks them, after hyphens too ("41-" / "KH/ĐU")."""
    return "\n".join(_lines(text))


def spaced(text: str) -> str:
    """Break lines, and leave a blank one after each, as some PDF readers do."""
    return "\n\n".join(line for line in _lines(text) if line.strip())


def paged(text: str) -> str:
    """Break lines, and put a page's number and a form feed in the midst of whatever runs over the page's end."""
    lines = _lines(text)
    pages = ["\n".join(lines[at : at + PAGE]) for at in range(0, len(lines), PAGE)]
    return "\n\f".join(f"{page}\n{number}" if number > 1 else page for number, page in enumerate(pages, 1))


def stripped(text: str) -> str:
    """Take blank lines and the space at the lines' ends away, and set a tab before each paragraph."""
    return "\n".join(f"\t{line.strip()}" for line in text.split("\n") if line.strip())


def taken_apart(text: str) -> str:
    """Write every mark as a sign of its own (NFD), and spaces between words as no-break ones now and then."""
    words = unicodedata.normalize("NFD", text).split(" ")
    return "".join(word + ("\u00a0" if at % 7 == 3 else " ") for at, word in enumerate(words))


def _lines(text: str) -> list[str]:
    """The printed lines; what is set in columns, in a table or in tags stays as it is."""
    found: list[str] = []
    for line in text.split("\n"):
        long = len(line) > WIDTH and not re.search(r"[\t|<]|\S {3}", line)
        found += textwrap.wrap(line, WIDTH, break_long_words=False) if long else [line]
    return found


WEARS: dict[str, Callable[[str], str]] = {
    "wrapped": wrapped,
    "spaced": spaced,
    "paged": paged,
    "stripped": stripped,
    "apart": taken_apart,
}
