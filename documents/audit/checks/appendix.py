"""Rows 33 and 34: headings of appendices and the line that ties them to their document (PL1-III.1)."""

from __future__ import annotations

from collections.abc import Iterator

from documents.audit.audited import Audited, look_findings, place
from documents.audit.endings import Appendix
from documents.audit.lines import Line, fold, lines
from documents.audit.report import Finding
from documents.audit.rules import Rule


def headings(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 33: ``Phụ lục I`` alone on its line, its title below in bold capitals, named in the text."""
    appendices = audited.parts.appendices
    if not appendices:
        return None
    found: list[Finding] = []
    for appendix in appendices:
        line = appendix.heading
        found += look_findings(audited, rule, "appendix", line, ("size", "bold", "italic", "centred"))
        found += _heading_text(rule, line, several=len(appendices) > 1)
        found += _title(audited, rule, appendix)
    named = any(rule.pattern("pattern_named").search(para.text) for para in _told(audited))
    if not named:
        found.append(rule.finding("not-named", place("appendix", appendices[0].heading)))
    return found


def _told(audited: Audited) -> list[Line]:
    before = audited.flow.paras[: audited.parts.appendices[0].start]
    return list(lines(before))


def _heading_text(rule: Rule, line: Line, *, several: bool) -> Iterator[Finding]:
    where = place("appendix", line)
    match = rule.pattern("pattern_heading").match(" ".join(line.text.split()))
    if match is None:
        yield rule.finding("heading", where, line.text[:40])
        return
    if match["rest"]:
        yield rule.finding("one-line", where, line.text[:60])
    if match["word"] not in rule.strings("word"):
        yield rule.finding("word", where, match["word"])
    number = match["number"] or ""
    if number.isdigit():
        yield rule.finding("arabic", where, number)
    elif several and not number:
        yield rule.finding("unnumbered", where, line.text)


def _title(audited: Audited, rule: Rule, appendix: Appendix) -> Iterator[Finding]:
    for line in _title_lines(appendix):
        yield from look_findings(
            audited, rule, "appendix_title", line, ("size", "bold", "italic", "capitals", "centred")
        )


def _title_lines(appendix: Appendix) -> list[Line]:
    """Return the lines between heading and reference that are centred, at least not set as text."""
    found: list[Line] = []
    for line in lines([p for p in appendix.paras[1:8] if p.cell is None]):
        if line.text.startswith("(") or not (line.centred or line.bold):
            break
        found.append(line)
    return found


def reference(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 34: ``(Kèm theo …)`` in italics below the title, with this document's own number."""
    if not audited.parts.appendices:
        return None
    found: list[Finding] = []
    for appendix in audited.parts.appendices:
        top = list(lines(appendix.paras[:9]))
        line = next((ln for ln in top if rule.pattern("pattern_reference").match(fold(ln.text))), None)
        if line is None:
            found.append(rule.finding("missing", place("appendix", appendix.heading)))
            continue
        found += look_findings(audited, rule, "appendix_reference", line, ("size", "bold", "italic", "centred"))
        found += _number(audited, rule, line)
    return found


def _number(audited: Audited, rule: Rule, line: Line) -> Iterator[Finding]:
    """A blank number is allowed (an electronic document need not repeat it); another one is not."""
    own = audited.parts.head.number
    said, meant = (rule.pattern("pattern_number").search(ln.text) if ln else None for ln in (line, own))
    if said and meant and said[1].lstrip("0") != meant[1].lstrip("0"):
        yield rule.finding("number", place("appendix", line), said[1], right=meant[1])
