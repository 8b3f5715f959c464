"""Which node each printed run belongs to.

A run between the marks of a node's bookmark is that node's. Nodes have one bookmark, at their first place; what stands
without one goes by the tree of the carried plan: before the first node the head of the plan, after a task's contents
the task again, in a table the table, beside and around the recipients the part "recipients".
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from documents.pages.bookmarks import BOOKMARK_PREFIX, bookmark_of
from documents.pages.carried_tree import CarriedTree
from plans.plan import PLAN_ID

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_START, _RUN, _NAME = f"{W}bookmarkStart", f"{W}r", f"{W}name"

HEAD = bookmark_of(PLAN_ID)
ENDING = bookmark_of("recipients")

OwnedRun = tuple[Element, str]
"""A run and the bookmark of its node, "" for none."""


def node_bookmarks(element: Element) -> list[str]:
    """Return the names of our bookmarks that start in ``element``, in order."""
    return [name for start in element.iter(_START) if (name := _started(start))]


class Owners:
    """Walks a document from top to bottom and remembers the last node it met."""

    def __init__(self, tree: CarriedTree) -> None:
        self._tree = tree
        self._last = ""
        self._tables = 0

    def paragraphs(self, document: Element) -> Iterator[tuple[Element, list[OwnedRun]]]:
        """Yield each paragraph of ``w:document`` with its runs, also those in tables."""
        for block in document.iterfind(f"{W}body/*"):
            is_table = block.tag == f"{W}tbl"
            fixed = self._of_table(block) if is_table else ""
            self._tables += is_table
            for paragraph in block.iter(f"{W}p"):
                yield paragraph, list(self._runs(paragraph, fixed, in_table=is_table))

    def _of_table(self, table: Element) -> str:
        """Return the owner of what has no bookmark in this table, "" for the node met last."""
        names = node_bookmarks(table)
        if any(self._tree.parts.get(name) == "recipients" for name in names):
            return ENDING
        if names:
            return ""
        if not self._last:
            return ENDING if self._tables else HEAD
        return "" if not self._tree.is_carried or self._tree.kinds.get(self._last) == "table" else ENDING

    def _runs(self, paragraph: Element, fixed: str, *, in_table: bool) -> Iterator[OwnedRun]:
        children = [(child, child.tag) for child in paragraph]
        own = next((name for child, tag in children if tag == _START and (name := _started(child))), "")
        here = own or fixed or self._following(in_table=in_table)
        for child, tag in children:
            if tag == _RUN:
                yield child, here
            elif tag == _START and (name := _started(child)):
                here = self._last = name

    def _following(self, *, in_table: bool) -> str:
        if not self._last:
            return HEAD
        return self._last if in_table else self._tree.tasks.get(self._last, self._last)


def _started(child: Element) -> str:
    """Return the bookmark of ours that starts here, "" for none."""
    name = (child.get(_NAME) or "") if child.tag == _START else ""
    return name if name.startswith(BOOKMARK_PREFIX) else ""
