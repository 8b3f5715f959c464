"""Plain text in: encodings, wrapped lines, marks, page numbers, tables, footnotes."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from documents.reading.blocks import Source
from documents.reading.text import block_text, read_text, source_of
from documents.reading.text_lines import words
from plans.errors import Trouble

TEXTS = Path(__file__).parent / "fixtures" / "text"
ALL = sorted(path.name for path in TEXTS.glob("*.txt"))


def paragraphs(source: Source) -> list[str]:
    return [block.text.plain for block in source.blocks if not block.is_table]


def wrapped(*paragraph: str) -> str:
    """A file whose lines are about equally full, so that a line's end tells nothing by itself."""
    body = "Các thôn chủ động rà soát, lập danh sách những hộ có hoàn cảnh khó khăn cần được\nhỗ trợ kịp thời "
    return "\n".join([*[body + "trong năm và báo cáo về xã." for _ in range(12)], *paragraph])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_each_unicode_encoding_reads_alike(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_bytes("KẾ HOẠCH\r\nTrồng cây xã Suối Lim\r\n".encode(encoding))
    assert paragraphs(read_text(path)) == ["KẾ HOẠCH", "Trồng cây xã Suối Lim"]


@pytest.mark.parametrize(
    "data",
    [
        "Kế hoạch trồng cây".encode("cp1258", "replace") + b"\xea\xd3",
        b"PK\x03\x04\xff\x00\x80",
        b"\x00\x01\x02\x03" * 40,
    ],
)
def test_bytes_that_are_no_unicode_text_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "tệp.txt"
    path.write_bytes(data)
    with pytest.raises(Trouble) as trouble:
        read_text(path)
    assert trouble.value.code == "file-binary"


def test_white_space_alone_is_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "trống.txt"
    path.write_text(" \n\n\t\n", encoding="utf-8")
    with pytest.raises(Trouble) as trouble:
        read_text(path)
    assert trouble.value.code == "file-empty"


def test_decomposed_letters_come_out_composed() -> None:
    text = unicodedata.normalize("NFD", "Ủy ban nhân dân xã Đồng Sậy")
    assert paragraphs(source_of(text)) == ["Ủy ban nhân dân xã Đồng Sậy"]


def test_wrapped_lines_become_one_paragraph_and_short_lines_end_one() -> None:
    found = paragraphs(source_of(wrapped("1. Công tác chuẩn bị", "Phòng Văn hóa - Xã hội xã rà soát.")))
    assert found[0].endswith("cần được hỗ trợ kịp thời trong năm và báo cáo về xã.")
    assert found[-2:] == ["1. Công tác chuẩn bị", "Phòng Văn hóa - Xã hội xã rà soát."]


def test_a_blank_line_inside_a_sentence_parts_nothing() -> None:
    found = paragraphs(
        source_of(
            "Ủy ban nhân dân xã Suối Lim giao cho các thôn rà soát, lập danh sách các hộ nghèo và\n\ncác hộ cận nghèo."
        )
    )
    assert len(found) == 1


def test_a_symbol_broken_at_its_hyphen_is_whole_again() -> None:
    found = paragraphs(
        source_of(
            wrapped(
                "- Bám sát các nhiệm vụ của Đảng ủy xã Suối Lim đã nêu tại Kế hoạch số 41-", "KH/ĐU ngày 19/11/2025."
            )
        )
    )
    assert found[-1].endswith("Kế hoạch số 41-KH/ĐU ngày 19/11/2025.")


def test_a_dash_in_mid_sentence_begins_no_item() -> None:
    found = paragraphs(
        source_of(
            wrapped(
                "Thực hiện đồng bộ các giải pháp để phát triển văn hóa, du lịch, phát triển kinh tế",
                "- xã hội của địa phương.",
            )
        )
    )
    assert found[-1].endswith("phát triển kinh tế - xã hội của địa phương.")


def test_page_numbers_and_form_feeds_are_layout() -> None:
    source = source_of(
        "Các thôn rà soát, lập danh sách và\n\f                   2\nbáo cáo xã trước ngày 15.\n\n\n- 3 -\n\n\n"
    )
    assert paragraphs(source) == ["Các thôn rà soát, lập danh sách và báo cáo xã trước ngày 15."]
    assert source.layout == ["2", "- 3 -"]


def test_markdown_and_latex_marks_are_no_text() -> None:
    source = source_of("## **II. MỤC TIÊU**\n\n- + Đạt $\\geq 95\\%$ số hộ\n\n\\* Năm 2026:\n")
    assert paragraphs(source) == ["II. MỤC TIÊU", "+ Đạt ≥ 95% số hộ".replace("≥ ", "≥"), "* Năm 2026:"]
    assert source.layout == ["geq"]


def test_headings_glued_by_emphasis_marks_are_parted() -> None:
    found = paragraphs(source_of("4.2. Hạ tầng số (Kho dữ liệu)*4.2.1. Đồng bộ dữ liệu**a) Nội dung công việc*\n"))
    assert found == ["4.2. Hạ tầng số (Kho dữ liệu)", "4.2.1. Đồng bộ dữ liệu", "a) Nội dung công việc"]


def test_a_table_head_repeated_by_the_page_is_layout() -> None:
    text = "Danh mục nhiệm vụ như sau:\n\nSTT\tViệc\tHạn\n1\tRà soát\tQuý I\n\nSTT\tViệc\tHạn\n2\tBáo cáo\tQuý II\n"
    source = source_of(text)
    table = next(block for block in source.blocks if block.is_table)
    assert table.rows is not None
    assert [row[1].text.plain for row in table.rows] == ["Việc", "Rà soát", "Báo cáo"]
    assert source.layout == ["STT Việc Hạn"]


def test_a_pipe_table_keeps_its_cells() -> None:
    source = source_of("Bảng phân công:\n\n| TT | Việc |\n|---|:--:|\n| 1 | Rà soát<br>hồ sơ |\n")
    table = next(block for block in source.blocks if block.is_table)
    assert table.rows is not None
    assert [[cell.text.plain for cell in row] for row in table.rows] == [["TT", "Việc"], ["1", "Rà soát\nhồ sơ"]]


def test_cells_on_lines_of_their_own_make_a_guessed_table() -> None:
    source = read_text(TEXTS / "cells.txt")
    table = next(block for block in source.blocks if block.is_table)
    assert table.guessed
    assert table.rows is not None
    assert [cell.text.plain for cell in table.rows[0]] == ["Năm", "Lượt khám", "Chuyển tuyến", "Tiêm chủng đủ (%)"]
    assert [cell.text.plain for cell in table.rows[1]] == ["2022", "5.120", "310", "92,5"]


def test_a_footnote_is_tied_to_the_mark_glued_to_a_word() -> None:
    source = read_text(TEXTS / "cells.txt")
    marked = next(block for block in source.blocks if block.text.footnotes)
    assert marked.text.plain.endswith("từ báo cáo của Trạm:")
    assert source.footnotes["fn1"].plain.startswith("Báo cáo số 15/BC-TYT")
    assert "Số người tham gia" not in source.footnotes["fn1"].plain


@pytest.mark.parametrize("name", ALL)
def test_blocks_footnotes_and_layout_hold_every_word(name: str) -> None:
    source = read_text(TEXTS / name)
    held = " ".join(block_text(block) for block in source.blocks)
    notes = " ".join(note.plain for note in source.footnotes.values())
    assert words(held) + words(notes) + words(" ".join(source.layout)) == words(source.text)
