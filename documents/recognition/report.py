"""What an import tells: every guess with its reason, what found no place, and the sum of words."""

from __future__ import annotations

from dataclasses import dataclass, field

from documents.reading.blocks import LeftOut, Source
from plans.plan import Plan


@dataclass(frozen=True, kw_only=True)
class Guess:
    """Something the recogniser decided without being sure. node: the node's id, "plan" for the plan's own fields;
    text: the words it is about; reason: a sentence; confidence: 0 to 1."""

    node: str
    text: str
    reason: str
    confidence: float


@dataclass(kw_only=True)
class ImportReport:
    """The account of one import. format: the suffix without dot; characters: of the source's text; unplaced: text
    that found no place in the model; layout: marks that are no text; rewritten: lines that the plan holds in the
    decree's form, with what the source has; text_kept: placed / (source - layout) in words."""

    format: str
    characters: int
    guesses: list[Guess] = field(default_factory=list[Guess])
    unplaced: list[str] = field(default_factory=list[str])
    layout: list[str] = field(default_factory=list[str])
    left_out: list[LeftOut] = field(default_factory=list[LeftOut])
    rewritten: dict[str, str] = field(default_factory=dict[str, str])
    notes: list[str] = field(default_factory=list[str])
    text_kept: float = 1.0


@dataclass(kw_only=True)
class Recognition:
    """A recognised plan and the account of how it was found. source: what it was recognised from; None where the file
    carried the plan and it was taken whole."""

    plan: Plan
    report: ImportReport
    source: Source | None = None
