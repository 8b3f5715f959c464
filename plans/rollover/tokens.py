"""Times with a year as they are written in a text: dates, months, quarters, school years, spans, years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class TokenKind(StrEnum):
    """What a token is: the finest time it names."""

    DATE = "date"
    MONTH = "month"
    QUARTER = "quarter"
    SPAN = "span"
    YEAR = "year"


@dataclass(frozen=True, kw_only=True)
class Token:
    """Words that name a time with a year. first, last: its years (the same but for spans); day, month: of a date (of a
    quarter its last month), None where not said; years: where the digits of its years stand."""

    kind: TokenKind
    text: str
    start: int
    end: int
    first: int
    last: int
    day: int | None = None
    month: int | None = None
    years: tuple[tuple[int, int], ...] = ()

    def shifted(self, by: int) -> str:
        """Return the words with every year moved on ``by`` years; a year of two digits keeps its two digits."""
        out, at = "", self.start
        for start, end in self.years:
            written = self.text[start - self.start : end - self.start]
            value = int(written) + by
            out += self.text[at - self.start : start - self.start]
            out += f"{value % 100:02d}" if len(written) == 2 else str(value)
            at = end
        return out + self.text[at - self.start :]


_Y = r"(?:19|20)\d\d"
_E = r"(?![\d]|[.,]\d)"
_DASH = r"\s*[-–—]\s*"
_Q = r"(?:iv|i{1,3}|[1-4])"
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PATTERNS: tuple[tuple[TokenKind, re.Pattern[str]], ...] = (
    (
        TokenKind.DATE,
        re.compile(
            rf"(?<![\d/.])(?P<d>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<m>\d{{1,2}})\s?(?P=sep)\s?(?P<y>{_Y}){_E}"
            rf"|(?<!\w)ngày\s+(?P<d2>\d{{1,2}})\s+tháng\s+(?P<m2>\d{{1,2}}),?\s+năm\s+(?P<y2>{_Y}){_E}",
            re.IGNORECASE,
        ),
    ),
    (
        TokenKind.QUARTER,
        re.compile(
            rf"(?<!\w)(?:quý\s+|q\.\s?)(?P<q>{_Q})(?:(?:{_DASH}|\s*[,+]\s*|\s+(?:và|đến)\s+)(?:quý\s+)?(?P<q2>{_Q}))?"
            rf"(?:\s*[/-]\s*|,?\s+năm\s+|\s+)(?P<y>{_Y}){_E}",
            re.IGNORECASE,
        ),
    ),
    (
        TokenKind.MONTH,
        re.compile(
            rf"(?<!\w)tháng\s+(?P<m>\d{{1,2}})(?:\s*[/.-]\s*|,?\s+năm\s+)(?P<y>{_Y}){_E}"
            rf"|(?<![\d/.])(?P<m2>0?[1-9]|1[0-2])\s?/\s?(?P<y2>{_Y}){_E}(?!\s*/)",
            re.IGNORECASE,
        ),
    ),
    (
        TokenKind.SPAN,
        re.compile(
            rf"(?<![\d/.,])(?P<y>{_Y})(?:{_DASH}|\s*/\s*|\s+đến\s+(?:hết\s+)?(?:năm\s+)?)(?P<z>{_Y}){_E}"
            rf"|(?<=học\s)(?P<y2>{_Y}){_DASH}(?P<z2>\d\d)(?!\d)",
            re.IGNORECASE,
        ),
    ),
    (TokenKind.YEAR, re.compile(rf"(?:(?<![\w.,])|(?<=năm))(?P<y>{_Y}){_E}(?![\w@]|[-/.]\d{{3}})", re.IGNORECASE)),
)


def find_tokens(text: str) -> list[Token]:
    """Return the times with a year (1900 to 2099) in ``text`` in order, none overlapping; the finest reading wins."""
    found: list[Token] = []
    taken = bytearray(len(text))
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(_token(kind, match))
    return sorted(found, key=_start)


def _start(token: Token) -> int:
    return token.start


def _token(kind: TokenKind, match: re.Match[str]) -> Token:
    groups = {name: match.span(name) for name, value in match.groupdict().items() if value}
    years = tuple(sorted(span for name, span in groups.items() if name[0] in "yz"))
    text = match.string
    first, last = text[slice(*years[0])], text[slice(*years[-1])]
    return Token(
        kind=kind,
        text=match[0],
        start=match.start(),
        end=match.end(),
        first=int(first),
        last=int(first[:2] + last) if len(last) == 2 else int(last),
        day=_number(match, "d"),
        month=_number(match, "m") or _last_month(match),
        years=years,
    )


def _last_month(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    sign = groups.get("q2") or groups.get("q")
    return 3 * (_QUARTERS.get(sign.lower()) or int(sign)) if sign else None


def _number(match: re.Match[str], name: str) -> int | None:
    groups = match.groupdict()
    written = groups.get(name) or groups.get(f"{name}2")
    return int(written) if written else None
