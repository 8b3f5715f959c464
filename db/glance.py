"""The list of plans for the first look, read with Python's own sqlite3: importing SQLAlchemy takes several times as
long as showing an empty window. Read only; whatever is not as expected is left to ``db.store``."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from db.records import PlanSummary

SCHEMA = "0003"
"""The schema these queries are written for; a test holds it equal to the newest one."""

_QUERY = """
SELECT id, title, subject, agency, year, topic, status, changed_at, revision, origin, trashed_at,
       (SELECT count(*) FROM tasks WHERE tasks.plan_key = plans.key) AS tasks,
       (SELECT count(*) FROM targets WHERE targets.plan_key = plans.key) AS targets
FROM plans ORDER BY coalesce(trashed_at, changed_at) DESC, key DESC
"""


def glance(path: Path) -> tuple[list[PlanSummary], list[PlanSummary]] | None:
    """Return what ``PlanStore.list`` and ``trashed`` would of the library at ``path``.

    None where there is no library yet, where its schema is another, or where it cannot be read just now.
    """
    if not path.is_file():
        return None
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0.2)) as connection:
            connection.row_factory = sqlite3.Row
            version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            if version is None or version[0] != SCHEMA:
                return None
            found = [_summary(dict(row)) for row in connection.execute(_QUERY)]
    except (sqlite3.Error, ValueError):
        return None
    return [p for p in found if p.trashed_at is None], [p for p in found if p.trashed_at is not None]


def _summary(row: dict[str, Any]) -> PlanSummary:
    from plans.plan import PlanStatus  # noqa: PLC0415 - after the first paint

    row["agency"] = " ".join(json.loads(row["agency"]))
    row["status"] = PlanStatus(row["status"])
    for name in ("changed_at", "trashed_at"):
        row[name] = datetime.fromisoformat(row[name]).replace(tzinfo=UTC) if row[name] else None
    return PlanSummary(**row)
