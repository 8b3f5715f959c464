"""Effective formatting: defaults, styles, theme, table style, numbering and direct formatting make one look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from documents.audit.flow import Flow, Para, read_flow
from documents.audit.word import open_package

WordFile = Callable[..., Path]
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:rPr><w:sz w:val="28"/></w:rPr>'
    '<w:pPr><w:jc w:val="both"/><w:ind w:firstLine="720"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Tiêu đề"/><w:basedOn w:val="N"/>'
    '<w:pPr><w:jc w:val="center"/><w:ind w:firstLine="0"/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="V"><w:name w:val="Vòng"/><w:basedOn w:val="V"/></w:style>'
    '<w:style w:type="character" w:styleId="D"><w:name w:val="Đậm"/>'
    '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="B"><w:name w:val="Bảng"/><w:rPr><w:i/></w:rPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/>'
    '<w:pPr><w:ind w:left="567" w:hanging="283"/></w:pPr></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)


@pytest.fixture
def flow(word_file: WordFile) -> Callable[[str], Flow]:
    def read(body: str) -> Flow:
        path = word_file(body, styles=STYLES, numbering=NUMBERING, theme=THEME)
        return read_flow(open_package(path.read_bytes(), path))

    return read


def p(text: str, para: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{para}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def first(flow: Flow) -> Para:
    return flow.paras[0]


def test_a_theme_font_is_named_by_the_theme(flow: Callable[[str], Flow]) -> None:
    assert first(flow(p("Chữ"))).runs[0].look.font == "Calibri"


def test_a_direct_font_overrides_the_theme(flow: Callable[[str], Flow]) -> None:
    look = first(flow(p("Chữ", run='<w:rFonts w:ascii="Times New Roman" w:hAnsi="Arial"/>'))).runs[0].look
    assert (look.font, look.font_other) == ("Times New Roman", "Arial")


def test_the_default_style_overrides_the_document_defaults(flow: Callable[[str], Flow]) -> None:
    para = first(flow(p("Chữ")))
    assert (para.runs[0].look.size, para.look.align, round(para.look.first_mm, 1)) == (14.0, "justify", 12.7)
    assert (para.look.after_pt, round(para.look.line or 0, 2)) == (8.0, 1.08)


def test_a_style_inherits_what_it_does_not_set(flow: Callable[[str], Flow]) -> None:
    para = first(flow(p("Chữ", para='<w:pStyle w:val="T"/>')))
    assert (para.look.align, para.look.first_mm, para.runs[0].look.size) == ("center", 0.0, 14.0)
    assert (para.runs[0].look.bold, para.runs[0].look.caps) == (True, True)


def test_bold_of_paragraph_style_and_character_style_cancel_each_other(flow: Callable[[str], Flow]) -> None:
    look = first(flow(p("Chữ", para='<w:pStyle w:val="T"/>', run='<w:rStyle w:val="D"/>'))).runs[0].look
    assert (look.bold, look.colour) == (False, "FF0000")


def test_direct_bold_is_absolute(flow: Callable[[str], Flow]) -> None:
    assert first(flow(p("Chữ", para='<w:pStyle w:val="T"/>', run="<w:b/>"))).runs[0].look.bold
    assert not first(flow(p("Chữ", para='<w:pStyle w:val="T"/>', run='<w:b w:val="0"/>'))).runs[0].look.bold


def test_a_table_style_reaches_the_words_in_its_cells(flow: Callable[[str], Flow]) -> None:
    table = '<w:tbl><w:tblPr><w:tblStyle w:val="B"/></w:tblPr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>'
    para = first(flow(table.format(p("Chữ"))))
    assert para.runs[0].look.italic
    assert para.cell is not None


def test_a_numbering_level_indents_and_labels(flow: Callable[[str], Flow]) -> None:
    numbered = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    found = flow("".join(p("Mục", para=numbered.format(level)) for level in (0, 1, 1, 0))).paras
    assert [para.label for para in found] == ["I.", "I.1.", "I.2.", "II."]
    assert (round(found[0].look.left_mm, 1), round(found[0].look.first_mm, 1)) == (10.0, -5.0)


def test_an_automatic_and_a_black_theme_colour_are_black(flow: Callable[[str], Flow]) -> None:
    for colour in ('<w:color w:val="auto"/>', '<w:color w:val="1F1F1F" w:themeColor="text1"/>', ""):
        assert first(flow(p("Chữ", run=colour))).runs[0].look.colour == "000000"


def test_deleted_text_and_field_codes_are_not_printed(flow: Callable[[str], Flow]) -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới </w:t></w:r></w:ins>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    para = first(flow(body))
    assert para.text == "mới 7"
    assert [run.field for run in para.runs if run.text == "7"] == ["PAGE"]


def test_text_of_a_box_stored_twice_is_read_once(flow: Callable[[str], Flow]) -> None:
    box = f"<w:txbxContent>{p('Trong khung')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:wsp><wps:txbx>"
        f"{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert [para.text for para in flow(body).paras] == ["", "Trong khung"]


def test_a_ring_of_styles_ends(flow: Callable[[str], Flow]) -> None:
    assert first(flow(p("Chữ", para='<w:pStyle w:val="V"/>'))).style == "Vòng"
