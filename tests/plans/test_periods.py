"""Deadlines: read as clerks write them, printed in one wording, read back from it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.periods import Period, PeriodKind, Recurring, find_years, parse_period

quick = settings(max_examples=80, deadline=None)

_K = PeriodKind


def _last(year: int, month: int) -> date:
    return date.fromordinal((date(year + month // 12, month % 12 + 1, 1)).toordinal() - 1)


def _closed(year: int, first: int, last: int, day: int) -> list[tuple[PeriodKind, date, date]]:
    first, last = sorted((first, last))
    return [
        (_K.DAY, date(year, first, day), date(year, first, day)),
        (_K.MONTH, date(year, first, 1), _last(year, last)),
        (_K.QUARTER, date(year, (first - 1) // 3 * 3 + 1, 1), _last(year, (last + 2) // 3 * 3)),
        (_K.HALF, date(year, 1, 1), date(year, 6, 30)),
        (_K.HALF, date(year, 7, 1), date(year, 12, 31)),
        (_K.YEAR, date(year, 1, 1), date(year, 12, 31)),
        (_K.SCHOOL_YEAR, date(year, 9, 1), date(year + 1, 5, 31)),
        (_K.SPAN, date(year, 1, 1), date(year + last, 12, 31)),
    ]


@st.composite
def _periods(draw: st.DrawFn) -> Period:
    month, day = st.integers(1, 12), st.integers(1, 28)
    kind, start, end = draw(
        st.sampled_from(_closed(draw(st.integers(1990, 2060)), draw(month), draw(month), draw(day)))
    )
    recurring: Recurring = draw(st.sampled_from(["", "constant", "monthly", "quarterly", "yearly", "periodic"]))
    ends = ["both", "start", "end"] if kind not in (_K.HALF, _K.SPAN) else ["both"]
    side = draw(st.sampled_from(ends))
    return Period(
        kind=kind,
        start=None if side == "end" else start,
        end=None if side == "start" else end,
        recurring=recurring,
    )


@quick
@given(_periods())
def test_a_printed_period_reads_back(period: Period) -> None:
    assert parse_period(str(period)) == period


@pytest.mark.parametrize("recurring", ["constant", "weekly", "monthly", "quarterly", "yearly", "periodic"])
def test_what_recurs_reads_back(recurring: Recurring) -> None:
    for kind in (_K.RECURRING, _K.ROADMAP):
        period = Period(kind=kind, recurring=recurring)
        assert parse_period(str(period)) == period


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Quý II/2026", _K.QUARTER, "2026-04-01", "2026-06-30"),
        ("trong quý 2 năm 2026", _K.QUARTER, "2026-04-01", "2026-06-30"),
        ("Quý I, II/2026", _K.QUARTER, "2026-01-01", "2026-06-30"),
        ("từ Quý IV/2026 đến Quý I/2027", _K.QUARTER, "2026-10-01", "2027-03-31"),
        ("tháng 6/2026", _K.MONTH, "2026-06-01", "2026-06-30"),
        ("tháng 02 năm 2028", _K.MONTH, "2028-02-01", "2028-02-29"),
        ("từ tháng 3 đến tháng 6/2026", _K.MONTH, "2026-03-01", "2026-06-30"),
        ("trước tháng 6/2026", _K.MONTH, None, "2026-05-31"),
        ("trước ngày 30/6/2026", _K.DAY, None, "2026-06-30"),
        ("chậm nhất là ngày 15 tháng 11 năm 2026", _K.DAY, None, "2026-11-15"),
        ("ngày 01/3/2026", _K.DAY, "2026-03-01", "2026-03-01"),
        ("từ ngày 01/3 đến ngày 30/6/2026", _K.DAY, "2026-03-01", "2026-06-30"),
        ("từ tháng 3/2026 đến ngày 15/6/2026", _K.DAY, "2026-03-01", "2026-06-15"),
        ("năm 2026", _K.YEAR, "2026-01-01", "2026-12-31"),
        ("2026", _K.YEAR, "2026-01-01", "2026-12-31"),
        ("đến hết năm 2030", _K.YEAR, None, "2030-12-31"),
        ("từ năm 2026", _K.YEAR, "2026-01-01", None),
        ("năm 2026 và các năm tiếp theo", _K.YEAR, "2026-01-01", None),
        ("năm học 2025- 2026", _K.SCHOOL_YEAR, "2025-09-01", "2026-05-31"),
        ("giai đoạn 2026-2030", _K.SPAN, "2026-01-01", "2030-12-31"),
        ("từ năm 2026 đến năm 2028", _K.SPAN, "2026-01-01", "2028-12-31"),
        ("nhiệm kỳ 2025 – 2030", _K.SPAN, "2025-01-01", "2030-12-31"),
        ("6 tháng đầu năm 2026", _K.HALF, "2026-01-01", "2026-06-30"),
        ("06 tháng cuối năm 2026", _K.HALF, "2026-07-01", "2026-12-31"),
        ("9 tháng đầu năm 2026", _K.HALF, "2026-01-01", "2026-09-30"),
        ("Theo lộ trình của tỉnh", _K.ROADMAP, None, None),
        ("theo lộ trình của tỉnh (từ năm 2026)", _K.YEAR, "2026-01-01", None),
        ("Theo yêu cầu của Ủy ban nhân dân tỉnh", _K.ON_REQUEST, None, None),
        ("Quý II", _K.QUARTER, None, None),
        ("Quý I, II, III/2026", _K.QUARTER, "2026-01-01", "2026-09-30"),
        ("tháng 3, 4, 5/2026", _K.MONTH, "2026-03-01", "2026-05-31"),
        ("nửa đầu năm 2026", _K.HALF, "2026-01-01", "2026-06-30"),
        ("Đầu năm 2026", _K.QUARTER, "2026-01-01", "2026-03-31"),
        ("ngay từ đầu năm học 2026 - 2027", _K.SCHOOL_YEAR, "2026-09-01", None),
        ("sáu tháng cuối năm 2026", _K.HALF, "2026-07-01", "2026-12-31"),
        ("9/2026", _K.MONTH, "2026-09-01", "2026-09-30"),
        ("T9/2026", _K.MONTH, "2026-09-01", "2026-09-30"),
        ("từ 3/2026 đến 6/2026", _K.MONTH, "2026-03-01", "2026-06-30"),
        ("quí II/2026", _K.QUARTER, "2026-04-01", "2026-06-30"),
        ("Qúy II/2026", _K.QUARTER, "2026-04-01", "2026-06-30"),
        ("Q2/2026", _K.QUARTER, "2026-04-01", "2026-06-30"),
        ("Quý II/27", _K.QUARTER, "2027-04-01", "2027-06-30"),
        ("trước 30/06/26", _K.DAY, None, "2026-06-30"),
        ("đến 2030", _K.YEAR, None, "2030-12-31"),
    ],
)
def test_periods_are_read_as_written(text: str, kind: PeriodKind, start: str | None, end: str | None) -> None:
    period = parse_period(text)
    assert period is not None
    assert (period.kind, period.start, period.end) == (
        kind,
        date.fromisoformat(start) if start else None,
        date.fromisoformat(end) if end else None,
    )


@pytest.mark.parametrize(
    ("text", "kind", "recurring"),
    [
        ("Thường xuyên", _K.RECURRING, "constant"),
        ("hàng năm", _K.RECURRING, "yearly"),
        ("Theo quý", _K.RECURRING, "quarterly"),
        ("mỗi tháng một lần", _K.RECURRING, "monthly"),
        ("6 tháng một lần", _K.RECURRING, "periodic"),
        ("Trước mỗi ngày lễ 05 ngày", _K.RECURRING, "periodic"),
        ("Liên tục", _K.RECURRING, "constant"),
        ("Sau khi được phê duyệt", _K.ON_REQUEST, ""),
        ("Theo kế hoạch của tỉnh", _K.ON_REQUEST, ""),
        ("Từ Quý I/2026 và thực hiện thường xuyên", _K.QUARTER, "constant"),
        ("Quý I/2026; tiếp tục rà soát hằng quý", _K.QUARTER, "quarterly"),
    ],
)
def test_how_often_is_read(text: str, kind: PeriodKind, recurring: Recurring) -> None:
    period = parse_period(text)
    assert period is not None
    assert (period.kind, period.recurring) == (kind, recurring)


def test_a_day_of_every_year_is_kept() -> None:
    period = parse_period("trước ngày 30/11 hằng năm")
    assert period is not None
    assert period.yearly_on == (11, 30)
    assert parse_period(str(period)) == period


def test_a_year_left_out_is_taken_from_the_plan() -> None:
    assert parse_period("Quý III", 2026) == parse_period("Quý III/2026")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("trước 30/6", "2026-06-30"),
        ("30/6", "2026-06-30"),
        ("31-12", "2026-12-31"),
        ("từ 1/3 đến 30/4", "2026-04-30"),
        ("15/6 và 15/12", "2026-12-15"),
        ("dịp 20/11", "2026-11-20"),
        ("cuối năm", "2026-12-31"),
        ("trong năm", "2026-12-31"),
    ],
)
def test_a_day_or_a_year_end_named_in_short_is_one_of_the_plans_year(text: str, end: str) -> None:
    period = parse_period(text, 2026)
    assert period is not None
    assert period.end == date.fromisoformat(end)


@pytest.mark.parametrize("text", ["3/5 thôn", "đạt 1/2 số hộ", "đến 5/7 trường", "30/2020/NĐ-CP"])
def test_a_share_or_a_document_number_is_no_day(text: str) -> None:
    assert parse_period(text, 2026) is None


@pytest.mark.parametrize("text", ["", "Báo cáo", "ngày 31/02/2026", "tháng 13/2026", "18.2026 hộ", "12 thôn"])
def test_what_names_no_time_is_none(text: str) -> None:
    assert parse_period(text) is None


@quick
@given(st.text(st.sampled_from("quýthángnămđếntrướctừ IVX0123456789/-. "), max_size=40))
def test_no_text_makes_it_fail(text: str) -> None:
    period = parse_period(text)
    assert period is None or str(period)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Kế hoạch 2026, giai đoạn 2026 - 2030, các năm 2027, 2028", [2026, 2026, 2030, 2027, 2028]),
        ("Quý I/2026; ngày 05/3/2020; năm học 2025-2026", [2026, 2020, 2025, 2026]),
        ("Nghị định số 30/2020/NĐ-CP, có 2030 học sinh, 2.026 hộ, 12026 trang", []),
    ],
)
def test_years_are_told_from_amounts(text: str, years: list[int]) -> None:
    found = find_years(text)
    assert [one.year for one in found] == years
    assert [text[one.start : one.end] for one in found] == [str(year) for year in years]
