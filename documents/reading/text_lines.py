"""The lines of a text file, cleaned of marks, with what stands around them: gaps, indents, page breaks, width."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from documents.measure import text_width_mm
from documents.reading.text_apart import labels_mended
from documents.reading.text_marks import clean, is_rule
from documents.reading.text_openers import unspread
from plans.text import RichText

_WORD = re.compile(r"[^\W_]+")
_NUMBER_LINE = re.compile(
    r"^\s*(?:[-–—]\s*(\d{1,3})\s*[-–—]|(?:Trang|Page)\s*(\d{1,3})(?:\s*/\s*\d{1,3})?|(\d{1,3}))\s*$"
)
_SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"), " ")
_BOXES = dict.fromkeys(map(ord, "│┃║"), "|")
_DROPPED = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f"))


@dataclass(slots=True)
class Line:
    """One line of the source. gap: blank lines before it; indent: leading blanks; level: Markdown heading level;
    after_rule: a drawn rule or a page break stands before it; width: millimetres at 14 pt."""

    text: RichText
    number: int
    raw: str = ""
    gap: int = 0
    indent: int = 0
    level: int = 0
    bold: bool = False
    after_rule: bool = False
    plain: str = ""
    width: float = 0.0


@dataclass(slots=True)
class Lines:
    """All lines of a file; ``text``: the file's words as they must be accounted for; ``layout``: those that are none
    of the plan's."""

    lines: list[Line] = field(default_factory=list[Line])
    text: list[str] = field(default_factory=list[str])
    layout: list[str] = field(default_factory=list[str])


def words(text: str) -> Counter[str]:
    """Return the words of ``text`` as product.md counts them."""
    return Counter(words_in_order(text))


def words_in_order(text: str) -> list[str]:
    """Return the words of ``text`` one after the other, in lower case."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def split_lines(text: str) -> Lines:
    """Return the cleaned lines of ``text``; page numbers and rules are taken out and told."""
    text = unicodedata.normalize("NFC", text).translate(_SPACES).translate(_DROPPED).translate(_BOXES)
    raw = re.split(r"\r\n|\n|\r|\x0b|\u2028|\u2029|\x85", text.replace("\f", "\n\f"))
    pages = _page_numbers(raw)
    mended = labels_mended(raw)
    found = Lines()
    gap, ruled = 0, False
    for number, read in enumerate(raw, 1):
        shown = mended.get(number, read)
        if shown is None:
            continue
        ruled = ruled or "\f" in shown
        line = unspread(shown.replace("\f", ""))
        if not line.strip():
            gap += 1
            continue
        if number in pages or is_rule(line):
            found.text.append(line)
            found.layout.append(line.strip())
            ruled, gap = True, gap + 1
            continue
        _add(found, line, number, gap, ruled)
        gap, ruled = 0, False
    return found


def _add(found: Lines, line: str, number: int, gap: int, ruled: bool) -> None:
    indent = len(line) - len(line.lstrip())
    pieces = clean(line)
    shown = " ".join(piece.text.plain for piece in pieces)
    if shown != line.strip():
        before, after = words(line), words(shown)
        removed = before - after
        found.text.append(" ".join([shown, *removed.elements()]) if after - before else line)
    else:
        removed = Counter[str]()
        found.text.append(line)
    if removed:
        found.layout.append(" ".join(removed.elements()))
    for place, piece in enumerate(pieces):
        plain = piece.text.plain
        if not plain:
            continue
        width = text_width_mm(plain, 14)
        found.lines.append(
            Line(
                piece.text,
                number,
                line,
                gap if not place else 1,
                indent,
                piece.level,
                piece.bold,
                ruled and not place,
                plain,
                width,
            )
        )


def _page_numbers(raw: list[str]) -> set[int]:
    """Return the numbers of the lines that carry a page number: alone, and set off or counting up through the file."""
    candidates: dict[int, tuple[int, bool]] = {}
    dense = _is_dense(raw)
    for number, line in enumerate(raw, 1):
        match = _NUMBER_LINE.match(line.replace("\f", ""))
        if not match:
            continue
        value = int(next(group for group in match.groups() if group))
        dressed = bool(match[1] or match[2])
        at_break = (
            "\f" in line or (number < len(raw) and "\f" in raw[number]) or (number > 1 and "\f" in raw[number - 2])
        )
        above, below = _blank_run(raw, number - 2, -1), _blank_run(raw, number, 1)
        alone = max(above, below) >= 2 or (dense and above == below == 1 and 2 <= value <= len(raw) // 15 + 2)
        candidates[number] = (value, dressed or at_break or alone)
    sure = {number for number, (_, certain) in candidates.items() if certain}
    return sure | _counting(raw, candidates)


def _is_dense(raw: list[str]) -> bool:
    """Say whether lines mostly follow each other without blank ones, so that a number between two blanks stands out."""
    written = [at for at, line in enumerate(raw) if line.strip()]
    apart = sum(_blank_run(raw, at - 1, -1) > 0 for at in written)
    return 3 * apart < len(written)


def _counting(raw: list[str], candidates: dict[int, tuple[int, bool]]) -> set[int]:
    """Return the longest row of candidates that count up by one, far from each other and parted alike from the lines
    around them; at least three of them. Counts of table rows among them stand otherwise."""
    chains: dict[tuple[bool, bool, int], list[int]] = {}
    best: list[int] = []
    for number, (value, _) in sorted(candidates.items()):
        below = _blank_run(raw, number, 1)
        stands = (_blank_run(raw, number - 2, -1) > 0, 0 < below < len(raw) - number)
        before = chains.get((*stands, value - 1), [])
        chain = [*before, number] if before and number - before[-1] >= 15 else [number]
        if len(chain) > len(chains.get((*stands, value), [])):
            chains[(*stands, value)] = chain
        best = max(best, chain, key=len)
    return set(best) if len(best) >= 3 else set()


def _blank_run(raw: list[str], start: int, step: int) -> int:
    count = 0
    while 0 <= start < len(raw) and not raw[start].strip():
        count, start = count + 1, start + step
    return count
