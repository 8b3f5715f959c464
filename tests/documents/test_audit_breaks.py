"""A correct foreign document is built by hand; broken on purpose, rule by rule, it is caught rule by rule."""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import deepcopy

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from documents.audit import AuditReport, audit

LEFT, CENTER, RIGHT, JUSTIFY = (getattr(WD_ALIGN_PARAGRAPH, name) for name in ("LEFT", "CENTER", "RIGHT", "JUSTIFY"))
NOTHING = {"first": 0, "after": 0}
LONG = (
    "Các thôn, trường học trên địa bàn xã rà soát nhu cầu sử dụng nước của từng hộ, lập danh sách hộ chưa có bể chứa "
    "và gửi Phòng Kinh tế tổng hợp."
)


def put(holder, text, size=14.0, *, bold=False, italic=False, align=JUSTIFY, first=12.7, after=6.0) -> Paragraph:
    para = holder.add_paragraph()
    run = para.add_run(text)
    run.font.name, run.font.size = "Times New Roman", Pt(size)
    run.bold, run.italic = bold, italic
    form = para.paragraph_format
    form.alignment, form.line_spacing = align, 1.0
    form.first_line_indent, form.space_before, form.space_after = Mm(first), Pt(0), Pt(after)
    return para


def rule_below(holder, width: float, length: float, value="single") -> Paragraph:
    """Add the drawn line as Word users draw it: an empty paragraph with a border between two indents."""
    para = put(holder, "", 2, align=CENTER, **NOTHING)
    para.paragraph_format.left_indent = para.paragraph_format.right_indent = Mm((width - length) / 2)
    borders, edge = OxmlElement("w:pBdr"), OxmlElement("w:top")
    edge.set(qn("w:val"), value)
    edge.set(qn("w:sz"), "6")
    borders.append(edge)
    para._p.get_or_add_pPr().append(borders)
    return para


def columns(document: Document, rows: int, widths: tuple[float, float]):
    table = document.add_table(rows, 2)
    table.autofit = False
    for index, width in enumerate(widths):
        table.columns[index].width = Mm(width)
        for cell in table.columns[index].cells:
            cell.width = Mm(width)
            cell._tc.remove(cell.paragraphs[0]._p)
    return table


def letterhead(document: Document) -> None:
    table = columns(document, 2, (63, 102))
    left, right = table.rows[0].cells
    centred = {"bold": True, "align": CENTER, **NOTHING}
    put(left, "ỦY BAN NHÂN DÂN", 12, **centred)
    put(left, "XÃ SUỐI LIM", 12, **centred)
    rule_below(left, 63 - 3.8, 17)
    put(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, **centred)
    put(right, "Độc lập - Tự do - Hạnh phúc", 13, **centred)
    rule_below(right, 102 - 3.8, 56.1)
    left, right = table.rows[1].cells
    put(left, "Số: 05/KH-UBND", 13, align=CENTER, **NOTHING)
    put(right, "Suối Lim, ngày 05 tháng 3 năm 2026", 13, italic=True, align=CENTER, **NOTHING)


def body(document: Document) -> None:
    put(document, "KẾ HOẠCH", bold=True, align=CENTER, **NOTHING)
    put(document, "Cấp nước sạch nông thôn năm 2026", bold=True, align=CENTER, **NOTHING)
    rule_below(document, 165, 32)
    put(document, "Căn cứ Luật Tài nguyên nước ngày 27 tháng 11 năm 2023;", italic=True)
    put(document, "Theo đề nghị của Trưởng phòng Phòng Kinh tế.", italic=True)
    put(document, "Ủy ban nhân dân xã Suối Lim ban hành Kế hoạch cấp nước sạch như sau:")
    put(document, "I. MỤC ĐÍCH, YÊU CẦU", bold=True)
    put(document, "1. Mục đích", bold=True)
    put(document, LONG)
    put(document, "2. Yêu cầu", bold=True)
    put(document, "a) Đúng đối tượng, đúng thời hạn, theo khoản 2 Điều 5 của Quy chế.")
    put(document, "b) Tiết kiệm.")
    put(document, "- Mỗi thôn lập một danh sách, giao trưởng thôn ký.")
    put(document, "II. NỘI DUNG", bold=True)
    put(document, "1. Sửa bể chứa của thôn Đồi Cọ.")
    put(document, "2. Thay ống dẫn của thôn Khe Sim theo Phụ lục kèm theo.")
    data_table(document, 3)
    put(document, "3. Trưởng các thôn báo cáo kết quả trước ngày 15 tháng 12 năm 2026./.")


