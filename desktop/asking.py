"""What is asked of the system: questions by its dialogs, its program for a file. Tests replace these functions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.output import free_place
from resources.messages import sentence
from resources.texts import gettext as _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from plans.errors import Trouble
    from plans.plan import Plan


def ask_open_path(parent: QWidget, folder: str) -> Path | None:
    """Ask which file to read a plan from; None when the user thinks better of it."""
    kinds = _("Kế hoạch (*.docx *.doc *.pdf *.txt *.kehoach);;Mọi tệp (*)")
    return _ask_file(parent, _("Nhập kế hoạch từ tệp"), folder, kinds)


def ask_returned_path(parent: QWidget, folder: str) -> Path | None:
    """Ask which Word file came back edited; None when the user thinks better of it."""
    return _ask_file(parent, _("Nhận lại bản Word đã sửa"), folder, _("Văn bản Word (*.docx)"))


def ask_other_path(parent: QWidget, folder: str) -> Path | None:
    """Ask which file to compare the open plan with; None when the user thinks better of it."""
    kinds = _("Văn bản Word hoặc gói kế hoạch (*.docx *.kehoach)")
    return _ask_file(parent, _("So với tệp khác"), folder, kinds)


def _ask_file(parent: QWidget, title: str, folder: str, kinds: str) -> Path | None:
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - after the first paint

    name, _kind = QFileDialog.getOpenFileName(parent, title, folder, kinds)
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
    if path.suffix.lower() == suffix:
        return path
    return free_place(path.with_name(path.name + suffix))  # the dialog asked about the name without its suffix


def ask_whether_to_keep(parent: QWidget, plan: Plan, trouble: Trouble) -> bool:
    """Ask, before the window goes, whether what nothing took (``trouble``: why) is to be written elsewhere; False where
    the clerk lets it go. No undo could bring it back, so this is a dialog."""
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - only in an emergency

    box = QMessageBox(QMessageBox.Icon.Warning, _("Kế Hoạch"), sentence(trouble.code, trouble.data), parent=parent)
    name = plan.subject or _("Kế hoạch chưa có trích yếu")
    box.setInformativeText(_("Phần vừa soạn của “{name}” chưa lưu được ở đâu cả.").format(name=name))
    keep = box.addButton(_("Lưu ra nơi khác…"), QMessageBox.ButtonRole.AcceptRole)
    drop = box.addButton(_("Đóng, bỏ phần chưa lưu"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is not drop


def ask_printer(parent: QWidget, name: str) -> QPrinter | None:
    """Ask on which printer, which pages and how often; ``name``: what the print queue calls it. None when the user
    thinks better of it."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - only when something is printed

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setWindowTitle(_("In kế hoạch"))
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


def open_file(path: Path) -> bool:
    """Open a file with the program the system has for it; False where it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
