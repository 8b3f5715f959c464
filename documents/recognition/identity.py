"""Ids that derive from content and position: the same source always gives the same plan."""

from __future__ import annotations

import hashlib

from documents.reading.blocks import Source
from documents.recognition.accounting import texts_of
from plans.nodes import Footnote, Node
from plans.plan import Plan
from plans.text import RichText, Span


def derived(*parts: str) -> str:
    """Return 32 hexadecimal digits that stand for ``parts``."""
    return hashlib.md5("\x1f".join(parts).encode(), usedforsecurity=False).hexdigest()


def footnotes_of(source: Source) -> tuple[list[Footnote], dict[str, str]]:
    """Return the footnotes of the source as nodes, and the ids that take the place of the source's own."""
    notes: list[Footnote] = []
    names: dict[str, str] = {}
    for place, (name, text) in enumerate(source.footnotes.items()):
        names[name] = derived("footnote", str(place), text.plain)
        notes.append(Footnote(id=names[name], text=text))
    return notes, names


def renamed(text: RichText, names: dict[str, str]) -> RichText:
    """Return the text with its footnote marks pointing to the new ids."""
    if not text.footnotes:
        return text
    return RichText.join(Span(footnote=names.get(s.footnote, s.footnote)) if s.footnote else s for s in text)


def give_ids(plan: Plan, seed: str) -> None:
    """Give every node below the parts, footnotes excepted, its derived id, and the plan its own."""
    plan.id = derived("plan", seed)
    for part in plan.parts:
        for place, child in enumerate(part.children):
            _give(child, f"{part.id}/{place}")


def _give(node: Node, path: str) -> None:
    if not isinstance(node, Footnote):
        node.id = derived(path, node.kind, *texts_of(node))
    for place, child in enumerate(node.children):
        _give(child, f"{path}/{place}")
