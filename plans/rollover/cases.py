"""A year in its context, and what a rule may say of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plans.places import Spot
from plans.rollover.frame import Frame
from plans.rollover.model import Reason
from plans.rollover.tokens import Token


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """A year moves on, with this reason and confidence (below CERTAIN a clerk is asked)."""

    reason: Reason
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Case:
    """A token in its context. before, after: the rest of its sentence, in lower case."""

    token: Token
    spot: Spot
    frame: Frame
    before: str
    after: str

    @property
    def offset(self) -> int:
        """Years from the plan's year to the token's (first) year."""
        return self.token.first - self.frame.base


class Silent:
    """What a rule without an opinion says."""


SILENT = Silent()
STAYS = None
"""What a rule says of a year that stays as it is."""

Opinion = Verdict | Silent | None
Rule = Callable[[Case], Opinion]
