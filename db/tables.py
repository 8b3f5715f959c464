"""The tables of the library, as SQLAlchemy declarative rows.

A plan is one row of ``plans`` and one row of ``nodes`` for each node, its seven parts included. A node is known by
``(plan_key, serial)``: serial counts the nodes of its plan in document order from 1, so a node's children are the rows
that name it as ``parent``, in order of serial. Paragraphs, bullets, label lines, bases, recipients, footnotes and
sections are whole in ``nodes``; kinds with facts of their own have a table beside it with the same key.
Texts are kept twice only where they carry looks: ``text`` the characters, ``spans`` the looks (None: plain).
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, ForeignKeyConstraint, Index, MetaData, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Instant(TypeDecorator[datetime]):
    """A moment, kept in UTC and handed out with its zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value else None


class Row(DeclarativeBase):
    """What all tables share: names for every constraint, so that later schema steps can find them."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        list[Any]: JSON(none_as_null=True),
        dict[str, Any]: JSON(none_as_null=True),
        datetime: Instant,
    }


class SchemaRow(Row):
    """Which schema step the file stands at; the name and shape are Alembic's."""

    __tablename__ = "alembic_version"
    version_num: Mapped[str] = mapped_column(primary_key=True)


class PlanRow(Row):
    """One plan: its head and end. ``revision`` counts saves from 1; trashed_at None: not in the trash.
    ``first_day`` and ``last_day`` bound the years it is for, None unknown; ``profile``: its layout, field by field."""

    __tablename__ = "plans"
    key: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    revision: Mapped[int]
    changed_at: Mapped[datetime]
    trashed_at: Mapped[datetime | None]
    title: Mapped[str]
    subject: Mapped[str]
    topic: Mapped[str]
    status: Mapped[str]
    year: Mapped[int | None] = mapped_column(index=True)
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    parent_body: Mapped[str]
    agency: Mapped[list[Any]]
    number: Mapped[str]
    symbol: Mapped[str]
    place: Mapped[str]
    issued_day: Mapped[int | None]
    issued_month: Mapped[int | None]
    issued_year: Mapped[int | None]
    period_start: Mapped[int | None]
    period_end: Mapped[int | None]
    school_year: Mapped[bool | None]
    scheme: Mapped[str]
    signature_lines: Mapped[list[Any]]
    signer: Mapped[str]
    archive: Mapped[str]
    draft_mark: Mapped[bool]
    drafter_mark: Mapped[str]
    copies: Mapped[int | None]
    profile: Mapped[dict[str, Any]]
    origin: Mapped[str | None]
    note: Mapped[str]


class NodeRow(Row):
    """One node. role, numbered, run_in: None for kinds that have none. first_day and last_day: when what the node
    says is due (of tasks, targets and roadmap years), as ``db.due.Days``."""

    __tablename__ = "nodes"
    __table_args__ = (Index("uq_nodes_plan_key_id", "plan_key", "id", unique=True),)
    plan_key: Mapped[int] = mapped_column(ForeignKey("plans.key", ondelete="CASCADE"), primary_key=True)
    serial: Mapped[int] = mapped_column(primary_key=True)
    parent: Mapped[int | None]
    id: Mapped[str]
    kind: Mapped[str]
    text: Mapped[str]
    spans: Mapped[list[Any] | None]
    child_labels: Mapped[str | None]
    source_label: Mapped[str]
    origin: Mapped[str | None]
    note: Mapped[str]
    role: Mapped[str | None]
    numbered: Mapped[bool | None]
    run_in: Mapped[bool | None]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]


def _of_node() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["plan_key", "serial"], ["nodes.plan_key", "nodes.serial"], ondelete="CASCADE")


class NodeFacts(Row):
    """The key that tables beside ``nodes`` share with it."""

    __abstract__ = True
    plan_key: Mapped[int] = mapped_column(primary_key=True)
    serial: Mapped[int] = mapped_column(primary_key=True)


