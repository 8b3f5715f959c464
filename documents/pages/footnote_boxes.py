"""Where the footnotes stand on the pages: found by their words, since rdocx writes no links in footnotes."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

from documents.pages.messages import LinkBox
from documents.pages.pdf_pages import PageWord, PdfPages, joined_lines


def footnote_boxes(pages: PdfPages, links: list[LinkBox], texts: list[tuple[str, str]]) -> list[LinkBox]:
    """Return the boxes of the footnotes ``texts`` (bookmark, text; in order), each line of a note one box.

    Only words that no link covers are looked at, page after page, so equal sentences in the body don't attract them.
    """
    if not texts:
        return []
    words = [word for index in range(len(pages)) for word in _uncovered(pages.words(index), links, index)]
    wanted = [(name, _plain(token)) for name, text in texts for token in text.split()]
    shown = [_plain(word.text) for word in words]
    matcher = SequenceMatcher(None, shown, [token for _, token in wanted], autojunk=False)
    return joined_lines(
        _box(words[block.a + step], wanted[block.b + step][0])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    )


def _uncovered(words: list[PageWord], links: list[LinkBox], index: int) -> list[PageWord]:
    boxes = [box for box in links if box.page == index]
    return [word for word in words if not any(_covers(box, word) for box in boxes)]


def _covers(box: LinkBox, word: PageWord) -> bool:
    x, y = word.x + word.width / 2, word.y + word.height / 2
    return box.x <= x <= box.x + box.width and box.y <= y <= box.y + box.height


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower().strip(".,;:()“”\"'")


def _box(word: PageWord, name: str) -> LinkBox:
    return LinkBox(word.page, word.x, word.y, word.width, word.height, name)
