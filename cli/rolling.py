"""``convert --year``: last year's plan becomes this year's draft; what is certain is done, what is asked stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cli.usage import say_wrong_use
from documents.rolling import as_json, propose_for
from plans.errors import Rejection, Trouble
from plans.plan import Plan
from plans.rollover import Rollover, draft
from resources.texts import gettext as _


@dataclass(frozen=True, kw_only=True)
class Rolled:
    """The plan to be written, the rollover's part of the report (empty lists without one) and a sentence on it, ""
    without one."""

    plan: Plan
    report: dict[str, Any] = field(
        default_factory=lambda: {"changes": [], "questions": [], "carried": [], "dropped": [], "cleared": []}
    )
    summary: str = ""


def roll_over(plan: Plan, year: int, source: Path) -> Rolled:
    """Return this year's draft. Ends with exit code 2 where ``year`` is not after the plan's; raises Trouble
    "rollover-no-year" where the plan says no year."""
    rollover = _proposed(plan, year, source)
    new = draft(plan, rollover, rollover.accepted)
    return Rolled(plan=new, report=as_json(rollover, new, rollover.accepted), summary=_summary(rollover))


def _proposed(plan: Plan, year: int, source: Path) -> Rollover:
    try:
        return propose_for(plan, year)
    except Rejection as no:
        if no.code == "rollover-no-year":
            raise Trouble("rollover-no-year", path=source) from no
        if no.code != "rollover-not-later":
            raise
        text = _("Kế hoạch này của năm {last}. Hãy chọn --year sau năm {last}.").format(last=no.data["last"])
        say_wrong_use(text)


def _summary(rollover: Rollover) -> str:
    text = _(
        "Đã chuyển sang năm {year}: {changes} thay đổi chắc chắn đã làm, {questions} chỗ cần quyết định để nguyên, "
        "{carried} mục mang sang, {dropped} mục để lại. Ghi rõ từng chỗ bằng --report."
    )
    return text.format(
        year=rollover.year,
        changes=len(rollover.changes),
        questions=len(rollover.questions),
        carried=len(rollover.carried),
        dropped=len(rollover.dropped),
    )
