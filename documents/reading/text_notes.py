"""Footnotes of a text file: their text under the line, their mark glued to a word ("liên quan1.")."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from documents.reading.text_labels import LabelKind, parse_label
from plans.text import RichText, Span

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_START = re.compile(
    rf"^(?:\[\^?(?P<b>\d{{1,3}})\]\s*:?|(?P<r>[{RAISED}]{{1,3}})|"
    r"(?P<n>\d{1,3})(?:\s+[-–]\s+|\s{2,}|\s+(?=[A-ZĐ])|\s?\)\s+))\s*(?=\S)"
)
_UNITS = frozenset({"m", "km", "cm", "dm", "co", "pm", "a", "b", "h", "covid", "f", "g", "k", "ph"})


@dataclass(slots=True)
class Notes:
    """texts: by id ("fn1"); taken: the paragraphs that are notes' text; layout: the marks, which numbering reprints."""

    texts: dict[str, RichText] = field(default_factory=dict[str, RichText])
    taken: set[int] = field(default_factory=set[int])
    layout: list[str] = field(default_factory=list[str])


def find_notes(paragraphs: list[RichText]) -> tuple[list[RichText], Notes]:
    """Return the paragraphs with marks in place of glued numbers, and the notes.

    A note is taken only where both its mark and its text are found, the mark before the text.
    """
    notes = Notes()
    result = list(paragraphs)
    expected = 1
    for number, text in enumerate(result):
        start = _START.match(text.plain)
        if not start or _number(start) != expected:
            continue
        place = _find_mark(result, number, expected)
        if place is None:
            continue
        last = _end_of_note(result, number)
        mark, at, length = place
        name = f"fn{expected}"
        shown = result[mark].plain[at : at + length]
        result[mark] = RichText.join(
            (*result[mark].slice(0, at), Span(footnote=name), *result[mark].slice(at + length))
        )
        items = [text.slice(start.end()), *result[number + 1 : last + 1]]
        notes.texts[name] = _lines(items)
        notes.taken.update(range(number, last + 1))
        notes.layout += [text.plain[: start.end()].strip(), shown]
        expected += 1
    return result, notes


def _number(start: re.Match[str]) -> int:
    if start["r"]:
        return int("".join(str(RAISED.index(sign)) for sign in start["r"]))
    return int(start["b"] or start["n"])


def _find_mark(paragraphs: list[RichText], before: int, number: int) -> tuple[int, int, int] | None:
    """Return paragraph, place and length of the mark ``number``, the nearest one before paragraph ``before``."""
    raised = "".join(RAISED[int(digit)] for digit in str(number))
    glued = re.compile(
        rf"(?<=[^\W\d_])(?<![A-Z]){number}(?=[\s.,;:)]|$)|\[\^?{number}\]|(?<=[”\"’»)]){number}(?=[\s.,;:]|$)|"
        rf"(?<![{RAISED}]){raised}(?!\w)"
    )
    for place in range(before - 1, max(-1, before - 60), -1):
        for match in reversed(list(glued.finditer(paragraphs[place].plain))):
            word = re.search(r"(\w*)$", paragraphs[place].plain[: match.start()])
            if match[0].startswith("[") or not word or word[1].lower() not in _UNITS:
                return place, match.start(), len(match[0])
    return None


def _end_of_note(paragraphs: list[RichText], first: int) -> int:
    """Return the last paragraph of the note that begins at ``first``: items that begin as its first one does."""
    start = _START.match(paragraphs[first].plain)
    listed = bool(start and re.search(r"[-–]\s*$", start[0]))
    last = first
    while listed and last + 1 < len(paragraphs) and paragraphs[last].plain.rstrip().endswith(";"):
        label = parse_label(paragraphs[last + 1].plain)
        if label is None or label.kind is not LabelKind.DASH:
            break
        last += 1
    return last


def _lines(items: list[RichText]) -> RichText:
    spans: list[Span] = []
    for number, item in enumerate(items):
        if number:
            spans.append(Span("\n"))
        spans += item
    return RichText.join(spans)
