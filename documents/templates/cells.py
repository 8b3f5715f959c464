"""Cells that a plan may leave without a paragraph: Word would have to repair the file.

A cell is safe when one of its paragraphs is always printed: one that no ``{%p if %}`` holds, one in a loop over a field
that always has lines, or one of two branches.
"""

from __future__ import annotations

from collections.abc import Iterator

from documents.files import XmlElement
from documents.templates.faults import Fault
from documents.templates.places import Line
from documents.templates.tags import Tag

ALWAYS = ("agency", "signature", "recipients")
"""Fields that have a line in every plan."""

_ALONE = ("p", "tr", "tc")


def cell_faults(lines: list[Line], tags: list[Tag]) -> Iterator[Fault]:
    """Yield a fault for each cell that may come out empty."""
    first: dict[XmlElement, Line] = {}
    safe: set[XmlElement] = set()
    held: dict[XmlElement, list[str]] = {}
    by_line: dict[Line, list[Tag]] = {}
    for tag in tags:
        by_line.setdefault(tag.line, []).append(tag)
    for line in lines:
        if line.cell is None or line.holder is not line.cell:
            continue
        first.setdefault(line.cell, line)
        alone = [tag for tag in by_line.get(line, []) if tag.form in _ALONE]
        if _is_printed(alone, held.setdefault(line.cell, [])):
            safe.add(line.cell)
    for cell, line in first.items():
        if cell not in safe:
            yield Fault(code="cell-empty", where=line.where, found=line.where.text)


def _is_printed(alone: list[Tag], held: list[str]) -> bool:
    """Say whether a paragraph makes its cell safe, its tags ``alone``; ``held``: the open commands around it."""
    if any(tag.form in ("tr", "tc") for tag in alone):
        return True
    for tag in alone:
        if tag.prints:
            continue
        if tag.word in ("for", "if"):
            held.append(tag.code)
        elif tag.word.startswith("end") and held:
            held.pop()
        elif tag.word == "else" and len(held) == 1:
            return True
    if alone:
        return False
    return not held or (len(held) == 1 and any(held[0].endswith(f" in {name}") for name in ALWAYS))
