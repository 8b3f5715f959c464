"""Rows 1, 2, 3 and 35: font and colour, paper and margins, page numbers (PL1-I, III.1.đ)."""

from __future__ import annotations

from collections.abc import Iterator

from documents.audit.audited import Audited, look_findings, millimetres, place
from documents.audit.flow import Para, Run
from documents.audit.lines import Line, fold
from documents.audit.report import Finding
from documents.audit.rules import Rule
from documents.audit.sections import Section

_SIDES = ("top", "bottom", "left", "right")


def font_and_colour(audited: Audited, rule: Rule) -> Iterator[Finding]:
    """Row 1: every printed run in Times New Roman, black; once per paragraph and fault."""
    marks, allowed = rule.pattern("pattern_marks"), {name.casefold() for name in rule.strings("fonts")}
    for part, para in _every_paragraph(audited):
        label = [Run(text=para.label, look=para.label_look)] if para.label_look and para.text else []
        printed = [*label, *para.runs]
        used = {name for run in printed for name in _fonts(run)}
        for name in sorted(name for name in used if name.casefold() not in allowed):
            fault = "legacy" if rule.pattern("pattern_legacy").search(name) else "font"
            yield rule.finding(fault, place(part, para), name or "?")
        if marks.search(fold(para.text)):
            continue
        for colour in sorted({run.look.colour for run in printed if _visible(run)}):
            if not _black(colour, rule.figure("darkest")):
                yield rule.finding("colour", place(part, para), colour)


def _every_paragraph(audited: Audited) -> Iterator[tuple[str, Para]]:
    yield from (("text" if para.cell is None else "table", para) for para in audited.flow.paras)
    yield from (("footnotes", para) for para in audited.flow.notes)
    shown = {name: part for s in audited.flow.sections for part, name in _stories(s)}
    for name, part in shown.items():
        yield from ((part, para) for para in audited.flow.stories.get(name, []))


def _stories(section: Section) -> Iterator[tuple[str, str]]:
    yield from (("header", name) for name in section.headers.values())
    yield from (("footer", name) for name in section.footers.values())


def _visible(run: Run) -> bool:
    return bool(run.text.strip()) and not run.look.hidden


def _fonts(run: Run) -> Iterator[str]:
    if not _visible(run):
        return
    if any(c.isascii() and not c.isspace() for c in run.text):
        yield run.look.font
    if any(not c.isascii() and c.isalpha() for c in run.text):
        yield run.look.font_other


def _black(colour: str, darkest: float) -> bool:
    try:
        channels = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    except ValueError:
        return True
    return max(channels) <= darkest


def paper(audited: Audited, rule: Rule) -> Iterator[Finding]:
    """Row 2: A4, upright unless it carries tables, margins in range."""
    for at, section in enumerate(audited.flow.sections):
        sides = sorted((section.width_mm, section.height_mm))
        if any(abs(a - b) > rule.figure("paper_slack") for a, b in zip(sides, rule.figures("paper"), strict=True)):
            found = f"{millimetres(section.width_mm)} × {millimetres(section.height_mm)}"
            yield rule.finding("paper", place("page"), found)
        if section.landscape and not _may_lie(audited, at):
            yield rule.finding("orientation", place("page"), audited.rules.word("landscape"))
        for side in _SIDES:
            length = section.margins[side]
            if not rule.within(f"margin_{side}", length, rule.figure("slack")):
                fault = "margin-landscape" if section.landscape else f"margin-{side}"
                low, high = rule.span(f"margin_{side}")
                span = f"{low:g}–{high:g} mm"
                yield rule.finding(fault, place("page"), millimetres(length), range=span)


def _may_lie(audited: Audited, section: int) -> bool:
    """Say whether a landscape section carries what allows it: a table, or it is (part of) an appendix."""
    if any(table.section == section for table in audited.parts.data_tables):
        return True
    return any(p.section == section for appendix in audited.parts.appendices for p in appendix.paras)


def page_number(audited: Audited, rule: Rule) -> list[Finding]:
    """Row 3: the page number alone, centred in the top margin, from page 2 on."""
    flow = audited.flow
    found: dict[tuple[str, str], Finding] = {}
    numbered = False
    for at, section in enumerate(flow.sections):
        for kind, name in section.footers.items():
            for para in _numbering(flow.stories.get(name, [])):
                numbered = True
                found.setdefault((name, "bottom"), rule.finding("bottom", place("footer", para), kind))
        for kind, name in section.headers.items():
            for para in _numbering(flow.stories.get(name, [])):
                numbered = True
                on_first = at == 0 and kind == ("first" if section.first_differs else "default")
                for finding in _number_line(audited, rule, para, on_first=on_first):
                    found.setdefault((name, finding.fault), finding)
        if section.number_format not in ("decimal", "numberInDash"):
            found[str(at), "format"] = rule.finding("format", place("header"), section.number_format)
    if not numbered and _long(audited, rule):
        return [rule.finding("missing", place("header"))]
    return list(found.values())


def _numbering(paras: list[Para]) -> list[Para]:
    return [para for para in paras if any(run.field == "PAGE" for run in para.runs)]


def _number_line(audited: Audited, rule: Rule, para: Para, *, on_first: bool) -> Iterator[Finding]:
    digits = tuple(run for run in para.runs if run.field == "PAGE")
    shown = tuple(Run(text=run.text or "1", look=run.look, field=run.field) for run in digits)
    line = Line(para=para, runs=shown)
    yield from look_findings(audited, rule, "page_number", line, ("size", "italic"))
    if not _centred(para):
        yield rule.finding("align", place("header", para), audited.rules.word(para.look.align))
    others = "".join(run.text for run in para.runs if run.field != "PAGE").strip()
    if others:
        yield rule.finding("extra", place("header", para), para.text)
    if on_first:
        yield rule.finding("first-page", place("header", para))


def _centred(para: Para) -> bool:
    """Say whether a page number may stand in the middle: of text boxes the place is not followed."""
    tabs = "".join(run.text for run in para.runs if run.field != "PAGE").count("\t")
    by_tab = tabs == 1 and para.look.align == "left"
    return para.box or by_tab or "center" in (para.look.align, para.frame_align)


def _long(audited: Audited, rule: Rule) -> bool:
    """Say whether the document has certainly more than one page."""
    paras = audited.flow.paras
    return any(para.page_break for para in paras[1:]) or sum(len(p.raw) for p in paras) > rule.figure("one_page")


def appendix_numbers(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 35: page numbers begin again in each appendix."""
    if not audited.parts.appendices or not _has_numbers(audited):
        return None
    return [
        rule.finding("runs-on", place("appendix", appendix.heading))
        for appendix in audited.parts.appendices
        if not _restarts(audited, appendix.heading.para)
    ]


def _has_numbers(audited: Audited) -> bool:
    return any(_numbering(paras) for paras in audited.flow.stories.values())


def _restarts(audited: Audited, first: Para) -> bool:
    before = [p for p in audited.flow.paras[: first.number - 1] if p.section == first.section and p.text]
    section = audited.flow.sections[min(first.section, len(audited.flow.sections) - 1)]
    return not before and section.restart is not None and section.restart <= 1
