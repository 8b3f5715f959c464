"""The sum of words: placed + unplaced + layout = source, or the import refuses to finish."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from documents.reading.text_lines import words
from documents.recognition.items import Ledger
from plans.errors import Trouble
from plans.nodes import (
    Appendix,
    Assignment,
    Bullet,
    Footnote,
    LabelLine,
    LegalBasis,
    Node,
    Paragraph,
    Recipient,
    RoadmapYear,
    Section,
    Table,
    Target,
    Task,
)
from plans.plan import Plan

TOLERATED = 0.02
"""Share of the source's words that may go to the unplaced as loose words before the import refuses."""


def printed(plan: Plan) -> Iterator[str]:
    """Yield every text of the plan that came from the source, number and date (which are the form's) excepted."""
    yield plan.letterhead.parent
    yield from plan.letterhead.agency
    yield from (plan.place, plan.title, plan.subject, plan.archive, plan.drafter_mark, plan.signature.name)
    yield str(plan.copies or "")
    yield from plan.signature.lines
    for node in plan.walk():
        yield from texts_of(node)


def texts_of(node: Node) -> Iterator[str]:
    """Yield the texts of one node, its children's not."""
    match node:
        case Paragraph() | Bullet() | LabelLine() | Target() | LegalBasis() | Footnote():
            yield node.text.plain
        case Section():
            yield node.title.plain
        case Task():
            yield node.title.plain
            yield from (*node.leaders, *node.lead, *node.advisers, *node.coordinating, *node.products, node.deadline)
            yield from node.part_titles.values()
        case Assignment():
            yield node.title
        case RoadmapYear():
            yield node.label.plain
        case Recipient():
            yield node.text
        case Appendix():
            yield from (node.title.plain, node.reference)
        case Table():
            yield node.title.plain
            yield from (cell.text.plain for row in node.rows for cell in row)
        case _:
            return


def settle(plan: Plan, ledger: Ledger, source_text: str, layout: list[str]) -> float:
    """Check the sum and return text_kept. Loose words that fell through are put with the unplaced; raises Trouble
    "words-lost" when they are many or when the plan's own texts have words that the source has not."""
    ledger.unplaced[:] = [text.strip() for text in ledger.unplaced if words(text)]
    source = words(source_text)
    form = words("\n".join(ledger.form))
    placed = words("\n".join(printed(plan))) - words("\n".join(ledger.written)) + form
    aside = words("\n".join(layout + ledger.layout))
    given = placed + aside + words("\n".join(ledger.unplaced))
    lost, added = source - given, given - source
    if added and _letters(added) == _letters(lost):
        return _share(placed, source - lost + added, aside)
    if added - (form + aside) or lost.total() > TOLERATED * source.total():
        raise Trouble("words-lost", path="", lost=dict(lost), added=dict(added))
    if lost:
        ledger.unplaced.append(" ".join(lost.elements()))
    return _share(placed, source, aside)


def _letters(found: Counter[str]) -> Counter[str]:
    """Return the characters of the words: words that were only parted or glued hold the same ones ("2026¹")."""
    return Counter("".join(found.elements()))


def _share(placed: Counter[str], source: Counter[str], aside: Counter[str]) -> float:
    wanted = source - aside
    return round((placed & wanted).total() / wanted.total(), 6) if wanted else 1.0
