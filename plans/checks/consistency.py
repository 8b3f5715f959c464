"""Where a plan contradicts itself: deadlines outside its years, links into nothing, totals that do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from plans.checks.finding import Found, Look, Rule, Severity
from plans.nodes import Assignment, Cell, Node, RoadmapYear, Section, Table, Target, Task
from plans.periods import Period
from plans.tables import figure, is_total, printed


def _unclear_deadlines(look: Look) -> Iterator[Found]:
    for row in look.rows:
        if row.task.deadline.strip() and row.period is None:
            yield Found(node=row.task.id, field="deadline", data={"deadline": row.task.deadline})


def _deadlines_outside(look: Look) -> Iterator[Found]:
    """A deadline before the first or after the last day of the plan's years."""
    period = look.plan.period
    if period is None:
        return
    last = date(period.end + 1, 5, 31) if period.school_year else date(period.end, 12, 31)
    for row in look.rows:
        if row.period is not None and _outside(row.period, date(period.start, 1, 1), last):
            years = str(period.start) if period.start == period.end else f"{period.start} - {period.end}"
            yield Found(node=row.task.id, field="deadline", data={"deadline": row.task.deadline, "years": years})


def _outside(period: Period, first: date, last: date) -> bool:
    return bool((period.end and period.end < first) or (period.start and period.start > last))


def _lost_targets(look: Look) -> Iterator[Found]:
    known = {node.id for node in look.nodes if isinstance(node, Target)}
    for row in look.rows:
        if row.task.target and row.task.target not in known:
            yield Found(node=row.task.id, field="target")


def _unserved_targets(look: Look) -> Iterator[Found]:
    """Asked only where the plan links tasks to targets at all."""
    served = {row.task.target for row in look.rows if row.task.target}
    if not served:
        return
    for node in look.nodes:
        if isinstance(node, Target) and node.id not in served:
            yield Found(node=node.id, data={"target": node.text.plain})


def _lead_twice(look: Look) -> Iterator[Found]:
    for row in look.rows:
        both = [unit for unit in row.task.lead if unit in row.task.coordinating]
        if both:
            yield Found(node=row.task.id, field="coordinating", data={"unit": both[0]})


def _same_unit_twice(look: Look) -> Iterator[Found]:
    seen: set[str] = set()
    for node in look.nodes:
        if isinstance(node, Assignment) and (unit := node.unit.strip().lower()):
            if unit in seen:
                yield Found(node=node.id, field="unit", data={"unit": node.unit})
            seen.add(unit)


def _same_title_twice(look: Look) -> Iterator[Found]:
    for part in look.plan.parts:
        for holder in part.walk():
            seen: set[str] = set()
            for child in holder.children:
                title = _title(child)
                if title and title in seen:
                    yield Found(node=child.id, field="title", data={"title": title})
                seen.add(title)


def _title(node: Node) -> str:
    match node:
        case Section() | Task():
            return node.title.plain.strip()
        case RoadmapYear():
            return node.label.plain.strip()
        case _:
            return ""


def _wrong_totals(look: Look) -> Iterator[Found]:
    """The last row of a table without merged cells, where it calls itself a total, against the rows above it."""
    for node in look.nodes:
        if isinstance(node, Table) and len(node.rows) > node.header_rows + 2 and is_total(node.rows[-1]):
            yield from _wrong_columns(node)


def _wrong_columns(table: Table) -> Iterator[Found]:
    rows = [_spread(row) for row in table.rows[table.header_rows :]]
    for column, said in enumerate(rows[-1]):
        figures = [figure(row[column]) for row in rows[:-1] if column < len(row)]
        total = figure(said)
        known = [figure for figure in figures if figure is not None]
        plain = len(known) >= 2 and len(known) == len(figures) == len(rows) - 1
        counted = sum(known, Decimal(0))
        if column and plain and total is not None and counted != total and not _is_share(total, known):
            data = {"said": said.strip(), "counted": printed(counted), "column": str(column + 1)}
            yield Found(node=table.id, field="rows", data=data)


def _is_share(total: Decimal, figures: list[Decimal]) -> bool:
    """A total between the figures is a share or a mean of theirs, no sum; running numbers have none."""
    return min(figures) <= total <= max(figures)


def _spread(row: list[Cell]) -> list[str]:
    """Return the texts of a row by column; a merged cell counts in its first column."""
    return [text for cell in row for text in (cell.text.plain, *[""] * (cell.colspan - 1))]


def _lost_appendices(look: Look) -> Iterator[Found]:
    """ "Phụ lục III" named where there are two, the appendices of other documents left alone."""
    known = {label.removeprefix("Phụ lục").strip() for label in look.labels.values() if label.startswith("Phụ lục")}
    for node_id, name, text in look.texts:
        for match in re.finditer(r"Phụ lục (?:số )?([IVX]+|\d{1,2})(?!\w)(?P<after>.{0,30})", text.plain):
            foreign = re.match(r"\s*(?:của|ban hành|kèm theo (?!Kế hoạch này))", match["after"])
            if match[1] not in known and not foreign:
                yield Found(node=node_id, field=name, data={"appendix": match[0][: match.end(1) - match.start()]})


RULES = (
    Rule(code="deadline-unclear", severity=Severity.HINT, look=_unclear_deadlines),
    Rule(code="deadline-outside", severity=Severity.WARNING, look=_deadlines_outside),
    Rule(code="target-lost", severity=Severity.WARNING, look=_lost_targets),
    Rule(code="target-unserved", severity=Severity.HINT, look=_unserved_targets),
    Rule(code="lead-coordinates", severity=Severity.WARNING, look=_lead_twice),
    Rule(code="unit-twice", severity=Severity.WARNING, look=_same_unit_twice),
    Rule(code="title-twice", severity=Severity.HINT, look=_same_title_twice),
    Rule(code="total-differs", severity=Severity.WARNING, look=_wrong_totals),
    Rule(code="appendix-lost", severity=Severity.WARNING, look=_lost_appendices, article="PL1-III.1.a"),
)
