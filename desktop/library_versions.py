"""The kept versions of plans, and what they were issued as: the part of the library that looks back."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from plans.errors import Trouble

if TYPE_CHECKING:
    from db.records import IssuedCopy, PlanVersion
    from desktop.library import Library
    from plans.plan import Plan


class LibraryVersions(QObject):
    """Keeps and brings back versions, in the library's thread.

    Signals:
        kept(str): the plan of this id as it is now was kept as a version.
    """

    kept = Signal(str)

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self._library = library

    def keep(self, plan: Plan, why: str) -> None:
        """Keep the plan as it is now as a version, for ``why`` (``VersionReason``); not where it is only read."""
        if not self._library.read_only:
            self._library.ask(partial(self._keep, copy.deepcopy(plan), why), _nothing)

    def of(self, plan_id: str, done: Callable[[list[PlanVersion]], None]) -> None:
        """Give the kept versions of a plan to ``done``, newest first."""
        self._library.ask(partial(self._list, plan_id), done)

    def fetch(self, key: int, done: Callable[[Plan], None]) -> None:
        """Give the plan as the version ``key`` has it to ``done``, to read only."""
        self._library.ask(partial(self._fetch, key), done)

    def load(self, key: int, current: Plan, done: Callable[[Plan], None]) -> None:
        """Keep ``current`` as it is now, and give the plan as the version ``key`` has it to ``done``."""
        self._library.change(partial(self._load, key, copy.deepcopy(current)), done)

    def freeze_issued(self, plan: Plan, path: Path, rules: str) -> None:
        """Keep the DOCX at ``path`` as what the plan was issued as, audited by ``rules``, and the plan as it is now."""
        self._library.change(partial(self._freeze, copy.deepcopy(plan), path, rules), _nothing)

    def fetch_issued(self, plan_id: str, done: Callable[[IssuedCopy | None], None]) -> None:
        """Give the copy a plan was issued as to ``done``, None where it never was."""
        self._library.ask(partial(self._issued, plan_id), done)

    # in the library's thread

    def _keep(self, plan: Plan, why: str) -> None:
        from db.records import VersionReason  # noqa: PLC0415 - after the first paint

        edited, plan.id = plan.id, self._library.stored_id(plan.id)
        self._library.store().keep_version(plan, VersionReason(why))
        self.kept.emit(edited)

    def _list(self, plan_id: str) -> list[PlanVersion]:
        return self._library.store().versions(self._library.stored_id(plan_id))

    def _fetch(self, key: int) -> Plan:
        return self._library.store().version(key)

    def _load(self, key: int, current: Plan) -> Plan:
        version = self._fetch(key)
        self._keep(current, "restore")
        return version

    def _freeze(self, plan: Plan, path: Path, rules: str) -> None:
        try:
            document = path.read_bytes()
        except OSError as error:
            raise Trouble("file-unreadable", path=str(path), reason=str(error)) from error
        self._keep(plan, "issue")
        self._library.store().freeze_issued(plan.id, document, rules)

    def _issued(self, plan_id: str) -> IssuedCopy | None:
        return self._library.store().issued(self._library.stored_id(plan_id))


def _nothing(_answer: object) -> None:
    """Nobody waits for an answer."""
