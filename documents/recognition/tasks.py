"""Tasks with their parts: a title below which lines say what is done, by whom, with what result and until when.

"a) Nội dung công việc", "b) Phân công thực hiện" over "- Chủ trì: …", "c) Sản phẩm: …", "d) Thời gian" in any of the
wordings offices use; wordings other than the usual ones are kept in ``Task.part_titles``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.recognition.items import Ledger, one_line
from documents.recognition.prose import stop_removed
from documents.recognition.units import split_unit
from documents.recognition.vocabulary import PART_WORDINGS, PEOPLE, alternatives
from plans.grammar import may_hold
from plans.nodes import Bullet, LabelLine, Node, Paragraph, Section, Table, Task
from plans.plan import Plan
from plans.text import RichText

USUAL = {
    "content": "Nội dung công việc",
    "assignment": "Phân công thực hiện",
    "lead": "Chủ trì",
    "advisers": "Tham mưu",
    "coordinating": "Phối hợp",
    "product": "Sản phẩm",
    "deadline": "Thời gian thực hiện",
}
"""The wordings the form prints by itself, by the keys of ``Task.part_titles``."""

_WHO = rf"(?:(?:{alternatives(PEOPLE)}|cơ quan, đơn vị)\s+)?"
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(rf"^{_WHO if key in ('lead', 'advisers', 'coordinating') else ''}(?:{pattern})$", re.IGNORECASE))
    for key, pattern in ((key, alternatives(wordings)) for key, wordings in PART_WORDINGS.items())
)
_TELLING = frozenset({"lead", "advisers", "coordinating", "product", "deadline"})


@dataclass(slots=True)
class _Parts:
    """The parts of one task as found: values by key, wordings by key, contents as nodes."""

    values: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    titles: dict[str, str] = field(default_factory=dict[str, str])
    contents: list[Node] = field(default_factory=list[Node])
    layout: list[str] = field(default_factory=list[str])

    @property
    def keys(self) -> set[str]:
        return set(self.titles)


def find_tasks(root: Node, ledger: Ledger) -> None:
    """Turn sections whose lines tell the parts of a task into tasks, outermost first."""
    for place, child in enumerate(root.children):
        made = _task(child, root, ledger) if isinstance(child, Section) and not child.run_in else None
        if made is None:
            find_tasks(child, ledger)
        else:
            root.children[place] = made


def part_of(text: str) -> tuple[str, str, str] | None:
    """Return key, wording and value of a line that tells a part ("Chủ trì: Phòng A" gives "lead", …)."""
    head, colon, rest = text.partition(":")
    title = one_line(head).strip(" .")
    if len(title.split()) > 8 or (not colon and len(text.split()) > 6):
        return None
    for key, pattern in _PARTS:
        if pattern.match(title):
            return key, title, rest.strip()
    return None


def _task(section: Section, root: Node, ledger: Ledger) -> Task | None:
    if sum(_tells_all(child) for child in section.children) >= 2 or any(map(_tells_several, section.children)):
        return None
    parts = _Parts()
    for child in section.children:
        if not _take(child, parts):
            return None
    if len(parts.keys) < 2 or not parts.keys & _TELLING or not ({"lead", "deadline", "product"} & parts.keys):
        return None
    made = Task(
        id=section.id,
        title=section.title,
        lead=_units(parts, "lead"),
        advisers=_units(parts, "advisers"),
        coordinating=_units(parts, "coordinating"),
        products=[stop_removed_text(value) for value in parts.values.get("product", [])],
        deadline="; ".join(stop_removed_text(value) for value in parts.values.get("deadline", [])),
        source_label=section.source_label,
        children=parts.contents,
    )
    if not may_hold(root, made) or not all(may_hold(made, child) for child in made.children):
        return None
    _account(parts, made, ledger)
    return made


def _tells_all(child: Node) -> bool:
    """Say whether the item is a task by itself, its parts told in its own sentence."""
    return isinstance(child, (Paragraph, Bullet)) and told_in(child.text.plain) is not None


def _tells_several(child: Node) -> bool:
    """Say whether one line tells several parts: such a line stays as it is written."""
    return isinstance(child, (Paragraph, Bullet)) and bool(_several_parts(child))


def _account(parts: _Parts, made: Task, ledger: Ledger) -> None:
    for key, title in parts.titles.items():
        if title.lower() == USUAL[key].lower():
            ledger.form.append(title)
        else:
            made.part_titles[key] = title
    ledger.form += parts.layout


def stop_removed_text(text: str) -> str:
    """Return plain text without its closing mark."""
    return one_line(text).rstrip(" ;,") if text.rstrip().endswith("...") else re.sub(r"[\s;.,]+$", "", one_line(text))


def _units(parts: _Parts, key: str) -> list[str]:
    return [
        unit for value in parts.values.get(key, []) for unit in map(stop_removed_text, value.split(";")) if unit.strip()
    ]


def _take(child: Node, parts: _Parts) -> bool:
    """Give a child of the section its place in the task; False where a task cannot hold it."""
    match child:
        case Section():
            found = part_of(f"{child.title.plain}:" if not child.title.plain.endswith(":") else child.title.plain)
            return found is not None and _take_block(found[0], found[1], child.children, parts)
        case LabelLine():
            found = part_of(child.text.plain)
            if found is None:
                parts.contents.append(child)
                return True
            return _take_block(found[0], found[1], child.children, parts)
        case Bullet() | Paragraph():
            return _take_line(child, parts)
        case Table():
            parts.contents.append(child)
            return True
        case _:
            return False


def _take_line(child: Bullet | Paragraph, parts: _Parts) -> bool:
    several = _several_parts(child)
    if several:
        return all(_take_line(line, parts) for line in several)
    if _has_parts_below(child):
        parts.contents.append(type(child)(text=child.text, source_label=child.source_label))
        return all(_take(below, parts) for below in child.children)
    found = part_of(child.text.plain)
    if found is None or (not found[2] and not child.children and found[0] != "content"):
        parts.contents.append(child)
        return True
    key, title, value = found
    nodes: list[Node] = [Paragraph(text=child.text.slice(len(child.text.plain) - len(value)))] if value else []
    return _take_block(key, title, [*nodes, *child.children], parts)


def _several_parts(child: Bullet | Paragraph) -> list[Paragraph]:
    """Return the parts that one line tells ("Chủ trì: A; phối hợp: B; thời gian: Quý I") as lines, [] for one."""
    if child.children:
        return []
    pieces: list[str] = []
    for piece in re.split(r"(?<=[;.])\s+", child.text.plain):
        if pieces and part_of(piece) is None:
            pieces[-1] = f"{pieces[-1]} {piece}"
        else:
            pieces.append(piece)
    told = [piece for piece in pieces if part_of(piece) is not None]
    return [Paragraph(text=RichText.of(piece)) for piece in pieces] if len(told) >= 2 else []


def _has_parts_below(child: Bullet | Paragraph) -> bool:
    below = [node for node in child.children if isinstance(node, (Bullet, Paragraph))]
    told = [node for node in below if part_of(node.text.plain) is not None]
    return bool(told) and len(told) == len(child.children) and part_of(child.text.plain) is None


def _take_block(key: str, title: str, nodes: list[Node], parts: _Parts) -> bool:
    """Put the nodes below a part's title into the part; people below "Phân công" go to their own."""
    if key in parts.titles and parts.titles[key].lower() != title.lower():
        return False
    again = key in parts.titles
    parts.titles.setdefault(key, title)
    if again:
        parts.layout.append(title)
    if key == "content":
        parts.contents += nodes
        return True
    if key == "assignment":
        return all(_take_person(node, parts) for node in nodes)
    values = [text for node in nodes for text in _texts(node)]
    if not values or any(not isinstance(node, (Paragraph, Bullet)) for node in nodes):
        return False
    parts.values.setdefault(key, []).extend(values)
    return True


