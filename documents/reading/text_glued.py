"""Files that lost their line ends: headings and items stand one behind the other on long lines.

Where they part is told by labels that go on counting ("I. … 1. … 2. … II. …"); only where much of the file stands on
such lines is anything parted, so that an enumeration within a sentence stays one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.reading.text_labels import UPPERCASE, roman_value

_LONG = 120
"""Characters; shorter lines are not looked into."""

_SHARE = 0.3
"""Share of the file's characters that must stand on such lines."""

_INNER = re.compile(
    rf"(?<=\S)\s+(?=(?:(?P<r>[IVX]{{1,4}})\s?[.\-/]|(?P<a>\d{{1,2}})\s?[./)]|(?P<d>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})\.?|(?P<l>[a-zđ])\))"
    rf"\s+[{UPPERCASE}“\"])"
)
_ITEM = re.compile(rf"(?<=[.;:])\s+(?=[-+*•–]\s+[{UPPERCASE}\d“\"])")
_NAMES_NUMBER = re.compile(
    r"(?:điều|khoản|điểm|số|ngày|tháng|năm|quý|lớp|mục|phần|chương|phụ lục|kỳ|khóa|đợt|và|đến|từ)$", re.IGNORECASE
)


def glued_lines(raw: list[str]) -> dict[int, list[str]]:
    """Return by number (from 1) the lines that hold several, with their pieces; {} for a file that is in lines."""
    found: dict[int, list[str]] = {}
    state = _Counts()
    for number, line in enumerate(raw, 1):
        cuts = list(_cuts(line, state)) if len(line) >= _LONG and "|" not in line else []
        if len(cuts) >= 2:
            found[number] = [line[a:b].strip() for a, b in zip([0, *cuts], [*cuts, len(line)], strict=True)]
    held = sum(len(raw[number - 1]) for number in found)
    if held < _SHARE * sum(map(len, raw)):
        return {}
    return {number: [part for piece in pieces for part in _ITEM.split(piece)] for number, pieces in found.items()}


class _Counts:
    """How far the labels of each look have counted."""

    def __init__(self) -> None:
        self.roman = self.arabic = self.letter = 0

    def goes_on(self, match: re.Match[str]) -> bool:
        """Say whether the label counts on, or anew below another look, and count it."""
        if match["r"]:
            value, before = roman_value(match["r"]), self.roman
            good = value in (before + 1, 1)
            self.roman, self.arabic = (value, 0) if good else (before, self.arabic)
        elif match["a"]:
            value, before = int(match["a"]), self.arabic
            good = value in (before + 1, 1)
            self.arabic, self.letter = (value, 0) if good else (before, self.letter)
        elif match["l"]:
            value, before = "abcdđeghiklmnopqrstuvxy".find(match["l"]) + 1, self.letter
            good = value in (before + 1, 1)
            self.letter = value if good else before
        else:
            good = int(match["d"].split(".")[0]) == self.arabic
        return good


def _cuts(line: str, state: _Counts) -> Iterator[int]:
    """Yield where a label inside the line begins; the one at its head is only counted."""
    head = _INNER.match(f". {line.lstrip()}", 1)
    if head is not None:
        state.goes_on(head)
    for match in _INNER.finditer(line):
        if not _NAMES_NUMBER.search(line[max(0, match.start() - 12) : match.start()]) and state.goes_on(match):
            yield match.end()
