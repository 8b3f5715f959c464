"""What was recognised, as plain JSON values (product.md's contract)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from documents.recognition.items import one_line, unstopped
from documents.recognition.preamble import basis_strings
from documents.recognition.report import ImportReport, Recognition
from documents.recognition.schemes import bare
from documents.recognition.targets import goals_of
from documents.recognition.told_assignments import assignments_of, titling_sentences, told_by
from documents.recognition.told_tasks import tasks_of
from plans.nodes import (
    Appendix,
    Assignment,
    Bullet,
    Footnote,
    LabelLine,
    Node,
    Paragraph,
    Recipient,
    RoadmapYear,
    Section,
    Table,
    Target,
    Task,
)
from plans.numbering import labels
from plans.plan import Plan

_NO_HEADINGS = frozenset({"-", "+", "*", "•", "–", "—"})


def inspect(found: Recognition) -> dict[str, Any]:
    """Return the object of ``kehoach inspect --json``; null or [] where the source has none."""
    plan, report = found.plan, found.report
    tables = [node for node in plan.walk() if isinstance(node, Table)]
    return {
        "source": {"format": report.format, "characters": report.characters},
        "letterhead": {"parent": plan.letterhead.parent or None, "agency": list(plan.letterhead.agency)},
        "number": plan.number or None,
        "symbol": plan.symbol or None,
        "place": plan.place or None,
        "date": {"day": plan.date.day, "month": plan.date.month, "year": plan.date.year},
        "title": plan.title or None,
        "subject": one_line(plan.subject) or None,
        "bases": basis_strings(plan) or _bases_in_body(plan),
        "headings": list(headings(plan)),
        "targets": [_target(node) for node in goals_of(plan)],
        "tasks": [_task(node) for node in tasks_of(plan)],
        "roadmap": [_year(node) for node in plan.walk() if isinstance(node, RoadmapYear)],
        "assignments": [_assignment(node) for node in assignments_of(plan)],
        "tables": [_table(node) for node in tables],
        "footnotes": [one_line(n.text.plain) for n in plan.footnotes.children if isinstance(n, Footnote)],
        "appendices": [_appendix(node) for node in plan.appendices.children if isinstance(node, Appendix)],
        "recipients": [unstopped(n.text) for n in plan.recipients.children if isinstance(n, Recipient)],
        "archive": f"{report.rewritten.get('Lưu:', 'Lưu:')} {one_line(plan.archive)}" if plan.archive else None,
        "signature": {
            "lines": [_as_read(line, report) for line in plan.signature.lines],
            "name": _as_read(plan.signature.name, report) or None,
        },
        "unplaced": [one_line(text) for text in report.unplaced],
        "text_kept": report.text_kept,
    }


def _as_read(line: str, report: ImportReport) -> str:
    """Return a line of the end as the source has it, which the plan may hold in the decree's form."""
    return one_line(report.rewritten.get(line, line))


def _bases_in_body(plan: Plan) -> list[str]:
    """Some plans list their bases under a heading of the body ("I. CĂN CỨ XÂY DỰNG KẾ HOẠCH")."""
    for child in [below for top in plan.body.children[:2] for below in (top, *top.children[:2])]:
        title = child.title.plain.lower() if isinstance(child, Section) else ""
        if title.startswith("căn cứ") and "mục đích" not in title:
            return [unstopped(text) for text in _texts(child)]
    return []


def headings(plan: Plan) -> Iterator[dict[str, Any]]:
    """Yield the numbered titles of the body in order, with how deep they stand."""
    printed = labels(plan)
    for child in plan.body.children:
        yield from _headings(child, printed, 1)


def _headings(node: Node, printed: dict[str, str], depth: int, *, told: bool = False) -> Iterator[dict[str, Any]]:
    title = _told_title(node) if told else _title(node)
    shown = node.source_label or printed.get(node.id, "")
    label = bare(shown)
    is_heading = title is not None and shown.strip() not in _NO_HEADINGS and not _star(node, label)
    if title is not None and is_heading:
        yield {"label": label, "depth": depth, "text": _heading_text(title)}
    sentences = titling_sentences(node) if isinstance(node, Section) else set[str]()
    for child in node.children:
        yield from _headings(child, printed, depth + 1 if is_heading else depth, told=child.id in sentences)


def _told_title(node: Node) -> str | None:
    """A numbered duty that begins with its unit, between others like it, has the unit for its title."""
    told = told_by(node, by_name=True)
    return f"{told.unit.prefix} {told.unit.name}".strip() if told is not None else None


def _star(node: Node, label: str) -> bool:
    return isinstance(node, RoadmapYear) and not label[:1].isalnum()


def _title(node: Node) -> str | None:
    match node:
        case Section() | Task():
            return node.title.plain
        case Assignment():
            return node.title if node.numbered or not _is_sentence(node) else None
        case RoadmapYear():
            return node.label.plain
        case _:
            return None


def _is_sentence(node: Assignment) -> bool:
    """A duty without label that goes on in lower case behind its unit is a sentence, no title and text."""
    first = node.children[0] if node.children else None
    return node.run_in and isinstance(first, Paragraph) and first.text.plain[:1].islower()


def _heading_text(text: str) -> str:
    text = one_line(text)
    return text if text.endswith("...") else text.rstrip(" .:;")


def _texts(node: Node) -> Iterator[str]:
    """Yield the texts below a node, one string a paragraph."""
    for child in node.children:
        match child:
            case Paragraph() | Bullet() | LabelLine() | Target():
                yield one_line(child.text.plain)
            case Section():
                yield one_line(child.title.plain)
            case Task():
                yield one_line(child.title.plain)
            case _:
                pass
        yield from _texts(child)


def _target(node: Target) -> dict[str, Any]:
    return {
        "text": unstopped(node.text.plain),
        "comparator": node.comparator or None,
        "value": node.value or None,
        "unit": node.unit or None,
        "year": node.year,
    }


def _task(node: Task) -> dict[str, Any]:
    return {
        "title": _heading_text(node.title.plain),
        "contents": list(_texts(node)),
        "leaders": node.leaders,
        "lead": node.lead,
        "advisers": node.advisers,
        "coordinating": node.coordinating,
        "products": node.products,
        "deadline": node.deadline or None,
    }


def _year(node: RoadmapYear) -> dict[str, Any]:
    return {"year": node.year, "label": _heading_text(node.label.plain), "items": list(_texts(node))}


def _assignment(node: Assignment) -> dict[str, Any]:
    return {"unit": _heading_text(node.unit), "duties": list(_texts(node))}


def _table(node: Table) -> dict[str, Any]:
    columns = max((sum(cell.colspan for cell in row) for row in node.rows), default=0)
    return {"rows": len(node.rows), "columns": columns, "title": one_line(node.title.plain) or None}


def _appendix(node: Appendix) -> dict[str, Any]:
    count = sum(isinstance(below, Table) for below in node.walk())
    return {"title": one_line(node.title.plain) or None, "tables": count}
