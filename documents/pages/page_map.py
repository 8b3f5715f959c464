"""Which node stands where on the pages, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from documents.pages.bookmarks import BOOKMARK_PREFIX, bookmark_of
from documents.pages.messages import LinkBox
from plans.plan import PART_NAMES, PLAN_ID

REACH = 18.0
"""Points beside a node's text (white space between lines, the rest of a cell) that still count as the node."""

LINE = 12.0
"""Points: words less far apart in height stand on one line."""


class PageRect(NamedTuple):
    """A rectangle on page ``page`` (from 0) in points from the top left."""

    page: int
    x: float
    y: float
    width: float
    height: float


class Ending(NamedTuple):
    """Where the signature stands: its page (from 0), and how many lines of the text stand above it there."""

    page: int
    lines: int


class PageMap:
    """Places of nodes on laid-out pages.

    ``ids``: node ids by bookmark (a bookmark not named there stands for its own 32 digits; the plan itself and its
    parts are known); ``parts``: the part a node stands in, by bookmark.
    """

    def __init__(
        self,
        boxes: Iterable[LinkBox] = (),
        ids: Mapping[str, str] | None = None,
        parts: Mapping[str, str] | None = None,
    ) -> None:
        self._ids = {bookmark_of(name): name for name in (PLAN_ID, *PART_NAMES)} | dict(ids or {})
        self._parts = parts or {}
        self._by_page: dict[int, list[LinkBox]] = {}
        self._by_node: dict[str, list[LinkBox]] = {}
        for box in boxes:
            self._by_page.setdefault(box.page, []).append(box)
            self._by_node.setdefault(self._id(box), []).append(box)

    def node_at(self, page: int, x: float, y: float) -> str | None:
        """Return the node whose text is at, or within REACH of, a point; None in empty places."""
        near = [(_distance(box, x, y), at, box) for at, box in enumerate(self._by_page.get(page, []))]
        if not near:
            return None
        distance, _, box = min(near)
        return self._id(box) if distance <= REACH else None

    def rects(self, node_id: str) -> list[PageRect]:
        """Return the lines of a node's text, of a part those of all its nodes; [] where it is not on the pages, and
        for the body, which is too much to be shown as one."""
        found = self._by_node.get(node_id, [])
        if node_id in PART_NAMES and node_id != "body":
            inside = [box for name, boxes in self._by_node.items() if name != node_id for box in boxes]
            found = [*found, *(box for box in inside if self._parts.get(box.bookmark) == node_id)]
        return [PageRect(*box[:5]) for box in found]

    def left_edge(self, page: int) -> float:
        """Return where the text of a page begins, points from its left edge; 0 for a page without nodes."""
        return min((box.x for box in self._by_page.get(page, [])), default=0.0)

    def ending(self) -> Ending | None:
        """Return where the signature and the recipients begin, None where they are not on the pages."""
        boxes = self.rects("recipients")
        if not boxes:
            return None
        first = min(boxes, key=lambda box: (box.page, box.y))
        above = {round(box.y / LINE) for box in self._by_page[first.page] if box.y < first.y - LINE / 2}
        return Ending(first.page, len(above))

    def _id(self, box: LinkBox) -> str:
        return self._ids.get(box.bookmark) or box.bookmark.removeprefix(BOOKMARK_PREFIX)


def _distance(rect: LinkBox, x: float, y: float) -> float:
    """Return points from the rectangle; to its left and right only a third, as a line owns the margin beside it."""
    across = max(rect.x - x, 0.0, x - rect.x - rect.width)
    down = max(rect.y - y, 0.0, y - rect.y - rect.height)
    return down + across / 3
