"""Printing: asks for the printer, prints in a thread beside the window, tells how far it is."""

from __future__ import annotations

import copy
import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.asking import ask_printer
from desktop.notices import NoticeBar
from desktop.output import file_name
from desktop.tasks import Tasks
from resources.texts import gettext as _

if TYPE_CHECKING:
    from plans.plan import Plan


class Printing(QObject):
    """Prints one plan after the other for the window ``window`` and tells how far it is, with a way to stop it.

    Signals:
        printed(int): so many pages went to the printer.
    """

    printed = Signal(int)
    _stepped = Signal(int, int)

    def __init__(self, notices: NoticeBar, window: QWidget) -> None:
        super().__init__(window)
        self._notices, self._window = notices, window
        self._tasks = Tasks("printing", self)
        self._stop = threading.Event()
        self._stepped.connect(self._on_stepped)

    def print(self, plan: Plan) -> None:
        """Ask for a printer and print the plan as it is now."""
        printer = ask_printer(self._window, file_name(plan))
        if printer is not None:
            from desktop.printed_pages import print_plan  # noqa: PLC0415 - only when something is printed

            self._stop = threading.Event()
            work = partial(print_plan, copy.deepcopy(plan), printer, self._stepped.emit, self._stop)
            self._tasks.run(work, self._on_printed, self._notices.warn)
            self._notices.keep(_("Đang dựng trang để in…"), _("Dừng in"), self._stop.set)

    def close(self) -> None:
        """Stop what is under way."""
        self._stop.set()
        self._tasks.close()

    def _on_stepped(self, page: int, pages: int) -> None:
        text = _("Đang in trang {page}/{pages}…").format(page=page, pages=pages)
        self._notices.tell(text, _("Dừng in"), self._stop.set)

    def _on_printed(self, pages: int) -> None:
        if self._stop.is_set():
            self._notices.tell(_("Đã dừng in."))
        else:
            self._notices.tell(_("Đã gửi {pages} trang đến máy in.").format(pages=pages))
        self.printed.emit(pages)
