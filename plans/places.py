"""Every text of a plan by its place, with what stands around it: what a rollover, a comparison and a search look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from plans.nodes import Node, RoadmapYear, Section, SectionRole, Table
from plans.plan import PLAN_ID, Plan
from plans.text import RichText


@dataclass(frozen=True, kw_only=True, order=True)
class Place:
    """Where some words stand in a plan.

    node: a node's id, or PLAN_ID; field: the field's name ("signature.name" for the signer, "letterhead.parent" and
    "letterhead.agency" for the head); item: which one of a
    list of texts, row and cell: which cell of a table (as in ``Table.rows``), None where they do not apply;
    start, end: the characters of its plain text that are meant.
    """

    node: str
    field: str
    start: int = 0
    end: int = 0
    item: int | None = None
    row: int | None = None
    cell: int | None = None


TEXT_FIELDS: dict[str, tuple[str, ...]] = {
    "plan": ("title", "subject"),
    "section": ("title",),
    "paragraph": ("text",),
    "bullet": ("text",),
    "label_line": ("text",),
    "target": ("text", "source", "lead", "coordinating"),
    "task": ("title", "leaders", "lead", "advisers", "coordinating", "products", "deadline", "budget_source"),
    "roadmap_year": ("label",),
    "assignment": ("prefix", "unit"),
    "table": ("title",),
    "legal_basis": ("text",),
    "recipient": ("text",),
    "footnote": ("text",),
    "appendix": ("title",),
}
"""The printed texts of each kind of node, "plan" for the plan itself; the cells of a table besides."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """One text and where it is. kind: of its node, "plan" for the plan; role: of the section it stands in, None
    unknown; roadmap: the roadmap year it stands in, None outside; heading: the cell above it in the table's head."""

    place: Place
    text: str
    kind: str
    role: SectionRole | None = None
    roadmap: int | None = None
    heading: str = ""


def spots(plan: Plan) -> Iterator[Spot]:
    """Yield every text of the plan in document order, empty ones not."""
    yield from _own_texts(plan, Spot(place=Place(node=PLAN_ID, field=""), text="", kind="plan"))
    for part in plan.parts:
        for child in part.children:
            yield from _below(child, Spot(place=Place(node=part.id, field=""), text="", kind=part.id))


def spot_texts(owner: Plan | Node) -> Iterator[tuple[Place, str]]:
    """Yield place and plain text of each printed text of one node or of the plan's head."""
    node_id, kind = (PLAN_ID, "plan") if isinstance(owner, Plan) else (owner.id, owner.kind)
    if isinstance(owner, Plan):
        yield Place(node=PLAN_ID, field="letterhead.parent"), owner.letterhead.parent
        for item, line in enumerate(owner.letterhead.agency):
            yield Place(node=PLAN_ID, field="letterhead.agency", item=item), line
    for name in TEXT_FIELDS.get(kind, ()):
        value: object = getattr(owner, name)
        if isinstance(value, list):
            for item, text in enumerate(cast("list[str]", value)):
                yield Place(node=node_id, field=name, item=item), text
        else:
            yield Place(node=node_id, field=name), value.plain if isinstance(value, RichText) else str(value)
    if isinstance(owner, Table):
        for row, cells in enumerate(owner.rows):
            for at, cell in enumerate(cells):
                yield Place(node=node_id, field="rows", row=row, cell=at), cell.text.plain


def _below(node: Node, around: Spot) -> Iterator[Spot]:
    around = replace(around, kind=node.kind)
    if isinstance(node, Section) and node.role:
        around = replace(around, role=node.role)
    if isinstance(node, RoadmapYear):
        around = replace(around, roadmap=node.year)
    yield from _own_texts(node, around)
    for child in node.children:
        yield from _below(child, around)


def _own_texts(owner: Plan | Node, around: Spot) -> Iterator[Spot]:
    heads = _heads(owner) if isinstance(owner, Table) else {}
    for place, text in spot_texts(owner):
        if text.strip():
            heading = heads.get(place.cell, "") if place.cell is not None and place.row else ""
            kind, role, roadmap = around.kind, around.role, around.roadmap
            yield Spot(place=place, text=text, kind=kind, role=role, roadmap=roadmap, heading=heading)


def _heads(table: Table) -> dict[int | None, str]:
    """Return the text of the head by the place of its cell; rows of another shape than the head have no heads."""
    if not table.rows or any(cell.colspan > 1 or cell.rowspan > 1 for cell in table.rows[0]):
        return {}
    return {at: cell.text.plain for at, cell in enumerate(table.rows[0])}
