"""Printing: the pages of the preview, laid out and drawn apart, painted in a thread beside the window."""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from desktop.asking import ask_printer
from desktop.notices import NoticeBar
from desktop.output import file_name
from desktop.tasks import Tasks
from plans.errors import Trouble
from resources.texts import gettext as _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from documents.pages.messages import PageSize
    from plans.plan import Plan

DPI = 300
"""Pages are drawn as finely as an office's laser printer can show; more only takes longer."""


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
            self._stop = threading.Event()
            work = partial(print_plan, copy.deepcopy(plan), printer, self._stepped.emit, self._stop)
            self._tasks.run(work, self._on_printed, self._notices.warn)

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


def print_plan(plan: Plan, printer: QPrinter, step: Callable[[int, int], None], stop: threading.Event) -> int:
    """Print the pages of ``plan`` that ``printer`` was asked for, until ``stop``; return how many that were.

    ``step`` is called before each page with its place and how many there are. Raises Trouble "pages-failed" and
    "printer-refused".
    """
    from documents.pages.apart import PagesApart  # noqa: PLC0415 - only when something is printed

    with PagesApart() as pages:
        sizes = pages.lay_out(plan)
        wanted = _wanted(printer, len(sizes))
        painter = QPainter()
        try:
            for place, page in enumerate(wanted):
                if stop.is_set():
                    printer.abort()
                    return place
                step(place + 1, len(wanted))
                _turn(painter, printer, sizes[page])
                drawn = pages.draw(page, min(DPI, printer.resolution()) / 72)
                image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
                painter.drawImage(_fitted(image, printer.pageLayout().fullRectPixels(printer.resolution())), image)
        finally:
            if painter.isActive():
                painter.end()
    return len(wanted)


def _wanted(printer: QPrinter, count: int) -> range:
    """Return the pages asked for, counted from 0; the printer counts from 1, 0 stands for all."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return range(min(first, count) - 1, min(last, count))


def _turn(painter: QPainter, printer: QPrinter, size: PageSize) -> None:
    """Begin a sheet as wide and high as the page."""
    broad = size.width > size.height
    narrow = QSizeF(min(size.width, size.height), max(size.width, size.height))
    printer.setPageSize(QPageSize(narrow, QPageSize.Unit.Point))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if broad else QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    begun = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not begun:
        raise Trouble("printer-refused", printer=printer.printerName() or printer.outputFileName())


def _fitted(image: QImage, sheet: QRect) -> QRectF:
    """Return where on the sheet the page goes, whole and undistorted."""
    scale = min(sheet.width() / image.width(), sheet.height() / image.height())
    return QRectF(0, 0, image.width() * scale, image.height() * scale)
