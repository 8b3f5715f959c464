"""What is under review: the recognised plan as a document, where its parts came from, what is in doubt or left."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.document import PlanDocument
from documents.reading.blocks import Block, LeftOut
from documents.reading.text_lines import words
from documents.recognition.recognising import unplaced_note
from documents.recognition.tracing import Trace
from plans.changes import Change
from plans.errors import Rejection
from plans.plan import PLAN_ID
from plans.retyping import Correction, place_text

if TYPE_CHECKING:
    from documents.arriving import Arrived

SURE = 0.8
"""A guess of less confidence is a doubt."""


class ReviewState(QObject):
    """One import under review. Corrections are edits of ``document``; what was looked at is kept here.

    Signals:
        settled: a doubt was accepted, or taken up again.
    """

    settled = Signal()

    def __init__(self, arrived: Arrived, parent: QObject | None = None) -> None:
        super().__init__(parent)
        found, source = arrived.found, arrived.found.source
        assert source is not None, "what was taken whole is not reviewed"
        self.path = arrived.path
        self.document = PlanDocument(found.plan, self)
        self.report = found.report
        self._source = source
        self._trace = arrived.trace or Trace()
        self._placed: dict[str, int | None] = {}
        self._accepted: set[str] = set()
        self._reasons: dict[str, list[str]] = {}
        for guess in found.report.guesses:
            if guess.confidence < SURE:
                reasons = self._reasons.setdefault(guess.node, [])
                if guess.reason not in reasons:
                    reasons.append(guess.reason)
        self.total = arrived.words
        self.document.revisited.connect(self._on_revisited)

    @property
    def blocks(self) -> list[Block]:
        """The source as it was read."""
        return self._source.blocks

    @property
    def left_out(self) -> list[LeftOut]:
        """What of the file is no text of the plan."""
        return self.report.left_out

    # -- where things came from

    def blocks_of(self, node_id: str) -> tuple[int, ...]:
        """Return the blocks a node came from, those of the node that holds it where it has none of its own."""
        placed = self._placed.get(node_id)
        if placed is not None:
            return (placed,)
        path = [node.id for node in self.document.plan.path(node_id)] or [node_id]
        return next((self._trace.blocks[each] for each in reversed(path) if each in self._trace.blocks), ())

    def node_of(self, block: int) -> str:
        """Return what came from a block and is still in the plan, else what came from the one before it."""
        back = {at: node for node, at in self._placed.items() if self.document.node(node)}
        while block >= 0:
            if block in back:
                return back[block]
            for node in self._trace.nodes[block] if block < len(self._trace.nodes) else ():
                if node == PLAN_ID or self.document.node(node):
                    return node
            block -= 1
        return PLAN_ID

    def is_left_over(self, block: int) -> bool:
        """Say whether a block holds a text that has no place yet."""
        return any(self._trace.unplaced[at] == block for at, _text in self.leftovers())

    # -- doubts

    def reasons(self, node_id: str) -> list[str]:
        """Return why a node is in doubt, [] where it is not or was accepted."""
        return [] if node_id in self._accepted else self._reasons.get(node_id, [])

    @property
    def doubts(self) -> list[str]:
        """The ids of what is in doubt, in no order."""
        return [
            node
            for node in self._reasons
            if node not in self._accepted and (node == PLAN_ID or self.document.node(node) is not None)
        ]

    def accept(self, node_id: str) -> None:
        """Take a doubt as it is; a second time takes it up again."""
        if node_id in self._reasons:
            self._accepted ^= {node_id}
            self.settled.emit()

    def _on_revisited(self, node_id: str) -> None:
        """A correction taken back leaves the doubt as it was."""
        self._accepted.discard(node_id)
        self.settled.emit()

    # -- leftovers

    def leftovers(self) -> list[tuple[int, str]]:
        """Return place in the report and text of what has no place yet; the plan's note says which, so undo does."""
        note = self.document.plan.note
        found: list[tuple[int, str]] = []
        for at, text in enumerate(self.report.unplaced):
            line = f"- {text}"
            if line in note:
                note = note.replace(line, "", 1)
                found.append((at, text))
        return found

    def block_of_leftover(self, at: int) -> int | None:
        """Return the block that holds a leftover."""
        return self._trace.unplaced[at] if at < len(self._trace.unplaced) else None

    @property
    def unplaced_words(self) -> int:
        """How many words have no place yet."""
        return sum(words(text).total() for _at, text in self.leftovers())

    # -- corrections

    def correct(self, node_id: str, correction: Correction) -> bool:
        """Correct a node as one step; False where it makes no sense there, which ``document.rejected`` tells."""
        if self._edit(lambda: correction(self.document.plan, node_id)):
            self._accepted.add(node_id)
            self.settled.emit()
            return True
        return False

    def place(self, at: int, after: str, correction: Correction | None) -> str:
        """Put a leftover after node ``after``, corrected; return the new node's id, "" where that is not possible."""
        left = [text for other, text in self.leftovers() if other != at]
        made = ""

        def change() -> Change:
            nonlocal made
            found, made = place_text(
                self.document.plan, self.report.unplaced[at], after, unplaced_note(left), correction
            )
            return found

        if not self._edit(change):
            return ""
        self._placed[made] = self.block_of_leftover(at)
        return made

    def _edit(self, change: Callable[[], Change]) -> bool:
        self.document.end_burst()
        try:
            self.document.edit(change())
        except Rejection as no:
            self.document.rejected.emit(no.code, no.data)
            return False
        return True
