"""What a rollover proposes for each text of last year's plan, and the lists of what happens to its nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import md5

from plans.nodes import Node, RoadmapYear, Target
from plans.places import Place, Spot, spots
from plans.plan import PLAN_ID, Plan
from plans.rollover.cases import Case
from plans.rollover.cited import Cited, blanked, cited_in, mentions, reason_for, successor
from plans.rollover.fates import Fates, fates_of
from plans.rollover.frame import Frame, frame_of
from plans.rollover.judging import judge
from plans.rollover.model import CERTAIN, Proposal, Reason, RenamedUnit, RenamedUnits, Rollover
from plans.rollover.occasions import find_occasions
from plans.rollover.tokens import Token, find_tokens
from plans.sentences import sentence_at


class NoRenamedUnits:
    """Knows no renamed unit."""

    def find(self, text: str) -> Iterable[RenamedUnit]:
        """Return nothing."""
        return ()


NONE_RENAMED = NoRenamedUnits()
_ASKED = 0.5


def propose(plan: Plan, year: int, *, units: RenamedUnits = NONE_RENAMED) -> Rollover:
    """Return what rolling ``plan`` over to ``year`` (for a school year its first one) would change, ask, carry, drop
    and clear. Decides nothing, changes nothing; the same plan and year give the same proposals.

    Raises Rejection as ``frame_of`` does.
    """
    frame = frame_of(plan, year)
    fates = fates_of(plan, frame)
    gathered = _Gathered(frame=frame, units=units)
    for spot in spots(plan):
        if spot.place.node not in fates.gone:
            gathered.look_at(spot)
    _follow(plan, gathered.proposals)
    proposals = [*gathered.proposals, *_citations(gathered), *_baselines(plan, fates), *_signer(plan)]
    order = {node_id: at for at, node_id in enumerate([PLAN_ID, *(node.id for node in plan.walk())])}

    def place(proposal: Proposal) -> tuple[int, int]:
        return order[proposal.node], proposal.place.start

    proposals.sort(key=place)
    return Rollover(
        year=year,
        last=frame.last,
        period=frame.period,
        changes=[p for p in proposals if not p.is_question],
        questions=[p for p in proposals if p.is_question],
        carried=fates.carried,
        dropped=fates.dropped,
        cleared=fates.cleared,
    )


@dataclass(kw_only=True)
class _Gathered:
    """Proposals and citations found so far, and what the texts are looked at with."""

    frame: Frame
    units: RenamedUnits
    proposals: list[Proposal] = field(default_factory=list[Proposal])
    cited: list[tuple[Cited, Spot]] = field(default_factory=list[tuple[Cited, Spot]])

    def look_at(self, spot: Spot) -> None:
        """Find in one text what moves on, what is asked and what is cited; nothing found overlaps."""
        cited = cited_in(spot, self.frame)
        self.cited += [(found, spot) for found in cited]
        taken = [(found.place.start, found.place.end) for found in cited]
        for found in cited:
            if found.own and (own := blanked(found, self.frame)) != found.words:
                self.proposals.append(_proposal(spot, found.place, (own,), Reason.OWN_REFERENCE, 0.9))
        tokens = [token for token in find_tokens(spot.text) if _free(token.start, token.end, taken)]
        for occasion in find_occasions(spot.text, tokens, self.frame):
            if _free(occasion.start, occasion.end, taken):
                taken.append((occasion.start, occasion.end))
                place = replace(spot.place, start=occasion.start, end=occasion.end)
                self.proposals.append(_proposal(spot, place, occasion.answers, occasion.reason, _ASKED))
        for token in tokens:
            if _free(token.start, token.end, taken):
                self._judge(spot, token)
        taken += [(token.start, token.end) for token in tokens]
        for unit in self.units.find(spot.text):
            if _free(unit.start, unit.end, taken):
                self.proposals.append(_unit(spot, unit))

    def _judge(self, spot: Spot, token: Token) -> None:
        begin, end = sentence_at(spot.text, token.start, token.end)
        before, after = spot.text[begin : token.start].lower(), spot.text[token.end : end].lower()
        case = Case(token=token, spot=spot, frame=self.frame, before=before, after=after)
        if verdict := judge(case):
            place = replace(spot.place, start=token.start, end=token.end)
            answers = (token.shifted(self.frame.by),)
            self.proposals.append(_proposal(spot, place, answers, verdict.reason, verdict.confidence))


def _free(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return all(end <= a or b <= start for a, b in taken)


def _proposal(
    spot: Spot,
    place: Place,
    answers: tuple[str, ...],
    reason: Reason,
    confidence: float,
    *,
    also: tuple[Place, ...] = (),
) -> Proposal:
    """Return a proposal whose sentence is taken from the spot's text; a question may also keep what stands."""
    begin, end = sentence_at(spot.text, place.start, place.end)
    old, new = spot.text[place.start : place.end], answers[0] if answers else ""
    kept = answers if confidence >= CERTAIN or old in answers else (*answers, old)
    return Proposal(
        id=_id(place, reason),
        place=place,
        old=old,
        new=new,
        before=spot.text[begin:end].strip(),
        after=(spot.text[begin : place.start] + new + spot.text[place.end : end]).strip(),
        reason=reason,
        confidence=confidence,
        answers=kept,
        also=also,
    )


