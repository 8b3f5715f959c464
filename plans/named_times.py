"""Times as they are named in words: which words name a day, a month, a quarter, a year, and what they leave open."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    """How fine a period is. RECURRING, ROADMAP and ON_REQUEST name no time of their own."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"  # the first or last months of a year ("6 tháng đầu năm 2026")
    YEAR = "year"
    SCHOOL_YEAR = "school_year"
    SPAN = "span"  # several years ("giai đoạn 2026 - 2030")
    RECURRING = "recurring"
    ROADMAP = "roadmap"
    ON_REQUEST = "on_request"  # "theo yêu cầu của …", "đột xuất", "sau khi …", "theo kế hoạch của tỉnh"


Times = tuple[PeriodKind, date | None, date | None]
"""How fine, first day, last day; a day is None where that end is open, both where the year is unknown."""

_Days = tuple[PeriodKind, date, date]
_POINT_OF = {PeriodKind.HALF: PeriodKind.MONTH, PeriodKind.SPAN: PeriodKind.YEAR}
"""What a half or a span counts as where only one end of it is meant."""

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_Y = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_OF = r"\s*(?:/|năm|của năm|-)?\s*"
_DASH = r"\s*(?:-|–|đến|và|,)\s*"
_Q = r"(?:iv|i{1,3}|[1-4])(?!\w)"
_OF_YEAR = rf"(?:{_OF}{_Y}|/(?P<short>\d\d)(?![\d/]))?"
_DAY_LEADS = "|".join(
    rf"(?<={word} )" for word in ("trước", "đến", "tới", "hết", "nhất", "từ", "dịp", "là", "vào", "và")
)
"""Words after which "30/6" is a day of the year."""
_LATER = re.compile(r"\b(?:các năm tiếp theo|những năm tiếp theo|các năm sau)")
_UNTIL = re.compile(r"(?:\b(?:đến|tới|trước|chậm nhất|hạn cuối|muộn nhất)\b(?:\s+(?:hết|cuối|là|vào|trong|ngày))*\s*)$")
_BEFORE = re.compile(r"\btrước(?:\s+(?:hết|cuối))?\s*$")
_FROM = re.compile(r"(?:\b(?:từ|kể từ|bắt đầu từ|sau)\b(?:\s+(?:đầu|ngày|giữa))*\s*)$")


def named_time(words: str, year: int | None) -> Times | None:
    """Return what the words name first, an open or unknown end None."""
    found = [(match.start(), rank, match) for rank, (p, _) in enumerate(_READERS) for match in p.finditer(words)]
    for _, rank, match in sorted(found, key=_earliest):
        reader = _READERS[rank][1]
        known = _own_year(match) or _next_year(words, match.end()) or year
        if known is None:
            return _YEARLESS[reader], None, None
        days = reader(match, known)
        if days:
            return _opened(words, match, days, known)
    return None


def _earliest(found: tuple[int, int, re.Match[str]]) -> tuple[int, int]:
    return found[0], found[1]


def _own_year(match: re.Match[str]) -> int | None:
    """Return the year that stands in the match, one of two digits counting from 2000; None for none."""
    groups = match.groupdict()
    if groups.get("year"):
        return int(groups["year"])
    return 2000 + int(groups["short"]) if groups.get("short") else None


def _next_year(words: str, at: int) -> int | None:
    """Return the first year named after ``at``: "từ tháng 3 đến tháng 6/2026" leaves out the first one."""
    match = re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", words[at:])
    return int(match[0]) if match else None


def _opened(words: str, match: re.Match[str], days: _Days, year: int) -> Times:
    """Return the time named by ``match``, of ``year``, without the end that the words around it leave open."""
    kind, start, end = days
    before, after = words[: match.start()], words[match.end() :]
    if match.groupdict().get("last"):
        return days
    if _FROM.search(before):
        second = re.match(r"\s*(?:đến|tới)\b", after) and named_time(after, year)
        if second and second[2] and second[2] >= start:
            return (kind if kind == second[0] else PeriodKind.DAY), start, second[2]
        return _POINT_OF.get(kind, kind), start, None
    if _LATER.search(after):
        return _POINT_OF.get(kind, kind), start, None
    if _BEFORE.search(before) and kind is not PeriodKind.DAY:
        eve = date.fromordinal(start.toordinal() - 1)
        return (PeriodKind.DAY if kind is PeriodKind.SCHOOL_YEAR else _POINT_OF.get(kind, kind)), None, eve
    if _UNTIL.search(before):
        return _POINT_OF.get(kind, kind), None, end
    return days


def in_calendar(day: int, month: int, year: int) -> date | None:
    """Return that day, None where the calendar has none."""
    exists = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if exists else None


