"""The leaders in charge of a task, by name. Tasks of before have none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_KEPT = "products, deadline, status, budget_source, target, part_titles, plan_key, serial"


def upgrade() -> None:
    """Make the table anew, as a fresh library has it: a column added to it would need a default and stand last."""
    op.execute(f"CREATE TEMPORARY TABLE tasks_before AS SELECT {_KEPT} FROM tasks")  # noqa: S608 (our own words)
    op.drop_table("tasks")
    op.create_table(
        "tasks",
        sa.Column("leaders", sa.JSON(none_as_null=True), nullable=False),
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
    op.execute(f"INSERT INTO tasks (leaders, {_KEPT}) SELECT '[]', {_KEPT} FROM tasks_before")  # noqa: S608 (as above)
    op.execute("DROP TABLE tasks_before")
