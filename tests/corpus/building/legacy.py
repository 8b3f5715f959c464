"""The two old Vietnamese encodings offices still hold: TCVN3 (fonts .VnTime) and VNI (fonts VNI-Times), as Latin-1 text."""

from __future__ import annotations

import unicodedata

_TCVN3_ROWS = {
    "aàảãáạ": "a\xb5\xb6\xb7\xb8\xb9", "ăằẳẵắặ": "\xa8\xbb\xbc\xbd\xbe\xc6", "âầẩẫấậ": "\xa9\xc7\xc8\xc9\xca\xcb",
    "eèẻẽéẹ": "e\xcc\xce\xcf\xd0\xd1", "êềểễếệ": "\xaa\xd2\xd3\xd4\xd5\xd6", "iìỉĩíị": "i\xd7\xd8\xdc\xdd\xde",
    "oòỏõóọ": "o\xdf\xe1\xe2\xe3\xe4", "ôồổỗốộ": "\xab\xe5\xe6\xe7\xe8\xe9", "ơờởỡớợ": "\xac\xea\xeb\xec\xed\xee",
    "uùủũúụ": "u\xef\xf1\xf2\xf3\xf4", "ưừửữứự": "\xad\xf5\xf6\xf7\xf8\xf9", "yỳỷỹýỵ": "y\xfa\xfb\xfc\xfd\xfe",
    "đ": "\xae", "ĂÂÊÔƠƯĐ": "\xa1\xa2\xa3\xa4\xa5\xa6\xa7",
}  # fmt: skip
TCVN3 = {
    letter: code
    for row, codes in _TCVN3_ROWS.items()
    for letter, code in zip(row, codes, strict=True)
    if letter != code
}

_VNI_TONES = {"\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_VNI_ROOF = {"": "â", "\u0301": "á", "\u0300": "à", "\u0309": "å", "\u0303": "ã", "\u0323": "ä"}
_VNI_BOWL = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
_VNI_WHOLE = {"í": "í", "ì": "ì", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "đ": "ñ", "ơ": "ô", "ư": "ö"}


def tcvn3(text: str) -> str:
    """Write Vietnamese in TCVN3; accented capitals have no code there and become small letters (the H fonts draw them)."""
    whole = unicodedata.normalize("NFC", text)
    return "".join(TCVN3.get(letter, TCVN3.get(letter.lower(), letter)) for letter in whole)


def vni(text: str) -> str:
    """Write Vietnamese in VNI: the mark of tone and roof as a letter of its own after the vowel."""
    return "".join(map(_vni_letter, unicodedata.normalize("NFC", text)))


def _vni_letter(letter: str) -> str:
    small = letter.lower()
    if small in _VNI_WHOLE:
        return _cased(_VNI_WHOLE[small], letter)
    parts = unicodedata.normalize("NFD", small)
    base, marks = parts[0], parts[1:]
    tone = "".join(mark for mark in marks if mark in _VNI_TONES)
    if "\u0302" in marks:
        return _cased(base + _VNI_ROOF[tone], letter)
    if "\u0306" in marks:
        return _cased(base + _VNI_BOWL[tone], letter)
    if "\u031b" in marks:
        return _cased(_VNI_WHOLE[{"o": "ơ", "u": "ư"}[base]] + _VNI_TONES[tone], letter)
    return _cased(base + _VNI_TONES[tone], letter) if tone else letter


def _cased(code: str, letter: str) -> str:
    return code.upper() if letter.isupper() else code
