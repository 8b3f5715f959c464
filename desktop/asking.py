"""The few questions that need a dialog of the system. Tests replace these functions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from resources.texts import gettext as _


def ask_open_path(parent: QWidget, folder: str) -> Path | None:
    """Ask which file to read a plan from; None when the user thinks better of it."""
    kinds = _("Kế hoạch (*.docx *.doc *.pdf *.txt *.kehoach);;Mọi tệp (*)")
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - after the first paint

    name, _kind = QFileDialog.getOpenFileName(parent, _("Nhập kế hoạch từ tệp"), folder, kinds)
    return Path(name) if name else None


def ask_folder(parent: QWidget, folder: str) -> Path | None:
    """Ask which folder to put files into; None when the user thinks better of it."""
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - after the first paint

    name = QFileDialog.getExistingDirectory(parent, _("Chọn thư mục để ghi các phiếu giao việc"), folder)
    return Path(name) if name else None


def ask_save_path(parent: QWidget, suggestion: Path, suffix: str) -> Path | None:
    """Ask where to write; the answer ends in ``suffix`` (".docx"). None when the user thinks better of it."""
    kind = {".docx": _("Văn bản Word (*.docx)"), ".pdf": _("PDF (*.pdf)"), ".kehoach": _("Gói kế hoạch (*.kehoach)")}
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - as above

    name, _kind = QFileDialog.getSaveFileName(parent, _("Xuất kế hoạch"), str(suggestion), kind[suffix])
    if not name:
        return None
    path = Path(name)
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)
