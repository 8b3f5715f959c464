"""Where the pages stand one below the other, in pixels of the view, and which point of which page is where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF

from documents.pages.messages import PageSize
from documents.pages.page_map import PageRect

PAGE_GAP = 14.0
"""Pixels between pages and around them."""


class PageColumn:
    """The pages of one document at one zoom in a view of one width.

    zoom: 1.0 is the paper's size at ``unit`` pixels per point; None fits the first page to the width. A page that is
    wider than the first (a landscape appendix) is then fitted by itself.
    """

    def __init__(
        self, sizes: Sequence[PageSize] = (), width: float = 0, zoom: float | None = None, unit: float = 1
    ) -> None:
        self._scales = [self._scale(size, sizes[0], width, zoom, unit) for size in sizes]
        wide = max((size.width * scale for size, scale in zip(sizes, self._scales, strict=True)), default=0)
        self.width = max(width, wide + 2 * PAGE_GAP)
        self.pages: list[QRectF] = []
        top = PAGE_GAP
        for size, scale in zip(sizes, self._scales, strict=True):
            page_width, page_height = ceil(size.width * scale), ceil(size.height * scale)
            self.pages.append(QRectF(round((self.width - page_width) / 2), top, page_width, page_height))
            top += page_height + PAGE_GAP
        self.height = top
        self._tops = [page.top() - PAGE_GAP for page in self.pages]

    @staticmethod
    def _scale(size: PageSize, first: PageSize, width: float, zoom: float | None, unit: float) -> float:
        if zoom is not None:
            return zoom * unit
        return max(width - 2 * PAGE_GAP, 40) / max(size.width, first.width)

    def scale(self, page: int) -> float:
        """Return pixels per point on a page."""
        return self._scales[page]

    def page_at(self, y: float) -> int:
        """Return the page at height ``y``; the first above, the last below; -1 where there is none."""
        return max(bisect_right(self._tops, y) - 1, 0) if self.pages else -1

    def between(self, top: float, bottom: float) -> range:
        """Return the pages of which something stands between two heights."""
        return range(self.page_at(top), self.page_at(bottom) + 1) if self.pages else range(0)

    def on_page(self, point: QPointF) -> tuple[int, float, float] | None:
        """Return page and place in points under a point of the column, None beside the pages."""
        page = self.page_at(point.y())
        if page < 0 or not self.pages[page].contains(point):
            return None
        at = point - self.pages[page].topLeft()
        return page, at.x() / self._scales[page], at.y() / self._scales[page]

    def in_view(self, rect: PageRect) -> QRectF | None:
        """Return a page's rectangle in pixels of the column, None where there is no such page."""
        if rect.page >= len(self.pages):
            return None
        scale, corner = self._scales[rect.page], self.pages[rect.page].topLeft()
        return QRectF(corner.x() + rect.x * scale, corner.y() + rect.y * scale, rect.width * scale, rect.height * scale)

    def x_of(self, page: int, points: float) -> float:
        """Return the pixel at which a place ``points`` from a page's left edge stands."""
        return self.pages[page].left() + points * self._scales[page]

    def anchor(self, y: float) -> tuple[int, float]:
        """Return page and share of its height at ``y``, to find the same place at another zoom or after a relayout."""
        page = self.page_at(y)
        return (page, (y - self.pages[page].top()) / self.pages[page].height()) if page >= 0 else (0, 0.0)

    def height_of(self, anchor: tuple[int, float]) -> float:
        """Return the height of an ``anchor``; the end where the page is gone."""
        page, share = anchor
        if page >= len(self.pages):
            return self.height
        return self.pages[page].top() + share * self.pages[page].height()
