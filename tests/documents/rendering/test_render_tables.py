from __future__ import annotations

import re

from documents.rendering.columns import column_needs, column_widths, numeric_columns
from documents.rendering.grid import MOST_COLUMNS, lay
from plans.nodes import Cell, Table
from plans.text import RichText, Span

R = RichText.of


def test_header_rows_repeat_and_no_row_is_split(hard_plan, rendered):
    rows = re.findall(r"<w:tr>.*?</w:tr>", rendered(hard_plan).xml)
    data = [row for row in rows if "KHDauBang" in row or "KHOBang" in row]
    assert [("<w:tblHeader/>" in row) for row in data[:3]] == [True, True, False]
    assert all("<w:cantSplit/>" in row for row in data)


def test_heads_are_merged_in_both_directions(hard_plan, rendered):
    first, second = re.findall(r"<w:tr>.*?</w:tr>", rendered(hard_plan).xml)[2:4]
    assert first.count('<w:vMerge w:val="restart"/>') == second.count("<w:vMerge/>") == 2
    assert '<w:gridSpan w:val="4"/>' in first
    assert first.count("<w:tc>") == 3
    assert second.count("<w:tc>") == 6


def test_figures_stand_right_or_centred_and_text_left(hard_plan, rendered):
    document = rendered(hard_plan)
    assert document.texts("KHOBang")[:1] == ["Số gian hàng"]
    assert "1500" in document.texts("KHOBangGiua")


def test_figures_of_one_table_stand_alike_and_the_running_number_is_centred(node):
    rows = lay(node["cells"]((1, "Chợ", 36, "1.250.000"), (2, "Đường", "≥ 5", "97,5%")))
    assert numeric_columns(rows, 0) == {0: "center", 2: "right", 3: "right"}


def test_the_author_decides_the_alignment_of_a_cell(make, rendered):
    plan = make(Table(rows=[[Cell(text=R("Đầu"))], [Cell(text=R("chữ"), align="right")]]))
    assert rendered(plan).texts("KHOBangPhai") == ["chữ"]


def test_rows_that_are_short_or_spans_that_are_too_long_still_make_a_grid():
    laid = lay([[Cell(text=R("a"), rowspan=9), Cell(text=R("b"))], [], [Cell(colspan=3)]])
    assert [sum(slot.colspan for slot in row) for row in laid] == [4, 4, 4]


def test_columns_fill_the_width_and_a_longer_text_gets_more():
    rows = lay([[Cell(text=R("TT")), Cell(text=R("Nội dung rất dài " * 20)), Cell(text=R("Quý II/2026"))]])
    widths = column_widths(column_needs(rows), [], 9354)
    assert sum(widths) == 9354
    assert widths[0] < widths[2] < widths[1]


def test_a_letter_more_does_not_halve_a_column_where_room_is_short():
    words = [[Cell(text=R(f"{row}.{column} nội dung")) for column in range(12)] for row in range(6)]
    widths = column_widths(column_needs(lay(words)), [], 14000)
    assert sum(widths) == 14000
    assert max(widths) < 1.2 * min(widths)


def test_shares_that_are_given_decide_the_widths():
    needs = column_needs(lay([[Cell(), Cell()]]))
    assert column_widths(needs, [1, 3], 8000) == [2000, 6000]


def test_a_landscape_table_lies_between_portrait_pages_with_its_heading(hard_plan, rendered):
    xml = rendered(hard_plan).xml
    sizes = re.findall(r"<w:pgSz [^>]*>", xml)
    assert [("landscape" in size) for size in sizes] == [False, True, False, True, False]
    assert xml.index("BẢNG RỘNG") > xml.index("<w:sectPr>")


def test_a_table_too_wide_for_portrait_turns_the_page_by_itself(make, node, rendered):
    plan = make(Table(rows=node["cells"](tuple(f"Chỉtiêusố{number}" for number in range(9)))), node["paragraph"]("x."))
    assert "landscape" in rendered(plan).xml


def test_a_table_of_very_many_columns_becomes_several(make, node, rendered):
    plan = make(Table(rows=node["cells"](tuple(range(200)))), node["paragraph"]("x."))
    grids = re.findall(r"<w:tblGrid>(.*?)</w:tblGrid>", rendered(plan).xml)[1:-1]
    counts = [grid.count("<w:gridCol ") for grid in grids]
    assert max(counts) <= MOST_COLUMNS
    assert sum(counts) == 200


def test_two_tables_in_a_row_stay_two(make, node, rendered):
    plan = make(Table(rows=node["cells"](("a",))), Table(rows=node["cells"](("b",))), node["paragraph"]("x."))
    assert "</w:tbl><w:tbl>" not in rendered(plan).xml


def test_a_cell_keeps_its_paragraphs_and_looks(make, rendered):
    text = RichText((Span("một\nhai", bold=True), Span(" ba")))
    document = rendered(make(Table(header_rows=0, rows=[[Cell(text=text)]])))
    assert document.texts("KHOBang") == ["một", "hai ba"]
    assert document.xml.count("<w:b/><w:bCs/></w:rPr>") == 2


def test_a_row_across_all_columns_stays_with_the_next(make, node, rendered):
    rows = [*node["cells"](("A", "B")), [Cell(text=R("Nhóm một"), colspan=2)], *node["cells"]((1, 2))]
    xml = rendered(make(Table(rows=rows))).xml
    assert re.search(r'<w:pStyle w:val="KHOBang"/><w:keepNext/></w:pPr>.{0,40}Nhóm một', xml)


def test_a_row_too_high_to_stay_whole_may_break(make, node, rendered):
    rows = node["cells"](("TT", "Nội dung"), (1, "\n".join("dòng" for _ in range(60))), (2, "ngắn"))
    data = re.findall(r"<w:tr>.*?</w:tr>", rendered(make(Table(rows=rows), node["paragraph"]("x."))).xml)[2:-1]
    assert [("<w:cantSplit/>" in row) for row in data] == [True, False, True]


def test_the_words_of_a_cell_merged_over_many_rows_stand_at_its_top(make, rendered):
    rows = [[Cell(text=R("Nhóm"), rowspan=9), Cell(text=R("1"))], *([Cell(text=R(str(row)))] for row in range(8))]
    xml = rendered(make(Table(header_rows=0, rows=rows))).xml
    merged, plain = re.findall(r"<w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>", xml)[4:6]
    assert "restart" in merged
    assert "vAlign" not in merged
    assert "vAlign" in plain


def test_a_table_that_leaves_its_texts_a_word_a_line_is_turned(make, rendered, node):
    def table(columns: int) -> Table:
        rows = [("Chỉ tiêu của từng thôn", *["Ước thực hiện"] * columns), ("Số gian hàng", *["142.650"] * columns)]
        return Table(rows=node["cells"](*rows), header_rows=1)

    assert ["landscape" in rendered(make(table(columns), node["paragraph"]("Hết."))).xml for columns in (5, 8)] == [
        False, True,
    ]  # fmt: skip
