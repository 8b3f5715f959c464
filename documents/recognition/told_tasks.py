"""Tasks that are told without the form of one: in one sentence, in brackets, in lines below a title, in a table.

The nodes stay as they are written; here is what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.recognition.grids import Grid, grid_of
from documents.recognition.task_parts import part_of, several_parts, stop_removed_text
from documents.recognition.units import split_unit
from plans.nodes import Bullet, Node, Paragraph, Section, Table, Task
from plans.plan import Plan
from plans.text import RichText

_COUNTED = re.compile(r"^(?:Nhiệm vụ|Công việc|Việc|Nội dung)\s+(?:số\s+)?\d{1,2}\s*[.:\-–]\s*", re.IGNORECASE)
_BRACKET = re.compile(r"\((?P<inner>[^()]*(?<!\w)chủ trì(?!\w)[^()]*)\)\s*[.;]?\s*$")
_LED = re.compile(r"^(?P<lead>.+?)\s+chủ trì(?:$|[,;]\s*|\s+(?=phối hợp))(?P<rest>.*)$")
_JOINED = re.compile(
    r"^(?:(?P<who>[^;]+?)\s+phối hợp|phối hợp(?: (?:với|cùng))?:?\s+(?P<whom>[^;]+?))(?:$|[;,.]\s*(?P<rest>.*)$)"
)
_OF_ROW = ("leaders", "lead", "advisers", "coordinating", "product", "deadline")
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
        leaders=told.get("leaders", []),
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
    """Yield the plan's tasks in order; what tells lead and deadline in its own words counts as one too. A table among
    the appendices that lists them once more is not counted again."""
    count = 0
    for part in plan.parts:
        for task in _told_below(part, tables=part is not plan.appendices or not count):
            count += part is not plan.appendices
            yield task


def _told_below(node: Node, *, tables: bool) -> Iterator[Task]:
    groups = {id(title): (title, lines) for title, lines in grouped(node.children)}
    parts = {id(line) for _, lines in groups.values() for line in lines}
    for child in node.children:
        if id(child) in parts:
            continue
        told = _of_group(*groups[id(child)]) if id(child) in groups else _told(child)
        if told is not None:
            yield told
        elif isinstance(child, Table):
            yield from _told_in_table(child) if tables else ()
        else:
            yield from _told_below(child, tables=tables)


def grouped(children: list[Node]) -> Iterator[tuple[Paragraph | Bullet, list[Paragraph | Bullet]]]:
    """Yield each plain line over lines that tell parts of a task, who leads it or until when among them."""
    title: Paragraph | Bullet | None = None
    lines: list[Paragraph | Bullet] = []
    for child in [*children, None]:
        line = child if isinstance(child, (Paragraph, Bullet)) and not child.children else None
        if line is not None and title is not None and part_of(line.text.plain) is not None:
            lines.append(line)
            continue
        if title is not None and _tells_a_task(lines):
            yield title, lines
        title, lines = line, []


def _tells_a_task(lines: list[Paragraph | Bullet]) -> bool:
    keys = [part[0] for line in lines if (part := part_of(line.text.plain)) and part[2]]
    return len(set(keys)) >= 2 and len(set(keys)) == len(keys) and bool({"lead", "deadline"} & set(keys))


def _of_group(title: Paragraph | Bullet, lines: list[Paragraph | Bullet]) -> Task:
    made = Task(id=title.id, title=RichText.of(stop_removed_text(_COUNTED.sub("", title.text.plain))))
    for line in lines:
        part = part_of(line.text.plain)
        if part is not None:
            _put(made, part[0], stop_removed_text(part[2]))
    return made


def _put(task: Task, key: str, value: str) -> None:
    match key:
        case "leaders":
            task.leaders.append(value)
        case "lead":
            task.lead.append(value)
        case "advisers":
            task.advisers.append(value)
        case "coordinating":
            task.coordinating.append(value)
        case "product":
            task.products.append(value)
        case "deadline":
            task.deadline = value
        case _:
            task.children.append(Paragraph(text=RichText.of(value)))


def _told_in_table(table: Table) -> Iterator[Task]:
    """Yield a task a row of a table with columns for what is done and who leads it, or until when."""
    grid = grid_of(table)
    if grid is None or "what" not in grid.columns or _states_goals(table):
        return
    if "lead" not in grid.columns and not {"unit", "deadline"} <= grid.columns.keys():
        return
    for row in grid.rows:
        made = _of_row(grid, row)
        if made is not None:
            yield made


def _states_goals(table: Table) -> bool:
    head = " ".join(cell.text.plain.lower() for row in table.rows[: max(1, table.header_rows)] for cell in row)
    return bool(re.search(r"chỉ tiêu|đơn vị tính|đvt|tiêu chí", head))


def _of_row(grid: Grid, row: list[str]) -> Task | None:
    title = grid.text(row, "what")
    values = {key: grid.text(row, key) for key in _OF_ROW}
    values["lead"] = values["lead"] or grid.text(row, "unit")
    if not title or title in values.values() or not any(values[key] for key in ("lead", "product", "deadline")):
        return None
    made = Task(title=RichText.of(stop_removed_text(title)))
    for key, value in values.items():
        if value:
            _put(made, key, stop_removed_text(value))
    return made


def _told(node: Node) -> Task | None:
    if isinstance(node, Task):
        return node
    if isinstance(node, (Paragraph, Bullet)):
        below = [child for child in node.children if isinstance(child, (Paragraph, Bullet))]
        if len(below) == len(node.children) and _tells_a_task(below):
            return _of_group(node, below)
        return told_in(node.text.plain)
    lines = [child for child in node.children if isinstance(child, (Paragraph, Bullet)) and several_parts(child)]
    if not isinstance(node, Section) or len(lines) != 1:
        return None
    made = _told_in_parts(stop_removed_text(node.title.plain), lines[0].text.plain)
    if made is not None:
        made.children = [child for child in node.children if child not in lines]
    return made