class TargetRow(NodeFacts):
    """The figures of a target, as printed."""

    __tablename__ = "targets"
    __table_args__ = (_of_node(),)
    comparator: Mapped[str]
    value: Mapped[str]
    unit: Mapped[str]
    year: Mapped[int | None] = mapped_column(index=True)
    baseline: Mapped[str]
    actual: Mapped[str]
    source: Mapped[str]


class TaskRow(NodeFacts):
    """The facts of a task; its units stand in ``node_units``, its leaders, who are no units, here. ``target``: id of a
    node of the same plan, or ""."""

    __tablename__ = "tasks"
    __table_args__ = (_of_node(),)
    leaders: Mapped[list[Any]]
    products: Mapped[list[Any]]
    deadline: Mapped[str]
    status: Mapped[str] = mapped_column(index=True)
    budget_source: Mapped[str]
    target: Mapped[str]
    part_titles: Mapped[dict[str, Any]]


class RoadmapYearRow(NodeFacts):
    """The year of a roadmap entry."""

    __tablename__ = "roadmap_years"
    __table_args__ = (_of_node(),)
    year: Mapped[int] = mapped_column(index=True)


class AssignmentRow(NodeFacts):
    """The unit an assignment names, and the wording before it; its duties stand in ``node_units`` as "assigned"."""

    __tablename__ = "assignments"
    __table_args__ = (_of_node(),)
    prefix: Mapped[str]
    unit: Mapped[str]


class DataTableRow(NodeFacts):
    """The cells of a data table: rows of cells with text (a string, or spans) and what differs from a plain cell."""

    __tablename__ = "data_tables"
    __table_args__ = (_of_node(),)
    cells: Mapped[list[Any]]
    header_rows: Mapped[int]
    widths: Mapped[list[Any]]
    orientation: Mapped[str]


class AppendixRow(NodeFacts):
    """The facts of an appendix beside its title."""

    __tablename__ = "appendices"
    __table_args__ = (_of_node(),)
    reference: Mapped[str]
    orientation: Mapped[str]


class UnitRow(Row):
    """A unit, once for all plans. norm: ``db.units.unit_key`` of its names; name: as first printed."""

    __tablename__ = "units"
    key: Mapped[int] = mapped_column(primary_key=True)
    norm: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]


class NodeUnitRow(Row):
    """A unit's part in a task or target, or in a node right below its assignment. part: a ``records.UnitPart``;
    place: its place among the units of that part; printed: the name as it stands there."""

    __tablename__ = "node_units"
    __table_args__ = (_of_node(),)
    plan_key: Mapped[int] = mapped_column(primary_key=True)
    serial: Mapped[int] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    unit_key: Mapped[int] = mapped_column(ForeignKey("units.key"), index=True)
    printed: Mapped[str]


class VersionRow(Row):
    """A plan as it was at one moment. why: a ``records.VersionReason``; content: its JSON (``plans.codec``), deflated;
    digest: SHA-256 of that JSON, so that the same content is kept once in a row."""

    __tablename__ = "versions"
    key: Mapped[int] = mapped_column(primary_key=True)
    plan_key: Mapped[int] = mapped_column(ForeignKey("plans.key", ondelete="CASCADE"), index=True)
    made_at: Mapped[datetime]
    why: Mapped[str]
    digest: Mapped[str]
    content: Mapped[bytes]


class IssuedRow(Row):
    """The clean copy a plan was issued as: the very DOCX, and the version of the rules it was audited by."""

    __tablename__ = "issued"
    plan_key: Mapped[int] = mapped_column(ForeignKey("plans.key", ondelete="CASCADE"), primary_key=True)
    issued_at: Mapped[datetime]
    rules: Mapped[str]
    document: Mapped[bytes]


class AgencyRow(Row):
    """The office this library belongs to, one row at most: its facts as JSON values (``plans.agency``)."""

    __tablename__ = "agency"
    key: Mapped[int] = mapped_column(primary_key=True)
    facts: Mapped[dict[str, Any]]
