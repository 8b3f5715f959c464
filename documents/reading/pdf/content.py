"""pypdfium2 behind one door: the words, rules and pictures of a PDF. Only a process with limits loads this module.

Nothing in the file is run: no script, no form, no attachment is touched.
"""

from __future__ import annotations

# pypdfium2 leaves the types of its bindings open.
# pyright: reportMissingTypeStubs=false
# pyright: reportUnknownArgumentType=false, reportUnknownVariableType=false, reportUnknownMemberType=false
import ctypes
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

from documents.limited import Tell
from documents.reading.pdf.drawing import pictures_and_rules
from documents.reading.pdf.letters import words_on
from documents.reading.pdf.shapes import Content, Page
from documents.reading.pdf.turning import turned
from plans.errors import Trouble

MAX_PAGES = 1000
MAX_WORDS = 400_000
"""Of a whole file; no plan comes near it."""

_REMARKS = (raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_HIGHLIGHT)
_REMARK_LENGTH = 4096
_REMARKS_A_PAGE = 200


def content_of(data: bytes, path: Path, tell: Tell) -> Content:
    """Return what stands on the pages. Raises Trouble "file-truncated", "file-encrypted" or "file-too-large"."""
    try:
        document = pypdfium2.PdfDocument(data)
        count = len(document)
    except pypdfium2.PdfiumError as error:
        locked = raw.FPDF_GetLastError() in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise Trouble("file-encrypted" if locked else "file-truncated", path=path) from error
    with closing(document):
        if count > MAX_PAGES:
            raise Trouble("file-too-large", path=path)
        content = Content()
        for number in range(count):
            tell("pages", number, count)
            content.pages.append(_page(document, number))
            if sum(len(page.words) for page in content.pages) > MAX_WORDS:
                raise Trouble("file-too-large", path=path)
        content.signatures = max(0, raw.FPDF_GetSignatureCount(document))
        content.attachments = max(0, raw.FPDFDoc_GetAttachmentCount(document))
        return content


def _page(document: pypdfium2.PdfDocument, number: int) -> Page:
    """Return one page; one that cannot be loaded is empty."""
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return Page(number, 0, 0)
    with closing(page):
        width, height = page.get_size()
        found = Page(number, width, height)
        place = turned(page)
        try:
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError:
            return found
        with closing(textpage):
            found.words, found.broken = words_on(textpage, place)
        found.pictures, found.rules = pictures_and_rules(page, place)
        found.remarks = list(_remarks(page))
        return found


def _remarks(page: pypdfium2.PdfPage) -> Iterator[str]:
    for at in range(min(raw.FPDFPage_GetAnnotCount(page), _REMARKS_A_PAGE)):
        annotation = raw.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        if raw.FPDFAnnot_GetSubtype(annotation) in _REMARKS:
            buffer = (ctypes.c_ushort * _REMARK_LENGTH)()
            raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, ctypes.sizeof(buffer))
            text = bytes(buffer).decode("utf-16-le", "replace").split("\0")[0].strip()
            if text:
                yield text
        raw.FPDFPage_CloseAnnot(annotation)
