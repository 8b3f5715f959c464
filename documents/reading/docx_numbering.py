"""Labels of automatic lists, computed as Word shows them.

A ``w:num`` points to an abstract list; lists of one abstract list share their counters, a start override restarts
them once, at the first paragraph of its ``w:num``. Levels count from 0, labels come without the white space after.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from documents.files import XmlElement
from documents.reading.docx_styles import Styles
from documents.reading.docx_symbols import formatted, readable
from documents.reading.docx_xml import MC, W, child, number, switch, value
from documents.reading.legacy_text import from_font

LEVELS = 9

_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. restart: the level (from 1) whose items restart this one, 0 never, None any above."""

    style: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    restart: int | None = None
    font: str = ""
    picture: bool = False
    properties: XmlElement | None = None


@dataclass(slots=True)
class _Counter:
    count: int
    waiting: bool = False  # restarted: the next item shows ``count`` itself


@dataclass(slots=True)
class Counters:
    """How far the lists of one story (the body, one text box, the notes) have counted."""

    by_list: dict[str, dict[int, _Counter]] = field(default_factory=dict[str, dict[int, _Counter]])
    overridden: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])


@dataclass(frozen=True, slots=True)
class ListItem:
    """That a paragraph is an item: of which ``w:num``, on which level; styled: its style says so, not itself."""

    num: str
    level: int
    styled: bool


class Numbering:
    """The numbering part. Unknown lists and levels give no label."""

    def __init__(self, root: XmlElement | None, styles: Styles) -> None:
        self._styles = styles
        lists = [] if root is None else root.findall(W + "abstractNum")
        nums = [] if root is None else root.findall(W + "num")
        self._lists = {value(item, attribute="abstractNumId") or "": item for item in lists}
        self._linked = {link: item for item in reversed(lists) if (link := value(item, "styleLink"))}
        self._nums = {value(item, attribute="numId") or "": item for item in nums}
        self._levels: dict[tuple[str, int], Level | None] = {}

    def item(self, own: XmlElement | None, style_id: str) -> ListItem | None:
        """Return the list place of a paragraph with these ``w:pPr`` and style, None where it has none."""
        styled = self._from_style(style_id)
        given = child(own, "numPr")
        if given is None:
            return styled
        num, level = value(given, "numId"), number(value(given, "ilvl"))
        if num is None:
            if styled is None:
                return None
            return ListItem(styled.num, styled.level if level is None else _clamp(level), styled=True)
        return None if num == "0" else ListItem(num, _clamp(level or 0), styled=False)

    def _from_style(self, style_id: str) -> ListItem | None:
        num: str | None = None
        level: int | None = None
        for style in self._styles.chain(style_id):
            given = child(child(style, "pPr"), "numPr")
            level = number(value(given, "ilvl")) if level is None else level
            num = value(given, "numId")
            if num is not None:
                if level is None:
                    level = self._linked_level(num, value(style, attribute="styleId") or "")
                break
        return None if num in (None, "0") else ListItem(num or "", _clamp(level or 0), styled=True)

    def _linked_level(self, num: str, style_id: str) -> int:
        levels = ((at, self._level_element(num, at)) for at in range(LEVELS))
        return next((at for at, found in levels if value(found, "pStyle") == style_id), 0)

    def level(self, item: ListItem) -> Level | None:
        """Return the level an item stands on."""
        return self._level(item.num, item.level)

    def label(self, item: ListItem, counters: Counters) -> str:
        """Count the item and return the label it shows, "" for none."""
        level = self.level(item)
        if level is None:
            return ""
        counts = counters.by_list.setdefault(self._list_id(item.num), {})
        self._count(item, counts, counters)
        if level.style == "bullet":
            return "•" if level.picture else readable(level.text, level.font).strip()
        return _PLACE.sub(lambda match: self._shown(item.num, int(match[1]) - 1, level, counts), level.text).strip()

    def _shown(self, num: str, at: int, level: Level, counts: dict[int, _Counter]) -> str:
        shown = self._level(num, at) or Level()
        count = counts[at].count if at in counts else shown.start
        return formatted(count, "decimal" if level.legal else shown.style)

    def _count(self, item: ListItem, counts: dict[int, _Counter], counters: Counters) -> None:
        for at in range(item.level):  # a level that is skipped counts as used
            counts.setdefault(at, _Counter(self._start(item.num, at))).waiting = False
        override = self._override(item.num, item.level)
        if override is not None and (item.num, item.level) not in counters.overridden:
            counters.overridden.add((item.num, item.level))
            counts[item.level] = _Counter(override)
        elif item.level not in counts:
            counts[item.level] = _Counter(self._start(item.num, item.level))
        elif counts[item.level].waiting:
            counts[item.level].waiting = False
        else:
            counts[item.level].count += 1
        for deeper in range(item.level + 1, LEVELS):
            if deeper in counts and self._restarts(item, deeper):
                counts[deeper] = _Counter(self._start(item.num, deeper), waiting=True)

    def _restarts(self, item: ListItem, deeper: int) -> bool:
        level = self._level(item.num, deeper)
        return level is None or level.restart is None or item.level < level.restart

    def _start(self, num: str, at: int) -> int:
        override = self._override(num, at)
        level = self._level(num, at)
        return override if override is not None else level.start if level else 1

    def _override(self, num: str, at: int) -> int | None:
        return number(value(self._override_element(num, at), "startOverride"))

    def _override_element(self, num: str, at: int) -> XmlElement | None:
        found = self._nums.get(num)
        overrides = [] if found is None else found.findall(W + "lvlOverride")
        return next((item for item in overrides if number(value(item, attribute="ilvl")) == at), None)

    def _list_id(self, num: str) -> str:
        return value(self._nums.get(num), "abstractNumId") or ""

    def _level(self, num: str, at: int) -> Level | None:
        if (num, at) not in self._levels:
            found = self._level_element(num, at)
            self._levels[num, at] = None if found is None else _read_level(found)
        return self._levels[num, at]

    def _level_element(self, num: str, at: int) -> XmlElement | None:
        override = child(self._override_element(num, at), "lvl")
        if override is not None:
            return override
        levels = self._own_list(self._list_id(num))
        return next((item for item in levels if number(value(item, attribute="ilvl")) == at), None)

    def _own_list(self, list_id: str) -> list[XmlElement]:
        """Return the levels of an abstract list; one that borrows them from a list style is followed once."""
        found = self._lists.get(list_id)
        link = value(found, "numStyleLink")
        if link is not None:
            found = self._linked.get(link, found)
        return [] if found is None else found.findall(W + "lvl")


def _clamp(level: int) -> int:
    return min(max(level, 0), LEVELS - 1)


def _read_level(element: XmlElement) -> Level:
    styles = [value(found) for found in element.iter(W + "numFmt") if found.getparent().tag != MC + "Choice"]  # pyright: ignore[reportOptionalMemberAccess]
    start = number(value(element, "start"))
    fonts = child(child(element, "rPr"), "rFonts")
    font = value(fonts, attribute="hAnsi") or value(fonts, attribute="ascii") or ""
    return Level(
        style=next((style for style in styles if style), "decimal"),
        text=from_font(value(element, "lvlText") or "", font)[0],
        start=1 if start is None else start,
        legal=switch(element, "isLgl") or False,
        restart=number(value(element, "lvlRestart")),
        font=font,
        picture=child(element, "lvlPicBulletId") is not None,
        properties=child(element, "pPr"),
    )
