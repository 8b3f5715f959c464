"""What a file named .doc really is, by its first bytes."""

from __future__ import annotations

import re
from enum import StrEnum

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_WORD_2 = (b"\xdb\xa5", b"\x31\xbe", b"\x32\xbe", b"\xfe\x37", b"\x9b\xa5", b"\xffWPC")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*(?:<!doctype\s+html|<html[\s>]|<meta\s|<head[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(rb"\s*(?:MIME-Version|Content-Type|From|Date|Subject|X-[\w-]+)\s*:", re.IGNORECASE)
_WORD_XML = b"http://schemas.microsoft.com/office/word/2003/wordml"
_HEAD = 4096


class Kind(StrEnum):
    """Kinds of content under the name .doc."""

    WORD = "word"  # an OLE file: Word 97 and later, or something else that Office kept so
    OLD_WORD = "old-word"  # Word before 6.0, Write, WordPerfect
    DOCX = "docx"
    RTF = "rtf"
    HTML = "html"
    MHTML = "mhtml"
    WORD_XML = "word-xml"  # Word 2003 XML
    PDF = "pdf"
    TEXT = "text"


def kind_of(data: bytes) -> Kind:
    """Return what ``data`` is; whatever is unknown counts as text, whose reader refuses what is none."""
    head = data[:_HEAD]
    bare = head.removeprefix(b"\xef\xbb\xbf")
    signs = {_OLE: Kind.WORD, b"PK\x03\x04": Kind.DOCX, b"{\\rt": Kind.RTF, b"%PDF-": Kind.PDF}
    for sign, kind in signs.items():
        if bare.lstrip().startswith(sign):
            return kind
    if bare.startswith(_WORD_2):
        return Kind.OLD_WORD
    if _WORD_XML in head:
        return Kind.WORD_XML
    if _HTML.match(bare):
        return Kind.HTML
    return Kind.MHTML if _MHTML.match(bare) and b"boundary=" in data[: 4 * _HEAD] else Kind.TEXT
