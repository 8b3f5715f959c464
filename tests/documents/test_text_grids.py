"""Tables that plain text holds without tabs or Markdown: counted cells, columns of blanks, drawn borders."""

from __future__ import annotations

from documents.reading.blocks import Block, Source
from documents.reading.text import source_of

BODY = "KẾ HOẠCH\nTrồng cây năm 2026\n\nI. NHIỆM VỤ\n\n"


def tables(source: Source) -> list[Block]:
    return [block for block in source.blocks if block.is_table]


def rows(block: Block) -> list[list[str]]:
    return [[cell.text.plain for cell in row] for row in block.rows or ()]


def test_cells_on_lines_of_their_own_come_back_as_the_rows_that_are_counted() -> None:
    head = ["TT", "Nhiệm vụ", "Chủ trì", "Thời hạn"]
    first = ["1", "Đường trục xã giai\nđoạn 1", "Ban Quản lý", "Tháng 6/2026"]
    second = ["2", "Lễ hội", "Văn phòng", "Tháng 2/2026"]
    source = source_of(BODY + "\n\n".join([*head, *first, *head, *second, "II. KINH PHÍ", "Xã lo đủ."]))
    (table,) = tables(source)
    assert rows(table) == [head, ["1", "Đường trục xã giai đoạn 1", "Ban Quản lý", "Tháng 6/2026"], second]
    assert not table.guessed
    assert source.layout == [" ".join(head)], "the head that the page repeats"
    assert [block.text.plain for block in source.blocks[-2:]] == ["II. KINH PHÍ", "Xã lo đủ."]


def test_a_cell_missing_in_a_counted_row_makes_it_a_guess() -> None:
    cells = ["STT", "Việc", "Chủ trì", "1", "Làm đất", "Thôn Đoài", "2", "Bón lót", "3", "Trồng", "Thôn Hạ"]
    (table,) = tables(source_of(BODY + "\n\n".join(cells)))
    assert rows(table)[2] == ["2", "Bón lót", ""]
    assert table.guessed


def test_columns_held_apart_by_blanks_are_a_table() -> None:
    text = (
        "STT   Nội dung                 Năm 2026    Năm 2027\n"
        "1     Trồng mới cây ăn quả     20          30\n"
        "      trên đất dốc\n"
        "2     Mô hình liên kết         01          02\n"
    )
    (table,) = tables(source_of(BODY + text + "\nII. KINH PHÍ\n"))
    assert rows(table) == [
        ["STT", "Nội dung", "Năm 2026", "Năm 2027"],
        ["1", "Trồng mới cây ăn quả trên đất dốc", "20", "30"],
        ["2", "Mô hình liên kết", "01", "02"],
    ]


def test_justified_text_with_wide_gaps_is_no_table() -> None:
    line = "Các thôn  chủ động  rà soát, lập danh sách những hộ thiếu giống.\n"
    assert tables(source_of(BODY + line * 5)) == []


def test_drawn_borders_are_layout_and_wrapped_cells_whole() -> None:
    text = (
        "+----+-----------------+---------+\n| TT | Việc            | Ai      |\n+----+-----------------+---------+\n"
        "| 1  | Khảo sát bể bơi | Thôn    |\n| 2  | Tuyển huấn      | Đoàn xã |\n|    | luyện viên      |         |\n"
        "+----+-----------------+---------+\n"
    )
    (table,) = tables(source_of(BODY + text))
    assert rows(table)[1:] == [["1", "Khảo sát bể bơi", "Thôn"], ["2", "Tuyển huấn luyện viên", "Đoàn xã"]]


def test_page_numbers_between_counted_rows_are_told_from_their_counts() -> None:
    page = "\n".join(f"Việc thứ {word} của các thôn trong xã." for word in ["một", "hai", "ba"] * 7)
    text = "KẾ HOẠCH\nTrồng cây\n" + "".join(f"{page}\n{number}\n" for number in (2, 3, 4))
    assert source_of(text).layout == ["2", "3", "4"]
