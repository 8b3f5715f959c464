"""The levels and marks of items: one level in or out, past a neighbour, what stands in the margin. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from desktop.items import Item

_HOLDERS = ("bullet", "label_line", "paragraph")


def inner(item: Item, above: Item | None, kinds: Sequence[str]) -> Item | None:
    """Return the item one level in, below the one ``above`` it; None where there is no such level."""
    if item.kind == "paragraph" and "bullet" in kinds:
        return replace(item, kind="bullet", numbered=False)
    if item.kind != "bullet" or above is None:
        return None
    depth = item.depth + 1
    return replace(item, depth=depth) if depth <= above.depth + 1 and above.kind in _HOLDERS else None


def outer(item: Item, kinds: Sequence[str]) -> Item | None:
    """Return the item one level out, None where it stands outermost."""
    if item.depth:
        return replace(item, depth=item.depth - 1)
    if item.kind in ("bullet", "label_line") and "paragraph" in kinds:
        return replace(item, kind="paragraph")
    return None


def mark_of(item: Item, line: Sequence[Item], label_of: Callable[[str], str] | None) -> str:
    """Return the mark of an item in the margin, "" for none; line: the items that hold it, itself last."""
    if item.kind == "bullet":
        is_inner = item.depth and item.depth <= len(line) and line[item.depth - 1].kind == "bullet"
        known = label_of(item.id) if label_of else ""
        return "+" if is_inner else (known if known in ("-", "+") and not item.depth else "-")
    if item.kind == "label_line":
        return "*"
    if item.kind == "recipient":
        return "-"
    return label_of(item.id) if item.numbered and label_of else ""


def moved(items: Sequence[Item], at: int, step: int) -> list[Item] | None:
    """Return the items with the one at ``at`` and those nested below it moved past a neighbour, None if at an end."""
    end = _end(items, at)
    if step < 0:
        start = max((i for i in range(at) if items[i].depth <= items[at].depth), default=-1)
        if start < 0 or items[start].depth < items[at].depth:
            return None
        return [*items[:start], *items[at:end], *items[start:at], *items[end:]]
    if end >= len(items) or items[end].depth < items[at].depth:
        return None
    after = _end(items, end)
    return [*items[:at], *items[end:after], *items[at:end], *items[after:]]


def _end(items: Sequence[Item], at: int) -> int:
    """Return the place after the item at ``at`` and all nested below it."""
    return next((i for i in range(at + 1, len(items)) if items[i].depth <= items[at].depth), len(items))
