"""What every check is given, and how it places and words what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from documents.audit.components import Components
from documents.audit.flow import Flow, Para
from documents.audit.lines import Line
from documents.audit.report import Finding, Place
from documents.audit.rules import Component, Rule, RuleSet, figure_text
from resources.texts import language

_EXCERPT = 90
_PARTS = {
    "recipient": "recipients",
    "recipients_heading": "recipients",
    "authority": "signature",
    "signer": "signature",
    "section": "body",
    "clause": "body",
    "appendix_title": "appendix",
    "appendix_reference": "appendix",
    "page_number": "header",
}
"""Rows of the component table that are told as one part."""
_SIZE_SLACK = 0.01


@dataclass(frozen=True, kw_only=True)
class Audited:
    """A document with its components and the rules it is held against."""

    flow: Flow
    parts: Components
    rules: RuleSet


Check = Callable[[Audited, Rule], Iterable[Finding] | None]
"""Measures one rule; None says that the document has nothing to measure it on."""


def place(part: str, where: Para | Line | None = None) -> Place:
    """Return the place of a paragraph or line of component ``part``."""
    if where is None:
        return Place(part=part)
    para = where.para if isinstance(where, Line) else where
    text = where.text if isinstance(where, Line) else where.shown
    return Place(
        part=_PARTS.get(part, part),
        paragraph=para.number,
        row=para.cell.row + 1 if para.cell else None,
        cell=para.cell.place if para.cell else None,
        text=text if len(text) <= _EXCERPT else text[: _EXCERPT - 1].rstrip() + "…",
    )


def points(size: float) -> str:
    """Return a size as shown: "13,5 pt"."""
    return f"{figure_text(size)} pt"


def millimetres(length: float) -> str:
    """Return a length as shown, to a tenth: "43,2 mm"."""
    return f"{figure_text(round(length, 1))} mm"


def look_findings(
    audited: Audited, rule: Rule, component: str, line: Line, aspects: tuple[str, ...] = ("size", "bold", "italic")
) -> Iterator[Finding]:
    """Yield what is wrong with the looks of ``line`` as that component, of the aspects asked for."""
    spec = audited.rules.components[component]
    for aspect in aspects:
        found, expected = _look(audited.rules, spec, line, aspect)
        if found:
            yield _look_finding(audited.rules, rule, spec, place(component, line), (aspect, found, expected))


def placed(line: Line, aspects: tuple[str, ...] = ("size", "bold", "italic")) -> tuple[str, ...]:
    """Return the aspects with the alignment, where a cell shows what the line is centred in."""
    return (*aspects, "centred") if line.para.cell and "\t" not in line.para.raw else aspects


def _look_finding(rules: RuleSet, rule: Rule, spec: Component, where: Place, wrong: tuple[str, str, str]) -> Finding:
    aspect, found, expected = wrong
    tongue = language()
    message = rules.looks[aspect][tongue].format(part=spec.name[tongue], found=found, expected=expected)
    severity, kind = rule.severity, rule.kind
    return Finding(
        rule=rule.code, fault=f"look-{aspect}", kind=kind, severity=severity, where=where, found=found,
        expected=expected, article=spec.article, message=message,
    )  # fmt: skip


def _look(rules: RuleSet, spec: Component, line: Line, aspect: str) -> tuple[str, str]:
    """Return what was found and what is right, "" for found where it is right."""
    if aspect == "size":
        return _size(spec, line)
    wanted = {"bold": spec.bold, "italic": spec.italic, "capitals": spec.capitals, "centred": spec.centred}[aspect]
    if wanted is None or not line.looks:
        return "", ""
    has_all = {"bold": line.bold, "italic": line.italic, "capitals": line.capitals, "centred": line.centred}[aspect]
    has_any = {"bold": line.any_bold, "italic": line.any_italic}.get(aspect, has_all)
    right = has_all if wanted else not has_any
    yes, no = rules.word(aspect), rules.word(f"not-{aspect}")
    return ("", "") if right else (no, yes) if wanted else (yes, no)


def _size(spec: Component, line: Line) -> tuple[str, str]:
    if spec.size is None:
        return "", ""
    low, high = spec.size
    wrong = [size for size in line.sizes if not low - _SIZE_SLACK <= size <= high + _SIZE_SLACK]
    ends = "–".join(figure_text(end) for end in dict.fromkeys(spec.size))
    return (points(wrong[0]), f"{ends} pt") if wrong else ("", "")
