"""Issuing the open plan: the audited clean copy is written and frozen, then number, date and status enter the plan."""

from __future__ import annotations

import copy
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.exports import Exports
from desktop.library import Library
from resources.texts import gettext as _

if TYPE_CHECKING:
    from db.records import IssuedCopy
    from desktop.editor_page import EditorPage
    from documents.audit.report import AuditReport
    from plans.changes import Batch


class Issuing(QObject):
    """Issues the plan of one editor at a time. Nothing changes in the plan before its copy is on disk."""

    def __init__(self, library: Library, exports: Exports, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._exports = library, exports
        self._editor: EditorPage | None = None

    def attend(self, editor: EditorPage | None) -> None:
        """Serve this editor from now on, None: no one."""
        self._editor = editor
        if editor is not None:
            editor.issue.asked.connect(self._on_asked)

    def open(self) -> None:
        """Ask for number and date."""
        if self._editor is not None:
            self._editor.issue.open()

    def show_issued(self) -> None:
        """Write the copy the plan was issued as once more, byte for byte."""
        if self._editor is not None:
            self._library.versions.fetch_issued(self._editor.document.plan.id, self._on_fetched)

    def _on_asked(self, change: Batch) -> None:
        if self._editor is None:
            return
        self._editor.save_now()
        plan = copy.deepcopy(self._editor.document.plan)
        change.validate(plan)
        change.apply(plan)
        path = self._exports.choose(plan, ".docx", issued=True)
        if path is not None:
            self._exports.files.write_issued(plan, path, partial(self._on_written, self._editor, change))

    def _on_written(self, editor: EditorPage, change: Batch, path: Path, report: AuditReport) -> None:
        if editor is not self._editor:
            return
        editor.issue.put_away()
        editor.document.end_burst()
        if editor.document.try_edit(change):
            editor.document.end_burst()
            editor.save_now()
            self._library.versions.freeze_issued(editor.document.plan, path, report.version)

    def _on_fetched(self, issued: IssuedCopy | None) -> None:
        if issued is None:
            self._exports.notices.tell(_("Kế hoạch này chưa ban hành bản nào."))
        elif self._editor is not None:
            path = self._exports.choose(self._editor.document.plan, ".docx", issued=True)
            if path is not None:
                self._exports.files.write_copy(path, issued.document)
