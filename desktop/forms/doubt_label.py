"""The line below a field that says what cannot be right there."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from desktop import theme
from desktop.document import PlanDocument
from desktop.fields.base import FieldEditor
from desktop.forms.doubts import doubt_about


class DoubtLabel(QLabel):
    """A calm sentence in the colour of doubts, hidden while all is well: of the field itself, or of its attribute
    ``field`` of the thing ``owner_id`` as the plan has it."""

    def __init__(
        self, document: PlanDocument, owner_id: str, field: str, editor: FieldEditor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._owner_id = owner_id
        self._field = field
        self._editor = editor
        self.setWordWrap(True)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, theme.warning(palette))
        self.setPalette(palette)
        self.hide()
        editor.edited.connect(self._refresh)
        document.applied.connect(self._on_applied)
        self._refresh()

    def _on_applied(self, _change: object) -> None:
        self._refresh()

    def _refresh(self) -> None:
        owner = self._document.owner(self._owner_id)
        words = self._editor.doubt() or (doubt_about(owner, self._field) if owner is not None else "")
        self.setText(words)
        self.setVisible(bool(words))
