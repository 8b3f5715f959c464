"""What is kept beside the plans: versions of them, the copies they were issued as, the office they belong to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agency",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("facts", sa.JSON(none_as_null=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_agency"),
    )
    op.create_table(
        "issued",
        sa.Column("plan_key", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.DateTime(), nullable=False),
        sa.Column("rules", sa.String(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["plan_key"], ["plans.key"], name="fk_issued_plan_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("plan_key", name="pk_issued"),
    )
    op.create_table(
        "versions",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("plan_key", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["plan_key"], ["plans.key"], name="fk_versions_plan_key", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", name="pk_versions"),
    )
    op.create_index("ix_versions_plan_key", "versions", ["plan_key"])
