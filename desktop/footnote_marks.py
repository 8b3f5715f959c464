"""Footnote marks in the text and the footnotes they stand for, kept in step. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from plans.changes import Batch, Change, InsertNode, RemoveNode, SetField
from plans.nodes import Footnote, Node, Table
from plans.plan import Plan
from plans.text import RichText


def texts_of(node: Node) -> Iterator[RichText]:
    """Yield the rich texts of one node (not of its children) in the order they are printed."""
    for name in ("title", "label", "text"):
        value = getattr(node, name, None)
        if isinstance(value, RichText):
            yield value
    if isinstance(node, Table):
        for row in node.rows:
            for cell in row:
                yield cell.text


def without_mark(node: Node, note: str) -> Iterator[SetField]:
    """Yield what takes a footnote's marks out of the texts of one node."""
    for name in ("title", "label", "text"):
        value = getattr(node, name, None)
        if isinstance(value, RichText) and note in value.footnotes:
            yield SetField(node.id, name, _unmarked(value, note))
    if isinstance(node, Table) and any(note in cell.text.footnotes for row in node.rows for cell in row):
        rows = [[replace(cell, text=_unmarked(cell.text, note)) for cell in row] for row in node.rows]
        yield SetField(node.id, "rows", rows)


def _unmarked(text: RichText, note: str) -> RichText:
    return RichText.join(span for span in text if span.footnote != note)


def marks_in(nodes: Iterable[Node]) -> list[str]:
    """Return the ids of the footnotes marked in the nodes and all below them, in order, each once."""
    found: dict[str, None] = {}
    for top in nodes:
        for node in top.walk():
            for text in texts_of(node):
                found.update(dict.fromkeys(text.footnotes))
    return list(found)


def footnote_numbers(plan: Plan) -> dict[str, int]:
    """Return the printed number of every marked footnote: they count through the plan in reading order."""
    order = marks_in(part for part in plan.parts if part is not plan.footnotes)
    return {note: number for number, note in enumerate(order, 1)}


def footnote_changes(plan: Plan, before: Iterable[str], after: Iterable[str]) -> list[Change]:
    """Return what must happen to the footnotes when marks ``before`` of some text become ``after``.

    A mark without a footnote gets an empty one; a footnote whose last mark goes is taken out.
    """
    old, new = set(before), list(dict.fromkeys(after))
    gone = [note for note in old if note not in new and _marked_once(plan, note)]
    changes: list[Change] = [RemoveNode(note) for note in gone if plan.footnote(note)]
    room = len(plan.footnotes.children) - len(changes)
    added = [note for note in new if note not in old and plan.footnote(note) is None]
    changes += [InsertNode("footnotes", room + at, Footnote(id=note)) for at, note in enumerate(added)]
    return changes


def _marked_once(plan: Plan, note: str) -> bool:
    return sum(text.footnotes.count(note) for node in plan.walk() for text in texts_of(node)) <= 1


def with_footnotes(plan: Plan, change: Change, before: Iterable[str], after: Iterable[str]) -> Change:
    """Return ``change`` together with what it means for the footnotes, as one step."""
    more = footnote_changes(plan, before, after)
    return Batch((*more, change), "text") if more else change
