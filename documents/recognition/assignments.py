"""Who does what in the sections that assign duties: a unit's title with its duties becomes an Assignment."""

from __future__ import annotations

import re

from documents.recognition.headings import run_in_colon
from documents.recognition.items import Ledger
from documents.recognition.prose import parted
from documents.recognition.units import Unit, leading_unit, split_unit
from plans.grammar import may_hold
from plans.nodes import Assignment, Bullet, LabelStyle, Node, Paragraph, Section, SectionRole
from plans.text import RichText
from resources.texts import gettext as _

_ASSIGNING = (SectionRole.ASSIGNMENTS, SectionRole.ORGANISATION)


def find_assignments(root: Node, ledger: Ledger) -> None:
    """Turn unit titles below the assigning sections of ``root`` into assignments."""
    for section in [node for node in root.walk() if isinstance(node, Section)]:
        if section.role in _ASSIGNING:
            _in_section(section, ledger)


def _in_section(section: Section, ledger: Ledger) -> None:
    numbered = [child for child in section.children if isinstance(child, (Section, Paragraph)) and child.numbered]
    numbered = [child for child in numbered if child.source_label]
    section.children = [_assigned(child, ledger, bullets=not numbered) for child in section.children]
    if any(isinstance(child, Assignment) and child.source_label == "-" for child in section.children):
        section.child_labels = LabelStyle.DASH


def _assigned(child: Node, ledger: Ledger, *, bullets: bool) -> Node:
    match child:
        case Section() if child.role is not SectionRole.REPORTING or split_unit(child.title.plain):
            unit = split_unit(child.title.plain)
            if unit is None and leading_unit(child.title.plain) and not child.run_in:
                return _from_long_title(child, ledger)
            return _from_section(child, unit) if unit else _deeper(child, ledger)
        case Section():
            return _deeper(child, ledger)
        case Paragraph() if child.numbered or (bullets and _is_addressed(child)):
            return _from_sentence(child, ledger)
        case Bullet() if bullets and not _is_person(child):
            return _from_bullet(child, ledger)
        case _:
            return child


def _deeper(section: Section, ledger: Ledger) -> Section:
    """Units may stand one level further down, below a title that names none ("2. Phân công nhiệm vụ")."""
    titles = [child for child in section.children if isinstance(child, Section)]
    units = [child for child in titles if split_unit(child.title.plain)]
    if section.role not in _ASSIGNING and len(units) >= 2 and len(units) * 2 > len(titles):
        _in_section(section, ledger)
    return section


def _from_section(section: Section, unit: Unit) -> Node:
    made = Assignment(
        id=section.id,
        unit=unit.name,
        prefix=unit.prefix,
        run_in=section.run_in,
        numbered=section.numbered,
        source_label=section.source_label,
        children=section.children,
        child_labels=section.child_labels,
    )
    if section.title.footnotes or not all(may_hold(made, child) for child in made.children):
        return section
    return made


def _is_person(bullet: Bullet) -> bool:
    return bool(re.match(r"(?:Đồng chí|Đ/c|Ông|Bà)(?!\w)", bullet.text.plain))


def _is_addressed(paragraph: Paragraph) -> bool:
    """ "Giao Văn phòng … chủ trì …" without any label."""
    found = leading_unit(paragraph.text.plain)
    return found is not None and bool(found[0].prefix)


def _from_long_title(section: Section, ledger: Ledger) -> Node:
    """ "1. Phòng Văn hóa - Xã hội chủ trì thực hiện các nhiệm vụ sau:" over its list."""
    found = leading_unit(section.title.plain)
    if found is None or not all(may_hold(Assignment(), child) for child in section.children):
        return section
    unit, rest = found
    made = _from_section(section, unit)
    if isinstance(made, Assignment):
        made.run_in = True
        colon = RichText.of(":" if section.children else "")
        duty = section.title.slice(len(section.title.plain) - len(rest)) + colon
        made.children = [Paragraph(text=duty), *section.children]
        ledger.guess(made, unit.name, _("Đầu câu nêu tên đơn vị nên cả đoạn được coi là nhiệm vụ của đơn vị đó."), 0.7)
    return made


def _from_sentence(paragraph: Paragraph, ledger: Ledger) -> Node:
    """ "1. Phòng Văn hóa - Xã hội chủ trì, …": the unit, then its duty on the same line."""
    found = leading_unit(paragraph.text.plain)
    if found is None or not all(isinstance(child, Bullet) for child in paragraph.children):
        return paragraph
    unit, rest = found
    duty = paragraph.text.slice(len(paragraph.text.plain) - len(rest))
    made = Assignment(
        id=paragraph.id,
        unit=unit.name,
        prefix=unit.prefix,
        run_in=True,
        numbered=paragraph.numbered,
        source_label=paragraph.source_label,
        children=[Paragraph(text=duty), *paragraph.children],
    )
    ledger.guess(made, unit.name, _("Đầu câu nêu tên đơn vị nên cả đoạn được coi là nhiệm vụ của đơn vị đó."), 0.7)
    return made


def _from_bullet(bullet: Bullet, ledger: Ledger) -> Node:
    """ "- Công an xã: …" in a section without numbered units."""
    colon = run_in_colon(bullet.text.plain)
    unit = split_unit(bullet.text.plain[:colon]) if colon is not None else None
    if unit is None and bullet.text.plain.rstrip().endswith(":") and bullet.children:
        unit = split_unit(bullet.text.plain)
    if unit is None:
        return bullet
    duties: list[Node] = list(bullet.children)
    if colon is not None:
        duties.insert(0, Paragraph(text=parted(bullet.text, colon)[1]))
    made = Assignment(
        id=bullet.id, unit=unit.name, prefix=unit.prefix, run_in=colon is not None, source_label="-", children=duties
    )
    if not all(may_hold(made, child) for child in duties):
        return bullet
    ledger.guess(made, unit.name, _("Gạch đầu dòng nêu tên đơn vị nên được coi là phân công cho đơn vị đó."), 0.75)
    return made
