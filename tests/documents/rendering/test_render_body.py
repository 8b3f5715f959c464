from __future__ import annotations

import re
from io import BytesIO

import pytest
from docx import Document

from documents.rendering import render_docx
from documents.rendering.printed import ended
from plans.nodes import Assignment, Bullet, LabelLine, LabelStyle, Paragraph, RoadmapYear, Section, Target, Task
from plans.plan import Plan
from plans.text import RichText, Span

R = RichText.of


def body(document) -> list[tuple[str, str]]:
    """The paragraphs between the subject's rule and the recipients."""
    found = document.paragraphs
    styles = [style for style, _ in found]
    return found[styles.index("KHDuongKeTrichYeu") + 1 : styles.index("KHNoiNhan")]


def test_every_level_is_printed_in_the_style_of_its_label(make, node, rendered):
    section = node["section"]
    deepest = section("Bốn", node["paragraph"]("chữ"))
    plan = make(section("Một", section("Hai", section("Ba", deepest))), scheme="decimal")
    assert body(rendered(plan)) == [
        ("KHMuc", "I. MỘT"),
        ("KHKhoan", "1. Hai"),
        ("KHTieuKhoan", "1.1. Ba"),
        ("KHTieuKhoanNho", "1.1.1. Bốn"),
        ("KHNoiDung", "chữ./."),
    ]


def test_a_part_prints_its_number_and_its_title_on_two_lines(make, node, rendered):
    plan = make(node["section"]("Quy định chung", node["paragraph"]("chữ")))
    plan.body.child_labels = LabelStyle.PART
    assert body(rendered(plan))[:2] == [("KHPhan", "Phần I"), ("KHTenPhan", "QUY ĐỊNH CHUNG")]


def test_a_run_in_heading_stands_bold_before_its_first_paragraph(make, node, rendered):
    plan = make(node["section"]("Mục", node["section"]("Kinh phí", node["paragraph"]("Từ ngân sách xã."), run_in=True)))
    document = rendered(plan)
    assert body(document)[1] == ("KHNoiDung", "1. Kinh phí: Từ ngân sách xã./.")
    assert '<w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">1. Kinh phí: </w:t>' in document.xml


def test_bullets_labels_targets_roadmap_and_numbered_paragraphs_carry_their_marks(make, node, rendered):
    plan = make(
        LabelLine(text=R("Chỉ tiêu:"), children=[Target(text=R("Đạt 90%"), children=[Bullet(text=R("Quý I"))])]),
        RoadmapYear(year=2026, label=R("Năm 2026")),
        Bullet(text=R("Gạch"), children=[Bullet(text=R("Cộng"))]),
        node["paragraph"]("Đoạn số", numbered=True),
    )
    assert body(rendered(plan)) == [
        ("KHDongNhan", "* Chỉ tiêu:"),
        ("KHGachDauDong", "- Đạt 90%"),
        ("KHDauCong", "+ Quý I"),
        ("KHDongNhan", "* Năm 2026"),
        ("KHGachDauDong", "- Gạch"),
        ("KHDauCong", "+ Cộng"),
        ("KHNoiDung", "I. Đoạn số./."),
    ]


def test_an_assignment_is_headed_by_its_unit(make, node, rendered):
    plan = make(Assignment(prefix="Đề nghị", unit="Hội Nông dân xã", children=[Bullet(text=R("Vận động."))]))
    plan.body.child_labels = LabelStyle.ARABIC
    assert body(rendered(plan))[0] == ("KHKhoan", "1. Đề nghị Hội Nông dân xã")


def test_a_task_prints_its_parts_under_letters(make, rendered):
    task = Task(
        title=R("Dựng chợ"),
        lead=["Phòng Kinh tế"],
        coordinating=["Công an xã", "Các thôn"],
        products=["Chợ mới", "Nội quy"],
        deadline="Quý II/2026",
        part_titles={"deadline": "Thời gian hoàn thành"},
        children=[Bullet(text=R("San nền;"))],
    )
    plan = make(task)
    plan.body.child_labels = LabelStyle.DECIMAL
    assert [text for _, text in body(rendered(plan))] == [
        "1. Dựng chợ",
        "a) Nội dung công việc",
        "- San nền;",
        "b) Phân công thực hiện",
        "- Chủ trì: Phòng Kinh tế.",
        "- Phối hợp: Công an xã; Các thôn.",
        "c) Sản phẩm",
        "- Chợ mới;",
        "- Nội quy.",
        "d) Thời gian hoàn thành: Quý II/2026./.",
    ]


def test_the_parts_of_a_task_below_a_letter_are_dashes(make, rendered):
    plan = make(Task(title=R("Dựng chợ"), lead=["Phòng Kinh tế"], deadline="Thường xuyên"), Bullet(text=R("Hết.")))
    plan.body.child_labels = LabelStyle.LETTER
    assert [text for _, text in body(rendered(plan))] == [
        "a) Dựng chợ",
        "- Phân công thực hiện:",
        "+ Chủ trì: Phòng Kinh tế.",
        "- Thời gian thực hiện: Thường xuyên.",
        "- Hết./.",
    ]


