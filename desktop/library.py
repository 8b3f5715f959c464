"""The library as the window sees it: every question goes to one thread, every answer comes back as a signal."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.library_versions import LibraryVersions
from desktop.office.facts import NO_OFFICE, OfficeFacts
from desktop.tasks import Tasks
from plans.errors import Trouble

if TYPE_CHECKING:
    from db.arrivals import Arrival
    from db.store import PlanStore
    from plans.agency import Agency
    from plans.plan import Plan


class Library(QObject):
    """The plans of this computer.

    Signals:
        listed(list[PlanSummary]): all plans out of the trash, newest first.
        trash_listed(list[PlanSummary]): the trash.
        found(str, list[SearchHit]): what a search for these words found.
        opened(Plan): a plan asked for by ``open``.
        peeked(Plan): a plan asked for by ``peek``, to look at only.
        trashed(str): the plan of this id lies in the trash now.
        arrived(str): how the plan given to ``add`` got in: "new", "same", "copy".
        saved(str, int): plan id and new revision.
        kept_apart(str): the plan of this id was changed by another window since it was opened here; what is edited here
            is kept as a plan of its own from now on.
        office_told(OfficeFacts): what the library knows of the office, also kept in ``office``.
        save_failed(Plan, Trouble): this copy of a plan could not be saved.
        troubled(Trouble): a question could not be answered; nothing was lost.
    """

    listed = Signal(object)
    trash_listed = Signal(object)
    found = Signal(str, object)
    opened = Signal(object)
    peeked = Signal(object)
    trashed = Signal(str)
    arrived = Signal(str)
    saved = Signal(str, int)
    kept_apart = Signal(str)
    office_told = Signal(object)
    save_failed = Signal(object, object)
    troubled = Signal(object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._store: PlanStore | None = None
        self._revisions: dict[str, int] = {}
        self._apart: dict[str, str] = {}
        self.unsaved: dict[str, Plan] = {}
        """The newest copy of every plan whose last save failed, by its id; empty when all is on disk."""
        self.office: OfficeFacts = NO_OFFICE
        """What ``office_told`` told last."""
        self.held_by: str | None = None
        """Who else has the library open, so that it is only read here; None where it may be changed."""
        self._closed = False
        self._tasks = Tasks("library", self)
        self.versions = LibraryVersions(self)

    @property
    def read_only(self) -> bool:
        """Whether the library is only read here."""
        return self.held_by is not None

    def refresh(self) -> None:
        """Ask for the list of plans and of the trash."""
        self.ask(self._list, self._on_listed)

    def warm_up(self) -> None:
        """Open the file itself after the first look, so that the first plan opens at once, and tell whose it is."""
        self.ask(self._tell_office, self._on_office_told)

    def set_office(self, agency: Agency) -> None:
        """Keep the office's facts; ``office_told`` brings them back."""
        self.change(partial(self.in_store, "set_agency", agency), self._on_office_kept)

    def open(self, plan_id: str) -> None:
        """Ask for one plan; ``opened`` brings it, then ``office_told`` what the other plans name and cite by now."""
        self.ask(partial(self._load, plan_id), self.opened.emit)
        if not self._closed:
            self._tasks.run(self._tell_office, self._on_office_told, _ignore)

    def peek(self, plan_id: str) -> None:
        """Ask for one plan to look at, in the trash or not; ``peeked`` brings it."""
        self.ask(partial(self._peek, plan_id), self.peeked.emit)

    def may_change(self) -> bool:
        """Say whether the library may be changed here; where it may not, ``troubled`` tells who has it."""
        if self.held_by is not None:
            self.troubled.emit(Trouble("library-held", who=self.held_by))
        return self.held_by is None

    def save(self, plan: Plan) -> None:
        """Save a copy of the plan as it is now; ``saved`` says when it is safe on disk."""
        if not self.may_change():
            return
        kept = copy.deepcopy(plan)
        self._tasks.run(partial(self._save, kept), self._on_saved, partial(self._on_save_failed, kept))

    def add(self, plan: Plan) -> None:
        """Put a plan that arrives (new, or read from a file) into the library; ``arrived`` says how, then it opens."""
        self.change(partial(self._add, copy.deepcopy(plan)), self._on_arrived)

    def keep(self, plan: Plan, done: Callable[[Plan], None]) -> None:
        """Put a plan that arrives into the library without opening it; ``done`` gets it as it lies there."""
        self.change(partial(self._keep, copy.deepcopy(plan)), done)

    def add_draft(self, plan: Plan, done: Callable[[str], None]) -> None:
        """Put a plan made here into the library, beside one of the same id; ``done`` gets the id it has there."""
        self.change(partial(self._add_draft, copy.deepcopy(plan)), done)

    def fetch(self, plan_id: str, done: Callable[[Plan], None], *, quietly: bool = False) -> None:
        """Give one plan to ``done``, to read only. quietly: where it is not there any more, nothing happens."""
        self._tasks.run(partial(self._peek, plan_id), done, _ignore if quietly else self._on_failed)

    def trash(self, plan_id: str) -> None:
        """Put a plan into the trash, from where ``restore`` brings it back; ``trashed`` says when it is there."""
        self.change(partial(self.in_store, "trash", plan_id), partial(self._on_trashed, plan_id))

    def discard(self, plan_id: str) -> None:
        """Delete a plan for good."""
        self.change(partial(self.in_store, "delete", plan_id), self._on_changed)

    def restore(self, plan_id: str) -> None:
        """Take a plan out of the trash."""
        self.change(partial(self.in_store, "restore", plan_id), self._on_changed)

    def search(self, words: str) -> None:
        """Ask which plans hold ``words``."""
        self.ask(partial(self.in_store, "search", words), partial(self.found.emit, words))

    def ask(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do ``work`` in the library's thread, then ``done`` on this one; for rooms with questions of their own. An
        answer that comes in while the window closes asks for nothing more."""
        if not self._closed:
            self._tasks.run(work, done, self._on_failed)

    def change(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Do what changes the library, as ``ask`` does, unless another copy of the program has it."""
        if self.may_change():
            self.ask(work, done)

    def store(self) -> PlanStore:
        """Return the open library. Only within the library's thread."""
        return self._open_store()

    def stored_id(self, plan_id: str) -> str:
        """Return the id under which the plan opened here as ``plan_id`` is kept; see ``kept_apart``."""
        return self._apart.get(plan_id, plan_id)

    def let_go(self) -> None:
        """Close the file; the next question opens it again, whatever it is then. Only within the library's thread."""
        self._close()
        self._store = None
        self._revisions.clear()

    def empty_trash(self, before: datetime) -> int:
        """Delete for good what was thrown away before then; return how many. Only within the library's thread."""
        return self._open_store().empty_trash(before)

    def close(self) -> None:
        """Finish what is under way and close the file."""
        self._closed = True
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
        self._apart.pop(plan_id, None)
        return stored.plan

    def _peek(self, plan_id: str) -> Plan:
        return self._open_store().load(plan_id).plan

    def _save(self, plan: Plan) -> tuple[str, int, bool]:
        """Save ``plan``; where another window has changed it since, save it under an id of its own, now and later."""
        edited, own = plan.id, self._apart.get(plan.id)
        self.unsaved[edited] = plan
        if own:
            plan.id = own
        from plans.nodes import new_id  # noqa: PLC0415 - after the first paint

        store = self._open_store()
        try:
            revision = store.save(plan, self._revisions.get(plan.id))
        except Trouble as trouble:
            if trouble.code != "plan-changed" or own:
                raise
            plan.id = self._apart[edited] = new_id()
            revision = store.save(plan, None)
        self._revisions[plan.id] = revision
        del self.unsaved[edited]
        return edited, revision, plan.id != edited and not own

    def _add(self, plan: Plan) -> Arrival:
        from db.arrivals import add_arrived  # noqa: PLC0415 - as above

        return add_arrived(self._open_store(), plan)

    def _keep(self, plan: Plan) -> Plan:
        return self._open_store().load(self._add(plan).plan_id).plan

    def _add_draft(self, plan: Plan) -> str:
        from plans.nodes import new_id  # noqa: PLC0415 - as above

        store = self._open_store()
        if plan.id in {found.id for found in (*store.list(), *store.trashed())}:
            plan.id = new_id()
        store.save(plan, None)
        return plan.id

    def in_store(self, method: str, *arguments: object) -> Any:
        """Return what a method of ``PlanStore`` returns. Only within the library's thread."""
        return getattr(self._open_store(), method)(*arguments)

    def _tell_office(self) -> OfficeFacts:
        store = self._open_store()
        return OfficeFacts(agency=store.agency(), units=tuple(store.unit_names()), documents=tuple(store.register()))

    def _close(self) -> None:
        if self._store is not None:
            self._store.close()

    # back on the window's thread

    def _on_office_told(self, facts: OfficeFacts) -> None:
        self.office = facts
        self.office_told.emit(facts)

    def _on_office_kept(self, _nothing: object) -> None:
        self.ask(self._tell_office, self._on_office_told)

    def _on_listed(self, lists: tuple[Any, Any]) -> None:
        self.listed.emit(lists[0])
        self.trash_listed.emit(lists[1])

    def _on_saved(self, saved: tuple[str, int, bool]) -> None:
        plan_id, revision, parted = saved
        if parted:
            self.kept_apart.emit(plan_id)
        self.saved.emit(plan_id, revision)

    def _on_save_failed(self, plan: Plan, trouble: Trouble) -> None:
        self.save_failed.emit(plan, trouble)

    def _on_arrived(self, arrival: Arrival) -> None:
        self.arrived.emit(arrival.outcome)
        self.open(arrival.plan_id)

    def _on_trashed(self, plan_id: str, _nothing: object) -> None:
        self.trashed.emit(plan_id)
        self.refresh()

    def _on_changed(self, _nothing: object) -> None:
        self.refresh()

    def _on_failed(self, trouble: Trouble) -> None:
        self.troubled.emit(trouble)


def _ignore(_trouble: Trouble) -> None:
    """What was asked quietly may fail quietly."""
