from __future__ import annotations

import re

import pytest

from documents.measure import text_width_mm
from documents.rendering import UNKNOWN_AGENCY, issuer
from documents.rendering.issuer import in_sentence
from documents.rendering.letterhead import date_words
from documents.rendering.lines import agency_lines, balanced, even_width
from plans.plan import Letterhead, Plan, PlanDate, Signature


def drawn_widths_mm(xml: str) -> list[float]:
    return [int(width) / 36_000 for width in re.findall(r'<wp:extent cx="(\d+)" cy="9525"/>', xml)]


def test_the_rules_have_the_lengths_of_the_decree(plan, rendered):
    agency, motto, subject = drawn_widths_mm(rendered(plan).xml)
    assert motto == pytest.approx(text_width_mm("Độc lập - Tự do - Hạnh phúc", 13, bold=True), abs=0.1)
    assert 1 / 3 < agency / text_width_mm("ỦY BAN NHÂN DÂN", 12, bold=True) < 1 / 2
    assert 1 / 3 < subject / text_width_mm(plan.subject, 14, bold=True) < 1 / 2


def test_a_blank_number_and_day_leave_room_to_write_them(plan, rendered):
    document = rendered(plan)
    assert document.texts("KHSoKyHieu") == ["Số:      /KH-UBND"]
    assert document.texts("KHDiaDanh") == ["Suối Lim, ngày      tháng 3 năm 2026"]


def test_a_number_below_ten_takes_a_zero(plan, rendered):
    plan.number = "5"
    assert rendered(plan).texts("KHSoKyHieu") == ["Số: 05/KH-UBND"]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (PlanDate(day=5, month=2, year=2026), "ngày 05 tháng 02 năm 2026"),
        (PlanDate(day=29, month=6, year=2026), "ngày 29 tháng 6 năm 2026"),
        (PlanDate(day=1, month=12, year=2026), "ngày 01 tháng 12 năm 2026"),
        (PlanDate(), "ngày      tháng      năm"),
    ],
)
def test_dates_take_zeros_as_the_decree_says(date, words):
    assert date_words(date) == words


def test_an_issuer_that_the_letterhead_lacks_is_taken_from_the_text(make, node):
    plan = make(letterhead=Letterhead(), place="")
    plan.opening.children = [node["paragraph"]("UBND phường Bến Mây 3 xây dựng Kế hoạch, cụ thể như sau:")]
    found = issuer(plan)
    assert found.agency == ("ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN MÂY 3")
    assert (found.source, found.unit_name, found.name) == ("text", "Bến Mây 3", "Ủy ban nhân dân phường Bến Mây 3")


def test_an_issuer_that_nothing_names_is_printed_as_a_gap(rendered):
    document = rendered(Plan())
    assert document.texts("KHCoQuanBanHanh") == [UNKNOWN_AGENCY]
    assert issuer(Plan()).source == "unknown"


@pytest.mark.parametrize(
    ("capitals", "sentence"),
    [
        ("ỦY BAN NHÂN DÂN XÃ SUỐI LIM", "Ủy ban nhân dân xã Suối Lim"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG 12", "Ủy ban nhân dân Phường 12"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG VÕ THỊ SÁU", "Ủy ban nhân dân Phường Võ Thị Sáu"),
        ("ỦY BAN NHÂN DÂN ĐẶC KHU HÒN NGANG", "Ủy ban nhân dân đặc khu Hòn Ngang"),
    ],
)
def test_a_name_in_capitals_is_written_as_in_a_sentence(capitals, sentence):
    assert in_sentence(capitals) == sentence


def test_a_long_agency_is_split_before_its_unit_and_never_inside_a_word_group():
    name = "ỦY BAN NHÂN DÂN ĐẶC KHU QUẦN ĐẢO HÒN NGANG VĨNH THẠNH ĐÔNG"
    lines = agency_lines((name,), 12, 68, bold=True)
    assert lines[0] == "ỦY BAN NHÂN DÂN"
    assert lines[1].startswith("ĐẶC KHU ")
    assert " ".join(lines) == name
    assert all(text_width_mm(line, 12, bold=True) <= 68 for line in lines)


