"""What is offered while a clerk types: legal bases of the local register, names of units, documents to cite. No Qt.

Everything is matched without accents, and offered only: what is typed stays until the clerk chooses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from plans.citations import KINDS, Citation
from plans.nodes import Recipient
from plans.register import Registered, cited_bases, document_key, first_citation
from plans.spelling import folded
from plans.text import nfc

if TYPE_CHECKING:
    from desktop.document import PlanDocument

_OFFERED = 12
_AT_ONCE = 8
_FEWEST_LETTERS = 3
_LONGEST_NAME = 14
"""Words before the caret among which a unit's name may have begun."""

_MARK = "\ufffc"
"""Stands for a footnote's mark."""


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Return ``text`` without accents and capitals, for comparing what is typed in a hurry."""
    return folded(nfc(text)).lower()


def matching(typed: str, known: Sequence[str], taken: Sequence[str]) -> list[str]:
    """Return the known names that hold every word typed, accents aside, those starting with it first."""
    words = plain(typed).split()
    found = [name for name in known if name not in taken and all(word in plain(name) for word in words)]
    return sorted(found, key=lambda name: not plain(name).startswith(plain(typed)))[:_OFFERED]


@dataclass(frozen=True)
class Offer:
    """words: what is written when it is chosen; start: where, in the text before the caret, it begins."""

    words: str
    start: int


Offers = Callable[[str, str], list[Offer]]
"""Asked with the line before and after the caret."""

_LEAD = re.compile(r"\s*(?:can cu(?:\s+vao)?(?:\s+|$))?")
_NUMBER = re.compile(
    rf"(?<!\w)(?:(?P<kind>{'|'.join(plain(kind) for kind in KINDS)})\s+so\s+(?P<cited>\d[\w/-]*)?"
    r"|so\s+(?P<bare>\d\d[\w/-]*))$"
)


class PlanOffers:
    """The offers for the texts of one plan."""

    def __init__(self, document: PlanDocument) -> None:
        self._document = document
        self._asked: tuple[object, ...] = ()
        self._names: list[str] = []
        self._register: list[Registered] = []
        self._cited: frozenset[str] = frozenset()

    def basis(self, before: str, after: str) -> list[Offer]:
        """Return the legal bases that hold what is typed, without those of documents the plan cites already."""
        typed = before[_end_of_lead(before) :]
        if after.strip() or _MARK in before or _letters(typed) < _FEWEST_LETTERS:
            return []
        self._look()
        here = first_citation(before)
        taken = self._cited - {document_key(here) if here else ""}
        known = [entry.wording for entry in self._register if document_key(entry.citation) not in taken]
        return [Offer(words, 0) for words in matching(typed, known, [before.strip()])[:_AT_ONCE]]

    def prose(self, before: str, after: str) -> list[Offer]:
        """Return documents after "số 71" or "Nghị quyết số", else names of units and laws begun before the caret."""
        if after[:1].isalnum():
            return []
        flat = folded(before).lower()
        asked = _NUMBER.search(flat)
        if asked:
            self._look()
            return self._numbered(asked)
        self._look()
        return self._named(before, flat)

    def recipient(self, before: str, after: str) -> list[Offer]:
        """Return the office's usual recipients that hold what is typed on the line and are not on the list yet, then
        what is offered in prose."""
        agency, typed = self._document.office.agency, before.strip()
        usual: list[str] = []
        if agency is not None and not after.strip() and _letters(typed) >= _FEWEST_LETTERS:
            listed = [node.text for node in self._document.plan.recipients.children if isinstance(node, Recipient)]
            usual = matching(typed, agency.recipients, [typed, *listed])
        others = [offer for offer in self.prose(before, after) if offer.words not in usual]
        return [*(Offer(words, 0) for words in usual), *others][:_AT_ONCE]

    def _look(self) -> None:
        """Read plan and office anew where they have changed."""
        asked = (self._document.revision, self._document.office)
        if not self._asked or asked[0] != self._asked[0] or asked[1] is not self._asked[1]:
            self._asked = asked
            self._cited = frozenset(filter(None, cited_bases(self._document.plan).values()))
            self._register = self._document.office.register(self._document.plan)
            laws = [self._mention(entry.citation) for entry in self._register if entry.citation.is_law]
            office, plan = self._document.office, self._document.plan
            self._names = [*office.names(plan), *office.leaders(plan), *laws]

    def _mention(self, cited: Citation) -> str:
        """Return the words for a document: short where the legal bases have named it in full (II.6.b)."""
        return cited.short() if document_key(cited) in self._cited else cited.full()

    def _numbered(self, asked: re.Match[str]) -> list[Offer]:
        kind, number = asked["kind"] or "", (asked["cited"] or asked["bare"] or "")
        found = (entry.citation for entry in self._register if not entry.citation.is_law)
        fitting = [
            self._mention(cited)
            for cited in found
            if plain(cited.code).startswith(number) and kind in ("", plain(cited.kind))
        ]
        typed = asked[0]
        return [Offer(words, asked.start()) for words in fitting if plain(words) != typed][:_AT_ONCE]

    def _named(self, before: str, flat: str) -> list[Offer]:
        starts = [word.start() for word in re.finditer(r"\w+", flat)][-_LONGEST_NAME:]
        for start in starts:
            tail = flat[start:]
            if _letters(tail) < _FEWEST_LETTERS:
                return []
            known = [name for name in self._names if plain(name).startswith(tail) and plain(name) != tail]
            if not any(char.isspace() for char in tail):
                known = [name for name in known if name[0] == before[start]]
            if known:
                return [Offer(_in_case(name, before[start:]), start) for name in known[:_AT_ONCE]]
        return []


def _end_of_lead(before: str) -> int:
    found = _LEAD.match(folded(before).lower())
    return found.end() if found else 0


def _in_case(name: str, typed: str) -> str:
    """Return a name in capitals where that is how it was begun, as in headings."""
    return name.upper() if typed.isupper() and not folded(name).startswith(folded(typed)) else name


def _letters(text: str) -> int:
    return sum(1 for char in text if char.isalnum())
