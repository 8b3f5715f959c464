"""What was changed in the wording of lines that are still there: texts, titles, units, cells, headings of parts."""

from __future__ import annotations

from documents.recognition.targets import figure_of
from documents.rendering.blocks import label_role
from documents.returning.cells import rows_returned, steps
from documents.returning.ground import Ground
from documents.returning.placing import role_of_line
from documents.returning.shown import Line
from documents.returning.slots import FIXED, Slot
from documents.returning.values import label_of, returned, same, unlabelled
from plans.nodes import Assignment, Cell, Node, Recipient, RoadmapYear, Table, Target, Task
from plans.periods import find_years
from plans.plan import PLAN_ID
from plans.text import RichText
from resources.texts import gettext as _

_NO_MARKS = frozenset({"legal_basis", "recipient"})
"""Kinds whose closing mark is printed, not held."""


_APPENDIX = "Phụ lục"
_SIGNS = frozenset("-–•+*")
_MARKS = frozenset({"bullet", "plus", "star"})


def text_edits(ground: Ground) -> None:
    """Record what the paired lines say anew."""
    for old, new in sorted(ground.pairs.items()):
        slot, was, now = ground.slots[old], ground.old[old], ground.new[new]
        if was.rows is not None:
            _table(ground, slot, was, now)
        elif not same(was.text, now.text) or was.label != now.label:
            _line(ground, slot, was, now)
    for old, slot in enumerate(ground.slots):
        if slot == FIXED and old not in ground.pairs:
            ground.edits.leave(ground.old[old].plain, "", _("Dòng này theo thể thức nên kế hoạch vẫn in."))


def _line(ground: Ground, slot: Slot, was: Line, now: Line) -> None:
    node = ground.nodes.get(slot.node)
    if slot.node == PLAN_ID and slot.field in ("title", "subject"):
        held = RichText.of(str(getattr(ground.base, slot.field)))
        value = returned(was.text, now.text, held).plain
        ground.edits.set(PLAN_ID, slot.field, value, before=was.plain, after=now.plain)
    elif node is None:
        if slot.field == "fixed":
            ground.edits.leave(was.plain, now.plain, _("Dòng này theo thể thức, kế hoạch không có chỗ cho thay đổi."))
    elif slot.field == "run_in":
        _run_in(ground, node, was, now)
    elif slot.field in ("text", "title", "label", "unit"):
        _field(ground, node, slot.field, _bodies(ground, node, was, now))
    elif slot.field.startswith("part_title:") and isinstance(node, Task):
        _part_title(ground, node, slot.field.partition(":")[2], was, now)
    elif slot.field == "more":
        ground.edits.leave(was.plain, now.plain, _("Phần in tiếp của bảng rộng không đưa về bảng được."))


def _bodies(ground: Ground, node: Node, was: Line, now: Line) -> tuple[RichText, RichText]:
    """Return both texts without the labels that were printed before them."""
    label = ground.labels.get(node.id, "")
    if label in ("-", "+") or node.kind == "recipient":
        label = label_of(was.text.plain)
    if not label or not was.text.plain.startswith(f"{label} "):
        return was.text, now.text
    old = unlabelled(was.text, label)
    return old, now.text if now.label else unlabelled(now.text, label)


def _field(ground: Ground, node: Node, name: str, bodies: tuple[RichText, RichText]) -> None:
    old, new = bodies
    if isinstance(node, Assignment):
        _unit(ground, node, old, new)
        return
    held = getattr(node, name)
    rich = held if isinstance(held, RichText) else RichText.of(str(held))
    value = returned(old, new, rich, marks=node.kind not in _NO_MARKS)
    if value == rich.stripped():
        return
    plain = isinstance(node, Recipient)
    _set(ground, node, name, value.plain if plain else value, (rich.plain, value.plain))
    if isinstance(node, RoadmapYear):
        years = find_years(value.plain)
        if years and years[0].year != node.year:
            _set(ground, node, "year", years[0].year, (str(node.year), str(years[0].year)))
    if isinstance(node, Target):
        _figures(ground, node, value.plain)


def _figures(ground: Ground, node: Target, text: str) -> None:
    """Let the figures that a target holds follow its words, where they did before."""
    before, after = figure_of(node.text.plain), figure_of(text)
    if before is None or after is None or (before.value, before.unit) != (node.value, node.unit):
        return
    for name in ("comparator", "value", "unit", "year"):
        old, new = getattr(before, name), getattr(after, name)
        if old != new and getattr(node, name) == old:
            _set(ground, node, name, new, (str(old or ""), str(new or "")))


