"""Which node stands where on the pages, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import md5

from documents.pages.messages import LinkBox

REACH = 18.0
"""Points beside a node's text (white space between lines, the rest of a cell) that still count as the node."""

_HEX_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class PageRect:
    """A rectangle on page ``page`` (from 0) in points from the top left."""

    page: int
    x: float
    y: float
    width: float
    height: float


def bookmark_of(node_id: str) -> str:
    """Return the name of a node's bookmark: 32 hexadecimal digits, those of the id itself where it is such."""
    digits = node_id if _HEX_ID.fullmatch(node_id) else md5(node_id.encode(), usedforsecurity=False).hexdigest()
    return f"_kh{digits}"


class PageMap:
    """Places of nodes on laid-out pages. ``node_ids``: the ids to tell; others keep their bookmark's digits as id."""

    def __init__(self, boxes: Iterable[LinkBox] = (), node_ids: Iterable[str] = ()) -> None:
        ids = {bookmark_of(node_id): node_id for node_id in node_ids}
        self._by_page: dict[int, list[tuple[PageRect, str]]] = {}
        self._by_node: dict[str, list[PageRect]] = {}
        for box in boxes:
            rect = PageRect(box.page, box.x, box.y, box.width, box.height)
            node_id = ids.get(box.bookmark, box.bookmark.removeprefix("_kh"))
            self._by_page.setdefault(box.page, []).append((rect, node_id))
            self._by_node.setdefault(node_id, []).append(rect)

    def node_at(self, page: int, x: float, y: float) -> str | None:
        """Return the node whose text is at, or within REACH of, a point; None in empty places."""
        near = [(_distance(rect, x, y), at, node_id) for at, (rect, node_id) in enumerate(self._by_page.get(page, []))]
        distance, _, found = min(near, default=(REACH + 1, 0, ""))
        return found if distance <= REACH else None

    def rects(self, node_id: str) -> list[PageRect]:
        """Return the lines of a node's text, in reading order; [] where it is not on the pages."""
        return list(self._by_node.get(node_id, []))


def _distance(rect: PageRect, x: float, y: float) -> float:
    """Return points from the rectangle; to its left and right only a third, as a line owns the margin beside it."""
    across = max(rect.x - x, 0.0, x - rect.x - rect.width)
    down = max(rect.y - y, 0.0, y - rect.y - rect.height)
    return down + across / 3
