"""pypdfium2 behind one door: draws the pages of a PDF, reads their words and the boxes of our links."""

from __future__ import annotations

# pypdfium2 leaves the types of its bindings open.
# pyright: reportMissingTypeStubs=false
# pyright: reportUnknownArgumentType=false, reportUnknownVariableType=false, reportUnknownMemberType=false
import ctypes
import math
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw

from documents.pages.bookmarks import LINK_SCHEME
from documents.pages.messages import NO_PDF, Drawn, LinkBox, PageSize
from plans.errors import Trouble
from resources.texts import gettext as _

MOST_PIXELS = 36_000_000
"""A picture is never larger than this (an A4 page at 600 dpi): a wrong scale must not take all memory."""

_ADDRESS_LENGTH = 128


@dataclass(frozen=True)
class PageWord:
    """A word on a page with its box in points from the top left."""

    page: int
    text: str
    x: float
    y: float
    width: float
    height: float


class PdfPages:
    """The pages of one PDF, pages counted from 0. ``close`` it; Trouble "pages-failed" where it is no PDF."""

    def __init__(self, pdf: bytes) -> None:
        try:
            self._document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise Trouble("pages-failed", reason=_(NO_PDF), detail=str(error)) from error

    def __len__(self) -> int:
        return len(self._document)

    def close(self) -> None:
        """Let go of the library's memory."""
        self._document.close()

    @property
    def sizes(self) -> tuple[PageSize, ...]:
        """Width and height of each page."""
        return tuple(PageSize(*self._document.get_page_size(index)) for index in range(len(self)))

    def draw(self, number: int, index: int, scale: float) -> Drawn:
        """Return page ``index`` at ``scale`` device pixels per point, on white."""
        with closing(self._document[index]) as page:
            width, height = page.get_size()
            bounded = min(scale, math.sqrt(MOST_PIXELS / (width * height)))
            drawn = page.render(
                scale=bounded,  # pyright: ignore[reportArgumentType]
                draw_annots=False,
                prefer_bgrx=True,
            )
            with closing(drawn) as bitmap:
                pixels = bytes(bitmap.buffer)
                return Drawn(number, index, scale, bitmap.width, bitmap.height, bitmap.stride, pixels)

    def link_boxes(self) -> list[LinkBox]:
        """Return the boxes of our links, one per line of text, in the order of the pages."""
        boxes: list[LinkBox] = []
        for index in range(len(self)):
            with closing(self._document[index]) as page:
                boxes += joined_lines(self._boxes_on(page, index))
        return boxes

    def words(self, index: int) -> list[PageWord]:
        """Return the words of a page with their boxes, in the order of the text."""
        with closing(self._document[index]) as page, closing(page.get_textpage()) as textpage:
            letters = _letters(textpage)
            top = page.get_size()[1]
            return [_word(textpage, index, top, letters[slice(*span)], span) for span in _spans(letters)]

    def words_on_paper(self) -> list[str]:
        """Return the words of all pages that stand on the paper with all their letters."""
        found: list[str] = []
        for index, size in enumerate(self.sizes):
            found += [word.text for word in self.words(index) if _is_within(word, size)]
        return found

    def _boxes_on(self, page: pypdfium2.PdfPage, index: int) -> Iterator[LinkBox]:
        top = page.get_size()[1]
        at = ctypes.c_int(0)
        link = raw.FPDF_LINK()
        rect = raw.FS_RECTF()
        address = ctypes.create_string_buffer(_ADDRESS_LENGTH)
        while raw.FPDFLink_Enumerate(page, at, link):
            action = raw.FPDFLink_GetAction(link)
            raw.FPDFAction_GetURIPath(self._document, action, address, _ADDRESS_LENGTH)
            target = address.value.decode("ascii", "replace")
            if target.startswith(LINK_SCHEME) and raw.FPDFLink_GetAnnotRect(link, rect):
                name = target.removeprefix(LINK_SCHEME)
                high = max(rect.top, rect.bottom)
                size = (rect.right - rect.left, abs(rect.top - rect.bottom))
                yield LinkBox(index, rect.left, top - high, *size, name)


def _letters(textpage: pypdfium2.PdfTextPage) -> str:
    """Return the text with one character for each index of the page's letters."""
    text, count = textpage.get_text_range(), textpage.count_chars()
    if len(text) == count:
        return text
    return "".join(chr(raw.FPDFText_GetUnicode(textpage, at)) for at in range(count))


def _spans(letters: str) -> Iterator[tuple[int, int]]:
    start: int | None = None
    for at, letter in enumerate([*letters, " "]):
        if letter.isspace():
            if start is not None:
                yield start, at
            start = None
        elif start is None:
            start = at


def _word(textpage: pypdfium2.PdfTextPage, page: int, top: float, text: str, span: tuple[int, int]) -> PageWord:
    boxes = [textpage.get_charbox(at, loose=True) for at in (span[0], span[1] - 1)]  # its first and last letter
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, high = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return PageWord(page, text, left, top - high, right - left, high - bottom)


def _is_within(word: PageWord, size: PageSize) -> bool:
    return (
        word.x > -1 and word.y > -1 and word.x + word.width < size.width + 1 and word.y + word.height < size.height + 1
    )


def joined_lines(boxes: Iterable[LinkBox]) -> list[LinkBox]:
    """Join the words of one line of one node (rdocx gives a box per word)."""
    lines: list[LinkBox] = []
    for box in boxes:
        last = lines[-1] if lines else None
        if last and last.bookmark == box.bookmark and _same_line(last, box):
            lines[-1] = _around(last, box)
        else:
            lines.append(box)
    return lines


def _same_line(left: LinkBox, right: LinkBox) -> bool:
    overlap = min(left.y + left.height, right.y + right.height) - max(left.y, right.y)
    gap = right.x - (left.x + left.width)
    return overlap > 0.5 * min(left.height, right.height) and -1 < gap < 2 * left.height


def _around(one: LinkBox, two: LinkBox) -> LinkBox:
    x, y = min(one.x, two.x), min(one.y, two.y)
    right = max(one.x + one.width, two.x + two.width)
    bottom = max(one.y + one.height, two.y + two.height)
    return LinkBox(one.page, x, y, right - x, bottom - y, one.bookmark)
