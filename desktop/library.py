"""The library as the window sees it: every question goes to one thread, every answer comes back as a signal."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.tasks import Tasks
from plans.errors import Trouble

if TYPE_CHECKING:
    from db.arrivals import Arrival
    from db.store import PlanStore
    from plans.plan import Plan


class Library(QObject):
    """The plans of this computer.

    Signals:
        listed(list[PlanSummary]): all plans out of the trash, newest first.
        trash_listed(list[PlanSummary]): the trash.
        found(str, list[SearchHit]): what a search for these words found.
        opened(Plan): a plan asked for by ``open``.
        peeked(Plan): a plan asked for by ``peek``, to look at only.
        arrived(str): how the plan given to ``add`` got in: "new", "same", "copy".
        saved(str, int): plan id and new revision.
        troubled(Trouble): a question could not be answered; nothing was lost.
    """

    listed = Signal(object)
    trash_listed = Signal(object)
    found = Signal(str, object)
    opened = Signal(object)
    peeked = Signal(object)
    arrived = Signal(str)
    saved = Signal(str, int)
    troubled = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._store: PlanStore | None = None
        self._revisions: dict[str, int] = {}
        self._tasks = Tasks("library", self)

    def refresh(self) -> None:
        """Ask for the list of plans and of the trash."""
        self._ask(self._list, self._on_listed)

    def warm_up(self) -> None:
        """Open the file itself after the first look, so that the first plan opens without waiting."""
        self._tasks.run(self._open_store, None, self._on_failed)

    def open(self, plan_id: str) -> None:
        """Ask for one plan; ``opened`` brings it."""
        self._ask(partial(self._load, plan_id), self.opened.emit)

    def peek(self, plan_id: str) -> None:
        """Ask for one plan to look at, in the trash or not; ``peeked`` brings it."""
        self._ask(partial(self._peek, plan_id), self.peeked.emit)

    def save(self, plan: Plan) -> None:
        """Save a copy of the plan as it is now; ``saved`` says when it is safe on disk."""
        self._ask(partial(self._save, copy.deepcopy(plan)), self._on_saved)

    def add(self, plan: Plan) -> None:
        """Put a plan that arrives (new, or read from a file) into the library; ``arrived`` says how, then it opens."""
        self._ask(partial(self._add, copy.deepcopy(plan)), self._on_arrived)

    def trash(self, plan_id: str) -> None:
        """Put a plan into the trash, from where ``restore`` brings it back."""
        self._ask(partial(self._in_store, "trash", plan_id), self._on_changed)

    def restore(self, plan_id: str) -> None:
        """Take a plan out of the trash."""
        self._ask(partial(self._in_store, "restore", plan_id), self._on_changed)

    def search(self, words: str) -> None:
        """Ask which plans hold ``words``."""
        self._ask(partial(self._in_store, "search", words), partial(self.found.emit, words))

    def close(self) -> None:
        """Finish what is under way and close the file."""
        self._tasks.run(self._close)
        self._tasks.close()

    # in the thread

    def _open_store(self) -> PlanStore:
        if self._store is None:
            from db.store import PlanStore  # noqa: PLC0415 - SQLAlchemy only after the first paint

            self._store = PlanStore.open(self.path)
        return self._store

    def _list(self) -> tuple[Any, Any]:
        from db.glance import glance  # noqa: PLC0415 - in the thread, beside the first paint

        if self._store is None:
            looked = glance(self.path)
            if looked is not None:
                return looked
        store = self._open_store()
        return store.list(), store.trashed()

    def _load(self, plan_id: str) -> Plan:
        stored = self._open_store().load(plan_id)
        self._revisions[plan_id] = stored.revision
        return stored.plan

    def _peek(self, plan_id: str) -> Plan:
        return self._open_store().load(plan_id).plan

    def _save(self, plan: Plan) -> tuple[str, int]:
        revision = self._open_store().save(plan, self._revisions.get(plan.id))
        self._revisions[plan.id] = revision
        return plan.id, revision

    def _add(self, plan: Plan) -> Arrival:
        from db.arrivals import add_arrived  # noqa: PLC0415 - as above

        return add_arrived(self._open_store(), plan)

    def _in_store(self, method: str, argument: str) -> Any:
        return getattr(self._open_store(), method)(argument)

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()

    # back on the window's thread

    def _ask(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._tasks.run(work, done, self._on_failed)

    def _on_listed(self, lists: tuple[Any, Any]) -> None:
        self.listed.emit(lists[0])
        self.trash_listed.emit(lists[1])

    def _on_saved(self, saved: tuple[str, int]) -> None:
        self.saved.emit(*saved)

    def _on_arrived(self, arrival: Arrival) -> None:
        self.arrived.emit(arrival.outcome)
        self.open(arrival.plan_id)

    def _on_changed(self, _nothing: object) -> None:
        self.refresh()

    def _on_failed(self, trouble: Trouble) -> None:
        self.troubled.emit(trouble)
