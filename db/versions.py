"""Versions of a plan: what it was at each export, return, rollover and issue, kept until the plan is deleted for good.

The content is the plan's JSON, deflated, not rows: a version is only ever read whole.
"""

from __future__ import annotations

import hashlib
import zlib
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, insert, select

from db.records import PlanVersion, VersionReason
from db.tables import PlanRow, VersionRow
from plans import codec
from plans.errors import Trouble
from plans.plan import Plan

MOST = 60
"""Versions a plan keeps; beyond them the oldest go, those of issues and rollovers last."""

_LASTING = (VersionReason.ISSUE, VersionReason.ROLLOVER)


def keep(connection: Connection, plan: Plan, why: VersionReason) -> None:
    """Keep ``plan`` as it is now. Content equal to the newest version's is kept once, unless the reason is one that
    lasts. Raises Trouble "plan-unknown" for a plan the library does not hold."""
    key = _key(connection, plan.id)
    text = codec.dumps(plan).encode()
    digest = hashlib.sha256(text).hexdigest()
    newest = select(VersionRow.digest).where(VersionRow.plan_key == key).order_by(VersionRow.key.desc()).limit(1)
    if connection.scalar(newest) == digest and why not in _LASTING:
        return
    row = {"plan_key": key, "made_at": datetime.now(UTC), "why": why, "digest": digest}
    connection.execute(insert(VersionRow), [row | {"content": zlib.compress(text, 6)}])
    _thin(connection, key)


def listed(connection: Connection, plan_id: str) -> list[PlanVersion]:
    """Return the versions of a plan, newest first. Raises Trouble "plan-unknown"."""
    key = _key(connection, plan_id)
    query = (
        select(VersionRow.key, VersionRow.made_at, VersionRow.why)
        .where(VersionRow.plan_key == key)
        .order_by(VersionRow.key.desc())
    )
    return [
        PlanVersion(key=row.key, made_at=row.made_at, why=VersionReason(row.why)) for row in connection.execute(query)
    ]


def fingerprints(connection: Connection, plan_id: str) -> list[str]:
    """Return the fingerprints (``plans.codec``) of the kept versions of a plan, oldest first. Raises Trouble
    "plan-unknown"."""
    key = _key(connection, plan_id)
    return list(
        connection.scalars(select(VersionRow.digest).where(VersionRow.plan_key == key).order_by(VersionRow.key))
    )


def load(connection: Connection, key: int) -> Plan:
    """Return the plan as that version has it. Raises Trouble "version-unknown" and those of ``plans.codec``."""
    content = connection.scalar(select(VersionRow.content).where(VersionRow.key == key))
    if content is None:
        raise Trouble("version-unknown", version=key)
    try:
        return codec.loads(zlib.decompress(content).decode())
    except (zlib.error, UnicodeDecodeError) as error:
        raise Trouble("plan-damaged", reason=str(error)) from error


def _key(connection: Connection, plan_id: str) -> int:
    key = connection.scalar(select(PlanRow.key).where(PlanRow.id == plan_id))
    if key is None:
        raise Trouble("plan-unknown", plan=plan_id)
    return key


def _thin(connection: Connection, plan_key: int) -> None:
    query = select(VersionRow.key, VersionRow.why).where(VersionRow.plan_key == plan_key).order_by(VersionRow.key)
    found = connection.execute(query).all()
    passing = [row.key for row in found[:-1] if row.why not in _LASTING]
    surplus = passing[: max(0, len(found) - MOST)]
    if surplus:
        connection.execute(delete(VersionRow).where(VersionRow.key.in_(surplus)))