def _unit(ground: Ground, node: Assignment, old: RichText, new: RichText) -> None:
    value = returned(old, new, RichText.of(node.title)).plain
    prefix = node.prefix if node.prefix and value.startswith(f"{node.prefix} ") else ""
    _set(ground, node, "prefix", prefix, (node.title, value))
    _set(ground, node, "unit", value[len(prefix) :].strip(), (node.title, value))


def _run_in(ground: Ground, node: Node, was: Line, now: Line) -> None:
    """Part the line into title and first paragraph as it was parted: by the old words of either, else at the colon."""
    old, new = _bodies(ground, node, was, now)
    child = node.children[0]
    held = getattr(child, "text", RichText())
    split = len(old.plain) - len(held.stripped().plain)
    if tail_differs := not old.plain.endswith(held.stripped().plain):
        split = old.plain.find(": ") + 2
    lead, rest = old.plain[:split], old.plain[split:]
    if new.plain.startswith(lead):
        cut = len(lead)
    elif new.plain.endswith(rest) and not tail_differs:
        cut = len(new.plain) - len(rest)
    else:
        cut = new.plain.find(": ") + 2
    name = "unit" if isinstance(node, Assignment) else "title"
    if cut < 2 and same(_untitled(old.slice(0, split)), _untitled(new)):
        ground.edits.remove(child, rest)
        return
    if cut < 2:
        ground.edits.leave(was.plain, now.plain, _("Không tách được tên mục và nội dung trên cùng dòng."))
        return
    if lead != new.plain[:cut]:
        titles = (_untitled(old.slice(0, split)), _untitled(new.slice(0, cut)))
        _field(ground, node, name, titles)
    if not same(old.slice(split), new.slice(cut)):
        _field(ground, child, "text", (old.slice(split), new.slice(cut)))


def _untitled(lead: RichText) -> RichText:
    keep = len(lead.plain.rstrip().rstrip(":"))
    return lead.slice(0, keep).stripped()


def _part_title(ground: Ground, node: Task, key: str, was: Line, now: Line) -> None:
    before, after = (unlabelled(line.text).plain.partition(":")[0].strip() for line in (was, now))
    if before != after and after:
        titles = {**node.part_titles, key: after}
        _set(ground, node, "part_titles", titles, (before, after))


def _table(ground: Ground, slot: Slot, was: Line, now: Line) -> None:
    node = ground.nodes.get(slot.node)
    if was.rows is None or now.rows is None or not isinstance(node, Table):
        return
    if all(same(a.text, b.text) for a, b in zip(_flat(was), _flat(now), strict=False)) and _shape(was) == _shape(now):
        return
    old, new = [list(row) for row in was.rows], [list(row) for row in now.rows]
    if slot.field != "table" or len(old) != len(node.rows):
        ground.edits.leave(was.plain, now.plain, _("Phần in tiếp của bảng rộng không đưa về bảng được."))
        return
    for rows, before, after in steps(node.rows, rows_returned(old, new, node.rows)):
        _set(ground, node, "rows", rows, (before, after))


def _flat(line: Line) -> list[Cell]:
    return [cell for row in line.rows or () for cell in row]


def _shape(line: Line) -> list[list[tuple[int, int]]]:
    return [[(cell.colspan, cell.rowspan) for cell in row] for row in line.rows or ()]


def _set(ground: Ground, node: Node, name: str, value: object, said: tuple[str, str]) -> None:
    ground.edits.set(node.id, name, value, before=said[0], after=said[1])


def label_notes(ground: Ground, now_labels: dict[str, str]) -> None:
    """Say which labels were changed by hand to what the plan will not print: labels are computed."""
    for old, new in sorted(ground.pairs.items()):
        slot, line = ground.slots[old], ground.new[new]
        printed = now_labels.get(slot.node, "")
        if not slot.main or line.rows is not None or not printed:
            continue
        reason = _("Số thứ tự do chương trình đánh theo vị trí nên giữ “{label}”.").format(label=printed)
        if slot.field == "fixed":
            if line.plain not in (ground.old[old].plain, printed) and printed.startswith(_APPENDIX):
                ground.edits.leave(ground.old[old].plain, line.plain, reason)
            continue
        role, before = role_of_line(line), role_of_line(ground.old[old])
        wanted = "star" if printed == "*" else label_role(printed)
        other_kind = role not in (before, wanted) and not {role, before} <= _MARKS
        if other_kind or (role == before and _renumbered(ground.old[old], line, printed)):
            ground.edits.leave(f"{printed} …", line.plain, reason)


def _renumbered(was: Line, now: Line, printed: str) -> bool:
    """Say whether a number was typed that is neither the one printed before nor the one printed now."""
    before, after = (line.label or label_of(line.text.plain) for line in (was, now))
    return after not in (before, printed) and after not in _SIGNS
