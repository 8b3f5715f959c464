"""How each item of the outline is to be taken, decided over the whole document before anything is built.

A label's look says on which level it stands; what follows and how it is set say whether it titles something; and what
its siblings are decides where that leaves a doubt, since typists number like things alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from documents.reading.text_labels import LabelKind
from documents.recognition.headings import Following, Form, first_stop, form_of, is_upper, run_in_colon
from documents.recognition.items import Item
from documents.recognition.levels import Levels
from documents.recognition.looks import Looks, is_caption, is_unlabelled_heading, speaks_as_heading
from documents.recognition.prose import word_count
from documents.recognition.units import leading_unit, split_unit

UNLABELLED = 1000
"""The depth of unlabelled headings: below every numbered level."""

TOP = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.UPPER, LabelKind.ROMAN)
_SHORT = 14
SURE = 0.8
"""From here on a form is no guess worth a look."""

_CERTAIN = 0.95


class Role(Enum):
    """What an item is in the outline."""

    TABLE = auto()
    CAPTION = auto()
    NUMBERED = auto()
    BULLET = auto()
    HEADING = auto()
    TEXT = auto()


@dataclass(slots=True)
class Reading:
    """How one item is taken. depth: levels above it; form, cut: of numbered items, and where a run-in title ends;
    parent: the place of the item it stands below, -1 for the root; confidence: of the form, 0 to 1."""

    role: Role
    depth: int = 0
    form: Form = Form.PARAGRAPH
    cut: int | None = None
    parent: int = -1
    content: bool = False
    confidence: float = 1.0


@dataclass(slots=True)
class _Walk:
    """The open levels while the items are walked over once. path: places of open headings with their depth."""

    levels: Levels = field(default_factory=Levels)
    path: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    fresh: bool = False

    def open(self, place: int, depth: int, *, close_to: int) -> int:
        """Open the item at ``place`` and return the place of its parent."""
        while self.path and self.path[-1][0] >= close_to:
            self.path.pop()
        parent = self.path[-1][1] if self.path else -1
        self.path.append((depth, place))
        return parent


def readings(items: list[Item], looks: Looks) -> list[Reading]:
    """Return how each of ``items`` is to be taken."""
    walk = _Walk()
    found = [_placed(items, place, looks, walk) for place in range(len(items))]
    for place, reading in enumerate(found):
        if reading.role is Role.NUMBERED:
            _first_form(items, found, place, looks)
    for group in _siblings(items, found):
        _agree(items, found, group)
    return found


def _placed(items: list[Item], place: int, looks: Looks, walk: _Walk) -> Reading:
    item = items[place]
    following = items[place + 1] if place + 1 < len(items) else None
    walk.fresh = walk.fresh and item.is_numbered
    if item.is_table:
        return Reading(Role.TABLE)
    if item.is_numbered and item.label is not None:
        depth = walk.levels.place(item.label, fresh=walk.fresh)
        walk.fresh = True
        top = item.label.kind in TOP and depth == 0
        return Reading(Role.NUMBERED, depth, parent=walk.open(place, depth, close_to=-1 if top else depth))
    if item.is_bullet:
        return Reading(Role.BULLET)
    if is_caption(item, following):
        return Reading(Role.CAPTION)
    if is_unlabelled_heading(item, following) or (looks.unlabelled and speaks_as_heading(item, following)):
        depth = _unlabelled_depth(item, walk.levels)
        return Reading(Role.HEADING, depth, Form.HEADING, parent=walk.open(place, depth, close_to=depth))
    return Reading(Role.TEXT)


def _unlabelled_depth(item: Item, levels: Levels) -> int:
    if not (item.caps or item.block.outline == 1):
        return UNLABELLED
    outer = levels.open[:1]
    depth = 0 if outer and outer[0].kind in TOP else -1
    levels.open = outer if depth == 0 else []
    return depth


def _first_form(items: list[Item], found: list[Reading], place: int, looks: Looks) -> None:
    """Decide by what the item itself and the next one look like."""
    reading, item = found[place], items[place]
    following = _following(items, found, place)
    reading.content = following.content or following.deeper
    reading.form = form_of(item, following, bold_headings=looks.bold_headings)
    if reading.form is Form.RUN_IN:
        reading.cut = run_in_colon(item.plain)
        reading.form = Form.RUN_IN if reading.cut is not None else Form.HEADING
    reading.confidence = _confidence(item, reading, following)


def _following(items: list[Item], found: list[Reading], place: int) -> Following:
    if place + 1 == len(items):
        return Following()
    item, reading = items[place + 1], found[place + 1]
    if reading.role is Role.NUMBERED:
        return Following(deeper=reading.depth > found[place].depth)
    prose = item.label is None and not item.is_table
    return Following(content=not is_unlabelled_heading(item, item), prose=prose)


def _confidence(item: Item, reading: Reading, following: Following) -> float:
    """Return how sure the first form is: looks and levels tell most, the end of the line least."""
    if item.bold or item.caps or item.block.outline is not None or following.deeper:
        return _CERTAIN if reading.form is not Form.PARAGRAPH else 0.7
    if reading.form is Form.HEADING:
        return 0.6 if item.closed and not item.plain.endswith(":") else 0.9
    if reading.form is Form.RUN_IN:
        return 0.9 if item.closed or is_upper(item.plain[reading.cut or 0 :]) else 0.7
    return 0.75 if word_count(item.plain) <= _SHORT and not item.closed else 0.9


def _siblings(items: list[Item], found: list[Reading]) -> Iterator[list[int]]:
    """Yield the places of numbered items that stand below the same item with labels of the same look."""
    groups: dict[tuple[int, LabelKind, int], list[int]] = defaultdict(list)
    for place, (item, reading) in enumerate(zip(items, found, strict=True)):
        if reading.role is Role.NUMBERED and item.label is not None:
            groups[reading.parent, item.label.kind, reading.depth].append(place)
    yield from (group for group in groups.values() if len(group) > 1)


def _agree(items: list[Item], found: list[Reading], group: list[int]) -> None:
    """Let the doubtful ones of the siblings follow the others."""
    if _stopped_titles(items, found, group):
        return
    run_in = [place for place in group if found[place].form is Form.RUN_IN]
    plain = [place for place in group if found[place].form is Form.PARAGRAPH]
    certain = [place for place in run_in if items[place].bold or split_unit(items[place].plain[: found[place].cut])]
    if any(found[place].form is Form.HEADING and found[place].content for place in group):
        for place in plain:
            if not items[place].closed and word_count(items[place].plain) <= _SHORT:
                _turn(found[place], Form.HEADING, 0.75)
    elif certain or 2 * len(run_in) > len(group):
        _all_run_in(items, found, group)
    elif 2 * len(plain) >= len(group):
        _all_plain(items, found, [place for place in group if found[place].form is not Form.PARAGRAPH])


def _all_run_in(items: list[Item], found: list[Reading], group: list[int]) -> None:
    for place in group:
        cut = run_in_colon(items[place].plain)
        if found[place].form is not Form.RUN_IN and cut is not None and not items[place].bold:
            _turn(found[place], Form.RUN_IN, 0.75, cut)


def _all_plain(items: list[Item], found: list[Reading], titled: list[int]) -> None:
    for place in titled:
        item, reading = items[place], found[place]
        doubtful = item.closed or reading.form is Form.RUN_IN
        if doubtful and not (item.bold or item.caps or reading.content):
            _turn(reading, Form.PARAGRAPH, 0.7)


def _turn(reading: Reading, form: Form, confidence: float, cut: int | None = None) -> None:
    reading.form, reading.confidence, reading.cut = form, confidence, cut


def _stopped_titles(items: list[Item], found: list[Reading], group: list[int]) -> bool:
    """Siblings that each begin with a few words and a full stop ("1. Độ tuổi. Công dân nam …") have those as titles."""
    stops = {place: first_stop(items[place].plain) for place in group}
    if any(stop is None for stop in stops.values()) or any(found[place].content for place in group):
        return False
    if any(leading_unit(items[place].plain) for place in group):
        return False
    for place, stop in stops.items():
        _turn(found[place], Form.RUN_IN, 0.75, stop)
    return True
