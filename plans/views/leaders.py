"""The tasks and assignments of each leader in charge, by name."""

from __future__ import annotations

from dataclasses import dataclass, field

from plans.leaders import leader_key, names_leader
from plans.nodes import Assignment
from plans.numbering import labels
from plans.plan import Plan
from plans.text import RichText
from plans.views.tasks import TaskRow, first_words, task_rows, unmarked


@dataclass(frozen=True, kw_only=True)
class AssignmentRow:
    """What the body assigns to one leader; ``label`` as printed, "" for none."""

    assignment: Assignment
    label: str = ""

    @property
    def node(self) -> Assignment:
        """The node the row is about."""
        return self.assignment

    @property
    def title(self) -> RichText:
        """The first words of the duties, the heading where there are none."""
        return unmarked(first_words(self.assignment) or RichText.of(self.assignment.title))


@dataclass(kw_only=True)
class LeaderDuties:
    """What one leader is in charge of. leader: as first written, "" for the tasks that nobody is in charge of."""

    leader: str
    tasks: list[TaskRow] = field(default_factory=list[TaskRow])
    assignments: list[AssignmentRow] = field(default_factory=list[AssignmentRow])


def duties_by_leader(plan: Plan) -> list[LeaderDuties]:
    """Return the tasks without a leader, where there are any, then what each leader the plan names is in charge of, in
    the order they are named. A task with several leaders stands with each of them."""
    bare, found = LeaderDuties(leader=""), dict[str, LeaderDuties]()
    for row in task_rows(plan):
        leaders = {leader_key(name): name for name in row.task.leaders if name.strip()}
        for duties in (_of(found, name) for name in leaders.values()):
            duties.tasks.append(row)
        if not leaders:
            bare.tasks.append(row)
    printed = labels(plan)
    for node in plan.walk():
        if isinstance(node, Assignment) and names_leader(node.unit):
            row = AssignmentRow(assignment=node, label=printed.get(node.id, ""))
            _of(found, node.unit).assignments.append(row)
    return [*([bare] if bare.tasks else []), *found.values()]


def _of(found: dict[str, LeaderDuties], name: str) -> LeaderDuties:
    return found.setdefault(leader_key(name), LeaderDuties(leader=name))
