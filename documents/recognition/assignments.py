"""Who does what in the sections that assign duties: a unit's title with its duties becomes an Assignment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.reading.text_openers import ends_sentence, is_caps
from documents.recognition.headings import run_in_colon
from documents.recognition.items import Ledger
from documents.recognition.prose import parted, word_count
from documents.recognition.roles import role_of
from documents.recognition.told_assignments import ASSIGNING, told_by
from documents.recognition.units import Unit, addressed_unit, split_unit
from documents.recognition.vocabulary import DUTY_VERBS, alternatives
from plans.grammar import may_hold
from plans.nodes import Assignment, Bullet, LabelStyle, Node, Paragraph, Section, SectionRole
from resources.texts import gettext as _

_WORK = re.compile(
    rf"(?:công tác|chế độ|việc|về|thời gian|nguồn|hình thức|phương thức|"
    rf"(?:{alternatives(DUTY_VERBS)})(?!\s+viên))(?!\w)",
    re.IGNORECASE,
)
"""How titles begin that speak of work, not of a body."""

_GROUP = re.compile(r"(?:các\s+)?(?:thành viên|cơ quan,? đơn vị|đơn vị|ngành|phòng,? ban)(?!\w)", re.IGNORECASE)
"""Names that stand for all the bodies told below them."""


def find_assignments(root: Node, ledger: Ledger) -> None:
    """Turn unit titles below the assigning sections of ``root`` into assignments."""
    for section in [node for node in root.walk() if isinstance(node, Section)]:
        if section.role in ASSIGNING:
            _in_section(section, ledger)


def _in_section(section: Section, ledger: Ledger) -> None:
    numbered = [child for child in section.children if isinstance(child, (Section, Paragraph)) and child.numbered]
    numbered = [child for child in numbered if child.source_label]
    alike = _alike(section)
    children = [_assigned(child, ledger, bullets=not numbered, alike=alike) for child in section.children]
    section.children = [one for child in _under_titles(children, ledger) for one in _parted_requests(child)]
    if any(isinstance(child, Assignment) and child.source_label == "-" for child in section.children):
        section.child_labels = LabelStyle.DASH


def _alike(section: Section) -> bool:
    """Say whether most titles below name bodies, so that the others do so in words we don't know."""
    titles = [child for child in section.children if isinstance(child, Section)]
    units = [child for child in titles if split_unit(child.title.plain) or addressed_unit(child.title.plain)]
    return len(titles) >= 2 and 3 * len(units) >= 2 * len(titles)


def _unknown_body(section: Section) -> Unit | None:
    """Return the name of a title between titles that name bodies; one that speaks of work or ends open is none."""
    title = section.title.plain.strip().rstrip(" :.;")
    names = title[:1].isupper() and word_count(title) <= 8 and role_of(title) is None and not _WORK.match(title)
    return Unit("", title) if names and not is_caps(title) and section.children else None


def _parted_requests(child: Node) -> Iterator[Node]:
    """Part a closing request ("Đề nghị UBND phường …") from the duties of the unit above it, which has others."""
    yield child
    if not isinstance(child, Assignment) or child.run_in:
        return
    kept = len(child.children)
    while kept > 1 and _is_request(child.children[kept - 1]):
        kept -= 1
    requests, child.children = child.children[kept:], child.children[:kept]
    yield from requests


def _is_request(node: Node) -> bool:
    if not isinstance(node, Paragraph) or node.numbered:
        return False
    told = told_by(node)
    return told is not None and told.unit.prefix in ("Đề nghị", "Kính đề nghị", "Yêu cầu", "Giao")


def _assigned(child: Node, ledger: Ledger, *, bullets: bool, alike: bool) -> Node:
    match child:
        case Section() if child.role is not SectionRole.REPORTING or split_unit(child.title.plain):
            unit = split_unit(child.title.plain) or addressed_unit(child.title.plain)
            if unit is None and alike and (unit := _unknown_body(child)) is not None:
                reason = _("Các mục bên cạnh đều nêu đơn vị, nên mục này cũng được coi là phân công.")
                ledger.guess(child, unit.name, reason, 0.7)
            if unit is not None and not _is_group(child, unit):
                return _from_section(child, unit)
            return _deeper(child, ledger)
        case Section():
            return _deeper(child, ledger)
        case Paragraph() if not child.numbered:
            return _from_run_in(child, ledger)
        case Bullet() if bullets and not _is_person(child):
            return _from_bullet(child, ledger)
        case _:
            return child


def _is_group(section: Section, unit: Unit) -> bool:
    """Say whether a title names all the bodies that the items below name one by one."""
    below = [child for child in section.children if _is_told(child)]
    return bool(_GROUP.match(unit.name)) and len(below) >= 2 and 2 * len(below) > len(section.children)


def _is_told(child: Node) -> bool:
    if isinstance(child, Section):
        return split_unit(child.title.plain) is not None
    return told_by(child) is not None


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
    if section.role not in ASSIGNING and len(units) >= 2 and len(units) * 2 >= len(titles):
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
