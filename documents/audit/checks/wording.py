"""Rows 36 to 39: capitals, abbreviations, stray signs and spaces (PL1-II.6, PL2). The author's wording: never form."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from documents.audit.audited import Audited, place
from documents.audit.flow import Para
from documents.audit.report import Finding
from documents.audit.rules import Rule


def _matches(audited: Audited, rule: Rule, fault: str, patterns: str) -> Iterator[Finding]:
    for para in audited.parts.prose:
        for pattern in rule.patterns(patterns):
            match = pattern.search(para.text)
            if match:
                yield rule.finding(fault, place("body", para), match[0])


def citing(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 36: khoản and điểm small, Điều capital in mid-sentence."""
    if not audited.parts.prose:
        return None
    found = list(_matches(audited, rule, "small", "patterns_small"))
    return [*found, *_matches(audited, rule, "capital", "patterns_capital")]


def capitals(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 37: names of bodies and units, Nhân dân, Nhà nước."""
    if not audited.parts.prose:
        return None
    found = list(_matches(audited, rule, "people", "patterns_people"))
    found += _matches(audited, rule, "body-name", "patterns_body_name")
    return [*found, *_matches(audited, rule, "unit", "patterns_unit")]


def abbreviations(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 38: each abbreviation written out where it is first used; no pictures of feelings, no highlight."""
    paras = audited.parts.prose
    if not paras:
        return None
    found = list(_unexplained(paras, rule))
    for para in paras:
        signs = [c for c in para.text if unicodedata.category(c) == "So" or "\U0001f300" <= c <= "\U0001faff"]
        if signs:
            found.append(rule.finding("sign", place("body", para), "".join(signs[:5])))
        if any(run.look.highlight and run.text.strip() for run in para.runs):
            found.append(rule.finding("highlight", place("body", para)))
    return found


def _unexplained(paras: list[Para], rule: Rule) -> Iterator[Finding]:
    whole = "\n".join(para.text for para in paras)
    known = set(rule.strings("known"))
    for para in paras:
        if para.text == para.text.upper():
            continue
        for match in rule.pattern("pattern_abbreviation").finditer(para.text):
            name = match[0]
            if name in known:
                continue
            known.add(name)
            if not re.search(rf"\(\s*(?:[^()]{{0,40}}\s)?{re.escape(name)}\b[^()]*\)", whole):
                yield rule.finding("unexplained", place("body", para), name)


def spacing(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 39: single spaces, none before punctuation, one spelling of Ủy, Unicode in composed form."""
    paras = audited.parts.prose
    if not paras:
        return None
    found = list(_matches(audited, rule, "space-before", "patterns_space_before"))
    for para in paras:
        if rule.pattern("pattern_double").search(para.text):
            found.append(rule.finding("double", place("body", para)))
        if not unicodedata.is_normalized("NFC", para.raw):
            found.append(rule.finding("decomposed", place("body", para)))
    return [*found, *_mixed(paras, rule)]


def _mixed(paras: list[Para], rule: Rule) -> Iterator[Finding]:
    """Two spellings of one word in one document: the rarer one is named at its first place."""
    for pair in rule.strings("spellings"):
        forms = pair.split("/")
        counted = Counter({form: sum(p.text.count(form) for p in paras) for form in forms})
        rare = min(forms, key=lambda form: counted[form])
        if all(counted.values()):
            first = next(p for p in paras if rare in p.text)
            yield rule.finding("mixed", place("body", first), rare, usual=next(f for f in forms if f != rare))
