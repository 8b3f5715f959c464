"""What is written and cannot be: a date the calendar has not, two leads of one task, one body in two parts. Told below
the field, never refused. No Qt."""

from __future__ import annotations

from datetime import date

from plans.nodes import Node, Target, Task
from plans.plan import Plan, PlanDate
from resources.texts import gettext as _

_LEAP_YEAR, _LONG_MONTH = 2024, 1


def doubt_about(owner: Plan | Node, field: str) -> str:
    """Return the sentence about a field of the plan or of a node as it stands now, "" where all is well."""
    if isinstance(owner, Plan):
        return _about_date(owner.date) if field == "date" else ""
    if field == "lead" and isinstance(owner, Task) and len(owner.lead) > 1:
        return _("Một nhiệm vụ chỉ có một đơn vị chủ trì; đưa các đơn vị khác sang ô Phối hợp.")
    if field == "coordinating" and isinstance(owner, (Target, Task)):
        return _about_units(owner.lead, owner.coordinating)
    return ""


def _about_date(when: PlanDate) -> str:
    """Return what is wrong with a day; a part left blank may be anything."""
    if when.month is not None and when.month not in range(1, 13):
        return _("Không có tháng {month}; xem lại ngày, tháng.").format(month=when.month)
    month = when.month or _LONG_MONTH
    try:
        date(when.year or _LEAP_YEAR, month, when.day or 1)
    except ValueError:
        day = f"{when.day}/{when.month}" if when.month else str(when.day)
        return _("Trong lịch không có ngày {day}; xem lại ngày, tháng.").format(day=day)
    return ""


def _about_units(lead: list[str], coordinating: list[str]) -> str:
    known = {unit.casefold() for unit in lead}
    both = next((unit for unit in coordinating if unit.casefold() in known), "")
    if not both:
        return ""
    return _("“{unit}” vừa chủ trì vừa phối hợp; nên bỏ ở một trong hai ô.").format(unit=both)
