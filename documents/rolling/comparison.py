"""So với năm trước, as text for the terminal and the clipboard."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

from plans.rollover import Comparison, Difference
from resources.texts import gettext as _

_WIDTH = 100


def comparison_text(found: Comparison) -> str:
    """Return the three lists in the interface language, one line a difference; a sentence where there is none."""
    if not (found.added or found.dropped or found.changed):
        return _("Không khác năm trước, ngoài các năm đã chuyển.")
    lists = (
        (_("Thêm mới ({count})"), found.added, _new),
        (_("Không còn ({count})"), found.dropped, _old),
        (_("Viết lại ({count})"), found.changed, _both),
    )
    return "\n".join(_list(title, items, words) for title, items, words in lists if items)


def _list(title: str, items: list[Difference], words: Callable[[Difference], str]) -> str:
    return "\n".join([title.format(count=len(items)), *(f"  {words(item)}" for item in items)])


def _new(item: Difference) -> str:
    return _short(item.new)


def _old(item: Difference) -> str:
    return _short(item.old)


def _both(item: Difference) -> str:
    return f"{_short(item.old)} → {_short(item.new)}"


def _short(words: str) -> str:
    return textwrap.shorten(words, _WIDTH, placeholder="…") or "…"
