"""Other words at places of a plan: the values its fields get, each field set once."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, cast

from plans.changes import SetField
from plans.nodes import Cell, Node
from plans.places import Place
from plans.plan import PLAN_ID, Plan
from plans.text import RichText, Span


class NewWords:
    """Gathers what the fields of one plan shall hold; the plan itself stays as it is. KeyError for unknown nodes."""

    def __init__(self, plan: Plan) -> None:
        self.owners: dict[str, Plan | Node] = {PLAN_ID: plan} | {node.id: node for node in plan.walk()}
        self.values: dict[tuple[str, str], Any] = {}

    def value(self, node: str, name: str) -> Any:
        """Return what the field shall hold, a copy of what it holds where nothing was set."""
        if (node, name) not in self.values:
            self.values[node, name] = copy.deepcopy(getattr(self.owners[node], name))
        return self.values[node, name]

    def put(self, edits: Iterable[tuple[Place, str]]) -> None:
        """Put words at places that do not overlap, "" takes what stands there out; in any order."""
        for place, words in sorted(edits, key=_start, reverse=True):
            name, _, part = place.field.partition(".")
            value = self.value(place.node, name)
            if part:
                value = replace(value, **{part: _edited(getattr(value, part), place, words)})
            else:
                value = _edited(value, place, words)
            self.values[place.node, name] = value

    def changes(self) -> list[SetField]:
        """Return one change for each field that shall hold something else than it does."""
        return [
            SetField(node, name, value)
            for (node, name), value in self.values.items()
            if getattr(self.owners[node], name) != value
        ]


def _start(edit: tuple[Place, str]) -> int:
    return edit[0].start


def _edited(value: Any, place: Place, words: str) -> Any:
    if isinstance(value, RichText):
        return with_words(value, place.start, place.end, words)
    if isinstance(value, str):
        return value[: place.start] + words + value[place.end :]
    if isinstance(value, dict):
        words_by = cast("dict[str, str]", value)
        name = list(words_by)[place.item or 0]
        return words_by | {name: _edited(words_by[name], place, words)}
    if place.item is not None:
        edited = list(value)
        edited[place.item] = _edited(edited[place.item], place, words)
        return type(value)(edited)
    rows: list[list[Cell]] = [list(row) for row in value]
    if place.row is not None and place.cell is not None:
        cell = rows[place.row][place.cell]
        rows[place.row][place.cell] = replace(cell, text=with_words(cell.text, place.start, place.end, words))
    return rows


def with_words(text: RichText, start: int, end: int, words: str) -> RichText:
    """Return ``text`` with ``words`` in place of characters ``start`` to ``end``, in the look of what stood there; no
    footnote mark is lost."""
    middle = text.slice(start, end)
    look = next((span for span in middle if not span.footnote), Span())
    marks = [span for span in middle if span.footnote]
    new = [replace(look, text=words), *marks] if words else marks
    before = text.slice(0, start) if start else RichText()
    after = text.slice(end) if end < len(text.plain) else RichText()
    return RichText.join((*before.spans, *new, *after.spans))
