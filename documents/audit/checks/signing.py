"""Rows 25 to 28: authority lines, the signer's name, the block kept together (PL1-II.7, Đ13)."""

from __future__ import annotations

from collections.abc import Iterator

from documents.audit.audited import Audited, look_findings, place, placed
from documents.audit.lines import Line
from documents.audit.report import Finding
from documents.audit.rules import Rule


def authority(audited: Audited, rule: Rule) -> list[Finding]:
    """Row 25: ``TM.``, ``KT.`` and their kin written with full stop and space, in bold capitals."""
    ending = audited.parts.ending
    if not ending.authority:
        return [rule.finding("missing", place("signature"))]
    found: list[Finding] = []
    for line in ending.authority:
        found += look_findings(audited, rule, "authority", line, ("size", "bold", "italic", "capitals"))
        found += _authority_text(rule, line)
    return found


def _authority_text(rule: Rule, line: Line) -> Iterator[Finding]:
    text = " ".join(line.text.split()).upper()
    if any(pattern.search(text) for pattern in rule.patterns("patterns_wrong")):
        yield rule.finding("form", place("signature", line), line.text)
    elif rule.pattern("pattern_place").search(text):
        yield rule.finding("place", place("signature", line), line.text)


def deputies(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 26: below ``KT.`` the deputy's own office; no ``TM.`` in a document of the Chủ tịch himself."""
    lines = audited.parts.ending.authority
    if not lines:
        return None
    found: list[Finding] = []
    for at, line in enumerate(lines):
        if rule.pattern("pattern_for").match(line.folded):
            below = lines[at + 1].folded if at + 1 < len(lines) else ""
            if not rule.pattern("pattern_deputy").match(below):
                found.append(rule.finding("deputy", place("signature", line), line.text))
    own = next((p for p in audited.parts.prose[:3] if rule.pattern("pattern_own").match(p.text)), None)
    if own and rule.pattern("pattern_body").match(lines[0].folded):
        found.append(rule.finding("own", place("signature", lines[0]), lines[0].text))
    return found


def signer(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 27: the bare name, bold, first letters capital."""
    ending = audited.parts.ending
    line = ending.signer
    if line is None:
        return [rule.finding("missing", place("signature", ending.authority[-1]))] if ending.authority else None
    found = list(look_findings(audited, rule, "signer", line, placed(line)))
    name = " ".join(line.text.split())
    if rule.pattern("pattern_rank").search(name):
        found.append(rule.finding("rank", place("signature", line), name))
    elif name == name.upper() and len(name.split()) > 1:
        found.append(rule.finding("capitals", place("signature", line), name, right=name.title()))
    return found


def kept_together(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 28: no page break between the last line of text and the signature; only breaks that the file states."""
    ending, body = audited.parts.ending, audited.parts.body
    if not ending.authority or not body:
        return None
    first = ending.authority[0].para
    between = audited.flow.paras[body[-1].number : first.number]
    new_section = body[-1].section != first.section and not audited.flow.sections[first.section].continuous
    broken = body[-1].ends_page or new_section
    apart = broken or any(para.look.page_break or para.hard_break for para in between)
    return [rule.finding("apart", place("signature", first))] if apart else []
