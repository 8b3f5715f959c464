"""Tables made from the tasks: the assignment appendix and the roadmap by quarter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import md5
from itertools import groupby

from plans.nodes import Align, Appendix, Cell, Table
from plans.numbering import roman
from plans.plan import Plan
from plans.text import RichText, Span
from plans.views.roadmap import Quarter, roadmap
from plans.views.tasks import TaskRow, task_rows

_SIGNS = ("I", "II", "III", "IV")
_CellsOf = Callable[[TaskRow], list[Cell]]


def task_table(plan: Plan) -> Table:
    """Return the assignment table: one row a task, grouped by section, with lead, adviser (where any task has one),
    coordinating units, products and deadline. Without tasks it has its head alone. Its id is the same at each call
    as long as that id is free in the plan."""
    rows = task_rows(plan)
    advised = any(row.task.advisers for row in rows)
    heads = ["STT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian hoàn thành"]
    widths = [5.0, 28.0, 17.0, 20.0, 18.0, 12.0]
    if advised:
        heads.insert(3, "Cơ quan tham mưu")
        widths = [5.0, 25.0, 14.0, 14.0, 17.0, 14.0, 11.0]
    body = _grouped(rows, len(heads), lambda row: _task_cells(row, advised=advised))
    return Table(id=_free_id(plan, "task table"), rows=[[_head(words) for words in heads], *body], widths=widths)


def roadmap_table(plan: Plan) -> Table:
    """Return the roadmap as a table: one row a task, one column a quarter of the plan's years, "x" from start to
    deadline; tasks without a quarter carry their deadline in words over all of them."""
    found = roadmap(plan)
    quarters = found.quarters
    spans = {entry.row.task.id: (entry.start, entry.due) for entries in found.due.values() for entry in entries}
    first = [_head("STT", rows=2), _head("Nội dung nhiệm vụ", rows=2), _head("Cơ quan chủ trì", rows=2)]
    years = [_head(f"Năm {year}", columns=4) for year in found.years]
    second = [_head(f"Quý {_SIGNS[quarter.number - 1]}") for quarter in quarters]
    body = _grouped(
        task_rows(plan), 3 + len(quarters), lambda row: _roadmap_cells(row, quarters, spans.get(row.task.id))
    )
    share = 42.0 / max(1, len(quarters))
    return Table(
        id=_free_id(plan, "roadmap table"),
        rows=[[*first, *years], second, *body] if quarters else [first, *body],
        header_rows=2 if quarters else 1,
        widths=[5.0, 33.0, 20.0, *(share for _ in quarters)] if quarters else [],
    )


def task_appendix(plan: Plan) -> Appendix:
    """Return a landscape appendix that holds the assignment table of the plan as it is."""
    subject = " ".join(plan.subject.split())
    title = f"PHÂN CÔNG NHIỆM VỤ {subject.upper()}" if subject else "PHÂN CÔNG NHIỆM VỤ"
    return Appendix(
        id=_free_id(plan, "task appendix"),
        title=RichText.of(title),
        orientation="landscape",
        children=[task_table(plan)],
    )


def _grouped(rows: list[TaskRow], columns: int, cells: _CellsOf) -> Iterator[list[Cell]]:
    groups = [list(group) for _key, group in groupby(rows, _section_id)]
    number = 0
    for at, group in enumerate(groups, 1):
        if len(groups) > 1:
            name = RichText.of(group[0].group or "Nhiệm vụ khác", bold=True)
            yield [_head(roman(at)), Cell(text=name, colspan=columns - 1, align="left")]
        for row in group:
            number += 1
            yield [_cell(str(number), "center"), Cell(text=row.title, align="left"), *cells(row)]


def _task_cells(row: TaskRow, *, advised: bool) -> list[Cell]:
    task = row.task
    advisers = [_cell("; ".join(task.advisers))] if advised else []
    products = [product.strip() for product in task.products if product.strip()]
    listed = "\n".join(f"- {product}" for product in products) if len(products) > 1 else "".join(products)
    return [
        _cell("; ".join(task.lead)),
        *advisers,
        _cell("; ".join(task.coordinating)),
        _cell(listed),
        _cell(task.deadline.strip(), "center"),
    ]


def _roadmap_cells(row: TaskRow, quarters: list[Quarter], span: tuple[Quarter, Quarter] | None) -> list[Cell]:
    lead = _cell("; ".join(row.task.lead))
    if span is None:
        words = _cell(row.task.deadline.strip(), "center")
        words.colspan = max(1, len(quarters))
        return [lead, words] if quarters else [lead]
    return [lead, *(_cell("x" if span[0] <= quarter <= span[1] else "", "center") for quarter in quarters)]


def _section_id(row: TaskRow) -> str:
    return row.section.id if row.section else ""


def _head(words: str, *, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(text=RichText((Span(words, bold=True),)), colspan=columns, rowspan=rows, align="center")


def _cell(words: str, align: Align = "left") -> Cell:
    return Cell(text=RichText.of(words), align=align)


def _free_id(plan: Plan, what: str) -> str:
    taken = {node.id for node in plan.walk()}
    return next(each for each in _ids(plan.id, what) if each not in taken)


def _ids(plan_id: str, what: str) -> Iterable[str]:
    number = 0
    while True:
        number += 1
        yield md5(f"kehoach {what}/{plan_id}/{number}".encode(), usedforsecurity=False).hexdigest()