@pytest.mark.parametrize(
    ("name", "limit", "lines"),
    [
        ("BAN CHỈ ĐẠO PHÁT TRIỂN KHOA HỌC VÀ CÔNG NGHỆ XÃ SUỐI LIM", 68,
         ["BAN CHỈ ĐẠO PHÁT TRIỂN", "KHOA HỌC VÀ CÔNG NGHỆ", "XÃ SUỐI LIM"]),
        ("PHÒNG VĂN HÓA - XÃ HỘI", 54, ["PHÒNG", "VĂN HÓA - XÃ HỘI"]),
        ("PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ", 68, ["PHÒNG KINH TẾ,", "HẠ TẦNG VÀ ĐÔ THỊ"]),
        ("TRUNG TÂM DỊCH VỤ TỔNG HỢP ĐẶC KHU HÒN NGANG", 60, ["TRUNG TÂM", "DỊCH VỤ TỔNG HỢP", "ĐẶC KHU HÒN NGANG"]),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ BẾN MÂY", 60, ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ BẾN MÂY"]),
    ],
)  # fmt: skip
def test_a_name_is_broken_between_word_groups_into_lines_of_about_one_length(name, limit, lines):
    assert agency_lines((name,), 13, limit, bold=True) == lines


def test_a_unit_s_name_is_broken_only_where_it_does_not_fit():
    lines = agency_lines(("ỦY BAN NHÂN DÂN PHƯỜNG THƯỢNG BẾN MÂY ĐÔNG",), 13, 60, bold=True)
    assert lines == ["ỦY BAN NHÂN DÂN", "PHƯỜNG THƯỢNG BẾN", "MÂY ĐÔNG"]


def test_the_parent_body_stands_plain_above_the_issuer(plan, rendered):
    plan.letterhead = Letterhead(parent="UBND xã Suối Lim", agency=("PHÒNG KINH TẾ",))
    styles = [style for style, text in rendered(plan).paragraphs[:6] if "SUỐI LIM" in text or "KINH TẾ" in text]
    assert styles == ["KHCoQuanChuQuan", "KHCoQuanBanHanh"]


def test_a_long_subject_wraps_into_even_lines_without_break_characters(plan, rendered):
    plan.subject = "Thực hiện phong trào trồng cây và giữ rừng đầu nguồn trên địa bàn xã Suối Lim giai đoạn 2026 - 2030"
    document = rendered(plan)
    assert document.texts("KHTrichYeu") == [plan.subject]
    assert re.search(r'<w:pStyle w:val="KHTrichYeu"/><w:ind w:left="\d+" w:right="\d+"', document.xml)


def test_balanced_lines_are_as_few_as_fit_and_about_equal():
    text = "Thực hiện phong trào trồng cây và giữ rừng đầu nguồn trên địa bàn xã Suối Lim giai đoạn 2026 - 2030"
    lines = balanced(text, 14, 145, bold=True)
    widths = [text_width_mm(line, 14, bold=True) for line in lines]
    assert " ".join(lines) == text
    assert len(lines) == 2
    assert max(widths) - min(widths) < 30
    assert max(widths) < even_width(text, 14, 145, bold=True) <= 146


def test_lines_of_a_subject_end_between_words_of_several_syllables():
    for words in ("xây dựng Thành phố thông minh", "giáo dục nghề nghiệp", "nhiệm vụ của xã Suối Lim"):
        text = f"Triển khai công tác cải cách hành chính gắn với {words} tại các thôn, bản trong năm 2027"
        lines = balanced(text, 14, 145, bold=True)
        assert len(lines) == 2
        assert lines[0].split()[-1] not in ("xây", "giáo", "Thành", "thông", "nghề", "Suối")


def test_a_symbol_left_blank_is_that_of_a_committees_plan(plan, rendered):
    plan.symbol = ""
    assert rendered(plan).texts("KHSoKyHieu") == ["Số:      /KH-UBND"]


def test_line_breaks_in_the_fields_of_the_head_are_spaces_on_paper(plan, rendered):
    plan.number, plan.title, plan.symbol = "5\n", "KẾ HOẠCH\nHÀNH ĐỘNG", "KH-\nUBND"
    plan.signature = Signature(lines=("TM. ỦY BAN\nNHÂN DÂN",), name="Lò Thị\nMây")
    document = rendered(plan)
    assert document.texts("KHSoKyHieu") == ["Số: 05/KH- UBND"]
    assert document.texts("KHTenLoai") == ["KẾ HOẠCH HÀNH ĐỘNG"]
    assert document.texts("KHQuyenKy") == ["TM. ỦY BAN NHÂN DÂN"]
    assert document.texts("KHHoTen") == ["Lò Thị Mây"]
