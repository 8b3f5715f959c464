"""The bytes of a text file as Unicode: UTF-8, UTF-16 with or without a mark, Windows-1258, TCVN3, VNI."""

from __future__ import annotations

import re
from pathlib import Path

from documents.reading.legacy_text import is_vietnamese, recovered
from plans.errors import Trouble
from plans.text import nfc
from resources.texts import gettext as _

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_TOLERATED = 0.002
"""Share of damaged signs up to which a file still counts as UTF-8."""


def decoded(data: bytes, path: Path) -> tuple[str, list[str]]:
    """Return the characters of ``data`` and notes on what was converted. Raises Trouble "file-binary" for what is no
    Vietnamese text in any of the encodings."""
    text, notes = _characters(data)
    if text is None or len(_CONTROLS.findall(text)) > len(text) // 200:
        raise Trouble("file-binary", path=path)
    return _CONTROLS.sub("", text), notes


def modern(text: str) -> tuple[str, list[str]]:
    """Return ``text`` with what was written in an old encoding converted, and a note for each encoding met."""
    text, found = recovered(nfc(text))
    return text, [_note(encoding.value, count) for encoding, count in found.items()]


def _note(encoding: str, count: int) -> str:
    return _("Đã chuyển {count} dòng chữ từ bảng mã {encoding} sang Unicode.").format(count=count, encoding=encoding)


def _characters(data: bytes) -> tuple[str | None, list[str]]:
    encoding = _unicode_form(data)
    try:
        return nfc(data.decode(encoding)), []
    except UnicodeDecodeError:
        pass
    if encoding == "utf-8-sig":
        shown = nfc(data.decode(encoding, "replace"))
        damaged = shown.count("\ufffd")
        if damaged <= _TOLERATED * len(shown) and is_vietnamese(shown.replace("\ufffd", "")):
            return shown, [_("Tệp có {count} ký tự hỏng, hiện là “\ufffd”.").format(count=damaged)]
    return _single_bytes(data)


def _unicode_form(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if len(data) >= 4 and data.count(0) > len(data) // 5:
        return "utf-16-le" if data[1::2].count(0) > data[0::2].count(0) else "utf-16-be"
    return "utf-8-sig"


def _single_bytes(data: bytes) -> tuple[str | None, list[str]]:
    """Return the text of an encoding with one byte a sign, None where none of them gives Vietnamese words. TCVN3 and
    VNI stand in the signs of a Western font; ``modern`` converts those."""
    try:
        text = nfc(data.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    if is_vietnamese(text):
        return text, [_note("Windows-1258", sum(not line.isascii() for line in text.split("\n")))]
    western = nfc(data.decode("latin-1"))
    return (western if recovered(western)[1] else None), []
