"""Getting the open plan out of the window: asks where, writes in the background, says what became of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QTimer
from PySide6.QtWidgets import QWidget

from desktop.asking import ask_folder, ask_save_path, open_file
from desktop.notices import NoticeBar
from desktop.output import Done, FileWork, file_name, free_place, slip_name
from resources.texts import gettext as _

if TYPE_CHECKING:
    from documents.audit.report import AuditReport
    from plans.errors import Trouble
    from plans.plan import Plan

SHOWN_AFTER_MS = 400
"""What is quicker than this is not announced."""


class Exports(QObject):
    """Exports plans for the window ``parent`` and reports in its notice bar."""

    def __init__(self, files: FileWork, notices: NoticeBar, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self.files, self._settings = parent, files, settings
        self.notices = notices
        files.written.connect(self._on_written)
        files.issued.connect(self._on_issued)
        files.troubled.connect(self._on_troubled)
        files.filed.connect(self._on_filed)
        files.began.connect(self._on_began)
        files.ended.connect(self._on_ended)
        files.stopped.connect(self._on_stopped)
        self._name = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SHOWN_AFTER_MS)
        self._pause.timeout.connect(self._on_lasting)

    @property
    def folder(self) -> Path:
        """Where the clerk last took a file from or put one; the documents folder at first."""
        remembered = Path(str(self._settings.value("folder", str(self.documents))))
        return remembered if remembered.is_dir() else Path.home()

    @property
    def documents(self) -> Path:
        """The system's folder for documents."""
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def remember(self, path: Path) -> None:
        """Begin the next file dialog where ``path`` lies."""
        self._settings.setValue("folder", str(path.parent))

    def export(self, plan: Plan, suffix: str, *, issued: bool = False, done: Done | None = None) -> bool:
        """Ask for a place and write ``plan`` there; ``issued``: the clean copy, audited; ``done``: what follows once it
        stands. False: no place was chosen."""
        path = self.choose(plan, suffix, issued=issued)
        if path:
            write = self.files.write_issued if issued else self.files.write_file
            write(plan, path, done)
        return path is not None

    def export_redline(self, old: Plan | Path, plan: Plan) -> None:
        """Ask for a place and write there, with tracked changes, what ``plan`` says otherwise than ``old``."""
        path = self._ask(f"{file_name(plan)} so sanh", ".docx")
        if path:
            self.files.write_redline(old, plan, path)

    def choose(self, plan: Plan, suffix: str, *, issued: bool) -> Path | None:
        """Ask where a file of the plan is to lie, named by the office's habit; None where the clerk calls it off."""
        name = f"{file_name(plan)} ban phat hanh" if issued else file_name(plan)
        return self._ask(name, suffix)

    def _ask(self, name: str, suffix: str) -> Path | None:
        path = ask_save_path(self._window, self.folder / (name + suffix), suffix)
        if path:
            self.remember(path)
        return path

    def open(self, path: Path) -> None:
        """Open a file with the program the system has for it, or say that there is none."""
        if not open_file(path):
            text = _("Máy này chưa có chương trình mở được “{name}”. Tệp nằm ở thư mục “{folder}”.")
            self.notices.tell(text.format(name=path.name, folder=path.parent))

    def export_slips(self, plan: Plan, unit: str) -> None:
        """Ask for a place and write the slip of ``unit``; "": those of all units, each into a file of its own in the
        folder chosen, where no older file is replaced."""
        if not unit:
            folder = ask_folder(self._window, str(self.folder))
            if folder:
                self.remember(folder / "-")
                self.files.write_slips(plan, folder)
            return
        suggestion = free_place(self.folder / f"{slip_name(plan, unit)}.docx")
        path = ask_save_path(self._window, suggestion, ".docx")
        if path:
            self.remember(path)
            self.files.write_slip(plan, unit, path)

    def _on_began(self, name: str) -> None:
        self._name = name
        self._pause.start()

    def _on_ended(self) -> None:
        self._pause.stop()

    def _on_lasting(self) -> None:
        """Say what takes a moment, and let the clerk call it off."""
        self.notices.keep(_("Đang xuất “{name}”…").format(name=self._name), _("Dừng xuất"), self.files.cancel)

    def _on_stopped(self) -> None:
        self.notices.tell(_("Đã dừng xuất; chưa ghi tệp nào."))

    def _on_filed(self, folder: Path, count: int) -> None:
        text = _("Đã xuất {count} phiếu giao việc vào thư mục “{name}”.").format(count=count, name=folder.name)
        self.notices.tell(text, _("Mở thư mục"), partial(self.open, folder))

    def _on_issued(self, path: Path, report: AuditReport) -> None:
        text = _("Đã xuất bản sạch “{name}” và soát thể thức: {errors} lỗi.")
        self._tell(text.format(name=path.name, errors=len(report.errors)), path)
        if report.findings:
            from desktop.report_window import ReportWindow  # noqa: PLC0415 - after the first paint

            ReportWindow(path.name, report, self._window).show()

    def _on_written(self, path: Path, lost: list[str]) -> None:
        text = _("Đã xuất “{name}”.").format(name=path.name)
        if lost:
            text = _("Đã xuất “{name}”, nhưng bản PDF thiếu chữ: {words}.").format(
                name=path.name, words=", ".join(word[:40] for word in lost[:8])
            )
        self._tell(text, path)

    def _tell(self, text: str, path: Path) -> None:
        self.notices.tell(text, _("Mở tệp"), partial(self.open, path))

    def _on_troubled(self, trouble: Trouble, again: Callable[[Path], None]) -> None:
        """Say it, and where the place is to blame offer another one: the same folder under a free name, else the
        documents folder."""
        other = self._other_place(Path(str(trouble.data.get("path", ""))))
        if trouble.code not in ("file-open", "file-not-writable") or other is None:
            self.notices.warn(trouble)
            return
        button = _("Ghi thành “{name}”").format(name=other.name)
        self.notices.warn(trouble, button=button, action=partial(self._write_again, again, other))

    def _other_place(self, refused: Path) -> Path | None:
        folders = (refused.parent, self.documents, Path.home())
        free = next((folder for folder in folders if folder.is_dir() and os.access(folder, os.W_OK)), None)
        if free is None:
            return None
        return free_place(free / refused.name)

    def _write_again(self, again: Callable[[Path], None], path: Path) -> None:
        self.remember(path)
        again(path)
