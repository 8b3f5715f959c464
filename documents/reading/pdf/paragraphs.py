"""Lines into paragraphs: a line goes on with the one before where that one was full and nothing begins anew."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from documents.reading.pdf.lines import Line, rich
from documents.reading.pdf.shapes import Page
from documents.reading.text_labels import parse_label
from documents.reading.text_openers import BASIS, RECIPIENTS, TITLE, ends_sentence, starts_structure
from plans.nodes import Align
from plans.text import RichText, Span

MM = 72 / 25.4
"""Points a millimetre."""

_INDENT = 9.0
"""Points: a line that begins this far in is indented."""

_CENTRED = 9.0
"""Points by which the space left and right of a centred line may differ."""

_SLACK = 1.5
_CELL_MARGIN = 5.4
_FEW_LINES = 15
_EXTRA = 1.22
"""A distance this many times the usual one parts paragraphs."""

_LONG_LINE = 40
_HYPHENED = re.compile(r"\w[-/]$")


Edges = tuple[int, float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text stands on pages of one format: its left and right edge, the usual distance of lines by size (1.0
    means the size itself), and by how much the first lines of paragraphs are usually indented, 0 for not."""

    left: float
    right: float
    pitch: float = 1.2
    indent: float = 0.0


def frames_of(pages: list[Page], lines: list[list[Line]], tables: list[Edges]) -> dict[int, Frame]:
    """Return the frame of each page by its number; pages of one format share theirs. ``tables``: the outer edges of
    the ruled tables, with their pages; they tell where text stands on pages with few lines."""
    formats: dict[tuple[int, int], list[Line]] = {}
    edges: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for page, its in zip(pages, lines, strict=True):
        formats.setdefault(_format(page), []).extend(its)
    for number, left, right in tables:
        edges.setdefault(_format(pages[number]), []).append((left + _CELL_MARGIN, right - _CELL_MARGIN))
    frames = {key: _frame(its, key[0], edges.get(key, [])) for key, its in formats.items()}
    return {page.number: frames[_format(page)] for page in pages}


def _format(page: Page) -> tuple[int, int]:
    return round(page.width / 10) * 10, round(page.height / 10) * 10


def _frame(lines: list[Line], width: float, tables: list[tuple[float, float]]) -> Frame:
    if not lines:
        return Frame(0.1 * width, 0.9 * width)
    left, right = _left_edge(lines), _right_edge(lines)
    if tables and len(lines) < _FEW_LINES:
        left, right = min([left, *(edge for edge, _ in tables)]), max([right, *(edge for _, edge in tables)])
    pairs = [(a, b) for a, b in pairwise(lines) if a.page == b.page and abs(b.x0 - left) < 3 and right - a.x1 < 3]
    distances = Counter(round((b.base - a.base) / a.size, 2) for a, b in pairs if 0 < b.base - a.base < 3 * a.size)
    pitch = distances.most_common(1)[0][0] if distances else 1.2
    starts = Counter(round(line.x0 - left) for line in lines if _INDENT < line.x0 - left < 80)
    indent, count = starts.most_common(1)[0] if starts else (0, 0)
    return Frame(left, right, pitch, float(indent) if count > 0.1 * len(lines) else 0.0)


def _left_edge(lines: list[Line]) -> float:
    """Return the leftmost place where many lines begin."""
    starts = Counter(round(line.x0) for line in lines)
    common = [x for x, count in starts.items() if count + starts[x - 1] + starts[x + 1] >= max(2, 0.05 * len(lines))]
    return float(min(common, default=min(starts)))


def _right_edge(lines: list[Line]) -> float:
    """Return where most long lines end, or the farthest of them."""
    ends = Counter(round(line.x1) for line in lines if len(line.plain) >= _LONG_LINE)
    if not ends:
        return max(line.x1 for line in lines)
    end, _ = max(ends.items(), key=lambda item: (item[1] + ends[item[0] - 1] + ends[item[0] + 1], item[0]))
    together = sum(ends[end + step] for step in (-1, 0, 1))
    return float(end) if together >= 0.3 * sum(ends.values()) else float(max(ends))


