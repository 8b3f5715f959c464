"""Rich text as an office needs it: bold, italic, super- and subscript, footnote marks. Always NFC."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

Vertical = Literal["", "super", "sub"]


def nfc(text: str) -> str:
    """Return ``text`` in Unicode form NFC, the only form a plan holds."""
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of characters of one look. ``footnote`` is the id of a Footnote node whose mark stands here; such a
    span has no text of its own. A newline in ``text`` is a line break inside the paragraph."""

    text: str = ""
    bold: bool = False
    italic: bool = False
    vertical: Vertical = ""
    footnote: str = ""

    @property
    def look(self) -> tuple[bool, bool, Vertical]:
        """Bold, italic and vertical place together."""
        return (self.bold, self.italic, self.vertical)

    def __deepcopy__(self, memo: dict[int, object]) -> Span:
        return self


@dataclass(frozen=True, slots=True)
class RichText:
    """An immutable sequence of spans; equal texts are equal values (neighbours of one look are merged)."""

    spans: tuple[Span, ...] = ()

    @staticmethod
    def of(text: str, *, bold: bool = False, italic: bool = False) -> RichText:
        """Return plain ``text`` in one look; "" gives the empty text."""
        return RichText.join([Span(text, bold, italic)])

    @staticmethod
    def join(spans: Iterable[Span]) -> RichText:
        """Return the spans as one text: NFC, empty ones dropped, neighbours of one look merged."""
        merged: list[Span] = []
        for span in spans:
            if span.footnote:
                merged.append(span)
            elif not span.text:
                continue
            elif merged and not merged[-1].footnote:
                merged[-1:] = _joined(merged[-1], span)
            else:
                merged.append(span)
        return RichText(
            tuple(
                span if unicodedata.is_normalized("NFC", span.text) else replace(span, text=nfc(span.text))
                for span in merged
            )
        )

    @property
    def plain(self) -> str:
        """The characters alone, without looks and footnote marks."""
        if len(self.spans) == 1:
            return self.spans[0].text
        return "".join([span.text for span in self.spans])

    @property
    def footnotes(self) -> list[str]:
        """Ids of the footnotes marked in this text, in order."""
        return [span.footnote for span in self.spans if span.footnote]

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __iter__(self) -> Iterator[Span]:
        return iter(self.spans)

    def __add__(self, other: RichText) -> RichText:
        return RichText.join((*self.spans, *other.spans))

    def slice(self, start: int, end: int | None = None) -> RichText:
        """Return characters ``start`` to ``end`` of ``plain`` with their looks; a footnote mark belongs to the
        character before it (one at position 0 to the first slice that holds a character)."""
        stop = len(self.plain) if end is None else end
        taken: list[Span] = []
        at = 0
        for span in self.spans:
            if span.footnote:
                if start < at <= stop or (at == start == 0 and (stop or not self.plain)):
                    taken.append(span)
                continue
            left, right = max(start, at), min(stop, at + len(span.text))
            if left < right:
                taken.append(replace(span, text=span.text[left - at : right - at]))
            at += len(span.text)
        return RichText.join(taken)

    def stripped(self) -> RichText:
        """Return the text without white space at its ends; footnote marks stay."""
        spans = _left_stripped(self.spans, str.lstrip)
        return RichText.join(reversed(_left_stripped(reversed(spans), str.rstrip)))

    def __deepcopy__(self, memo: dict[int, object]) -> RichText:
        return self


def _joined(left: Span, right: Span) -> list[Span]:
    """Return both as one span if they look alike; else accents that open ``right`` go to the letter before them."""
    if left.look == right.look:
        return [replace(left, text=left.text + right.text)]
    accents = next((at for at, sign in enumerate(right.text) if not unicodedata.combining(sign)), len(right.text))
    left = replace(left, text=left.text + right.text[:accents])
    rest = right.text[accents:]
    return [left, replace(right, text=rest)] if rest else [left]


def _left_stripped(spans: Iterable[Span], strip: Callable[[str], str]) -> list[Span]:
    """Return the spans, the text before the first word taken off by ``strip``."""
    kept: list[Span] = []
    begun = False
    for span in spans:
        text = span.text if begun else strip(span.text)
        begun = begun or bool(text)
        if text or span.footnote:
            kept.append(replace(span, text=text))
    return kept


EMPTY = RichText()
