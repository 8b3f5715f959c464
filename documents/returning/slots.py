"""What each line of an exported document prints: which node and which field of it. Told by the bookmarks, and by the
wording for the lines that have none (parts of tasks, head, end)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from documents.rendering import bookmark_name
from documents.returning.shown import Line, Shown
from plans.nodes import Appendix, Assignment, Node, Paragraph, RoadmapYear, Section, Table, Task
from plans.part_titles import PART_TITLES
from plans.plan import PLAN_ID, Plan
from plans.text import RichText

PEOPLE = ("leaders", "lead", "advisers", "coordinating")
_ARCHIVE = re.compile(r"-?\s*Lưu\s*:", re.IGNORECASE)
_OVER_TITLES = ("Phần ", "Chương ")
_NUMBER = re.compile(r"Số\s*:", re.IGNORECASE)
_DRAFTER = re.compile(r"\w{1,10}\.?\s*(?:\(\d+\))?$|\(\d+\)$")
_DRAFT = re.compile(r"DỰ\s+THẢO", re.IGNORECASE)
_DATE = re.compile(r"ngày.*tháng.*năm", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Slot:
    """node: whose line it is, "" for none; field: what of it is printed.

    field is a field of the node ("text", "title", "label", "unit"), or "run_in" (title and first paragraph on one
    line), "table", "more" (a further part of a wide table), "reference", "part:lead" and the like (a part of a task),
    "part_title:content" (its heading), "number", "date", "agency", "signature", "archive", "drafter",
    "draft_mark", "fixed". main: the line
    stands for the node: with it the node goes.
    """

    node: str = ""
    field: str = "fixed"
    main: bool = False


FIXED = Slot()


def main_field(node: Node) -> str:
    """Return the field that a node of this kind prints as its line, "table" for tables."""
    match node:
        case Table():
            return "table"
        case Assignment():
            return "unit"
        case RoadmapYear():
            return "label"
        case Section() | Task() | Appendix():
            return "title"
        case _:
            return "text"


def slots(plan: Plan, shown: Shown) -> list[Slot]:
    """Return the slot of each line of ``shown``, which is ``plan`` as we print it."""
    return list(_Finder(plan).slots(shown.lines))


def part_of_line(task: Task, text: str) -> str:
    """Return the part of ``task`` that a line without label ("Chủ trì: …") names, "" for none."""
    titles = PART_TITLES | task.part_titles
    said = text.partition(":")[0].strip().rstrip(".").casefold()
    return next((key for key, title in titles.items() if title.rstrip(" .:").casefold() == said), "")


class _Finder:
    """Goes through the lines of a printed plan with the node that was printed last."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._nodes = {bookmark_name(node.id): node for node in plan.walk()}
        self._holders = {child.id: node for part in plan.parts for node in part.walk() for child in node.children}
        self._last: Node | None = None
        self._part = ""

    def slots(self, lines: list[Line]) -> Iterator[Slot]:
        """Yield the slots in order."""
        for line in lines:
            nodes = [self._nodes[mark] for mark in line.marks if mark in self._nodes]
            if line.zone != "body":
                yield self._layout(line, nodes)
            elif nodes:
                self._last, self._part = nodes[0], ""
                yield self._marked(line, nodes)
            else:
                yield self._unmarked(line)

    def _layout(self, line: Line, nodes: list[Node]) -> Slot:
        if nodes:
            return Slot(nodes[0].id, "text", main=True)
        field = layout_field(line)
        return Slot(PLAN_ID, field) if field != "fixed" else FIXED

    def _marked(self, line: Line, nodes: list[Node]) -> Slot:
        node = nodes[0]
        if line.rows is not None:
            return Slot(node.id, "table", main=True)
        if isinstance(node, Table):
            return Slot(node.id, "title")
        if isinstance(node, Appendix):
            return Slot(node.id, "fixed", main=True)
        if isinstance(node, (Section, Assignment)):
            first = node.children[0] if node.children else None
            if node.run_in and isinstance(first, Paragraph) and not first.numbered:
                return Slot(node.id, "run_in", main=True)
            over = line.text.plain.startswith(_OVER_TITLES)
            if over and isinstance(node, Section) and not _says(line, node.title):
                return Slot(node.id, "fixed", main=True)
        return Slot(node.id, main_field(node), main=True)

    def _unmarked(self, line: Line) -> Slot:
        if self._last is None:
            return self._title(line)
        if line.rows is not None:
            titled = isinstance(self._last, Table) and not self._part
            self._part = "table"
            return Slot(self._last.id, "table", main=True) if titled else Slot(self._last.id, "more")
        if isinstance(self._last, Appendix):
            title = _says(line, self._last.title)
            return Slot(self._last.id, "title" if title else "reference")
        if isinstance(self._last, Section) and _says(line, self._last.title):
            return Slot(self._last.id, "title")
        task = self._task(self._last)
        return FIXED if task is None else self._task_line(task, line)

    def _title(self, line: Line) -> Slot:
        for field in ("title", "subject"):
            said = str(getattr(self._plan, field))
            if said.strip() and _says(line, RichText.of(said)):
                return Slot(PLAN_ID, field)
        return Slot(PLAN_ID, "title") if line.plain == "KẾ HOẠCH" else FIXED

    def _task(self, node: Node) -> Task | None:
        holder: Node | None = node
        while holder is not None and not isinstance(holder, Task):
            holder = self._holders.get(holder.id)
        return holder

    def _task_line(self, task: Task, line: Line) -> Slot:
        text = line.text.plain
        label = text.split(" ")[0] if " " in text else ""
        key = part_of_line(task, text[len(label) :])
        if key in PEOPLE or key == "deadline" or (key == "product" and len(task.products) == 1):
            self._part = key
            return Slot(task.id, f"part:{key}")
        if key:
            self._part = key
            return Slot(task.id, f"part_title:{key}")
        return Slot(task.id, "part:product") if self._part == "product" else FIXED


def layout_field(line: Line) -> str:
    """Return the field of the plan that a line of head or end shows, "fixed" for none."""
    said, (row, column) = line.plain, line.place
    if line.zone == "end":
        if column:
            return "signature"
        return "archive" if _ARCHIVE.match(said) else "drafter" if _DRAFTER.match(said) else "fixed"
    if _NUMBER.match(said):
        return "number"
    if _DRAFT.match(said):
        return "draft_mark"
    if _DATE.search(said):
        return "date"
    return "agency" if (row, column) == (0, 0) else "fixed"


def _says(line: Line, title: RichText) -> bool:
    return bool(title) and line.plain.casefold() == " ".join(title.plain.split()).casefold()
