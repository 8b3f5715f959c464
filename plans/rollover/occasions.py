"""Times that do not move on by their year alone: weekdays, anniversaries, lunar years, the last day of February."""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from plans.named_times import in_calendar
from plans.rollover.frame import Frame
from plans.rollover.lunar import lunar_name, lunar_year
from plans.rollover.model import Reason
from plans.rollover.tokens import Token, TokenKind


@dataclass(frozen=True, kw_only=True)
class Occasion:
    """Words between start and end that only a clerk can move on, and what may stand instead, the best first."""

    start: int
    end: int
    answers: tuple[str, ...]
    reason: Reason


_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAY = r"(?P<day>thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)"
_BEFORE_DATE = re.compile(rf"(?<!\w){_WEEKDAY}(?P<gap>[\s,(]{{1,3}}(?:ngày\s+)?)$", re.IGNORECASE)
_AFTER_DATE = re.compile(rf"^(?P<gap>[\s,(]{{1,3}}){_WEEKDAY}(?!\w)", re.IGNORECASE)
_YEARS_PASSED = re.compile(
    r"(?:kỷ niệm|kỉ niệm|mừng|chào mừng)\s+(?:lần\s+thứ\s+|tròn\s+)?(?P<count>\d{1,4})(?:\s+năm\b)?", re.IGNORECASE
)
_PASSED = re.compile(
    r"(?<![\d/.,])(?P<count>\d{1,4})\s+năm\s+"
    r"(?:ngày|truyền thống|thành lập|quốc khánh|cách mạng|chiến thắng|giải phóng)",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"(?P<first>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?P<born>1\d{3}|20\d\d))(?P<dash>\s*[-–—]\s*)"
    r"(?P<day>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_SINCE_YEAR = re.compile(r"\(\s*(?P<born>1\d{3}|20\d\d)\s*[-–—]\s*(?P<year>(?:19|20)\d\d)\s*\)")
_LUNAR = re.compile(
    r"(?<!\w)(?:Giáp|Ất|Bính|Đinh|Mậu|K[ỷỉ]|Canh|Tân|Nhâm|Qu[ýí])\s+"
    r"(?:T[ýí]|Sửu|Dần|Mão|Mẹo|Thìn|T[ỵị]|Ngọ|Mùi|Thân|Dậu|Tuất|Hợi)(?!\w)",
    re.IGNORECASE,
)
_SOLAR_OF_LUNAR = re.compile(r"^(?P<gap>\s*[,(–-]?\s*(?:năm\s+)?)(?P<year>(?:19|20)\d\d)(?!\d)")
_LUNAR_FEAST = re.compile(
    r"(?:tết nguyên đán|trung thu|giỗ tổ|rằm|vu lan|giao thừa|âm lịch|phật đản)[^;.]{0,60}$", re.IGNORECASE
)


def find_occasions(text: str, tokens: list[Token], frame: Frame) -> list[Occasion]:
    """Return the occasions of the plan's own years in ``text``, in order, none overlapping."""
    found = [*_anniversaries(text, frame), *_lunar_years(text, frame), *_dates(text, tokens, frame)]
    kept: list[Occasion] = []
    for occasion in sorted(found, key=_place):
        if not kept or occasion.start >= kept[-1].end:
            kept.append(occasion)
    return kept


def _place(occasion: Occasion) -> tuple[int, int]:
    return occasion.start, -occasion.end


def _anniversaries(text: str, frame: Frame) -> Iterator[Occasion]:
    """ "kỷ niệm 80 năm … (02/9/1945 - 02/9/2025)": the count and the last year move on together."""
    seen: list[tuple[int, int]] = []
    for since in (*_SINCE.finditer(text), *_SINCE_YEAR.finditer(text)):
        born, year = int(since["born"]), int(since["year"])
        if year - born < 5 or not -1 <= year - frame.base <= 1:
            continue
        counts = list(re.finditer(r"(?<![\d/.,])\d{1,4}(?=\s+năm\b)", text[: since.start()]))
        count = next((m for m in reversed(counts) if int(m[0]) == year - born and since.start() - m.end() < 200), None)
        start = count.start() if count else since.start()
        counted = f"{int(count[0]) + frame.by}{text[count.end() : since.start()]}" if count else ""
        told = text[since.start() : since.start("year")] + str(year + frame.by) + text[since.end("year") : since.end()]
        seen.append((start, since.end()))
        yield Occasion(start=start, end=since.end(), answers=(counted + told,), reason=Reason.ANNIVERSARY)
    for passed in (*_YEARS_PASSED.finditer(text), *_PASSED.finditer(text)):
        start, end = passed.span("count")
        if not any(a <= start < b for a, b in seen):
            seen.append((start, end))
            after = str(int(passed["count"]) + frame.by)
            yield Occasion(start=start, end=end, answers=(after,), reason=Reason.ANNIVERSARY)


def _lunar_years(text: str, frame: Frame) -> Iterator[Occasion]:
    for name in _LUNAR.finditer(text):
        year = lunar_year(name[0], frame.base)
        if year is None or not -1 <= year - frame.base <= 1:
            continue
        after, end = lunar_name(year + frame.by), name.end()
        if name[0].isupper():
            after = after.upper()
        solar = _SOLAR_OF_LUNAR.match(text[end:])
        if solar and int(solar["year"]) == year:
            after, end = f"{after}{solar['gap']}{year + frame.by}", end + solar.end()
        yield Occasion(start=name.start(), end=end, answers=(after,), reason=Reason.LUNAR)


def _dates(text: str, tokens: list[Token], frame: Frame) -> Iterator[Occasion]:
    for token in tokens:
        if token.kind is not TokenKind.DATE or token.first not in (frame.base, frame.base + 1):
            continue
        day = in_calendar(token.day or 0, token.month or 0, token.first)
        if day is None:
            continue
        if found := _weekday(text, token, day, frame) or _leap_day(token, day, frame) or _feast(text, token, frame):
            yield found


def _weekday(text: str, token: Token, day: date, frame: Frame) -> Occasion | None:
    before = _BEFORE_DATE.search(text[: token.start])
    after = _AFTER_DATE.match(text[token.end :])
    if not before and not after:
        return None
    same_day = in_calendar(day.day, day.month, day.year + frame.by) or date(day.year + frame.by, 3, 1)
    near = same_day + timedelta(days=(day.weekday() - same_day.weekday() + 3) % 7 - 3)
    answers: list[str] = []
    for moved in (same_day, near):
        dated = _written(token, moved)
        if before:
            answers.append(_named(before["day"], moved) + before["gap"] + dated)
        elif after:
            answers.append(dated + after["gap"] + _named(after["day"], moved))
    start = before.start() if before else token.start
    end = token.end + (after.end() if after and not before else 0)
    return Occasion(start=start, end=end, answers=tuple(dict.fromkeys(answers)), reason=Reason.WEEKDAY)


def _named(written: str, day: date) -> str:
    name = _WEEKDAYS[day.weekday()]
    if written[-1].isdigit() and name != _WEEKDAYS[6]:
        name = f"thứ {day.weekday() + 2}"
    return name[0].upper() + name[1:] if written[0].isupper() else name


def _written(token: Token, day: date) -> str:
    """Return the words of ``token`` with another day in them, written as it was."""
    numbers = iter((day.day, day.month, day.year))

    def moved(match: re.Match[str]) -> str:
        value = next(numbers, None)
        return match[0] if value is None else str(value).zfill(len(match[0]) if match[0][0] == "0" else 1)

    return re.sub(r"\d+", moved, token.text)


def _leap_day(token: Token, day: date, frame: Frame) -> Occasion | None:
    year = day.year + frame.by
    if (day.day, day.month) != (29, 2) or isleap(year):
        return None
    answers = (_written(token, date(year, 2, 28)), _written(token, date(year, 3, 1)))
    return Occasion(start=token.start, end=token.end, answers=answers, reason=Reason.LEAP_DAY)


def _feast(text: str, token: Token, frame: Frame) -> Occasion | None:
    """A feast of the lunar calendar falls on another day of the solar one."""
    if not _LUNAR_FEAST.search(text[: token.start]):
        return None
    return Occasion(start=token.start, end=token.end, answers=(token.shifted(frame.by),), reason=Reason.LUNAR)
