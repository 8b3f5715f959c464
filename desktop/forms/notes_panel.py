"""The footnotes marked in the texts of a form, each with a field for its words, below the other fields."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.completion import Completion
from desktop.document import PlanDocument
from desktop.fields.base import FieldEditor
from desktop.fields.lines import RichField
from desktop.footnote_marks import footnote_numbers, texts_of
from desktop.forms.binding import BoundField
from desktop.items import is_item
from desktop.offers import PlanOffers
from resources.texts import gettext as _


class NotesPanel(FieldEditor):
    """It is its own binding (see ``binding.Bound``), since marks come and go while one types."""

    def __init__(self, document: PlanDocument, node_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._node_id = node_id
        self._fields: dict[str, BoundField] = {}
        self._labels: dict[str, QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.refresh()

    @property
    def editor(self) -> FieldEditor:
        """This panel: it is editor and binding in one."""
        return self

    @property
    def dirty(self) -> bool:
        """Whether a footnote's words are typed and no edit yet."""
        return any(field.dirty for field in self._fields.values())

    def mark(self) -> None:
        """Which footnote is dirty is noted where the typing is heard."""

    def value(self) -> Any:
        return {note: field.editor.value() for note, field in self._fields.items()}

    def set_value(self, value: Any) -> None:
        self.refresh()

    def commit(self) -> None:
        """Make what is typed in the footnotes edits."""
        for field in list(self._fields.values()):
            if field.dirty:
                field.commit()

    def refresh(self) -> None:
        """Show a field for each footnote marked here now."""
        marks = self._marks()
        if marks != list(self._fields):
            self._build(marks)
        numbers = footnote_numbers(self._document.plan) if marks else {}
        for note, label in self._labels.items():
            label.setText(_("Chú thích {number}").format(number=numbers.get(note, "")))
            self._fields[note].editor.text_widget().setAccessibleName(label.text())
            self._fields[note].refresh()
        self.setVisible(bool(marks))

    def holds(self, node_id: str) -> bool:
        """Say whether a footnote's field is shown here."""
        return node_id in self._fields

    def go_to(self, note: str) -> None:
        """Put the keyboard into a footnote's field."""
        if note in self._fields:
            self._fields[note].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _marks(self) -> list[str]:
        """Return the footnotes marked in the node and in the prose edited with it."""
        node = self._document.node(self._node_id)
        if node is None:
            return []
        shown = [node, *(below for child in node.children if is_item(child) for below in child.walk())]
        marks = [mark for each in shown for text in texts_of(each) for mark in text.footnotes]
        return [mark for mark in dict.fromkeys(marks) if self._document.plan.footnote(mark)]

    def _build(self, marks: list[str]) -> None:
        for note in [note for note in self._fields if note not in marks]:
            self._drop(self._fields.pop(note).editor)
            self._drop(self._labels.pop(note))
        kept, self._fields = self._fields, {}
        for note in marks:
            self._fields[note] = kept.get(note) or self._make(note)
            for widget in (self._labels[note], self._fields[note].editor):
                self._column.removeWidget(widget)
                self._column.addWidget(widget)

    def _make(self, note: str) -> BoundField:
        field = RichField(self, hint=_("Lời chú thích in ở cuối trang"))
        field.edit.min_lines = 1
        Completion(field.edit, PlanOffers(self._document).prose)
        bound = BoundField(self._document, note, "text", field)
        field.edited.connect(partial(self._on_edited, bound))
        field.settled.connect(self.settled)
        label = QLabel(self)
        label.setBuddy(field)
        self._labels[note] = label
        return bound

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _on_edited(self, bound: BoundField) -> None:
        bound.mark()
        self.edited.emit()
