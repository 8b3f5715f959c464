"""From a family to a plan of this office and year."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plans.agency import Agency, plan_of_agency, proposed_agency
from plans.families.outline import Body, Duty, Family, Goal, Part, Words, Work
from plans.nodes import Assignment, Bullet, LabelStyle, LegalBasis, Node, Paragraph, Section, Target, Task
from plans.plan import Plan, PlanPeriod
from plans.text import RichText

_KNOWN_BY: Mapping[Body, str] = {
    "office": r"^văn phòng",
    "culture": r"văn hóa",
    "economy": r"kinh tế",
    "service": r"hành chính công",
    "police": r"^công an",
    "military": r"quân sự",
    "health": r"y tế",
    "schools": r"trường học|nhà trường",
    "hamlets": r"thôn|tổ dân phố|khu phố|\bấp\b|\bbản\b",
    "front": r"mặt trận",
}
"""By which words of its name the office's unit is known."""


def plan_of_family(family: Family, agency: Agency, year: int) -> Plan:
    """Return a new plan of that family for ``year``, its head, end and units the office's own."""
    units = unit_names(agency)
    period = PlanPeriod(start=year + family.starts, end=year + family.ends, school_year=family.school_year)
    plan = Plan(subject=_filled(family.subject, year), topic=family.name, period=period)
    plan.body.children = [_section(part, units, year) for part in family.parts]
    plan.bases.children = [LegalBasis(text=RichText.of(_filled(text, year))) for text in family.bases]
    return plan_of_agency(agency, period.start, plan)


def unit_names(agency: Agency) -> dict[Body, str]:
    """Return the office's name of each body, the usual one where the office lists none."""
    usual = proposed_agency(agency.kind, agency.commune).units
    return {
        body: next(unit.name for unit in (*agency.units, *usual) if re.search(words, unit.name.lower()))
        for body, words in _KNOWN_BY.items()
    }


def _section(part: Part, units: dict[Body, str], year: int) -> Section:
    title = RichText.of(_filled(part.title, year))
    children = [_node(piece, units, year) for piece in part.pieces]
    return Section(title=title, role=part.role, note=part.hint, children=children or [Paragraph()])


def _node(piece: Words | Goal | Work | Duty | Part, units: dict[Body, str], year: int) -> Node:
    match piece:
        case Part():
            return _section(piece, units, year)
        case Words():
            text = RichText.of(_filled(piece.text, year))
            return Bullet(text=text) if piece.bullet else Paragraph(text=text)
        case Goal():
            text = RichText.of(_filled(piece.text, year))
            return Target(text=text, unit=piece.unit, comparator=piece.comparator, year=year)
        case Work():
            return _task(piece, units, year)
        case Duty():
            return _assignment(piece, units, year)


def _task(work: Work, units: dict[Body, str], year: int) -> Task:
    return Task(
        title=RichText.of(_filled(work.title, year)),
        lead=[units[work.lead]],
        coordinating=[units[body] for body in work.helped_by],
        products=[_filled(work.product, year)],
        deadline=_filled(work.deadline, year),
        child_labels=LabelStyle.NONE,
    )


def _assignment(duty: Duty, units: dict[Body, str], year: int) -> Assignment:
    return Assignment(
        unit=units[duty.body],
        prefix="Đề nghị" if duty.body == "front" else "",
        children=[Bullet(text=RichText.of(_filled(text, year))) for text in duty.duties],
    )


def _filled(text: str, year: int) -> str:
    return text.format(before=year - 1, year=year, next=year + 1)
