"""What Alembic runs: the steps, inside the transaction of the connection that ``db.migrating`` hands over."""

from __future__ import annotations

from alembic import context

from db.tables import Row

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Row.metadata, render_as_batch=True
)
context.run_migrations()
