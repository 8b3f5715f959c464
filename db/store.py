"""The library of plans: one SQLite file, whole plans in and out.

A save is one transaction: after a crash or a power cut the file holds the plan as before or as after, never half.
Every method raises a Trouble and nothing else when the world fails: "library-locked", "library-damaged",
"library-not-writable", "plan-unknown", "plan-changed".
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from db import issued, queries, search, versions
from db.backup import back_up
from db.engine import engine_for, troubles, writing
from db.mapping import PlanRows, plan_of, rows_of
from db.records import Duty, IssuedCopy, PlanSummary, PlanVersion, SearchHit, Stored, VersionReason
from db.schema import prepare
from db.tables import (
    AgencyRow,
    AppendixRow,
    AssignmentRow,
    DataTableRow,
    NodeRow,
    NodeUnitRow,
    PlanRow,
    RoadmapYearRow,
    Row,
    TargetRow,
    TaskRow,
    UnitRow,
)
from db.units import unit_key
from plans import codec
from plans.agency import Agency
from plans.errors import Trouble
from plans.plan import Plan
from plans.register import Registered, register
from resources.texts import gettext as _

_LISTS: dict[str, type[Row]] = {
    "nodes": NodeRow,
    "targets": TargetRow,
    "tasks": TaskRow,
    "roadmap_years": RoadmapYearRow,
    "assignments": AssignmentRow,
    "data_tables": DataTableRow,
    "appendices": AppendixRow,
    "units": NodeUnitRow,
}
"""List of ``PlanRows`` → its table."""


class PlanStore:
    """An open library. Use it from one thread at a time; another window or process may have the same file open.

    Attributes:
        path: the library file.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def open(cls, path: Path, *, wait: float = 3.0) -> PlanStore:
        """Open the library at ``path``, made with its folder where there is none, and bring it to the current schema.

        ``wait``: seconds to wait for another program's lock, now and later. Raises Trouble "library-newer" (the file
        is left untouched), "library-damaged", "library-locked" or "library-not-writable".
        """
        engine = engine_for(path, wait)
        try:
            with troubles(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                prepare(engine, path)
        except Trouble:
            engine.dispose()
            raise
        return cls(path, engine)

    def close(self) -> None:
        """Let go of the file. The store is of no use afterwards."""
        self._engine.dispose()

    def save(self, plan: Plan, expected_revision: int | None) -> int:
        """Save the whole plan and return its new revision.

        ``expected_revision``: the one it was loaded or last saved with, None for a plan the library doesn't hold yet.
        Raises Trouble "plan-changed" when the library holds another one; nothing is written then.
        """
        rows = rows_of(plan)
        try:
            return self._save(rows, expected_revision)
        except Trouble as trouble:
            if trouble.code != "library-not-writable":
                raise
        self._fold_log()
        return self._save(rows, expected_revision)

    def _save(self, rows: PlanRows, expected_revision: int | None) -> int:
        revision = (expected_revision or 0) + 1
        with self._writing() as connection:
            key = _claim(connection, rows, expected_revision, revision)
            connection.execute(delete(NodeRow).where(NodeRow.plan_key == key))
            _write(connection, key, rows)
            search.write(connection, key, rows)
        return revision

    def load(self, plan_id: str) -> Stored:
        """Return the plan with that id, also from the trash. Raises Trouble "plan-unknown"."""
        with self._reading() as connection:
            query = select(PlanRow.__table__).where(PlanRow.id == plan_id)
            head = connection.execute(query).mappings().first()
            if head is None:
                raise Trouble("plan-unknown", plan=plan_id)
            rows = _read(connection, head["key"], dict(head))
        try:
            return Stored(plan=plan_of(rows), revision=head["revision"])
        except (KeyError, ValueError, TypeError) as error:
            raise Trouble(
                "library-damaged", path=self.path, reason=_("dữ liệu của một kế hoạch không đọc được")
            ) from error

    def revision(self, plan_id: str) -> int | None:
        """Return the revision the library holds of a plan, also in the trash; None when it holds none."""
        with self._reading() as connection:
            return connection.scalar(select(PlanRow.revision).where(PlanRow.id == plan_id))

    def list(self) -> list[PlanSummary]:
        """Return what is not in the trash, newest change first."""
        with self._reading() as connection:
            return queries.summaries(connection, trashed=False)

    def trashed(self) -> list[PlanSummary]:
        """Return what is in the trash, last thrown away first."""
        with self._reading() as connection:
            return queries.summaries(connection, trashed=True)

    def search(self, words: str, limit: int = 100) -> list[SearchHit]:
        """Return the places that hold all ``words``, side by side first; see ``db.search``."""
        with self._reading() as connection:
            return search.find(connection, words, limit)

    def duties(self, unit: str, start: date, end: date) -> list[Duty]:
        """Return what ``unit`` (any spelling of its name) owes from ``start`` to ``end`` over all plans."""
        with self._reading() as connection:
            return queries.duties(connection, unit, start, end)

    def unit_names(self) -> list[str]:
        """Return the units that plans out of the trash name, the most named first."""
        with self._reading() as connection:
            return queries.unit_names(connection)

    def register(self) -> list[Registered]:
        """Return the documents cited in plans out of the trash, each once, in its newest wording."""
        with self._reading() as connection:
            return register(queries.basis_wordings(connection))

    def trash(self, plan_id: str) -> None:
        """Put a plan into the trash; it keeps its revision. Raises Trouble "plan-unknown"."""
        self._set_trashed(plan_id, datetime.now(UTC))

    def restore(self, plan_id: str) -> None:
        """Take a plan out of the trash. Raises Trouble "plan-unknown"."""
        self._set_trashed(plan_id, None)

    def delete(self, plan_id: str) -> None:
        """Delete a plan for good. Raises Trouble "plan-unknown"."""
        with self._writing() as connection:
            key = connection.scalar(select(PlanRow.key).where(PlanRow.id == plan_id))
            if key is None:
                raise Trouble("plan-unknown", plan=plan_id)
            search.erase(connection, key)
            connection.execute(delete(PlanRow).where(PlanRow.key == key))

    def empty_trash(self, before: datetime) -> int:
        """Delete for good what was put into the trash before that moment (UTC); return how many plans that were."""
        with self._writing() as connection:
            old = (PlanRow.trashed_at.is_not(None), PlanRow.trashed_at < before)
            keys = list(connection.scalars(select(PlanRow.key).where(*old)))
            for key in keys:
                search.erase(connection, key)
            connection.execute(delete(PlanRow).where(PlanRow.key.in_(keys)))
        return len(keys)

    def keep_version(self, plan: Plan, why: VersionReason) -> None:
        """Keep ``plan`` as it is now as a version of the plan with its id; see ``db.versions``."""
        with self._writing() as connection:
            versions.keep(connection, plan, why)

    def versions(self, plan_id: str) -> list[PlanVersion]:
        """Return the kept versions of a plan, newest first. Raises Trouble "plan-unknown"."""
        with self._reading() as connection:
            return versions.listed(connection, plan_id)

    def fingerprints(self, plan_id: str) -> list[str]:
        """Return the fingerprints of the kept versions of a plan, oldest first. Raises Trouble "plan-unknown"."""
        with self._reading() as connection:
            return versions.fingerprints(connection, plan_id)

    def version(self, key: int) -> Plan:
        """Return the plan as a kept version has it. Raises Trouble "version-unknown" or "plan-damaged"."""
        with self._reading() as connection:
            return versions.load(connection, key)

    def freeze_issued(self, plan_id: str, document: bytes, rules: str) -> None:
        """Keep the DOCX the plan was issued as; see ``db.issued``."""
        with self._writing() as connection:
            issued.freeze(connection, plan_id, document, rules)

    def issued(self, plan_id: str) -> IssuedCopy | None:
        """Return the copy the plan was issued as, None where it never was."""
        with self._reading() as connection:
            return issued.copy_of(connection, plan_id)

    def agency(self) -> Agency | None:
        """Return the office this library belongs to, None before the first run has asked for it."""
        with self._reading() as connection:
            facts = connection.scalar(select(AgencyRow.facts))
        return codec.load_record(Agency, facts) if facts is not None else None

    def set_agency(self, agency: Agency) -> None:
        """Keep the office's facts; they replace the former ones."""
        with self._writing() as connection:
            connection.execute(delete(AgencyRow))
            connection.execute(insert(AgencyRow), [{"facts": codec.dump_record(agency)}])

    def backup(self, to: Path) -> None:
        """Copy the library as it is now to ``to``, checked. Raises Trouble "file-not-writable" or "library-damaged"."""
        with troubles(self.path):
            back_up(self.path, to)

    def _fold_log(self) -> None:
        """Take what the write-ahead log holds into the file, so that on a full disk its room can be written again."""
        with suppress(DBAPIError, sqlite3.Error), self._engine.connect() as connection:
            log: Any = connection.connection.driver_connection
            log.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _set_trashed(self, plan_id: str, moment: datetime | None) -> None:
        with self._writing() as connection:
            changed = connection.execute(update(PlanRow).where(PlanRow.id == plan_id).values(trashed_at=moment))
            if changed.rowcount == 0:
                raise Trouble("plan-unknown", plan=plan_id)

    @contextmanager
    def _writing(self) -> Generator[Connection]:
        with troubles(self.path), writing(self._engine).begin() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Generator[Connection]:
        with troubles(self.path), self._engine.begin() as connection:
            yield connection


def _claim(connection: Connection, rows: PlanRows, expected: int | None, revision: int) -> int:
    values = rows.plan | {"revision": revision, "changed_at": datetime.now(UTC)}
    same = PlanRow.id == rows.plan["id"]
    if expected is not None:
        claimed = update(PlanRow).where(same, PlanRow.revision == expected).values(values).returning(PlanRow.key)
    elif connection.scalar(select(PlanRow.key).where(same)) is None:
        claimed = insert(PlanRow).values(values).returning(PlanRow.key)
    else:
        raise Trouble("plan-changed", plan=rows.plan["id"])
    key = connection.scalar(claimed)
    if key is None:
        raise Trouble("plan-changed", plan=rows.plan["id"])
    return key


def _write(connection: Connection, key: int, rows: PlanRows) -> None:
    units = _unit_keys(connection, [row["printed"] for row in rows.units])
    for row in rows.units:
        row["unit_key"] = units[row["printed"]]
    for name, table in _LISTS.items():
        values: list[dict[str, Any]] = getattr(rows, name)
        if values:
            connection.execute(insert(table), [row | {"plan_key": key} for row in values])


def _unit_keys(connection: Connection, printed: list[str]) -> dict[str, int]:
    norms = {name: unit_key(name) for name in printed}
    wanted = {norm: name for name, norm in reversed(norms.items())}
    query = select(UnitRow.norm, UnitRow.key).where(UnitRow.norm.in_(wanted))
    known = {row.norm: row.key for row in connection.execute(query)}
    missing = [{"norm": norm, "name": name} for norm, name in wanted.items() if norm not in known]
    if missing:
        connection.execute(insert(UnitRow), missing)
        known = {row.norm: row.key for row in connection.execute(query)}
    return {name: known[norm] for name, norm in norms.items()}


def _read(connection: Connection, key: int, head: dict[str, Any]) -> PlanRows:
    rows = PlanRows(head)
    for name, row in _LISTS.items():
        table = row.__table__
        query = select(table).where(table.c.plan_key == key).order_by(*table.primary_key)
        getattr(rows, name).extend(dict(found) for found in connection.execute(query).mappings())
    return rows
