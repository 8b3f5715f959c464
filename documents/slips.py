"""Phiếu giao việc: what one unit has to do by a plan, as a document of its own in the house's official style.

A slip is a small plan with the letterhead, place, signature and layout of the one it is taken from, so it is rendered
as any plan is. Its number and date are blank: an office enters slips in its register by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from documents.rendering import issuer, render_docx
from documents.rendering.letterhead import citation, padded, symbol
from plans.errors import Rejection
from plans.nodes import Assignment, Bullet, LabelLine, Node, Paragraph, Recipient, Task
from plans.plan import Plan, PlanDate
from plans.text import RichText, Span
from plans.views import UnitDuties, duties_by_unit, unit_table
from plans.views.tasks import unmarked

SLIP_SYMBOL = "PGV"


def slip_docx(plan: Plan, unit: str) -> bytes:
    """Return the slip of ``unit`` as a DOCX without bookmarks and carried plan: it is no plan that comes back.
    Raises as ``slip`` and ``render_docx`` do."""
    return render_docx(slip(plan, unit), issued=True)


def slip(plan: Plan, unit: str) -> Plan:
    """Return the slip of ``unit``. Raises Rejection "unit-without-duty" where the plan gives it nothing to do (see
    ``units_with_duties``)."""
    duties = next((each for each in duties_by_unit(plan) if each.unit == unit), None)
    if duties is None or duties.idle:
        raise Rejection("unit-without-duty", unit=unit)
    who = issuer(plan)
    made = Plan(
        letterhead=plan.letterhead,
        symbol="-".join((SLIP_SYMBOL, *symbol(plan, who).split("-")[1:])).rstrip("-"),
        place=plan.place,
        date=PlanDate(year=plan.date.year),
        title="PHIẾU GIAO VIỆC",
        subject=f"Giao nhiệm vụ cho {unit} thực hiện Kế hoạch số {padded(plan.number) or '…'}/{symbol(plan, who)}",
        period=plan.period,
        scheme=plan.scheme,
        signature=plan.signature,
        archive=plan.archive,
        profile=replace(plan.profile),
    )
    what = "chỉ tiêu, nhiệm vụ" if duties.targets else "nhiệm vụ"
    words = f"Thực hiện {_dotted(citation(plan, who))}{_about(plan)}, giao {unit} các {what} sau:"
    made.opening.children = [_paragraph(words)]
    made.body.children = list(_body(duties))
    made.closing.children = [
        _paragraph(
            f"{unit} tổ chức thực hiện và báo cáo kết quả đúng thời hạn; khi có khó khăn, vướng mắc thì báo cáo để "
            "được xem xét, giải quyết."
        )
    ]
    made.recipients.children = [Recipient(text=unit)]
    return made


def _dotted(words: str) -> str:
    """Return ``words`` with "…" where a number or day of the plan is still blank."""
    return re.sub(r" {2,}", " … ", words).replace("… /", "…/")


def _about(plan: Plan) -> str:
    subject = " ".join(plan.subject.split())
    small = subject[:1].lower() + subject[1:] if subject[1:2].islower() else subject
    return f" về {small}" if small and not small.startswith("về ") else f" {small}".rstrip()


def _body(duties: UnitDuties) -> Iterator[Node]:
    if duties.load:
        yield unit_table(duties)
    answered = [target for target in duties.targets if duties.unit in target.lead]
    helped = [target for target in duties.targets if duties.unit not in target.lead]
    for words, targets in (("Chủ trì", answered), ("Phối hợp", helped)):
        if targets:
            yield _paragraph(f"{words} thực hiện các chỉ tiêu:")
            yield from (_stopped(target.text) for target in targets)
    given = [bullet for each in duties.assignments for bullet in _bullets(each)]
    if given:
        also = "Ngoài ra, thực hiện" if duties.load or duties.targets else "Thực hiện"
        yield _paragraph(f"{also} các nhiệm vụ được phân công tại Kế hoạch:")
        yield from given


def _bullets(holder: Assignment | Node) -> Iterator[Node]:
    """Yield the duties below a node as bullets; tasks among them stand in the table already."""
    for child in holder.children:
        if isinstance(child, Paragraph | Bullet | LabelLine) and child.text:
            yield _stopped(child.text, _bullets(child))
        elif not isinstance(child, Task):
            yield from _bullets(child)


def _stopped(text: RichText, children: Iterable[Node] = ()) -> Bullet:
    return Bullet(text=RichText.join([*unmarked(text).spans, Span(".")]), children=list(children))


def _paragraph(words: str) -> Paragraph:
    return Paragraph(text=RichText.of(words))
