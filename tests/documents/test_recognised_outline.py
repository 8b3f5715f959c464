"""The outline is read as a whole: levels, siblings that decide together, labels that were wrong."""

from __future__ import annotations

import pytest

from documents.account import as_text
from documents.inspection import inspect
from documents.reading.text import source_of
from documents.recognition import Recognition, recognise

HEAD = "ỦY BAN NHÂN DÂN\nXÃ ĐỒI CHÈ\nSố: 31/KH-UBND\nĐồi Chè, ngày 08 tháng 01 năm 2026\nKẾ HOẠCH\nTrồng cây năm 2026\n"
END = "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Thử Nghiệm\n"


def read(*lines: str) -> Recognition:
    return recognise(source_of(HEAD + "\n".join(lines) + "\n" + END))


def headings(*lines: str) -> list[tuple[str, int, str]]:
    return [(h["label"], h["depth"], h["text"]) for h in inspect(read(*lines))["headings"]]


def test_capital_letters_stand_below_roman_numbers_that_open_first() -> None:
    lines = ["I. ĐÁNH GIÁ", "A. Kết quả", "1. Trồng trọt", "Lúa 40 ha.", "B. Hạn chế", "Thiếu vốn.", "II. MỤC TIÊU"]
    lines += ["A. Mục tiêu chung", "Phủ xanh đồi trọc."]
    assert headings(*lines) == [
        ("I", 1, "ĐÁNH GIÁ"), ("A", 2, "Kết quả"), ("1", 3, "Trồng trọt"), ("B", 2, "Hạn chế"), ("II", 1, "MỤC TIÊU"),
        ("A", 2, "Mục tiêu chung"),
    ]  # fmt: skip


def test_roman_numbers_stand_below_capital_letters_that_open_first() -> None:
    assert headings("A. NỘI DUNG", "I. MỤC TIÊU", "Trồng cây.", "II. NHIỆM VỤ", "Làm đất.", "B. KINH PHÍ", "Xã lo.") == [
        ("A", 1, "NỘI DUNG"), ("I", 2, "MỤC TIÊU"), ("II", 2, "NHIỆM VỤ"), ("B", 1, "KINH PHÍ"),
    ]  # fmt: skip


def test_parts_and_items_in_words_are_levels() -> None:
    lines = ["PHẦN MỘT: CĂN CỨ", "Theo luật.", "PHẦN HAI: NỘI DUNG", "Mục 1. Hình thức", "1.1. Hội nghị", "Hai buổi."]
    assert headings(*lines, "Mục 2. Đối tượng", "Các thôn.") == [
        ("PHẦN MỘT", 1, "CĂN CỨ"), ("PHẦN HAI", 1, "NỘI DUNG"), ("Mục 1", 2, "Hình thức"), ("1.1", 3, "Hội nghị"),
        ("Mục 2", 2, "Đối tượng"),
    ]  # fmt: skip


def test_labels_in_brackets_and_with_a_letter_and_a_number_begin_paragraphs() -> None:
    plan = read(
        "I. NHIỆM VỤ", "a) Rà soát đất", "a1) Đất đồi.", "a2) Đất ruộng.", "(1) Một là giống;", "(2) Hai là phân."
    )
    shown = [node.source_label for node in plan.plan.body.walk() if node.source_label]
    assert shown == ["I.", "a)", "a1)", "a2)", "(1)", "(2)"]


def test_one_colon_among_plain_items_makes_no_heading() -> None:
    lines = ["I. CHỈ TIÊU", "1. Tỷ lệ che phủ: ≥ 45%.", "2. Trồng trên 50 ha.", "3. 100% hộ ký cam kết."]
    assert headings(*lines) == [("I", 1, "CHỈ TIÊU")]


def test_siblings_of_run_in_titles_are_run_in_titles() -> None:
    lines = [
        "I. PHÂN CÔNG",
        "1. Phòng Kinh tế: Chủ trì, theo dõi.",
        "2. Trạm Y tế: lo thuốc men.",
        "3. Các bản: góp công.",
    ]
    assert [text for _, _, text in headings(*lines)] == ["PHÂN CÔNG", "Phòng Kinh tế", "Trạm Y tế", "Các bản"]


def test_a_few_words_and_a_stop_in_each_sibling_are_titles() -> None:
    lines = [
        "I. TIÊU CHUẨN",
        "1. Độ tuổi. Người từ đủ 18 tuổi.",
        "2. Sức khỏe. Loại 1, loại 2.",
        "3. Học vấn. Lớp 8 trở lên.",
    ]
    recognition = read(*lines)
    assert [h["text"] for h in inspect(recognition)["headings"]] == ["TIÊU CHUẨN", "Độ tuổi", "Sức khỏe", "Học vấn"]
    assert inspect(recognition)["text_kept"] == 1.0


def test_a_short_line_between_headings_is_a_heading_too() -> None:
    lines = ["I. NỘI DUNG", "1. Phần lễ", "2. Phần hội", "- Kéo co.", "3. Bế mạc"]
    assert [text for _, _, text in headings(*lines)] == ["NỘI DUNG", "Phần lễ", "Phần hội", "Bế mạc"]


@pytest.mark.parametrize(
    ("second", "told"), [("I. NHIỆM VỤ", "Nguồn ghi “I.” hai lần"), ("III. NHIỆM VỤ", "Nguồn nhảy số trước “III.”")]
)
def test_labels_wrong_in_the_source_are_told(second: str, told: str) -> None:
    recognition = read("I. MỤC TIÊU", "Trồng cây.", second, "Làm đất.")
    reasons = [guess.reason for guess in recognition.report.guesses if guess.confidence < 0.8]
    assert any(told in reason and "“II.”" in reason for reason in reasons)


def test_the_account_marks_doubts_and_tells_what_was_left_out() -> None:
    recognition = read(
        "I. MỤC TIÊU", "Trồng cây.", "I. NHIỆM VỤ", "| TT | Việc | Chủ trì |", "| 1 | Làm đất | Thôn Đoài |"
    )
    recognition.report.unplaced.append("Chữ lạc")
    text = as_text(recognition).split("\n")
    assert "  I. MỤC TIÊU" in text
    assert "? I. NHIỆM VỤ" in text
    assert any("2 × 3" in line for line in text)
    assert "  - Chữ lạc" in text
    assert any(line.startswith("  - “I.”: ") and line.endswith("(75 %)") for line in text)
