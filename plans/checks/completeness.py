"""What is still to be filled in before a plan can be signed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plans.checks.finding import Found, Look, Rule, Severity
from plans.nodes import Appendix, Assignment, Bullet, LabelLine, LegalBasis, Node, Paragraph, Section, Target
from plans.plan import PLAN_ID
from plans.text import RichText


def _head(look: Look) -> Iterator[Found]:
    plan = look.plan
    if not plan.subject.strip():
        yield Found(node=PLAN_ID, field="subject")


def _letterhead(look: Look) -> Iterator[Found]:
    if not any(line.strip() for line in look.plan.letterhead.agency):
        yield Found(node=PLAN_ID, field="letterhead.agency")


def _place(look: Look) -> Iterator[Found]:
    if not look.plan.place.strip():
        yield Found(node=PLAN_ID, field="place")


def _signer(look: Look) -> Iterator[Found]:
    if not look.plan.signature.name.strip():
        yield Found(node="recipients", field="signature.name")


def _signature(look: Look) -> Iterator[Found]:
    if not any(line.strip() for line in look.plan.signature.lines):
        yield Found(node="recipients", field="signature.lines")


def _recipients(look: Look) -> Iterator[Found]:
    if not look.plan.recipients.children:
        yield Found(node="recipients")


def _archive(look: Look) -> Iterator[Found]:
    if not look.plan.archive.strip():
        yield Found(node="recipients", field="archive")


def _openings(look: Look) -> Iterator[Found]:
    plan = look.plan
    if not any(_words(node) for part in (plan.bases, plan.opening) for node in part.children):
        yield Found(node="bases")


def _empty_sections(look: Look) -> Iterator[Found]:
    for node in look.nodes:
        if isinstance(node, (Section, Appendix)) and node.title.plain.strip() and not node.children:
            yield Found(node=node.id, data={"title": node.title.plain.strip()})


def _untitled(look: Look) -> Iterator[Found]:
    for node in look.nodes:
        if isinstance(node, (Section, Appendix)) and not node.title.plain.strip():
            yield Found(node=node.id, field="title")


def _wordless(look: Look) -> Iterator[Found]:
    for node in look.nodes:
        prose = isinstance(node, (Paragraph, Bullet, LabelLine, Target, LegalBasis))
        if prose and not _words(node) and not node.children:
            yield Found(node=node.id, field="text")


def _unnamed_tasks(look: Look) -> Iterator[Found]:
    for row in look.rows:
        if not row.title:
            yield Found(node=row.task.id, field="title")


def _without_lead(look: Look) -> Iterator[Found]:
    for row in look.rows:
        if not row.task.lead:
            yield Found(node=row.task.id, field="lead", data={"task": row.title.plain})


def _several_leads(look: Look) -> Iterator[Found]:
    for row in look.rows:
        if len(row.task.lead) > 1:
            yield Found(node=row.task.id, field="lead", data={"leads": ", ".join(row.task.lead)})


def _without_deadline(look: Look) -> Iterator[Found]:
    for row in look.rows:
        if not row.task.deadline.strip():
            yield Found(node=row.task.id, field="deadline", data={"task": row.title.plain})


def _without_product(look: Look) -> Iterator[Found]:
    for row in look.rows:
        if not any(product.strip() for product in row.task.products):
            yield Found(node=row.task.id, field="products", data={"task": row.title.plain})


def _without_unit(look: Look) -> Iterator[Found]:
    for node in look.nodes:
        if isinstance(node, Assignment) and not node.unit.strip():
            yield Found(node=node.id, field="unit")


def _without_duties(look: Look) -> Iterator[Found]:
    for node in look.nodes:
        if isinstance(node, Assignment) and node.unit.strip() and not node.children:
            yield Found(node=node.id, data={"unit": node.unit})


def _without_value(look: Look) -> Iterator[Found]:
    for node in look.nodes:
        if isinstance(node, Target) and _words(node) and not node.value.strip():
            yield Found(node=node.id, field="value", data={"target": _words(node)})


def _unmentioned(look: Look) -> Iterator[Found]:
    """An appendix the text does not point to (PL1-III.1.a)."""
    for node in look.plan.appendices.children:
        label = look.labels[node.id]
        if not re.search(rf"{label.lower()}(?!\w)", look.body_words):
            yield Found(node=node.id, data={"appendix": label})


def _words(node: Node) -> str:
    text = getattr(node, "text", "")
    return text.plain.strip() if isinstance(text, RichText) else str(text).strip()


RULES = (
    Rule(code="no-subject", severity=Severity.ERROR, look=_head, article="PL1-II.5"),
    Rule(code="no-agency", severity=Severity.WARNING, look=_letterhead, article="PL1-II.2"),
    Rule(code="no-place", severity=Severity.ERROR, look=_place, article="PL1-II.4"),
    Rule(code="no-signature", severity=Severity.ERROR, look=_signature, article="PL1-II.7"),
    Rule(code="no-recipients", severity=Severity.ERROR, look=_recipients, article="PL1-II.9"),
    Rule(code="no-archive", severity=Severity.ERROR, look=_archive, article="PL1-II.9"),
    Rule(code="no-opening", severity=Severity.WARNING, look=_openings, article="PL1-II.6.c"),
    Rule(code="no-title", severity=Severity.WARNING, look=_untitled),
    Rule(code="no-words", severity=Severity.WARNING, look=_wordless),
    Rule(code="empty-section", severity=Severity.WARNING, look=_empty_sections),
    Rule(code="no-task-name", severity=Severity.WARNING, look=_unnamed_tasks),
    Rule(code="no-lead", severity=Severity.WARNING, look=_without_lead),
    Rule(code="many-leads", severity=Severity.WARNING, look=_several_leads),
    Rule(code="no-deadline", severity=Severity.WARNING, look=_without_deadline),
    Rule(code="no-product", severity=Severity.HINT, look=_without_product),
    Rule(code="no-unit", severity=Severity.WARNING, look=_without_unit),
    Rule(code="no-duties", severity=Severity.WARNING, look=_without_duties),
    Rule(code="no-value", severity=Severity.HINT, look=_without_value),
    Rule(code="no-signer", severity=Severity.HINT, look=_signer, article="PL1-II.7"),
    Rule(code="appendix-unmentioned", severity=Severity.WARNING, look=_unmentioned, article="PL1-III.1.a"),
)
