"""The small pages beside the large ones: a list to find one's way by, drawn as it comes into sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.theme import tint
from documents.pages.messages import PageSize
from resources.texts import gettext as _

THUMB_WIDTH = 62
"""Pixels a portrait A4 page is wide; a landscape page has the same width and is lower."""

FINENESS = 3
"""So many times larger pictures are drawn, then made small: drawn small, the lines of tables would be all there is."""

MOST_KEPT = 120
"""Pictures kept; those drawn longest ago go first."""

STRIP_WIDTH = 92
_MARGIN = 7

_Index = QModelIndex | QPersistentModelIndex


class ThumbnailModel(QAbstractListModel):
    """One row per page. Pictures of the pages before a change stand in until the new ones are there.

    Signals:
        picture_wanted(int, float): a row in sight has no picture, or an old one; its scale in pixels per point.
    """

    picture_wanted = Signal(int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: tuple[PageSize, ...] = ()
        self._pictures: dict[int, QPixmap] = {}
        self._asked: set[int] = set()

    def set_pages(self, sizes: Sequence[PageSize]) -> None:
        """Take the pages of a new layout; rows that stay keep their selection."""
        old, new = len(self._sizes), len(sizes)
        if new > old:
            self.beginInsertRows(QModelIndex(), old, new - 1)
        elif new < old:
            self.beginRemoveRows(QModelIndex(), new, old - 1)
        self._sizes = tuple(sizes)
        self._asked.clear()
        self._pictures = {page: picture for page, picture in self._pictures.items() if page < new}
        if new > old:
            self.endInsertRows()
        elif new < old:
            self.endRemoveRows()
        if new:
            self.dataChanged.emit(self.index(0), self.index(new - 1))

    def set_picture(self, page: int, picture: QImage) -> None:
        """Take the picture of a page that was asked for; it is made small here."""
        if page >= len(self._sizes):
            return
        self._pictures.pop(page, None)
        small = picture.scaledToWidth(picture.width() // FINENESS, Qt.TransformationMode.SmoothTransformation)
        self._pictures[page] = QPixmap.fromImage(small)
        for oldest in list(self._pictures)[:-MOST_KEPT]:
            del self._pictures[oldest]
            self._asked.discard(oldest)
        self.dataChanged.emit(self.index(page), self.index(page))

    def picture(self, page: int, ratio: float) -> QPixmap | None:
        """Return what there is of a page that is in sight, and ask for what is not; ``ratio``: of device pixels."""
        if page not in self._asked:
            self._asked.add(page)
            self.picture_wanted.emit(page, THUMB_WIDTH * FINENESS / self._sizes[page].width * ratio)
        return self._pictures.get(page)

    def paper(self, page: int) -> QSize:
        """Return the size of a small page in pixels."""
        size = self._sizes[page]
        return QSize(THUMB_WIDTH, round(THUMB_WIDTH * size.height / size.width))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        return 0 if parent.isValid() else len(self._sizes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return str(index.row() + 1)
            case Qt.ItemDataRole.AccessibleTextRole:
                return _("Trang {page} / {pages}").format(page=index.row() + 1, pages=len(self._sizes))
            case _:
                return None


class _Painter(QStyledItemDelegate):
    """Draws a small page with its number below it; the current one framed."""

    def __init__(self, model: ThumbnailModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        paper = self._model.paper(index.row())
        return QSize(THUMB_WIDTH + 2 * _MARGIN, paper.height() + option.fontMetrics.height() + 2 * _MARGIN)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        page, rect = index.row(), QRect(option.rect)  # type: ignore[attr-defined]
        palette = QPalette(option.palette)  # type: ignore[attr-defined]
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        if is_current:
            painter.fillRect(rect, tint(palette, 0.12))
        paper = QRect(rect.topLeft(), self._model.paper(page))
        paper.moveLeft(rect.left() + (rect.width() - paper.width()) // 2)
        paper.moveTop(rect.top() + _MARGIN)
        painter.fillRect(paper, Qt.GlobalColor.white)
        picture = self._model.picture(page, painter.device().devicePixelRatio())
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(paper, picture)
        frame = QPalette.ColorRole.Highlight if is_current else QPalette.ColorRole.Mid
        painter.setPen(QPen(palette.color(frame), 2 if is_current else 1))
        painter.drawRect(QRectF(paper).adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        below = QRect(rect.left(), paper.bottom() + 2, rect.width(), rect.bottom() - paper.bottom() - 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(page + 1))
        painter.restore()


class PagesStrip(QListView):
    """The list of small pages; mouse and keys choose one.

    Signals:
        page_chosen(int): the user went to this page (not when ``follow`` did).
    """

    page_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = ThumbnailModel(self)
        self._following = False
        self.setModel(self.pages)
        self.setItemDelegate(_Painter(self.pages, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(STRIP_WIDTH)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(_("Các trang thu nhỏ"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def set_pages(self, sizes: Sequence[PageSize]) -> None:
        """Show the pages of a new layout, none for ()."""
        self._following = True
        self.pages.set_pages(sizes)
        self._following = False
        self.scheduleDelayedItemsLayout()

    def follow(self, page: int) -> None:
        """Mark the page that stands in the large view, -1 for none."""
        index = self.pages.index(page) if page >= 0 else QModelIndex()
        if index == self.currentIndex():
            return
        self._following = True
        self.setCurrentIndex(index)
        self._following = False

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self.page_chosen.emit(current.row())
