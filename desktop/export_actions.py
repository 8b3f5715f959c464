"""The actions that bring the open plan out of the window: DOCX, Word, PDF, printer, clean copy, package."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.exports import Exports
from desktop.library import Library
from desktop.output import Done
from desktop.printing import Printing
from plans.errors import Trouble
from resources.texts import gettext as _

if TYPE_CHECKING:
    from desktop.editor_page import EditorPage


class ExportActions(QObject):
    """Serves one editor at a time. Each export leaves a version of the plan in the library.

    Attributes:
        to_docx, to_word, to_pdf, to_printer, to_issued, to_package: the actions.
        actions: all of them, in a menu's order.
    """

    def __init__(self, exports: Exports, library: Library, window: QWidget) -> None:
        super().__init__(window)
        self._exports, self._library = exports, library
        self.printing = Printing(exports.notices, window)
        self._editor: EditorPage | None = None
        self._changes = 0
        self._newest: tuple[int, Path] | None = None
        self.to_docx = self._action(_("Xuất DOCX"), self._on_docx, "Ctrl+E")
        self.to_word = self._action(_("Mở bằng Word"), self._on_word, "Ctrl+Shift+W")
        self.to_pdf = self._action(_("Xuất PDF"), self._on_pdf, "Ctrl+Shift+E")
        self.to_printer = self._action(_("In…"), self._on_print, QKeySequence.StandardKey.Print)
        self.to_issued = self._action(_("Xuất bản sạch để phát hành"), self._on_issued, "Ctrl+Shift+B")
        self.to_package = self._action(_("Xuất gói .kehoach"), self._on_package)
        self.actions = [self.to_docx, self.to_word, self.to_pdf, self.to_printer, self.to_issued, self.to_package]

    def _action(
        self, text: str, slot: Callable[[], None], key: str | QKeySequence.StandardKey | None = None
    ) -> QAction:
        action = QAction(text, self.parent())
        action.triggered.connect(slot)
        if key is not None:
            action.setShortcut(QKeySequence(key))
        return action

    def attend(self, editor: EditorPage | None) -> None:
        """Serve this editor from now on, None: no one."""
        self._editor, self._newest = editor, None
        self._changes += 1  # what is still being written shows another plan
        if editor is not None:
            editor.document.applied.connect(self._on_applied)

    def close(self) -> None:
        """Stop what is being printed."""
        self.printing.close()

    def _on_applied(self, _change: object) -> None:
        self._changes += 1

    def _on_docx(self) -> None:
        self._export(".docx", done=partial(self._on_docx_written, self._changes))

    def _on_pdf(self) -> None:
        self._export(".pdf")

    def _on_package(self) -> None:
        """Ask what the library knows of earlier states, then for a place."""
        if self._editor is not None:
            self._editor.save_now()
            plan_id = self._editor.document.plan.id
            self._library.ask(partial(self._history, plan_id), partial(self._write_package, self._editor))

    def _history(self, plan_id: str) -> list[str]:
        """Return what the library knows; a library that cannot be read must not keep the plan from getting out."""
        try:
            return self._library.store().fingerprints(plan_id)
        except Trouble:
            return []

    def _write_package(self, editor: EditorPage, history: list[str]) -> None:
        plan = editor.document.plan
        path = self._exports.choose(plan, ".kehoach", issued=False) if editor is self._editor else None
        if path is not None:
            self._exports.files.write_package(plan, history, path)
            self._library.versions.keep(plan, "export")

    def _on_issued(self) -> None:
        self._export(".docx", issued=True)

    def _on_print(self) -> None:
        if self._editor is not None:
            self._editor.save_now()
            self.printing.print(self._editor.document.plan)

    def _on_word(self) -> None:
        """Open the DOCX that shows the plan as it is now; where there is none, write it first."""
        if self._editor is None:
            return
        self._editor.save_now()
        if self._newest is not None and self._newest[0] == self._changes and self._newest[1].exists():
            self._exports.open(self._newest[1])
        else:
            self._export(".docx", done=partial(self._on_word_written, self._changes))

    def _on_docx_written(self, changes: int, path: Path, _lost: object) -> None:
        self._newest = changes, path

    def _on_word_written(self, changes: int, path: Path, _lost: object) -> None:
        self._newest = changes, path
        self._exports.open(path)

    def _export(self, suffix: str, *, issued: bool = False, done: Done | None = None) -> None:
        if self._editor is not None:
            self._editor.save_now()
            if self._exports.export(self._editor.document.plan, suffix, issued=issued, done=done):
                self._library.versions.keep(self._editor.document.plan, "issue" if issued else "export")
