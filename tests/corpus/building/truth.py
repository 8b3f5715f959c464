"""Turns the marks of a plan into its truth: the keys of the seeds' truth, and targets, tasks, tables and year shifts.

| tag | says | tag | says |
|---|---|---|---|
| P, A | parent body, a line of the issuing body | N, S | number, symbol |
| L, D, M, Y | place, day, month, year of the date | T, J | title, subject |
| I | the issuer, where only the body names it | B | a paragraph of bases |
| h1 … h5 label | a heading of that depth | o1 … o5 label | a heading that may be taken or left |
| U, V | a unit with duties; one that may be taken or left | r year | a roadmap year |
| t comparator;value;unit;year | a target | w | the same, may be taken or left |
| k | a task; c l a p s d its contents, lead, adviser, partners, product, deadline (of the task before) | x rows;columns | a table |
| R, W | recipient, archive line | G, F | authority line, signer's name |
| E tables | an appendix | n | a footnote |
| y new | a year token that rolling over must change | q new | one a clerk would have to decide |
| e | a year token that may be changed, asked or left | | |

Years that carry no mark must stay (``year_keeps``), in plans with the setting ``rollover``.
"""

from __future__ import annotations

import re
from typing import Any

from tests.corpus.building.marks import Mark, Marked, folded_spaces, seen

PARTS = {"c": "contents", "l": "lead", "a": "advisers", "p": "coordinating", "s": "products"}
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+|\n|\|")
WRAPPED_END = re.compile(
    r"(?<=[.;:!?])\s+|\n\s*\n|\|"
    r"|\n(?=\s*(?:[-+*•|#]|\d+(?:\.\d+)*[.)]?\s|[a-zđ][.)/]\s|[IVX]+[.\-/]))"
)
"""Where a sentence ends: at any line's end, but in plans with the setting ``wrapped`` only where a new paragraph begins."""


def truth(marked: Marked, file: str) -> dict[str, Any]:
    """Return what a careful reader finds in a marked plan."""
    settings = marked.settings
    found: dict[str, Any] = {"file": file, "kind": settings.get("kind", ""), **_head(marked)}
    found["headings"] = [_heading(mark) for mark in marked.marks if re.fullmatch(r"h\d", mark.tag)]
    found["optional_headings"] = [_heading(mark) for mark in marked.marks if re.fullmatch(r"o\d", mark.tag)]
    found["units"] = _all(marked, "U")
    found["optional_units"] = _all(marked, "V")
    found["roadmap_years"] = [int(mark.arguments[0]) for mark in marked.marks if mark.tag == "r"]
    found["targets"] = [_target(marked, mark) for mark in marked.marks if mark.tag == "t"]
    found["optional_targets"] = [_target(marked, mark) for mark in marked.marks if mark.tag == "w"]
    found["tasks"] = _tasks(marked)
    found["tables"] = [
        {"rows": int(mark.arguments[0]), "columns": int(mark.arguments[1]), "title": mark.said or None}
        for mark in marked.marks
        if mark.tag == "x"
    ]
    found["appendices"] = [{"title": m.said, "tables": int(m.arguments[0])} for m in marked.marks if m.tag == "E"]
    found["footnotes"] = _all(marked, "n")
    found["recipients"] = _all(marked, "R") + _all(marked, "W")
    found["signer"] = {"authority": _all(marked, "G"), "name": _one(marked, "F")}
    if "rollover" in settings:
        found |= _rollover(marked)
    return found


def _head(marked: Marked) -> dict[str, Any]:
    agency = _all(marked, "A")
    date = {key: _number(_one(marked, tag)) for key, tag in (("day", "D"), ("month", "M"), ("year", "Y"))}
    bases = _all(marked, "B")
    alternative = marked.settings.get("bases_alt")
    return {
        "head_missing": not agency,
        "parent": _one(marked, "P"),
        "agency": agency,
        "issuer_from_body": _one(marked, "I"),
        "number": _one(marked, "N"),
        "symbol": _one(marked, "S"),
        "place": _one(marked, "L"),
        "date": date,
        "doc_type": _one(marked, "T"),
        "subject": _one(marked, "J"),
        "legal_bases_count": len(bases),
        "legal_bases_count_alt": [int(alternative)] if alternative else [],
    }


