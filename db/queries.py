"""Questions to all plans at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Label, Select, and_, func, select

from db.records import Duty, PlanSummary
from db.tables import NodeRow, NodeUnitRow, PlanRow, TargetRow, TaskRow, UnitRow
from db.units import unit_key
from plans.citations import find_citations, missing_parts
from plans.nodes import TaskStatus
from plans.plan import PlanStatus

_TEXTS_READ = 500
"""Texts other than legal bases that are read for the documents they cite, so that the answer comes at once."""


def summaries(connection: Connection, *, trashed: bool) -> list[PlanSummary]:
    """Return the plans in (or out of) the trash, newest change first."""
    moment = PlanRow.trashed_at if trashed else PlanRow.changed_at
    query = (
        select(*_SUMMARY, _count(TaskRow), _count(TargetRow))
        .where(PlanRow.trashed_at.is_not(None) if trashed else PlanRow.trashed_at.is_(None))
        .order_by(moment.desc(), PlanRow.key.desc())
    )
    return [_summary(dict(row)) for row in connection.execute(query).mappings()]


def _summary(row: dict[str, Any]) -> PlanSummary:
    row["agency"] = " ".join(row["agency"])
    row["status"] = PlanStatus(row["status"])
    return PlanSummary(**row)


_SUMMARY = (
    PlanRow.id, PlanRow.title, PlanRow.subject, PlanRow.agency, PlanRow.year, PlanRow.topic, PlanRow.status,
    PlanRow.changed_at, PlanRow.revision, PlanRow.origin, PlanRow.trashed_at,
)  # fmt: skip


def _count(table: type[TaskRow | TargetRow]) -> Label[int]:
    counted = select(func.count()).where(table.plan_key == PlanRow.key).correlate(PlanRow)
    return counted.scalar_subquery().label(table.__tablename__)


def unit_names(connection: Connection) -> list[str]:
    """Return the units named in plans that are not in the trash, the most named first, each as first written."""
    named = func.count()
    query = (
        select(UnitRow.name)
        .join(NodeUnitRow, NodeUnitRow.unit_key == UnitRow.key)
        .join(PlanRow, PlanRow.key == NodeUnitRow.plan_key)
        .where(PlanRow.trashed_at.is_(None))
        .group_by(UnitRow.key, UnitRow.name)
        .order_by(named.desc(), UnitRow.key)
    )
    return list(connection.scalars(query))


def basis_wordings(connection: Connection) -> list[str]:
    """Return the words of the legal bases of plans that are not in the trash, each once, those of the plan changed
    last first; where no basis says it, documents cited in other texts follow as "Căn cứ …"."""
    last = func.max(PlanRow.changed_at)
    query = (
        select(NodeRow.text)
        .join(PlanRow, PlanRow.key == NodeRow.plan_key)
        .where(NodeRow.kind == "legal_basis", NodeRow.text != "", PlanRow.trashed_at.is_(None))
        .group_by(NodeRow.text)
        .order_by(last.desc(), func.min(NodeRow.serial))
    )
    return [*connection.scalars(query), *_cited_elsewhere(connection)]


def _cited_elsewhere(connection: Connection) -> Iterator[str]:
    """Documents cited in full in the newest texts that are no legal basis."""
    query = (
        select(NodeRow.text)
        .join(PlanRow, PlanRow.key == NodeRow.plan_key)
        .where(NodeRow.kind != "legal_basis", NodeRow.text.like("% số %/%ngày %"), PlanRow.trashed_at.is_(None))
        .order_by(PlanRow.changed_at.desc(), NodeRow.serial)
        .limit(_TEXTS_READ)
    )
    for text in connection.scalars(query):
        yield from (f"Căn cứ {cited.full()}" for cited in find_citations(text) if not missing_parts(cited))


def duties(connection: Connection, unit: str, start: date, end: date) -> list[Duty]:
    """Return what ``unit`` owes between two days (both included), over all plans not in the trash, soonest first."""
    found = connection.execute(duties_query(unit_key(unit), start, end)).mappings()
    return [_duty(dict(row)) for row in found]


def _duty(row: dict[str, Any]) -> Duty:
    row["deadline"] = row["deadline"] or ""
    row["status"] = TaskStatus(row["status"]) if row["status"] else None
    return Duty(**row)


def duties_query(norm: str, start: date, end: date) -> Select[*tuple[Any, ...]]:
    """Return the one query behind ``duties``: tasks and targets that name the unit, and what stands below its
    assignments, where their days meet the days asked for; what has no days stands for the whole plan's."""
    first = func.coalesce(NodeRow.first_day, PlanRow.first_day)
    last = func.coalesce(NodeRow.last_day, PlanRow.last_day)
    return (
        select(
            PlanRow.id.label("plan_id"), PlanRow.subject, PlanRow.year, NodeRow.id.label("node_id"), NodeRow.kind,
            NodeRow.text, NodeUnitRow.printed.label("unit"), NodeUnitRow.part, TaskRow.deadline, TaskRow.status,
            NodeRow.first_day, NodeRow.last_day,
        )
        .select_from(UnitRow)
        .join(NodeUnitRow, NodeUnitRow.unit_key == UnitRow.key)
        .join(PlanRow, PlanRow.key == NodeUnitRow.plan_key)
        .join(NodeRow, _same_node(NodeUnitRow))
        .outerjoin(TaskRow, _same_node(TaskRow))
        .where(UnitRow.norm == norm, PlanRow.trashed_at.is_(None), first <= end, last >= start)
        .order_by(NodeRow.last_day.is_(None), NodeRow.last_day, PlanRow.key, NodeRow.serial)
    )  # fmt: skip


def _same_node(table: type[TaskRow | NodeUnitRow]) -> ColumnElement[bool]:
    return and_(table.plan_key == NodeRow.plan_key, table.serial == NodeRow.serial)
