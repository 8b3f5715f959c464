"""Paragraphs of the layout copy: how high they stand, about, and how one is cut into several that look like it."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from documents.measure import MM_PER_POINT, text_width_mm
from documents.pages.owners import W

P, R, T, LINK = f"{W}p", f"{W}r", f"{W}t", f"{W}hyperlink"

TWIP = 1 / 20
"""Points in a twip."""

_LINE = 1.15  # line height of the Times metrics, in sizes of the font
_MEAN = 0.48  # mean width of a letter, in sizes of the font
_AIR = 2.0  # points: our lines end a little early, so that what fits by our measure fits by the library's
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WORDS = re.compile(r"\S+\s*")
_VALUE, _SIZE, _BOLD, _STYLE = f"{W}val", f"{W}sz", f"{W}b", f"{W}pStyle"


@dataclass(frozen=True)
class Look:
    """Size of the letters, air above and below, in points; ``factor``: line spacing, 1.0 is single; ``bold``: wholly
    or in part."""

    size: float = 14.0
    before: float = 0.0
    after: float = 0.0
    factor: float = 1.0
    bold: bool = False

    @property
    def line(self) -> float:
        """Height of one line in points."""
        return self.size * _LINE * self.factor


class Looks:
    """The looks of paragraphs by their styles (``styles``: the root of styles.xml, None where there is none)."""

    def __init__(self, styles: Element | None) -> None:
        found = () if styles is None else styles.iterfind(f"{W}style")
        self._styles = {style.get(f"{W}styleId") or "": style for style in found}
        self._known: dict[str, Look] = {}

    def of(self, paragraph: Element) -> Look:
        """Return the look of a paragraph by its style and what its runs say of size and weight."""
        style = next(paragraph.iter(_STYLE), None)
        look = self._of_style("" if style is None else style.get(_VALUE) or "")
        size, bold = next(paragraph.iter(_SIZE), None), next(paragraph.iter(_BOLD), None)
        if bold is not None and not look.bold:
            look = replace(look, bold=True)
        return look if size is None else replace(look, size=_number(size, "val", look.size * 2) / 2)

    def justified(self, paragraph: Element) -> bool:
        """Say whether a paragraph is set to both margins, by its own word or its style's."""
        own = paragraph.find(f"{W}pPr/{W}jc")
        style = next(paragraph.iter(_STYLE), None)
        name = "" if style is None else style.get(_VALUE) or ""
        seen: set[str] = set()
        while own is None and name in self._styles and name not in seen:
            seen.add(name)
            own = self._styles[name].find(f"{W}pPr/{W}jc")
            parent = self._styles[name].find(f"{W}basedOn")
            name = "" if parent is None else parent.get(_VALUE) or ""
        return own is not None and own.get(_VALUE) == "both"

    def _of_style(self, name: str) -> Look:
        if name not in self._known:
            self._known[name] = Look()  # a style that is based on itself ends here
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> Look:
        style = self._styles.get(name)
        if style is None:
            return Look()
        parent = style.find(f"{W}basedOn")
        base = Look() if parent is None else self._of_style(parent.get(_VALUE) or "")
        size, spacing = style.find(f"{W}rPr/{W}sz"), style.find(f"{W}pPr/{W}spacing")
        points = base.size if size is None else _number(size, "val", base.size * 2) / 2
        base = replace(base, size=points, bold=base.bold or style.find(f"{W}rPr/{W}b") is not None)
        if spacing is None:
            return base
        rule = spacing.get(f"{W}lineRule") or "auto"
        line = _number(spacing, "line", 0.0)
        factor = base.factor if not line else line / 240 if rule == "auto" else line * TWIP / (points * _LINE)
        before, after = (_number(spacing, side, own / TWIP) * TWIP for side, own in _sides(base))
        return replace(base, before=before, after=after, factor=factor)


def _sides(look: Look) -> tuple[tuple[str, float], tuple[str, float]]:
    return ("before", look.before), ("after", look.after)


def _number(element: Element, name: str, default: float) -> float:
    try:
        return float(element.get(f"{W}{name}") or default)
    except ValueError:
        return default


def text_of(paragraph: Element) -> str:
    """Return the text of a paragraph."""
    return "".join(text.text or "" for text in paragraph.iter(T))


