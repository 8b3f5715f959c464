"""The open plan of one window: the data, its undo stack and the one way to change it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoCommand, QUndoStack

from desktop.change_effects import is_structural, nodes_of, sets_labels
from desktop.following_tables import FollowingTables
from desktop.office.facts import NO_OFFICE, OfficeFacts
from desktop.undo_texts import undo_text
from plans.changes import Change, SetField
from plans.errors import Rejection
from plans.nodes import Node
from plans.numbering import labels
from plans.plan import PLAN_ID, Plan
from resources.texts import gettext as _

BURST_SECONDS = 2.0
"""Values given to one field with less than this between them are one undo step."""


class PlanDocument(QObject):
    """A plan being edited. Views read ``plan``, change it only through ``edit`` and follow ``applied``.

    "Modified" is the clean state of ``undo_stack``; ``revision`` counts every applied change, also undone ones.

    Signals:
        applied: the change as applied; on undo its inverse.
        rejected: code and data of a Rejection met by ``try_edit``.
        settling: forms must now commit what is typed and not yet an edit (before save, undo, export).
        revisited: after undo or redo, the id of the node it was about, for views to show.
    """

    applied = Signal(object)
    rejected = Signal(str, object)
    settling = Signal()
    revisited = Signal(str)

    def __init__(
        self, plan: Plan, parent: QObject | None = None, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.plan = plan
        self.undo_stack = QUndoStack(self)
        self.revision = 0
        self.read_only = False
        """Whether every edit is rejected ("read-only"), since another copy of the program has the library."""
        self.office: OfficeFacts = NO_OFFICE
        """The office the plan is drafted in, for forms to offer its units, signers and recipients."""
        self._tables = FollowingTables()
        self._clock = clock
        self._burst = 0
        self._last_edit = clock()
        self._labels: dict[str, str] | None = None
        self._index: dict[str, Node] | None = None

    def edit(self, change: Change) -> None:
        """Apply ``change`` as one undoable step. Raises Rejection, and nothing has changed then."""
        if self.read_only:
            raise Rejection("read-only")
        if is_structural(change):  # rehearsing one may put equal copies in the place of nodes
            self._index = None
        whole, inverse = self._tables.step(self.plan, change)
        now = self._clock()
        if now - self._last_edit > BURST_SECONDS:
            self.end_burst()
        self._last_edit = now
        step = _Step(self, whole, inverse, undo_text(self.plan, change), self._burst)
        step.about = change
        self.undo_stack.push(step)

    def adopt(self, done: Change, inverse: Change) -> None:
        """Make what the plan holds already a step that can be undone: ``done`` led to it, ``inverse`` takes it back."""
        self.undo_stack.push(_Step(self, done, inverse, undo_text(self.plan, done), self._burst, is_done=True))
        self.end_burst()

    def try_edit(self, change: Change) -> bool:
        """Apply ``change``; where the domain says no, emit ``rejected`` and return False."""
        try:
            self.edit(change)
        except Rejection as rejection:
            self.rejected.emit(rejection.code, rejection.data)
            return False
        return True

    def end_burst(self) -> None:
        """Let the next edit be an undo step of its own."""
        self._burst += 1

    def settle(self) -> None:
        """Have every form commit what is typed; call before saving, exporting or reading the whole plan."""
        self.settling.emit()

    def undo(self) -> None:
        """Take back the last step, what is being typed included."""
        self.settle()
        self.undo_stack.undo()
        self.end_burst()

    def redo(self) -> None:
        """Do the last undone step again."""
        self.settle()
        self.undo_stack.redo()
        self.end_burst()

    def labels(self) -> dict[str, str]:
        """Return the printed label of every node that has one, by id; do not change the dictionary."""
        if self._labels is None:
            self._labels = labels(self.plan)
        return self._labels

    def node(self, node_id: str) -> Node | None:
        """Return the node or part with that id, None where there is none (any more)."""
        if self._index is None:
            self._index = {node.id: node for part in self.plan.parts for node in part.walk()}
        return self._index.get(node_id)

    def owner(self, node_id: str) -> Plan | Node | None:
        """Return the thing whose fields ``SetField(node_id, …)`` sets: the plan itself for PLAN_ID."""
        return self.plan if node_id == PLAN_ID else self.node(node_id)

    def perform(self, change: Change) -> None:
        """Apply an already validated change and tell the views. For the undo step only."""
        change.apply(self.plan)
        if is_structural(change):
            self._index = None
        if sets_labels(change):
            self._labels = None
        self.revision += 1
        self.applied.emit(change)

    def show_again(self, change: Change) -> None:
        """Tell the views which node an undone or redone change was about. For the undo step only."""
        there = [node for node in nodes_of(change) if self.owner(node) is not None]
        place = next((node for node in there if self.plan.footnote(node) is None), "")
        if place:
            self.revisited.emit(place)


class _Step(QUndoCommand):
    """One generic undo command. It was validated, so neither direction can fail. is_done: the plan holds it already."""

    def __init__(
        self, document: PlanDocument, change: Change, inverse: Change, text: str, burst: int, *, is_done: bool = False
    ) -> None:
        super().__init__(text)
        self._document = document
        self.change = change
        self.about: Change = change
        """What the clerk did; ``change`` is that and what follows from it."""
        self.burst = burst
        self._inverse = inverse
        self._done_once = False
        self._is_done = is_done

    def redo(self) -> None:
        if self._is_done:
            self._is_done = False
        else:
            self._document.perform(self.change)
        if self._done_once:
            self._document.show_again(self.about)
        self._done_once = True

    def undo(self) -> None:
        self._document.perform(self._inverse)
        self._document.show_again(self.about)

    def id(self) -> int:
        return 1 if isinstance(self.change, SetField) else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.burst != self.burst:
            return False
        mine, theirs, first = self.change, other.change, self._inverse
        if not (isinstance(mine, SetField) and isinstance(theirs, SetField) and isinstance(first, SetField)):
            return False
        if (mine.node, mine.field) != (theirs.node, theirs.field):
            return False
        self.change = self.about = theirs
        self.setObsolete(first.value == theirs.value)
        return True


class UndoAction(QAction):
    """The "Hoàn tác" action of a window: settles the forms first, says what it takes back."""

    def __init__(self, document: PlanDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setShortcut(QKeySequence.StandardKey.Undo)
        self.triggered.connect(document.undo)
        document.undo_stack.canUndoChanged.connect(self.setEnabled)
        document.undo_stack.undoTextChanged.connect(self._on_undo_text_changed)
        self.setEnabled(document.undo_stack.canUndo())
        self._on_undo_text_changed(document.undo_stack.undoText())

    def _on_undo_text_changed(self, step: str) -> None:
        self.setText(_("Hoàn tác: {step}").format(step=step) if step else _("Hoàn tác"))


class RedoAction(QAction):
    """The "Làm lại" action of a window."""

    def __init__(self, document: PlanDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        self.triggered.connect(document.redo)
        document.undo_stack.canRedoChanged.connect(self.setEnabled)
        document.undo_stack.redoTextChanged.connect(self._on_redo_text_changed)
        self.setEnabled(document.undo_stack.canRedo())
        self._on_redo_text_changed(document.undo_stack.redoText())

    def _on_redo_text_changed(self, step: str) -> None:
        self.setText(_("Làm lại: {step}").format(step=step) if step else _("Làm lại"))
