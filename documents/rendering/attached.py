"""The "(Kèm theo …)" line of an appendix (decree 30/2020/NĐ-CP, PL1-III.1.c): the plan's number, symbol, date, issuer.

A line kept from an import is printed as it was read while it says what the plan itself says, with room left in its
blanks. As soon as one of its facts is another one in the plan (also one blank here and filled there), the line is
written anew from the plan. A line about another document ("Quyết định số …"), or without number and date, is the
author's own and stays.
"""

from __future__ import annotations

import re

from documents.rendering.issuer import Issuer
from documents.rendering.letterhead import BLANK, appendix_reference, symbol
from plans.plan import Plan, PlanDate

_GAP = r"[\s.…_]*"
_LINE = re.compile(
    rf"kèm theo\s+(?P<type>[^\d/]*?)\s*số\s*:?(?P<number>{_GAP}\d*{_GAP})/\s*(?P<symbol>[\w-]*(?:\s?-\s?[A-ZĐ]\w*)*)"
    rf"[\s,]*ngày(?P<date>(?:[\s.…_\d/-]|tháng|năm)*)(?:[\s,]*(?:của|do)\s+(?P<issuer>[^()]*))?",
    re.IGNORECASE,
)
_SEPARATED = re.compile(r"(/|-|tháng|năm)", re.IGNORECASE)
_NO_FIGURE = re.compile(r"\D")


def attached_line(written: str, plan: Plan, issuer: Issuer) -> str:
    """Return the line as printed; ``written``: as read or typed, "" for none."""
    written = written.strip()
    found = _LINE.search(written)
    if written and (not found or _is_other(found["type"], plan)):
        return written
    if found and _says_the_same(found, plan, issuer):
        return _roomy(found)
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


def _roomy(found: re.Match[str]) -> str:
    """Return the line with room to write in where its number, day or month is blank (an import keeps one space)."""
    parts = _SEPARATED.split(found["date"])
    blank = [not at % 2 and at < len(parts) - 1 and not part.strip() for at, part in enumerate(parts)]
    date = "".join(BLANK if is_blank else part for part, is_blank in zip(parts, blank, strict=True))
    number = found["number"] if found["number"].strip() else BLANK
    line = found.string
    return (
        line[: found.start("number")] + number + line[found.end("number") : found.start("date")] + date
        + line[found.end("date") :]
    )  # fmt: skip


def _date(text: str) -> tuple[str, str, str]:
    day, month, year, *_ = [*(_figure(part) for part in _SEPARATED.split(text)[::2]), "", ""]
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
