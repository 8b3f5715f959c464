"""What every field editor of a form can do."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from desktop.richtext import is_undo


class FieldEditor(QWidget):
    """Edits one value. It never changes the plan: the form asks for ``value`` once a burst is over.

    Signals:
        edited: the clerk changed something; a burst may still be going on.
        settled: the clerk is through with the field; commit now.
        footnote_opened: id of the footnote whose mark was opened.
    """

    edited = Signal()
    settled = Signal()
    footnote_opened = Signal(str)

    def value(self) -> Any:
        """Return what the field holds now."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show ``value``; an equal value must not move the caret. Emits neither signal."""
        raise NotImplementedError

    def doubt(self) -> str:
        """Return a sentence on what is typed here and cannot be right, "" where all is well."""
        return ""

    def text_widget(self) -> QWidget:
        """Return the widget that takes the keyboard and carries the accessible name."""
        return self.focusProxy() or self

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window (see RichTextEdit). Give the keyboard up before being destroyed: else Qt
        sends a line that is half gone a last focus event, and the process dies."""
        if event.type() == QEvent.Type.ShortcutOverride and is_undo(event):
            event.ignore()
            return False
        if event.type() == QEvent.Type.DeferredDelete:
            self.text_widget().clearFocus()
        return super().event(event)
