"""Automatic numbering: which level counts a paragraph, and the label Word shows before its text."""

from __future__ import annotations

import re

from documents.audit.cascade import Cascade
from documents.audit.word import Package, qn, val, whole
from documents.files import XmlElement
from plans.numbering import roman

_W_NUM_ID, _W_ILVL = qn("w:numId"), qn("w:ilvl")
_PLACE = re.compile(r"%([1-9])")


class Lists:
    """Counts the automatically numbered paragraphs of one document; ask for each paragraph once, in order."""

    def __init__(self, package: Package, cascade: Cascade) -> None:
        self._cascade = cascade
        self._levels: dict[str, dict[int, XmlElement]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if package.numbering is not None:
            self._read(package.numbering)

    def _read(self, root: XmlElement) -> None:
        abstracts = {a.get(qn("w:abstractNumId"), ""): a for a in root.iterfind(qn("w:abstractNum"))}
        for num in root.iterfind(qn("w:num")):
            num_id, abstract_id = num.get(_W_NUM_ID, ""), val(num, "w:abstractNumId")
            levels = _levels(abstracts.get(abstract_id))
            for override in num.iterfind(qn("w:lvlOverride")):
                own = override.find(qn("w:lvl"))
                if own is not None:
                    levels[_level_number(own)] = own
            self._levels[num_id] = levels
            restarted = num.find(qn("w:lvlOverride")) is not None
            self._abstract[num_id] = f"{abstract_id}/{num_id}" if restarted else abstract_id

    def level(self, paragraph: XmlElement, style_id: str) -> tuple[str, int, XmlElement | None]:
        """Return numbering id, level number and level element of a paragraph; ("", 0, None) where it has none."""
        num_id, ilvl = self._cascade.style_numbering(style_id)
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        if own is not None:
            num_id, ilvl = val(own, "w:numId", num_id), val(own, "w:ilvl", ilvl)
        number = whole(ilvl, 0)
        found = self._levels.get(num_id, {}).get(number)
        return ("", 0, None) if found is None else (num_id, number, found)

    def label(self, num_id: str, number: int) -> str:
        """Count one paragraph of a list and return its label: "1.", "a)", "-"; "" for an empty one."""
        levels = self._levels[num_id]
        counts = self._counts.setdefault(self._abstract[num_id], {})
        counts[number] = counts.get(number, _start(levels.get(number)) - 1) + 1
        for deeper in [n for n in counts if n > number]:
            del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            count = counts.get(at, _start(levels.get(at)))
            legal = levels[number].find(qn("w:isLgl")) is not None
            return _figure(count, "decimal" if legal else val(levels.get(at), "w:numFmt", "decimal"))

        level = levels[number]
        if val(level, "w:numFmt") == "bullet":
            return _bullet(val(level, "w:lvlText"))
        return _PLACE.sub(shown, val(level, "w:lvlText"))


def _levels(abstract: XmlElement | None) -> dict[int, XmlElement]:
    return {_level_number(lvl): lvl for lvl in abstract.iterfind(qn("w:lvl"))} if abstract is not None else {}


def _level_number(level: XmlElement) -> int:
    text = level.get(_W_ILVL, "0")
    return whole(text, 0)


def _start(level: XmlElement | None) -> int:
    text = val(level, "w:start", "1")
    return whole(text, 1)


def _figure(count: int, kind: str) -> str:
    match kind:
        case "upperRoman" | "lowerRoman":
            text = roman(count) if 0 < count < 4000 else str(count)
            return text if kind == "upperRoman" else text.lower()
        case "upperLetter" | "lowerLetter":
            text = chr(ord("a") + (count - 1) % 26) * (1 + (count - 1) // 26) if 0 < count < 1000 else str(count)
            return text.upper() if kind == "upperLetter" else text
        case "none":
            return ""
        case "decimalZero":
            return f"{count:02}"
        case _:
            return str(count)


def _bullet(text: str) -> str:
    """Return the sign of a bullet; one from a symbol font, which has no readable code, counts as "-"."""
    return text if text in ("+", "*", "–", "•", "o") else "-"
