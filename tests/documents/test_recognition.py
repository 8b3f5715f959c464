"""Recognition of whole plans of invented communes, each with its own kind of damage."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from documents.inspection import inspect
from documents.reading.blocks import Block, Source
from documents.reading.docx import read_document
from documents.reading.docx_package import DocxPackage
from documents.reading.text import read_text, source_of
from documents.reading.text_labels import LabelKind
from documents.recognition import Recognition, recognise
from documents.recognition.accounting import settle
from documents.recognition.items import Ledger, item_of
from documents.recognition.report import ImportReport
from documents.recognition.tasks import USUAL
from documents.rendering import render_docx
from plans.codec import dumps, loads
from plans.errors import Trouble
from plans.grammar import may_hold
from plans.nodes import LabelStyle, Paragraph, Section, Task
from plans.numbering import labels
from plans.part_titles import PART_TITLES
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText

TEXTS = Path(__file__).parent / "fixtures" / "text"
ALL = sorted(path.name for path in TEXTS.glob("*.txt"))


def found(name: str) -> Recognition:
    return recognise(read_text(TEXTS / f"{name}.txt"))


def seen(name: str) -> dict[str, Any]:
    return inspect(found(name))


def outline(text: str) -> list[tuple[str, int, str]]:
    plan = "KẾ HOẠCH\nTrồng cây\n\nCăn cứ Luật Lâm nghiệp;\n\n" + text
    result = inspect(recognise(source_of(plan)))
    return [(h["label"], h["depth"], h["text"]) for h in result["headings"]]


@pytest.mark.parametrize("name", ALL)
def test_every_word_is_placed_unplaced_or_layout(name: str) -> None:
    recognised = recognise(read_text(TEXTS / name))
    assert recognised.report.text_kept >= 0.98


@pytest.mark.parametrize("name", ALL)
def test_the_same_file_gives_the_same_plan(name: str) -> None:
    first, second = (recognise(read_text(TEXTS / name)).plan for _ in range(2))
    assert dumps(first) == dumps(second)
    ids = [node.id for node in first.walk()]
    assert len(ids) == len(set(ids))
    assert all(len(name) == 32 for name in ids)


@pytest.mark.parametrize("name", ALL)
def test_the_plan_obeys_the_grammar_and_survives_its_own_form(name: str) -> None:
    plan = recognise(read_text(TEXTS / name)).plan
    assert all(may_hold(node, child) for part in plan.parts for node in part.walk() for child in node.children)
    assert loads(dumps(plan)) == plan


def test_columns_joined_by_blanks_give_letterhead_number_and_signature() -> None:
    plan = seen("wrapped_pdf")
    assert plan["letterhead"]["agency"] == ["ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM"]
    assert (plan["number"], plan["symbol"], plan["place"]) == ("07", "KH-UBND", "Suối Lim")
    assert plan["date"] == {"day": 7, "month": 2, "year": 2026}
    assert plan["signature"] == {"lines": ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "name": "Lò Thị Mận"}
    assert plan["recipients"][-1] == "Các ngành, đoàn thể, các trường học và các thôn trong xã"
    assert plan["archive"] == "Lưu: VT, ĐCNN"


def test_a_subject_of_two_lines_and_several_bases() -> None:
    plan = seen("wrapped_pdf")
    assert plan["subject"] == "Phòng cháy, chữa cháy rừng và bảo vệ rừng trên địa bàn xã Suối Lim năm 2026"
    assert len(plan["bases"]) == 2
    assert plan["bases"][1].startswith("Xét đề nghị")


def test_a_duty_sentence_names_its_unit_but_is_no_heading() -> None:
    plan = seen("wrapped_pdf")
    units = [assignment["unit"] for assignment in plan["assignments"]]
    assert units[0] == "Công chức Địa chính - Nông nghiệp"
    assert units[2] == "Ủy ban Mặt trận Tổ quốc Việt Nam xã và các đoàn thể"
    titles = [heading["text"] for heading in plan["headings"] if heading["depth"] == 2][-3:]
    assert titles == ["Công an xã", "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã và các đoàn thể", "Các thôn có rừng"]


def test_markdown_levels_that_contradict_the_outline_do_not_count() -> None:
    plan = seen("markdown")
    depths = {heading["text"]: heading["depth"] for heading in plan["headings"]}
    assert depths["MỤC TIÊU"] == 1
    assert depths["Mục tiêu tổng quát"] == depths["Mục tiêu cụ thể đến năm 2028"] == 2
    assert plan["letterhead"] == {"parent": "UBND THÀNH PHỐ HOA BAN", "agency": ["ỦY BAN NHÂN DÂN PHƯỜNG BẾN MÂY"]}


def test_years_of_the_roadmap_hold_their_items() -> None:
    plan = seen("markdown")
    assert [year["year"] for year in plan["roadmap"]] == [2026, 2027, 2028]
    assert plan["roadmap"][2]["items"] == ["Đánh giá, tổng kết việc thực hiện Kế hoạch."]


def test_goals_tell_comparator_value_unit_and_year() -> None:
    first, second = seen("markdown")["targets"][:2]
    assert (first["comparator"], first["value"], first["unit"], first["year"]) == (">=", "85", "%", 2028)
    assert (second["comparator"], second["value"]) == ("<", "5")


def test_what_has_no_place_is_unplaced_and_never_dropped() -> None:
    assert seen("markdown")["unplaced"] == ["(Đã ký)"]


def test_parts_repeated_and_undotted_labels_keep_their_depth() -> None:
    plan = seen("front")
    shown = [(heading["label"], heading["depth"]) for heading in plan["headings"]]
    assert shown[:4] == [("PHẦN THỨ NHẤT", 1), ("I", 2), ("II", 2), ("PHẦN THỨ HAI", 1)]
    assert shown.count(("II", 2)) == 3
    assert ("1.2", 3) in shown
    assert plan["symbol"] == "KH-MTTQ-BTT"
    assert plan["recipients"] == ["BTT UBMTTQ tỉnh", "TT Đảng ủy, HĐND, UBND xã", "Ban CTMT các ấp"]


def test_a_label_that_will_print_otherwise_is_reported() -> None:
    recognised = found("front")
    repeated = [guess for guess in recognised.report.guesses if guess.text == "II." and "III." in guess.reason]
    assert len(repeated) == 1
    assert recognised.plan.find(repeated[0].node) is not None


def test_numbered_paragraphs_are_no_headings_but_may_be_goals() -> None:
    plan = seen("front")
    assert not any("phấn đấu" in heading["text"] for heading in plan["headings"])
    assert [goal["value"] for goal in plan["targets"]] == ["250", "20", "03"]


def test_tasks_are_told_with_their_parts_in_any_wording() -> None:
    first, second, third = seen("tasks")["tasks"]
    assert first["lead"] == ["Văn phòng HĐND và UBND xã"]
    assert first["coordinating"] == ["Công chức Tư pháp - Hộ tịch", "Công chức Địa chính"]
    assert (first["products"], first["deadline"]) == (["Báo cáo rà soát"], "Trước ngày 30/9/2027")
    assert second["contents"] == ["Niêm yết đầy đủ tại Bộ phận một cửa và trên trang thông tin điện tử."]
    assert (third["products"], third["deadline"]) == (["100% văn bản được ký số"], "Quý IV/2027")


def test_wordings_of_parts_other_than_the_usual_are_kept() -> None:
    task = next(node for node in found("tasks").plan.walk() if isinstance(node, Task))
    assert task.part_titles["lead"] == "Đơn vị chủ trì"
    assert USUAL == PART_TITLES


def test_duties_without_labels_are_given_by_whom_they_address() -> None:
    units = [assignment["unit"] for assignment in seen("tasks")["assignments"]]
    assert units == ["Văn phòng HĐND và UBND xã", "Ủy ban Mặt trận Tổ quốc xã"]


def test_forms_after_the_signature_are_appendices_with_their_tables() -> None:
    plan = seen("tasks")
    assert plan["appendices"] == [
        {"title": "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH", "tables": 1},
        {"title": "MẪU BÁO CÁO", "tables": 0},
    ]
    assert plan["tables"] == [{"rows": 3, "columns": 4, "title": None}]


def test_capital_lines_are_headings_where_no_label_stands() -> None:
    plan = seen("no_labels")
    assert [heading["text"] for heading in plan["headings"]][:2] == ["MỤC TIÊU", "NỘI DUNG THỰC HIỆN"]
    assert [assignment["unit"] for assignment in plan["assignments"]] == [
        "Trạm Y tế phường",
        "Công an phường",
        "Các tổ dân phố",
    ]
    assert plan["title"] == "KẾ HOẠCH HÀNH ĐỘNG"


def test_recipients_may_stand_after_the_signature() -> None:
    plan = seen("no_labels")
    assert plan["recipients"] == ["Sở Y tế", "Các tổ dân phố"]
    assert plan["signature"] == {"lines": ["CHỦ TỊCH"], "name": "Mai Thị Ngọc"}


def test_the_label_style_of_each_group_is_the_sources() -> None:
    plan = found("wrapped_pdf").plan
    computed = labels(plan)
    sections = [node for node in plan.walk() if isinstance(node, (Section, Paragraph)) and node.source_label]
    assert sections
    assert all(computed[node.id].rstrip(".)") == node.source_label.rstrip("-.)") for node in sections)


def test_a_plan_that_counts_from_one_at_the_top_gets_arabic_labels() -> None:
    text = (
        "KẾ HOẠCH\nTrồng cây\n\n1. Mục tiêu\n1.1. Mục tiêu chung\nPhủ xanh đồi trọc.\n1.2. Chỉ tiêu\nTrồng 200 cây.\n"
    )
    plan = recognise(source_of(text)).plan
    assert plan.body.child_labels is LabelStyle.ARABIC
    assert sorted(labels(plan).values()) == ["1.", "1.1.", "1.2."]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("I- MỤC ĐÍCH", ("I", 1, "MỤC ĐÍCH")),
        ("I.MỤC ĐÍCH", ("I", 1, "MỤC ĐÍCH")),
        ("I/ MỤC ĐÍCH", ("I", 1, "MỤC ĐÍCH")),
        ("I MỤC ĐÍCH", ("I", 1, "MỤC ĐÍCH")),
        ("A . MỤC ĐÍCH", ("A", 1, "MỤC ĐÍCH")),
        ("1) Mục đích", ("1)", 1, "Mục đích")),
        ("Phần thứ nhất\nMỤC ĐÍCH", ("Phần thứ nhất", 1, "MỤC ĐÍCH")),
    ],
)
def test_labels_are_read_as_offices_type_them(line: str, heading: tuple[str, int, str]) -> None:
    assert outline(f"{line}\n- Phủ xanh đồi trọc.\n") == [heading]


def test_a_sentence_over_a_list_is_a_heading_and_one_over_its_sibling_is_none() -> None:
    text = (
        "I. NHIỆM VỤ\n1. Thực hiện nghiêm các quy định về trồng rừng của tỉnh.\n- Rà soát đất trống.\n"
        "II. YÊU CẦU\n1. Các thôn thực hiện nghiêm túc kế hoạch. Báo cáo đúng hạn.\n2. Bảo đảm an toàn lao động.\n"
    )
    assert [label for label, _, _ in outline(text)] == ["I", "1", "II"]


def test_a_list_that_restarts_below_its_title_stands_one_level_deeper() -> None:
    text = "I. NỘI DUNG\n1. Thời gian: Tháng 2.\n2. Các bước\n1. Phát động\n2. Trồng cây\n"
    plan = recognise(source_of("KẾ HOẠCH\nTrồng cây\n\n" + text)).plan
    steps = next(n for n in plan.walk() if isinstance(n, Section) and n.title.plain == "Các bước")
    assert [child.source_label for child in steps.children] == ["1.", "2."]


def test_loose_words_lost_on_the_way_are_unplaced_but_many_end_the_import() -> None:
    plan, ledger = Plan(title="KẾ HOẠCH", symbol=""), Ledger()
    plan.opening.children = [Paragraph()]
    text = "KẾ HOẠCH " * 60
    plan.subject = "KẾ HOẠCH " * 59
    assert settle(plan, ledger, text + " sót", []) < 1
    assert ledger.unplaced == ["sót"]
    with pytest.raises(Trouble) as trouble:
        settle(plan, Ledger(), text * 2, [])
    assert trouble.value.code == "words-lost"


def test_words_that_the_source_has_not_end_the_import() -> None:
    with pytest.raises(Trouble):
        settle(Plan(title="KẾ HOẠCH", symbol=""), Ledger(), "KẾ", [])


@pytest.mark.parametrize("seed", range(25))
def test_no_damage_to_the_text_breaks_the_sum(seed: int) -> None:
    chance = random.Random(seed)
    lines = [line for name in chance.sample(ALL, 2) for line in (TEXTS / name).read_text(encoding="utf-8").split("\n")]
    for _ in range(40):
        place = chance.randrange(len(lines))
        marks = [
            "| ",
            "**",
            "# ",
            "1. ",
            "II. ",
            "Nơi nhận: ",
            "TM. ",
            "KẾ HOẠCH ",
            "Phần hai ",
            "¹ ",
            "- Lưu: ",
            "2\f",
            "* ",
        ]
        lines[place] = chance.choice(
            [chance.choice(marks) + lines[place], lines[place] + chance.choice(marks), "", lines[-place]]
        )
    plan = recognise(source_of("\n".join(lines))).plan
    assert all(may_hold(node, child) for part in plan.parts for node in part.walk() for child in node.children)


def test_columns_joined_by_one_blank_still_part() -> None:
    plan = seen("one_blank")
    assert plan["letterhead"]["agency"] == ["ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM"]
    assert (plan["number"], plan["place"], plan["date"]["day"]) == ("07", "Suối Lim", 7)
    assert plan["recipients"] == ["Như trên"]
    assert plan["signature"]["name"] == "Nguyễn Văn Lim"


def test_a_paragraph_that_names_its_ground_and_leads_on_is_the_opening() -> None:
    plan = found("one_blank").plan
    assert plan.bases.children == []
    assert [node.text.plain.endswith("như sau:") for node in plan.opening.children] == [True]  # type: ignore[attr-defined]
    assert len(seen("one_blank")["bases"]) == 1


def test_letterhead_and_signature_in_pipe_tables_are_no_data_tables() -> None:
    plan = seen("pipe_tables")
    assert plan["tables"] == []
    assert plan["letterhead"] == {"parent": "UBND TỈNH MÂY NGÀN", "agency": ["ỦY BAN NHÂN DÂN", "XÃ KHE SUNG"]}
    assert (plan["number"], plan["symbol"], plan["date"]["month"]) == ("07", "KH-UBND", 3)
    assert plan["signature"] == {"lines": ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "name": "Giàng A Sung"}


def test_a_short_line_after_a_heading_of_its_group_is_a_heading_too() -> None:
    labels_seen = [heading["label"] for heading in seen("pipe_tables")["headings"]]
    assert labels_seen == ["1", "2", "2.1", "2.2"]


def test_a_party_plan_keeps_its_symbol_and_shows_what_has_no_place() -> None:
    plan = seen("party")
    assert (plan["number"], plan["symbol"]) == ("22", "KH/ĐU")
    assert plan["unplaced"] == ["ĐẢNG CỘNG SẢN VIỆT NAM"]
    assert plan["subject"] == "thực hiện Nghị quyết của Ban Thường vụ Tỉnh ủy về giảm nghèo bền vững"
    assert plan["appendices"] == [{"title": "Phân công nhiệm vụ", "tables": 1}, {"title": "Biểu tổng hợp", "tables": 0}]
    assert plan["tables"] == [{"rows": 3, "columns": 3, "title": None}]


def test_a_range_and_an_income_are_goals_with_their_units() -> None:
    spread, income, villages = seen("party")["targets"]
    assert (spread["comparator"], spread["value"], spread["unit"]) == ("range", "3 - 4", "%")
    assert (income["value"], income["unit"], income["year"]) == ("55", "triệu đồng/người/năm", 2030)
    assert (villages["value"], villages["year"]) == ("02", 2027)


def test_office_holders_and_groups_get_their_duties() -> None:
    units = [assignment["unit"] for assignment in seen("event")["assignments"]]
    assert units == [
        "Đồng chí Lò Văn Ón - Phó Chủ tịch UBND xã",
        "Bộ phận Tài chính - Kế toán",
        "Phòng Văn hóa - Xã hội",
        "Các bản; các trường học trên địa bàn",
    ]


def test_years_may_be_bullets_that_run_into_their_text() -> None:
    assert [(year["year"], len(year["items"])) for year in seen("event")["roadmap"]] == [(2026, 1), (2027, 1)]


def test_titles_whose_labels_were_lost_are_known_by_their_words() -> None:
    plan = seen("lost_labels")
    assert [(h["depth"], h["text"]) for h in plan["headings"]][:3] == [
        (1, "MỤC ĐÍCH, YÊU CẦU"),
        (2, "Mục đích"),
        (2, "Yêu cầu"),
    ]
    units = [assignment["unit"] for assignment in plan["assignments"]]
    assert units == ["Công chức Nông nghiệp và Môi trường", "Các bản"]


def test_parts_on_one_line_or_below_a_bullet_are_told_too() -> None:
    text = (
        "KẾ HOẠCH\nPhòng, chống thiên tai năm 2026\n\nI. NHIỆM VỤ\n1. Kiện toàn Ban Chỉ huy\n- Ban hành quyết định.\n"
        "Chủ trì: Văn phòng xã; phối hợp: Ban Chỉ huy Quân sự; Công an xã. Thời gian: Tháng 3/2026.\n"
        "2. Diễn tập\n- Diễn tập sơ tán dân.\n+ Đơn vị chủ trì: Ban Chỉ huy Quân sự xã\n+ Thời gian: Quý II/2026\n"
    )
    first, second = inspect(recognise(source_of(text)))["tasks"]
    assert (first["lead"], first["deadline"]) == (["Văn phòng xã"], "Tháng 3/2026")
    assert first["coordinating"] == ["Ban Chỉ huy Quân sự", "Công an xã"]
    assert (second["lead"], second["contents"]) == (["Ban Chỉ huy Quân sự xã"], ["Diễn tập sơ tán dân."])


@pytest.mark.parametrize(
    ("shown", "kind", "path"),
    [
        ("1.", LabelKind.ARABIC, (1,)),
        ("2.1", LabelKind.DECIMAL, (2, 1)),
        ("(3)", LabelKind.PAREN, (3,)),
        ("IV", LabelKind.ROMAN, (4,)),
        ("o", LabelKind.PLUS, ()),
        ("•", LabelKind.DASH, ()),
        ("ii.", LabelKind.LETTER, (0,)),
    ],
)
def test_labels_of_automatic_lists_have_their_level(shown: str, kind: LabelKind, path: tuple[int, ...]) -> None:
    label = item_of(Block(text=RichText.of("Trồng cây"), label=shown)).label
    assert label is not None
    assert (label.kind, label.path, label.shown) == (kind, path, shown)


def test_words_of_automatic_labels_are_not_asked_of_the_source() -> None:
    blocks = [
        Block(text=RichText.of("KẾ HOẠCH")),
        Block(text=RichText.of("Trồng cây")),
        Block(text=RichText.of("MỤC TIÊU"), label="I."),
    ]
    source = Source(format="docx", characters=10, text="KẾ HOẠCH\nTrồng cây\nMỤC TIÊU", blocks=blocks)
    found_in_list = inspect(recognise(source))
    assert found_in_list["headings"] == [{"label": "I", "depth": 1, "text": "MỤC TIÊU"}]
    assert found_in_list["text_kept"] == 1


def test_a_bold_line_above_a_table_is_its_title() -> None:
    text = (
        "KẾ HOẠCH\nTrồng cây\n\n**I. KINH PHÍ**\n\n**Dự toán kinh phí năm 2026**\n\n"
        "| TT | Việc |\n|---|---|\n| 1 | Mua cây |\n"
    )
    plan = inspect(recognise(source_of(text)))
    assert plan["tables"] == [{"rows": 2, "columns": 2, "title": "Dự toán kinh phí năm 2026"}]
    assert [heading["text"] for heading in plan["headings"]] == ["KINH PHÍ"]


def test_the_sample_plan_read_from_its_printed_form_alone_is_the_plan_it_was() -> None:
    plan = sample_plan()
    printed = read_document(DocxPackage(render_docx(plan), Path("mẫu.docx")))
    mine = inspect(Recognition(plan=plan, report=ImportReport(format="kehoach", characters=0)))
    again = inspect(recognise(printed))
    for key in set(mine) - {"source", "targets"}:
        assert again[key] == mine[key], key
