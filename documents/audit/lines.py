"""Lines as the reader sees them: a paragraph cut at its line breaks, and at tabs where tabs make columns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from documents.audit.cascade import RunLook
from documents.audit.flow import Para, Run
from documents.measure import MM_PER_POINT, text_width_mm
from plans.text import nfc

_BLANK = re.compile(r"\s+")
_COLUMN_GAP = re.compile(r"\t+|[ \u00a0]{5,}")
_OPEN_NUMBER = re.compile(r"^số\s*:?\s*[\d.…]*$", re.IGNORECASE)
_OPEN_DATE = re.compile(r"ngày(?!.*năm\s*[\d.…]*\d)", re.IGNORECASE)


def fold(text: str) -> str:
    """Return ``text`` in capitals without accents, one space between words: for finding, never for judging."""
    flat = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return _BLANK.sub(" ", "".join(c for c in flat if not unicodedata.combining(c))).strip().upper()


@dataclass(eq=False, frozen=True, kw_only=True)
class Line:
    """One line of a paragraph, or one column of it. column: 0 for the first; tabbed: the line has several."""

    para: Para
    runs: tuple[Run, ...]
    column: int = 0
    tabbed: bool = False

    @property
    def text(self) -> str:
        """The characters in NFC, without white space at the ends; capitals where the look makes them."""
        return nfc("".join(r.text.upper() if r.look.caps else r.text for r in self.runs if not r.look.hidden)).strip()

    @property
    def folded(self) -> str:
        """The text without accents, in capitals."""
        return fold(self.text)

    @property
    def looks(self) -> list[RunLook]:
        """The looks of all runs with letters or digits; of all visible ones where there is none."""
        shown = [run for run in self.runs if run.text.strip() and not run.look.hidden]
        return [r.look for r in shown if any(c.isalnum() for c in r.text)] or [r.look for r in shown]

    @property
    def sizes(self) -> list[float]:
        """The sizes in use, smallest first; super- and subscript left out."""
        return sorted({look.size for look in self.looks if not look.vertical})

    @property
    def bold(self) -> bool:
        return bool(self.looks) and all(look.bold for look in self.looks)

    @property
    def italic(self) -> bool:
        return bool(self.looks) and all(look.italic for look in self.looks)

    @property
    def any_bold(self) -> bool:
        return any(look.bold for look in self.looks)

    @property
    def any_italic(self) -> bool:
        return any(look.italic for look in self.looks)

    @property
    def underlined(self) -> bool:
        return any(look.underline for look in self.looks)

    @property
    def capitals(self) -> bool:
        return self.text == self.text.upper()

    @property
    def centred(self) -> bool:
        return self.para.look.align == "center"

    @property
    def width_mm(self) -> float:
        """How wide the text stands on one line."""
        shown = [run for run in self.runs if run.text.strip("\n\t") and not run.look.hidden]
        texts = [nfc(run.text.upper() if run.look.caps else run.text) for run in shown]
        if texts:
            texts[0], texts[-1] = texts[0].lstrip(), texts[-1].rstrip()
        return sum(_width(text, run.look) for text, run in zip(texts, shown, strict=True))


def _width(text: str, look: RunLook) -> float:
    own = text_width_mm(text, look.size, bold=look.bold, italic=look.italic)
    return own * look.stretch + len(text) * look.spacing * MM_PER_POINT


def lines(paras: Iterable[Para], columns: bool = False) -> Iterator[Line]:
    """Yield the lines of the paragraphs that have text; outside tables, ``columns`` also cuts at tabs and long gaps."""
    for para in paras:
        for runs in _cut(para.runs, re.compile("\n")):
            pieces = _columns(runs) if columns and para.cell is None else [runs]
            for at, piece in enumerate(pieces):
                line = Line(para=para, runs=piece, column=at, tabbed=len(pieces) > 1)
                if line.text:
                    yield line


def _cut(runs: Iterable[Run], gap: re.Pattern[str]) -> list[tuple[Run, ...]]:
    found: list[list[Run]] = [[]]
    for run in runs:
        for at, piece in enumerate(gap.split(run.text)):
            if at:
                found.append([])
            if piece:
                found[-1].append(Run(text=piece, look=run.look, field=run.field))
    return [tuple(piece) for piece in found]


def _columns(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """Cut at tabs and long gaps, except at the blanks that wait for number and day."""
    found: list[tuple[Run, ...]] = []
    for piece in _cut(runs, _COLUMN_GAP):
        text = "".join(run.text for run in piece).strip()
        if not text:
            continue
        before = "".join(run.text for run in found[-1]).strip() if found else ""
        waits = (_OPEN_NUMBER.match(before) and text.startswith("/")) or (
            _OPEN_DATE.search(before) and re.match(r"tháng|năm", text)
        )
        if found and waits:
            space = Run(text=" ", look=piece[0].look)
            found[-1] = (*found[-1], space, *piece)
        else:
            found.append(piece)
    return found or [runs]


def wrapped(line: Line, width_mm: float) -> list[float]:
    """Return the widths of the printed lines of ``line`` in a column of ``width_mm``; a longer word fills a line."""
    words = line.text.split()
    if not words or not line.looks:
        return []
    look = line.looks[0]
    space = _width(" ", look)
    found: list[float] = []
    for word in words:
        width = _width(word, look)
        if found and found[-1] + space + width <= width_mm + 0.1:
            found[-1] += space + width
        else:
            found.append(min(width, width_mm) if width_mm > 0 else width)
    return found
