"""Notes at the foot of the page: small lines that begin with a figure whose raised twin stands in the text above."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from documents.reading.pdf.lines import Line, Row
from documents.reading.pdf.shapes import Page, Word

_SMALLER = 0.93
"""Of the size of the text: the largest that a note has."""

_SHORTEST, _BESIDE = 30.0, 40.0
"""Points: the length of the rule above notes, and how far from its start the notes may begin."""

_FIGURE = re.compile(r"[(\[]?(\d{1,3}|\*{1,3})[)\].]?")


@dataclass(slots=True)
class PageNotes:
    """rows: the page's rows without its notes; notes: the lines of each, its figure first taken off, by figure;
    goes_on: the lines at the top of the foot that continue the last note of the page before."""

    rows: list[Row]
    notes: dict[str, list[Line]] = field(default_factory=dict[str, list[Line]])
    goes_on: list[Line] = field(default_factory=list[Line])
    figures: list[str] = field(default_factory=list[str])


def notes_of(page: Page, rows: list[Row], body: float) -> PageNotes:
    """Return the notes at the foot of a page whose text has the size ``body``. A foot without any note whose mark
    stands in the text counts as text, unless it goes on with a note of the page before."""
    start = _foot(page, rows, body)
    found = PageNotes(rows[:start])
    for row in rows[start:]:
        for line in row:
            _add(found, line, body)
    marks = {word.text for row in found.rows for line in row for word in line.words if word.raised}
    tied = bool(set(found.notes) & marks)
    continued = bool(found.goes_on) and not found.notes and _has_rule(page, rows[start])
    return found if tied or continued else PageNotes(rows)


def _add(found: PageNotes, line: Line, body: float) -> None:
    """Add a line of the foot to the note that it begins or continues."""
    figure = _figure(line, body)
    if figure and figure not in found.notes:
        found.figures.append(line.words[0].text)
        found.notes[figure] = [Line(line.page, line.words[1:])]
    elif found.notes:
        found.notes[list(found.notes)[-1]].append(line)
    else:
        found.goes_on.append(line)


def _foot(page: Page, rows: list[Row], body: float) -> int:
    """Return the place of the first row of the foot, all of whose lines are small."""
    start = len(rows)
    while start and all(line.size <= _SMALLER * body for line in rows[start - 1]):
        start -= 1
    while start < len(rows) and not (_has_rule(page, rows[start]) or _figure(rows[start][0], body)):
        start += 1
    return start


def _has_rule(page: Page, row: Row) -> bool:
    """Say whether the short rule that parts notes from text is drawn above the row."""
    line = row[0]
    return any(
        rule.is_level
        and _SHORTEST < rule.x1 - rule.x0 < 0.5 * page.width
        and 0 < line.base - rule.y0 < 3 * line.size
        and abs(rule.x0 - line.x0) < _BESIDE
        for rule in page.rules
    )


def _figure(line: Line, body: float) -> str:
    """Return the figure of the note that begins with the line, "" for none."""
    match = _FIGURE.fullmatch(line.words[0].text)
    return match[1] if match and (line.words[0].raised or line.size <= _SMALLER * body) and len(line.words) > 1 else ""


def mark_words(words: list[Word], names: dict[str, str]) -> list[str]:
    """Make the raised figures among the words marks of the notes that ``names`` has by figure; return the figures."""
    taken: list[str] = []
    for word in words:
        match = _FIGURE.fullmatch(word.text) if word.raised else None
        if match and match[1] in names:
            word.mark = names[match[1]]
            taken.append(word.text)
    return taken
