"""Who is told to do what, though no title says so: sentences that begin with a body, tables, a closing request.

The nodes stay as they are written; here is what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.recognition.grids import grid_of
from documents.recognition.prose import word_count
from documents.recognition.units import Unit, leading_unit, naming_unit
from plans.nodes import Assignment, Bullet, Node, Paragraph, Section, SectionRole, Table
from plans.plan import Plan
from plans.text import RichText

ASSIGNING = (SectionRole.ASSIGNMENTS, SectionRole.ORGANISATION)

_GENERAL = re.compile(r"(?:các|những|toàn thể|mọi|tất cả|thủ trưởng|người đứng đầu)(?!\w)", re.IGNORECASE)
_LONGEST_NAME = 20


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that tells a body its duty: who, and where in the text the duty begins."""

    unit: Unit
    at: int


def assignments_of(plan: Plan) -> Iterator[Assignment]:
    """Yield who does what, in order: the plan's assignments, then what sentences and tables of the assigning sections
    say, and what the closing asks of one body by name."""
    yield from _below(plan.body, assigning=False)
    for node in plan.closing.children:
        told = told_by(node)
        if told is not None and told.unit.prefix == "Đề nghị" and not _GENERAL.match(told.unit.name):
            yield _assignment(node, told)


def told_by(node: Node, *, by_name: bool = False) -> Told | None:
    """Return whom the sentence of a node addresses or begins with, None where it begins with no body. by_name: the
    name alone will do, as the sentences around it begin with bodies."""
    text = _text(node)
    found = leading_unit(text.plain) if text is not None else None
    if text is not None and found is None and by_name:
        found = naming_unit(text.plain)
    if text is None or found is None or word_count(found[0].name) > _LONGEST_NAME:
        return None
    return Told(found[0], len(text.plain.rstrip()) - len(found[1]))


def titling_sentences(holder: Node) -> set[str]:
    """Return the ids of the numbered sentences below ``holder`` that stand for titles: each of the numbered children
    is a unit's title or begins with a body."""
    numbered = [child for child in holder.children if child.source_label[:1].isalnum()]
    sentences = [child for child in numbered if isinstance(child, Paragraph)]
    told = [child for child in sentences if told_by(child, by_name=True) is not None]
    sure = sum(told_by(child) is not None for child in sentences)
    titled = len(numbered) - len(sentences)
    if len(numbered) < 2 or len(told) + titled < len(numbered) or 2 * (sure + titled) < len(numbered):
        return set()
    return {child.id for child in told}


def _below(node: Node, *, assigning: bool) -> Iterator[Assignment]:
    if isinstance(node, Section):
        assigning = node.role in ASSIGNING or (assigning and node.role is None)
    speaking = _speaking(node) if assigning else set[int]()
    for child in node.children:
        if isinstance(child, Assignment):
            yield child
        elif assigning and isinstance(child, Table):
            yield from _in_table(child)
        elif id(child) in speaking and (told := told_by(child, by_name=True)) is not None:
            yield _assignment(child, told)
        else:
            yield from _below(child, assigning=assigning)


def _speaking(node: Node) -> set[int]:
    """Return the children whose sentences tell duties: numbered or addressed ones, and others where most do so."""
    titles = titling_sentences(node)
    told = [child for child in node.children if told_by(child) is not None or child.id in titles]
    plain = [child for child in node.children if isinstance(child, (Paragraph, Bullet))]
    many = len(told) >= 2 and 2 * len(told) > len(plain)
    sure = (child for child in told if many or child.id in titles or _is_numbered(child) or _is_addressed(child))
    return {id(child) for child in sure}


def _is_numbered(node: Node) -> bool:
    return isinstance(node, (Paragraph, Section)) and node.numbered


def _is_addressed(node: Node) -> bool:
    told = told_by(node)
    return told is not None and bool(told.unit.prefix)


def _text(node: Node) -> RichText | None:
    match node:
        case Paragraph() | Bullet():
            return node.text
        case Section() if not node.run_in:
            return node.title
        case _:
            return None


def _assignment(node: Node, told: Told) -> Assignment:
    text = _text(node) or RichText()
    duty = Paragraph(text=text.slice(told.at))
    unit = told.unit
    return Assignment(id=node.id, unit=unit.name, prefix=unit.prefix, run_in=True, children=[duty, *node.children])


def _in_table(table: Table) -> Iterator[Assignment]:
    """Yield an assignment a row of a table with columns for the body and its duty; one that says until when lists
    tasks."""
    grid = grid_of(table)
    key = "unit" if grid is not None and "unit" in grid.columns else "lead"
    if grid is None or not {key, "what"} <= grid.columns.keys() or {"deadline", "product"} & grid.columns.keys():
        return
    for row in grid.rows:
        unit, duty = grid.text(row, key), grid.text(row, "what")
        if unit and duty and unit != duty:
            yield Assignment(id=table.id, unit=unit, run_in=True, children=[Paragraph(text=RichText.of(duty))])