@dataclass(slots=True)
class Paragraph:
    """The lines of one paragraph and the frame that its first line stands in."""

    lines: list[Line]
    frame: Frame

    @property
    def text(self) -> RichText:
        return joined(line_text(line) for line in self.lines)

    @property
    def align(self) -> Align:
        """How its lines stand; "" where nothing can be told."""
        balanced = all(_is_balanced(line, self.frame) and not _is_indented(line, self.frame) for line in self.lines)
        if balanced and is_centred(self.lines[-1], self.frame):
            return "center"
        if len(self.lines) > 1 and self.frame.right - self.lines[0].x1 < _SLACK:
            return "justify"
        first = self.lines[0]
        far = first.x0 - self.frame.left > 0.4 * (self.frame.right - self.frame.left)
        return "right" if far and abs(self.frame.right - first.x1) < 3 else ""

    @property
    def indent_mm(self) -> float:
        return round(max(0.0, self.lines[0].x0 - self.frame.left) / MM, 1)


def line_text(line: Line) -> RichText:
    """Return the words of a line with their looks and marks."""
    return rich(line.words)


def joined(texts: Iterable[RichText]) -> RichText:
    """Return lines as one text; a hyphen glued to a word at a line's end takes no blank after it."""
    spans: list[Span] = []
    for text in texts:
        if spans and text.spans and not _HYPHENED.search(spans[-1].text):
            both = spans[-1].bold and text.spans[0].bold, spans[-1].italic and text.spans[0].italic
            spans.append(Span(" ", *both))
        spans += text
    return RichText.join(spans)


def paragraphs_of(lines: list[Line], frames: dict[int, Frame]) -> list[Paragraph]:
    """Return the lines as paragraphs, in order."""
    found: list[Paragraph] = []
    for line in lines:
        frame = frames[line.page]
        if found and _goes_on(found[-1], line, frame):
            found[-1].lines.append(line)
        else:
            found.append(Paragraph([line], frame))
    return found


def is_centred(line: Line, frame: Frame) -> bool:
    """Say whether a line stands in the middle with room on both sides."""
    return line.x0 - frame.left > _INDENT and _is_balanced(line, frame) and not _is_indented(line, frame)


def _is_balanced(line: Line, frame: Frame) -> bool:
    return abs((line.x0 - frame.left) - (frame.right - line.x1)) < _CENTRED


def _is_indented(line: Line, frame: Frame) -> bool:
    """Say whether a line begins where first lines do."""
    return frame.indent > 0 and abs(line.x0 - frame.left - frame.indent) < 2


def _goes_on(paragraph: Paragraph, line: Line, frame: Frame) -> bool:
    before = paragraph.lines[-1]
    if abs(line.size - before.size) > 1.1 or _is_apart(before, line, frame):
        return False
    if is_centred(line, frame) and _is_balanced(before, paragraph.frame) and not _is_indented(before, frame):
        return _centred_goes_on(before, line, frame)
    if not _is_full(before, line, paragraph.frame):
        return False
    if line.x0 - frame.left > _INDENT:
        return _hangs(paragraph, line)
    return frame.indent > 0 or not (ends_sentence(before.plain) and _begins(line))


def _is_apart(before: Line, line: Line, frame: Frame) -> bool:
    """Say whether more than a line's distance lies between the two, or they stand on pages of unlike formats."""
    if before.page != line.page:
        return False
    distance = line.base - before.base
    return not 0 < distance <= _EXTRA * max(frame.pitch, 1.15) * max(line.size, before.size)


def _centred_goes_on(before: Line, line: Line, frame: Frame) -> bool:
    if before.is_bold != line.is_bold or TITLE.match(before.plain) or starts_structure(line.plain):
        return False
    return _is_full(before, line, frame) or line.plain[:1].islower()


def _is_full(before: Line, line: Line, frame: Frame) -> bool:
    """Say whether the first word of ``line`` had no room behind ``before``."""
    centred = is_centred(before, frame)
    room = frame.right - before.x1 + (before.x0 - frame.left if centred else 0)
    return room < line.first_width + 0.2 * before.size + _SLACK


def _hangs(paragraph: Paragraph, line: Line) -> bool:
    """Say whether an indented line belongs to a paragraph all of whose lines but the first are indented so."""
    first, last = paragraph.lines[0], paragraph.lines[-1]
    if starts_structure(line.plain):
        return False
    if len(paragraph.lines) > 1:
        return abs(line.x0 - last.x0) < 3
    return parse_label(first.plain) is not None and line.x0 - first.x0 > 3


def _begins(line: Line) -> bool:
    return (
        starts_structure(line.plain)
        or bool(BASIS.match(line.plain) or RECIPIENTS.match(line.plain))
        or line.plain[:1].isupper()
    )
