"""Which tasks serve which targets, which units have which duties, and what stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plans.nodes import Assignment, Target
from plans.plan import Plan
from plans.views.tasks import TaskRow, UnitDuties, duties_by_unit, task_rows


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


@dataclass(frozen=True, kw_only=True)
class UnitCoverage:
    """Units and duties against each other: units as in ``duties_by_unit``, tasks in the plan's order; ``unnamed``:
    assignments in the body that say what is to be done and not by whom."""

    units: list[UnitDuties]
    tasks: list[TaskRow]
    unnamed: list[Assignment]

    @property
    def idle_units(self) -> list[UnitDuties]:
        """The units with no duty."""
        return [unit for unit in self.units if unit.idle]

    @property
    def unled_tasks(self) -> list[TaskRow]:
        """The tasks no unit leads."""
        return [row for row in self.tasks if not row.task.lead]


def unit_coverage(plan: Plan, office: Sequence[str] = ()) -> UnitCoverage:
    """Return the units of the plan, then those of ``office`` it does not name, with their duties."""
    rows = task_rows(plan)
    named = duties_by_unit(plan, rows)
    known = {duties.unit for duties in named}
    return UnitCoverage(
        units=[*named, *(UnitDuties(unit=unit) for unit in office if unit not in known)],
        tasks=rows,
        unnamed=[node for node in plan.walk() if isinstance(node, Assignment) and not node.unit.strip()],
    )
