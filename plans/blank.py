"""A new plan with the usual outline of a commune's Kế hoạch and nothing in it yet."""

from __future__ import annotations

from plans.nodes import LegalBasis, Paragraph, Section, SectionRole
from plans.plan import Plan, PlanDate, PlanPeriod, Signature
from plans.text import RichText

_OUTLINE: tuple[tuple[str, SectionRole, tuple[tuple[str, SectionRole], ...]], ...] = (
    (
        "MỤC ĐÍCH, YÊU CẦU",
        SectionRole.PURPOSE_REQUIREMENTS,
        (("Mục đích", SectionRole.PURPOSE), ("Yêu cầu", SectionRole.REQUIREMENTS)),
    ),
    ("CHỈ TIÊU", SectionRole.TARGETS, ()),
    ("NHIỆM VỤ, GIẢI PHÁP", SectionRole.TASKS, ()),
    ("KINH PHÍ THỰC HIỆN", SectionRole.BUDGET, ()),
    ("TỔ CHỨC THỰC HIỆN", SectionRole.ORGANISATION, ()),
)


def blank_plan(year: int) -> Plan:
    """Return a plan for ``year``: head and end to be filled, the usual sections, one empty line where one begins."""
    plan = Plan(
        date=PlanDate(year=year),
        period=PlanPeriod(start=year, end=year),
        signature=Signature(lines=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        archive="VT",
    )
    plan.bases.children.append(LegalBasis())
    plan.opening.children.append(Paragraph())
    for title, role, below in _OUTLINE:
        section = Section(title=RichText.of(title), role=role)
        section.children.extend(Section(title=RichText.of(name), role=inner) for name, inner in below)
        plan.body.children.append(section)
    return plan
