"""Text in the encodings of the time before Unicode comes in as Unicode, and the report says so."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from documents.reading.docx import read_docx
from documents.reading.legacy_text import Legacy, converted, from_font, recovered
from documents.reading.text import read_text, source_of

WORDS = "Hội Nông dân xã Suối Lim tổ chức trồng mười nghìn cây; hỗ trợ giống, phân bón cho các hộ ở thôn Đoài."
PARAGRAPH = (
    "Các trưởng thôn phối hợp với Hội Nông dân xã vận động người dân đăng ký, lập danh sách gửi về trước ngày 15."
)
TONES = "\u0300\u0301\u0303\u0309\u0323"
_TCVN3 = {
    "Ă": "¡", "Â": "¢", "Ê": "£", "Ô": "¤", "Ơ": "¥", "Ư": "¦", "Đ": "§", "ă": "¨", "â": "©", "ê": "ª", "ô": "«",
    "ơ": "¬", "ư": "\u00ad", "đ": "®", "à": "µ", "ả": "¶", "ã": "·", "á": "¸", "ạ": "¹", "ấ": "Ê", "ầ": "Ç", "ậ": "Ë",
    "ộ": "é", "ố": "è", "ồ": "å", "ổ": "æ", "ỗ": "ç", "ủ": "ñ", "ớ": "í", "ờ": "ê", "ợ": "î", "ở": "ë",
    "ế": "Õ", "ề": "Ò", "ể": "Ó", "ệ": "Ö", "í": "Ý", "ì": "×", "ị": "Þ", "ó": "ã", "ò": "ß", "ọ": "ä", "ý": "ý",
    "ụ": "ô", "ú": "ó", "ứ": "ø", "ừ": "õ", "ử": "ö", "ự": "ù", "ằ": "»", "ắ": "¾", "ặ": "Æ", "ẳ": "¼",
}  # fmt: skip
"""TCVN 5712:1993 as far as the sentences here need it, typed apart from the table under test."""


def in_tcvn3(text: str) -> str:
    return "".join(_TCVN3.get(sign, sign) for sign in unicodedata.normalize("NFC", text))


def in_windows_1258(text: str) -> bytes:
    """Letters with their shapes, tones apart, as Windows wrote them."""
    apart = unicodedata.normalize("NFD", text)
    letters: list[str] = []
    for sign in apart:
        if unicodedata.combining(sign) and sign not in TONES:
            tone = letters.pop() if letters[-1] in TONES else ""
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + sign)
            letters += [tone] if tone else []
        else:
            letters.append(sign)
    return "".join(letters).encode("cp1258")


def test_tcvn3_and_vni_words_are_known_by_their_looks():
    assert recovered("Ủy ban nhân dân xã Suối Lim, thôn Đoài, hỗ trợ các hộ trồng cây.")[1] == {}
    tcvn3 = "Kế hoạch trồng cây xã Suối Lim, hỗ trợ giống cho các hộ ở thôn Đoài"
    assert recovered(in_tcvn3(tcvn3)) == (tcvn3, {Legacy.TCVN3: 1})
    vni = "Keá hoaïch troàng caây xaõ Suoái Lim, hoã trôï gioáng cho caùc hoä ôû thoân Ñoaøi; mö÷i, höôùng daãn"
    assert recovered(vni.replace("÷", "ø"))[0].startswith("Kế hoạch trồng cây xã Suối Lim, hỗ trợ giống cho các hộ")


def test_a_line_in_an_old_encoding_among_others_is_converted_alone():
    text = f"{WORDS}\n{in_tcvn3(PARAGRAPH)}\n{WORDS}"
    assert recovered(text) == (f"{WORDS}\n{PARAGRAPH}\n{WORDS}", {Legacy.TCVN3: 1})


@pytest.mark.parametrize("shown", ["Ẳ ẳ Ẵ ỡ Ỹ ỵ", "đường Ngô Quyền", "ỉ ĩ ị ì í"])
def test_every_vni_letter_has_its_sign(shown: str):
    typed = {
        "Ẳ ẳ Ẵ ỡ Ỹ ỵ": "AÚ aú AÜ ôõ YÕ î",
        "đường Ngô Quyền": "ñöôøng Ngoâ Quyeàn",
        "ỉ ĩ ị ì í": "æ ó ò ì í",
    }[shown]
    assert converted(typed, Legacy.VNI) == shown


def test_fonts_decide_in_word_files_and_fonts_of_capitals_show_capitals():
    assert from_font("KÕ ho¹ch", ".VnTimeH") == ("KẾ HOẠCH", Legacy.TCVN3)
    assert from_font("HO¹T §éNG", ".VnTime") == ("HOẠT ĐỘNG", Legacy.TCVN3)
    assert from_font("Kế hoạch", ".VnTime") == ("Kế hoạch", None), "Unicode typed in an old font"
    assert from_font("á", "Times New Roman") == ("á", None)


@pytest.mark.parametrize("encoding", ["tcvn3", "cp1258", "vni"])
def test_bytes_of_old_encodings_are_read_and_told(tmp_path: Path, encoding: str):
    text = f"{WORDS}\n\n{PARAGRAPH}\n"
    vni = "Caùc tröôûng thoân phoái hôïp vôùi Hoäi Noâng daân xaõ vaän ñoäng ngöôøi daân ñaêng kyù, laäp danh saùch."
    data = {"tcvn3": in_tcvn3(text).encode("latin-1"), "cp1258": in_windows_1258(text), "vni": vni.encode("latin-1")}
    path = tmp_path / "cũ.txt"
    path.write_bytes(data[encoding])
    source = read_text(path)
    first = source.blocks[0].text.plain
    assert first in (WORDS, "Các trưởng thôn phối hợp với Hội Nông dân xã vận động người dân đăng ký, lập danh sách.")
    assert len(source.notes) == 1
    assert "Unicode" in source.notes[0]


def test_one_damaged_byte_does_not_lose_a_file(tmp_path: Path):
    path = tmp_path / "hỏng.txt"
    data = f"{WORDS}\n{PARAGRAPH}\n".encode() * 20
    path.write_bytes(data[:2000].rstrip(b"\x80") + b"\xff" + data[2000:])
    source = read_text(path)
    assert WORDS in source.text
    assert "hỏng" in source.notes[0]


def run(text: str, font: str) -> str:
    return f'<w:r><w:rPr>{font}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_the_font_of_a_run_comes_through_styles_and_defaults(word_file: Callable[..., Path]):
    fonts = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'
    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="H"/><w:rPr>'
        '<w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr></w:style>'
    )
    unicode_font = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    vni = '<w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/>'
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>{run("KÕ ho¹ch", "")}</w:p>'
        f"<w:p>{run('Tr', '')}<w:r><w:t>­</w:t></w:r>{run('êng tiÓu häc, ', '')}{run('đã có', unicode_font)}</w:p>"
        f"<w:p>{run('ch', '')}<w:r><w:softHyphen/></w:r>{run('¬ng tr×nh', '')}</w:p>"
        f"<w:p>{run('hoa', vni)}{run('ït ñoäng', vni)}</w:p>"
        f"<w:p>{run('&#xF0A7;oµi', '')}</w:p>"
    )
    source = read_docx(word_file(body, styles=styles))
    assert [block.text.plain for block in source.blocks] == [
        "KẾ HOẠCH",
        "Trường tiểu học, đã có",
        "chương trình",
        "hoạt động",
        "Đoài",
    ]
    assert len(source.notes) == 2
    assert "TCVN3" in source.notes[0]
    assert "VNI" in source.notes[1]


def test_text_of_a_theme_font_is_left_alone(word_file: Callable[..., Path]):
    themed = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii=".VnTime"/>'
    assert read_docx(word_file(f"<w:p>{run('á ô', themed)}</w:p>")).blocks[0].text.plain == "á ô"


def test_labels_typed_in_an_old_font_are_converted(word_file: Callable[..., Path]):
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="§iÒu %1."/><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    source = read_docx(word_file(f"<w:p><w:pPr>{listed}</w:pPr>{run('Mục', '')}</w:p>", numbering=numbering))
    assert source.blocks[0].label == "Điều 1."


def test_pasted_text_in_an_old_encoding_is_converted():
    source = source_of(in_tcvn3(f"{WORDS}\n\n{PARAGRAPH}"))
    assert [block.text.plain for block in source.blocks] == [WORDS, PARAGRAPH]
