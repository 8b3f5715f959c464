"""A Word file is read as Word shows it: words, looks, revisions; what is no text of the plan is listed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from documents.reading.blocks import Source
from documents.reading.docx import read_docx
from plans.errors import Trouble
from plans.text import RichText, Span

WordFile = Callable[..., Path]
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/>'
    '<w:pPr><w:jc w:val="both"/><w:ind w:firstLine="720"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="M"><w:name w:val="Mục lớn"/><w:basedOn w:val="N"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:caps/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="M2"><w:name w:val="Mục nhỏ"/><w:basedOn w:val="M"/>'
    '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:caps w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Dam"><w:name w:val="Đậm"/><w:rPr><w:b/><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H3"><w:name w:val="heading 3"/><w:basedOn w:val="N"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="Vòng"/><w:basedOn w:val="L"/></w:style>'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def plain(source: Source) -> list[str]:
    return [block.text.plain for block in source.blocks]


def left(source: Source) -> list[tuple[str, str]]:
    return [(item.kind, item.text) for item in source.left_out]


def test_all_inline_wrappers_are_read_through(word_file: WordFile):
    body = paragraph(
        run("Căn cứ "),
        f'<w:hyperlink r:id="rId9">{run("Luật")}</w:hyperlink>',
        f'<w:smartTag w:element="place">{run(" Thủ đô")}</w:smartTag>',
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run(' năm')}</w:sdtContent></w:sdt>",
        f'<w:fldSimple w:instr="DATE">{run(" 2026")}</w:fldSimple>',
        f'<w:ins w:id="1">{run("; bổ sung")}</w:ins>',
        f"<w:customXml>{run('.')}</w:customXml>",
    )
    assert plain(read_docx(word_file(body))) == ["Căn cứ Luật Thủ đô năm 2026; bổ sung."]


def test_a_field_gives_its_result_and_never_its_instruction(word_file: WordFile):
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = "<w:r><w:instrText>IF </w:instrText></w:r>"
    nested = char("begin") + instruction + char("separate") + run("ẩn") + char("end")
    body = paragraph(
        run("Năm "), char("begin"), instruction, nested, char("separate"), run("2026"), char("end"), run(" tới")
    )
    assert plain(read_docx(word_file(body))) == ["Năm 2026 tới"]


def test_a_field_that_never_ends_does_not_swallow_the_next_paragraphs(word_file: WordFile):
    body = paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + paragraph(run("Còn nguyên"))
    assert plain(read_docx(word_file(body))) == ["Còn nguyên"]


def test_tabs_breaks_hyphens_and_symbols_are_characters(word_file: WordFile):
    body = paragraph(
        "<w:r><w:t>Số:</w:t><w:tab/><w:t>/KH</w:t><w:noBreakHyphen/><w:t>UB</w:t><w:softHyphen/><w:t>ND</w:t><w:br/>"
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:t> 5</w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    assert plain(read_docx(word_file(body))) == ["Số:\t/KH-UBND\n≥ 5✓"]


def test_invisible_and_special_spaces_become_plain(word_file: WordFile):
    body = paragraph(run("Suối\u00a0Lim\u200b,\u00ad xã\u202fnhỏ \uf0a3 5"))
    assert plain(read_docx(word_file(body))) == ["Suối Lim, xã nhỏ ≤ 5"]


def test_text_is_nfc_even_when_a_syllable_is_split_between_runs(word_file: WordFile):
    pieces = unicodedata.normalize("NFD", "Kế hoạch")
    body = paragraph(*(run(sign) for sign in pieces))
    assert plain(read_docx(word_file(body))) == ["Kế hoạch"]


def test_looks_come_from_the_style_chain_and_the_run_has_the_last_word(word_file: WordFile):
    body = paragraph(
        run("Đậm "),
        run("thường ", '<w:b w:val="0"/>'),
        run("nghiêng ", '<w:rStyle w:val="Dam"/>'),
        run("2", "<w:vertAlign w:val='superscript'/>"),
        properties='<w:pStyle w:val="M2"/>',
    )
    source = read_docx(word_file(body, styles=STYLES))
    assert source.blocks[0].text.spans == (
        Span("Đậm ", bold=True),
        Span("thường "),
        Span("nghiêng ", italic=True),
        Span("2", bold=True, vertical="super"),
    )


def test_capitals_by_style_are_capitals_in_the_text(word_file: WordFile):
    body = paragraph(run("Mục đích, "), run("yêu cầu", '<w:caps w:val="0"/>'), properties='<w:pStyle w:val="M"/>')
    assert plain(read_docx(word_file(body, styles=STYLES))) == ["MỤC ĐÍCH, yêu cầu"]


def test_paragraph_hints_are_effective_ones(word_file: WordFile):
    body = (
        paragraph(run("a"), properties='<w:pStyle w:val="M2"/><w:ind w:left="567" w:hanging="283"/>')
        + paragraph(run("b"))
        + paragraph(run("c"), properties='<w:pStyle w:val="H3"/><w:jc w:val="end"/>')
        + paragraph(run("d"), properties='<w:pStyle w:val="L"/>')
    )
    first, second, third, fourth = read_docx(word_file(body, styles=STYLES)).blocks
    assert (first.style, first.outline, first.align, first.indent_mm) == ("Mục nhỏ", 1, "center", 5.0)
    assert (second.style, second.outline, second.align, second.indent_mm) == ("Normal", None, "justify", 12.7)
    assert (third.style, third.outline, third.align) == ("Heading 3", 3, "right")
    assert (fourth.style, fourth.indent_mm) == ("Vòng", None)


def test_a_section_lying_crosswise_is_told_by_each_block(word_file: WordFile):
    upright = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    body = (
        paragraph(run("đứng"))
        + paragraph(run("hết"), properties=upright)
        + paragraph(run("ngang"))
        + '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    )
    assert [block.landscape for block in read_docx(word_file(body)).blocks] == [False, False, True]


def test_a_text_box_that_stands_twice_in_the_file_is_read_once(word_file: WordFile):
    def box(text: str) -> str:
        return f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"

    both = (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>'
        f"{box('DỰ THẢO')}</wps:txbx></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box('DỰ THẢO')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    old = f"<w:r><w:pict><v:textbox>{box('Khung cũ')}</v:textbox></w:pict></w:r>"
    blocks = read_docx(word_file(paragraph(f"<w:r>{both}</w:r>", old, run("Quanh khung")))).blocks
    assert [(block.text.plain, block.region) for block in blocks] == [
        ("DỰ THẢO", "textbox"),
        ("Khung cũ", "textbox"),
        ("Quanh khung", "body"),
    ]


def test_alternate_content_we_do_not_know_gives_its_fallback(word_file: WordFile):
    content = (
        '<mc:AlternateContent><mc:Choice Requires="m"><w:t>mới</w:t></mc:Choice>'
        "<mc:Fallback><w:t>cũ</w:t></mc:Fallback></mc:AlternateContent>"
    )
    assert plain(read_docx(word_file(paragraph(f"<w:r>{content}</w:r>")))) == ["cũ"]


def test_deleted_and_moved_text_is_listed_and_inserted_text_taken(word_file: WordFile):
    body = paragraph(
        run("Quý "),
        '<w:del w:id="1"><w:r><w:delText>II</w:delText></w:r></w:del>',
        f'<w:ins w:id="2">{run("III")}</w:ins>',
        f'<w:moveFrom w:id="3">{run("chuyển đi")}</w:moveFrom>',
    )
    source = read_docx(word_file(body))
    assert plain(source) == ["Quý III"]
    assert left(source) == [("deletion", "II"), ("moved", "chuyển đi")]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(word_file: WordFile):
    body = paragraph(run("Nửa đầu "), properties='<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph(run("nửa sau"))
    assert plain(read_docx(word_file(body))) == ["Nửa đầu nửa sau"]


def test_hidden_text_and_prompts_are_listed(word_file: WordFile):
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Bấm để nhập')}</w:sdtContent></w:sdt>"
    source = read_docx(word_file(paragraph(run("Thấy"), run(" không thấy", "<w:vanish/>"), prompt)))
    assert plain(source) == ["Thấy"]
    assert sorted(left(source)) == [("hidden", "không thấy"), ("placeholder", "Bấm để nhập")]


def test_words_own_table_of_contents_is_listed(word_file: WordFile):
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    content = paragraph(run("I. MỤC ĐÍCH"), "<w:r><w:tab/></w:r>", run("1"))
    toc = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    source = read_docx(word_file(toc + paragraph(run("Thân"))))
    assert plain(source) == ["Thân"]
    assert left(source) == [("toc", "I. MỤC ĐÍCH 1")]


def test_images_comments_headers_are_listed_with_their_reason(word_file: WordFile):
    image = '<w:drawing><wp:inline><wp:docPr id="1" name="Ảnh 1" descr="Con dấu"/><a:blip/></wp:inline></w:drawing>'
    source = read_docx(
        word_file(
            paragraph(run("Chữ"), f"<w:r>{image}</w:r>"),
            comments=f'<w:comment w:id="1" w:author="Lãnh đạo">{paragraph(run("Sửa lại"))}</w:comment>',
            header=paragraph(run("BẢN NHÁP")),
            footer=paragraph(run("2")),
        )
    )
    assert left(source) == [("image", "Con dấu"), ("header", "BẢN NHÁP"), ("comment", "Sửa lại")]
    assert "Lãnh đạo" in source.left_out[-1].reason
    assert source.text == "Chữ"


def test_footnotes_and_endnotes_are_tied_to_their_marks(word_file: WordFile):
    note = '<w:footnote w:id="{}" {}>{}</w:footnote>'
    source = read_docx(
        word_file(
            paragraph(
                run("Nghị quyết"),
                '<w:r><w:footnoteReference w:id="2"/></w:r>',
                run(" và"),
                '<w:r><w:endnoteReference w:id="1"/></w:r>',
            ),
            footnotes=note.format(-1, 'w:type="separator"', paragraph("<w:r><w:separator/></w:r>"))
            + note.format(2, "", paragraph("<w:r><w:footnoteRef/></w:r>", run(" Một;")) + paragraph(run("Hai.")))
            + note.format(3, "", paragraph(run("Không ai nhắc"))),
            endnotes=f'<w:endnote w:id="1">{paragraph(run("Cuối bài"))}</w:endnote>',
        )
    )
    assert source.blocks[0].text.spans == (
        Span("Nghị quyết"), Span(footnote="fn2"), Span(" và"), Span(footnote="en1"),
    )  # fmt: skip
    assert source.footnotes == {"fn2": RichText.of("Một;\nHai."), "en1": RichText.of("Cuối bài")}
    assert source.text == "Nghị quyết và\nMột;\nHai.\nCuối bài"


def test_the_sign_typed_for_a_note_is_no_text(word_file: WordFile):
    mark = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    body = paragraph(run("Luật"), mark, run("."))
    source = read_docx(word_file(body, footnotes=f'<w:footnote w:id="2">{paragraph(run("Ghi"))}</w:footnote>'))
    assert source.blocks[0].text.spans == (Span("Luật"), Span(footnote="fn2"), Span("."))


def test_a_mark_without_a_note_is_ignored(word_file: WordFile):
    body = paragraph(run("Luật"), '<w:r><w:footnoteReference w:id="8"/></w:r>')
    assert read_docx(word_file(body)).blocks[0].text == RichText.of("Luật")


def test_formulas_keep_their_characters(word_file: WordFile):
    body = paragraph(run("Tỷ lệ "), "<m:oMath><m:r><m:t>a</m:t></m:r><m:r><m:t>=5</m:t></m:r></m:oMath>")
    assert plain(read_docx(word_file(body))) == ["Tỷ lệ a=5"]


def test_the_strict_form_of_the_format_is_read_alike(zip_file: Callable[..., Path]):
    members = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"'
        ' Target="/word/document.xml"/></Relationships>',
        "word/document.xml": '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>'
        "<w:p><w:r><w:t>Bản chặt</w:t></w:r></w:p></w:body></w:document>",
    }
    assert plain(read_docx(zip_file(members))) == ["Bản chặt"]


def test_a_file_of_python_docx_is_read(tmp_path: Path):
    document = docx.Document()
    document.add_heading("I. MỤC TIÊU", 1)
    added = document.add_paragraph()
    added.add_run("Đạt ").bold = True
    added.add_run("85%")
    added.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    section = document.add_section()
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    document.add_paragraph("Phụ lục ngang")
    document.save(str(tmp_path / "a.docx"))
    first, second, third = read_docx(tmp_path / "a.docx").blocks
    assert (first.text.plain, first.style, first.outline) == ("I. MỤC TIÊU", "Heading 1", 1)
    assert second.text.spans == (Span("Đạt ", bold=True), Span("85%"))
    assert (second.align, second.line, third.landscape) == ("justify", 2, True)


def test_every_word_of_the_seeds_survives_a_word_file(tmp_path: Path):
    folder = Path(__file__).parents[2] / ".." / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("../shared/seeds not present")
    for seed in sorted(folder.glob("*.txt")):
        document = docx.Document()
        lines = [" ".join(line.split()) for line in seed.read_text(encoding="utf-8").split("\n")]
        for line in lines:
            document.add_paragraph(line)
        document.save(str(tmp_path / "seed.docx"))
        wanted = unicodedata.normalize("NFC", " ".join(lines)).split()
        assert read_docx(tmp_path / "seed.docx").text.split() == wanted


def test_another_office_file_is_said_to_be_no_word_file(zip_file: Callable[..., Path]):
    for members in (
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"},
        {"[Content_Types].xml": "<Types/>"},
        {"[Content_Types].xml": "<Types/>", "word/document.xml": "<a/>"},
    ):
        with pytest.raises(Trouble) as caught:
            read_docx(zip_file(members))
        assert caught.value.code == "file-not-docx"
