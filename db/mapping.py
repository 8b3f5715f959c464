"""Domain ↔ rows, field by field. ``PlanRows`` is a plan as values for the tables, without the plan's key.

A field added to the domain and forgotten here fails the round-trip test in tests/db.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from db.due import NEVER_SAID, Days, due, only_year, period_days
from db.records import UnitPart
from db.texts import cells_of, cells_to, rich_of, rich_to
from plans.errors import Rejection
from plans.nodes import (
    NODE_KINDS,
    Appendix,
    Assignment,
    LabelStyle,
    Node,
    Paragraph,
    Recipient,
    RoadmapYear,
    Section,
    SectionRole,
    Table,
    Target,
    Task,
    TaskStatus,
)
from plans.plan import PART_NAMES, Letterhead, Plan, PlanDate, PlanPeriod, PlanStatus, Signature
from plans.profile import LayoutProfile
from plans.text import EMPTY

Values = dict[str, Any]
"""One row as column → value."""

TEXT_FIELDS = {
    **dict.fromkeys(("paragraph", "bullet", "label_line", "target", "legal_basis", "recipient", "footnote"), "text"),
    **dict.fromkeys(("section", "task", "table", "appendix"), "title"),
    "roadmap_year": "label",
}
"""The field of each kind that is kept as the node's text; kinds not listed have none."""


@dataclass(frozen=True)
class PlanRows:
    """One plan as rows; each list has the columns of its table but ``plan_key``. ``units`` has ``printed`` and no
    ``unit_key`` yet."""

    plan: Values
    nodes: list[Values] = field(default_factory=list[Values])
    targets: list[Values] = field(default_factory=list[Values])
    tasks: list[Values] = field(default_factory=list[Values])
    roadmap_years: list[Values] = field(default_factory=list[Values])
    assignments: list[Values] = field(default_factory=list[Values])
    data_tables: list[Values] = field(default_factory=list[Values])
    appendices: list[Values] = field(default_factory=list[Values])
    units: list[Values] = field(default_factory=list[Values])


def rows_of(plan: Plan) -> PlanRows:
    """Return the plan as rows. Raises Rejection "id-taken" when two nodes share an id."""
    rows = PlanRows(plan_values(plan))
    known: set[str] = set()
    year = only_year(plan)
    for part in plan.parts:
        _add(rows, part, _Above(year=year))
    for row in rows.nodes:
        if row["id"] in known:
            raise Rejection("id-taken", node=row["id"])
        known.add(row["id"])
    return rows


def plan_values(plan: Plan) -> Values:
    """Return the row of the plan itself, without key, revision and moments."""
    period, days = plan.period, period_days(plan)
    return {
        "id": plan.id,
        "title": plan.title,
        "subject": plan.subject,
        "topic": plan.topic,
        "status": plan.status.value,
        "year": plan.year,
        "first_day": days.first,
        "last_day": days.last,
        "parent_body": plan.letterhead.parent,
        "agency": list(plan.letterhead.agency),
        "number": plan.number,
        "symbol": plan.symbol,
        "place": plan.place,
        "issued_day": plan.date.day,
        "issued_month": plan.date.month,
        "issued_year": plan.date.year,
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
        "school_year": period.school_year if period else None,
        "scheme": plan.scheme,
        "signature_lines": list(plan.signature.lines),
        "signer": plan.signature.name,
        "archive": plan.archive,
        "draft_mark": plan.draft_mark,
        "drafter_mark": plan.drafter_mark,
        "copies": plan.copies,
        "profile": asdict(plan.profile),
        "origin": plan.origin,
        "note": plan.note,
    }


@dataclass(frozen=True)
class _Above:
    """What a node takes from the one that holds it: serial None above the parts; days: those of the roadmap year it
    stands in; unit: that of the assignment it is a duty of, "" for none; year: the plan's, None for several."""

    serial: int | None = None
    days: Days = NEVER_SAID
    unit: str = ""
    year: int | None = None


def _add(rows: PlanRows, node: Node, above: _Above) -> None:
    serial = len(rows.nodes) + 1
    days = due(node, above.days, above.year)
    rows.nodes.append(_node_values(node, serial, above.serial, days))
    _add_facts(rows, node, serial)
    if above.unit:
        rows.units.append({"serial": serial, "part": "assigned", "place": 0, "printed": above.unit})
    below = _Above(
        serial,
        days if isinstance(node, RoadmapYear) else above.days,
        node.unit if isinstance(node, Assignment) else "",
        above.year,
    )
    for child in node.children:
        _add(rows, child, below)


def _node_values(node: Node, serial: int, parent: int | None, days: Days) -> Values:
    text = getattr(node, TEXT_FIELDS[node.kind]) if node.kind in TEXT_FIELDS else EMPTY
    plain, spans = (text, None) if isinstance(text, str) else rich_to(text)
    return {
        "serial": serial,
        "parent": parent,
        "id": node.id,
        "kind": node.kind,
        "text": plain,
        "spans": spans,
        "child_labels": node.child_labels.value if node.child_labels else None,
        "source_label": node.source_label,
        "origin": node.origin,
        "note": node.note,
        "role": node.role.value if isinstance(node, Section) and node.role else None,
        "numbered": node.numbered if isinstance(node, Section | Paragraph | Assignment) else None,
        "run_in": node.run_in if isinstance(node, Section | Assignment) else None,
        "first_day": days.first,
        "last_day": days.last,
    }


