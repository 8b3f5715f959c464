"""Labels as offices type them at the head of a line: I., I-, A., 1., 1.1, a), -, +, *, Phần thứ nhất.

One parser for the reader (does this line begin something?) and the recogniser (which level is it?).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from plans.numbering import LETTERS


class LabelKind(StrEnum):
    """The look of a label; each look is one level of an outline."""

    PART = "part"  # Phần thứ nhất, PHẦN II
    CHAPTER = "chapter"  # Chương I
    ITEM = "item"  # Mục 1.
    STEP = "step"  # Bước 1:
    ARTICLE = "article"  # Điều 1.
    UPPER = "upper"  # A.
    ROMAN = "roman"  # I. I- I/
    ARABIC = "arabic"  # 1.
    PAREN = "paren"  # 1)
    DECIMAL = "decimal"  # 1.1. II.1.
    LETTER = "letter"  # a)
    SUBLETTER = "subletter"  # a1) a.1)
    BRACKET = "bracket"  # (1) (a) (i)
    DASH = "dash"
    PLUS = "plus"
    STAR = "star"


BULLETS = frozenset({LabelKind.DASH, LabelKind.PLUS, LabelKind.STAR})


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its look, as shown ("I-", "1.1."), its numbers ((2, 1) for 2.1) and where the text after it starts."""

    kind: LabelKind
    shown: str
    path: tuple[int, ...]
    end: int

    @property
    def number(self) -> int:
        return self.path[-1] if self.path else 0


UPPERCASE = "A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸÝ"
"""The capitals of Vietnamese, for use inside a character class."""

_ORDINALS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "một": 1,
}  # fmt: skip

_NUMERAL = r"(?:X{0,3}(?:IX|IV|VI{0,3}|I{1,3})|X{1,3})"
_PART = re.compile(
    rf"(?i:phần)\s+(?:(?i:thứ)\s+(?P<ord>\w+)|(?i:(?P<word>một|hai|ba|bốn|năm|sáu))(?=\s*(?:[.:\-–—]|$))|(?P<rom>{_NUMERAL}(?!\w))|(?P<num>\d{{1,2}}(?!\w))|(?P<let>[A-H](?!\w)))"
    r"\s*[.:\-–—]?\s*"
)
_CHAPTER = re.compile(rf"(?i:chương)\s+(?:(?P<rom>{_NUMERAL}(?!\w))|(?P<num>\d{{1,2}}(?!\w)))\s*(?:[.:\-–—]\s*|$)")
_ITEM = re.compile(rf"(?:Mục|MỤC)\s+(?:(?P<rom>{_NUMERAL}(?!\w))|(?P<num>\d{{1,2}}(?!\w)))\s*(?:[.:–—]\s*|$)")
_STEP = re.compile(r"(?:Bước|BƯỚC|Giai đoạn|GIAI ĐOẠN)\s+(?P<num>\d)(?!\w)\s*[.:–—]\s*(?=\S)")
_SUBLETTER = re.compile(r"(?P<l>[a-eđ])\.?(?P<n>\d{1,2})\s?[).]\s*(?=\S)")
_BRACKET = re.compile(r"\((?:(?P<n>\d{1,2})|(?P<r>i{1,3}|iv|vi{0,3}|ix|x)|(?P<l>[a-eđ]))\)\s*(?=\S)")
_ARTICLE = re.compile(rf"(?i:điều)\s+(?P<num>\d{{1,3}})\s?[.:]\s*(?=[{UPPERCASE}“\"])")
_ROMAN = re.compile(rf"(?P<r>{_NUMERAL})(?:\s{{0,2}}[.\-–—/:)]+(?!\d)\s*|\s+(?=[{UPPERCASE}]{{2}}))")
_UPPER = re.compile(rf"(?P<u>[A-Z])\s?[.\-–—/)]\s*(?=[{UPPERCASE}]\w)")
_DECIMAL = re.compile(r"(?P<d>\d{1,2}(?:\.\d{1,2}){1,4})(?!\d)(?P<end>\s?[.:)/\-–])?(?![\d,/%])\s*")
_COMPOUND = re.compile(
    rf"(?:(?P<r>{_NUMERAL})|(?P<u>[A-H]))\.\s?(?P<d>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})(?:\s?[.:)/\-–]\s*|\s+)(?=[{UPPERCASE}“\"])"
)
_ARABIC = re.compile(r"(?P<a>\d{1,2})\s?(?:[.](?!\d)|[/](?!\d)|[:\-–](?!\s*\d))[.\-–]?\s*")
_PAREN = re.compile(r"(?P<p>\d{1,2})\s?\)[.:]?\s*")
_LETTER = re.compile(rf"(?P<l>[a-zđ])\s?(?:\)\s*[.:]?\s*|[./\-–]\s+(?=[{UPPERCASE}\d“\"≥]))")
_DASH = re.compile(r"(?:[-–—‒−](?!\d)\s*|[-–—]\s+|[•●▪■◦○§·✓✔➢►»√\uf000-\uf0ff]\s*)")
_PLUS = re.compile(rf"(?:\+\s*|o\s+(?=[{UPPERCASE}]))")
_STAR = re.compile(r"\*+\s*(?!\))")
_INITIALS = re.compile(r"[A-Z]\.")


def roman_value(digits: str) -> int:
    """Return the value of Roman ``digits`` up to XXXIX."""
    values = {"I": 1, "V": 5, "X": 10}
    total = 0
    for this, following in zip(digits, [*digits[1:], "I"], strict=True):
        total += values[this] if values[this] >= values[following] else -values[this]
    return total


