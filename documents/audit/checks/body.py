"""Rows 20 and 21: how the text is set (PL1-II.6.e)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from documents.audit.audited import Audited, look_findings, millimetres, place, points
from documents.audit.flow import Para
from documents.audit.lines import Line
from documents.audit.report import Finding
from documents.audit.rules import Rule, figure_text


def paragraphs(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 20: justified, first line indented, gaps and line spacing in range, no empty paragraphs or spaces."""
    paras = audited.parts.prose
    if not paras:
        return None
    found: list[Finding] = []
    for para in paras:
        if para.look.align == "center" or _over_table(audited, para):
            continue
        found += _alignment(audited, rule, para)
        found += _indent(rule, para)
        found += _spaces(rule, para)
    for para in paras:
        found += _line_spacing(rule, para)
    found += _gaps(rule, paras)
    found += [rule.finding("blank", place("body", para)) for para in audited.parts.blanks]
    return found


def _over_table(audited: Audited, para: Para) -> bool:
    """Say whether a line is the short title or unit of a table, which the decree leaves open."""
    below = audited.flow.paras[para.number : para.number + 1]
    data = {table.index for table in audited.parts.data_tables}
    over = bool(below) and below[0].cell is not None and below[0].cell.table in data
    return over and Line(para=para, runs=tuple(para.runs)).width_mm < audited.flow.width_mm(para)


def _alignment(audited: Audited, rule: Rule, para: Para) -> Iterator[Finding]:
    """Of a paragraph of one line the alignment cannot be seen; only longer ones are judged."""
    longer = Line(para=para, runs=tuple(para.runs)).width_mm > audited.flow.width_mm(para)
    if para.look.align != "justify" and longer:
        yield rule.finding("align", place("body", para), audited.rules.word(para.look.align))


def _indent(rule: Rule, para: Para) -> Iterator[Finding]:
    first = para.look.left_mm + para.look.first_mm
    if para.look.align == "right" or para.raw.startswith("\t") or rule.pattern("pattern_unindented").match(para.shown):
        return
    bullet = rule.pattern("pattern_bullet").match(para.shown)
    wrong = first < rule.figure("bullet_least") if bullet else not _permitted(rule, first)
    if wrong:
        yield rule.finding("indent", place("body", para), millimetres(first))


def _permitted(rule: Rule, first: float) -> bool:
    return any(abs(first - right) <= rule.figure("indent_slack") for right in rule.figures("indents"))


def _spaces(rule: Rule, para: Para) -> Iterator[Finding]:
    if rule.pattern("pattern_spaced").search(para.raw):
        yield rule.finding("spaces", place("body", para))


def _line_spacing(rule: Rule, para: Para) -> Iterator[Finding]:
    size = max((run.look.size for run in para.runs if run.text.strip() and run.look.size > 0), default=14.0)
    single = size * rule.figure("single")
    multiple = para.look.line if para.look.line is not None else para.look.line_pt / single
    if not rule.within("line", multiple, rule.figure("line_slack")):
        shown = figure_text(multiple) if para.look.line is not None else points(para.look.line_pt)
        yield rule.finding("line", place("body", para), shown)


def _gaps(rule: Rule, paras: list[Para]) -> Iterator[Finding]:
    """The gap between neighbours; what a heading, table or blank paragraph stands between is not measured."""
    least = rule.figure("gap")
    for before, after in pairwise(paras):
        if after.number != before.number + 1:
            continue
        same = before.style == after.style
        above = 0.0 if same and after.look.contextual else after.look.before_pt
        below = 0.0 if same and before.look.contextual else before.look.after_pt
        if above + below < least - rule.figure("gap_slack"):
            yield rule.finding("gap", place("body", after), points(above + below))


def size(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 21: one size in the whole text, 13 or 14."""
    paras = audited.parts.prose
    texts = [Line(para=para, runs=tuple(para.runs)) for para in paras]
    counted = Counter({s: 0.0 for line in texts for s in line.sizes})
    for line in texts:
        for run in line.runs:
            if run.text.strip() and not run.look.vertical:
                counted[run.look.size] += len(run.text)
    if not counted:
        return None
    usual = counted.most_common(1)[0][0]
    found: list[Finding] = []
    for line in texts:
        outside = list(look_findings(audited, rule, "body", line, ("size",)))
        others = [s for s in line.sizes if s != usual]
        found += outside
        if others and not outside:
            found.append(rule.finding("mixed", place("body", line), points(others[0]), usual=points(usual)))
    return found
