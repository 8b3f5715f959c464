"""Fields of plain and of rich text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.fields.base import FieldEditor
from desktop.rich_document import clean
from desktop.richtext import RichTextEdit, is_undo
from plans.text import RichText


class PlainLine(QLineEdit):
    """A line of plain text without undo keys of its own, as high as a one-line rich field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(self.fontMetrics().height() + 15)
        self.setTextMargins(3, 0, 3, 0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_undo(event):
            self.editingFinished.emit()
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def show_text(self, text: str) -> None:
        """Show ``text``, the caret staying where it is; an equal text changes nothing."""
        if text != self.text():
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))


class LineField(FieldEditor):
    """One line of plain text, NFC, without white space at its ends."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self.line = PlainLine(self)
        self.line.setPlaceholderText(hint)
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self.settled)
        fill(self, self.line)

    def value(self) -> str:
        return clean(self.line.text()).strip()

    def set_value(self, value: str) -> None:
        if value != self.value():
            self.line.show_text(value)


class NumberField(FieldEditor):
    """A whole number that may be blank (None), from 0 to ``top``."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "", top: int = 9999) -> None:
        super().__init__(parent)
        self.line = PlainLine(self)
        self.line.setPlaceholderText(hint)
        self.line.setValidator(QIntValidator(0, top, self))
        self.line.textEdited.connect(self.edited)
        self.line.editingFinished.connect(self.settled)
        fill(self, self.line)

    def value(self) -> int | None:
        text = self.line.text().strip()
        return int(text) if text.isdigit() else None

    def set_value(self, value: int | None) -> None:
        if value != self.value():
            self.line.show_text("" if value is None else str(value))


class TextLinesField(FieldEditor):
    """Several lines of plain text, one value a line: list or tuple as it was given; empty lines are dropped."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "", min_lines: int = 1) -> None:
        super().__init__(parent)
        self.edit = RichTextEdit(self, looks=False)
        self.edit.min_lines = min_lines
        self.edit.setPlaceholderText(hint.replace("\n", " / "))  # Qt shows the first line of a hint whole, no more
        self.edit.edited.connect(self.edited)
        self.edit.settled.connect(self.settled)
        self._as: type[list[str] | tuple[str, ...]] = list
        fill(self, self.edit)

    def value(self) -> list[str] | tuple[str, ...]:
        return self._as(line.strip() for line in self.edit.value().plain.split("\n") if line.strip())

    def set_value(self, value: list[str] | tuple[str, ...]) -> None:
        self._as = tuple if isinstance(value, tuple) else list
        if value != self.value():
            self.edit.set_value(RichText.of("\n".join(value)))


class NoteField(FieldEditor):
    """Free plain text as one string; ``one_line``: long, wrapped, but without line breaks."""

    def __init__(self, parent: QWidget | None = None, *, hint: str = "", one_line: bool = False) -> None:
        super().__init__(parent)
        self.edit = RichTextEdit(self, looks=False, one_line=one_line)
        self.edit.min_lines = 1
        self.edit.setPlaceholderText(hint)
        self.edit.edited.connect(self.edited)
        self.edit.settled.connect(self.settled)
        fill(self, self.edit)

    def value(self) -> str:
        return self.edit.value().plain.strip()

    def set_value(self, value: str) -> None:
        if value != self.value():
            self.edit.set_value(RichText.of(value))


class RichField(FieldEditor):
    """One rich text: a title on one line, or a paragraph.

    Signals:
        split_asked, blocks_pasted: see RichTextEdit; only where ``edit.splits`` is set.
    """

    split_asked = Signal(object, object)
    blocks_pasted = Signal(object)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        hint: str = "",
        one_line: bool = False,
        number_of: Callable[[str], int] | None = None,
    ) -> None:
        super().__init__(parent)
        self.edit = RichTextEdit(self, one_line=one_line, number_of=number_of)
        self.edit.setPlaceholderText(hint)
        self.edit.edited.connect(self.edited)
        self.edit.settled.connect(self.settled)
        self.edit.footnote_opened.connect(self.footnote_opened)
        self.edit.split_asked.connect(self.split_asked)
        self.edit.blocks_pasted.connect(self.blocks_pasted)
        fill(self, self.edit)

    def value(self) -> RichText:
        return self.edit.value().stripped()

    def set_value(self, value: RichText) -> None:
        if value != self.value():
            self.edit.set_value(value)
        self.edit.refresh_marks()


def fill(field: QWidget, inner: QWidget) -> None:
    """Let ``inner`` be all there is of ``field``."""
    layout = QVBoxLayout(field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(inner)
    field.setFocusProxy(inner)


__all__ = ["LineField", "NoteField", "NumberField", "PlainLine", "RichField", "TextLinesField", "fill"]
