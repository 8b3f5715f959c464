"""What was changed in the printed parts of tasks: who leads, advises and takes part, products, deadline."""

from __future__ import annotations

from documents.returning.ground import Ground
from documents.returning.placing import role_of_line
from documents.returning.shown import Line
from documents.returning.slots import PEOPLE, Slot, part_of_line
from documents.returning.values import MARKS, unlabelled
from plans.nodes import Node, Task

_ONE_LINE = (*PEOPLE, "deadline")


def give_parts(ground: Ground) -> None:
    """Find the new lines that are parts of a task and not nodes of their own."""
    holders = {child.id: node for part in ground.base.parts for node in part.walk() for child in node.children}
    before = Slot()
    for at, line in enumerate(ground.new):
        if at not in ground.back and line.zone == "body" and line.rows is None:
            task = _task(ground, holders, before.node)
            key = _part(task, line, before) if task else ""
            if task and key:
                ground.given[at] = Slot(task.id, key)
        elif ground.slot(at).field == "part_title:product" and _now_inline(ground, at):
            ground.given[at] = Slot(ground.slot(at).node, "part:product")
        before = ground.slot(at)


def _now_inline(ground: Ground, at: int) -> bool:
    """Say whether the list of products was written on the line of its heading."""
    line = ground.new[at]
    return line.plain != ground.old[ground.back[at]].plain and bool(line.text.plain.partition(":")[2].strip())


def _task(ground: Ground, holders: dict[str, Node], node_id: str) -> Task | None:
    node = ground.nodes.get(node_id)
    while node is not None and not isinstance(node, Task):
        node = holders.get(node.id)
    return node


def _part(task: Task, line: Line, before: Slot) -> str:
    """Return the slot's field of a new line of ``task``, "" where it is none of its parts."""
    body = unlabelled(line.text).plain
    key = part_of_line(task, body)
    said = body.partition(":")[2].strip()
    if key in _ONE_LINE and said:
        return f"part:{key}"
    if key == "product":
        return "part:product" if said else "part_title:product"
    if key in ("content", "assignment") and not said:
        return f"part_title:{key}"
    listed = before.field in ("part:product", "part_title:product") and before.node == task.id
    return "part:product" if listed and role_of_line(line) in ("bullet", "plus") else ""


def task_edits(ground: Ground) -> None:
    """Record the new values of the parts whose lines say something else."""
    tasks = [node for node in ground.base.body.walk() if isinstance(node, Task)]
    before = _lines(ground.old, ground.slots)
    after = _lines(ground.new, [ground.slot(at) for at in range(len(ground.new))])
    kept = {slot.node for at, slot in enumerate(ground.slots) if slot.main and at in ground.pairs}
    for task in tasks:
        if task.id not in kept:
            continue
        for key in (*PEOPLE, "product", "deadline"):
            old, new = before.get((task.id, key), []), after.get((task.id, key), [])
            if [_body(line) for line in old] != [_body(line) for line in new]:
                _set(ground, task, key, old, new)


def _lines(lines: list[Line], slots: list[Slot]) -> dict[tuple[str, str], list[Line]]:
    found: dict[tuple[str, str], list[Line]] = {}
    for line, slot in zip(lines, slots, strict=True):
        if slot.field.startswith("part:"):
            found.setdefault((slot.node, slot.field.partition(":")[2]), []).append(line)
    return found


def _body(line: Line) -> str:
    return " ".join(unlabelled(line.text).plain.split())


def _set(ground: Ground, task: Task, key: str, old: list[Line], new: list[Line]) -> None:
    before, after = ("; ".join(_body(line).rstrip(MARKS) for line in lines) for lines in (old, new))
    name = "products" if key == "product" else key
    value: object
    if key == "product":
        value = _products(task, new)
    elif key == "deadline":
        value = _said(new[0]) if new else ""
    else:
        value = [unit for line in new for item in _said(line).split(";") if (unit := item.strip())]
    ground.edits.set(task.id, name, value, before=before, after=after)


def _products(task: Task, lines: list[Line]) -> list[str]:
    """Return the products; one that says what it said keeps its own closing mark."""
    held = {item.rstrip(MARKS): item for item in task.products}
    found: list[str] = []
    for line in lines:
        inline = part_of_line(task, unlabelled(line.text).plain) == "product"
        said = _said(line) if inline else _body(line).rstrip(MARKS)
        if said:
            found.append(held.get(said, said))
    return found


def _said(line: Line) -> str:
    """Return what stands after the colon, without closing marks."""
    return _body(line).partition(":")[2].strip().rstrip(MARKS)
