"""Deadlines and years as clerks write them: "Quý II/2026", "trước ngày 30/6/2026", "thường xuyên", "theo lộ trình"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

from plans.named_times import PeriodKind, in_calendar, named_time
from plans.text import nfc

Recurring = Literal["", "constant", "periodic", "weekly", "monthly", "quarterly", "yearly"]


@dataclass(frozen=True, kw_only=True)
class Period:
    """When something is due or done.

    start: first day, None for "đến …" and "trước …"; end: last day, for "trước ngày …" the day named, None for
    "từ …". Both None where the words name no time ("thường xuyên") or the year is unknown ("Quý II").
    recurring: how often, "" for once; yearly_on: month and day of "30/11 hằng năm"; text: as written (not compared).
    """

    kind: PeriodKind
    start: date | None = None
    end: date | None = None
    recurring: Recurring = ""
    yearly_on: tuple[int, int] | None = None
    text: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Return the period in the usual wording; as written where its year is unknown."""
        return _print(self) or self.text


@dataclass(frozen=True, kw_only=True)
class YearFound:
    """A year named in a text, and where it stands."""

    year: int
    start: int
    end: int


_RECURRING: tuple[tuple[Recurring, str], ...] = (
    ("constant", "thường xuyên"),
    ("weekly", "hằng tuần"),
    ("monthly", "hằng tháng"),
    ("quarterly", "hằng quý"),
    ("yearly", "hằng năm"),
    ("periodic", "định kỳ"),
)
_WORDS_OF: dict[Recurring, str] = dict(_RECURRING)
_SIGNS = ("I", "II", "III", "IV")
_SPELLINGS = (
    ("hàng ", "hằng "),
    ("quí ", "quý "),
    ("qúy ", "quý "),
    ("nửa đầu năm", "6 tháng đầu năm"),
    ("nửa cuối năm", "6 tháng cuối năm"),
    ("ba tháng", "3 tháng"),
    ("sáu tháng", "6 tháng"),
    ("chín tháng", "9 tháng"),
    ("liên tục", "thường xuyên"),
    ("theo tuần", "hằng tuần"),
    ("theo tháng", "hằng tháng"),
    ("theo quý", "hằng quý"),
    ("mỗi tuần", "hằng tuần"),
    ("mỗi tháng", "hằng tháng"),
    ("mỗi quý", "hằng quý"),
    ("mỗi năm", "hằng năm"),
    ("mỗi ", "định kỳ "),
    ("một lần", "định kỳ"),
)
"""Other spellings of the words that are looked for, and those."""

_EARLY = re.compile(r"(?<!tháng )(?<!từ )\bđầu năm(?! học)(?!\w)")
"""The first quarter; not "6 tháng đầu năm", "từ đầu năm"."""

_WHOLE_YEAR = re.compile(r"\b(?:cả|trong|cuối|hết) năm(?! học| sau| tới)(?!\w)")
"""The plan's own year."""

_ON_OCCASION = re.compile(
    r"yêu cầu|đột xuất|\b(?:khi có|sau khi|sau từng)\b"
    r"|\btheo (?:kế hoạch|chỉ đạo|hướng dẫn|quy định|tiến độ|diễn biến|từng)\b"
)
"""What others, or events, set the time of."""


@lru_cache(maxsize=2048)
def parse_period(text: str, year: int | None = None) -> Period | None:
    """Return the period that ``text`` names, None where it names none.

    ``year`` is taken where the words leave it out ("Quý II"). A school year counts from 1 September to 31 May. What was
    asked lately is not read again: every view asks for each task after each edit.
    """
    words = _in_usual_spelling(" ".join(nfc(text).lower().split()))
    recurring = _recurring(words)
    if on := _yearly_on(words):
        return Period(kind=PeriodKind.RECURRING, recurring="yearly", yearly_on=on, text=text)
    named = named_time(words, year)
    if named:
        kind, start, end = named
        return Period(kind=kind, start=start, end=end, recurring=recurring, text=text)
    if "lộ trình" in words:
        return Period(kind=PeriodKind.ROADMAP, recurring=recurring, text=text)
    if recurring:
        return Period(kind=PeriodKind.RECURRING, recurring=recurring, text=text)
    if _ON_OCCASION.search(words):
        return Period(kind=PeriodKind.ON_REQUEST, text=text)
    if _WHOLE_YEAR.search(words):
        first, last = (date(year, 1, 1), date(year, 12, 31)) if year else (None, None)
        return Period(kind=PeriodKind.YEAR, start=first, end=last, text=text)
    return None


