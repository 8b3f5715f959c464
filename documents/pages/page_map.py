"""Which node stands where on the pages, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from documents.pages.bookmarks import BOOKMARK_PREFIX, bookmark_of
from documents.pages.messages import LinkBox
from plans.plan import PART_NAMES, PLAN_ID

REACH = 18.0
"""Points beside a node's text (white space between lines, the rest of a cell) that still count as the node."""


@dataclass(frozen=True)
class PageRect:
    """A rectangle on page ``page`` (from 0) in points from the top left."""

    page: int
    x: float
    y: float
    width: float
    height: float


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
        known = {bookmark_of(name): name for name in (PLAN_ID, *PART_NAMES)} | dict(ids or {})
        self._by_page: dict[int, list[tuple[PageRect, str]]] = {}
        self._by_node: dict[str, list[PageRect]] = {}
        for box in boxes:
            rect = PageRect(box.page, box.x, box.y, box.width, box.height)
            node_id = known.get(box.bookmark, box.bookmark.removeprefix(BOOKMARK_PREFIX))
            self._by_page.setdefault(box.page, []).append((rect, node_id))
            for name in {node_id, _shown_whole((parts or {}).get(box.bookmark, ""), node_id)}:
                self._by_node.setdefault(name, []).append(rect)

    def node_at(self, page: int, x: float, y: float) -> str | None:
        """Return the node whose text is at, or within REACH of, a point; None in empty places."""
        near = [(_distance(rect, x, y), at, node_id) for at, (rect, node_id) in enumerate(self._by_page.get(page, []))]
        distance, _, found = min(near, default=(REACH + 1, 0, ""))
        return found if distance <= REACH else None

    def rects(self, node_id: str) -> list[PageRect]:
        """Return the lines of a node's text, of a part those of all its nodes; [] where it is not on the pages."""
        return list(self._by_node.get(node_id, []))


def _shown_whole(part: str, node_id: str) -> str:
    """Return the part as whose text a node's lines count too; the body is too much to be marked."""
    return part if part and part != "body" else node_id


def _distance(rect: PageRect, x: float, y: float) -> float:
    """Return points from the rectangle; to its left and right only a third, as a line owns the margin beside it."""
    across = max(rect.x - x, 0.0, x - rect.x - rect.width)
    down = max(rect.y - y, 0.0, y - rect.y - rect.height)
    return down + across / 3
