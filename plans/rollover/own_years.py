"""Which years a plan is for: as its subject says, as a clerk set them, or as its date and its deadlines suggest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plans.citations import find_citations
from plans.places import spots
from plans.plan import Plan, PlanPeriod
from plans.rollover.tokens import Token, TokenKind, find_tokens

_MILESTONE = re.compile(r"(?:đến|tới|tầm nhìn|định hướng|nhiệm kỳ|khóa|khoá)(?:\s+(?:hết|năm|cuối))*\s*$")


def own_years(plan: Plan) -> Iterator[PlanPeriod]:
    """Yield the years the plan may be for, the likeliest first; nothing for a plan that says none.

    A year of the subject stands before its period ("… giai đoạn 2021-2030 năm 2026"); milestones ("đến năm 2030") and
    years of cited documents do not count. A plan issued at the end of a year may be for the next one.
    """
    named = _named(plan.subject)
    typed = plan.period if plan.period and 1900 < plan.period.start <= plan.period.end else None
    if typed and (named is None or str(typed.start) not in plan.subject) and not _is_milestone(typed, plan.subject):
        yield typed
    elif named:
        yield named
    else:
        yield from _by_date(plan)


def _named(subject: str) -> PlanPeriod | None:
    tokens = [token for token in _outside_citations(subject) if not _MILESTONE.search(_before(subject, token))]
    years = [token for token in tokens if token.kind is not TokenKind.SPAN]
    if years:
        return PlanPeriod(start=years[-1].first, end=years[-1].first)
    for token in tokens:
        school = token.last - token.first == 1 and "năm học" in _before(subject, token)[-30:]
        if token.last > token.first:
            return PlanPeriod(start=token.first, end=token.last, school_year=school)
    return None


def _is_milestone(typed: PlanPeriod, subject: str) -> bool:
    """Say whether the typed year was read from a milestone of the subject."""
    return typed.start == typed.end and any(
        token.first == typed.start and _MILESTONE.search(_before(subject, token)) for token in find_tokens(subject)
    )


def _by_date(plan: Plan) -> Iterator[PlanPeriod]:
    """The year after the date comes first where the plan's texts speak of it more than twice as often."""
    issued = plan.date.year
    if not issued or issued <= 1900:
        return
    spoken = Counter(
        token.first
        for spot in spots(plan)
        for token in _outside_citations(spot.text)
        if token.kind is not TokenKind.SPAN and not _MILESTONE.search(_before(spot.text, token))
    )
    if spoken[issued + 1] > 2 * spoken[issued]:
        yield PlanPeriod(start=issued + 1, end=issued + 1)
    yield PlanPeriod(start=issued, end=issued)


def _outside_citations(text: str) -> list[Token]:
    tokens = find_tokens(text)
    cited = [(found.start, found.end) for found in find_citations(text)] if tokens else []
    return [token for token in tokens if not any(a <= token.start < b for a, b in cited)]


def _before(text: str, token: Token) -> str:
    return text[: token.start].lower()
