"""The lines of Nơi nhận, and how many of them stand beside the signature (decree 30/2020/NĐ-CP, PL1-II.9).

The row that holds the signature is never broken. A long list in it would be torn from the text, or be higher than a
page; so what is more than the signature's own height follows in rows of its own, which may run on to the next page.
"""

from __future__ import annotations

import math

from documents.rendering.letterhead import drafter_line
from documents.rendering.lines import width
from plans.nodes import Recipient
from plans.plan import Plan

Lines = tuple[tuple[str, str], ...]
"""Each line: its node's id ("" for the archive line and the drafter's mark) and what is printed."""

WHOLE = 20
"""Lines on paper: a list of at most so many stays together."""

BESIDE = 12
"""Lines on paper that stand beside the signature where the list is longer: about its height."""

_SIZE = 11
_WIDTH = 70.0  # mm: what a line of the built-in template's column holds


def recipient_lines(plan: Plan) -> Lines:
    """Return the lines of Nơi nhận: "- …;" each, "- Lưu: VT, ….", last (decree, PL1-II.9.d)."""
    nodes = [node for node in plan.recipients.children if isinstance(node, Recipient) and node.text.strip()]
    archive = plan.archive.strip().rstrip(".;,") or "VT"
    return (
        *((node.id, f"- {node.text.strip().lstrip('-– ').rstrip('.;, ')};") for node in nodes),
        ("", f"- Lưu: {archive}."),
    )


def beside_signature(lines: Lines) -> tuple[Lines, Lines]:
    """Return the lines that stand beside the signature, and those that follow below it: () for a list that stays
    whole."""
    heights = [max(1, math.ceil(width(text, _SIZE) / _WIDTH)) for _, text in lines]
    if sum(heights) <= WHOLE:
        return lines, ()
    used = 0
    for at, height in enumerate(heights):
        used += height
        if used > BESIDE:
            return lines[: max(at, 1)], lines[max(at, 1) :]
    return lines, ()


def with_drafter(lines: Lines, plan: Plan) -> Lines:
    """Return the lines and the drafter's mark below them, where the plan has one."""
    mark = drafter_line(plan)
    return (*lines, ("", mark)) if mark else lines