def _id(place: Place, reason: Reason) -> str:
    where = (place.node, place.field, place.item, place.row, place.cell, place.start, place.end, reason.value)
    return md5(repr(where).encode(), usedforsecurity=False).hexdigest()[:16]


def _unit(spot: Spot, unit: RenamedUnit) -> Proposal:
    place = replace(spot.place, start=unit.start, end=unit.end)
    reason = Reason.OLD_UNIT if len(unit.now) == 1 else Reason.DIVIDED_UNIT
    return _proposal(spot, place, unit.now, reason, 0.7 if len(unit.now) == 1 else 0.4)


def _citations(gathered: _Gathered) -> Iterator[Proposal]:
    spot_of = {cited.place: spot for cited, spot in gathered.cited}
    for first, others in mentions([cited for cited, _ in gathered.cited if not cited.own]):
        spot, reason = spot_of[first.place], reason_for(first, gathered.frame)
        answers: tuple[str, ...] = (first.words,)
        if reason is Reason.PARENT_PLAN:
            answers = (successor(first, gathered.frame), first.words)
        if spot.kind == "legal_basis":
            answers = (*answers, "")
        yield _proposal(spot, first.place, answers, reason, 0.3, also=tuple(other.place for other in others))


def _follow(plan: Plan, proposals: list[Proposal]) -> None:
    """Let years that are typed beside a text follow its words, or where it names none, the titles above it or the
    subject: the first proposal of the nearest that moves that very year."""
    moved: dict[str, list[int]] = {}
    for at, proposal in enumerate(proposals):
        moved.setdefault(proposal.node, []).append(at)
    for node, above in _with_holders(plan):
        if isinstance(node, Target | RoadmapYear) and node.year is not None:
            found = (at for held in (node.id, *above) for at in moved.get(held, ()))
            at = next((at for at in found if str(node.year) in proposals[at].old), None)
            if at is not None:
                typed = Place(node=node.id, field="year", end=4)
                proposals[at] = replace(proposals[at], also=(*proposals[at].also, typed))


def _with_holders(plan: Plan) -> Iterator[tuple[Node, tuple[str, ...]]]:
    """Yield every node with the ids of what holds it, the nearest first, the plan last."""
    waiting: list[tuple[Node, tuple[str, ...]]] = [(part, (PLAN_ID,)) for part in reversed(plan.parts)]
    while waiting:
        node, above = waiting.pop()
        yield node, above
        waiting += [(child, (node.id, *above)) for child in reversed(node.children)]


def _baselines(plan: Plan, fates: Fates) -> Iterator[Proposal]:
    """Last year's actual becomes the baseline; where it is not known it is asked, never invented."""
    for node in plan.walk():
        if not isinstance(node, Target) or node.id in fates.gone:
            continue
        place = Place(node=node.id, field="baseline", end=len(node.baseline))
        spot = Spot(place=place, text=node.baseline, kind=node.kind)
        known = bool(node.actual.strip())
        reason, confidence = (Reason.ACTUAL, 1.0) if known else (Reason.BASELINE, 0.0)
        answers = (node.actual,) if known else ("",)
        printed = node.text.plain
        yield replace(
            _proposal(spot, place, answers, reason, confidence), before=printed, after=printed, answers=answers
        )


def _signer(plan: Plan) -> Iterator[Proposal]:
    name = plan.signature.name
    if name.strip():
        place = Place(node=PLAN_ID, field="signature.name", end=len(name))
        spot = Spot(place=place, text=name, kind="plan")
        yield replace(_proposal(spot, place, (name, ""), Reason.SIGNER, 0.3), new=name)


__all__ = ["NONE_RENAMED", "propose"]
