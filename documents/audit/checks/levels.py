"""Rows 22 to 24: labels and their order, headings, the end mark (PL1-II.6.đ, V#6.b)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile, zip_longest

from documents.audit.audited import Audited, look_findings, place
from documents.audit.flow import Para, Run
from documents.audit.lines import Line
from documents.audit.report import Finding
from documents.audit.rules import Rule
from plans.numbering import LETTERS, roman

_ROMAN = re.compile(r"^([IVXLC]{1,8})\s?\.\s*(?=\D)")
_DECIMAL = re.compile(r"^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s")
_ARABIC = re.compile(r"^(\d{1,2})\.\s*(?=\D)")
_LETTER = re.compile(r"^([a-zđ])\)\s*")
_CAPITAL = re.compile(r"^([A-ZĐ])\s?[.\-–]\s*(?=\S)")
_PART = re.compile(r"^(?:PHẦN|Phần|CHƯƠNG|Chương)\s")
_ROMANS = {roman(n): n for n in range(1, 60)}


@dataclass(frozen=True)
class _Label:
    """A label as read: its style, its own number in the group, what stands before that number, and its text."""

    style: str
    number: int
    prefix: str
    text: str


def labels(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 22: labels in the decree's signs, none skipped or repeated."""
    paras = audited.parts.body
    if not paras:
        return None
    found: list[Finding] = []
    for para in paras:
        for pair in rule.strings("patterns_wrong"):
            match = re.match(pair, para.shown)
            if match:
                found.append(rule.finding("sign", place("body", para), match[0].strip()))
    return [*found, *_sequence(paras, rule)]


def _read(text: str) -> _Label | None:
    match = _ROMAN.match(text)
    if match and match[1] in _ROMANS:
        return _Label("roman", _ROMANS[match[1]], "", match[1] + ".")
    match = _DECIMAL.match(text)
    if match:
        prefix, _, last = match[1].rpartition(".")
        return _Label(f"decimal{match[1].count('.')}", int(last), prefix, match[1] + ".")
    match = _ARABIC.match(text)
    if match:
        return _Label("arabic", int(match[1]), "", match[1] + ".")
    match = _LETTER.match(text)
    if match:
        return _Label("letter", LETTERS.find(match[1]) + 1, "", match[1] + ")")
    return None


def _sequence(paras: list[Para], rule: Rule) -> Iterator[Finding]:
    """Follow the labels with the groups that are open; a group that begins anew below another is no fault."""
    groups: list[_Label] = []
    style_above = ""
    for para in paras:
        label = None if _begins_part(para.shown, groups) else _read(para.shown)
        above, style_above = style_above, label.style if label else ""
        if label is None:
            groups = [] if _begins_part(para.shown, groups) else groups
            continue
        if label.style == "letter" and label.number == 0:
            yield rule.finding("letter", place("body", para), label.text)
            continue
        before = _step(groups, label, above)
        if before is not None and label.number != before.number + 1:
            yield rule.finding("order", place("body", para), label.text, before=before.text)


def _begins_part(text: str, groups: list[_Label]) -> bool:
    """Say whether a line stands over all labels: a Phần, or "A.", "B." (a "C." over Roman numerals is none itself)."""
    if _PART.match(text):
        return True
    match = _CAPITAL.match(text)
    return match is not None and (match[1] not in "IVXLCDM" or (match[1] in "CD" and not _expects(groups, match[1])))


def _expects(groups: list[_Label], sign: str) -> bool:
    return any(group.style == "roman" and group.number + 1 == _ROMANS.get(sign) for group in groups)


def _step(groups: list[_Label], label: _Label, above: str) -> _Label | None:
    """Put ``label`` into the open groups; return the member before it, None where it begins a group. A first number
    begins one anywhere but right below a line of the same style (``above``)."""
    at = next((n for n in range(len(groups) - 1, -1, -1) if groups[n].style == label.style), None)
    if at is not None and label.number == 1 and above != label.style:
        if at == len(groups) - 1:
            del groups[at]
        at = None
    if at is None:
        groups.append(label)
        return None
    before = groups[at]
    del groups[at:]
    groups.append(label)
    return before if before.prefix == label.prefix else None


def headings(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 23: a mục's title in bold capitals, a khoản's title bold; a bold title with its text on the same line, behind
    a colon, is none of them (the decree speaks of titles on a line of their own)."""
    told = audited.parts.body
    found: list[Finding] = []
    measured = False
    for para, after in zip_longest(told, told[1:]):
        label = _read(para.shown)
        line = Line(para=para, runs=tuple(para.runs))
        if label is None or not line.looks or _runs_in(line):
            continue
        if label.style == "roman":
            measured = True
            found += look_findings(audited, rule, "section", line, ("bold", "capitals"))
        elif label.style == "arabic" and _titled(para, after, rule):
            measured = True
            found += look_findings(audited, rule, "clause", line, ("bold",))
    return found if measured else None


def _runs_in(line: Line) -> bool:
    """Say whether the line is a title in bold that ends in a colon, and plain text behind it."""
    shown = [run for run in line.runs if run.text.strip() and not run.look.hidden]
    title = "".join(run.text for run in takewhile(_is_bold, shown))
    return title.rstrip().endswith(":") and not shown[-1].look.bold


def _is_bold(run: Run) -> bool:
    return run.look.bold


def _titled(para: Para, after: Para | None, rule: Rule) -> bool:
    """Say whether a numbered line is certainly a title: short, without end mark, with text of its own below it."""
    if len(para.text) > rule.figure("title_length") or para.text.endswith((".", ";", ",", "/")) or ":" in para.text:
        return False
    below = _read(after.shown) if after else None
    return after is not None and (below is None or below.style not in ("arabic", "roman"))


def end_mark(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 24: the text ends with ``./.``, and so does each appendix that ends with a paragraph."""
    if not audited.parts.body or not audited.parts.ending.found:
        return None
    ends = [("body", audited.parts.body[-1])]
    ends += [("appendix", a.paras[-1]) for a in audited.parts.appendices if _ends_with_prose(a.paras)]
    mark = rule.strings("mark")[0]
    return [rule.finding("end", place(part, p), p.text.split()[-1]) for part, p in ends if not p.text.endswith(mark)]


def _ends_with_prose(paras: list[Para]) -> bool:
    told = [para for para in paras if para.text]
    return bool(told) and told[-1] is paras[-1] and told[-1].cell is None and len(told) > 3
