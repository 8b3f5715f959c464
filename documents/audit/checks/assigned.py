"""Row 32: who is assigned work in the text and who receives the document should be the same (PL1-II.9, practice).

Only units that the rules name are compared, and only those of the issuer's own level: whoever receives the document in
common ("các phòng, ban", "như Điều 1") or to know of it is never asked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.audit.audited import Audited, place
from documents.audit.checks.recipients import entries
from documents.audit.flow import Para
from documents.audit.lines import Line, fold
from documents.audit.report import Finding
from documents.audit.rules import Rule

_SIGNS = re.compile(r"[^A-Z0-9;.:()]+")


@dataclass(frozen=True)
class _Units:
    """The known units: the name to show by each way of writing it, and one pattern that finds the longest first."""

    names: dict[str, str]
    pattern: re.Pattern[str]

    def within(self, text: str) -> set[str]:
        """Return the names of the units that ``text`` (plain) speaks of."""
        return {self.names[match[1]] for match in self.pattern.finditer(text)}

    def at_start(self, text: str) -> str:
        """Return the name of the unit that ``text`` (plain) begins with, "" for none."""
        match = self.pattern.match(text)
        return self.names[match[1]] if match else ""


def recipients_and_work(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 32: recipients of one's own level whom the text never names; units with work that receive nothing."""
    groups = entries(audited.parts.ending.recipients)
    if not groups or not audited.parts.body:
        return None
    units = _units(rule)
    told = _plain("\n".join(" ".join(line.text for line in group) for group in groups))
    return [*_without_work(audited, rule, units, groups), *_left_out(audited, rule, units, told)]


def _units(rule: Rule) -> _Units:
    names: dict[str, str] = {}
    for entry in rule.strings("units"):
        ways = entry.split("|")
        names |= {_plain(way).strip(): ways[0] for way in ways}
    longest = sorted(names, key=len, reverse=True)
    return _Units(names, re.compile(rf"(?:^|(?<=[^A-Z0-9]))({'|'.join(map(re.escape, longest))})(?![A-Z0-9])"))


def _plain(text: str) -> str:
    """Return ``text`` in capitals without accents, dashes and commas as spaces."""
    return _SIGNS.sub(" ", fold(text))


def _without_work(audited: Audited, rule: Rule, units: _Units, groups: list[list[Line]]) -> Iterator[Finding]:
    first = audited.parts.ending.heading or groups[0][0]
    text = [p for p in audited.flow.paras if p.number < first.para.number and p not in audited.parts.head.paras]
    text += [para for appendix in audited.parts.appendices for para in appendix.paras]
    plain = [_plain(para.shown) for para in text]
    named = {unit for line in plain for unit in units.within(line)}
    last = _plain(audited.parts.body[-1].shown)
    in_common = any(rule.pattern("pattern_common_work").match(line) for line in plain if line != last)
    for group in groups:
        said = _plain(" ".join(line.text for line in group)).strip()
        if in_common or rule.pattern("pattern_to_know").search(said):
            continue
        for unit in sorted(units.within(said) - named - set(rule.strings("informed"))):
            yield rule.finding("no-work", place("recipients", group[0]), unit)


def _left_out(audited: Audited, rule: Rule, units: _Units, told: str) -> Iterator[Finding]:
    if rule.pattern("pattern_common_recipient").search(told):
        return
    receiving = units.within(told)
    for unit, para in _assigned(audited, rule, units):
        if unit not in receiving:
            receiving.add(unit)
            yield rule.finding("left-out", place("body", para), unit)


def _assigned(audited: Audited, rule: Rule, units: _Units) -> Iterator[tuple[str, Para]]:
    """Yield each unit that a labelled item gives work to: below a heading that assigns, or by its verb."""
    organising = False
    for para in audited.parts.body:
        plain = _plain(para.shown)
        if rule.pattern("pattern_section").match(plain):
            organising = bool(rule.pattern("pattern_organising").search(plain))
            continue
        match = rule.pattern("pattern_item").match(plain)
        unit = units.at_start(plain[match.end() :]) if match else ""
        if unit and (organising or rule.pattern("pattern_work").search(plain)):
            yield unit, para
