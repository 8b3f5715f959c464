"""Tables made from the tasks: the assignment appendix, the roadmap by quarter, what one unit has to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import md5
from itertools import groupby

from plans.nodes import Align, Appendix, Cell, Table
from plans.numbering import roman
from plans.plan import Plan
from plans.text import RichText, Span
from plans.views.roadmap import Quarter, roadmap
from plans.views.tasks import TaskRow, UnitDuties, task_rows

_SIGNS = ("I", "II", "III", "IV")
_BY_QUARTER = 3
"""Years that a printed roadmap still shows quarter by quarter."""

_FIRST_HEADS = ("STT", "Nội dung nhiệm vụ")
"""The first columns of every table with a row for each task."""

_ASSIGNS = re.compile(r"phân công|giao nhiệm vụ")
_ROADMAP_NAME = re.compile(r"lộ trình|^(?:(?:phụ lục|bảng|biểu|khung|kế hoạch|chi tiết|theo dõi)\W+)*tiến độ")
_TIME_HEAD = re.compile(r"(?:quý|tháng|năm)\s+[\divx]+\b|(?:19|20)\d\d\b")

_Column = Quarter | int
_CellsOf = Callable[[TaskRow], list[Cell]]


def task_table(plan: Plan) -> Table:
    """Return the assignment table: one row a task, grouped by section, with leaders in charge and adviser (each where
    any task has one), lead, coordinating units, products and deadline. Without tasks it has its head alone. Its id is
    the same at each call as long as that id is free in the plan."""
    rows = task_rows(plan)
    advised = any(row.task.advisers for row in rows)
    heads = [*_FIRST_HEADS, "Cơ quan chủ trì", "Cơ quan phối hợp", "Sản phẩm", "Thời gian hoàn thành"]
    widths = [5.0, 28.0, 17.0, 20.0, 18.0, 12.0]
    if advised:
        heads.insert(3, "Cơ quan tham mưu")
        widths = [5.0, 25.0, 14.0, 14.0, 17.0, 14.0, 11.0]
    in_charge = any(row.task.leaders for row in rows)
    if in_charge:
        heads.insert(2, "Lãnh đạo phụ trách")
        widths.insert(2, 15.0)
        widths[0] += 1.0  # "STT" stays on one line
    body = _grouped(rows, len(heads), lambda row: _task_cells(row, in_charge=in_charge, advised=advised))
    return Table(id=_free_id(plan, "task table"), rows=[[_head(words) for words in heads], *body], widths=widths)


def roadmap_table(plan: Plan) -> Table:
    """Return the roadmap as a table: one row a task, one column a quarter of the plan's years, "x" from start to
    deadline; tasks without a quarter carry their deadline in words over all of them. More than three years have
    one column each, with the quarter a task is due in."""
    found = roadmap(plan)
    columns: list[_Column] = list(found.years) if len(found.years) > _BY_QUARTER else list(found.quarters)
    spans = {entry.row.task.id: (entry.start, entry.due) for entries in found.due.values() for entry in entries}
    rows = _roadmap_heads(found.years, columns)
    heads = len(rows)
    rows += _grouped(
        task_rows(plan), 3 + len(columns), lambda row: _roadmap_cells(row, columns, spans.get(row.task.id))
    )
    share = 42.0 / max(1, len(columns))
    widths = [5.0, 33.0, 20.0, *(share for _ in columns)] if columns else []
    return Table(id=_free_id(plan, "roadmap table"), rows=rows, header_rows=heads, widths=widths)


def may_be_made(table: Table, tasks: int) -> bool:
    """Say, without making one, whether ``table`` can be the one made of a plan with so many tasks."""
    heads = tuple(cell.text.plain for cell in table.rows[0][: len(_FIRST_HEADS)]) if table.rows else ()
    return heads == _FIRST_HEADS and len(table.rows) >= table.header_rows + tasks > table.header_rows


def is_roadmap(table: Table, *titles: str) -> bool:
    """Say whether a table is the place of a roadmap, not of an assignment table: by the ``titles`` it stands under, the
    nearest last, else by its own heads (two quarters, months or years)."""
    for title in reversed([" ".join(title.casefold().split()) for title in (*titles, table.title.plain)]):
        if _ASSIGNS.search(title):
            return False
        if _ROADMAP_NAME.search(title):
            return True
    heads = table.rows[: max(2, table.header_rows)]
    return any(sum(1 for cell in row if _TIME_HEAD.match(cell.text.plain.strip().casefold())) >= 2 for row in heads)


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


def unit_table(duties: UnitDuties) -> Table:
    """Return the tasks one unit has part in: those it leads, advises on and helps with, each group under its name,
    with products, deadline and who else is in it. Without tasks it has its head alone."""
    heads = (*_FIRST_HEADS, "Sản phẩm", "Thời gian hoàn thành", "Đơn vị cùng thực hiện")
    groups = (("Chủ trì", duties.lead), ("Tham mưu", duties.advising), ("Phối hợp", duties.coordinating))
    rows = [[_head(words) for words in heads]]
    number = 0
    for at, (name, tasks) in enumerate([group for group in groups if group[1]], 1):
        title = Cell(text=RichText.of(name, bold=True), colspan=len(heads) - 1, align="left")
        rows.append([_head(roman(at)), title])
        for row in tasks:
            number += 1
            cells = (_products(row), _cell(row.task.deadline.strip(), "center"), _cell(_others(row, duties.unit)))
            rows.append([_cell(str(number), "center"), Cell(text=row.title, align="left"), *cells])
    return Table(rows=rows, widths=[7.0, 36.0, 19.0, 16.0, 22.0])


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


def _task_cells(row: TaskRow, *, in_charge: bool, advised: bool) -> list[Cell]:
    task = row.task
    leaders = [_cell("; ".join(task.leaders))] if in_charge else []
    advisers = [_cell("; ".join(task.advisers))] if advised else []
    return [
        *leaders,
        _cell("; ".join(task.lead)),
        *advisers,
        _cell("; ".join(task.coordinating)),
        _products(row),
        _cell(task.deadline.strip(), "center"),
    ]


def _products(row: TaskRow) -> Cell:
    products = [product.strip() for product in row.task.products if product.strip()]
    return _cell("\n".join(f"- {product}" for product in products) if len(products) > 1 else "".join(products))


def _others(row: TaskRow, unit: str) -> str:
    """Return who has part in a task besides ``unit``, one line a part."""
    parts = (("Chủ trì", row.task.lead), ("Tham mưu", row.task.advisers), ("Phối hợp", row.task.coordinating))
    others = [(name, [each for each in units if each != unit]) for name, units in parts]
    return "\n".join(f"{name}: {'; '.join(units)}" for name, units in others if units)


def _roadmap_heads(years: list[int], columns: Sequence[_Column]) -> list[list[Cell]]:
    by_quarter = any(isinstance(column, Quarter) for column in columns)
    names = (*_FIRST_HEADS, "Cơ quan chủ trì")
    first = [_head(name, rows=2 if by_quarter else 1) for name in names]
    if not by_quarter:
        return [[*first, *(_head(f"Năm {year}") for year in columns)]]
    quarters = [_head(f"Quý {_SIGNS[column.number - 1]}") for column in columns if isinstance(column, Quarter)]
    return [[*first, *(_head(f"Năm {year}", columns=4) for year in years)], quarters]


def _roadmap_cells(row: TaskRow, columns: Sequence[_Column], span: tuple[Quarter, Quarter] | None) -> list[Cell]:
    lead = _cell("; ".join(row.task.lead))
    if span is None:
        words = _cell(row.task.deadline.strip(), "center")
        words.colspan = max(1, len(columns))
        return [lead, words] if columns else [lead]
    return [lead, *(_cell(_mark(column, *span), "center") for column in columns)]


def _mark(column: _Column, start: Quarter, due: Quarter) -> str:
    if isinstance(column, Quarter):
        return "x" if start <= column <= due else ""
    if column == due.year:
        return f"Quý {_SIGNS[due.number - 1]}"
    return "x" if start.year <= column < due.year else ""


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
