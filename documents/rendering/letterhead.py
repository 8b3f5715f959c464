"""The generated lines of head and appendix: number, date, rules, "(Kèm theo …)", by decree 30/2020/NĐ-CP.

Number and symbol PL1-II.3, place and date II.4 (zero before days below 10 and before months 1 and 2), rules II.1.b,
II.2.b and II.5.b (as long as the motto; elsewhere one third to one half of the longest line), appendix III.1.c.
"""

from __future__ import annotations

from documents.rendering.issuer import Issuer
from documents.rendering.lines import width
from documents.rendering.places import place_words
from plans.plan import Plan, PlanDate

MOTTO = "Độc lập - Tự do - Hạnh phúc"
RULE_SHARE = 5 / 12
"""Between one third and one half."""

BLANK = " " * 6


def one_line(text: str) -> str:
    """Return what a field of the head prints: no line breaks, no spaces at its ends."""
    return " ".join(text.split())


def number_line(plan: Plan, issuer: Issuer) -> str:
    """Return "Số: 05/KH-UBND"; a blank number leaves room to write it in."""
    number = padded(plan.number)
    return f"Số: {number}/{symbol(plan, issuer)}" if number else f"Số:{BLANK}/{symbol(plan, issuer)}"


def symbol(plan: Plan, issuer: Issuer) -> str:
    """Return the plan's symbol; while blank, that of a committee's plan, or "KH-" to be completed (II.3.b)."""
    ours = not issuer.agency or issuer.agency[0].startswith("ỦY BAN NHÂN DÂN")
    return one_line(plan.symbol) or ("KH-UBND" if ours else "KH-")


def padded(number: str) -> str:
    """Return the number with the zero that numbers below 10 take; "" while blank."""
    number = one_line(number)
    return f"0{number}" if len(number) == 1 and number.isdigit() else number


def date_words(date: PlanDate) -> str:
    """Return "ngày 05 tháng 02 năm 2026"; a part that is None leaves room to write it in."""
    day = BLANK if date.day is None else f" {date.day:02d} "
    month = BLANK if date.month is None else f" {date.month:02d} " if date.month < 3 else f" {date.month} "
    year = BLANK if date.year is None else f" {date.year}"
    return f"ngày{day}tháng{month}năm{year}".rstrip()


def date_line(plan: Plan, issuer: Issuer) -> str:
    """Return place and date: "Suối Lim, ngày … tháng … năm …"."""
    place = place_words(plan.place, issuer, plan.profile.place_form) or "[Địa danh]"
    return f"{place}, {date_words(plan.date)}"


def appendix_reference(plan: Plan, issuer: Issuer) -> str:
    """Return "(Kèm theo Kế hoạch số …/KH-UBND ngày … của Ủy ban nhân dân xã …)"; blanks stay blank (III.1.c)."""
    return f"(Kèm theo {citation(plan, issuer)})"


def citation(plan: Plan, issuer: Issuer) -> str:
    """Return what other texts call the plan: "Kế hoạch số …/KH-UBND ngày … của Ủy ban nhân dân xã …"."""
    title = one_line(plan.title)
    title = title.capitalize() if title == title.upper() else title
    number = padded(plan.number) or BLANK
    return f"{title} số {number}/{symbol(plan, issuer)} {date_words(plan.date)} của {issuer.name}"


def drafter_line(plan: Plan) -> str:
    """Return the drafter's mark with the copies issued, "PL.(300)"; "" where neither is said (PL1-III.3)."""
    mark = plan.drafter_mark.strip().rstrip(".").upper()
    copies = f"({plan.copies})" if plan.copies else ""
    return f"{mark}.{copies}" if mark and copies else mark or copies


def motto_rule_mm(size: float) -> float:
    """Return the length of the rule under the motto: that of the motto."""
    return width(MOTTO, size, bold=True)


def rule_mm(lines: list[str], size: float, room: float) -> float:
    """Return the length of the rule under bold ``lines``, which stand in a column of ``room`` mm."""
    return min(room, max((width(line, size, bold=True) for line in lines), default=0.0)) * RULE_SHARE
