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


def with_tables(plan: Plan, change: Change) -> Change:
    """Return the change together with what it means for the tables in the appendices that are made from the tasks; the
    change itself where it means nothing. The plan is as it was. Raises Rejection as the change does."""
    followed = _followed(plan, change)
    if not followed:
        return change
    inverse = rehearsed(plan, change)
    change.apply(plan)
    try:
        extra = [each for found in followed for each in _differences(plan, *found)]
    finally:
        inverse.apply(plan)
    return Batch((change, *extra), "task-table") if extra else change


def _followed(plan: Plan, change: Change) -> list[tuple[Table, _Make, Table]]:
    """Return the tables that are as made, how each was made and as what; making one of 300 tasks takes 20 ms, so none
    is made before it is likely."""
    tables = [node for appendix in plan.appendices.children for node in appendix.walk() if isinstance(node, Table)]
    if not tables or not _concerns_tasks(plan, change):
        return []
    tasks = sum(isinstance(node, Task) for node in plan.walk())
    found: list[tuple[Table, _Make, Table]] = []
    for table in [table for table in tables if may_be_made(table, tasks)]:
        made = next(((make, now) for make in _MAKERS if (now := make(plan)).rows == table.rows), None)
        if made is not None:
            found.append((table, *made))
    return found


def _concerns_tasks(plan: Plan, change: Change) -> bool:
    """Say whether a table of tasks may be another after the change."""
    match change:
        case SetField():
            return change.node == PLAN_ID or isinstance(plan.find(change.node), Task | Section)
        case Batch():
            return any(_concerns_tasks(plan, each) for each in change.changes)
        case _:
            return is_structural(change)


def _differences(plan: Plan, table: Table, make: _Make, before: Table) -> Iterator[SetField]:
    """Yield what makes ``table``, which was made as ``before``, the one made of the plan as it is now. Widths set by
    hand stay as long as there are as many columns."""
    if plan.find(table.id) is None:
        return
    now = make(plan)
    if now.rows != table.rows:
        yield SetField(table.id, "rows", now.rows)
    if now.header_rows != table.header_rows:
        yield SetField(table.id, "header_rows", now.header_rows)
    if now.widths != table.widths and (table.widths == before.widths or len(now.widths) != len(before.widths)):
        yield SetField(table.id, "widths", now.widths)
