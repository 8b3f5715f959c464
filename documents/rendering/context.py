"""RenderContext: everything the head and the end of the document print, numbered, dated and broken into lines."""

from __future__ import annotations

from dataclasses import dataclass

from documents.rendering import letterhead
from documents.rendering.issuer import Issuer, issuer
from documents.rendering.lines import agency_lines, balanced
from documents.rendering.measures import Measures
from documents.rendering.recipients import Lines, recipient_lines
from plans.plan import Plan


@dataclass(frozen=True, kw_only=True)
class RenderContext:
    """What the template's places show. Lines are as printed; rules in mm; recipients: node id ("" for the archive
    line) and the whole line; drafter: "PL.(300)", "" for none; appendix_reference:
    "(Kèm theo …)" by the plan's own facts."""

    issuer: Issuer
    parent: tuple[str, ...]
    agency: tuple[str, ...]
    agency_rule: float
    motto_rule: float
    number_line: str
    date_line: str
    title: str
    subject: tuple[str, ...]
    subject_rule: float
    recipients: Lines
    drafter: str
    signature: tuple[str, ...]
    signer: str
    appendix_reference: str
    document_title: str
    author: str

    @staticmethod
    def of(plan: Plan) -> RenderContext:
        """Return the context of ``plan``."""
        head = issuer(plan)
        sizes = Measures.of(plan.profile)
        agency = agency_lines(head.agency, sizes.nation, sizes.issuer_line, bold=True)
        above = (head.parent,) if head.parent and plan.profile.parent_line else ()
        parent = agency_lines(above, sizes.nation, sizes.issuer_line, bold=False)
        subject = balanced(plan.subject, sizes.body, sizes.title_line, bold=True)
        title = letterhead.one_line(plan.title).upper() or "KẾ HOẠCH"
        return RenderContext(
            issuer=head,
            parent=tuple(parent),
            agency=tuple(agency),
            agency_rule=letterhead.rule_mm(agency, sizes.nation, sizes.left),
            motto_rule=letterhead.motto_rule_mm(sizes.motto),
            number_line=letterhead.number_line(plan, head),
            date_line=letterhead.date_line(plan, head),
            title=title,
            subject=tuple(subject),
            subject_rule=letterhead.rule_mm(subject or [title], sizes.body, sizes.text),
            recipients=recipient_lines(plan),
            drafter=letterhead.drafter_line(plan),
            signature=tuple(letterhead.one_line(line).upper() for line in plan.signature.lines if line.strip())
            or ("",),
            signer=letterhead.one_line(plan.signature.name),
            appendix_reference=letterhead.appendix_reference(plan, head),
            document_title=f"{title.capitalize()} {plan.subject}".strip(),
            author="" if head.source == "unknown" else head.name,
        )
