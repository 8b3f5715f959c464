"""The printed parts of a task: its contents, who does it, what comes of it and when, each under its own letter.

"a) Nội dung công việc", "b) Phân công thực hiện" with "- Chủ trì: …", "c) Sản phẩm", "d) Thời gian thực hiện"; the
wordings of ``Task.part_titles`` come first. A task that has nothing but contents prints them alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from documents.rendering.printed import Block, Piece, Printed
from plans.nodes import Task
from plans.numbering import letter
from plans.part_titles import PART_TITLES
from plans.text import RichText, Span


def task_parts(task: Task, label: str, contents: list[Printed]) -> Iterator[Printed]:
    """Yield the blocks below a task's title; ``label`` is the task's own, ``contents`` the blocks of its children."""
    people = task.leaders or task.lead or task.advisers or task.coordinating
    if not (people or task.products or task.deadline):
        yield from contents
        return
    titles = PART_TITLES | task.part_titles
    parts = _parts(task, titles, contents)
    below_letter = label.endswith(")") or not label[:1].isalnum()
    for number, (key, inline, below) in enumerate(parts, 1):
        mark = "-" if below_letter else f"{letter(number)})"
        title = titles[key].rstrip(" .:")
        text = f"{title}: {inline}" if inline else (f"{title}:" if below_letter else title)
        yield _line("task_part" if below else "text", text, mark)
        yield from _lowered(below) if below_letter else below


def _parts(task: Task, titles: dict[str, str], contents: list[Printed]) -> list[tuple[str, str, list[Printed]]]:
    """Return the parts the task has: key, text on the title's line, blocks below it."""
    people: list[Printed] = [
        _line("bullet", f"{titles[key].rstrip(' .:')}: {stopped('; '.join(units))}", "-")
        for key in ("leaders", "lead", "advisers", "coordinating")
        if (units := getattr(task, key))
    ]
    one = len(task.products) == 1
    product = stopped(task.products[0]) if one else ""
    several: list[Printed] = [] if one else [_line("bullet", item, "-") for item in listed(task.products)]
    found: list[tuple[str, str, list[Printed]]] = [
        ("content", "", contents),
        ("assignment", "", people),
        ("product", product, several),
        ("deadline", stopped(task.deadline) if task.deadline else "", []),
    ]
    return [part for part in found if part[1] or part[2]]


@lru_cache(maxsize=4096)
def _line(role: str, text: str, label: str) -> Block:
    """Return a line of our own; most stand again and again, in one plan and each time it is shown."""
    return Block(role, (Piece(RichText((Span(text),))),), label)


def _lowered(below: list[Printed]) -> Iterator[Printed]:
    """Yield the blocks with "-" made "+", for parts that are bullets themselves."""
    for block in below:
        if isinstance(block, Block) and block.label == "-":
            yield Block("plus", block.pieces, "+", block.outline)
        else:
            yield block


def stopped(text: str) -> str:
    """Return ``text`` with a full stop at its end where it has no closing mark."""
    text = text.rstrip()
    return text if not text or text[-1] in ".;:!?…" else f"{text}."


def listed(items: list[str]) -> list[str]:
    """Return the items of a list, each but the last closed by ";", the last by "."; marks of the author stay."""
    closed = [item.rstrip() for item in items]
    if not closed:
        return []
    return [item if item[-1:] in (".", ";") else f"{item};" for item in closed[:-1]] + [stopped(closed[-1])]