def height_about(paragraph: Element, width: float, look: Look) -> float:
    """Return about how many points high a paragraph of ``width`` points stands."""
    letters = len(text_of(paragraph)) * look.size * _MEAN
    return (1 + int(letters / max(width, 1.0))) * look.line + look.before + look.after


@lru_cache(maxsize=8192)
def width_of(word: str, size: float, *, bold: bool) -> float:
    """Return the width of a word in points."""
    return text_width_mm(word, size, bold=bold) / MM_PER_POINT


def height_of(paragraph: Element, width: float, look: Look) -> float:
    """Return how many points high a paragraph of ``width`` points stands, by the widths of its words."""
    return len(_line_starts(text_of(paragraph), width - _AIR, look)) * look.line + look.before + look.after


def cut(paragraph: Element, width: float, look: Look, lines: int) -> list[Element]:
    """Return the paragraph as several of at most ``lines`` lines each, itself where it is no longer."""
    places = _line_starts(text_of(paragraph), width - _AIR, look)[lines::lines]
    return _cut_at(paragraph, places) if places else [paragraph]


def _line_starts(text: str, width: float, look: Look) -> list[int]:
    starts, used = [0], 0.0
    for match in _WORDS.finditer(text):
        own = width_of(match[0], look.size, bold=look.bold)
        if used and used + width_of(match[0].rstrip(), look.size, bold=look.bold) > width:
            starts.append(match.start())
            used = 0.0
        used += own
    return starts


def _cut_at(paragraph: Element, places: list[int]) -> list[Element]:
    """Return copies of the paragraph that end and begin at ``places`` (characters of its text)."""
    pieces = [_empty_copy(paragraph, is_first=True)]
    at = 0
    ends = [*places, len(text_of(paragraph)) + 1]
    for child, link in _content(paragraph):
        length = sum(len(text.text or "") for text in child.iter(T))
        for part in _parts(child, at, length, ends[len(pieces) - 1 :]):
            if part is None:
                pieces.append(_empty_copy(paragraph, is_first=False))
            else:
                pieces[-1].append(_in_link(part, link))
        at += length
    for piece in pieces[:-1]:
        _space(piece, "after")
    return pieces


def _content(paragraph: Element) -> Iterator[tuple[Element, Element | None]]:
    """Yield the runs and marks of a paragraph, each with the link it stands in."""
    for child in paragraph:
        if child.tag == LINK:
            yield from ((inner, child) for inner in child)
        elif child.tag != f"{W}pPr":
            yield child, None


def _parts(child: Element, at: int, length: int, ends: list[int]) -> Iterator[Element | None]:
    """Yield a run in parts, None where a new paragraph begins; ``at``: its place in the text."""
    texts = child.findall(T)
    if child.tag != R or len(texts) != 1:
        yield child if ends[0] > at or not length else None
        if ends[0] <= at and length:
            yield child
        return
    text, start = texts[0].text or "", 0
    for end in ends:
        if end >= at + length:
            break
        if end > at + start:
            yield _with_text(child, text[start : end - at])
        yield None
        start = max(end - at, 0)
    yield _with_text(child, text[start:])


def _with_text(run: Element, text: str) -> Element:
    part = copy.deepcopy(run)
    holder = part.find(T)
    if holder is not None:
        holder.text = text
        holder.set(_SPACE, "preserve")
    return part


def _in_link(run: Element, link: Element | None) -> Element:
    if link is None:
        return copy.deepcopy(run) if run.getparent() is not None else run
    holder = etree.Element(LINK)
    for name, value in link.attrib.items():
        holder.set(name, value)
    holder.append(copy.deepcopy(run))
    return holder


def _empty_copy(paragraph: Element, *, is_first: bool) -> Element:
    made = etree.Element(P)
    properties = paragraph.find(f"{W}pPr")
    made.append(etree.Element(f"{W}pPr") if properties is None else copy.deepcopy(properties))
    if not is_first:
        _space(made, "before")
        indent = _property(made, "ind")
        if f"{W}hanging" in indent.attrib:
            del indent.attrib[f"{W}hanging"]
        indent.set(f"{W}firstLine", "0")
    return made


def _space(paragraph: Element, side: str) -> None:
    _property(paragraph, "spacing").set(f"{W}{side}", "0")


def _property(paragraph: Element, name: str) -> Element:
    properties = paragraph[0]
    found = properties.find(f"{W}{name}")
    return etree.SubElement(properties, f"{W}{name}") if found is None else found