def data_table(document: Document, rows: int) -> None:
    table = document.add_table(rows, 2)
    for row in table.rows:
        for cell in row.cells:
            cell._tc.remove(cell.paragraphs[0]._p)
            put(cell, "Thôn Đồi Cọ", 13, align=LEFT, **NOTHING)


def ending(document: Document) -> None:
    left, right = columns(document, 1, (80, 85)).rows[0].cells
    put(left, "Nơi nhận:", 12, bold=True, italic=True, align=LEFT, **NOTHING)
    for line in ("- Thường trực Hội đồng nhân dân xã;", "- Các thôn;", "- Lưu: VT, KT."):
        put(left, line, 11, align=LEFT, **NOTHING)
    for line in ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "", "Lò Văn Mẫu"):
        put(right, line, bold=True, align=CENTER, **NOTHING)


def appendix(document: Document) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    counting = OxmlElement("w:pgNumType")
    counting.set(qn("w:start"), "1")
    section._sectPr.append(counting)
    put(document, "Phụ lục", bold=True, align=CENTER, **NOTHING)
    put(document, "DANH SÁCH BỂ CHỨA", bold=True, align=CENTER, **NOTHING)
    reference = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã Suối Lim)"
    put(document, reference, italic=True, align=CENTER, **NOTHING)
    data_table(document, 2)


def page_numbers(document: Document) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True
    para = section.header.paragraphs[0]
    para.alignment = CENTER
    for kind in ("begin", None, "end"):
        run = para.add_run()
        run.font.name, run.font.size = "Times New Roman", Pt(14)
        mark = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark.text = " PAGE "
        run._r.append(mark)


def good() -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    page_numbers(document)
    letterhead(document)
    body(document)
    ending(document)
    appendix(document)
    return document


def audited(document: Document, *, issued: bool = False) -> AuditReport:
    stream = io.BytesIO()
    document.save(stream)
    return audit(stream.getvalue(), issued=issued)


def find(document: Document, start: str) -> Paragraph:
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    every = [*document.paragraphs, *(para for cell in cells for para in cell.paragraphs)]
    return next(para for para in every if para.text.startswith(start))


