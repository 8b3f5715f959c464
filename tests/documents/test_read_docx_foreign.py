"""Word files of other producers: documents inside the document, graphics, revisions of lists, markup in text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from documents.reading.blocks import Source
from documents.reading.docx import read_docx
from documents.reading.html import html_blocks
from documents.reading.text import source_of
from plans.text import RichText, Span
from tests.documents.conftest import docx_parts

ZipFile = Callable[..., Path]
WordFile = Callable[..., Path]
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAGE = (
    "<html><head><title>x</title><style>p{}</style></head><body><p align='center'><b>KẾ HOẠCH</b></p>"
    "<p>Trồng cây&nbsp;<i>năm</i> 2026</p><ol><li>Một</li><li>Hai</li></ol><ul><li>Ba</li></ul>"
    "<table><tr><th>Thôn</th><th colspan='2'>Số cây</th></tr><tr><td rowspan='2'>Đoài<br>khu B</td><td>5</td>"
    "<td><p>6</p><p>7</p></td></tr></table><script>alert(1)</script></body></html>"
)


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def left(source: Source) -> list[tuple[str, str]]:
    return [(item.kind, item.text) for item in source.left_out]


def with_chunk(zip_file: ZipFile, name: str, data: bytes) -> Source:
    body = paragraph("Trước") + '<w:altChunk r:id="rId1"/>' + paragraph("Sau")
    members: dict[str, str | bytes] = {**docx_parts(body, {})}
    members["word/_rels/document.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/aFChunk" Target="{name}"/></Relationships>'
    )
    members[f"word/{name}"] = data
    return read_docx(zip_file(members))


def inner_word_file() -> bytes:
    target = io.BytesIO()
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>Chú thích</w:t></w:r></w:p></w:footnote>'
    body = '<w:p><w:r><w:t>Bên trong</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
    with zipfile.ZipFile(target, "w") as archive:
        for member, content in docx_parts(body + '<w:altChunk r:id="rId1"/>', {"footnotes": note}).items():
            archive.writestr(member, content)
    return target.getvalue()


def test_html_gives_paragraphs_lists_and_tables_with_their_looks():
    blocks = html_blocks(PAGE)
    assert [block.text for block in blocks[:2]] == [
        RichText.of("KẾ HOẠCH", bold=True),
        RichText((Span("Trồng cây "), Span("năm", italic=True), Span(" 2026"))),
    ]
    assert blocks[0].align == "center"
    assert [(block.label, block.text.plain) for block in blocks[2:5]] == [("1.", "Một"), ("2.", "Hai"), ("-", "Ba")]
    rows = blocks[5].rows or ()
    assert [[(c.text.plain, c.colspan, c.rowspan) for c in row] for row in rows] == [
        [("Thôn", 1, 1), ("Số cây", 2, 1)],
        [("Đoài\nkhu B", 1, 2), ("5", 1, 1), ("6\n7", 1, 1)],
    ]
    assert blocks[5].header_rows == 1


@pytest.mark.parametrize("name", ["trang.html", "trang.mht"])
def test_a_page_inside_a_word_file_is_read_in_its_place(zip_file: ZipFile, name: str):
    mime = "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    data = (mime if name.endswith("mht") else "") + PAGE
    source = with_chunk(zip_file, name, data.encode("utf-8"))
    shown = [block.text.plain for block in source.blocks if not block.is_table]
    assert shown == ["Trước", "KẾ HOẠCH", "Trồng cây năm 2026", "Một", "Hai", "Ba", "Sau"]
    assert "alert" not in source.text
    assert source.left_out == []


def test_a_word_file_inside_a_word_file_keeps_its_notes_and_goes_no_deeper(zip_file: ZipFile):
    source = with_chunk(zip_file, "trong.docx", inner_word_file())
    assert [block.text.plain for block in source.blocks] == ["Trước", "Bên trong", "Sau"]
    (mark,) = source.blocks[1].text.footnotes
    assert source.footnotes[mark].plain == "Chú thích"
    assert [item.kind for item in source.left_out] == ["embedded"]


def test_a_document_of_another_kind_is_listed(zip_file: ZipFile):
    source = with_chunk(zip_file, "cu.rtf", b"{\\rtf1 x}")
    assert [block.text.plain for block in source.blocks] == ["Trước", "Sau"]
    assert left(source) == [("embedded", "word/cu.rtf")]


def test_images_objects_and_signatures_are_each_counted(zip_file: ZipFile):
    office = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
    graphics = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="A"/><a:blip/></wp:inline></w:drawing></w:r>'
        "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
        f'<w:r><w:object {office}><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
        f'<w:r><w:pict><v:shape><v:imagedata/><o:signatureline {office} o:suggestedsigner="Lò Văn Thử"/></v:shape>'
        "</w:pict></w:r><w:r><w:pict><v:line/></w:pict></w:r>"
    )
    header = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="2" name="Logo"/><a:blip/></wp:inline></w:drawing></w:r></w:p>'
    )
    members: dict[str, str | bytes] = {**docx_parts(f"<w:p>{graphics}</w:p>", {"header": header})}
    members |= {"_xmlsignatures/sig1.xml": "<x/>", "word/vbaProject.bin": b"x"}
    assert left(read_docx(zip_file(members))) == [
        ("image", "A"),
        ("image", ""),
        ("embedded", "Excel.Sheet.12"),
        ("signature", "Lò Văn Thử"),
        ("image", "Logo"),
        ("signature", "_xmlsignatures/sig1.xml"),
        ("macro", "word/vbaproject.bin"),
    ]


def test_a_paragraph_deleted_or_moved_away_is_no_item_of_its_list(word_file: WordFile):
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = '<w:p><w:pPr>{}<w:rPr><w:{} w:id="1"/></w:rPr></w:pPr><w:{} w:id="2"><w:r><w:t>Bỏ</w:t></w:r></w:{}></w:p>'
    body = (
        paragraph("Một", listed)
        + gone.format(listed, "moveFrom", "moveFrom", "moveFrom")
        + gone.format(listed, "del", "del", "del").replace("<w:t>Bỏ</w:t>", "<w:delText>Bỏ</w:delText>")
        + paragraph("Hai", listed)
    )
    source = read_docx(word_file(body, numbering=numbering))
    assert [(block.label, block.text.plain) for block in source.blocks] == [("1.", "Một"), ("2.", "Hai")]
    assert left(source) == [("moved", "Bỏ"), ("deletion", "Bỏ")]


def test_html_left_in_plain_text_is_read_as_tables_and_characters():
    source = source_of(
        "KẾ HOẠCH\n\n<!-- bỏ -->\nTrồng cây &amp; phủ xanh&nbsp;đồi trọc.\n<table border=1>\n<tr><td>Thôn</td>\n"
        "<td>Số<br/>cây</td></tr><tr><td colspan=2>Đoài</td></tr>\n</table>\n"
    )
    assert [block.text.plain for block in source.blocks[:2]] == ["KẾ HOẠCH", "Trồng cây & phủ xanh đồi trọc."]
    assert [[c.text.plain for c in row] for row in source.blocks[2].rows or ()] == [["Thôn", "Số cây"], ["Đoài", ""]]


def test_a_whole_page_saved_as_text_is_read():
    source = source_of(PAGE)
    assert source.format == "txt"
    assert source.blocks[0].text.plain == "KẾ HOẠCH"
    assert "<" not in source.text


def test_a_title_in_spaced_letters_comes_back_in_words():
    source = source_of("K Ế  H O Ạ C H\n\nII. T Ổ  C H Ứ C   T H Ự C  H I Ệ N\n\nCác thôn thực hiện.")
    assert [block.text.plain for block in source.blocks[:2]] == ["KẾ HOẠCH", "II. TỔ CHỨC THỰC HIỆN"]
