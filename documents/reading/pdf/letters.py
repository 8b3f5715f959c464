"""The letters of a page, put together into words with their look and place."""

from __future__ import annotations

# pyright: reportMissingTypeStubs=false
# pyright: reportUnknownArgumentType=false, reportUnknownVariableType=false, reportUnknownMemberType=false
import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from documents.reading.pdf.shapes import Look, Word
from documents.reading.pdf.turning import Place
from plans.text import nfc

_NAME_LENGTH = 200
_ITALIC_FLAG = 1 << 6
_BOLD_FLAG = 1 << 18
_BOLD_WEIGHT = 600
_HIDDEN_MODES = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_BOLD_NAMES = ("bold", "black", "heavy", "-bd", ",bd")
_ITALIC_NAMES = ("italic", "oblique", "-it")
_LINE_END_HYPHEN = 2
_BLANKS = frozenset({9, 10, 13, 32, 0xA0, 0x2002, 0x2003, 0x2009, 0x202F, 0x3000})
_LINE_ENDS = frozenset({10, 13})
_NOTHING = frozenset({0x200B, 0xFEFF})
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_PARTING = 0.18
"""Of the size: two letters this far apart belong to two words, also where the file has no blank between them."""


@dataclass(slots=True)
class _Run:
    """The letters of a word so far."""

    look: Look
    letters: list[str]
    x0: float
    x1: float
    base: float
    glued: bool
    blanks: int


def words_on(textpage: pypdfium2.PdfTextPage, place: Place) -> tuple[list[Word], int]:
    """Return the words of a page in the order of the file, and how many letters have no known meaning."""
    reader = _Reader(textpage, place)
    return list(reader.words()), reader.broken


class _Reader:
    """Walks the letters of one page."""

    def __init__(self, textpage: pypdfium2.PdfTextPage, place: Place) -> None:
        self._textpage = textpage
        self._place = place
        self._looks: dict[int, Look] = {}
        self._box = raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(_NAME_LENGTH)
        self.broken = 0

    def words(self) -> Iterator[Word]:
        run: _Run | None = None
        blanks, parted = 0, True
        for at in range(self._textpage.count_chars()):
            code = raw.FPDFText_GetUnicode(self._textpage, at)
            if code in _BLANKS:
                if run:
                    yield _word(run)
                    run = None
                parted = parted or code not in _LINE_ENDS
                blanks += code not in _LINE_ENDS and not raw.FPDFText_IsGenerated(self._textpage, at)
                continue
            sign = self._sign(code)
            if not sign:
                continue
            look = self._look(at)
            x0, x1, base = self._where(at)
            if run and not _goes_on(run, look, x0, base):
                yield _word(run)
                parted = x0 - run.x1 > _PARTING * look.size
                run = None
            if run is None:
                run = _Run(look, [], x0, x1, base, glued=not parted, blanks=blanks)
                blanks, parted = 0, False
            run.letters.append(sign)
            run.x1 = x1
        if run:
            yield _word(run)

    def _sign(self, code: int) -> str:
        """Return the sign of a code, "" for what shows nothing."""
        if code == _LINE_END_HYPHEN:
            return "-"
        if code in (0, 0xFFFD, 0xFFFE, 0xFFFF) or code < 32 or 0xE000 <= code <= 0xEFFF or 0xD800 <= code < 0xE000:
            self.broken += 1
            return "\ufffd"
        sign = chr(code)
        return "" if code in _NOTHING else _LIGATURES.get(sign, sign)

    def _where(self, at: int) -> tuple[float, float, float]:
        raw.FPDFText_GetLooseCharBox(self._textpage, at, self._box)
        raw.FPDFText_GetCharOrigin(self._textpage, at, self._x, self._y)
        one = self._place(_sane(self._box.left), _sane(self._box.bottom))
        other = self._place(_sane(self._box.right), _sane(self._box.top))
        base = self._place(_sane(self._x.value), _sane(self._y.value))[1]
        return min(one[0], other[0]), max(one[0], other[0]), base

    def _look(self, at: int) -> Look:
        shown = raw.FPDFText_GetTextObject(self._textpage, at)
        key = ctypes.addressof(shown.contents) if shown else 0
        if key not in self._looks:
            self._looks[key] = (
                self._new_look(shown) if shown else Look(size=_sane(raw.FPDFText_GetFontSize(self._textpage, at)))
            )
        return self._looks[key]

    def _new_look(self, shown: object) -> Look:
        size, matrix = ctypes.c_float(), raw.FS_MATRIX()
        raw.FPDFTextObj_GetFontSize(shown, size)
        scale = 1.0
        if raw.FPDFPageObj_GetMatrix(shown, matrix):
            scale = math.hypot(_sane(matrix.c), _sane(matrix.d)) or 1.0
        font = raw.FPDFTextObj_GetFont(shown)
        raw.FPDFFont_GetBaseFontName(font, self._name, _NAME_LENGTH)
        name = self._name.value.decode("utf-8", "replace").split("+")[-1]
        flags, weight = raw.FPDFFont_GetFlags(font), raw.FPDFFont_GetWeight(font)
        return Look(
            font=name,
            size=round(min(abs(_sane(size.value) * scale), 2000.0), 1) or 1.0,
            bold=any(part in name.lower() for part in _BOLD_NAMES) or weight >= _BOLD_WEIGHT or _has(flags, _BOLD_FLAG),
            italic=any(part in name.lower() for part in _ITALIC_NAMES) or _has(flags, _ITALIC_FLAG),
            hidden=raw.FPDFTextObj_GetTextRenderMode(shown) in _HIDDEN_MODES,
        )


def _has(flags: int, flag: int) -> bool:
    return flags > 0 and bool(flags & flag)


def _sane(number: float) -> float:
    """Return a place that arithmetic can bear."""
    return number if math.isfinite(number) and abs(number) < 1e6 else 0.0


def _goes_on(run: _Run, look: Look, x0: float, base: float) -> bool:
    size = min(run.look.size, look.size)
    near = -0.6 * size < x0 - run.x1 < _PARTING * size
    return look == run.look and near and abs(base - run.base) < 0.1 * size


def _word(run: _Run) -> Word:
    text = nfc("".join(run.letters))
    return Word(text, run.look, run.x0, run.x1, run.base, glued=run.glued, blanks=run.blanks)
