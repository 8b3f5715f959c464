"""Which part of a recognised plan came from which block of its source: found anew by their words, in document order.

Nothing is noted while a plan is recognised; afterwards each text of the plan takes its words from the source, the
longest run first and the one nearest to where the text before it ended. So paragraphs that were joined or split, cells
that became tasks and columns read one after the other still lead back to where they stood.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from documents.reading.blocks import Block, Source
from documents.reading.text_lines import words_in_order
from documents.reading.text_openers import unspread
from documents.recognition.accounting import texts_of
from plans.nodes import Node, Table
from plans.plan import PLAN_ID, Plan
from plans.text import RichText

_KEY = 3
"""Words that a run must share to be looked for far away (all of a shorter text's, if it has two at least); fewer are
taken near the text before only."""
_NEAR = 40
"""How many words away from where the text before ended a single word may be."""
_MOST = 40
"""So many places of a run are looked at on each side, so that a long text takes no longer by the word."""
_ENOUGH = 12
"""A run of so many words right where the text before ended is taken without looking further."""


@dataclass(frozen=True, kw_only=True)
class Trace:
    """blocks: by node id (PLAN_ID for the head, "recipients" for recipients and signature) the places of its blocks in
    ``Source.blocks``; nodes: for each block the ids of what came from it, in the order of its words; unplaced: for each
    text that found no place the place of its block, None where its words stand nowhere as such."""

    blocks: dict[str, tuple[int, ...]] = field(default_factory=dict[str, tuple[int, ...]])
    nodes: tuple[tuple[str, ...], ...] = ()
    unplaced: tuple[int | None, ...] = ()


def trace(source: Source, plan: Plan, unplaced: Sequence[str] = ()) -> Trace:
    """Return what in ``plan`` came from which block of ``source``; ``unplaced``: the report's texts without place."""
    ground = _Ground([words_in_order(block_text(block)) for block in source.blocks])
    for owner, text in _plan_texts(plan):
        ground.take(words_in_order(text), owner)
    leftovers = [ground.leftover(words_in_order(text)) for text in unplaced]
    ground.fill()
    linked = [tuple(dict.fromkeys(owner for owner in owners if owner)) for owners in ground.owners_by_block()]
    blocks: dict[str, list[int]] = {}
    for at, owners in enumerate(linked):
        for owner in owners:
            blocks.setdefault(owner, []).append(at)
    _link_footnotes(plan, blocks)
    return Trace(
        blocks={owner: tuple(places) for owner, places in blocks.items()},
        nodes=tuple(linked),
        unplaced=tuple(leftovers),
    )


def block_text(block: Block) -> str:
    """Return the characters of a block, cells one a line, spaced letters closed up as recognition does."""
    if block.rows is None:
        return unspread(block.text.plain)
    return "\n".join(cell.text.plain for row in block.rows for cell in row)


def _plan_texts(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield owner and text of all that came from the source, in the order in which a plan is printed."""
    date = plan.date
    yield PLAN_ID, plan.letterhead.parent
    for line in plan.letterhead.agency:
        yield PLAN_ID, line
    if plan.number or plan.symbol:
        yield PLAN_ID, f"Số: {plan.number}/{plan.symbol}"
    if plan.place or date.year:
        yield PLAN_ID, f"{plan.place}, ngày {date.day or ''} tháng {date.month or ''} năm {date.year or ''}"
    yield PLAN_ID, plan.title
    yield PLAN_ID, plan.subject
    for part in (plan.bases, plan.opening, plan.body, plan.closing, plan.recipients):
        yield from _below(part)
    yield "recipients", plan.archive
    yield "recipients", f"{plan.drafter_mark} {plan.copies or ''}"
    for line in (*plan.signature.lines, plan.signature.name):
        yield "recipients", line
    yield from _below(plan.appendices)
    yield from _below(plan.footnotes)


def _below(part: Node) -> Iterator[tuple[str, str]]:
    for child in part.children:
        for node in child.walk():
            texts = list(texts_of(node))
            first = next((text for text in texts if text), "")
            yield node.id, f"{node.source_label} {first}"
            rest = texts[texts.index(first) + 1 :] if first else []
            for text in rest:
                yield node.id, text


class _Ground:
    """The words of the source in order, each with the node that took it ("" while nobody has)."""

    def __init__(self, blocks: list[list[str]]) -> None:
        self._words = [word for block in blocks for word in block]
        self._sizes = [len(block) for block in blocks]
        self._block = [at for at, block in enumerate(blocks) for _ in block]
        self._owner = [""] * len(self._words)
        self._runs: dict[tuple[str, ...], list[int]] = {}
        for size in range(1, _KEY + 1):
            for at in range(len(self._words) - size + 1):
                self._runs.setdefault(tuple(self._words[at : at + size]), []).append(at)
        self._at = 0

    def take(self, text: list[str], owner: str) -> None:
        """Let ``owner`` take the words of one of its texts, wherever they stand free."""
        begun = 0
        while begun < len(text):
            start, length = self._best(text, begun)
            if length:
                self._owner[start : start + length] = [owner] * length
                self._at = start + length
            begun += max(length, 1)

    def leftover(self, text: list[str]) -> int | None:
        """Return the block that holds the most words of a text nobody took, and keep them from being filled in."""
        self._at = 0
        found: Counter[int] = Counter()
        begun = 0
        while begun < len(text):
            start, length = self._best(text, begun, far=True)
            if length:
                self._owner[start : start + length] = [_NOBODY] * length
                found[self._block[start]] += length
                self._at = start + length
            begun += max(length, 1)
        return found.most_common(1)[0][0] if found else None

    def _best(self, text: list[str], begun: int, *, far: bool = False) -> tuple[int, int]:
        """Return start and length of the free run that agrees longest with the text from word ``begun`` on."""
        here = self._length(text, begun, self._at)
        if here and (here >= _ENOUGH or begun + here == len(text)):
            return self._at, here
        best = (self._at, here)
        key = tuple(text[begun : begun + _KEY])
        while key:
            for start in self._candidates(key, everywhere=far or len(key) == min(_KEY, max(len(text), 2))):
                length = self._length(text, begun, start)
                if (length, -abs(start - self._at)) > (best[1], -abs(best[0] - self._at)):
                    best = (start, length)
            if best[1]:
                return best
            key = key[:-1]
        return best

    def _candidates(self, key: tuple[str, ...], *, everywhere: bool) -> Iterable[int]:
        places = self._runs.get(key, [])
        if everywhere:
            here = bisect_left(places, self._at)
            return places[max(here - _MOST, 0) : here + _MOST]
        return places[bisect_left(places, self._at - _NEAR) : bisect_right(places, self._at + _NEAR)]

    def _length(self, text: list[str], begun: int, start: int) -> int:
        length = 0
        most = min(len(text) - begun, len(self._words) - start)
        while length < most and not self._owner[start + length] and self._words[start + length] == text[begun + length]:
            length += 1
        return length

    def fill(self) -> None:
        """Give words that the form prints itself ("Số:", "Chủ trì:") to what stands beside them in their block, or,
        where a whole block is such words, to what stands before it; to the head where nothing does."""
        last = PLAN_ID
        for start, end in self._spans():
            owners = self._owner[start:end]
            if _NOBODY in owners and not any(owner not in ("", _NOBODY) for owner in owners):
                continue
            inside = next((owner for owner in owners if owner not in ("", _NOBODY)), last)
            for at in range(start, end):
                owner = self._owner[at]
                inside = owner if owner not in ("", _NOBODY) else inside
                self._owner[at] = owner or inside
            last = inside

    def owners_by_block(self) -> list[list[str]]:
        """Return the owners of each block's words."""
        return [
            [owner for owner in self._owner[start:end] if owner not in ("", _NOBODY)] for start, end in self._spans()
        ]

    def _spans(self) -> Iterator[tuple[int, int]]:
        start = 0
        for size in self._sizes:
            yield start, start + size
            start += size


_NOBODY = "\0"
"""Stands for the words of what found no place."""


def _link_footnotes(plan: Plan, blocks: dict[str, list[int]]) -> None:
    """A footnote whose words stand in no block leads to the block of its mark."""
    for node in plan.walk():
        for text in _marked_texts(node):
            for note in text.footnotes:
                blocks.setdefault(note, list(blocks.get(node.id, [])))


def _marked_texts(node: Node) -> Iterator[RichText]:
    for name in ("text", "title", "label"):
        value: object = getattr(node, name, None)
        if isinstance(value, RichText):
            yield value
    if isinstance(node, Table):
        yield from (cell.text for row in node.rows for cell in row)


__all__ = ["Trace", "block_text", "trace"]
