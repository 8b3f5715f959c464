"""Text of the time before Unicode: TCVN3 (ABC, the .Vn fonts) and VNI (the VNI- fonts) as Unicode.

Both wrote Vietnamese with the signs of a Western font: TCVN 5712:1993 (VN3) with one sign a letter, VNI with a letter
and the sign of its mark. A Word file says by its fonts which is meant; plain text only by what its words look like.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from plans.text import nfc


class Legacy(StrEnum):
    """An encoding of the time before Unicode, by the name a clerk knows it by."""

    TCVN3 = "TCVN3 (ABC)"
    VNI = "VNI"


_TCVN3 = dict(
    zip(
        range(0xA1, 0xFF),
        "ĂÂÊÔƠƯĐăâêôơưđ\0\0\0\0\0\0àảãáạ\0ằẳẵắ\0\0\0\0\0\0\0ặầẩẫấậè\0ẻẽéẹềểễếệìỉ\0\0\0ĩíịò\0ỏõóọồổỗốộờởỡớợù\0ủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_TCVN3_LETTERS = {code: letter for code, letter in _TCVN3.items() if letter != "\0"}
_TONES = {"´": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_VNI_MARKS = {
    "ù": "´", "ø": "`", "û": "?", "õ": "~", "ï": ".",
    "â": "^", "á": "^´", "à": "^`", "å": "^?", "ã": "^~", "ä": "^.",
    "ê": "(", "é": "(´", "è": "(`", "ú": "(?", "ü": "(~", "ë": "(.",
}  # fmt: skip
_VNI_SMALL = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_LETTERS = _VNI_SMALL | {old.upper(): new.upper() for old, new in _VNI_SMALL.items()}
_COMBINING = str.maketrans(_TONES | {"^": "\u0302", "(": "\u0306"})
_VNI_ACCENTS = {
    form: marks.translate(_COMBINING) for sign, marks in _VNI_MARKS.items() for form in (sign, sign.upper())
}
_VNI_PAIR = re.compile(rf"(^|[aeouyAEOUYôöÔÖ])([{''.join(_VNI_ACCENTS)}])")

_CAPITALS_FONT = re.compile(r"\.Vn.*H$", re.IGNORECASE)
_SYMBOL_AREA = range(0xF000, 0xF100)
_UNICODE = re.compile(r"[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0-\u01b0\u0300-\u0323\u1ea0-\u1ef9]")

_FOREIGN = re.compile(
    "[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df"
    "\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe]"
)
"""Signs that no Vietnamese word has; both old encodings write with many of them."""

_MARKS_OF_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SYLLABLE = re.compile(
    r"(?:ngh?|nh|ph|th|tr|ch|kh|gh|gi|qu|[bcdđghklmnprstvx])?"
    r"(?:i[aêe]?u?|y[êe]?u?|ư[aơ]?[iu]?|u[aâêôơy]?(?:yê|ya)?[iuy]?|ươ[iu]?|o[aăeo]?[iyo]?|ô[i]?|ơ[i]?|a[iyou]?|ă|â[uy]?|e[o]?|ê[u]?)"
    r"(?:ch|nh|ng|[cmnpt])?"
)
_EDGES = "“”‘’\"'()[]{}<>.,;:!?…–—-/\\*_+=|0123456789%•"
_ENOUGH = 0.75
"""Share of the words with accents that must be Vietnamese syllables before a text is taken for converted."""


def font_encoding(font: str) -> Legacy | None:
    """Return the encoding that a font of this name shows, None for a font of Unicode."""
    name = font.lower()
    if name.startswith(".vn"):
        return Legacy.TCVN3
    return Legacy.VNI if name.startswith("vni") else None


def from_font(text: str, font: str) -> tuple[str, Legacy | None]:
    """Return what a run of ``text`` set in ``font`` shows, and the encoding it was converted from, None where it was
    not: fonts of capitals (".VnTimeH") show capitals, and Unicode typed in an old font is left as it is."""
    encoding = font_encoding(font)
    if encoding is None or _UNICODE.search(text):
        return text, None
    shown = converted("".join(chr(ord(c) - 0xF000) if ord(c) in _SYMBOL_AREA else c for c in text), encoding)
    if _CAPITALS_FONT.match(font):
        shown = shown.upper()
    return shown, encoding if shown != text else None


def converted(text: str, encoding: Legacy) -> str:
    """Return ``text``, whose signs stand for letters of ``encoding``, in Unicode. A VNI mark at the very start goes
    to the letter before it, so it comes out as combining accents."""
    if encoding is Legacy.TCVN3:
        return "\n".join(_with_capitals(line, line.translate(_TCVN3_LETTERS)) for line in text.split("\n"))
    accented = _VNI_PAIR.sub(lambda match: _VNI_LETTERS.get(match[1], match[1]) + _VNI_ACCENTS[match[2]], text)
    return nfc("".join(_VNI_LETTERS.get(sign, sign) for sign in accented))


def _with_capitals(typed: str, shown: str) -> str:
    """TCVN3 has no accented capitals: what was typed in capitals otherwise was meant to be in capitals whole."""
    if _in_capitals(typed, 4) and len(_accented(typed)) >= 2:
        return shown.upper()
    if not re.search(r"[A-Z]{2}", typed) or typed.isascii():
        return shown
    words = zip(re.split(r"(\s+)", typed), re.split(r"(\s+)", shown), strict=True)
    return "".join(meant.upper() if _in_capitals(word, 2) else meant for word, meant in words)


def _in_capitals(typed: str, at_least: int) -> bool:
    letters = re.findall(r"[A-Za-z]", typed)
    return len(letters) >= at_least and "".join(letters).isupper()


def recovered(text: str) -> tuple[str, dict[Legacy, int]]:
    """Return ``text`` with its old encodings converted, known by what the words look like, and how many lines each
    was found in. A line that tells nothing by itself goes with the text as a whole, then with the line before."""
    if not _FOREIGN.search(text) or _share(text) > 0.97:
        return text, {}
    lines = text.split("\n")
    told = [_encoding_of(line, at_least=3) for line in lines]
    whole = _encoding_of(text)
    common = Counter(encoding for encoding in told if encoding).most_common(1)
    usual = common[0][0] if common else whole
    if usual is None:
        return text, {}
    found: Counter[Legacy] = Counter()
    state: Legacy | None = next((encoding for encoding in told if encoding), whole)
    for place, line in enumerate(lines):
        if line.isascii():
            continue
        state = told[place] or _as_usual(line, usual, state)
        if state is not None:
            lines[place] = converted(line, state)
            found[state] += 1
    return "\n".join(lines), dict(found)


def _as_usual(line: str, usual: Legacy, before: Legacy | None) -> Legacy | None:
    """Return the encoding of a line with few words: what makes more sense, else that of the line before."""
    if _UNICODE.search(line):
        return None
    as_is, shown = _share(line), _share(converted(line, usual))
    return before if shown == as_is else usual if shown > as_is else None


def is_vietnamese(text: str) -> bool:
    """Say whether the words with accents are Vietnamese syllables, at least three of them."""
    return len(_accented(text)) >= 3 and _share(text) >= _ENOUGH


def _encoding_of(text: str, at_least: int = 8) -> Legacy | None:
    """Return the old encoding in which the words make more sense than as they stand, None for none."""
    if len(_accented(text)) < at_least:
        return None
    as_is = _share(text)
    share, best = max((_share(converted(text, encoding)), encoding) for encoding in Legacy)
    return best if share >= _ENOUGH and share > as_is + 0.3 else None


def _accented(text: str) -> list[str]:
    """Return the words with a sign beyond ASCII, typographic marks around them taken off."""
    words = (word.strip(_EDGES) for word in text.split() if not word.isascii())
    return [word for word in words if word and not word.isascii()]


def _share(text: str) -> float:
    """Return the share of the accented words that are Vietnamese syllables, or several joined by a sign."""
    words = _accented(text)
    pieces: Iterable[list[str]] = (re.split(r"[-–/.,;:()“”&]+", word) for word in words)
    good = sum(all(_is_syllable(piece) for piece in parts if piece) for parts in pieces)
    return good / len(words) if words else 1.0


def _is_syllable(word: str) -> bool:
    apart = unicodedata.normalize("NFD", word.lower())
    bare = unicodedata.normalize("NFC", _MARKS_OF_TONE.sub("", apart))
    return len(_MARKS_OF_TONE.findall(apart)) <= 1 and _SYLLABLE.fullmatch(bare) is not None
