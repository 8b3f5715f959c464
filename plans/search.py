"""Words sought and replaced throughout one plan. Nothing is changed here: hits are places, replacing is a change.

As in the library's search: words without accents are sought without ("giao duc" finds "giáo dục"), words with an
accent find only themselves; either way "hoà" and "hòa" are one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from plans.changes import Batch, SetField
from plans.nodes import Appendix, Target, Task
from plans.places import Place, spot_texts
from plans.plan import PLAN_ID, Plan
from plans.rewording import NewWords
from plans.sentences import sentence_at
from plans.spelling import folded, tones
from plans.text import nfc

_SPACE = "[ \u00a0]"


@dataclass(frozen=True, kw_only=True)
class Query:
    """What is sought. words: "" finds nothing; whole_words: no letter or digit right before or after."""

    words: str
    match_case: bool = False
    whole_words: bool = False


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Words found. place: with their start and end; words: as they stand there; text: the whole of what stands at the
    place."""

    place: Place
    words: str
    text: str

    @property
    def before(self) -> str:
        """Their sentence as far as they begin."""
        return self.text[self._sentence[0] : self.place.start].lstrip()

    @property
    def after(self) -> str:
        """The rest of their sentence."""
        return self.text[self.place.end : self._sentence[1]].rstrip()

    @cached_property
    def _sentence(self) -> tuple[int, int]:
        return sentence_at(self.text, self.place.start, self.place.end)


def found(plan: Plan, query: Query) -> Iterator[Hit]:
    """Yield every place that says what is asked, the plan's head first, then in document order; none overlap."""
    asked = tones(nfc(query.words))
    if not asked:
        return
    plain = folded(asked) == asked
    pattern = _pattern(asked, query)
    for place, text in (*texts_of(plan), *_unprinted(plan)):
        spelled = tones(text)
        for match in pattern.finditer(folded(spelled) if plain else spelled):
            yield hit_at(place, text, *match.span())


def rewritten(query: Query, hit: Hit, words: str) -> str:
    """Return ``words`` as they would stand at the hit: with its capitals, unless capitals were sought as typed."""
    asked, old, words = nfc(query.words), hit.words, nfc(words)
    if query.match_case or asked != asked.lower() or not words:
        return words
    if old.isupper() and len(old) > 1:
        return words.upper()
    return words[0].upper() + words[1:] if old[0].isupper() else words


def replacing(plan: Plan, query: Query, hits: Iterable[Hit], words: str) -> Batch:
    """Return the one step that puts ``words`` at hits of the plan as it stands; what says so already is left alone,
    a name in a list that is left without a word goes."""
    new = NewWords(plan)
    new.put((hit.place, rewritten(query, hit, words)) for hit in hits)
    return Batch(tuple(_without_gaps(change) for change in new.changes()), "replace")


def texts_of(plan: Plan) -> Iterator[tuple[Place, str]]:
    """Yield every printed text; those of signing and filing and the like, which no rollover looks at, come last."""
    for owner in (plan, *plan.walk()):
        yield from ((place, text) for place, text in spot_texts(owner) if text.strip())
    yield Place(node=PLAN_ID, field="place"), plan.place
    for node in plan.walk():
        if isinstance(node, Task):
            for item, words in enumerate(node.part_titles.values()):
                yield Place(node=node.id, field="part_titles", item=item), words
        elif isinstance(node, Appendix):
            yield Place(node=node.id, field="reference"), node.reference
    for item, line in enumerate(plan.signature.lines):
        yield Place(node=PLAN_ID, field="signature.lines", item=item), line
    yield Place(node=PLAN_ID, field="signature.name"), plan.signature.name
    yield Place(node=PLAN_ID, field="archive"), plan.archive


def _unprinted(plan: Plan) -> Iterator[tuple[Place, str]]:
    """Yield what stands in the forms but is not printed from there: notes, the facts of targets, the field."""
    yield Place(node=PLAN_ID, field="topic"), plan.topic
    yield Place(node=PLAN_ID, field="note"), plan.note
    for node in plan.walk():
        if isinstance(node, Target):
            for name in ("value", "unit", "baseline", "actual"):
                yield Place(node=node.id, field=name), getattr(node, name)
        yield Place(node=node.id, field="note"), node.note


def _pattern(asked: str, query: Query) -> re.Pattern[str]:
    words = re.sub(r"\\?[ \u00a0]", _SPACE, re.escape(asked))
    if query.whole_words:
        words = rf"(?<!\w){words}(?!\w)"
    return re.compile(words, re.NOFLAG if query.match_case else re.IGNORECASE)


def hit_at(place: Place, text: str, start: int, end: int) -> Hit:
    """Return characters ``start`` to ``end`` of the text at a place."""
    return Hit(place=replace(place, start=start, end=end), words=text[start:end], text=text)


def _without_gaps(change: SetField) -> SetField:
    value = change.value
    if isinstance(value, list) and change.field != "rows":
        return replace(change, value=[item for item in value if str(item).strip()])  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return change
