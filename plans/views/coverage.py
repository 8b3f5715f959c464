"""Which tasks serve which targets, and what stands alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from plans.nodes import Target
from plans.plan import Plan
from plans.views.tasks import TaskRow, task_rows


@dataclass(frozen=True, kw_only=True)
class TargetCover:
    """One target and the tasks that serve it."""

    target: Target
    tasks: list[TaskRow] = field(default_factory=list[TaskRow])


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Targets and tasks against each other, each in the plan's order."""

    targets: list[TargetCover]
    tasks: list[TaskRow]

    @property
    def bare_targets(self) -> list[TargetCover]:
        """The targets no task serves."""
        return [cover for cover in self.targets if not cover.tasks]

    @property
    def bare_tasks(self) -> list[TaskRow]:
        """The tasks that serve no target of this plan."""
        known = {cover.target.id for cover in self.targets}
        return [row for row in self.tasks if row.task.target not in known]


def coverage(plan: Plan) -> Coverage:
    """Return the targets of the plan with the tasks that serve them."""
    rows = task_rows(plan)
    targets = [node for node in plan.walk() if isinstance(node, Target)]
    covers = [TargetCover(target=each, tasks=[row for row in rows if row.task.target == each.id]) for each in targets]
    return Coverage(targets=covers, tasks=rows)
