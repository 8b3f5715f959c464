"""What came back from Word: each change with its node, what could not be mapped, comments and conflicts."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

EditKind = Literal["changed", "added", "removed", "moved"]


@dataclass(frozen=True, kw_only=True)
class ReturnedChange:
    """One change found in Word.

    node: id in the plan ("plan" for head and end); field: what of it, "" for the whole node; old, new: the words that
    differ; before, after: the whole text; accepted: it was put into the plan.
    """

    node: str
    kind: EditKind
    field: str
    old: str
    new: str
    before: str
    after: str
    accepted: bool = True


@dataclass(frozen=True, kw_only=True)
class Unmapped:
    """Something that was changed in Word and has no place in the plan. before / after: "" for nothing."""

    before: str
    after: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class NodeComment:
    """A comment at the node it was written beside, "" where it stands at no node."""

    node: str
    author: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Conflict:
    """A change from Word that the plan could not take, since the plan itself was changed there meanwhile.

    base: as exported; word: as in Word; plan: as the plan has it now ("" gone).
    """

    node: str
    field: str
    base: str
    word: str
    plan: str
    reason: str


@dataclass(kw_only=True)
class ReturnReport:
    """Everything that ``kehoach return`` has to tell."""

    changes: list[ReturnedChange] = field(default_factory=list[ReturnedChange])
    unmapped: list[Unmapped] = field(default_factory=list[Unmapped])
    comments: list[NodeComment] = field(default_factory=list[NodeComment])
    conflicts: list[Conflict] = field(default_factory=list[Conflict])
    notes: list[str] = field(default_factory=list[str])

    def as_json(self) -> dict[str, Any]:
        """Return the report as JSON values."""
        return asdict(self)
