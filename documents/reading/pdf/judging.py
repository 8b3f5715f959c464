"""Whether the text of a PDF can be trusted: scans and their text layers, letters without meaning, old encodings."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from documents.reading.legacy_text import Legacy, converted, font_encoding, from_font, is_vietnamese, recovered
from documents.reading.pdf.shapes import Content, Page, Word
from plans.errors import Trouble
from plans.text import nfc
from resources.texts import gettext as _

_FEW_WORDS = 8
"""On a page; with a picture over most of it, it is a scan."""

_COVERED = 0.5
_MOST_BROKEN = 0.03
"""Share of letters without a known meaning from which on the text is not taken."""

_ACCENTED = 0.2
"""Share of the words that carry accents in any Vietnamese text; far less means that they were lost."""

_ENOUGH_WORDS = 30
_BETWEEN_LETTERS = re.compile(r"(?:(?<=[^\W\d_])|^)-(?=[^\W\d_])")
_AROUND = re.compile(r"^\W+|\W+$")
_VOWEL = re.compile("[aeiouy]", re.IGNORECASE)
_LONGEST, _SPOKEN = 7, 0.7
"""Letters of the longest syllable, and the share of words that must be no longer and have a vowel."""


def judge(content: Content, path: Path) -> list[str]:
    """Convert what is written in old encodings and return the notes to be told. Raises Trouble "pdf-scan",
    "pdf-scan-text", "pdf-broken-letters" or "file-no-plan" for what has no usable text."""
    words = [word for page in content.pages for word in page.words]
    scanned = [page for page in content.pages if _is_scan(page)]
    if not words or (scanned and len(scanned) >= 0.5 * len(content.pages) and not _hidden(scanned)):
        raise Trouble("pdf-scan" if scanned or any(p.pictures for p in content.pages) else "file-no-plan", path=path)
    notes = _modernised(content)
    words = [word for page in content.pages for word in page.words]
    text = " ".join(word.text for word in words)
    letters = sum(len(word.text) for word in words)
    hidden = sum(len(word.text) for word in words if word.look.hidden) > 0.5 * letters
    broken = sum(page.broken for page in content.pages) > _MOST_BROKEN * letters
    if broken or not _is_readable(text, recognised=hidden):
        raise Trouble("pdf-scan-text" if hidden else "pdf-broken-letters", path=path)
    if hidden:
        notes.append(_("Chữ của tệp này do máy nhận dạng từ bản chụp, có thể sai; hãy soát lại với bản giấy."))
    elif scanned:
        pages = ", ".join(str(page.number + 1) for page in scanned)
        notes.append(_("Trang {pages} chỉ là ảnh chụp, không có chữ để đọc.").format(pages=pages))
    return notes


def _is_scan(page: Page) -> bool:
    """Say whether the page is a picture of a page."""
    shown = sum(not word.look.hidden for word in page.words)
    return sum(page.pictures) > _COVERED and shown < _FEW_WORDS


def _hidden(pages: list[Page]) -> bool:
    return any(word.look.hidden for page in pages for word in page.words)


def _is_readable(text: str, *, recognised: bool) -> bool:
    """Say whether a text is made of Vietnamese words; short ones pass. One without accents passes where a person typed
    it so and its words can be spoken; ``recognised`` by a machine, it lost them."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    if len(words) < _ENOUGH_WORDS:
        return True
    accented = sum(not word.isascii() for word in words)
    if accented >= _ACCENTED * len(words):
        return is_vietnamese(text)
    spoken = sum(len(word) <= _LONGEST and bool(_VOWEL.search(word)) for word in words)
    return not recognised and spoken >= _SPOKEN * len(words)


def _modernised(content: Content) -> list[str]:
    """Convert words set in old fonts, or, where no font tells, all words in the encoding that they look like."""
    count = dict.fromkeys(Legacy, 0)
    told = False
    for page in content.pages:
        for word in page.words:
            if font_encoding(word.look.font):
                told = True
                shown, encoding = from_font(word.text, word.look.font)
                word.text = _with_soft_hyphens(nfc(shown)) if encoding is not Legacy.VNI else nfc(shown)
                count[encoding or Legacy.TCVN3] += encoding is not None
    if not told:
        found = recovered(_sample(content))[1]
        for encoding in list(found)[:1]:
            for page in content.pages:
                page.words = [_modern(word, encoding) for word in page.words]
            count[encoding] = sum(len(page.words) for page in content.pages)
    for page in content.pages:
        page.words = [word for word in map(_without_soft_hyphens, page.words) if word.text]
    told_as = _("Đã chuyển chữ bảng mã {encoding} trong tệp PDF sang Unicode.")
    return [told_as.format(encoding=encoding.value) for encoding, number in count.items() if number]


def _sample(content: Content) -> str:
    return "\n".join(" ".join(word.text for word in page.words) for page in content.pages[:20])


def _modern(word: Word, encoding: Legacy) -> Word:
    shown = word.text if word.text.isascii() else converted(word.text, encoding)
    return replace(word, text=_with_soft_hyphens(shown) if encoding is Legacy.TCVN3 else shown)


def _with_soft_hyphens(text: str) -> str:
    """Return a word of TCVN3 with "ư" where the PDF has a hyphen within a syllable: the old code of "ư" is a Western
    font's soft hyphen, which PDFs show as a hyphen."""
    if "-" not in text:
        return text
    pieces = _BETWEEN_LETTERS.split(text)
    whole = "Ư".join(pieces) if text.isupper() else "ư".join(pieces)
    bare = _AROUND.sub("", whole)
    return whole if len(pieces) > 1 and is_vietnamese(f"{bare} {bare} {bare}") else text


def _without_soft_hyphens(word: Word) -> Word:
    return replace(word, text=word.text.replace("\u00ad", "")) if "\u00ad" in word.text else word
