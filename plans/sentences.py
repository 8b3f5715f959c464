"""The sentence around a place in a text."""

from __future__ import annotations

import re

_END = re.compile(r"(?<!\bTP)(?<!\bTX)(?<!\bTM)(?<!\bKT)(?<!\bTL)(?<!\bTS)[.?!](?=\s+(?P<next>[^\W\d_]))|\n")


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that holds ``start`` to ``end``."""
    begin, stop = 0, len(text)
    for mark in _END.finditer(text):
        if mark["next"] and not mark["next"].isupper():
            continue
        if mark.end() <= start:
            begin = mark.end()
        elif mark.start() >= end:
            stop = mark.end()
            break
    return begin, stop