def test_the_leaders_in_charge_are_printed_before_who_leads_in_their_own_wording(make, rendered):
    leaders = ["Đồng chí Lò Thị Mẫu", "Đồng chí Vàng A Thử"]
    usual = Task(title=R("Dựng chợ"), leaders=leaders, lead=["Phòng Kinh tế"])
    own = Task(title=R("Mở chợ"), leaders=leaders[:1], part_titles={"leaders": "Lãnh đạo chỉ đạo"})
    plan = make(usual, own)
    plan.body.child_labels = LabelStyle.DECIMAL
    assert [text for _, text in body(rendered(plan))] == [
        "1. Dựng chợ",
        "a) Phân công thực hiện",
        "- Lãnh đạo phụ trách: Đồng chí Lò Thị Mẫu; Đồng chí Vàng A Thử.",
        "- Chủ trì: Phòng Kinh tế.",
        "2. Mở chợ",
        "a) Phân công thực hiện",
        "- Lãnh đạo chỉ đạo: Đồng chí Lò Thị Mẫu./.",
    ]


def test_a_task_with_contents_alone_prints_them_without_part_titles(make, rendered):
    plan = make(Task(title=R("Dựng chợ"), children=[Bullet(text=R("San nền."))]))
    assert [text for _, text in body(rendered(plan))] == ["I. DỰNG CHỢ", "- San nền./."]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Thực hiện.", "Thực hiện./."),
        ("Thực hiện", "Thực hiện./."),
        ("Thực hiện;", "Thực hiện./."),
        ("Thực hiện./.", "Thực hiện./."),
        ("như sau:", "như sau:"),
        ("", ""),
    ],
)
def test_the_end_mark_is_added_once(text, printed):
    assert ended(R(text)).plain == printed


def test_the_end_mark_stands_after_the_closing_and_nowhere_before(plan, rendered):
    texts = [text for _, text in rendered(plan).paragraphs]
    assert [text for text in texts if text.endswith("./.")] == ["Yêu cầu các đơn vị thực hiện./."]


def test_bases_end_in_semicolons_and_the_last_in_a_stop(plan, rendered):
    assert rendered(plan).texts("KHCanCu") == ["Căn cứ Luật số 1;", "Căn cứ Luật số 2."]


def test_recipients_are_punctuated_and_the_archive_line_is_last(plan, rendered):
    document = rendered(plan)
    assert document.texts("KHNoiNhan") == ["Nơi nhận:"]
    assert document.texts("KHDanhSachNoiNhan") == ["- Thường trực Đảng ủy;", "- Các thôn;", "- Lưu: VT, KT."]


def test_the_signature_is_kept_with_the_last_paragraphs(plan, rendered):
    xml = rendered(plan).xml
    last = xml.rindex("<w:tbl>")
    before = re.findall(r"<w:p>.*?</w:p>", xml[:last])
    assert all("<w:keepNext/>" in item for item in before[-2:])
    assert "<w:keepNext/>" not in before[-4]
    assert xml[last:].count("<w:tr>") == xml[last:].count("<w:cantSplit/>") == 1


def test_the_signature_lines_are_in_capitals_above_the_name(plan, rendered):
    document = rendered(plan)
    assert document.texts("KHQuyenKy") == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert document.texts("KHHoTen") == ["Lò Thị Mây"]


def test_looks_of_the_text_become_runs(make, rendered):
    text = RichText(
        (Span("đậm", bold=True), Span(" nghiêng", italic=True), Span("2", vertical="super"), Span(" thường."))
    )
    xml = rendered(make(Section(title=R("Mục"), children=[Bullet(text=text)]))).xml
    assert '<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">đậm</w:t></w:r>' in xml
    assert '<w:i/><w:iCs/></w:rPr><w:t xml:space="preserve"> nghiêng' in xml
    assert '<w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">2' in xml


def test_headings_stand_in_the_outline_at_their_depth(make, node, rendered):
    inner = node["section"]("Trong", node["paragraph"]("chữ"), child_labels=None)
    plan = make(node["section"]("Ngoài", inner, child_labels=LabelStyle.LETTER))
    assert '<w:pStyle w:val="KHDiem"/><w:outlineLvl w:val="1"/>' in rendered(plan).xml


def test_an_empty_body_is_still_a_document(rendered):
    assert rendered(Plan()).texts("KHDanhSachNoiNhan") == ["- Lưu: VT."]


def test_a_paragraph_or_a_heading_without_words_leaves_no_blank_line(make, node, rendered):
    plan = make(node["section"]("", node["paragraph"](""), numbered=False), node["paragraph"]("Có chữ."))
    assert body(rendered(plan)) == [("KHNoiDung", "Có chữ./.")]


@pytest.mark.parametrize("node", [Bullet(), Target(), LabelLine(), RoadmapYear(year=2026)], ids=lambda n: n.kind)
def test_a_line_without_words_leaves_no_lone_mark_on_paper(node) -> None:
    plan = Plan(subject="Dọn rác bãi sông")
    plan.body.children = [Section(title=RichText.of("VIỆC LÀM"), children=[node, Paragraph(text=RichText.of("Hết"))])]
    document = Document(BytesIO(render_docx(plan)))
    texts = [p.text.strip() for p in document.paragraphs]
    assert not {"-", "+", "*", "- ./.", "*./."} & set(texts)
    assert "I. VIỆC LÀM" in texts
