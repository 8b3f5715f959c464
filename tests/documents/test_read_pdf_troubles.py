"""PDF files whose text cannot be trusted: scans, their text layers, letters without meaning, old encodings, passwords."""

from __future__ import annotations

from pathlib import Path

import pytest

from documents.importing import import_plan
from documents.reading.blocks import Source
from documents.reading.legacy_text import _TCVN3_LETTERS
from documents.reading.pdf.judging import judge
from documents.reading.pdf.process_target import read
from documents.reading.pdf.shapes import Content, Look, Page, Word
from plans.errors import Trouble
from resources.messages import sentence
from tests.documents.pdf_files import A4, Sheet, pdf_of

VIETNAMESE = (
    "Ủy ban nhân dân xã ban hành kế hoạch phòng, chống thiên tai năm nay; các thôn rà soát nhà ở xung yếu, chuẩn bị "
    "lương thực, thuốc men và phương tiện cứu hộ, báo cáo kết quả trước mùa mưa bão để tổng hợp chung toàn xã."
)
PLAIN = "Uy ban nhan dan xa ban hanh ke hoach phong chong thien tai nam nay, cac thon ra soat nha o va bao cao. " * 3
GIBBERISH = "8%1' ;m %+Q 3KLrQJ Sk NdKRzFK SKqQJ FKkQJ WKLrQ WDL QsP QD\\ FcF WKtQ UzVRzW QKv [XQJ " * 5


def source_of(data: bytes) -> Source:
    return read(data, Path("tệp.pdf"), lambda _stage, _done=0, _total=0: None)


def code(data: bytes) -> str:
    with pytest.raises(Trouble) as caught:
        source_of(data)
    assert "tệp.pdf" in sentence(caught.value.code, caught.value.data)
    return caught.value.code


def words_of(text: str, look: Look) -> list[Word]:
    return [Word(word, look, 50.0 * at, 50.0 * at + 40, 100.0) for at, word in enumerate(text.split())]


def content(text: str, look: Look, pictures: list[float]) -> Content:
    return Content([Page(0, *map(float, A4), words_of(text, look), pictures=pictures)])


def old_bytes(text: str) -> str:
    signs = {letter: chr(number) for number, letter in _TCVN3_LETTERS.items()}
    return "".join(signs.get(letter, signs.get(letter.lower(), letter)) for letter in text)


def lines_of(text: str, **look: object) -> Sheet:
    sheet = Sheet()
    words = text.split()
    for line in range(0, len(words), 8):
        sheet.text(85, 100 + 2 * line, " ".join(words[line : line + 8]), **look)  # type: ignore[arg-type]
    return sheet


def test_a_scan_is_said_to_be_one():
    assert code(pdf_of(Sheet().picture(0, 0, *A4), Sheet().picture(0, 0, *A4))) == "pdf-scan"


def test_a_file_without_words_or_pictures_has_no_plan():
    assert code(pdf_of(Sheet())) == "file-no-plan"


def test_the_text_layer_of_a_scan_without_accents_is_refused():
    assert code(pdf_of(lines_of(PLAIN, mode=3).picture(0, 0, *A4))) == "pdf-scan-text"


def test_the_good_text_layer_of_a_scan_is_read_with_a_warning():
    notes = judge(content(VIETNAMESE, Look(hidden=True, size=12), [1.0]), Path("a.pdf"))
    assert notes == ["Chữ của tệp này do máy nhận dạng từ bản chụp, có thể sai; hãy soát lại với bản giấy."]


def test_a_single_scanned_page_among_others_is_told():
    pages = [lines_of(PLAIN), lines_of(PLAIN), Sheet().picture(0, 0, *A4)]
    assert source_of(pdf_of(*pages)).notes == ["Trang 3 chỉ là ảnh chụp, không có chữ để đọc."]


def test_letters_whose_meaning_the_file_does_not_tell_are_refused():
    broken = Page(0, *map(float, A4), words_of(VIETNAMESE, Look(size=12)), broken=40)
    with pytest.raises(Trouble, match="pdf-broken-letters"):
        judge(Content([broken]), Path("a.pdf"))


def test_letters_that_mean_others_are_refused():
    assert code(pdf_of(lines_of(GIBBERISH))) == "pdf-broken-letters"


def test_text_typed_without_accents_is_read():
    assert source_of(pdf_of(lines_of(PLAIN))).notes == []


@pytest.mark.parametrize("font", [".VnTime", "ABCDEF+.VnTime", "Helvetica"])
def test_text_in_tcvn3_comes_in_as_unicode_whether_the_font_says_so_or_not(font: str):
    source = source_of(pdf_of(lines_of(old_bytes(VIETNAMESE)), font=font))
    text = " ".join(source.text.split())
    assert "ban nhân dân xã ban hành kế hoạch phòng, chống thiên tai" in text
    assert "chuẩn bị lương thực, thuốc men và phương tiện cứu hộ, báo cáo kết quả trước mùa mưa" in text
    assert source.notes == ["Đã chuyển chữ bảng mã TCVN3 (ABC) trong tệp PDF sang Unicode."]


def test_a_password_is_said():
    noise = "<" + "5a" * 32 + ">"
    locked = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O {noise} /U {noise} >> /ID [<00> <00>]"
    assert code(pdf_of(Sheet().text(85, 100, "Mat."), trailer=locked)) == "file-encrypted"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"PK\x03\x04", b"\x00" * 5000, pdf_of(Sheet().text(9, 9, "a"))[:400]])
def test_a_damaged_file_is_said_to_be_damaged(data: bytes):
    assert code(data) in ("file-truncated", "file-no-plan")


def test_a_trouble_from_the_process_names_the_file(tmp_path: Path):
    path = tmp_path / "chụp.pdf"
    path.write_bytes(pdf_of(Sheet().picture(0, 0, *A4)))
    with pytest.raises(Trouble) as caught:
        import_plan(path)
    assert (caught.value.code, caught.value.data) == ("pdf-scan", {"path": path})
