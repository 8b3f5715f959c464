"""Who issues the plan: the lines of the letterhead, and the same name in running text.

A plan without a letterhead takes its issuer from its own text ("UBND phường …" in the opening or the closing); one
that names nobody gets ``UNKNOWN_AGENCY``, and whoever exports it says so.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from documents.rendering.unit_names import must_be_full
from plans.nodes import Node
from plans.plan import Plan
from plans.text import RichText

UNKNOWN_AGENCY = "[TÊN CƠ QUAN]"
"""Printed where nothing says who issues the plan."""

_COMMITTEE = "Ủy ban nhân dân"
_WORD = r"[A-ZĐÀ-ÝĂĨŨƠƯẠ-Ỹ][\w']*"
_IN_TEXT = re.compile(
    rf"(?:UBND|U[ỷy] ban [Nn]hân dân|Ủy ban [Nn]hân dân)\s+(?P<kind>[Xx]ã|[Pp]hường|[Đđ]ặc khu)\s+"
    rf"(?P<name>(?:{_WORD}|\d{{1,2}}\b)(?:[ -](?:{_WORD}|\d{{1,2}}\b(?!/)))*)"
)
_UNIT = re.compile(
    r"(?<!- )(?<!-)\b(XÃ(?!\s+HỘI(?:\s+CHỦ\b|\s*$))|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|HUYỆN|QUẬN|TỈNH|THÀNH PHỐ)\s+(.+)$"
)


@dataclass(frozen=True, kw_only=True)
class Issuer:
    """parent: printed line above, "" for none; agency: its lines in capitals; source: where it was taken from."""

    parent: str
    agency: tuple[str, ...]
    source: Literal["letterhead", "text", "unknown"]

    @property
    def name(self) -> str:
        """The name as it stands in a sentence: "Ủy ban nhân dân xã Suối Lim"; "…" while unknown."""
        return "…" if self.source == "unknown" else in_sentence(" ".join(self.agency))

    @property
    def unit(self) -> str:
        """The whole name of the unit, as it may stand before the date: "Xã Suối Lim"; "" where it cannot be told."""
        found = self._unit()
        return f"{found[1].capitalize()} {capitalised(found[2])}" if found else ""

    @property
    def unit_name(self) -> str:
        """The unit's own name: "Suối Lim"; "" where it cannot be told."""
        found = self._unit()
        return capitalised(found[2]) if found else ""

    def _unit(self) -> re.Match[str] | None:
        """Return the unit's type and name, a Phòng's from the line of its parent body."""
        if self.source == "unknown":
            return None
        return _UNIT.search(" ".join(self.agency).upper()) or _UNIT.search(self.parent.upper())


def issuer(plan: Plan) -> Issuer:
    """Return who issues ``plan``."""
    head = plan.letterhead
    lines = tuple(line.strip().upper() for line in head.agency if line.strip())
    if lines:
        return Issuer(parent=head.parent.strip().upper(), agency=lines, source="letterhead")
    found = _in_text(plan)
    if found:
        return Issuer(parent=head.parent.strip().upper(), agency=(_COMMITTEE.upper(), found.upper()), source="text")
    return Issuer(parent=head.parent.strip().upper(), agency=(UNKNOWN_AGENCY,), source="unknown")


def in_sentence(name: str) -> str:
    """Return a name in capitals as it is written in a sentence (decree, Phụ lục II, III.1 and IV.1)."""
    if name != name.upper():
        return name
    found = _UNIT.search(name)
    body = (name[: found.start()] if found else name).strip().lower()
    for type_ in ("ủy ban nhân dân", "hội đồng nhân dân", "phòng", "văn phòng", "trung tâm", "trường"):
        if body.startswith(type_):
            body = type_.capitalize() + body[len(type_) :]
            break
    body = body[:1].upper() + body[1:]
    if not found:
        return body
    own = capitalised(found[2])
    kind = found[1].capitalize() if must_be_full(own) else found[1].lower()
    return f"{body} {kind} {own}".strip()


def capitalised(name: str) -> str:
    """Return a place name with a capital at each syllable: "SUỐI LIM" → "Suối Lim"."""
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), name.lower())


def _in_text(plan: Plan) -> str:
    """Return "phường Bến Mây" as most often named in the opening or closing, else in the body; "" for nowhere."""
    for parts in ((plan.opening, plan.closing), (plan.body,)):
        names = Counter(
            f"{found['kind'].lower()} {found['name']}" for text in _texts(parts) for found in _IN_TEXT.finditer(text)
        )
        if names:
            most = max(names.values())
            return min((name for name, count in names.items() if count == most), key=len)
    return ""


def _texts(parts: Iterable[Node]) -> Iterator[str]:
    for part in parts:
        for node in part.walk():
            for field in ("text", "title"):
                value = getattr(node, field, "")
                yield value.plain if isinstance(value, RichText) else str(value)