def parse_label(text: str) -> Label | None:
    """Return the label at the start of ``text`` (no leading white space), None where there is none."""
    if not text:
        return None
    first = text[0]
    if first.isdigit():
        return _decimal(text) or _arabic(text)
    if first.isalpha() and first != "o":
        return (
            _part(text)
            or _chapter(text)
            or _compound(text)
            or _roman(text)
            or _upper(text)
            or _subletter(text)
            or _letter(text)
        )
    if first == "(":
        return _bracket(text)
    return _bullet(text) or _letter(text)


def _shown(text: str, end: int) -> str:
    return text[:end].strip()


def _part(text: str) -> Label | None:
    match = _PART.match(text)
    if not match:
        return None
    if match["ord"] or match["word"]:
        number = _ORDINALS.get((match["ord"] or match["word"]).lower(), 0)
    elif match["rom"]:
        number = roman_value(match["rom"])
    else:
        number = int(match["num"]) if match["num"] else ord(match["let"]) - ord("A") + 1
    return Label(LabelKind.PART, _shown(text, match.end()), (number,), match.end()) if number else None


def _chapter(text: str) -> Label | None:
    match = _CHAPTER.match(text)
    if match:
        number = roman_value(match["rom"]) if match["rom"] else int(match["num"])
        return Label(LabelKind.CHAPTER, _shown(text, match.end()), (number,), match.end())
    match = _ITEM.match(text)
    if match:
        number = roman_value(match["rom"]) if match["rom"] else int(match["num"])
        return Label(LabelKind.ITEM, _shown(text, match.end()), (number,), match.end())
    match = _STEP.match(text)
    if match:
        return Label(LabelKind.STEP, _shown(text, match.end()), (int(match["num"]),), match.end())
    match = _ARTICLE.match(text)
    return Label(LabelKind.ARTICLE, _shown(text, match.end()), (int(match["num"]),), match.end()) if match else None


def _roman(text: str) -> Label | None:
    match = _ROMAN.match(text)
    if not match or not text[match.end() :] or _INITIALS.match(text[match.end() :]):
        return None
    rest = text[match.end() :]
    if rest[0].islower():
        return None
    return Label(LabelKind.ROMAN, _shown(text, match.end()), (roman_value(match["r"]),), match.end())


def _compound(text: str) -> Label | None:
    """II.1. and A.2.1: the label of the heading above, then the own numbers."""
    match = _COMPOUND.match(text)
    if not match or _INITIALS.match(text[match.end() :]):
        return None
    above = roman_value(match["r"]) if match["r"] else ord(match["u"]) - ord("A") + 1
    path = (above, *(int(part) for part in match["d"].split(".")))
    return Label(LabelKind.DECIMAL, _shown(text, match.end()), path, match.end())


def _upper(text: str) -> Label | None:
    match = _UPPER.match(text)
    if not match or _INITIALS.match(text[match.end() :]):
        return None
    number = ord(match["u"]) - ord("A") + 1
    return Label(LabelKind.UPPER, _shown(text, match.end()), (number,), match.end())


def _decimal(text: str) -> Label | None:
    match = _DECIMAL.match(text)
    if not match:
        return None
    rest = text[match.end() :]
    if not rest or (rest[0].islower() and not match["end"]) or rest[0] in ";,)":
        return None
    path = tuple(int(part) for part in match["d"].split("."))
    return Label(LabelKind.DECIMAL, _shown(text, match.end()), path, match.end())


def _arabic(text: str) -> Label | None:
    match = _ARABIC.match(text)
    if match and text[match.end() :]:
        return Label(LabelKind.ARABIC, _shown(text, match.end()), (int(match["a"]),), match.end())
    match = _PAREN.match(text)
    if match and text[match.end() :]:
        return Label(LabelKind.PAREN, _shown(text, match.end()), (int(match["p"]),), match.end())
    return None


def _subletter(text: str) -> Label | None:
    match = _SUBLETTER.match(text)
    if not match:
        return None
    path = (LETTERS.find(match["l"]) + 1, int(match["n"]))
    return Label(LabelKind.SUBLETTER, _shown(text, match.end()), path, match.end())


def _bracket(text: str) -> Label | None:
    match = _BRACKET.match(text)
    if not match:
        return None
    if match["n"]:
        number = int(match["n"])
    else:
        number = roman_value(match["r"].upper()) if match["r"] else LETTERS.find(match["l"]) + 1
    return Label(LabelKind.BRACKET, _shown(text, match.end()), (number,), match.end())


def _letter(text: str) -> Label | None:
    match = _LETTER.match(text)
    if not match or not text[match.end() :]:
        return _bullet(text)
    if match["l"] not in LETTERS and match["l"] not in "fjwz":
        return None
    place = LETTERS.find(match["l"]) + 1
    return Label(LabelKind.LETTER, _shown(text, match.end()), (place,), match.end())


def _bullet(text: str) -> Label | None:
    for kind, pattern in ((LabelKind.DASH, _DASH), (LabelKind.PLUS, _PLUS), (LabelKind.STAR, _STAR)):
        match = pattern.match(text)
        if match and text[match.end() :].strip():
            return Label(kind, _shown(text, match.end()), (), match.end())
    return None


_BY_LETTER = (_part, _chapter, _compound, _roman, _upper, _subletter, _letter)
"""Who reads a label that begins with a letter, in turn."""
