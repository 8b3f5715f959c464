"""Years of the roadmap: "* Năm 2026:", "a) Năm 2026", "- Giai đoạn 2026-2027: …" become RoadmapYear nodes."""

from __future__ import annotations

import re

from documents.recognition.headings import run_in_colon
from documents.recognition.items import Ledger
from documents.recognition.prose import parted
from plans.grammar import may_hold
from plans.nodes import Bullet, LabelLine, Node, Paragraph, RoadmapYear, Section, SectionRole
from plans.text import RichText
from resources.texts import gettext as _

_YEAR = re.compile(
    r"^(?:(?:Trong|Đến|Từ)\s+)?(?:Năm(?:\s+học)?|Giai đoạn)\s+(?:(?:từ|1|2|3|I{1,3})\s*[:(]?\s*(?:năm\s+)?)?"
    r"(?P<year>20\d\d)(?:\s*[-–—]+\s*20\d\d|\s+đến\s+(?:năm\s+)?20\d\d)?\)?\s*(?:\([^)]*\))?\s*[.:]?$",
    re.IGNORECASE,
)


_LOOSE_YEAR = re.compile(
    r"^(?:(?:Trong|Đến(?:\s+hết)?|Từ|Hết|Cuối|Kế hoạch|Lộ trình)\s+)?(?:Năm|Giai đoạn|Bước|Đợt)(?!\w)[^:.;\d]{0,30}?"
    r"(?:\d\s*)?[^:.;\d]{0,12}(?P<year>20\d\d)(?!\d)[^,.;]{0,40}$",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(
    r"^(?:Trong\s+)?(?:Quý\s+[IV1-4]{1,3}(?:\s*(?:,|và|-|–)\s*(?:quý\s+)?[IV1-4]{1,3})*|(?:6|sáu) tháng (?:đầu|cuối)"
    r"|Tháng\s+\d{1,2}(?:\s*[-–]\s*\d{1,2})?)\s*(?:/|năm\s|\s)\s*(?:năm\s+)?(?P<year>20\d\d)\s*[.:]?$",
    re.IGNORECASE,
)


def find_roadmap(root: Node, ledger: Ledger) -> None:
    """Turn the year blocks below ``root`` into RoadmapYear nodes: all in a roadmap section, elsewhere where two or
    more follow each other."""
    for section in list(root.walk()):
        if not section.children or isinstance(section, RoadmapYear):
            continue
        roadmap = isinstance(section, Section) and section.role is SectionRole.ROADMAP
        years = [child for child in section.children if _year_of(child, loose=roadmap) is not None]
        if years and (roadmap or (len(years) >= 2 and _are_blocks(years, section))):
            section.children = [_as_year(child, ledger) if child in years else child for child in section.children]


def _are_blocks(years: list[Node], section: Node) -> bool:
    if isinstance(section, Section) and section.role in (SectionRole.TARGETS, SectionRole.SITUATION):
        return False
    return all(year.children and not isinstance(year, Bullet) for year in years)


def _title(node: Node) -> RichText | None:
    """Return the title of what may be a year block."""
    match node:
        case Section():
            return node.title
        case LabelLine():
            return node.text
        case Bullet() | Paragraph():
            colon = run_in_colon(node.text.plain)
            return node.text.slice(0, colon + 1) if colon is not None else node.text
        case _:
            return None


def _year_of(node: Node, *, loose: bool = True) -> int | None:
    """Return the year a block is about; loose: within a roadmap, where more wordings are years."""
    title = _title(node)
    match = _YEAR.match(title.plain.strip()) if title is not None else None
    if match is None and loose and title is not None:
        match = _PART_OF_YEAR.match(title.plain.strip())
    if match is None and loose and title is not None and (node.children or title.plain.endswith(":")):
        match = _LOOSE_YEAR.match(title.plain.strip())
    return int(match["year"]) if match else None


def _as_year(node: Node, ledger: Ledger) -> RoadmapYear:
    title = _title(node) or RichText()
    year = RoadmapYear(year=_year_of(node) or 0, label=title, source_label=node.source_label)
    children = list(node.children)
    if isinstance(node, (Bullet, Paragraph)):
        colon = run_in_colon(node.text.plain)
        if colon is not None:
            children.insert(0, Paragraph(text=parted(node.text, colon)[1]))
    for child in children:
        year.children += [child] if may_hold(year, child) else _flattened(child)
    ledger.guess(year, title.plain, _("Khối này được coi là một năm của lộ trình."), 0.85)
    return year


def _flattened(node: Node) -> list[Node]:
    """Return a section as paragraphs a year may hold: its title, then what stands below it."""
    if not isinstance(node, Section):
        return [node]
    title: list[Node] = [LabelLine(text=node.title, source_label=node.source_label)] if node.title else []
    return [*title, *(part for child in node.children for part in _flattened(child))]
