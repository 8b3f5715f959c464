"""The sections of the document: portrait and landscape pages, and page numbers that start anew in each appendix.

The template's own last section is the model (page size, margins, headers), so an office may change it in Word.
Decree 30/2020/NĐ-CP: page number from 1, not shown on page 1 (PL1-I.7); appendices numbered on their own (III.1.đ).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plans.errors import Trouble
from plans.nodes import Orientation

_SIZE = re.compile(r"<w:pgSz\b[^>]*/>")
_DROPPED = re.compile(r"<w:titlePg\b[^>]*/>|<w:pgNumType\b[^>]*/>|<w:type\b[^>]*/>")
_AFTER_TITLE_PAGE = re.compile(r"(?=<w:(?:textDirection|bidi|rtlGutter|docGrid|printerSettings)\b|</w:sectPr>)")
_NUMBER = r'w:{name}="(\d+)"'


@dataclass(frozen=True, slots=True)
class Section:
    """How the pages of a section lie; hides_first: no number on its first page; start: its first page number,
    None to go on counting."""

    orientation: Orientation = "portrait"
    hides_first: bool = False
    start: int | None = None


class Sections:
    """Writes section properties after the model of the template."""

    def __init__(self, model: str) -> None:
        size, margins = _SIZE.search(model), re.search(r"<w:pgMar\b[^>]*/>", model)
        if not size or not margins:
            raise Trouble("template-broken", template="", place="w:sectPr", field="w:pgSz, w:pgMar")
        sides = sorted((_number(size[0], "w"), _number(size[0], "h")))
        self._short, self._long = sides
        self._margins = _number(margins[0], "left") + _number(margins[0], "right")
        self._model = _DROPPED.sub("", model)

    def text_width(self, orientation: Orientation) -> int:
        """Return the width between the margins in twips."""
        return (self._short if orientation == "portrait" else self._long) - self._margins

    def properties(self, section: Section) -> str:
        """Return the w:sectPr of a section."""
        if section.orientation == "portrait":
            size = f'<w:pgSz w:w="{self._short}" w:h="{self._long}"/>'
        else:
            size = f'<w:pgSz w:w="{self._long}" w:h="{self._short}" w:orient="landscape"/>'
        found = _SIZE.sub(size, self._model)
        if section.start is not None:
            found = re.sub(r"(<w:pgMar\b[^>]*/>)", rf'\1<w:pgNumType w:start="{section.start}"/>', found)
        if section.hides_first:
            found = _AFTER_TITLE_PAGE.sub("<w:titlePg/>", found, count=1)
        return found


def _number(tag: str, name: str) -> int:
    found = re.search(_NUMBER.format(name=name), tag)
    return int(found[1]) if found else 0
