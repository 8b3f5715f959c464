"""The PDF for export, its words held against the DOCX's: a loss is told, never silent.

What rdocx is known to lose is kept by the copy that is laid out (``node_links.adapted``); whatever else it should lose
is found here. A word that was broken over lines counts as whole.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter
from contextlib import closing

from lxml import etree

from documents.pages.messages import NO_DOCX, PdfResult
from documents.pages.node_links import adapted
from documents.pages.pdf_pages import PdfPages
from documents.pages.typesetting import write_pdf
from plans.errors import Trouble
from resources.texts import gettext as _

_WORD = re.compile(r"[^\W\d_]+|\d+")  # letters and digits apart: a footnote's mark is glued to the word before it
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PRINTED = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_GAPS = (f"{_W}p", f"{_W}tab", f"{_W}br", f"{_W}cr")


def make_pdf(docx: bytes) -> PdfResult:
    """Return the PDF of ``docx`` and the words it lost on the way. Raises Trouble "pages-failed"."""
    try:
        pdf = write_pdf(adapted(docx))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise Trouble("pages-failed", reason=_(NO_DOCX), detail=str(error)) from error
    return PdfResult(pdf, lost_words(docx, pdf))


def lost_words(docx: bytes, pdf: bytes) -> list[str]:
    """Return the words of the text and notes of ``docx`` that ``pdf`` shows fewer times on its paper, in order."""
    with closing(PdfPages(pdf)) as pages:
        shown = " ".join(pages.words_on_paper())
    printed = _words(_docx_text(docx))
    found = _words(shown)
    spare = Counter(found)
    lost: list[str] = []
    for word in printed:
        if spare[word] > 0:
            spare[word] -= 1
        else:
            lost.append(word)
    broken = _broken(set(lost), printed, found)
    return _not_in_pieces([word for word in lost if word not in broken], spare, set(printed))


def _not_in_pieces(missing: list[str], spare: Counter[str], known: set[str]) -> list[str]:
    """Leave out the words whose letters stand in pieces of words: in narrow columns they are not read one by one."""
    pieces = [word * count for word, count in spare.items() if word not in known or len(word) < 3]
    letters = Counter("".join(pieces))
    lost: list[str] = []
    for word in missing:
        needed = Counter(word)
        if needed <= letters:
            letters -= needed
        else:
            lost.append(word)
    return lost


def _broken(lost: set[str], printed: list[str], found: list[str]) -> set[str]:
    """Return the words that are all there when spaces don't count (or figures: a page number within a word)."""
    if not lost:
        return set()
    streams = [("".join(printed), "".join(found)), (_letters(printed), _letters(found))]
    return {word for word in lost if any(there.count(word) >= here.count(word) > 0 for here, there in streams)}


def _letters(words: list[str]) -> str:
    return "".join(word for word in words if not word.isdigit())


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def _docx_text(docx: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            names = [name for name in _PRINTED if name in package.namelist()]
            return "\n".join(_part_text(package.read(name)) for name in names)
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        raise Trouble("pages-failed", reason=_(NO_DOCX), detail=str(error)) from error


def _part_text(xml: bytes) -> str:
    root = etree.fromstring(xml)
    for fallback in list(root.iter(_FALLBACK)):
        fallback.clear()  # the same text box a second time, for old readers
    pieces = root.iter(f"{_W}t", *_GAPS)
    return "".join((piece.text or "") if piece.tag == f"{_W}t" else "\n" for piece in pieces)
