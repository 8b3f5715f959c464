"""Plans in the state that copying, saving and converting leave them in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from documents.inspection import inspect
from documents.reading.text import source_of
from documents.recognition import recognise
from documents.recognition.targets import figure_of

LINES = [
    "ỦY BAN NHÂN DÂN", "XÃ ĐỒI CHÈ", "Số: 31/KH-UBND", "Đồi Chè, ngày 08 tháng 01 năm 2026", "KẾ HOẠCH",
    "Trồng cây năm 2026", "I. Mục đích", "Phủ xanh đồi trọc.", "II. Nhiệm vụ", "1. Làm đất", "Cày ải trong tháng Giêng.",
    "2. Trồng mới", "Trồng 2.000 cây keo.", "III. Phân công", "1. Phòng Kinh tế", "Chủ trì.", "2. Các bản", "Góp công.",
    "Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Thử Nghiệm",
]  # fmt: skip
"""A whole small plan, a line each."""


def seen(text: str) -> dict[str, Any]:
    return inspect(recognise(source_of(text)))


def tabbed(line: str) -> str:
    label, _, rest = line.partition(". ")
    return f"{label}.\t{rest}" if len(label) < 4 and rest else line


def alone(line: str) -> str:
    label, _, rest = line.partition(". ")
    return f"{label}.\n{rest}" if len(label) < 4 and rest and label != "TM" else line


def unmarked(line: str) -> str:
    label, _, rest = line.partition(". ")
    return f"{label} {rest}" if len(label) < 4 and rest and label != "TM" else line


def quoted(line: str) -> str:
    return f"> {line}"


@pytest.mark.parametrize("damaged", [tabbed, alone, unmarked, quoted])
def test_labels_parted_from_their_text_are_labels_still(damaged: Callable[[str], str]) -> None:
    whole, plan = seen("\n".join(LINES)), seen("\n".join(map(damaged, LINES)))
    assert [heading["label"] for heading in whole["headings"]] == ["I", "II", "1", "2", "III", "1", "2"]
    assert plan["headings"] == whole["headings"]
    assert plan["tables"] == []
    assert plan["text_kept"] == 1.0


def test_lines_that_were_glued_together_are_parted_where_labels_go_on_counting() -> None:
    body = " ".join(LINES[6:18]).replace(
        "Phủ xanh đồi trọc.", "Phủ xanh đồi trọc theo Điều 1. Luật Lâm nghiệp năm 2017."
    )
    found = recognise(source_of("\n".join([*LINES[:6], body, *LINES[18:]])))
    labels = [node.source_label for node in found.plan.body.walk() if node.source_label]
    assert labels == ["I.", "II.", "1.", "2.", "III.", "1.", "2."]
    assert found.report.text_kept == 1.0


def test_an_enumeration_within_a_sentence_stays_one() -> None:
    sentence = "Trồng cây gồm các bước: 1. Làm đất kỹ từ tháng Giêng; 2. Bón lót phân chuồng đã ủ hoai; 3. Trồng khi có mưa xuân."
    text = "\n".join([*LINES[:8], sentence, *["Các thôn chủ động làm đất, bón phân."] * 12, *LINES[18:]])
    assert [heading["label"] for heading in seen(text)["headings"]] == ["I"]


def test_numbers_before_words_are_no_labels_where_others_are_marked() -> None:
    plan = seen("KẾ HOẠCH\nTrồng cây\n1. Chỉ tiêu\n12 Hội viên tham gia.\n13 Hộ góp đất.\n14 Xe chở cây.")
    assert [heading["label"] for heading in plan["headings"]] == ["1"]


def test_a_title_and_an_office_that_lost_their_capitals_are_found() -> None:
    lines = ["Kế hoạch" if line == "KẾ HOẠCH" else line for line in LINES[:-3]]
    plan = seen("\n".join([*lines, "Trạm trưởng", "Bs. Lò Thử Nghiệm"]))
    assert plan["title"] == "KẾ HOẠCH"
    assert plan["signature"] == {"lines": ["Trạm trưởng"], "name": "Bs. Lò Thử Nghiệm"}


def test_recipients_on_one_line_are_several() -> None:
    plan = seen("\n".join([*LINES[:-6], "Nơi nhận: - UBND tỉnh; - Các bản; - Lưu: VT, KT.", *LINES[-3:]]))
    assert plan["recipients"] == ["UBND tỉnh", "Các bản"]
    assert plan["archive"] == "Lưu: VT, KT"


def test_a_signer_behind_the_archive_is_found() -> None:
    end = ["Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- UBND tỉnh; CHỦ TỊCH", "- Lưu VT. Lò Thử Nghiệm"]
    plan = seen("\n".join([*LINES[:-6], *end]))
    assert plan["signature"] == {"lines": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "name": "Lò Thử Nghiệm"}
    assert plan["archive"] == "Lưu VT"


def test_the_organ_of_a_body_is_part_of_its_name() -> None:
    head = ["ỦY BAN MTTQ TỈNH LÂM SƠN", "ỦY BAN MTTQ VIỆT NAM", "XÃ ĐỒI CHÈ", "BAN THƯỜNG TRỰC", *LINES[2:]]
    agency = seen("\n".join(head))["letterhead"]
    assert agency == {
        "parent": "ỦY BAN MTTQ TỈNH LÂM SƠN",
        "agency": ["ỦY BAN MTTQ VIỆT NAM", "XÃ ĐỒI CHÈ", "BAN THƯỜNG TRỰC"],
    }


def test_a_date_below_the_subject_is_the_date() -> None:
    lines = [*LINES[:3], LINES[4], LINES[5], LINES[3], *LINES[6:]]
    plan = seen("\n".join(lines))
    assert plan["subject"] == "Trồng cây năm 2026"
    assert plan["date"] == {"day": 8, "month": 1, "year": 2026}


@pytest.mark.parametrize(
    ("text", "comparator", "value", "unit"),
    [
        ("Kiện toàn đội xung kích ở 08/08 buôn", "=", "08/08", "buôn"),
        ("Báo tin về xã chậm nhất sau 24 giờ", "<=", "24", "giờ"),
        ("Giảm tỷ lệ trẻ dưới 5 tuổi thấp còi còn 4% hoặc thấp hơn", "<=", "4", "%"),
        ("Lượng nước bình quân đạt 60 lít/người/ngày", "=", "60", "lít/người/ngày"),
        ("Thời gian chờ không quá 30 phút", "<=", "30", "phút"),
        ("Xây dựng từ 03 đến 05 mô hình", "range", "03 - 05", "mô hình"),
    ],
)
def test_figures_of_goals_are_read_in_many_wordings(text: str, comparator: str, value: str, unit: str) -> None:
    figure = figure_of(text)
    assert figure is not None
    assert (figure.comparator, figure.value, figure.unit) == (comparator, value, unit)


def test_clauses_with_figures_of_their_own_are_goals_of_the_plans_year() -> None:
    goal = "- Kiện toàn đội xung kích ở 08/08 bản, mỗi đội có ít nhất 25 người."
    plan = seen("\n".join([*LINES[:6], "I. CHỈ TIÊU", goal, *LINES[-6:]]))
    assert [(g["value"], g["unit"], g["year"]) for g in plan["targets"]] == [
        ("08/08", "bản", 2026),
        ("25", "người", 2026),
    ]


def test_labels_that_count_anew_again_and_again_nest_only_so_deep() -> None:
    plan = seen("\n".join([*LINES[:6], *["1. Làm đất", "2. Bón lót"] * 40, *LINES[18:]]))
    assert max(heading["depth"] for heading in plan["headings"]) <= 9
    assert plan["text_kept"] == 1.0


def test_labels_that_repeat_the_heading_above_stand_below_it() -> None:
    plan = seen(
        "KẾ HOẠCH\nTrồng cây\nI. MỤC TIÊU\nI.1. Đến năm 2027\nMột trăm cây.\nI.2. Đến năm 2030\nI.2.1. Cây xanh\nHai trăm cây.\n"
        "I.2.2 Hàng rào\nBa hàng.\nII. NHIỆM VỤ\nII.1. Ươm giống\nƯơm tại vườn.\nIII. TỔ CHỨC\nViệc chung."
    )
    assert [(heading["label"], heading["depth"]) for heading in plan["headings"]] == [
        ("I", 1), ("I.1", 2), ("I.2", 2), ("I.2.1", 3), ("I.2.2", 3), ("II", 1), ("II.1", 2), ("III", 1),
    ]  # fmt: skip


def test_a_number_below_the_subject_is_the_plans_number_and_no_part_of_the_subject() -> None:
    plan = seen("KẾ HOẠCH\nTrồng cây năm 2027\nSố: 02/KH-BCH\nCăn cứ tình hình của xã;\nI. MỤC ĐÍCH\nCây xanh.")
    assert (plan["subject"], plan["number"], plan["symbol"]) == ("Trồng cây năm 2027", "02", "KH-BCH")
