"""Chosen changes tried on the plan in the background: what it would take, what it has already, what it cannot take."""

from __future__ import annotations

import copy
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.document import PlanDocument
from desktop.returning.rows import Row
from desktop.tasks import Tasks
from plans.plan import Plan

if TYPE_CHECKING:
    from documents.returning import Merged, NodeComment, Returned


@dataclass(frozen=True, kw_only=True)
class Trial:
    """revision: the document's when the plan was looked at; merged: what became of each edit."""

    revision: int
    merged: Merged


class Trying(QObject):
    """Tries on one document; only the answer to the last question is told.

    Signals:
        tried(Trial): how the changes stand.
    """

    tried = Signal(object)

    def __init__(self, document: PlanDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._tasks = Tasks("trying", self)
        self._asked = 0

    def start(
        self,
        found: Returned,
        rows: Sequence[Row],
        unwanted: Collection[int],
        of_word: Collection[int] = (),
        then: Callable[[Trial], None] | None = None,
    ) -> None:
        """Try all rows but the unwanted ones on the plan as it is now, those ``of_word`` over what the plan made of
        their place; ``then`` gets the answer too."""
        self._asked += 1
        left_out = {edit for at in unwanted for edit in rows[at].edits}
        forced = {edit for at in of_word for edit in rows[at].edits}
        comments = [row.comment for at, row in enumerate(rows) if row.comment and at not in unwanted]
        work = partial(_tried, found, copy.deepcopy(self._document.plan), left_out, forced, comments)
        self._tasks.run(work, partial(self._on_tried, self._asked, self._document.revision, then))

    def close(self) -> None:
        """Stop; nothing more is told."""
        self._asked += 1
        self._tasks.close()

    def _on_tried(self, asked: int, revision: int, then: Callable[[Trial], None] | None, merged: Merged) -> None:
        if asked != self._asked:
            return
        trial = Trial(revision=revision, merged=merged)
        self.tried.emit(trial)
        if then is not None:
            then(trial)


def _tried(
    found: Returned,
    current: Plan,
    left_out: Collection[int],
    forced: Collection[int],
    comments: Sequence[NodeComment],
) -> Merged:
    from documents.returning import take_chosen  # noqa: PLC0415 - only where a file came back

    return take_chosen(found, current, left_out, comments, forced)
