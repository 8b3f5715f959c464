"""Plans out to files, off the window's thread."""

from __future__ import annotations

import copy
import re
import unicodedata
from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.tasks import Tasks
from plans.views import units_with_duties

if TYPE_CHECKING:
    from documents.audit import AuditReport
    from plans.plan import Plan


class FileWork(QObject):
    """Writes files one after the other in a thread of its own.

    Signals:
        written(Path, list[str]): a file is on disk; the words a PDF lost, [] for none.
        issued(Path, AuditReport): an issued copy is on disk, and what its audit found.
        filed(Path, int): the slips of all units are in a folder, and how many there are.
        troubled(Trouble): a file could not be written; nothing was lost.
    """

    written = Signal(object, object)
    issued = Signal(object, object)
    filed = Signal(object, int)
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

    def write_slip(self, plan: Plan, unit: str, path: Path) -> None:
        """Write the slip of a unit that has duties in the plan."""
        work = partial(_write_slip, copy.deepcopy(plan), unit, path)
        self._tasks.run(work, partial(self._on_written, path), self.troubled.emit)

    def write_slips(self, plan: Plan, folder: Path) -> None:
        """Write the slips of all units with duties into ``folder``, all or none, beside what lies there."""
        work = partial(_write_slips, copy.deepcopy(plan), folder)
        self._tasks.run(work, partial(self.filed.emit, folder), self.troubled.emit)

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


def _write_copy(path: Path, document: bytes) -> list[str]:
    from documents.files import write_whole  # noqa: PLC0415 - as above

    write_whole(path, document)
    return []


def _write_slip(plan: Plan, unit: str, path: Path) -> list[str]:
    from documents.files import write_whole  # noqa: PLC0415 - as above
    from documents.slips import slip_docx  # noqa: PLC0415

    write_whole(path, slip_docx(plan, unit))
    return []


def _write_slips(plan: Plan, folder: Path) -> int:
    from documents.files import write_together  # noqa: PLC0415 - as above
    from documents.slips import slip_docx  # noqa: PLC0415

    files: dict[Path, bytes] = {}
    for unit in units_with_duties(plan):
        path = free_path(folder / f"{slip_name(plan, unit)}.docx", files)
        files[path] = slip_docx(plan, unit)
    write_together(list(files.items()))
    return len(files)


def _write_issued(plan: Plan, path: Path) -> AuditReport:
    from documents.files import write_whole  # noqa: PLC0415 - as above
    from documents.issuing import issued_copy  # noqa: PLC0415

    copy_ = issued_copy(plan)
    write_whole(path, copy_.document)
    return copy_.report


def file_name(plan: Plan) -> str:
    """Return a name for the exported file as offices name them, without suffix: "KH-UBND 07 Chuyen doi so 2026"."""
    words = " ".join(plan.subject.split()[:8])
    return _plain(plan.symbol or "KH", plan.number, words, str(plan.year or "")) or "KH"


def slip_name(plan: Plan, unit: str) -> str:
    """Return a name for the file of a unit's slip: "PGV Phong Kinh te KH-UBND 07 2026"."""
    return _plain("PGV", " ".join(unit.split()[:12]), plan.symbol or "KH", plan.number, str(plan.year or ""))


def free_path(path: Path, taken: Collection[Path] = ()) -> Path:
    """Return ``path``, with " (2)", " (3)" … in its name where a file of that name exists or is among ``taken``."""
    found, number = path, 1
    while found in taken or found.exists():
        number += 1
        found = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return found


def _plain(*parts: str) -> str:
    """Return the parts as a file name of plain letters."""
    bare = unicodedata.normalize("NFD", " ".join(filter(None, parts)).replace("đ", "d").replace("Đ", "D"))
    words = "".join(c for c in bare if not unicodedata.combining(c))
    return re.sub(r"[^\w .-]+", " ", words).strip()
