"""Citations: found in running text, healed, printed as the decree wants, and read back from their print."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plans.citations import Citation, find_citations

quick = settings(max_examples=80, deadline=None)

_DATES = st.one_of(
    st.just((None, None, None)),
    st.tuples(st.integers(1, 28), st.integers(1, 12), st.integers(1990, 2060)),
    st.tuples(st.none(), st.integers(1, 12), st.integers(1990, 2060)),
)
_NUMBERS = st.one_of(
    st.just(""),
    st.builds("{}{}".format, st.integers(1, 9999), st.sampled_from(["", "a", "đ"])),
    st.builds("{:02d}/{}".format, st.integers(1, 300), st.integers(1990, 2060)),
)
_KINDS = st.sampled_from(["Nghị quyết", "Kế hoạch", "Kế hoạch hành động", "Công văn", "Quyết định", "Thông tư"])
_SYMBOLS = st.sampled_from(["NQ/TW", "KH-UBND", "CTr/ĐU", "UBND-VHXH", "NĐ-CP", "QĐ-TTg", "KH-MTTQ-BTT", "NQ-UBTVQH15"])
_ISSUERS = st.sampled_from(
    ["", "Bộ Chính trị", "Bộ Giáo dục và Đào tạo", "Ủy ban nhân dân xã Suối Lim", "UBND phường Bến Mây", "Chính phủ"]
)
_SUBJECTS = st.sampled_from(
    [
        "",
        "về chuyển đổi số, cải cách hành chính",
        "ban hành Quy chế làm việc của Ủy ban nhân dân xã",
        "quy định chi tiết một số điều (phần thứ hai) của Luật Giao dịch điện tử",
    ]
)


@st.composite
def _citations(draw: st.DrawFn) -> Citation:
    day, month, year = draw(_DATES)
    issuer = draw(_ISSUERS)
    subject = draw(_SUBJECTS)
    return Citation(
        kind=draw(_KINDS),
        number=draw(_NUMBERS),
        symbol=draw(_SYMBOLS),
        day=day,
        month=month,
        year=year,
        issuer=issuer,
        subject=subject if issuer or year or subject.startswith("về") else "",
    )


@quick
@given(_citations())
def test_a_printed_citation_reads_back(citation: Citation) -> None:
    assert find_citations(citation.full())[0] == citation


@quick
@given(_citations())
def test_a_short_mention_keeps_type_number_and_symbol(citation: Citation) -> None:
    short = Citation(kind=citation.kind, number=citation.number, symbol=citation.symbol)
    assert find_citations(citation.short()) == [short]


@quick
@given(_citations(), _citations())
def test_two_citations_are_told_apart(first: Citation, second: Citation) -> None:
    text = f"Căn cứ {first.full()}; {second.full()}."
    found = [one for one in find_citations(text) if not one.is_law]
    assert found == [first, second]
    assert [text[one.start : one.end] for one in found] == [first.full(), second.full()]


@quick
@given(st.text(st.sampled_from("số /-–.,;()KHUBNĐ019aýệ ngàythán của về Luật\n"), max_size=60))
def test_no_text_makes_it_fail(text: str) -> None:
    for citation in find_citations(text):
        assert 0 <= citation.start < citation.end <= len(text)


def test_a_law_is_printed_without_number_and_issuer() -> None:
    text = "Luật Phòng, chống lãng phí số 31/2024/QH15 ngày 18/01/2024"
    (law,) = find_citations(text)
    assert (law.number, law.symbol) == ("31/2024", "QH15")
    assert law.full() == "Luật Phòng, chống lãng phí ngày 18 tháng 01 năm 2024"
    assert law.short() == "Luật Phòng, chống lãng phí"
    assert find_citations(law.full()) == [replace(law, number="", symbol="")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;", ["Đất đai"]),
        ("Luật Đất đai năm 2024 và Luật Nhà ở", ["Đất đai", "Nhà ở"]),
        ("theo Luật Thủ đô nhằm mở rộng quyền", ["Thủ đô"]),
        ("Bộ luật Dân sự, Luật Hộ tịch.", ["Dân sự", "Hộ tịch"]),
        ("Luật sửa đổi, bổ sung một số điều của Luật Hộ tịch ngày 01 tháng 02 năm 2026",
         ["sửa đổi, bổ sung một số điều của Luật Hộ tịch"]),
        ("hỏi Luật sư, học luật", []),
    ],
)  # fmt: skip
def test_laws_are_found_by_name(text: str, names: list[str]) -> None:
    assert [law.subject for law in find_citations(text)] == names


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chương trình hành động số 08 – CTr/Đu", "08-CTr/ĐU"),
        ("Kế hoạch số 13a /KH-UBND", "13a/KH-UBND"),
        ("Kế hoạch số: 07/KH - UBND", "07/KH-UBND"),
        ("công văn số 591/UBND- VHXH", "591/UBND-VHXH"),
        ("Kế hoạch số 41-\nKH/ĐU", "41-KH/ĐU"),
        ("Nghị quyết 57 NQ/TW", "57-NQ/TW"),
        ("Kế hoạch số      /KH-UBND", "…/KH-UBND"),
        ("Nghị quyết số 57 của Bộ Chính trị", "57"),
        ("theo số 30/2020/NĐ-CP", "30/2020/NĐ-CP"),
    ],
)
def test_broken_spacing_is_healed(text: str, code: str) -> None:
    assert [citation.code for citation in find_citations(text)] == [code]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("ngày 22/8/2025", (22, 8, 2025)),
        ("ngày 05 tháng 01 năm 2026", (5, 1, 2026)),
        (", ngày 22-8-2025", (22, 8, 2025)),
        ("ngày    /    /2026", (None, None, 2026)),
        ("ngày … tháng … năm 2026", (None, None, 2026)),
        ("ngày      tháng 11 năm 2025", (None, 11, 2025)),
        ("năm nay", (None, None, None)),
    ],
)
def test_dates_are_read_as_written(written: str, date: tuple[int | None, ...]) -> None:
    (citation,) = find_citations(f"Kế hoạch số 05/KH-UBND {written}")
    assert (citation.day, citation.month, citation.year) == date


@pytest.mark.parametrize(
    ("date", "printed"),
    [
        ((5, 1, 2026), "ngày 05 tháng 01 năm 2026"),
        ((10, 2, 2026), "ngày 10 tháng 02 năm 2026"),
        ((9, 3, 2026), "ngày 09 tháng 3 năm 2026"),
        ((None, 12, 2026), "ngày … tháng 12 năm 2026"),
    ],
)
def test_only_small_days_and_the_first_two_months_get_a_zero(date: tuple[int | None, int, int], printed: str) -> None:
    day, month, year = date
    citation = Citation(kind="Kế hoạch", number="05", symbol="KH-UBND", day=day, month=month, year=year)
    assert citation.full() == f"Kế hoạch số 05/KH-UBND {printed}"


def test_a_citation_inside_a_subject_is_listed_after_its_holder() -> None:
    text = (
        "Kế hoạch số 9/KH-UBND ngày 02/3/2026 của UBND xã thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá"
    )
    outer, inner = find_citations(text)
    assert outer.subject == "thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá"
    assert (inner.code, inner.issuer, inner.subject) == ("57-NQ/TW", "Bộ Chính trị", "về đột phá")


def test_an_issuer_ends_where_the_sentence_goes_on() -> None:
    text = "Nghị quyết số 57-NQ/TW của Bộ Chính trị đã đề ra và nêu; Quyết định số 2/QĐ-UBND của UBND xã, xong"
    assert [citation.issuer for citation in find_citations(text)] == ["Bộ Chính trị", "UBND xã"]


def test_amounts_and_dates_are_no_citations() -> None:
    assert (
        find_citations("quyết liệt trong kế hoạch 12/2026, đạt 15/20 thôn, 178/178 hộ, số 5 đường Lim, 24/24 giờ") == []
    )


def test_a_long_text_is_read_in_good_time() -> None:
    text = "Luật Nghị quyết số 57 của Bộ và Ủy ban (về Luật Phòng, chống " * 400
    begin = time.perf_counter()
    find_citations(text)
    assert time.perf_counter() - begin < 5