def _all(marked: Marked, tag: str) -> list[str]:
    return [mark.said for mark in marked.marks if mark.tag == tag]


def _one(marked: Marked, tag: str) -> str | None:
    return next(iter(_all(marked, tag)), None)


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _heading(mark: Mark) -> dict[str, Any]:
    label = mark.arguments[0] if mark.arguments else ""
    return {"label": label, "depth": int(mark.tag[1]), "text": mark.said.rstrip(".: ")}


def _target(marked: Marked, mark: Mark) -> dict[str, Any]:
    """A target; ``year_alt`` are the years a reader may as well give where neither its text nor a heading settles it."""
    comparator, value, unit, year = mark.arguments
    said = YEAR.findall(" ".join([mark.said, *_above(marked, mark)]))
    year_alt: list[int | None] = [None] if year and year not in said else []
    if not year:
        subject = YEAR.findall(_one(marked, "J") or "")
        year_alt = [int(one) for one in dict.fromkeys(said + subject[-1:])]
    return {
        "text": mark.said,
        "comparator": comparator or None,
        "value": value,
        "unit": unit or None,
        "year": _number(year),
        "year_alt": year_alt,
    }


def _above(marked: Marked, mark: Mark) -> list[str]:
    """The headings a mark stands under."""
    above: dict[int, str] = {}
    for other in marked.marks:
        if other.start >= mark.start and other is not mark:
            break
        if re.fullmatch(r"h\d", other.tag):
            depth = int(other.tag[1])
            above = {d: text for d, text in above.items() if d < depth} | {depth: other.said}
    return list(above.values())


def _tasks(marked: Marked) -> list[dict[str, Any]]:
    tasks: list[dict[str, Any]] = []
    for mark in marked.marks:
        if mark.tag == "k":
            tasks.append({"title": mark.said} | {key: [] for key in PARTS.values()} | {"deadline": None})
        elif mark.tag in PARTS:
            tasks[-1][PARTS[mark.tag]].append(mark.said)
        elif mark.tag == "d":
            tasks[-1]["deadline"] = mark.said
    return tasks


def _rollover(marked: Marked) -> dict[str, Any]:
    year = int(marked.settings["rollover"])
    shifts, questions, either = (
        [
            {"old": m.said, "new": m.arguments[0] if m.arguments else None, "sentence": _sentence(marked, m)}
            for m in marked.marks
            if m.tag == tag
        ]
        for tag in ("y", "q", "e")
    )
    spoken = [m for m in marked.marks if m.tag in ("y", "q", "e", "D", "M", "Y")]
    keeps = [
        {"old": hit.group(), "sentence": _sentence(marked, Mark("", [], None, hit.start(), hit.end()))}
        for hit in YEAR.finditer(marked.text)
        if not any(m.start <= hit.start() < m.end for m in spoken)
    ]
    return {
        "year_from": year - 1,
        "year_to": year,
        "year_shifts": shifts,
        "year_keeps": keeps,
        "year_questions": questions,
        "year_either": either,
    }


def _sentence(marked: Marked, mark: Mark) -> str:
    """Return the sentence, line or cell around a mark, without the tags and stars of an extraction."""
    text = marked.text
    ends = WRAPPED_END if "wrapped" in marked.settings else SENTENCE_END
    before = [hit.end() for hit in ends.finditer(text, 0, mark.start) if hit.end() <= mark.start]
    after = ends.search(text, mark.end)
    sentence = text[before[-1] if before else 0 : after.start() if after else len(text)]
    return folded_spaces(re.sub(r"<[^>]*>|[*#]+", " ", seen(sentence)))