def _take_person(node: Node, parts: _Parts) -> bool:
    if not isinstance(node, (Bullet, Paragraph)):
        return False
    found = part_of(node.text.plain)
    if found is None:
        lead = stop_removed(node.text).plain
        if node.children or "lead" in parts.values or len(lead.split()) > 25:
            parts.contents.append(node)
        else:
            parts.values["lead"] = [lead]
        return True
    return _take_line(node, parts)


def _texts(node: Node) -> list[str]:
    own = [node.text.plain] if isinstance(node, (Paragraph, Bullet)) and node.text else []
    return [*own, *(text for child in node.children for text in _texts(child))]


_BRACKET = re.compile(r"\((?P<inner>[^()]*(?<!\w)chủ trì(?!\w)[^()]*)\)\s*[.;]?\s*$")
_LED = re.compile(r"^(?P<lead>.+?)\s+chủ trì(?:$|[,;]\s*|\s+(?=phối hợp))(?P<rest>.*)$")
_JOINED = re.compile(
    r"^(?:(?P<who>[^;]+?)\s+phối hợp|phối hợp(?: (?:với|cùng))?:?\s+(?P<whom>[^;]+?))(?:$|[;,.]\s*(?P<rest>.*)$)"
)
_DONE = re.compile(r"^(?:hoàn thành|xong|thực hiện|thời gian|thời hạn)\s*:?\s*(?P<when>.+)$", re.IGNORECASE)


