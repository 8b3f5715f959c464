"""Tasks with their parts: a title below which lines say what is done, by whom, with what result and until when.

"a) Nội dung công việc", "b) Phân công thực hiện" over "- Chủ trì: …", "c) Sản phẩm: …", "d) Thời gian" in any of the
wordings offices use; wordings other than the usual ones are kept in ``Task.part_titles``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from documents.recognition.items import Ledger
from documents.recognition.prose import stop_removed
from documents.recognition.task_parts import part_of, several_parts, stop_removed_text
from documents.recognition.told_tasks import grouped, told_in
from plans.grammar import may_hold
from plans.nodes import Bullet, LabelLine, Node, Paragraph, Section, Table, Task

USUAL = {
    "content": "Nội dung công việc",
    "assignment": "Phân công thực hiện",
    "leaders": "Lãnh đạo phụ trách",
    "lead": "Chủ trì",
    "advisers": "Tham mưu",
    "coordinating": "Phối hợp",
    "product": "Sản phẩm",
    "deadline": "Thời gian thực hiện",
}
"""The wordings the form prints by itself, by the keys of ``Task.part_titles``."""

_TELLING = frozenset({"leaders", "lead", "advisers", "coordinating", "product", "deadline"})
_MAKING = frozenset({"leaders", "lead", "deadline", "product"})
"""Parts of which a task has one at least."""


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


def _task(section: Section, root: Node, ledger: Ledger) -> Task | None:
    if sum(_tells_all(child) for child in section.children) >= 2 or any(map(_tells_several, section.children)):
        return None
    if len(list(grouped(section.children))) >= 2:
        return None
    parts = _Parts()
    for child in section.children:
        if not _take(child, parts):
            return None
    if len(parts.keys) < 2 or not parts.keys & _TELLING or not _MAKING & parts.keys:
        return None
    made = Task(
        id=section.id,
        title=section.title,
        leaders=_units(parts, "leaders"),
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
    return isinstance(child, (Paragraph, Bullet)) and bool(several_parts(child))


def _account(parts: _Parts, made: Task, ledger: Ledger) -> None:
    for key, title in parts.titles.items():
        if title.lower() == USUAL[key].lower():
            ledger.form.append(title)
        else:
            made.part_titles[key] = title
    ledger.form += parts.layout


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
    several = several_parts(child)
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
