"""The open plan beside a file of the clerk's choice, and the redline of any comparison as a DOCX."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.asking import ask_other_path
from desktop.exports import Exports
from resources.texts import gettext as _

if TYPE_CHECKING:
    from desktop.editor_page import EditorPage
    from plans.plan import Plan


class Comparing(QObject):
    """Serves the editor of one plan at a time."""

    def __init__(self, exports: Exports, window: QWidget) -> None:
        super().__init__(window)
        self._exports, self._window = exports, window
        self._editor: EditorPage | None = None
        self.action = QAction(_("So với tệp khác…"), window)
        self.action.setShortcut(QKeySequence("Ctrl+Shift+D"))
        self.action.triggered.connect(self._on_asked)

    def attend(self, editor: EditorPage | None) -> None:
        """Serve this editor from now on, None: no one."""
        self._editor = editor
        if editor is not None:
            editor.comparison.redline_asked.connect(self._on_redline_asked)

    def _on_asked(self) -> None:
        path = ask_other_path(self._window, str(self._exports.folder))
        if path and self._editor is not None:
            self._exports.remember(path)
            self._editor.comparison.compare_file(path)

    def _on_redline_asked(self, other: Plan | Path) -> None:
        if self._editor is not None:
            self._exports.export_redline(other, self._editor.document.plan)