def told_in(text: str) -> Task | None:
    """Return the task whose parts one paragraph tells, in brackets or as "Chủ trì: …; phối hợp: …"; None for none.
    The paragraph stays as it is: this is what it says, not how it is printed."""
    bracket = _BRACKET.search(text)
    if bracket:
        return _told_in_bracket(text[: bracket.start()], bracket["inner"])
    return _told_in_parts("", text)


def _told_in_parts(title: str, text: str) -> Task | None:
    """Return the task of a paragraph with named parts; ``title`` is that above it, "" where it begins with its own."""
    values: dict[str, list[str]] = {}
    current: list[str] | None = None
    for piece in (piece for line in text.split("\n") for piece in re.split(r"(?<=[;.])\s+", line)):
        part = part_of(piece)
        if part is not None and part[2]:
            current = values.setdefault(part[0], [])
            current.append(part[2])
        elif current is not None:
            current.append(piece)
        else:
            title = f"{title} {piece}".strip()
    if "lead" not in values or len(values) < 2 or not title:
        return None
    told = {key: [stop_removed_text(value) for value in found] for key, found in values.items()}
    return Task(
        title=RichText.of(stop_removed_text(title)),
        lead=told["lead"],
        advisers=told.get("advisers", []),
        coordinating=told.get("coordinating", []),
        products=told.get("product", []),
        deadline="; ".join(told.get("deadline", [])),
    )


def _told_in_bracket(title: str, inner: str) -> Task | None:
    led = _LED.match(inner)
    if led is None or not title.strip():
        return None
    made = Task(title=RichText.of(stop_removed_text(title)), lead=[led["lead"]])
    rest = led["rest"]
    joined = _JOINED.match(rest)
    if joined:
        made.coordinating = _bodies(joined["who"] or joined["whom"])
        rest = joined["rest"] or ""
    done = _DONE.match(rest)
    made.deadline = stop_removed_text(done["when"]) if done else ""
    return made


def _bodies(text: str) -> list[str]:
    """Return the bodies of a list parted by commas; what begins with no body goes on with the one before."""
    found: list[str] = []
    for piece in re.split(r"[,;]\s+", text):
        if found and split_unit(piece) is None:
            found[-1] = f"{found[-1]}, {piece}"
        else:
            found.append(piece)
    return found


def tasks_of(plan: Plan) -> Iterator[Task]:
    """Yield the plan's tasks in order; what tells lead and deadline in its own words counts as one too."""
    for part in plan.parts:
        yield from _told_below(part)


def _told_below(node: Node) -> Iterator[Task]:
    for child in node.children:
        told = _told(child)
        if told is not None:
            yield told
        else:
            yield from _told_below(child)


def _told(node: Node) -> Task | None:
    if isinstance(node, Task):
        return node
    if isinstance(node, (Paragraph, Bullet)):
        return told_in(node.text.plain)
    lines = [child for child in node.children if isinstance(child, (Paragraph, Bullet)) and _several_parts(child)]
    if not isinstance(node, Section) or len(lines) != 1:
        return None
    made = _told_in_parts(stop_removed_text(node.title.plain), lines[0].text.plain)
    if made is not None:
        made.children = [child for child in node.children if child not in lines]
    return made
