"""What the search for changes stands on: the plan as exported, both documents line by line, and which line is which."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from documents.returning.aligning import Pairs, align
from documents.returning.edits import Edits
from documents.returning.shown import Line, Shown
from documents.returning.slots import FIXED, Slot, slots
from plans.nodes import Node
from plans.numbering import labels
from plans.plan import Plan


@dataclass
class Ground:
    """printed: ``base`` as we print it; edited: as it came back. given: slots of edited lines that were not printed
    but are parts of nodes all the same (a new "Phối hợp: …" of a task)."""

    base: Plan
    printed: Shown
    edited: Shown
    edits: Edits
    given: dict[int, Slot] = field(default_factory=dict[int, Slot])

    @property
    def old(self) -> list[Line]:
        """The printed lines."""
        return self.printed.lines

    @property
    def new(self) -> list[Line]:
        """The lines that came back."""
        return self.edited.lines

    @cached_property
    def slots(self) -> list[Slot]:
        """What each printed line prints."""
        return slots(self.base, self.printed)

    @cached_property
    def pairs(self) -> Pairs:
        """Printed line → returned line."""
        return align(self.old, self.new)

    @cached_property
    def back(self) -> Pairs:
        """Returned line → printed line."""
        return {new: old for old, new in self.pairs.items()}

    @cached_property
    def labels(self) -> dict[str, str]:
        """Labels of the exported plan."""
        return labels(self.base)

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Nodes of the exported plan by id."""
        return {node.id: node for node in self.base.walk()}

    def slot(self, new: int) -> Slot:
        """Return the slot of a returned line, ``FIXED`` where it has none."""
        if new in self.given:
            return self.given[new]
        return self.slots[self.back[new]] if new in self.back else FIXED

    def by_field(self, *fields: str) -> tuple[dict[str, list[Line]], dict[str, list[Line]]]:
        """Return printed and returned lines of those fields of the plan itself."""
        before: dict[str, list[Line]] = {}
        after: dict[str, list[Line]] = {}
        for line, slot in zip(self.old, self.slots, strict=True):
            if slot.field in fields:
                before.setdefault(slot.field, []).append(line)
        for at, line in enumerate(self.new):
            if self.slot(at).field in fields:
                after.setdefault(self.slot(at).field, []).append(line)
        return before, after
