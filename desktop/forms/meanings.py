"""How the program understands what was typed: a deadline, a legal basis; one line of words below the field. No Qt."""

from __future__ import annotations

from datetime import date

from plans.citations import Citation, missing_parts
from plans.periods import Period, PeriodKind, parse_period
from plans.plan import Plan
from plans.register import cited_bases, document_key, first_citation
from plans.text import RichText
from resources.texts import gettext as _


def explain_deadline(text: str, year: int | None) -> str:
    """Return how a deadline is understood in a plan of ``year``, "" for none written."""
    if not text.strip():
        return ""
    period = parse_period(text, year)
    if period is None:
        return _("Chưa hiểu được thời hạn này; vẫn in đúng như đã viết.")
    return _closed(period) or _without_day(period)


def _closed(period: Period) -> str:
    if period.recurring:
        return ""
    if period.end:
        return _("đến {end}").format(end=_day(period.end))
    return _("từ {start}").format(start=_day(period.start)) if period.start else ""


def _without_day(period: Period) -> str:
    if period.recurring:
        return _("Việc làm nhiều lần, không tính là quá hạn.")
    if period.kind in (PeriodKind.ROADMAP, PeriodKind.ON_REQUEST):
        return _("Không gắn với ngày nào, không tính là quá hạn.")
    return _("Chưa rõ năm nào: hãy ghi năm ở đây, hoặc thời kỳ của kế hoạch ở Thể thức.")


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def explain_agency(plan: Plan) -> str:
    """Return under which name a plan without an agency of its own is printed."""
    from documents.rendering.issuer import issuer  # noqa: PLC0415 - the first form must not wait for the renderer

    found = issuer(plan)
    agency = " ".join(found.agency)
    if found.source != "text":
        return _("Chưa biết cơ quan ban hành: đang in {agency}.").format(agency=agency)
    return _("Để trống thì in tên lấy từ lời văn: {agency}").format(agency=agency)


def explain_basis(plan: Plan, node_id: str, text: RichText) -> str:
    """Return which document the legal basis ``node_id`` is read to name, whether another basis names it already, and
    what it leaves out; "" while nothing is written."""
    if not text.plain.strip():
        return ""
    found = first_citation(text.plain)
    if found is None:
        return _("Chưa nhận ra văn bản nào được dẫn ở đây.")
    said = [_("Nhận ra: {citation}").format(citation=found.full()), _cited_before(plan, node_id, found), _lacks(found)]
    return "\n".join(filter(None, said))


def _cited_before(plan: Plan, node_id: str, found: Citation) -> str:
    key = document_key(found)
    bases = enumerate(cited_bases(plan).items(), 1)
    place = next((at for at, (other, cited) in bases if key and cited == key and other != node_id), 0)
    return _("Đã viện dẫn ở căn cứ thứ {place}.").format(place=place) if place else ""


def _lacks(found: Citation) -> str:
    missing = ", ".join(missing_parts(found))
    return _("Viện dẫn chưa đủ: còn thiếu {missing}.").format(missing=missing) if missing else ""
