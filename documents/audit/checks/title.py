"""Rows 15 to 19: type name, trích yếu, bases and citations (PL1-II.5, II.6.a, II.6.b)."""

from __future__ import annotations

from collections.abc import Iterator

from documents.audit.audited import Audited, look_findings, place
from documents.audit.flow import Para
from documents.audit.lines import Line
from documents.audit.report import Finding
from documents.audit.rules import Rule

_ALL = ("size", "bold", "italic", "capitals", "centred")


def title_and_subject(audited: Audited, rule: Rule) -> list[Finding]:
    """Row 15: the type name in bold capitals, the trích yếu bold below it, both centred."""
    title, subject = audited.parts.head.title, audited.parts.subject
    if title is None:
        return [rule.finding("title-missing", place("title"))]
    found = list(look_findings(audited, rule, "title", title, _ALL))
    if not subject:
        return [*found, rule.finding("subject-missing", place("subject"))]
    for line in subject:
        found += look_findings(audited, rule, "subject", line, _ALL)
        if line.underlined:
            found.append(rule.finding("underline", place("subject", line)))
    if rule.pattern("pattern_repeat").search(subject[0].text):
        found.append(rule.finding("repeat", place("subject", subject[0]), subject[0].text))
    return found


def subject_stop(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 16: no full stop after the trích yếu."""
    if not audited.parts.subject:
        return None
    last = audited.parts.subject[-1]
    stopped = last.text.rstrip().endswith(tuple(rule.strings("stops")))
    return [rule.finding("stop", place("subject", last), last.text[-1])] if stopped else []


def bases(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 17: italic, one a line, each ends ";" and the last "."."""
    paras = audited.parts.bases
    if not paras:
        return None
    found: list[Finding] = []
    for para in paras:
        found += look_findings(audited, rule, "bases", Line(para=para, runs=tuple(para.runs)))
        if rule.pattern("pattern_joined").search(para.text):
            found.append(rule.finding("joined", place("bases", para), para.text[:40]))
    for para in paras[:-1]:
        if not para.text.endswith(";"):
            found.append(rule.finding("end", place("bases", para), para.text[-1]))
    if not paras[-1].text.endswith("."):
        found.append(rule.finding("last", place("bases", paras[-1]), paras[-1].text[-1]))
    return found


def citations(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 18: a law without number and issuer; any other act in full where it is first named."""
    if not audited.parts.bases:
        return None
    found: list[Finding] = []
    for para in audited.parts.bases:
        law = rule.pattern("pattern_law_number").search(para.text)
        if law:
            found.append(rule.finding("law-number", place("bases", para), law[0]))
        act = rule.pattern("pattern_act").search(para.text)
        if act and not rule.pattern("pattern_dated").match(para.text[act.end() :]):
            found.append(rule.finding("short", place("bases", para), act[0]))
    return found


def outdated(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 19: acts that no longer apply, bodies of the dissolved district tier."""
    if not audited.parts.prose:
        return None
    return list(_outdated(audited.parts.prose, rule))


def _outdated(paras: list[Para], rule: Rule) -> Iterator[Finding]:
    for para in paras:
        for pattern in rule.patterns("patterns_expired"):
            match = pattern.search(para.text)
            if match:
                yield rule.finding("expired", place("body", para), match[0])
        match = rule.pattern("pattern_district").search(para.text)
        if match:
            yield rule.finding("district", place("body", para), match[0])
