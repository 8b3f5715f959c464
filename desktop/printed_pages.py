"""A plan's pages on paper: those of the preview, laid out and drawn apart, painted on the printer's sheets."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from documents.limited import Stopped
from documents.pages.apart import PagesApart
from plans.errors import Trouble

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from documents.pages.messages import PageSize
    from plans.plan import Plan

DPI = 300
"""Pages are drawn as finely as an office's laser printer can show; more only takes longer."""


def print_plan(plan: Plan, printer: QPrinter, step: Callable[[int, int], None], stop: threading.Event) -> int:
    """Print the pages of ``plan`` that ``printer`` was asked for, until ``stop``; return how many that were.

    ``step`` is called before each page with its place and how many there are. Raises Trouble "pages-failed" and
    "printer-refused".
    """
    with PagesApart(stop) as pages:
        painter, place = QPainter(), 0
        try:
            sizes = pages.lay_out(plan)
            wanted = _wanted(printer, len(sizes))
            for place, page in enumerate(wanted):
                step(place + 1, len(wanted))
                _turn(painter, printer, sizes[page])
                drawn = pages.draw(page, min(DPI, printer.resolution()) / 72)
                image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32)
                painter.drawImage(_fitted(image, printer.pageLayout().fullRectPixels(printer.resolution())), image)
        except Stopped:
            printer.abort()
            return place
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
