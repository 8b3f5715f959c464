"""The sentence around a place in a text, and the text with other words at a place."""

from __future__ import annotations

import re
from dataclasses import replace

from plans.text import RichText, Span

_END = re.compile(r"[.?!…](?=\s+[^\W\d_a-zà-ỹđ])|\n")


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that holds ``start`` to ``end``."""
    begin, stop = 0, len(text)
    for mark in _END.finditer(text):
        if mark.end() <= start:
            begin = mark.end()
        elif mark.start() >= end:
            stop = mark.end()
            break
    return begin, stop


def with_words(text: RichText, start: int, end: int, words: str) -> RichText:
    """Return ``text`` with ``words`` in place of characters ``start`` to ``end``, in the look of what stood there; no
    footnote mark is lost."""
    middle = text.slice(start, end)
    look = next((span for span in middle if not span.footnote), Span())
    marks = [span for span in middle if span.footnote]
    new = [replace(look, text=words), *marks] if words else marks
    before = text.slice(0, start) if start else RichText()
    after = text.slice(end) if end < len(text.plain) else RichText()
    return RichText.join((*before.spans, *new, *after.spans))
