"""What a check says and what it looks at."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from plans.changes import Change
from plans.nodes import Node
from plans.numbering import labels
from plans.plan import PART_NAMES, PLAN_ID, Plan
from plans.text import RichText
from plans.views.tasks import TaskRow, task_rows


class Severity(StrEnum):
    """How much a finding matters: it would be wrong on paper, should be looked at, may be looked at."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One place and what is the matter there.

    rule: the code of its rule; node: a node's id, a part's name or PLAN_ID; field: the field meant, "" the node as a
    whole; data: what the sentence names; fix: the change that cures it without asking, None where the clerk decides.
    """

    rule: str
    node: str
    severity: Severity
    article: str = ""
    field: str = ""
    data: dict[str, str] = dataclasses.field(default_factory=dict[str, str])
    fix: Change | None = None


@dataclass(frozen=True, kw_only=True)
class Found:
    """A finding as its check yields it; the rule adds the rest."""

    node: str
    field: str = ""
    data: dict[str, str] = dataclasses.field(default_factory=dict[str, str])
    fix: Change | None = None


class Look:
    """A plan under examination, with what several checks ask for worked out once."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan

    @cached_property
    def nodes(self) -> list[Node]:
        """Every node, in document order."""
        return list(self.plan.walk())

    @cached_property
    def order(self) -> list[str]:
        """The ids of all places a finding may name, in document order."""
        return [PLAN_ID, *(n.id for part in self.plan.parts for n in part.walk())]

    @cached_property
    def rows(self) -> list[TaskRow]:
        """The tasks with their periods."""
        return task_rows(self.plan)

    @cached_property
    def labels(self) -> dict[str, str]:
        """The printed labels by node id."""
        return labels(self.plan)

    @cached_property
    def texts(self) -> list[tuple[str, str, RichText]]:
        """Every rich text of the plan: node id, field, text. Cells of tables are not among them."""
        return [
            (node.id, name, value)
            for node in self.nodes
            for name in ("title", "text", "label")
            if isinstance(value := getattr(node, name, None), RichText) and value
        ]

    @cached_property
    def body_words(self) -> str:
        """All that is printed of bases, opening, body and closing, in small letters, for asking what is mentioned."""
        skipped = {"recipients", "appendices", "footnotes"}
        inside = {n.id for name in PART_NAMES if name not in skipped for n in getattr(self.plan, name).walk()}
        return "\n".join(text.plain for node, _name, text in self.texts if node in inside).lower()


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One check: code, severity, the decree's article ("" where none is concerned), and the function."""

    code: str
    severity: Severity
    look: Callable[[Look], Iterator[Found]]
    article: str = ""

    def check(self, look: Look) -> Iterator[Finding]:
        """Yield the findings of this rule in a plan."""
        for found in self.look(look):
            yield Finding(
                rule=self.code,
                severity=self.severity,
                article=self.article,
                node=found.node,
                field=found.field,
                data=found.data,
                fix=found.fix,
            )