def _in_usual_spelling(words: str) -> str:
    for other, usual in _SPELLINGS:
        words = words.replace(other, usual)
    return _EARLY.sub("quý i năm", words)


def find_years(text: str) -> list[YearFound]:
    """Return the years named in ``text`` (1900 to 2099), in order; not amounts, and not the years inside document
    numbers ("30/2020/NĐ-CP"). ``text`` is NFC, as in a plan."""
    return [
        YearFound(year=int(match[0]), start=match.start(), end=match.end())
        for match in re.finditer(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
        if _is_year(text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 20])
    ]


def _is_year(before: str, after: str) -> bool:
    if re.match(r"\s*/\s*[A-ZĐ]", after) or re.match(r"[.,]\d", after) or re.search(r"\d[.,]$", before):
        return False
    named = r"(?:\b(?:năm|học|đoạn|kỳ|đến|từ|trước|sau|hết|khoảng|hoạch|tiêu|trình)|\b(?:19|20)\d\d\s*,|[-–/])\s*$"
    return bool(re.search(named, before.lower()) or re.match(r"\s*[-–]\s*(?:19|20)\d\d(?!\d)", after))


def _recurring(words: str) -> Recurring:
    for how, wording in _RECURRING:
        if wording in words:
            return how
    return ""


def _yearly_on(words: str) -> tuple[int, int] | None:
    match = re.search(r"(?<![\d/])(\d{1,2})(?:/| tháng )(\d{1,2}) hằng năm", words)
    return (int(match[2]), int(match[1])) if match and in_calendar(int(match[1]), int(match[2]), 2024) else None


def _print(period: Period) -> str:
    if period.yearly_on:
        month, day = period.yearly_on
        return f"Ngày {day:02d}/{month:02d} hằng năm"
    how = _WORDS_OF.get(period.recurring, "")
    if period.kind is PeriodKind.RECURRING:
        return _capital(how)
    if period.kind is PeriodKind.ON_REQUEST:
        return "Theo yêu cầu"
    if period.kind is PeriodKind.ROADMAP:
        return "Theo lộ trình" + (f", thực hiện {how}" if how else "")
    named = _time(period)
    if not named or not how:
        return named
    return f"{named} và thực hiện {how}" if period.end is None else f"{named}, thực hiện {how}"


def _time(period: Period) -> str:
    start, end = period.start, period.end
    if start and end:
        return _capital(_closed(period.kind, start, end))
    if start:
        return f"Từ {_point(period.kind, start)}"
    if end:
        return f"{'Trước' if period.kind is PeriodKind.DAY else 'Đến'} {_point(period.kind, end)}"
    return ""


def _closed(kind: PeriodKind, start: date, end: date) -> str:
    if kind is PeriodKind.SPAN:
        return f"giai đoạn {start.year} - {end.year}"
    if kind is PeriodKind.SCHOOL_YEAR:
        return _point(kind, start)
    if kind is PeriodKind.HALF:
        count, side = (end.month, "đầu") if start.month == 1 else (13 - start.month, "cuối")
        return f"{count} tháng {side} năm {start.year}"
    first, last = _point(kind, start), _point(kind, end)
    if first == last:
        return first
    if start.year == end.year and kind is PeriodKind.QUARTER:
        return f"Quý {_sign(start)} - {_sign(end)}/{end.year}"
    if start.year == end.year and kind is PeriodKind.MONTH:
        return f"tháng {start.month} - {end.month}/{end.year}"
    return f"từ {first} đến {last}"


def _point(kind: PeriodKind, day: date) -> str:
    match kind:
        case PeriodKind.DAY:
            month = f"{day.month:02d}" if day.month < 3 else str(day.month)
            return f"ngày {day.day:02d}/{month}/{day.year}"
        case PeriodKind.MONTH:
            return f"tháng {day.month}/{day.year}"
        case PeriodKind.QUARTER:
            return f"Quý {_sign(day)}/{day.year}"
        case PeriodKind.SCHOOL_YEAR:
            first = day.year if day.month > 8 else day.year - 1
            return f"năm học {first} - {first + 1}"
        case _:
            return f"năm {day.year}"


def _sign(day: date) -> str:
    return _SIGNS[(day.month - 1) // 3]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
