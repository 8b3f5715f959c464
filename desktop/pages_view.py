"""The pages themselves: stacked, scrolled, zoomed, drawn when they come into sight, the chosen node's lines marked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from desktop.pages_column import PAGE_GAP, PageColumn
from documents.pages.messages import PageSize
from documents.pages.page_map import PageRect

ZOOMS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0)
"""The steps of − and +; 1.0 is the paper's size on screen."""

PAPER = Qt.GlobalColor.white
"""Paper is white in the dark theme too: the page is shown as it will be printed."""

KEPT_AROUND = 3
"""Pictures of so many pages above and below those in sight are kept; others are drawn again when needed."""

WHEEL_STEP = 120
SHADOW_WIDTH = 5


class PagesView(QAbstractScrollArea):
    """Shows pages and says which pictures it lacks; it knows no worker and no plan.

    Signals:
        picture_wanted(int, float): a page in sight has no picture at this scale (device pixels per point).
        clicked_at(int, float, float): page and place in points.
        page_changed(int): the page in the middle of the view, -1 for none.
        pictures_called_off: the pictures asked for so far are not needed unless asked for again.
        zoom_changed(float): the zoom in force, 1.0 is the paper's size.
    """

    picture_wanted = Signal(int, float)
    pictures_called_off = Signal()
    clicked_at = Signal(int, float, float)
    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.empty_text = ""
        self._sizes: tuple[PageSize, ...] = ()
        self._zoom: float | None = None
        self._column = PageColumn()
        self._pictures: dict[int, tuple[float, QPixmap]] = {}
        self._fresh: set[int] = set()
        self._marked: list[PageRect] = []
        self._edges: dict[int, float] = {}
        self._page = -1
        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.timeout.connect(self._ask_for_pictures)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    # what is shown

    def set_pages(self, sizes: Sequence[PageSize]) -> None:
        """Show new pages at the old place; old pictures stand in until the new ones are drawn."""
        self._sizes = tuple(sizes)
        self._fresh.clear()
        self._pictures = {page: kept for page, kept in self._pictures.items() if page < len(self._sizes)}
        self._arrange()

    def clear(self) -> None:
        """Show nothing, from the top."""
        self._pictures.clear()
        self._marked = []
        self.set_pages(())
        self.verticalScrollBar().setValue(0)

    def set_picture(self, page: int, scale: float, picture: QPixmap) -> None:
        """Take the picture of a page that was asked for."""
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._pictures[page] = (scale, picture)
        self._fresh.add(page)
        self.viewport().update()

    def mark(self, rects: list[PageRect], edges: Mapping[int, float] | None = None) -> None:
        """Mark these lines, none for []; ``edges``: where the text of a page begins, in points, so that the bar beside
        the lines crosses no words of others."""
        self._marked = rects
        self._edges = dict(edges or {})
        self.viewport().update()

    def is_marked_in_sight(self) -> bool:
        """Say whether any marked line is in sight."""
        top, bottom = self._offset().y(), self._offset().y() + self.viewport().height()
        boxes = [self._column.in_view(rect) for rect in self._marked]
        return any(box is not None and top <= box.top() and box.bottom() <= bottom for box in boxes)

    def show_marked(self) -> None:
        """Scroll so that the first marked line stands in the upper third, unless one is in sight."""
        box = self._column.in_view(self._marked[0]) if self._marked else None
        if box is not None and not self.is_marked_in_sight():
            self.verticalScrollBar().setValue(round(box.top() - self.viewport().height() / 3))
            self.horizontalScrollBar().setValue(round(box.left() - self.viewport().width() / 3))

    def show_page(self, page: int) -> None:
        """Scroll so that a page begins at the top of the view."""
        if 0 <= page < len(self._column.pages):
            self.verticalScrollBar().setValue(round(self._column.pages[page].top() - PAGE_GAP))

    @property
    def page(self) -> int:
        """The page in the middle of the view, -1 for none."""
        return self._page

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return len(self._sizes)

    # zoom

    @property
    def zoom(self) -> float:
        """The zoom in force, also when fitted to the width."""
        return self._column.scale(0) / self._unit() if self._sizes else self._zoom or 1.0

    @property
    def is_fitted(self) -> bool:
        """Whether pages follow the width of the view."""
        return self._zoom is None

    def set_zoom(self, zoom: float | None, around: float | None = None) -> None:
        """Zoom to a factor, None fits the width; the place at ``around`` pixels below the top edge stays."""
        if zoom is not None:
            zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        at = self.viewport().height() / 2 if around is None else around
        self._zoom = zoom
        self._arrange(at)

    def step_zoom(self, step: int, around: float | None = None) -> None:
        """Go to the next larger (+1) or smaller (-1) zoom."""
        now = self.zoom
        larger = [zoom for zoom in ZOOMS if zoom > now + 0.01]
        smaller = [zoom for zoom in ZOOMS if zoom < now - 0.01]
        if step > 0:
            self.set_zoom(larger[0] if larger else ZOOMS[-1], around)
        else:
            self.set_zoom(smaller[-1] if smaller else ZOOMS[0], around)

    # geometry

    def _unit(self) -> float:
        return self.logicalDpiX() / 72

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _arrange(self, at: float = 0.0) -> None:
        """Compute the column anew and keep the place that was ``at`` pixels below the top edge."""
        is_first = not self._column.pages
        anchor = self._column.anchor(self._offset().y() + at)
        self._column = PageColumn(self._sizes, self.viewport().width(), self._zoom, self._unit())
        view = self.viewport()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(self._column.height) - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(48)
        horizontal.setRange(0, max(0, round(self._column.width) - view.width()))
        horizontal.setPageStep(view.width())
        horizontal.setSingleStep(48)
        vertical.setValue(0 if is_first else round(self._column.height_of(anchor) - at))
        self.zoom_changed.emit(self.zoom)
        self._on_scrolled()
        view.update()

    def _in_sight(self) -> range:
        top = self._offset().y()
        return self._column.between(top, top + self.viewport().height())

    def _on_scrolled(self) -> None:
        page = self._column.page_at(self._offset().y() + self.viewport().height() / 2)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self._asking.start(0)

    # pictures

    def _ask_for_pictures(self) -> None:
        seen = self._in_sight()
        self._forget_far_pictures(seen)
        self.pictures_called_off.emit()
        beside = [page for page in (seen.stop, seen.start - 1) if 0 <= page < len(self._sizes)]
        for page in [*seen, *beside]:
            drawn = self._pictures.get(page)
            if page not in self._fresh or drawn is None or not self._fits(drawn[0], page):
                self.picture_wanted.emit(page, self._column.scale(page) * self.devicePixelRatioF())

    def _fits(self, scale: float, page: int) -> bool:
        """Say whether a picture of that scale shows the page at its present size, pixel by pixel."""
        return abs(scale - self._column.scale(page) * self.devicePixelRatioF()) < 1e-6

    def _forget_far_pictures(self, seen: range) -> None:
        near = range(seen.start - KEPT_AROUND, seen.stop + KEPT_AROUND)
        for page in [page for page in self._pictures if page not in near]:
            del self._pictures[page]

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._sizes:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty_text)
            return
        painter.translate(-self._offset())
        for page in self._in_sight():
            self._paint_page(painter, page)
        self._paint_marks(painter)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        rect = self._column.pages[page]
        self._paint_shadow(painter, rect)
        painter.fillRect(rect, PAPER)
        if page in self._pictures:
            scale, picture = self._pictures[page]
            if self._fits(scale, page):
                painter.drawPixmap(rect.topLeft(), picture)  # pixel by pixel: sharp, and quick
            else:
                painter.drawPixmap(rect, picture, QRectF(picture.rect()))
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_shadow(self, painter: QPainter, rect: QRectF) -> None:
        shadow = QColor(self.palette().color(QPalette.ColorRole.Shadow))
        painter.setPen(Qt.PenStyle.NoPen)
        for step in range(SHADOW_WIDTH, 0, -1):
            shadow.setAlpha(5 + 3 * (SHADOW_WIDTH - step))
            painter.setBrush(shadow)
            painter.drawRoundedRect(rect.adjusted(-step, 1 - step, step, step + 1), step, step)

    def _paint_marks(self, painter: QPainter) -> None:
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        wash = QColor(accent)
        wash.setAlpha(38)
        painter.setPen(Qt.PenStyle.NoPen)
        bars: dict[int, QRectF] = {}
        for rect in self._marked:
            box = self._column.in_view(rect)
            if box is None:
                continue
            painter.fillRect(box.adjusted(-2, 0, 2, 0), wash)
            bars[rect.page] = bars.get(rect.page, box).united(box)
        for page, bar in bars.items():
            left = min(bar.left(), self._column.x_of(page, self._edges.get(page, self._sizes[page].width)))
            painter.fillRect(QRectF(left - 7, bar.top(), 3, bar.height()), accent)

    # input

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            place = self._column.on_page(event.position() + self._offset())
            if place is not None:
                self.clicked_at.emit(*place)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.step_zoom(1 if event.angleDelta().y() > 0 else -1, event.position().y())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)
