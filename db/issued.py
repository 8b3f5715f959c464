"""The copy a plan was issued as: the very DOCX, frozen with its plan."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from db.records import IssuedCopy
from db.tables import IssuedRow, PlanRow
from plans.errors import Trouble


def freeze(connection: Connection, plan_id: str, document: bytes, rules: str) -> None:
    """Keep ``document`` as what the plan was issued as, audited by ``rules`` (their version); an earlier copy of the
    same plan gives way. Raises Trouble "plan-unknown"."""
    key = connection.scalar(select(PlanRow.key).where(PlanRow.id == plan_id))
    if key is None:
        raise Trouble("plan-unknown", plan=plan_id)
    connection.execute(delete(IssuedRow).where(IssuedRow.plan_key == key))
    row = {"plan_key": key, "issued_at": datetime.now(UTC), "rules": rules, "document": document}
    connection.execute(insert(IssuedRow), [row])


def copy_of(connection: Connection, plan_id: str) -> IssuedCopy | None:
    """Return the copy the plan was issued as, None where it never was."""
    query = (
        select(IssuedRow.issued_at, IssuedRow.rules, IssuedRow.document)
        .join(PlanRow, PlanRow.key == IssuedRow.plan_key)
        .where(PlanRow.id == plan_id)
    )
    row = connection.execute(query).first()
    return IssuedCopy(issued_at=row.issued_at, rules=row.rules, document=row.document) if row else None