def say(start: str, text: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        find(document, start).runs[0].text = text

    return change


def setting(owner: Callable[[Document], object], values: dict[str, object]) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        for name, value in values.items():
            setattr(owner(document), name, value)

    return change


def look(start: str, **values: object) -> Callable[[Document], None]:
    return setting(lambda document: find(document, start).runs[0].font, values)


def form(start: str, **values: object) -> Callable[[Document], None]:
    return setting(lambda document: find(document, start).paragraph_format, values)


def page(**values: object) -> Callable[[Document], None]:
    return setting(lambda document: document.sections[0], values)


def drop(start: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        para = find(document, start)._p
        para.getparent().remove(para)

    return change


def before(start: str, text: str) -> Callable[[Document], None]:
    """Put a copy of the paragraph with another text before it."""

    def change(document: Document) -> None:
        para = find(document, start)
        para._p.addprevious(deepcopy(para._p))
        find(document, start).runs[0].text = text

    return change


def ruler_of(document: Document, below: str) -> Paragraph:
    return Paragraph(find(document, below)._p.getnext(), None)


def no_ruler(below: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        line = ruler_of(document, below)._p
        line.getparent().remove(line)

    return change


def dotted(document: Document) -> None:
    ruler_of(document, "Độc lập")._p.find(f".//{qn('w:top')}").set(qn("w:val"), "dotted")


def typed_ruler(document: Document) -> None:
    line = ruler_of(document, "Cấp nước sạch")
    line._p.pPr.remove(line._p.pPr.find(qn("w:pBdr")))
    line.runs[0].text, line.runs[0].font.size = "________", Pt(14)


def longer(below: str) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        line = ruler_of(document, below).paragraph_format
        line.left_indent = line.right_indent = Mm(4)

    return change


def footer_number(document: Document) -> None:
    section = document.sections[0]
    section.footer.paragraphs[0]._p.getparent().replace(
        section.footer.paragraphs[0]._p, deepcopy(section.header.paragraphs[0]._p)
    )
    for run in section.header.paragraphs[0].runs:
        run._r.getparent().remove(run._r)


def small_number(document: Document) -> None:
    for run in document.sections[0].header.paragraphs[0].runs:
        run.font.size = Pt(11)


def swap_columns(document: Document) -> None:
    for row in document.tables[0].rows:
        row._tr.append(row._tr.tc_lst[0])


def shade(document: Document) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:fill"), "92D050")
    document.tables[1].cell(0, 0)._tc.get_or_add_tcPr().append(shading)


def lay_down(document: Document) -> None:
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    table = document.tables[1]._tbl
    table.getparent().remove(table)


BREAKS: list[tuple[str, Callable[[Document], None]]] = [
    ("ND30-01", look("Các thôn, trường", name="Arial")),
    ("ND30-01", look("Các thôn, trường", name=".VnTime")),
    ("ND30-01", lambda d: setattr(find(d, "Các thôn, trường").runs[0].font.color, "rgb", RGBColor(192, 0, 0))),
    ("ND30-02", page(left_margin=Mm(25))),
    ("ND30-02", page(top_margin=Mm(30))),
    ("ND30-02", page(page_width=Mm(215.9), page_height=Mm(279.4))),
    ("ND30-03", footer_number),
    ("ND30-03", lambda d: setattr(d.sections[0].header.paragraphs[0], "alignment", RIGHT)),
    ("ND30-03", page(different_first_page_header_footer=False)),
    ("ND30-03", small_number),
    ("ND30-04", say("Độc lập", "Độc lập – Tự do – Hạnh phúc")),
    ("ND30-04", say("Độc lập", "Độc Lập - Tự Do - Hạnh Phúc")),
    ("ND30-05", no_ruler("Độc lập")),
    ("ND30-05", longer("Độc lập")),
    ("ND30-06", no_ruler("XÃ SUỐI LIM")),
    ("ND30-06", longer("XÃ SUỐI LIM")),
    ("ND30-06", no_ruler("Cấp nước sạch")),
    ("ND30-06", longer("Cấp nước sạch")),
    ("ND30-07", dotted),
    ("ND30-07", look("XÃ SUỐI LIM", underline=True)),
    ("ND30-07", typed_ruler),
    ("ND30-08", say("ỦY BAN NHÂN DÂN", "UBND LÂM THỜI TẠI")),
    ("ND30-08", look("XÃ SUỐI LIM", bold=False)),
    ("ND30-08", before("ỦY BAN NHÂN DÂN", "UBND TỈNH LÂM SƠN")),
    ("ND30-09", form("XÃ SUỐI LIM", alignment=LEFT)),
    ("ND30-09", look("CỘNG HÒA", size=Pt(14))),
    ("ND30-09", swap_columns),
    ("ND30-10", say("Số:", "Số 05/KH-UBND")),
    ("ND30-10", say("Số:", "Số: 5/KH-UBND")),
    ("ND30-10", say("Số:", "Số: 05/KH/UBND")),
    ("ND30-10", say("Số:", "Số: 05 / KH - UBND")),
    ("ND30-10", say("Số:", "Số: 05/KH.UBND")),
    ("ND30-11", say("Số:", "Số: 05/CV-UBND")),
    ("ND30-12", look("Số:", bold=True)),
    ("ND30-12", form("Số:", alignment=RIGHT)),
    ("ND30-12", look("Số:", size=Pt(14))),
    ("ND30-13", look("Suối Lim", italic=False)),
    ("ND30-13", say("Suối Lim", "Suối Lim ngày 05 tháng 3 năm 2026")),
    ("ND30-13", say("Suối Lim", "Suối Lim, 05/3/2026")),
    ("ND30-13", say("Suối Lim", "Suối Lim, ngày 5 tháng 3 năm 2026")),
    ("ND30-13", say("Suối Lim", "Suối Lim, ngày 15 tháng 1 năm 2026")),
    ("ND30-13", say("Suối Lim", "Suối Lim, ngày 15 tháng 06 năm 2026")),
    ("ND30-14", say("Số:", "Số:       /KH-UBND")),
    ("ND30-14", say("Suối Lim", "Suối Lim, ngày    tháng 3 năm 2026")),
    ("ND30-15", say("KẾ HOẠCH", "Kế hoạch")),
    ("ND30-15", form("KẾ HOẠCH", alignment=LEFT)),
    ("ND30-15", look("Cấp nước sạch", bold=False)),
    ("ND30-15", look("Cấp nước sạch", underline=True, size=Pt(14))),
    ("ND30-16", say("Cấp nước sạch", "Cấp nước sạch nông thôn năm 2026.")),
    ("ND30-17", look("Căn cứ Luật", italic=False)),
    ("ND30-17", say("Căn cứ Luật", "Căn cứ Luật Tài nguyên nước ngày 27 tháng 11 năm 2023,")),
    ("ND30-17", say("Theo đề nghị", "Theo đề nghị của Trưởng phòng Phòng Kinh tế;")),
    ("ND30-18", say("Căn cứ Luật", "Căn cứ Luật Tài nguyên nước số 28/2023/QH15 ngày 27 tháng 11 năm 2023;")),
    ("ND30-18", say("Căn cứ Luật", "Căn cứ Nghị định số 53/2024/NĐ-CP của Chính phủ;")),
    ("ND30-19", say("b) Tiết kiệm", "b) Phối hợp với Phòng Nội vụ huyện Mường Sơn.")),
    ("ND30-20", form("Các thôn, trường", alignment=LEFT)),
    ("ND30-20", form("Các thôn, trường", first_line_indent=Mm(8))),
    ("ND30-20", form("Các thôn, trường", line_spacing=1.8)),
    ("ND30-20", form("1. Mục đích", space_after=Pt(2))),
    ("ND30-20", before("2. Yêu cầu", "")),
    ("ND30-21", look("Các thôn, trường", size=Pt(13))),
    ("ND30-21", look("Các thôn, trường", size=Pt(15))),
    ("ND30-22", say("II. NỘI DUNG", "II- NỘI DUNG")),
    ("ND30-22", say("b) Tiết", "b. Tiết kiệm.")),
    ("ND30-22", say("2. Thay ống", "2/ Thay ống dẫn của thôn Khe Sim theo Phụ lục kèm theo.")),
    ("ND30-22", say("b) Tiết", "d) Tiết kiệm.")),
    ("ND30-22", say("II. NỘI DUNG", "III. NỘI DUNG")),
    ("ND30-23", look("II. NỘI DUNG", bold=False)),
    ("ND30-23", say("II. NỘI DUNG", "II. Nội dung")),
    ("ND30-23", look("1. Mục đích", bold=False)),
    ("ND30-24", say("3. Trưởng", "3. Trưởng các thôn báo cáo kết quả.")),
    ("ND30-25", say("TM.", "TM.ỦY BAN NHÂN DÂN")),
    ("ND30-25", say("TM.", "T/M ỦY BAN NHÂN DÂN")),
    ("ND30-25", say("TM.", "TM. ỦY BAN NHÂN DÂN XÃ SUỐI LIM")),
    ("ND30-25", say("KT.", "KT CHỦ TỊCH")),
    ("ND30-25", look("PHÓ CHỦ TỊCH", bold=False)),
    ("ND30-26", drop("PHÓ CHỦ TỊCH")),
    ("ND30-27", say("Lò Văn", "ThS. Lò Văn Mẫu")),
    ("ND30-27", say("Lò Văn", "LÒ VĂN MẪU")),
    ("ND30-27", look("Lò Văn", bold=False)),
    ("ND30-27", drop("Lò Văn")),
    ("ND30-27", form("Lò Văn", alignment=LEFT)),
    ("ND30-28", lambda d: find(d, "3. Trưởng").runs[0].add_break(WD_BREAK.PAGE)),
    ("ND30-29", look("Nơi nhận", italic=False)),
    ("ND30-29", say("Nơi nhận", "Nơi nhận")),
    ("ND30-29", look("Nơi nhận", size=Pt(14))),
    ("ND30-30", look("- Các thôn", size=Pt(12))),
    ("ND30-30", say("- Các thôn", "- Các thôn.")),
    ("ND30-30", say("- Các thôn", "Các thôn;")),
    ("ND30-30", say("- Lưu", "- Lưu: VT, KT;")),
    ("ND30-30", drop("- Lưu")),
    ("ND30-31", say("- Các thôn", "- Như trên;")),
    ("ND30-33", say("2. Thay ống", "2. Thay ống dẫn của thôn Khe Sim.")),
    ("ND30-33", say("Phụ lục", "Phụ lục 1")),
    ("ND30-33", say("Phụ lục", "PHỤ LỤC")),
    ("ND30-33", look("DANH SÁCH", bold=False)),
    ("ND30-34", drop("(Kèm theo")),
    ("ND30-34", look("(Kèm theo", italic=False)),
    ("ND30-34", say("(Kèm theo", "(Kèm theo Kế hoạch số 07/KH-UBND ngày 05 tháng 3 năm 2026)")),
    ("ND30-35", lambda d: d.sections[1]._sectPr.remove(d.sections[1]._sectPr.find(qn("w:pgNumType")))),
    ("ND30-36", say("a) Đúng", "a) Đúng đối tượng, đúng thời hạn, theo Khoản 2 Điều 5 của Quy chế.")),
    ("ND30-37", say("b) Tiết", "b) Tiết kiệm sức của nhân dân.")),
    ("ND30-38", say("b) Tiết", "b) Cập nhật vào CSDLQG về nước.")),
    ("ND30-39", say("b) Tiết", "b) Tiết  kiệm.")),
    ("ND30-40", shade),
]


def test_a_correct_foreign_document_has_no_finding() -> None:
    report = audited(good())
    assert report.findings == []
    assert report.checked == 40


@pytest.mark.parametrize(("code", "spoil"), BREAKS, ids=[f"{code}-{at}" for at, (code, _) in enumerate(BREAKS)])
def test_a_broken_rule_is_caught_and_no_other(code: str, spoil: Callable[[Document], None]) -> None:
    document = good()
    spoil(document)
    assert {finding.rule for finding in audited(document).findings} == {code}


def test_every_measured_rule_is_broken_once() -> None:
    assert {code for code, _ in BREAKS} == {f"ND30-{n:02}" for n in range(1, 41)} - {"ND30-32"}


def test_a_page_lying_down_without_a_table_is_an_error() -> None:
    document = good()
    lay_down(document)
    assert "orientation" in {finding.fault for finding in audited(document).findings}


def test_a_blank_number_is_a_draft_and_an_error_once_issued() -> None:
    document = good()
    say("Số:", "Số:       /KH-UBND")(document)
    assert [finding.severity for finding in audited(document).findings] == ["draft"]
    assert [finding.severity for finding in audited(document, issued=True).findings] == ["error"]


def test_a_finding_says_where_it_stands_and_what_is_right() -> None:
    document = good()
    look("- Các thôn", size=Pt(12))(document)
    found = audited(document).as_json()["findings"][0]
    assert found["where"] | {"paragraph": 0} == {
        "part": "recipients", "paragraph": 0, "row": 1, "cell": 1, "text": "- Các thôn;",
    }  # fmt: skip
    assert (found["found"], found["expected"], found["article"]) == ("12 pt", "11 pt", "PL1-II.9.d")


def test_the_report_reads_as_sentences_with_their_places() -> None:
    document = good()
    page(left_margin=Mm(25))(document)
    look("- Các thôn", size=Pt(12))(document)
    text = audited(document).as_text()
    assert "Lỗi ND30-02 (PL1-I.3): Lề trái là 25 mm; phải từ 30–35 mm." in text
    assert "“- Các thôn;”: Danh sách nơi nhận đang ở cỡ 12 pt; phải là cỡ 11 pt." in text


def test_the_wording_of_the_author_never_makes_the_audit_fail() -> None:
    document = good()
    say("b) Tiết", "b) Tiết kiệm sức của nhân dân theo Khoản 2 Điều 5 của Quy chế.")(document)
    report = audited(document)
    assert {(f.rule, f.kind, f.severity) for f in report.findings} == {
        ("ND30-36", "content", "warning"),
        ("ND30-37", "content", "warning"),
    }
    assert not report.has_errors
