"""Tables of a Word file: spans, heads, what stands in cells; letterheads are tables like any other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx

from documents.reading.docx import read_docx
from plans.nodes import Cell
from plans.text import RichText, Span

WordFile = Callable[..., Path]


def cell(*lines: str, properties: str = "") -> str:
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs or '<w:p/>'}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def shape(path: Path) -> list[list[tuple[str, int, int]]]:
    rows = read_docx(path).blocks[0].rows or ()
    return [[(item.text.plain, item.colspan, item.rowspan) for item in line] for line in rows]


DOWN, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def test_merged_heads_become_spans(word_file: WordFile):
    body = table(
        row(cell("TT", properties=DOWN), cell("Cơ quan", properties='<w:gridSpan w:val="2"/>')),
        row(cell(properties=ON), cell("Chủ trì"), cell("Phối hợp")),
        row(cell("1"), cell("A"), cell("B")),
    )
    assert shape(word_file(body)) == [
        [("TT", 1, 2), ("Cơ quan", 2, 1)],
        [("Chủ trì", 1, 1), ("Phối hợp", 1, 1)],
        [("1", 1, 1), ("A", 1, 1), ("B", 1, 1)],
    ]


def test_two_merges_in_one_column_stay_two(word_file: WordFile):
    body = table(
        row(cell("a", properties=DOWN), cell("1")),
        row(cell(properties=ON), cell("2")),
        row(cell("b", properties=DOWN), cell("3")),
        row(cell(properties=ON), cell("4")),
        row(cell("c"), cell("5")),
    )
    assert [line[0] for line in shape(word_file(body))] == [
        ("a", 1, 2), ("2", 1, 1), ("b", 1, 2), ("4", 1, 1), ("c", 1, 1),
    ]  # fmt: skip


def test_a_merge_that_goes_on_from_nothing_is_a_cell(word_file: WordFile):
    assert shape(word_file(table(row(cell("lạc", properties=ON))))) == [[("lạc", 1, 1)]]


def test_old_merges_to_the_right_and_skipped_columns_count(word_file: WordFile):
    body = table(
        row(cell("rộng", properties='<w:hMerge w:val="restart"/>'), cell(properties="<w:hMerge/>"), cell("hẹp")),
        row(cell("x", properties='<w:gridSpan w:val="2"/>'), properties='<w:gridBefore w:val="1"/>'),
    )
    assert shape(word_file(body)) == [[("rộng", 2, 1), ("hẹp", 1, 1)], [("", 1, 1), ("x", 2, 1)]]


def test_an_absurd_span_is_cut_to_what_word_allows(word_file: WordFile):
    wide = '<w:gridSpan w:val="999999999"/>'
    assert shape(word_file(table(row(cell("x", properties=wide))))) == [[("x", 63, 1)]]


def test_leading_repeated_rows_are_the_head(word_file: WordFile):
    head = "<w:tblHeader/>"
    body = table(
        row(cell("TT"), properties=head), row(cell("(1)"), properties=head), row(cell("1")),
        row(cell("2"), properties=head),
    )  # fmt: skip
    assert read_docx(word_file(body)).blocks[0].header_rows == 2


def test_paragraphs_of_a_cell_are_lines_with_their_looks(word_file: WordFile):
    bold = '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>UBND XÃ</w:t></w:r></w:p>'
    body = table(row(f"<w:tc>{bold}<w:p/>{bold}<w:p><w:r><w:t>thường</w:t></w:r></w:p></w:tc>"))
    text = RichText((Span("UBND XÃ\nUBND XÃ\n", bold=True), Span("thường")))
    assert read_docx(word_file(body)).blocks[0].rows == ((Cell(text=text, align="center"),),)


def test_automatic_numbers_stand_in_the_cells(word_file: WordFile):
    numbered = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = table(*(row(f"<w:tc>{numbered}</w:tc>", cell(name)) for name in ("Một", "Hai")))
    assert [line[0][0] for line in shape(word_file(body, numbering=numbering))] == ["1", "2"]


def test_a_table_within_a_cell_keeps_its_words(word_file: WordFile):
    inner = table(row(cell("a"), cell("b")), row(cell("c"), cell("d")))
    body = table(row(f"<w:tc><w:p><w:r><w:t>Trước</w:t></w:r></w:p>{inner}<w:p/></w:tc>"))
    assert shape(word_file(body)) == [[("Trước\na\tb\nc\td", 1, 1)]]


def test_rows_and_cells_in_content_controls_are_found(word_file: WordFile):
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    body = control(table(control(row(control(cell("trong")), cell("ngoài")))))
    assert shape(word_file(body)) == [[("trong", 1, 1), ("ngoài", 1, 1)]]


def test_a_deleted_row_and_words_under_a_merge_are_listed(word_file: WordFile):
    body = table(
        row(cell("a", properties=DOWN)),
        row(cell("che", properties=ON)),
        row(cell("bỏ"), properties='<w:del w:id="1"/>'),
    )
    source = read_docx(word_file(body))
    assert source.blocks[0].rows == ((Cell(text=RichText.of("a"), rowspan=2),), ())
    assert [(item.kind, item.text) for item in source.left_out] == [("hidden", "che"), ("deletion", "bỏ")]


def test_footnote_marks_in_cells_are_kept(word_file: WordFile):
    marked = '<w:tc><w:p><w:r><w:t>x</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:tc>'
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>Ghi chú</w:t></w:r></w:p></w:footnote>'
    source = read_docx(word_file(table(row(marked)), footnotes=note))
    assert (source.blocks[0].rows or ())[0][0].text.footnotes == ["fn1"]
    assert source.footnotes == {"fn1": RichText.of("Ghi chú")}


def test_a_letterhead_in_a_table_is_a_block_of_rows(tmp_path: Path):
    document = docx.Document()
    head = document.add_table(2, 2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nXÃ SUỐI LIM"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    head.cell(1, 0).text, head.cell(1, 1).text = "Số:     /KH-UBND", "Suối Lim, ngày   tháng 01 năm 2026"
    document.add_paragraph("KẾ HOẠCH")
    document.save(str(tmp_path / "a.docx"))
    first, second = read_docx(tmp_path / "a.docx").blocks
    assert [[item.text.plain for item in line] for line in first.rows or ()] == [
        ["ỦY BAN NHÂN DÂN\nXÃ SUỐI LIM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["Số:     /KH-UBND", "Suối Lim, ngày   tháng 01 năm 2026"],
    ]
    assert (second.text.plain, second.is_table) == ("KẾ HOẠCH", False)


def test_merged_cells_of_python_docx_are_read(tmp_path: Path):
    document = docx.Document()
    made = document.add_table(3, 3)
    made.cell(0, 0).merge(made.cell(1, 0)).text = "cao"
    made.cell(0, 1).merge(made.cell(0, 2)).text = "rộng"
    made.cell(1, 1).merge(made.cell(2, 2)).text = "khối"
    document.save(str(tmp_path / "a.docx"))
    assert shape(tmp_path / "a.docx") == [[("cao", 1, 2), ("rộng", 2, 1)], [("khối", 2, 2)], [("", 1, 1)]]
