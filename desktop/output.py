"""Plans out to files, off the window's thread."""

from __future__ import annotations

import copy
import re
import unicodedata
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.tasks import Tasks

if TYPE_CHECKING:
    from documents.audit import AuditReport
    from plans.plan import Plan


class FileWork(QObject):
    """Writes files one after the other in a thread of its own.

    Signals:
        written(Path, list[str]): a file is on disk; the words a PDF lost, [] for none.
        issued(Path, AuditReport): an issued copy is on disk, and what its audit found.
        troubled(Trouble): a file could not be written; nothing was lost.
    """

    written = Signal(object, object)
    issued = Signal(object, object)
    troubled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = Tasks("files", self)

    def write_file(self, plan: Plan, path: Path) -> None:
        """Write a copy of the plan as it is now, in the format its suffix names."""
        work = partial(_write, copy.deepcopy(plan), path)
        self._tasks.run(work, partial(self._on_written, path), self.troubled.emit)

    def write_issued(self, plan: Plan, path: Path) -> None:
        """Write the clean copy of the plan as it is now and audit it."""
        work = partial(_write_issued, copy.deepcopy(plan), path)
        self._tasks.run(work, partial(self._on_issued, path), self.troubled.emit)

    def write_redline(self, old: Plan | Path, plan: Plan, path: Path) -> None:
        """Write the DOCX whose tracked changes lead from ``old``, another plan or a file, to the plan as it is now."""
        work = partial(_write_redline, old, copy.deepcopy(plan), path)
        self._tasks.run(work, partial(self._on_written, path), self.troubled.emit)

    def write_copy(self, path: Path, document: bytes) -> None:
        """Write a document that lies finished in the library."""
        self._tasks.run(partial(_write_copy, path, document), partial(self._on_written, path), self.troubled.emit)

    def close(self) -> None:
        """Finish what is under way."""
        self._tasks.close()

    def _on_written(self, path: Path, lost: list[str]) -> None:
        self.written.emit(path, lost)

    def _on_issued(self, path: Path, report: AuditReport) -> None:
        self.issued.emit(path, report)


def _write(plan: Plan, path: Path) -> list[str]:
    from documents.files import write_whole  # noqa: PLC0415 - as above
    from documents.package import package_bytes  # noqa: PLC0415
    from documents.pages.apart import docx_to_pdf_apart  # noqa: PLC0415
    from documents.rendering import render_docx  # noqa: PLC0415

    if path.suffix.lower() == ".kehoach":
        write_whole(path, package_bytes(plan))
        return []
    document = render_docx(plan)
    if path.suffix.lower() != ".pdf":
        write_whole(path, document)
        return []
    result = docx_to_pdf_apart(document)
    write_whole(path, result.pdf)
    return list(result.lost_words)


def _write_redline(old: Plan | Path, plan: Plan, path: Path) -> list[str]:
    from documents.comparing import compare_with, plan_redline  # noqa: PLC0415 - as above
    from documents.files import write_whole  # noqa: PLC0415

    write_whole(path, compare_with(old, plan).data if isinstance(old, Path) else plan_redline(old, plan))
    return []


def _write_copy(path: Path, document: bytes) -> list[str]:
    from documents.files import write_whole  # noqa: PLC0415 - as above

    write_whole(path, document)
    return []


def _write_issued(plan: Plan, path: Path) -> AuditReport:
    from documents.files import write_whole  # noqa: PLC0415 - as above
    from documents.issuing import issued_copy  # noqa: PLC0415

    copy_ = issued_copy(plan)
    write_whole(path, copy_.document)
    return copy_.report


def file_name(plan: Plan) -> str:
    """Return a name for the exported file as offices name them, without suffix: "KH-UBND 07 Chuyen doi so 2026"."""
    words = " ".join(plan.subject.split()[:8])
    plain = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D"))
    ascii_words = "".join(c for c in plain if not unicodedata.combining(c))
    parts = [plan.symbol or "KH", plan.number, ascii_words, str(plan.year or "")]
    return re.sub(r"[^\w .-]+", " ", " ".join(filter(None, parts))).strip() or "KH"
