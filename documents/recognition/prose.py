"""Small cuts on rich text that keep looks and footnote marks: closings, labels, what stands before a colon."""

from __future__ import annotations

import re

from documents.reading.text_labels import UPPERCASE
from plans.text import RichText

_STOP = re.compile(r"\s*(?:\./\.|/\.|[;.,])\s*$")


def stop_removed(text: RichText) -> RichText:
    """Return the text without its closing ";" or "."; an ellipsis stays."""
    plain = text.plain
    if plain.rstrip().endswith("..."):
        return text
    match = _STOP.search(plain)
    if not match:
        return text
    return text.slice(0, match.start()) + RichText.join(s for s in text.slice(match.start()) if s.footnote)


def colon_removed(text: RichText) -> RichText:
    """Return the text without a closing ":", "." or blanks."""
    plain = text.plain
    kept = plain.rstrip(" :.;\n") if not plain.rstrip().endswith("...") else plain
    return text.slice(0, len(kept)) + RichText.join(s for s in text.slice(len(kept)) if s.footnote)


def parted(text: RichText, at: int) -> tuple[RichText, RichText]:
    """Return what stands before the colon at ``at`` and what stands after it."""
    return text.slice(0, at).stripped(), text.slice(at + 1).stripped()


def word_count(text: str) -> int:
    """Return how many words a text has."""
    return len(text.split())


def sentences(text: str) -> int:
    """Return about how many sentences a text has; abbreviations and numbers part none."""
    return 1 + len(re.findall(rf"(?<=[^\W\d_]{{2}})[.!?…]\s+(?=[{UPPERCASE}])", text.rstrip(" .")))
