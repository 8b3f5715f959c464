"""Rows 29 to 31: Nơi nhận and its list (PL1-II.9)."""

from __future__ import annotations

from documents.audit.audited import Audited, look_findings, place
from documents.audit.lines import Line
from documents.audit.report import Finding
from documents.audit.rules import Rule


def heading(audited: Audited, rule: Rule) -> list[Finding]:
    """Row 29: ``Nơi nhận:`` in bold italics, 12 pt, with its colon."""
    line = audited.parts.ending.heading
    if line is None:
        return [rule.finding("missing", place("recipients"))]
    found = list(look_findings(audited, rule, "recipients_heading", line))
    if line.underlined:
        found.append(rule.finding("underline", place("recipients", line)))
    if line.text not in rule.strings("text"):
        found.append(rule.finding("text", place("recipients", line), line.text))
    return found


def entries(line_list: list[Line]) -> list[list[Line]]:
    """Return the recipients, each with the lines it runs over."""
    found: list[list[Line]] = []
    for line in line_list:
        ended = bool(found) and found[-1][-1].text.endswith((";", "."))
        goes_on = bool(found) and not _dashed(line) and not ended and _dashed(found[-1][0])
        if goes_on:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _dashed(line: Line) -> bool:
    return line.text.startswith("-") or line.para.label.startswith("-")


def recipients(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 30: each line begins "-" and ends ";", the last is ``- Lưu: VT, … .``; 11 pt upright. Below it may stand the
    drafter's mark (PL1-III.3)."""
    listed = audited.parts.ending.recipients
    if not listed:
        return None
    found: list[Finding] = []
    for line in listed:
        found += look_findings(audited, rule, "recipient", line)
    groups = entries(listed)
    if len(groups) > 1 and rule.pattern("pattern_drafter").match(groups[-1][0].text):
        groups.pop()
    for group in groups:
        if not _dashed(group[0]):
            found.append(rule.finding("dash", place("recipients", group[0]), group[0].text[:40]))
    for group in groups[:-1]:
        if not group[-1].text.endswith(";"):
            found.append(rule.finding("end", place("recipients", group[-1]), group[-1].text[-2:]))
    return [*found, *_archive(groups[-1], rule)]


def _archive(group: list[Line], rule: Rule) -> list[Finding]:
    text = " ".join(line.text for line in group)
    if not rule.pattern("pattern_archive").search(text):
        return [rule.finding("archive", place("recipients", group[-1]), text[:40])]
    if not text.endswith("."):
        return [rule.finding("stop", place("recipients", group[-1]), text[-1])]
    return []


def addressed(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 31: a Kế hoạch is addressed to nobody: neither ``Kính gửi`` nor ``Như trên``."""
    title = audited.parts.head.title
    if title is None or not rule.pattern("pattern_title").match(title.folded):
        return None
    found = [
        rule.finding("as-above", place("recipients", line), line.text)
        for line in audited.parts.ending.recipients
        if rule.pattern("pattern_as_above").match(line.text)
    ]
    found += [
        rule.finding("address", place("body", para), para.text[:40])
        for para in audited.parts.prose[:6]
        if rule.pattern("pattern_address").match(para.text)
    ]
    return found
