"""The "(Kèm theo …)" line of an appendix (decree 30/2020/NĐ-CP, PL1-III.1.c): the plan's number, symbol, date, issuer.

A line kept from an import is printed as it was read while it says what the plan itself says. As soon as one of its
facts is another one in the plan (also one blank here and filled there), the line is written anew from the plan. A line
about another document ("Quyết định số …"), or without number and date, is the author's own and stays.
"""

from __future__ import annotations

import re

from documents.rendering.issuer import Issuer
from documents.rendering.letterhead import appendix_reference, symbol
from plans.plan import Plan, PlanDate

_GAP = r"[\s.…_]*"
_LINE = re.compile(
    rf"kèm theo\s+(?P<type>[^\d/]*?)\s*số\s*:?(?P<number>{_GAP}\d*{_GAP})/\s*(?P<symbol>[\w-]*(?:\s?-\s?[A-ZĐ]\w*)*)"
    rf"[\s,]*ngày(?P<date>(?:[\s.…_\d/-]|tháng|năm)*)(?:[\s,]*(?:của|do)\s+(?P<issuer>[^()]*))?",
    re.IGNORECASE,
)
_DATE_PARTS = re.compile(r"/|-|tháng|năm", re.IGNORECASE)
_NO_FIGURE = re.compile(r"\D")


def attached_line(written: str, plan: Plan, issuer: Issuer) -> str:
    """Return the line as printed; ``written``: as read or typed, "" for none."""
    written = written.strip()
    found = _LINE.search(written)
    if written and (not found or _is_other(found["type"], plan) or _says_the_same(found, plan, issuer)):
        return written
    return appendix_reference(plan, issuer)


def _is_other(type_: str, plan: Plan) -> bool:
    """Say whether a line names a document of another type than the plan ("văn bản" stands for any)."""
    said, ours = type_.strip().casefold(), plan.title.strip().casefold()
    return said != "văn bản" and not (ours.startswith(said) or said.startswith(ours or "kế hoạch"))


def _says_the_same(found: re.Match[str], plan: Plan, issuer: Issuer) -> bool:
    """Say whether the facts of a line are the plan's; a fact it leaves out is none."""
    if _figure(found["number"]) != plan.number.strip().lstrip("0"):
        return False
    if found["symbol"] and _letters(found["symbol"]) != _letters(symbol(plan, issuer)):
        return False
    if _date(found["date"]) != _plan_date(plan.date):
        return False
    name = _folded(found["issuer"] or "")
    return not name or issuer.source == "unknown" or name.startswith(_folded(issuer.name))


def _date(text: str) -> tuple[str, str, str]:
    day, month, year, *_ = [*(_figure(part) for part in _DATE_PARTS.split(text)), "", ""]
    return day, month, year


def _plan_date(date: PlanDate) -> tuple[str, str, str]:
    return str(date.day or ""), str(date.month or ""), str(date.year or "")


def _figure(text: str) -> str:
    return _NO_FIGURE.sub("", text).lstrip("0")


def _letters(text: str) -> str:
    return re.sub(r"\s", "", text).casefold()


def _folded(name: str) -> str:
    """Return an agency's name without the ways of writing that mean the same."""
    words = " ".join(name.casefold().split()).strip(" .…_")
    return words.replace("uỷ ban", "ủy ban").replace("ubnd", "ủy ban nhân dân")
