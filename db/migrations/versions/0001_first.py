"""The first schema: plans as nodes, the facts of targets, tasks, years and units beside them, and the search index.

A step is history: it is never changed after a release, and takes nothing from ``db.tables``.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _plans()
    _units()
    _nodes()
    _appendices()
    _assignments()
    _data_tables()
    _node_units()
    _roadmap_years()
    _targets()
    _tasks()
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5("
        "shown UNINDEXED, exact, folded, tokenize = 'unicode61 remove_diacritics 0')"
    )


def _plans() -> None:
    op.create_table(
        "plans",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.Column("trashed_at", sa.DateTime(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("parent_body", sa.String(), nullable=False),
        sa.Column("agency", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("symbol", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("issued_day", sa.Integer(), nullable=True),
        sa.Column("issued_month", sa.Integer(), nullable=True),
        sa.Column("issued_year", sa.Integer(), nullable=True),
        sa.Column("period_start", sa.Integer(), nullable=True),
        sa.Column("period_end", sa.Integer(), nullable=True),
        sa.Column("school_year", sa.Boolean(), nullable=True),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("signature_lines", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("signer", sa.String(), nullable=False),
        sa.Column("archive", sa.String(), nullable=False),
        sa.Column("draft_mark", sa.Boolean(), nullable=False),
        sa.Column("drafter_mark", sa.String(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=True),
        sa.Column("profile", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_plans"),
        sa.UniqueConstraint("id", name="uq_plans_id"),
    )
    op.create_index("ix_plans_year", "plans", ["year"])


def _units() -> None:
    op.create_table(
        "units",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("norm", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_units"),
        sa.UniqueConstraint("norm", name="uq_units_norm"),
    )


def _nodes() -> None:
    op.create_table(
        "nodes",
        sa.Column("plan_key", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("parent", sa.Integer(), nullable=True),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("spans", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("child_labels", sa.String(), nullable=True),
        sa.Column("source_label", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("numbered", sa.Boolean(), nullable=True),
        sa.Column("run_in", sa.Boolean(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("plan_key", "serial", name="pk_nodes"),
        sa.ForeignKeyConstraint(["plan_key"], ["plans.key"], name="fk_nodes_plan_key", ondelete="CASCADE"),
    )
    op.create_index("uq_nodes_plan_key_id", "nodes", ["plan_key", "id"], unique=True)


def _appendices() -> None:
    op.create_table(
        "appendices",
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("orientation", sa.String(), nullable=False),
        sa.Column("plan_key", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("plan_key", "serial", name="pk_appendices"),
        sa.ForeignKeyConstraint(
            ["plan_key", "serial"],
            ["nodes.plan_key", "nodes.serial"],
            name="fk_appendices_plan_key_serial",
            ondelete="CASCADE",
        ),
    )


def _assignments() -> None:
    op.create_table(
        "assignments",
        sa.Column("prefix", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("plan_key", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("plan_key", "serial", name="pk_assignments"),
        sa.ForeignKeyConstraint(
            ["plan_key", "serial"],
            ["nodes.plan_key", "nodes.serial"],
            name="fk_assignments_plan_key_serial",
            ondelete="CASCADE",
        ),
    )


def _data_tables() -> None:
    op.create_table(
        "data_tables",
        sa.Column("cells", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("header_rows", sa.Integer(), nullable=False),
        sa.Column("widths", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("orientation", sa.String(), nullable=False),
        sa.Column("plan_key", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("plan_key", "serial", name="pk_data_tables"),
        sa.ForeignKeyConstraint(
            ["plan_key", "serial"],
            ["nodes.plan_key", "nodes.serial"],
            name="fk_data_tables_plan_key_serial",
            ondelete="CASCADE",
        ),
    )


def _node_units() -> None:
    op.create_table(
        "node_units",
        sa.Column("plan_key", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("unit_key", sa.Integer(), nullable=False),
        sa.Column("printed", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("plan_key", "serial", "part", "place", name="pk_node_units"),
        sa.ForeignKeyConstraint(
            ["plan_key", "serial"],
            ["nodes.plan_key", "nodes.serial"],
            name="fk_node_units_plan_key_serial",
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["unit_key"], ["units.key"], name="fk_node_units_unit_key"),
    )
    op.create_index("ix_node_units_unit_key", "node_units", ["unit_key"])


def _roadmap_years() -> None:
    op.create_table(
        "roadmap_years",
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("plan_key", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("plan_key", "serial", name="pk_roadmap_years"),
        sa.ForeignKeyConstraint(
            ["plan_key", "serial"],
            ["nodes.plan_key", "nodes.serial"],
            name="fk_roadmap_years_plan_key_serial",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_roadmap_years_year", "roadmap_years", ["year"])


def _targets() -> None:
    op.create_table(
        "targets",
        sa.Column("comparator", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("baseline", sa.String(), nullable=False),
        sa.Column("actual", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("plan_key", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("plan_key", "serial", name="pk_targets"),
        sa.ForeignKeyConstraint(
            ["plan_key", "serial"],
            ["nodes.plan_key", "nodes.serial"],
            name="fk_targets_plan_key_serial",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_targets_year", "targets", ["year"])


def _tasks() -> None:
    op.create_table(
        "tasks",
        sa.Column("products", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("deadline", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("budget_source", sa.String(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("part_titles", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("plan_key", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("plan_key", "serial", name="pk_tasks"),
        sa.ForeignKeyConstraint(
            ["plan_key", "serial"],
            ["nodes.plan_key", "nodes.serial"],
            name="fk_tasks_plan_key_serial",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_tasks_status", "tasks", ["status"])
