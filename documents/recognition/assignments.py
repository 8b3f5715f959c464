"""Who does what in the sections that assign duties: a unit's title with its duties becomes an Assignment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.reading.text_openers import ends_sentence
from documents.recognition.headings import run_in_colon
from documents.recognition.items import Ledger
from documents.recognition.prose import parted
from documents.recognition.units import Unit, addressed_unit, leading_unit, split_unit
from plans.grammar import may_hold
from plans.nodes import Assignment, Bullet, LabelStyle, Node, Paragraph, Section, SectionRole
from plans.plan import Plan
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
    children = [_assigned(child, ledger, bullets=not numbered) for child in section.children]
    section.children = _under_titles(children, ledger)
    if any(isinstance(child, Assignment) and child.source_label == "-" for child in section.children):
        section.child_labels = LabelStyle.DASH


def _assigned(child: Node, ledger: Ledger, *, bullets: bool) -> Node:
    match child:
        case Section() if child.role is not SectionRole.REPORTING or split_unit(child.title.plain):
            unit = split_unit(child.title.plain) or addressed_unit(child.title.plain)
            return _from_section(child, unit) if unit else _deeper(child, ledger)
        case Section():
            return _deeper(child, ledger)
        case Paragraph() if not child.numbered:
            return _from_run_in(child, ledger)
        case Bullet() if bullets and not _is_person(child):
            return _from_bullet(child, ledger)
        case _:
            return child


def _under_titles(children: list[Node], ledger: Ledger) -> list[Node]:
    """A short line without any label that names a body, over plain text: the text is what that body does."""
    found: list[Node] = []
    for place, child in enumerate(children):
        following = children[place + 1] if place + 1 < len(children) else None
        unit = _titling(child, following)
        last = found[-1] if found else None
        if unit is not None and isinstance(child, Paragraph):
            made = Assignment(id=child.id, unit=unit.name, prefix=unit.prefix, numbered=False)
            ledger.guess(made, unit.name, _("Dòng ngắn nêu tên đơn vị được coi là đầu mục phân công."), 0.7)
            found.append(made)
        elif isinstance(last, Assignment) and not last.run_in and not last.numbered and _is_duty(child):
            last.children.append(child)
        else:
            found.append(child)
    return found


def _titling(child: Node, following: Node | None) -> Unit | None:
    """Return the body that the whole of a plain line names, where text stands below it."""
    if not isinstance(child, Paragraph) or child.numbered or child.children or child.text.footnotes:
        return None
    if ends_sentence(child.text.plain.rstrip(" :")) or following is None or not _is_duty(following):
        return None
    return split_unit(child.text.plain) or addressed_unit(child.text.plain)


def _is_duty(node: Node) -> bool:
    return isinstance(node, Bullet) or (isinstance(node, Paragraph) and not node.numbered)


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


def _from_run_in(paragraph: Paragraph, ledger: Ledger) -> Node:
    """ "Trưởng Công an xã: Bảo đảm …" without any label."""
    colon = run_in_colon(paragraph.text.plain)
    title = paragraph.text.plain[:colon] if colon is not None else ""
    unit = split_unit(title) or addressed_unit(title) if title else None
    if unit is None or colon is None or not ends_sentence(paragraph.text.plain) or paragraph.children:
        return paragraph
    duty = Paragraph(text=parted(paragraph.text, colon)[1])
    made = Assignment(id=paragraph.id, unit=unit.name, prefix=unit.prefix, run_in=True, numbered=False, children=[duty])
    ledger.guess(made, unit.name, _("Đầu câu nêu tên đơn vị nên cả đoạn được coi là nhiệm vụ của đơn vị đó."), 0.75)
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


def assignments_of(plan: Plan) -> Iterator[Assignment]:
    """Yield who does what, in order: the plan's assignments, and sentences of the assigning sections that begin with
    a body ("1. Phòng Y chủ trì …"), which stay sentences in the plan."""
    yield from _told(plan.body, assigning=False)


def _told(node: Node, *, assigning: bool) -> Iterator[Assignment]:
    if isinstance(node, Section):
        assigning = node.role in _ASSIGNING or (assigning and node.role is None)
    for child in node.children:
        if isinstance(child, Assignment):
            yield child
            continue
        made = _from_sentence(child) if assigning else None
        if made is not None:
            yield made
        else:
            yield from _told(child, assigning=assigning)


def _from_sentence(node: Node) -> Assignment | None:
    if not isinstance(node, (Paragraph, Section)):
        return None
    text = node.text if isinstance(node, Paragraph) else node.title
    found = leading_unit(text.plain)
    addressed = found is not None and bool(found[0].prefix)
    if found is None or not (node.numbered or addressed) or (isinstance(node, Section) and node.run_in):
        return None
    unit, rest = found
    duty = Paragraph(text=text.slice(len(text.plain.rstrip()) - len(rest)))
    return Assignment(id=node.id, unit=unit.name, prefix=unit.prefix, run_in=True, children=[duty, *node.children])