def _months(kind: PeriodKind, year: int, first: int, last: int) -> _Days | None:
    if not 1 <= first <= last <= 12:
        return None
    return kind, date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _read_day(match: re.Match[str], year: int) -> _Days | None:
    found = in_calendar(int(match["day"]), int(match["month"]), year)
    return (PeriodKind.DAY, found, found) if found else None


def _read_month(match: re.Match[str], year: int) -> _Days | None:
    return _months(PeriodKind.MONTH, year, int(match["first"]), int(match.groupdict().get("last") or match["first"]))


def _read_quarter(match: re.Match[str], year: int) -> _Days | None:
    first = _quarter(match["first"])
    last = _quarter(match["last"]) if match["last"] else first
    return _months(PeriodKind.QUARTER, year, 3 * first - 2, 3 * last)


def _quarter(sign: str) -> int:
    return _ROMAN.get(sign) or int(sign)


def _read_half(match: re.Match[str], year: int) -> _Days | None:
    count = int(match["count"])
    at_start = match["side"] == "đầu"
    return _months(PeriodKind.HALF, year, 1, count) if at_start else _months(PeriodKind.HALF, year, 13 - count, 12)


def _read_school_year(_match: re.Match[str], year: int) -> _Days | None:
    return PeriodKind.SCHOOL_YEAR, date(year, 9, 1), date(year + 1, 5, 31)


def _read_span(match: re.Match[str], year: int) -> _Days | None:
    last = int(match["last"])
    return (PeriodKind.SPAN, date(year, 1, 1), date(last, 12, 31)) if last > year else None


def _read_year(_match: re.Match[str], year: int) -> _Days | None:
    return PeriodKind.YEAR, date(year, 1, 1), date(year, 12, 31)


_Reader = Callable[[re.Match[str], int], _Days | None]

_READERS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (
        re.compile(rf"(?:\bngày )?(?<![\d/.])(?P<day>\d{{1,2}})\s*[/.-]\s*(?P<month>\d{{1,2}})\s*[/.-]\s*{_Y}"),
        _read_day,
    ),
    (re.compile(r"\b(?:ngày )?(?<![\d/.])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<short>\d\d)(?![\d/])"), _read_day),
    (re.compile(rf"\bngày (?P<day>\d{{1,2}}) tháng (?P<month>\d{{1,2}})(?:,? năm {_Y})?"), _read_day),
    (re.compile(r"\bngày (?P<day>\d{1,2})/(?P<month>\d{1,2})(?![/\d])"), _read_day),
    (
        re.compile(
            rf"(?:^|{_DAY_LEADS})(?P<day>\d{{1,2}})[/-](?P<month>\d{{1,2}})(?: năm {_Y})?"
            r"(?=\s*(?:$|[;.)]|,(?!\s*\d)|(?:đến|tới|năm)\b))"
        ),
        _read_day,
    ),
    (re.compile(rf"\b0?(?P<count>[369]) tháng (?P<side>đầu|cuối)(?: năm)?(?:\s+{_Y})?"), _read_half),
    (re.compile(rf"\b(?:quý |q)(?P<first>{_Q})(?:{_DASH}(?:quý )?(?P<last>{_Q}))*{_OF_YEAR}"), _read_quarter),
    (
        re.compile(
            rf"\b(?:tháng |t)(?P<first>\d{{1,2}})(?!\d)(?:{_DASH}(?:tháng )?(?P<last>\d{{1,2}})(?!\d))*{_OF_YEAR}"
        ),
        _read_month,
    ),
    (re.compile(rf"(?<![\w/.])(?P<first>\d{{1,2}})/{_Y}(?!\s*/)"), _read_month),
    (re.compile(rf"\bnăm học {_Y}(?:\s*[-–]\s*(?:19|20)?\d\d(?!\d))?"), _read_school_year),
    (
        re.compile(
            rf"(?:\b(?:giai đoạn|nhiệm kỳ|các năm|năm) )?\b{_Y}(?:\s*[-–]\s*| đến (?:hết )?(?:năm )?)"
            r"(?P<last>(?:19|20)\d\d)(?!\d)"
        ),
        _read_span,
    ),
    (re.compile(rf"\bnăm {_Y}"), _read_year),
    (re.compile(rf"(?:^|(?<=đến )|(?<=tới )|(?<=hết )){_Y}$"), _read_year),
)
"""What names a time, the finest first, and the function that reads it."""

_YEARLESS: dict[_Reader, PeriodKind] = {_read_month: PeriodKind.MONTH, _read_quarter: PeriodKind.QUARTER,
                                        _read_half: PeriodKind.HALF, _read_day: PeriodKind.DAY}  # fmt: skip
