"""Plans of other hands: titles in any dress, duties without labels, signatures beside recipients, labels of laws."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from documents.inspection import inspect
from documents.reading.blocks import Block, Source
from documents.reading.text import read_text, source_of
from documents.recognition import Recognition, recognise
from documents.recognition.targets import figure_of
from plans.codec import dumps, loads
from plans.nodes import Section
from plans.numbering import labels
from plans.text import RichText

TEXTS = Path(__file__).parent / "fixtures" / "text"
HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ SUỐI LIM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Số: 31/KH-UBND\nSuối Lim, ngày 08 tháng 01 năm 2026\n"
)
REST = (
    "Căn cứ Luật Lâm nghiệp ngày 15 tháng 11 năm 2017;\nỦy ban nhân dân xã ban hành Kế hoạch như sau:\n"
    "I. MỤC ĐÍCH\nTrồng cây./.\n"
)
END = "Nơi nhận:\n- Các thôn;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLò Văn Pản\n"


def found(name: str) -> Recognition:
    return recognise(read_text(TEXTS / f"{name}.txt"))


def seen(name: str) -> dict[str, Any]:
    return inspect(found(name))


def headed(title: str) -> Recognition:
    return recognise(source_of(HEAD + title + REST + END))


def shown(name: str) -> list[str]:
    plan = found(name).plan
    computed = labels(plan)
    return [computed[node.id] for node in plan.walk() if isinstance(node, Section) and node.id in computed]


@pytest.mark.parametrize(
    ("lines", "title", "subject"),
    [
        ("KẾ HOẠCH Trồng cây gây rừng\n", "KẾ HOẠCH", "Trồng cây gây rừng"),
        ("DỰ THẢO KẾ HOẠCH\nTrồng cây gây rừng\n", "KẾ HOẠCH", "Trồng cây gây rừng"),
        ("K Ế   H O Ạ C H\nTrồng cây gây rừng\n", "KẾ HOẠCH", "Trồng cây gây rừng"),
        ("KẾ HOẠCH TRIỂN KHAI\nTrồng cây gây rừng\n", "KẾ HOẠCH TRIỂN KHAI", "Trồng cây gây rừng"),
        ("KẾ HOẠCH TRIỂN KHAI TRỒNG CÂY\n", "KẾ HOẠCH", "TRIỂN KHAI TRỒNG CÂY"),
    ],
)
def test_a_title_in_any_dress_keeps_subject_bases_and_date(lines: str, title: str, subject: str) -> None:
    plan = inspect(headed(lines))
    assert (plan["title"], plan["subject"]) == (title, subject)
    assert len(plan["bases"]) == 1
    assert plan["date"] == {"day": 8, "month": 1, "year": 2026}
    assert plan["unplaced"] == []


def test_a_draft_is_a_draft_by_its_title_line() -> None:
    assert headed("DỰ THẢO KẾ HOẠCH\nTrồng cây\n").plan.draft_mark
    assert not headed("KẾ HOẠCH\nTrồng cây\n").plan.draft_mark


def test_the_date_of_a_law_is_never_the_date_of_issue() -> None:
    plan = inspect(recognise(source_of("UBND XÃ SUỐI LIM\n" + REST + END)))
    assert plan["date"] == {"day": None, "month": None, "year": None}


def test_names_of_one_letter_are_names() -> None:
    text = HEAD.replace("SUỐI LIM", "A").replace("Suối Lim", "A") + "KẾ HOẠCH\nTrồng cây\n" + REST
    plan = inspect(recognise(source_of(text)))
    assert (plan["letterhead"]["agency"], plan["place"]) == (["ỦY BAN NHÂN DÂN", "XÃ A"], "A")


def test_what_found_no_place_stays_in_the_plans_note() -> None:
    recognised = recognise(source_of(HEAD + "KẾ HOẠCH\nTrồng cây\n" + REST + END.replace("Lò", "(Đã ký)\nLò")))
    assert recognised.plan.note == "Chưa xếp được chỗ khi nhập:\n- (Đã ký)"
    assert loads(dumps(recognised.plan)).note == recognised.plan.note
    assert headed("KẾ HOẠCH\nTrồng cây\n").plan.note == ""


def test_who_approves_beside_the_signer_is_kept_and_no_recipient() -> None:
    end = "PHÊ DUYỆT CỦA UBND XÃ\tTRƯỞNG PHÒNG\n(Ký, đóng dấu)\t(Đã ký)\n\tTòng Thị Ban\nNơi nhận:\n- Các thôn;\n"
    plan = inspect(recognise(source_of(HEAD + "KẾ HOẠCH\nTrồng cây\n" + REST + end)))
    assert plan["recipients"] == ["Các thôn"]
    assert plan["signature"] == {"lines": ["TRƯỞNG PHÒNG"], "name": "Tòng Thị Ban"}
    assert "PHÊ DUYỆT CỦA UBND XÃ" in plan["unplaced"]


def test_an_opening_that_leads_on_is_no_basis() -> None:
    plan = found("boards").plan
    assert len(plan.bases.children) == 2
    assert [node.text.plain[-8:] for node in plan.opening.children] == ["như sau:"]  # type: ignore[attr-defined]


def test_letters_below_a_part_stay_letters() -> None:
    assert shown("boards") == ["Phần I", "Phần II", "A.", "B.", "C."]


def test_articles_count_on_through_the_chapters() -> None:
    assert [label for label in shown("articles") if label[0] in "ĐC"] == [
        "Chương I", "Điều 1.", "Điều 2.", "Chương II", "Điều 3.", "Điều 4.",
    ]  # fmt: skip


def test_office_holders_and_unknown_bodies_have_their_duties() -> None:
    units = [assignment["unit"] for assignment in seen("boards")["assignments"]]
    assert units == ["Trưởng ban (Chủ tịch UBND xã)", "Trưởng Công an xã", "Trạm Thủy văn Khe Mận", "các đoàn thể"]


def test_tasks_told_in_brackets_keep_their_sentence() -> None:
    first, second = seen("boards")["tasks"]
    assert (first["lead"], first["coordinating"]) == (["Phòng Kinh tế"], ["Công an xã", "các thôn"])
    assert (first["deadline"], second["deadline"]) == ("trước ngày 30/5/2026", "trong tháng 6/2026")
    assert "chủ trì, Công an xã" in dumps(found("boards").plan)


def test_tasks_told_in_one_line_are_told_apart() -> None:
    first, second = seen("articles")["tasks"]
    assert (first["title"], first["lead"], first["products"]) == (
        "Lập tủ sách lưu động",
        ["Thư viện xã"],
        ["05 tủ sách"],
    )
    assert (second["coordinating"], second["deadline"]) == (["06 bản"], "trước 15/5/2026")


def test_a_signature_one_space_behind_the_recipients_is_found() -> None:
    plan = seen("one_space")
    assert plan["signature"] == {"lines": ["TM. UBND", "CHỦ TỊCH"], "name": "Mạc Đình Sóng"}, "as the source has it"
    assert found("one_space").plan.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "as the decree prints it"
    assert plan["recipients"][0] == "UBND tỉnh"
    assert plan["recipients"][-1] == "Các phòng, ban, các thôn, khu dân cư"


def test_the_lost_label_of_a_parent_is_told_by_its_children() -> None:
    assert [h["label"] for h in seen("one_space")["headings"] if h["label"]] == ["1", "2"]
    assert sum("suy ra từ mục con" in guess.reason for guess in found("one_space").report.guesses) == 2


def test_a_second_office_under_the_name_is_of_the_signature() -> None:
    plan = seen("council")
    assert plan["signature"]["lines"] == ["TM. HỘI ĐỒNG NGHĨA VỤ QUÂN SỰ", "CHỦ TỊCH", "CHỦ TỊCH UBND PHƯỜNG"]
    assert plan["signature"]["name"] == "Phùng Văn Lãm"
    assert plan["appendices"] == [{"title": "CHỈ TIÊU GIAO CHO CÁC KHU PHỐ", "tables": 1}]


def test_a_page_number_between_blank_lines_is_layout() -> None:
    report = found("council").report
    assert "2" in report.layout
    assert report.unplaced == ["Ông"]


def test_items_parted_by_soft_breaks_are_paragraphs() -> None:
    block = Block(text=RichText.of("3. Đào hố\n4. Trồng cây và tưới nước."))
    first = [
        Block(text=RichText.of(line)) for line in ("KẾ HOẠCH", "Trồng cây", "I. NHIỆM VỤ", "1. Làm đất", "2. Bón lót")
    ]
    text = "\n".join(one.text.plain for one in [*first, block])
    plan = recognise(Source(format="docx", characters=len(text), text=text, blocks=[*first, block])).plan
    assert [node.source_label for node in plan.body.children[0].children] == ["1.", "2.", "3.", "4."]


def test_a_mention_of_a_renumbered_label_is_told() -> None:
    body = "I. MỤC ĐÍCH\nTrồng cây.\nII. KINH PHÍ\nTừ ngân sách.\nIV. TỔ CHỨC\nTheo mục IV của Kế hoạch.\n"
    guesses = recognise(source_of("KẾ HOẠCH\nTrồng cây\n" + body)).report.guesses
    assert any("“mục IV”" in guess.reason and "“III”" in guess.reason for guess in guesses)


@pytest.mark.parametrize(
    ("text", "sign", "value", "year"),
    [
        ("100% học sinh từ lớp 3 trở lên được học bơi", "=", "100", None),
        ("Dạy 2 buổi/ngày cho 95% học sinh", "=", "95", None),
        ("Giảm 5% trong năm 2026; đến năm 2030 đạt 20%", "=", "5", 2026),
        ("Tỷ lệ che phủ từ 42% trở lên", ">=", "42", None),
        ("Thu đạt 12,4 tỷ đồng, tăng 8% so với thực hiện năm 2025", "=", "12,4", None),
    ],
)
def test_the_figure_of_a_goal_is_the_one_it_is_about(text: str, sign: str, value: str, year: int | None) -> None:
    figure = figure_of(text)
    assert figure is not None
    assert (figure.comparator, figure.value, figure.year) == (sign, value, year)


def test_several_goals_in_one_paragraph_and_in_a_table_are_several() -> None:
    goals = [(goal["value"], goal["unit"], goal["year"]) for goal in seen("one_space")["targets"]]
    assert goals == [("98", "%", 2028), ("60", "lít/người/ngày", 2028)]
    table = (
        "|TT|Chỉ tiêu|ĐVT|Kế hoạch năm 2026|\n|---|---|---|---|\n|1|Trồng rừng mới|ha|45|\n|2|Tỷ lệ che phủ|%|42,5|\n"
    )
    plan = inspect(recognise(source_of("KẾ HOẠCH\nTrồng cây\nI. CHỈ TIÊU\n" + table)))
    assert [(g["text"], g["value"], g["unit"], g["year"]) for g in plan["targets"]] == [
        ("Trồng rừng mới", "45", "ha", 2026), ("Tỷ lệ che phủ", "42,5", "%", 2026),
    ]  # fmt: skip
