"""What ties one field of a form to one attribute of the plan: read, compare, commit, refresh."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Protocol

from desktop.document import PlanDocument
from desktop.fields.base import FieldEditor
from desktop.fields.grid import GridField
from desktop.footnote_marks import with_footnotes
from desktop.forms.goal_bar import facts_from
from plans.changes import Batch, Change, SetField
from plans.nodes import Cell, Node, Table, Target
from plans.plan import Plan
from plans.text import RichText


class Bound(Protocol):
    """A field, or a group of them, tied to the plan."""

    @property
    def editor(self) -> FieldEditor:
        """The widget."""
        ...

    @property
    def dirty(self) -> bool:
        """Whether the clerk typed something that is no edit yet."""
        ...

    def mark(self) -> None:
        """Take note that the clerk typed here."""
        ...

    def commit(self) -> None:
        """Make what is typed an edit, if it says anything new."""
        ...

    def refresh(self) -> None:
        """Show what the plan says now, unless the clerk is typing here."""
        ...


def read(owner: Plan | Node, field: str) -> Any:
    """Return an attribute, or with "a.b" the part ``b`` of the value ``a``."""
    value: Any = owner
    for name in field.split("."):
        value = getattr(value, name)
    return value


def field_change(owner_id: str, owner: Plan | Node, field: str, value: Any) -> SetField:
    """Return the change that gives an attribute, or a part of one ("a.b"), a new value."""
    name, _dot, part = field.partition(".")
    return SetField(owner_id, name, replace(getattr(owner, name), **{part: value}) if part else value)


class BoundField:
    """A field of one attribute, ``field``. ``required``: None is no value and is never committed."""

    def __init__(
        self, document: PlanDocument, owner_id: str, field: str, editor: FieldEditor, *, required: bool = False
    ) -> None:
        self.editor = editor
        self.dirty = False
        self._document = document
        self._owner_id = owner_id
        self.field = field
        self._required = required

    def mark(self) -> None:
        self.dirty = True

    def commit(self) -> None:
        self.dirty = False
        owner = self._document.owner(self._owner_id)
        if owner is None:
            return
        old, new = read(owner, self.field), self.editor.value()
        if new == old or (new is None and self._required):
            return
        if not self._document.try_edit(self._change(owner, old, new)):
            self.refresh()

    def refresh(self) -> None:
        owner = self._document.owner(self._owner_id)
        if owner is not None and not self.dirty:
            self.editor.set_value(read(owner, self.field))

    def _change(self, owner: Plan | Node, old: Any, new: Any) -> Change:
        change = field_change(self._owner_id, owner, self.field, new)
        if isinstance(old, RichText) and isinstance(new, RichText):
            return with_footnotes(self._document.plan, change, old.footnotes, new.footnotes)
        return change


class BoundGoal(BoundField):
    """The sentence of a target, with the facts that follow it."""

    def _change(self, owner: Plan | Node, old: Any, new: Any) -> Change:
        change = super()._change(owner, old, new)
        facts = facts_from(owner, old.plain, new.plain) if isinstance(owner, Target) else []
        return Batch((change, *facts), "text") if facts else change


class BoundGrid(BoundField):
    """The rows of a table and the widths of its columns."""

    def __init__(self, document: PlanDocument, owner_id: str, editor: GridField) -> None:
        super().__init__(document, owner_id, "rows", editor)
        self._grid = editor

    def refresh(self) -> None:
        owner = self._document.owner(self._owner_id)
        if isinstance(owner, Table) and not self.dirty:
            self._grid.set_widths(owner.widths)
            self._grid.set_header_rows(owner.header_rows)
            self._grid.set_value(owner.rows)

    def commit(self) -> None:
        owner = self._document.owner(self._owner_id)
        if isinstance(owner, Table) and self.editor.value() == owner.rows and self._grid.widths != owner.widths:
            self.dirty = False
            self._document.try_edit(SetField(self._owner_id, "widths", self._grid.widths))
        else:
            super().commit()

    def _change(self, owner: Plan | Node, old: Any, new: Any) -> Change:
        change: Change = SetField(self._owner_id, "rows", new)
        if isinstance(owner, Table) and self._grid.widths != owner.widths:
            change = Batch((change, SetField(self._owner_id, "widths", self._grid.widths)), "table")
        return with_footnotes(self._document.plan, change, _marks(old), _marks(new))


def _marks(rows: list[list[Cell]]) -> list[str]:
    return [mark for row in rows for cell in row for mark in cell.text.footnotes]
