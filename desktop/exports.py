"""Getting the open plan out of the window: asks where, writes in the background, says what became of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.asking import ask_folder, ask_save_path
from desktop.notices import NoticeBar
from desktop.output import FileWork, file_name, free_path, slip_name
from resources.texts import gettext as _

if TYPE_CHECKING:
    from documents.audit.report import AuditReport
    from plans.plan import Plan


class Exports(QObject):
    """Exports plans for the window ``parent`` and reports in its notice bar."""

    def __init__(self, files: FileWork, notices: NoticeBar, settings: QSettings, parent: QWidget) -> None:
        super().__init__(parent)
        self._window, self.files, self._settings = parent, files, settings
        self.notices = notices
        files.written.connect(self._on_written)
        files.issued.connect(self._on_issued)
        files.filed.connect(self._on_filed)

    @property
    def folder(self) -> Path:
        """Where the clerk last took a file from or put one; the documents folder at first."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        remembered = Path(str(self._settings.value("folder", documents)))
        return remembered if remembered.is_dir() else Path.home()

    def remember(self, path: Path) -> None:
        """Begin the next file dialog where ``path`` lies."""
        self._settings.setValue("folder", str(path.parent))

    def export(self, plan: Plan, suffix: str, *, issued: bool = False) -> bool:
        """Ask for a place and write ``plan`` there; ``issued``: the clean copy, audited. False: no place was chosen."""
        path = self.choose(plan, suffix, issued=issued)
        if path:
            write = self.files.write_issued if issued else self.files.write_file
            write(plan, path)
        return path is not None

    def choose(self, plan: Plan, suffix: str, *, issued: bool) -> Path | None:
        """Ask where a file of the plan is to lie, named by the office's habit; None where the clerk calls it off."""
        name = f"{file_name(plan)} ban phat hanh" if issued else file_name(plan)
        path = ask_save_path(self._window, self.folder / (name + suffix), suffix)
        if path:
            self.remember(path)
        return path

    def export_slips(self, plan: Plan, unit: str) -> None:
        """Ask for a place and write the slip of ``unit``; "": those of all units, each into a file of its own in the
        folder chosen, where no older file is replaced."""
        if not unit:
            folder = ask_folder(self._window, str(self.folder))
            if folder:
                self.remember(folder / "-")
                self.files.write_slips(plan, folder)
            return
        suggestion = free_path(self.folder / f"{slip_name(plan, unit)}.docx")
        path = ask_save_path(self._window, suggestion, ".docx")
        if path:
            self.remember(path)
            self.files.write_slip(plan, unit, path)

    def _on_filed(self, folder: Path, count: int) -> None:
        text = _("Đã xuất {count} phiếu giao việc vào thư mục “{name}”.").format(count=count, name=folder.name)
        self.notices.tell(text, _("Mở thư mục"), _Opening(folder))

    def _on_issued(self, path: Path, report: AuditReport) -> None:
        text = _("Đã xuất bản sạch “{name}” và soát thể thức: {errors} lỗi.")
        self.notices.tell(text.format(name=path.name, errors=len(report.errors)), _("Mở tệp"), _Opening(path))
        if report.findings:
            from desktop.report_window import ReportWindow  # noqa: PLC0415 - after the first paint

            ReportWindow(path.name, report, self._window).show()

    def _on_written(self, path: Path, lost: list[str]) -> None:
        text = _("Đã xuất “{name}”.").format(name=path.name)
        if lost:
            text = _("Đã xuất “{name}”, nhưng bản PDF thiếu chữ: {words}.").format(
                name=path.name, words=", ".join(word[:40] for word in lost[:8])
            )
        self.notices.tell(text, _("Mở tệp"), _Opening(path))


class _Opening:
    """Opens a file with the program the system has for it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))
