"""The small bar of looks above a form: it acts on the rich text field that has the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QWidget

from desktop.richtext import RichTextEdit
from resources.texts import gettext as _


class FormatBar(QWidget):
    """Bold, italic, super- and subscript, footnote, for the rich fields of ``form``. Its buttons take no focus.

    Signals:
        footnote_inserted: id of the new footnote whose mark now stands in the text.
    """

    footnote_inserted = Signal(str)

    def __init__(self, form: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form
        self._field: RichTextEdit | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._bold = self._button("B", _("Chữ đậm (Ctrl+B)"), self._on_bold)
        self._italic = self._button("I", _("Chữ nghiêng (Ctrl+I)"), self._on_italic)
        self._super = self._button("x²", _("Chỉ số trên"), partial(self._on_vertical, "super"))
        self._sub = self._button("x₂", _("Chỉ số dưới"), partial(self._on_vertical, "sub"))
        self._note = self._button(_("Chú thích"), _("Chèn chú thích cuối trang (Ctrl+Alt+F)"), self.insert_footnote)
        self._note.setShortcut("Ctrl+Alt+F")
        self._style_letters()
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        self.follow(None)

    def insert_footnote(self) -> None:
        """Put a footnote mark at the caret of the field in use."""
        if self._field is not None:
            self.footnote_inserted.emit(self._field.insert_footnote())

    def _button(self, text: str, tip: str, run: Callable[..., None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(run)
        self._row.addWidget(button)
        return button

    def _style_letters(self) -> None:
        bold, italic = QFont(self.font()), QFont(self.font())
        bold.setBold(True)
        italic.setItalic(True)
        self._bold.setFont(bold)
        self._italic.setFont(italic)
        self._bold.setCheckable(True)
        self._italic.setCheckable(True)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self._form.isAncestorOf(now):
            return
        self.follow(now if isinstance(now, RichTextEdit) and now.looks else None)

    def follow(self, field: RichTextEdit | None) -> None:
        """Act on ``field`` from now on; None before a form's fields go away."""
        if self._field is not None:
            self._field.looks_changed.disconnect(self._on_looks_changed)
            self._field.destroyed.disconnect(self._on_field_destroyed)
        self._act_on(field)
        if field is not None:
            field.looks_changed.connect(self._on_looks_changed)
            field.destroyed.connect(self._on_field_destroyed)

    def _on_field_destroyed(self) -> None:
        """Let go of a field that went away by itself, as a footnote's does when its mark is undone."""
        self._act_on(None)

    def _act_on(self, field: RichTextEdit | None) -> None:
        self._field = field
        for button in (self._bold, self._italic, self._super, self._sub, self._note):
            button.setEnabled(field is not None)
        self._on_looks_changed()

    def _on_looks_changed(self) -> None:
        form = self._field.currentCharFormat() if self._field is not None else None
        self._bold.setChecked(form is not None and form.fontWeight() >= QFont.Weight.Bold)
        self._italic.setChecked(form is not None and form.fontItalic())

    def _on_bold(self) -> None:
        if self._field is not None:
            self._field.toggle_bold()

    def _on_italic(self) -> None:
        if self._field is not None:
            self._field.toggle_italic()

    def _on_vertical(self, vertical: str) -> None:
        if self._field is not None:
            self._field.toggle_vertical("super" if vertical == "super" else "sub")
