"""The plan that a DOCX of ours carries beside its text, as a custom XML part: root in NAMESPACE, the codec's JSON text
inside. It is foreign data as soon as the file has left the house, so it is checked like a package."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields
from pathlib import Path
from typing import Any, cast

from documents.files import read_bytes
from documents.reading.blocks import Block, Source
from documents.reading.docx_package import DocxPackage
from documents.stored_plans import load_plan
from plans import codec
from plans.errors import Trouble
from plans.nodes import Cell, Node, Table
from plans.plan import Plan
from plans.text import RichText

NAMESPACE = "urn:kehoach:plan:1"

_REFERENCES = frozenset({"id", "footnote", "target"})
_UNSAID = frozenset({"id", "source_label", "origin", "note", "status", "target", "budget_source", "part_titles"})


def carried_plan(package: DocxPackage) -> Plan | None:
    """Return the plan that the package carries, None where it carries none that we can use."""
    for item in package.custom_items():
        if item.tag.startswith("{" + NAMESPACE + "}"):
            try:
                return load_plan("".join(map(str, item.itertext())))
            except Trouble:
                return None
    return None


def carried_id(path: Path) -> str:
    """Return the id of the plan that the DOCX at ``path`` carries, "" where it carries none or cannot be read."""
    try:
        plan = carried_plan(DocxPackage(read_bytes(path), path))
    except Trouble:
        return ""
    return plan.id if plan is not None else ""


def same_text(one: Source, other: Source) -> bool:
    """Say whether two files show the same words in the same paragraphs, cells and notes."""
    return _shown(one) == _shown(other)


def words_of(node: Node) -> str:
    """Return the words of one node that are printed, without those of the nodes below it."""
    said: list[str] = []
    for item in fields(node):
        if item.name not in _UNSAID:
            said += _texts(getattr(node, item.name))
    if isinstance(node, Table):
        said += [cell.text.plain for row in node.rows for cell in row]
    return " ".join(" ".join(said).split())


def adopt_ids(plan: Plan, carried: Plan) -> tuple[Plan, dict[str, str]]:
    """Return ``plan`` with the ids and origins of the carried nodes that say the same, and new id by old id.

    Nodes that say the same words several times are taken in their order.
    """
    waiting: defaultdict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in carried.walk():
        waiting[node.kind, _name(node)].append(node)
    adopted: dict[str, str] = {}
    origins: dict[str, str | None] = {}
    for node in plan.walk():
        same = waiting[node.kind, _name(node)]
        if same:
            match = same.pop(0)
            adopted[node.id], origins[match.id] = match.id, match.origin
    free = {node.id for node in plan.walk()} - adopted.keys()
    adopted = {old: new for old, new in adopted.items() if new not in free}
    renamed = codec.load(_renamed(codec.dump(plan), adopted))
    for node in renamed.walk():
        node.origin = origins.get(node.id, node.origin)
    renamed.id, renamed.origin = carried.id, carried.origin
    return renamed, adopted


def _name(node: Node) -> str:
    """Return what a clerk would know the node by: its title or text, a table's by all its words."""
    named = (_texts(getattr(node, name, "")) for name in ("title", "text", "label", "unit"))
    said = next((texts[0] for texts in named if any(texts)), "")
    return words_of(node) if isinstance(node, Table) else " ".join(said.split())


def _renamed(values: Any, ids: dict[str, str]) -> Any:
    if isinstance(values, list):
        return [_renamed(item, ids) for item in cast("list[Any]", values)]
    if not isinstance(values, dict):
        return values
    return {
        key: ids.get(item, item) if key in _REFERENCES and isinstance(item, str) else _renamed(item, ids)
        for key, item in cast("dict[str, Any]", values).items()
    }


def _texts(value: object) -> list[str]:
    match value:
        case RichText():
            return [value.plain]
        case str():
            return [value]
        case list():
            return [text for text in cast("list[object]", value) if isinstance(text, str)]
        case _:
            return []


def _shown(source: Source) -> list[str]:
    lines = [line for block in source.blocks for line in _lines(block)]
    notes = [source.footnotes[note].plain for note in source.footnotes]
    return [flat for line in (*lines, *notes) if (flat := " ".join(line.split()))]


def _lines(block: Block) -> list[str]:
    if block.rows is None:
        return [f"{block.label} {block.text.plain}"]
    cells: list[Cell] = [cell for row in block.rows for cell in row]
    return [cell.text.plain for cell in cells]