def _add_facts(rows: PlanRows, node: Node, serial: int) -> None:
    match node:
        case Target():
            rows.targets.append({"serial": serial} | _facts(node, _TARGET_FIELDS))
        case Task():
            rows.tasks.append({"serial": serial, "status": node.status.value} | _facts(node, _TASK_FIELDS))
        case RoadmapYear():
            rows.roadmap_years.append({"serial": serial, "year": node.year})
        case Assignment():
            rows.assignments.append({"serial": serial} | _facts(node, _ASSIGNMENT_FIELDS))
        case Table():
            rows.data_tables.append({"serial": serial, "cells": cells_to(node.rows)} | _facts(node, _TABLE_FIELDS))
        case Appendix():
            rows.appendices.append({"serial": serial} | _facts(node, _APPENDIX_FIELDS))
        case _:
            return
    for part, names in _units(node):
        rows.units.extend(
            {"serial": serial, "part": part, "place": place, "printed": name} for place, name in enumerate(names)
        )


_TARGET_FIELDS = ("comparator", "value", "unit", "year", "baseline", "actual", "source")
_TASK_FIELDS = ("leaders", "products", "deadline", "budget_source", "target", "part_titles")
_ASSIGNMENT_FIELDS = ("prefix", "unit")
_TABLE_FIELDS = ("header_rows", "widths", "orientation")
_APPENDIX_FIELDS = ("reference", "orientation")


def _facts(node: Node, names: tuple[str, ...]) -> Values:
    return {name: getattr(node, name) for name in names}


def _units(node: Node) -> Iterator[tuple[UnitPart, list[str]]]:
    match node:
        case Target():
            yield "lead", node.lead
            yield "coordinating", node.coordinating
        case Task():
            yield "lead", node.lead
            yield "adviser", node.advisers
            yield "coordinating", node.coordinating
        case _:
            return


_UNIT_FIELDS = {"lead": "lead", "adviser": "advisers", "coordinating": "coordinating"}


def plan_of(rows: PlanRows) -> Plan:
    """Return the plan of its rows, nodes in order of serial. KeyError or ValueError where they make no plan."""
    facts = _facts_by_serial(rows)
    nodes: dict[int, Node] = {}
    for row in rows.nodes:
        node = _node_of(row, facts.get(row["serial"], {}))
        nodes[row["serial"]] = node
        if row["parent"] is not None:
            nodes[row["parent"]].children.append(node)
    plan = _head_of(rows.plan)
    roots = [nodes[row["serial"]] for row in rows.nodes if row["parent"] is None]
    for name, part in zip(PART_NAMES, roots, strict=True):
        setattr(plan, name, part)
    return plan


def _facts_by_serial(rows: PlanRows) -> dict[int, Values]:
    facts: dict[int, Values] = {}
    for name in ("targets", "tasks", "roadmap_years", "assignments", "data_tables", "appendices"):
        for row in getattr(rows, name):
            facts[row["serial"]] = {key: value for key, value in row.items() if key not in ("plan_key", "serial")}
    for row in rows.units:
        if row["part"] in _UNIT_FIELDS:
            facts[row["serial"]].setdefault(_UNIT_FIELDS[row["part"]], []).append(row["printed"])
    return facts


def _node_of(row: Values, facts: Values) -> Node:
    kind = row["kind"]
    values: Values = {name: row[name] for name in ("id", "source_label", "origin", "note")} | facts
    values["child_labels"] = LabelStyle(row["child_labels"]) if row["child_labels"] else None
    if kind in TEXT_FIELDS:
        values[TEXT_FIELDS[kind]] = row["text"] if kind == Recipient.kind else rich_of(row["text"], row["spans"])
    if kind == Section.kind:
        values["role"] = SectionRole(row["role"]) if row["role"] else None
    if kind == Task.kind:
        values["status"] = TaskStatus(values["status"])
    if kind == Table.kind:
        values["rows"] = cells_of(values.pop("cells"))
    for flag in ("numbered", "run_in"):
        if row[flag] is not None:
            values[flag] = row[flag]
    return NODE_KINDS[kind](**values)


def _head_of(row: Values) -> Plan:
    start, end = row["period_start"], row["period_end"]
    return Plan(
        id=row["id"],
        letterhead=Letterhead(parent=row["parent_body"], agency=tuple(row["agency"])),
        number=row["number"],
        symbol=row["symbol"],
        place=row["place"],
        date=PlanDate(day=row["issued_day"], month=row["issued_month"], year=row["issued_year"]),
        title=row["title"],
        subject=row["subject"],
        topic=row["topic"],
        status=PlanStatus(row["status"]),
        period=None if start is None else PlanPeriod(start=start, end=end, school_year=row["school_year"]),
        scheme=row["scheme"],
        signature=Signature(lines=tuple(row["signature_lines"]), name=row["signer"]),
        archive=row["archive"],
        draft_mark=row["draft_mark"],
        drafter_mark=row["drafter_mark"],
        copies=row["copies"],
        profile=LayoutProfile(**row["profile"]),
        origin=row["origin"],
        note=row["note"],
    )
