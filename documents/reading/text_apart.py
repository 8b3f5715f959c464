"""Labels that lost what ties them to their text: parted by a tab or a line's end, or left without their mark.

"1 Mục đích" is a label only where the whole file writes so: no dotted one anywhere, and counts that go up by one.
"""

from __future__ import annotations

import re

from documents.reading.text_labels import UPPERCASE, roman_value

_LABEL = (
    r"(?:[IVX]{1,5}\s?[.\-/)]-?|\d{1,2}(?:\.\d{1,2}){0,3}[.)/]|\d{1,2}(?:\.\d{1,2}){1,3}|[a-zđ][.)]|[A-H]\s?[.\-/)]|"
    r"[-+•–*])"
)
_LONE_LABEL = re.compile(rf"^\s*(?!\*){_LABEL}\s*$")
_TABBED_LABEL = re.compile(rf"^(?P<label>\s*{_LABEL})[ ]*\t\s*(?P<text>[^\t]+)$")
_MARKED = re.compile(r"^[\s*_#>]*(?:\d{1,2}\s?[.)/:](?!\d)|\d{1,2}\s?[-–]\s)")
_UNMARKED = re.compile(rf"^(?P<lead>\s*)(?P<n>\d{{1,2}})\s(?P<text>[{UPPERCASE}][^\t|]*)$")
_MARKED_ROMAN = re.compile(r"^[\s*_#>]*[IVX]{1,5}\s?[.)/:\-–]")
_UNMARKED_ROMAN = re.compile(rf"^(?P<lead>\s*)(?P<n>[IVX]{{1,5}})\s(?P<text>[{UPPERCASE}][^\t|]*)$")
_FIGURES = re.compile(r"\d[\d.,/%]*\s+\d[\d.,/%]*\s*$|\s{3,}\S")
_LEAST = 3


def labels_mended(raw: list[str]) -> dict[int, str | None]:
    """Return by number (from 1) the lines that read otherwise: with their label in place, None for one that was taken
    to the label on the line before."""
    mended: dict[int, str | None] = {}
    for number, line in enumerate(raw, 1):
        tabbed = _TABBED_LABEL.match(line)
        if tabbed:
            mended[number] = f"{tabbed['label']} {tabbed['text']}"
        if mended.get(number, "") is None or not _LONE_LABEL.match(line):
            continue
        after = next((at for at in range(number, min(len(raw), number + 2)) if raw[at].strip()), None)
        if after is not None and not _LONE_LABEL.match(raw[after]) and "\t" not in raw[after].strip():
            mended |= {number: f"{line.rstrip()} {raw[after].strip()}", after + 1: None}
    return mended | _marked(raw, _MARKED, _UNMARKED) | _marked(raw, _MARKED_ROMAN, _UNMARKED_ROMAN)


def _marked(raw: list[str], marked: re.Pattern[str], unmarked: re.Pattern[str]) -> dict[int, str | None]:
    """Return the lines whose labels have lost their mark, each with a dot, where the whole file writes so."""
    if any(marked.match(line) for line in raw):
        return {}
    found = {number: match for number, line in enumerate(raw, 1) if (match := unmarked.match(line))}
    found = {number: match for number, match in found.items() if not _FIGURES.search(match["text"])}
    counts = [_value(match["n"]) for match in found.values()]
    going_up = sum(count in (before + 1, 1) for before, count in zip([0, *counts], counts, strict=False))
    if len(counts) < _LEAST or going_up < 0.9 * len(counts):
        return {}
    return {number: f"{match['lead']}{match['n']}. {match['text']}" for number, match in found.items()}


def _value(digits: str) -> int:
    return int(digits) if digits.isdigit() else roman_value(digits)
