"""Words into lines: what stands on one baseline, raised signs with it, parted where a wide gap makes columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from documents.reading.pdf.shapes import Word
from documents.reading.text_labels import parse_label
from plans.text import RichText, Span

_ON_LINE = 0.2
"""Of the size: how far baselines of one line may lie apart."""

_BESIDE = 0.5
"""Of the size: how far they may where the words stand apart, as in two columns."""

_GAP, _TYPED_GAP = 1.2, 2.6
"""Of the size: from which width on a gap parts columns, without and with typed blanks in it."""

_STRETCHED, _NEVER_STRETCHED = 2.5, 3.5
"""A gap of a line set to both margins must be this many times the usual one of the line to part it, or so many times
the size."""

_RAISED_SIZE = 0.8
_CLOSE, _NOTE_GAP = 0.6, 1.6
"""Of the size: how far a raised sign may stand behind a word, and before the text of its note."""

_GLUE = 0.12


@dataclass(slots=True)
class Line:
    """Words beside each other. page: its number from 0."""

    page: int
    words: list[Word] = field(default_factory=list[Word])

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def base(self) -> float:
        return next((word.base for word in self.words if not word.raised), self.words[0].base)

    @property
    def size(self) -> float:
        """The size that most of the letters have."""
        sizes = Counter[float]()
        for word in self.words:
            sizes[word.size] += len(word.text)
        return sizes.most_common(1)[0][0]

    @property
    def first_width(self) -> float:
        """How much room its first word takes, what is glued to it included."""
        words = self.words
        end = next((at for at, word in enumerate(words[1:], 1) if not _is_glued(words[at - 1], word)), len(words))
        return words[end - 1].x1 - words[0].x0

    @property
    def plain(self) -> str:
        """The words with their blanks, marks of notes included."""
        return text_of(self.words).replace("\n", " ")

    @property
    def is_bold(self) -> bool:
        return all(word.look.bold for word in self.words if any(sign.isalnum() for sign in word.text))


Row = list[Line]
"""Lines side by side, from left to right; mostly one."""


def rows_of(words: list[Word], page: int) -> list[Row]:
    """Return the words as rows from top to bottom."""
    plain, raised = _parted_raised(words)
    lines: list[list[Word]] = []
    for word in sorted(plain, key=lambda w: w.base):
        home = next((line for line in lines[-4:] if _fits(line, word)), None)
        if home is None:
            lines.append([word])
        else:
            home.append(word)
    for word in raised:
        _attach(lines, word)
    rows = [_row(sorted(line, key=lambda w: w.x0), page) for line in lines]
    return _beside(sorted(rows, key=lambda row: min(line.base for line in row)))


def _parted_raised(words: list[Word]) -> tuple[list[Word], list[Word]]:
    """Return the words of the lines and those that stand raised beside a larger one."""
    plain: list[Word] = []
    raised: list[Word] = []
    for at, word in enumerate(words):
        near = [words[place] for place in (at - 1, at + 1) if 0 <= place < len(words)]
        if any(_is_raised(word, other) for other in near):
            raised.append(replace(word, raised=True))
        else:
            plain.append(word)
    return plain, raised


def _is_raised(word: Word, other: Word) -> bool:
    if word.size > _RAISED_SIZE * other.size or len(word.text) > 4:
        return False
    lift = other.base - word.base
    behind, before = word.x0 - other.x1, other.x0 - word.x1
    return 0.15 * other.size < lift < 0.7 * other.size and max(behind / _CLOSE, before / _NOTE_GAP) < other.size


def _fits(line: list[Word], word: Word) -> bool:
    size = min(word.size, line[-1].size)
    return abs(word.base - line[0].base) <= _ON_LINE * size


def _attach(lines: list[list[Word]], word: Word) -> None:
    """Put a raised word to the nearest line below its foot."""
    fitting = [line for line in lines if 0 < line[0].base - word.base < 0.7 * max(w.size for w in line)]
    if fitting:
        near = min(fitting, key=lambda line: min(abs(w.x1 - word.x0) for w in line))
        near.append(word)
    else:
        lines.append([word])


def _row(words: list[Word], page: int) -> Row:
    """Return the words of one baseline, parted at gaps that columns have between them."""
    gaps = sorted(b.x0 - a.x1 for a, b in pairwise(words))
    usual = gaps[len(gaps) // 2] if len(gaps) > 2 else 0.0
    row: Row = [Line(page, words[:1])]
    for before, word in pairwise(words):
        gap = word.x0 - before.x1
        wide = gap > (_TYPED_GAP if word.blanks else _GAP) * max(before.size, word.size)
        if (
            wide
            and gap > min(_STRETCHED * usual, _NEVER_STRETCHED * word.size)
            and not (before.raised or _is_label(row[-1]))
        ):
            row.append(Line(page))
        row[-1].words.append(word)
    return row


def _is_label(line: Line) -> bool:
    text = line.plain
    return len(text) <= 6 and parse_label(f"{text} Mục") is not None


def _beside(rows: list[Row]) -> list[Row]:
    """Put rows together that stand beside each other a little higher or lower."""
    result: list[Row] = []
    for row in rows:
        above = result[-1] if result else []
        if above and all(_apart(one, other) for one in above for other in row):
            result[-1] = sorted([*above, *row], key=lambda line: line.x0)
        else:
            result.append(row)
    return result


def _apart(one: Line, other: Line) -> bool:
    size = min(one.size, other.size)
    beside = max(one.x0 - other.x1, other.x0 - one.x1) > _GAP * size
    return beside and abs(one.base - other.base) < _BESIDE * size


def text_of(words: Iterable[Word]) -> str:
    """Return the words with one blank where the page has one; a raised figure stands apart from its word."""
    text: list[str] = []
    before: Word | None = None
    for word in words:
        if before is not None and (word.raised or before.raised or not _is_glued(before, word)):
            text.append(" ")
        text.append(word.text)
        before = word
    return "".join(text)


def rich(words: Iterable[Word]) -> RichText:
    """Return the words with their looks and the marks of notes."""
    runs: list[tuple[Span, list[str]]] = []
    before: Word | None = None
    for word in words:
        if before is not None and not _is_glued(before, word):
            both = before.look.bold and word.look.bold, before.look.italic and word.look.italic
            _put(runs, " ", Span("", *both))
        if word.mark:
            runs.append((Span(footnote=word.mark), []))
        else:
            _put(runs, word.text, Span("", word.look.bold, word.look.italic, "super" if word.raised else ""))
        before = word
    return RichText.join(replace(span, text="".join(letters)) for span, letters in runs)


def _put(runs: list[tuple[Span, list[str]]], text: str, look: Span) -> None:
    if runs and runs[-1][0] == look:
        runs[-1][1].append(text)
    else:
        runs.append((look, [text]))


def _is_glued(before: Word, word: Word) -> bool:
    """Say whether no blank stands between two neighbours of a line."""
    gap = word.x0 - before.x1
    return not word.blanks and gap < _GLUE * max(before.size, word.size) and (word.glued or gap < 0.05 * word.size)
