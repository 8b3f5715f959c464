"""Bugs: whatever nobody expected. The draft is saved beside the library, then a dialog says so."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from resources.texts import gettext as _

QUIET_SECONDS = 5.0
"""A bug met again right after its box was closed (the box moves the focus) is logged, not told again."""


class CrashHandler:
    """The one place that sees unexpected exceptions (``sys.excepthook``; Qt's slots end there too).

    ``save_draft`` returns the file the open plan was saved to, None where no plan is open.
    """

    def __init__(self, save_draft: Callable[[], Path | None], log: Path) -> None:
        self._save_draft = save_draft
        self._log = log
        self._busy = False
        self._told = -QUIET_SECONDS

    def install(self) -> None:
        """Take over ``sys.excepthook``."""
        sys.excepthook = self.handle

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the traceback to the log, save the draft, tell the user."""
        if issubclass(kind, KeyboardInterrupt) or self._busy:
            return
        self._busy = True
        try:
            draft = self._rescue()
            self._write_log("".join(traceback.format_exception(kind, error, trace)))
            if QApplication.instance() is not None and time.monotonic() - self._told > QUIET_SECONDS:
                self._tell(draft)
        finally:
            self._busy = False

    def _rescue(self) -> Path | None:
        try:
            return self._save_draft()
        except Exception:  # noqa: BLE001 - the crash handler itself must not fail
            self._write_log(traceback.format_exc())
            return None

    def _write_log(self, text: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as log:
                log.write(text + "\n")
        except OSError:
            sys.stderr.write(text)

    def _tell(self, draft: Path | None) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - only when it is needed

        box = QMessageBox(QMessageBox.Icon.Warning, _("Kế Hoạch"), _("Chương trình gặp lỗi ngoài dự kiến."))
        saved = _("Bản đang soạn đã được lưu vào “{path}”.").format(path=draft) if draft else ""
        box.setInformativeText(
            "\n".join(filter(None, [saved, _("Chi tiết nằm trong tệp “{path}”.").format(path=self._log)]))
        )
        box.addButton(_("Tiếp tục"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(_("Đóng chương trình"), QMessageBox.ButtonRole.DestructiveRole)
        box.exec()
        self._told = time.monotonic()
        if box.clickedButton() is leave:
            QApplication.exit(1)
