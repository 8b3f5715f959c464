"""What a new plan may begin with, and the plan that comes of it. No Qt."""

from __future__ import annotations

from datetime import date

from plans.agency import Agency, plan_of_agency
from plans.blank import blank_plan
from plans.families import FAMILIES, Family, plan_of_family
from plans.families.outline import Goal, Part, Work
from plans.plan import Plan
from plans.sample import sample_plan
from resources.texts import gettext as _

BLANK, SAMPLE, FILE = "blank", "sample", "file"
"""A beginning is one of these, or the key of a family."""

_YEAR_TURNS = 10
"""From this month on, plans are drafted for the year to come."""


def usual_year(today: date) -> int:
    """Return the year a plan begun today is most likely for."""
    return today.year + (today.month >= _YEAR_TURNS)


def offered() -> list[tuple[str, str, str]]:
    """Return each beginning with its name and one line on what it holds."""
    return [
        (BLANK, _("Kế hoạch trống"), _("Dàn ý thường dùng, đầu và cuối văn bản theo đơn vị; nội dung để trống")),
        *((family.key, family.name, _holds(family)) for family in FAMILIES),
        (SAMPLE, _("Kế hoạch mẫu"), _("Một kế hoạch đã soạn đủ của một xã không có thật, để xem và thử")),
        (FILE, _("Từ tệp trên máy…"), _("Word, PDF có chữ, văn bản hoặc gói .kehoach; xem lại rồi mới nhận")),
    ]


def plan_begun(beginning: str, agency: Agency | None, year: int) -> Plan:
    """Return the new plan of a beginning (any but FILE) for ``year``; agency None: head and end stay to be filled."""
    if beginning == SAMPLE:
        return sample_plan()
    office = agency or Agency()
    if beginning != BLANK:
        return plan_of_family(next(family for family in FAMILIES if family.key == beginning), office, year)
    plan = blank_plan(year)
    if office.commune:
        plan.opening.children.clear()  # the office's own opening comes in its place
    return plan_of_agency(office, year, plan)


def _holds(family: Family) -> str:
    pieces = [piece for part in family.parts for piece in _pieces(part)]
    works = [piece.title for piece in pieces if isinstance(piece, Work)]
    goals = sum(isinstance(piece, Goal) for piece in pieces)
    text = _("{tasks} nhiệm vụ, {goals} chỉ tiêu: {titles}…") if goals else _("{tasks} nhiệm vụ: {titles}…")
    titles = "; ".join(title[:1].lower() + title[1:] for title in works[:3])
    return text.format(tasks=len(works), goals=goals, titles=titles)


def _pieces(part: Part) -> list[object]:
    found: list[object] = []
    for piece in part.pieces:
        found += _pieces(piece) if isinstance(piece, Part) else [piece]
    return found
