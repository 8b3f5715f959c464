"""The common slips of typing throughout one plan, each with what should stand there: signs and spaces, never words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plans.changes import Batch
from plans.plan import Plan
from plans.rewording import NewWords
from plans.search import Hit, hit_at, texts_of
from plans.spelling import tones

DOUBLE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
"""More than one space between words."""
BEFORE_SIGN = re.compile(r"(?<=\w)[ \u00a0]+(?=[,;:](?:\s|$)|\.(?:\s|$))")
"""A space before a sign that ends a clause."""
WORD = re.compile(r"[^\W\d_]+")
_AFTER_SIGN = re.compile(r"(?<=[^\W\d_])[ \u00a0]*[,;](?=[^\W\d_]{2})")


@dataclass(frozen=True, kw_only=True)
class Slip:
    """Words that should read otherwise. hit: where; words: what should stand there."""

    hit: Hit
    words: str


def slips(plan: Plan) -> Iterator[Slip]:
    """Yield every slip, as ``plans.search`` goes through a plan; none overlap."""
    texts = list(texts_of(plan))
    usual = usual_spellings(text for _place, text in texts)
    for place, text in texts:
        done = 0
        for start, end, words in sorted(_slips_in(text, usual)):
            if start >= done:
                yield Slip(hit=hit_at(place, text, start, end), words=words)
                done = end


def tidied(plan: Plan, chosen: Iterable[Slip]) -> Batch:
    """Return the one step that puts chosen slips of the plan, as it stands, right."""
    new = NewWords(plan)
    new.put((slip.hit.place, slip.words) for slip in chosen)
    return Batch(tuple(new.changes()), "tidy")


def usual_spellings(texts: Iterable[str]) -> dict[str, str]:
    """Return, for each small-letter word that stands there in two spellings ("hoá", "hóa"), the usual one by the
    rarer one; the newer spelling where both are as frequent. Names are left alone."""
    counted = Counter(word for text in texts for word in WORD.findall(text) if word.islower())
    usual: dict[str, str] = {}
    for word, count in counted.items():
        other = tones(word)
        if other != word and counted[other]:
            rare, often = (word, other) if count <= counted[other] else (other, word)
            usual[rare] = often
    return usual


def _slips_in(text: str, usual: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    yield from ((m.start(), m.end(), "") for m in BEFORE_SIGN.finditer(text))
    yield from ((m.start(), m.end(), " ") for m in DOUBLE.finditer(text))
    yield from ((m.start(), m.end(), f"{m[0].strip()} ") for m in _AFTER_SIGN.finditer(text))
    yield from ((m.start(), m.end(), usual[m[0]]) for m in WORD.finditer(text) if m[0] in usual)
