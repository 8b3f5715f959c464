"""Rows 10 to 14: number and symbol, place and date (PL1-II.3, II.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.audit.audited import Audited, look_findings, place, placed
from documents.audit.lines import Line, fold
from documents.audit.report import Finding
from documents.audit.rules import Rule


def _told(line: Line) -> str:
    return " ".join(line.text.split())


def number_form(audited: Audited, rule: Rule) -> list[Finding]:
    """Row 10: ``Số: 05/KH-UBND``, number and symbol written as the decree joins them; a blank number is no fault."""
    line = audited.parts.head.number
    if line is None:
        return [rule.finding("missing", place("number"))]
    match = rule.pattern("pattern_form").match(_told(line))
    if match is None:
        return [rule.finding("form", place("number", line), _told(line), right=_corrected(line))]
    digits = match["number"] or ""
    if digits.isdecimal() and len(digits) < 2:
        return [rule.finding("zero", place("number", line), digits, right=digits.zfill(2))]
    return []


def _corrected(line: Line) -> str:
    """Return the number line as it should read, as far as its own figures and letters tell."""
    text = re.sub(r"^số\s*[:.]?", "", _told(line), flags=re.IGNORECASE)
    number, _, symbol = text.partition("/")
    digits = re.sub(r"\D", "", number)
    groups = [group for group in re.split(r"[\s/.\-–—]+", symbol) if group]
    return f"Số: {digits.zfill(2) if digits else '     '}/{'-'.join(groups)}"


def symbol_code(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 11: the symbol begins with the type's own abbreviation."""
    line, title = audited.parts.head.number, audited.parts.head.title
    if line is None or "/" not in line.text:
        return None
    groups = [group for group in re.split(r"[\s/.\-–—]+", line.text.partition("/")[2]) if group]
    codes: dict[str, str] = dict(pair.split("=", 1) for pair in rule.strings("codes"))
    wanted = next((code for name, code in codes.items() if title and title.folded.startswith(fold(name))), None)
    if wanted is None or not groups or groups[0] == wanted:
        return []
    return [rule.finding("code", place("number", line), "-".join(groups), code=wanted)]


def number_look(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 12: number and symbol upright, not bold, 13 pt."""
    line = audited.parts.head.number
    return None if line is None else list(look_findings(audited, rule, "number", line, placed(line)))


def date_line(audited: Audited, rule: Rule) -> list[Finding]:
    """Row 13: place, comma, date in words; italic."""
    line = audited.parts.head.date
    if line is None:
        return [rule.finding("missing", place("date"))]
    return [*_date_text(rule, line), *look_findings(audited, rule, "date", line, placed(line))]


def _date_text(rule: Rule, line: Line) -> Iterator[Finding]:
    text = _told(line)
    match = rule.pattern("pattern_form").match(text)
    if match is None:
        fault = "comma" if rule.pattern("pattern_no_comma").match(text) else "form"
        yield rule.finding(fault, place("date", line), text)
        return
    day, month = match["day"].strip(), match["month"].strip()
    if day.isdecimal() and len(day) < 2:
        yield rule.finding("day-zero", place("date", line), day, right=day.zfill(2))
    if month in ("1", "2"):
        yield rule.finding("month-zero", place("date", line), month, right=month.zfill(2))
    if len(month) == 2 and month.startswith("0") and int(month) > 2:
        yield rule.finding("month-padded", place("date", line), month, right=month.lstrip("0"))


def blanks(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 14: number and date, blank in a draft, are filled in an issued document, and it is marked a draft no more."""
    number, date = audited.parts.head.number, audited.parts.head.date
    if number is None and date is None:
        return None
    found: list[Finding] = []
    if number and not any(c.isdigit() for c in number.text.partition("/")[0]):
        found.append(rule.finding("number", place("number", number), _told(number)))
    if date and (blank := rule.pattern("pattern_placeholder").match(date.text)):
        found.append(rule.finding("place", place("date", date), blank[0]))
    if date and not rule.pattern("pattern_filled").search(_told(date)):
        found.append(rule.finding("date", place("date", date), _told(date)))
    marked = (p for p in audited.parts.head.paras if rule.pattern("pattern_draft").match(fold(p.text)))
    found += [rule.finding("draft", place("letterhead", para), para.text) for para in marked]
    return found
