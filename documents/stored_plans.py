"""Plans out of files that anyone may have changed: loaded only when they hold to the rules that our own plans keep."""

from __future__ import annotations

from collections.abc import Iterator

from plans import codec
from plans.errors import Trouble
from plans.grammar import may_hold
from plans.nodes import Cell, Node, Part, Table
from plans.plan import Plan

MAX_DEPTH = 60
"""Levels of nodes below a part; real plans have fewer than ten."""
MAX_COLUMNS = 200


def load_plan(text: str) -> Plan:
    """Return the plan of ``codec.dumps``'s text. Raises Trouble "plan-newer", or "plan-damaged" when the values make
    no plan or one that breaks the rules: kinds where they may not stand, levels without end, spans beyond a table."""
    try:
        plan = codec.loads(text)
        if "\\u" in text:
            codec.dumps(plan).encode()
        fault = next(_faults(plan), None)
    except (RecursionError, UnicodeEncodeError) as error:
        raise Trouble("plan-damaged", reason=type(error).__name__) from error
    if fault:
        raise Trouble("plan-damaged", reason=fault)
    return plan


def _faults(plan: Plan) -> Iterator[str]:
    for part in plan.parts:
        for node, depth in _with_depth(part, 0):
            if not node.id:
                yield "id"
            if depth > MAX_DEPTH:
                yield "depth"
            yield from (f"{child.kind} in {node.kind}" for child in node.children if not may_hold(node, child))
            if isinstance(node, Table):
                yield from _table_faults(node)


def _with_depth(node: Node, depth: int) -> Iterator[tuple[Node, int]]:
    waiting = [(node, depth)]
    while waiting:
        current, level = waiting.pop()
        if level and isinstance(current, Part):
            continue
        yield current, level
        waiting += [(child, level + 1) for child in current.children]


def _table_faults(table: Table) -> Iterator[str]:
    if not all(0 < width < 1e6 for width in table.widths):
        yield "widths"
    if table.header_rows < 0:
        yield "header_rows"
    for row in table.rows:
        if not all(_is_cell(cell, len(table.rows)) for cell in row):
            yield "cell"


def _is_cell(cell: Cell, rows: int) -> bool:
    return 0 < cell.colspan <= MAX_COLUMNS and 0 < cell.rowspan <= rows
