"""Tables made from the tasks follow them: an edit of a task changes them too, in the same step. No Qt.

A table follows as long as it says what would be made of the plan; one that a clerk has changed by hand is the clerk's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.change_effects import is_structural, rehearsed
from plans.changes import Batch, Change, SetField
from plans.nodes import Section, Table, Task
from plans.plan import PLAN_ID, Plan
from plans.views import may_be_made, roadmap_table, task_table

_Make = Callable[[Plan], Table]
_MAKERS: tuple[_Make, ...] = (task_table, roadmap_table)


class FollowingTables:
    """The tables of one plan that are as made, and as what they were made last: making one of 300 tasks takes 20 ms,
    so each edit makes it once, and none before it is likely."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[_Make, Table]] = {}

    def step(self, plan: Plan, change: Change) -> tuple[Change, Change]:
        """Return the change together with what it means for the tables in the appendices that are made from the tasks,
        and the inverse of both. The plan is as it was. Raises Rejection as the change does."""
        inverse = rehearsed(plan, change)
        followed = list(self._followed(plan, change))
        if not followed:
            return change, inverse
        change.apply(plan)
        try:
            extra = [each for table in followed for each in self._differences(plan, table)]
        finally:
            inverse.apply(plan)
        if not extra:
            return change, inverse
        back = [SetField(each.node, each.field, _held(plan, each)) for each in extra]
        return Batch((change, *extra), "task-table"), Batch((*back, inverse), "task-table")

    def _followed(self, plan: Plan, change: Change) -> Iterator[Table]:
        """Yield the tables that are as made."""
        tables = [node for appendix in plan.appendices.children for node in appendix.walk() if isinstance(node, Table)]
        if not tables or not _concerns_tasks(plan, change):
            return
        tasks = sum(isinstance(node, Task) for node in plan.walk())
        for table in [table for table in tables if may_be_made(table, tasks)]:
            known = self._made.get(table.id)
            if known is None or known[1].rows != table.rows:
                known = next(((make, now) for make in _MAKERS if (now := make(plan)).rows == table.rows), None)
            if known is not None:
                self._made[table.id] = known
                yield table

    def _differences(self, plan: Plan, table: Table) -> Iterator[SetField]:
        """Yield what makes ``table`` the one made of the plan as it is now. Widths set by hand stay as long as there
        are as many columns."""
        if plan.find(table.id) is None:
            return
        make, before = self._made[table.id]
        now = make(plan)
        self._made[table.id] = make, now
        if now.rows != table.rows:
            yield SetField(table.id, "rows", now.rows)
        if now.header_rows != table.header_rows:
            yield SetField(table.id, "header_rows", now.header_rows)
        if now.widths != table.widths and (table.widths == before.widths or len(now.widths) != len(before.widths)):
            yield SetField(table.id, "widths", now.widths)


def _held(plan: Plan, change: SetField) -> object:
    """Return what the field holds now: nothing changes it in place, so it is kept as it is."""
    return getattr(plan.find(change.node), change.field)


def _concerns_tasks(plan: Plan, change: Change) -> bool:
    """Say whether a table of tasks may be another after the change."""
    match change:
        case SetField():
            return change.node == PLAN_ID or isinstance(plan.find(change.node), Task | Section)
        case Batch():
            return any(_concerns_tasks(plan, each) for each in change.changes)
        case _:
            return is_structural(change)
