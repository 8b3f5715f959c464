"""The tasks of a plan as rows, and the duties of each unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from plans.leaders import names_leader
from plans.nodes import Assignment, Node, RoadmapYear, Section, Target, Task
from plans.numbering import labels
from plans.periods import Period, parse_period
from plans.plan import Plan
from plans.text import RichText, Span


@dataclass(frozen=True, kw_only=True)
class TaskRow:
    """One task where it stands: its printed ``label`` ("2.", "" for none), the nearest titled ``section`` it is in
    (a Section or RoadmapYear, None at the top), and its deadline as understood (None: none written, or no time)."""

    task: Task
    label: str = ""
    section: Node | None = None
    period: Period | None = None

    @property
    def node(self) -> Task:
        """The node the row is about."""
        return self.task

    @property
    def title(self) -> RichText:
        """The task's title, its first words where it has no title; without footnote marks and final stop."""
        text = self.task.title if self.task.title.plain.strip() else first_words(self.task)
        return unmarked(text)

    @property
    def group(self) -> str:
        """The title of its section, "" for none."""
        match self.section:
            case Section():
                return unmarked(self.section.title).plain
            case RoadmapYear():
                return unmarked(self.section.label).plain or f"Năm {self.section.year}"
            case _:
                return ""


@dataclass(kw_only=True)
class UnitDuties:
    """What one unit has to do: tasks it leads, advises on and helps with, the targets it answers for or helps to reach
    (those that say anything), and its assignments in the body."""

    unit: str
    lead: list[TaskRow] = field(default_factory=list[TaskRow])
    advising: list[TaskRow] = field(default_factory=list[TaskRow])
    coordinating: list[TaskRow] = field(default_factory=list[TaskRow])
    targets: list[Target] = field(default_factory=list[Target])
    assignments: list[Assignment] = field(default_factory=list[Assignment])

    @property
    def load(self) -> int:
        """How many tasks the unit has part in."""
        return len({row.task.id for row in (*self.lead, *self.advising, *self.coordinating)})

    @property
    def idle(self) -> bool:
        """Whether the unit is named but has neither a task nor a target nor an assignment with anything in it."""
        return not self.load and not self.targets and not any(each.children for each in self.assignments)


def task_rows(plan: Plan) -> list[TaskRow]:
    """Return every task of the plan, section by section, sections in the order their first task stands in."""
    printed = labels(plan)
    groups: dict[str, list[TaskRow]] = {}
    for part in plan.parts:
        for task, section in _tasks_below(part, None):
            row = TaskRow(
                task=task,
                label=printed.get(task.id, ""),
                section=section,
                period=parse_period(task.deadline, plan.year) if task.deadline.strip() else None,
            )
            groups.setdefault(section.id if section else "", []).append(row)
    return [row for group in groups.values() for row in group]


def units_of(plan: Plan, rows: list[TaskRow] | None = None) -> list[str]:
    """Return every unit named in tasks, assignments and targets: leading ones first, in the order they are named.
    Leaders whom an assignment names are no units (see ``plans.views.leaders``)."""
    tasks = [row.task for row in (task_rows(plan) if rows is None else rows)]
    found: dict[str, None] = {}
    for task in tasks:
        found.update(dict.fromkeys(task.lead))
    for task in tasks:
        found.update(dict.fromkeys((*task.advisers, *task.coordinating)))
    for node in plan.walk():
        if isinstance(node, Assignment) and not names_leader(node.unit):
            found[node.unit] = None
        elif isinstance(node, Target):
            found.update(dict.fromkeys((*node.lead, *node.coordinating)))
    return [unit for unit in found if unit.strip()]


def duties_by_unit(plan: Plan, rows: list[TaskRow] | None = None) -> list[UnitDuties]:
    """Return the duties of every unit the plan names, also of those with none, in the order of ``units_of``; then those
    of the leaders whom assignments name."""
    rows = task_rows(plan) if rows is None else rows
    assignments = [node for node in plan.walk() if isinstance(node, Assignment) and node.unit.strip()]
    named = dict.fromkeys((*units_of(plan, rows), *(node.unit for node in assignments)))
    found = {unit: UnitDuties(unit=unit) for unit in named}
    for unit, duties in found.items():
        duties.lead = [row for row in rows if unit in row.task.lead]
        duties.advising = [row for row in rows if unit in row.task.advisers]
        duties.coordinating = [row for row in rows if unit in row.task.coordinating]
    for node in assignments:
        found[node.unit].assignments.append(node)
    for node in plan.walk():
        if isinstance(node, Target) and node.text.plain.strip():
            for unit in found.keys() & {*node.lead, *node.coordinating}:
                found[unit].targets.append(node)
    return list(found.values())


def units_with_duties(plan: Plan) -> list[str]:
    """Return the units and leaders that have a task, target or assignment, in the order of ``duties_by_unit``."""
    return [duties.unit for duties in duties_by_unit(plan) if not duties.idle]


def unmarked(text: RichText) -> RichText:
    """Return ``text`` without footnote marks and without the stop or colon at its end, for use in another place."""
    spans = [Span(span.text, span.bold, span.italic, span.vertical) for span in text.spans if not span.footnote]
    bare = RichText.join(spans).stripped()
    return bare.slice(0, len(bare.plain.rstrip(" .;:,")))


def first_words(node: Task | Assignment) -> RichText:
    """Return the first text below a node, an empty one where there is none."""
    texts = (getattr(each, "text", None) for each in node.walk() if each is not node)
    return next((text for text in texts if isinstance(text, RichText) and text.plain.strip()), RichText())


def _tasks_below(holder: Node, section: Node | None) -> Iterator[tuple[Task, Node | None]]:
    for child in holder.children:
        if isinstance(child, Task):
            yield child, section
        yield from _tasks_below(child, child if isinstance(child, (Section, RoadmapYear)) else section)
