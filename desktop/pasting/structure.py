"""Blocks from the clipboard as nodes: lists become bullets of their level, tables tables, headings sections. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.items import Item, grown, kinds_of, normalised
from plans.changes import Batch, InsertNode
from plans.grammar import HOLDS, may_hold
from plans.nodes import Node, Part, Section, Table, new_id
from plans.plan import Plan
from plans.text import RichText

if TYPE_CHECKING:
    from documents.reading.blocks import Block

_LINES = ("legal_basis", "recipient", "paragraph", "bullet", "label_line")
Piece = Item | Table | Section
"""One block as it would stand in a plan."""


def paste_change(plan: Plan, node_id: str, blocks: Sequence[Block]) -> tuple[Batch, str] | None:
    """Return the one step that puts blocks at a node, and the first new node's id: inside a part, section or other
    titled node at its end, after a line of prose or a table. None where nothing of them may stand there."""
    place = paste_place(plan, node_id)
    return insertion(*place, blocks) if place else None


def paste_place(plan: Plan, node_id: str) -> tuple[Node, int] | None:
    """Return the holder and index where what is pasted at a node goes, None where nothing can."""
    node = plan.find(node_id)
    if node is None:
        return None
    place = (node, len(node.children))
    if node.kind in (*_LINES, "table", "footnote"):
        found = plan.holder(node_id)
        place = (found[0], found[1] + 1) if found else place
    return place if kinds_of(place[0]) else None


def insertion(holder: Node, index: int, blocks: Sequence[Block]) -> tuple[Batch, str] | None:
    """Return the step that puts blocks at a place below ``holder``, see ``paste_change``."""
    nodes = _nodes(list(pieces_of(blocks, holder)), holder)
    if not nodes:
        return None
    return Batch(tuple(InsertNode(holder.id, index + at, new) for at, new in enumerate(nodes)), "paste"), nodes[0].id


def pieces_of(blocks: Sequence[Block], holder: Node) -> Iterator[Piece]:
    """Yield each block as what it becomes below ``holder``; where no table may stand, its rows become lines."""
    allowed = HOLDS.get(holder.id if isinstance(holder, Part) else holder.kind, frozenset())
    for block in blocks:
        if block.rows is None:
            yield _piece(block, allowed)
        elif "table" in allowed:
            rows = [[replace(cell) for cell in row] for row in block.rows]
            yield Table(rows=rows, header_rows=block.header_rows or 1)
        else:
            texts = (" ".join(" ".join(cell.text.plain for cell in row).split()) for row in block.rows)
            yield from (Item(new_id(), "paragraph", text=RichText.of(text)) for text in texts if text)


def _piece(block: Block, allowed: frozenset[str]) -> Piece:
    if block.outline is not None and "section" in allowed:
        return Section(title=RichText.of(block.text.plain))
    level = block.level or (1 if block.label else 0)
    if not level:
        return Item(new_id(), "paragraph", text=block.text)
    if level == 1 and block.label[:-1].isalnum() and "paragraph" in allowed:
        return Item(new_id(), "paragraph", text=block.text, numbered=True)
    return Item(new_id(), "bullet", level - 1, block.text)


def _nodes(pieces: Sequence[Piece], holder: Node) -> list[Node]:
    """Grow the pieces into nodes; what follows a heading stands below it."""
    found: list[Node] = []
    run: list[Item] = []
    for piece in (*pieces, None):
        if isinstance(piece, Item):
            run.append(piece)
            continue
        _take(found, grown(normalised(run, kinds_of(holder))) if kinds_of(holder) else [])
        run = []
        if isinstance(piece, Section):
            found.append(piece)
        elif piece is not None:
            _take(found, [piece])
    return found


def _take(found: list[Node], nodes: list[Node]) -> None:
    section = found[-1] if found else None
    if isinstance(section, Section) and all(may_hold(section, node) for node in nodes):
        section.children += nodes
    else:
        found += nodes
