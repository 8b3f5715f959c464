"""Moves on the columns of a data table: figures as offices write them, sums, the total row, sorting.

Every move takes a table's rows, how many of them are its head, and a column from 0, and returns new rows; where it
makes no sense (cells merged downwards, nothing to add up) the rows as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from plans.nodes import Cell
from plans.ordering import OrderKey, order_key
from plans.text import RichText

Rows = list[list[Cell]]

_TOTAL = re.compile(r"^(?:tổng(?: số| cộng)?|cộng)\b", re.IGNORECASE)
_FIGURE = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?")
_FOREIGN = re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d+|-?\d{1,3}(?:,\d{3}){2,}|-?\d+\.(?:\d{1,2}|\d{4,})")
"""Figures that can only be meant with a decimal point, as copied from English programs."""


def figure(text: str) -> Decimal | None:
    """Return a figure as offices write it ("1.234,5"), None for what is none."""
    plain = text.strip()
    return Decimal(plain.replace(".", "").replace(",", ".")) if _FIGURE.fullmatch(plain) else None


def printed(number: Decimal) -> str:
    """Return a figure as offices write it: "." between thousands, "," before decimals."""
    whole, _dot, rest = f"{number:,f}".partition(".")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")


def is_total(row: Sequence[Cell]) -> bool:
    """Say whether a row calls itself a total."""
    return any(_TOTAL.match(cell.text.plain.strip()) for cell in row[:2])


def with_figures(rows: Rows, header_rows: int, column: int) -> Rows:
    """Return the rows with the figures of a column written with "." and ",", at the right."""
    return [*rows[:header_rows], *(_with_figure(row, column) for row in rows[header_rows:])]


def with_totals(rows: Rows, header_rows: int, label: str) -> Rows:
    """Return the rows with the sums of all columns of figures in the total row, the last, added where there is none
    and then called ``label``."""
    body = _body(rows, header_rows)
    width = max((_width(row) for row in rows), default=0)
    if body is None or not any(_sum(body, column) is not None for column in range(width)):
        return rows
    kept = [*rows[:header_rows], *body]
    total = rows[-1] if len(kept) < len(rows) else _total_row(body, width, label)
    for column in range(width):
        total = _with_sum(total, body, column)
    return [*kept, total]


def with_sum(rows: Rows, header_rows: int, column: int, label: str) -> Rows:
    """Return the rows with the sum of one column of figures in the total row, added where there is none."""
    body = _body(rows, header_rows)
    if body is None or _sum(body, column) is None:
        return rows
    kept = [*rows[:header_rows], *body]
    width = max(_width(row) for row in rows)
    total = rows[-1] if len(kept) < len(rows) else _total_row(body, width, label)
    return [*kept, _with_sum(total, body, column)]


def with_order(rows: Rows, header_rows: int, column: int, *, down: bool = False) -> Rows:
    """Return the rows sorted by a column: figures by size, then words in Vietnamese order, empty cells last. Rows that
    are equal keep their order, the total row stays last, running numbers in the first column stay where they are."""
    body = _body(rows, header_rows)
    if body is None or len(body) < 2:
        return rows
    filled = [row for row in body if _words(row, column)]
    order = sorted(filled, key=lambda row: _key(_words(row, column)), reverse=down)
    order += [row for row in body if not _words(row, column)]
    if column and _is_running(body):
        order = [[old[0], *row[1:]] for old, row in zip(body, order, strict=True)]
    return [*rows[:header_rows], *order, *rows[header_rows + len(body) :]]


def _body(rows: Rows, header_rows: int) -> Rows | None:
    """Return the rows between head and total row, None where there are none or cells reach down in or into them."""
    body = rows[header_rows:]
    reaching = any(at + cell.rowspan > header_rows for at, row in enumerate(rows[:header_rows]) for cell in row)
    if reaching or any(cell.rowspan > 1 for row in body for cell in row):
        return None
    return (body[:-1] if len(body) > 1 and is_total(body[-1]) else body) or None


def _width(row: Sequence[Cell]) -> int:
    return sum(cell.colspan for cell in row)


def _index(row: Sequence[Cell], column: int) -> int | None:
    """Return which cell of a row begins in a column, None where one reaches over from the left or none is."""
    at = 0
    for index, cell in enumerate(row):
        if at == column:
            return index
        at += cell.colspan
    return None


def _words(row: Sequence[Cell], column: int) -> str:
    index = _index(row, column)
    return "" if index is None else row[index].text.plain.strip()


def _key(words: str) -> tuple[int, Decimal, OrderKey]:
    number = figure(words)
    return (0, number, ([], [], "")) if number is not None else (1, Decimal(0), order_key(words))


def _is_running(body: Rows) -> bool:
    """Say whether the first column counts the rows: 1, 2, 3 … ("1." too)."""
    if any(not row or row[0].colspan > 1 for row in body):
        return False
    return [row[0].text.plain.strip().rstrip(".") for row in body] == [str(at) for at in range(1, len(body) + 1)]


def _sum(body: Rows, column: int) -> Decimal | None:
    """Return the sum of a column, None where a cell of it says something else than a figure, or it counts the rows."""
    words = [said for row in body if (said := _words(row, column))]
    numbers = [number for said in words if (number := figure(said)) is not None]
    is_plain = bool(words) and len(numbers) == len(words) and not (column == 0 and _is_running(body))
    return sum(numbers, Decimal(0)) if is_plain else None


def _with_sum(total: list[Cell], body: Rows, column: int) -> list[Cell]:
    number, index = _sum(body, column), _index(total, column)
    if number is None or index is None or _TOTAL.match(total[index].text.plain.strip()):
        return total
    above = _index(body[-1], column)
    align = body[-1][above].align if above is not None else total[index].align
    cell = replace(total[index], text=RichText.of(printed(number), bold=True), align=align)
    return [*total[:index], cell, *total[index + 1 :]]


def _total_row(body: Rows, width: int, label: str) -> list[Cell]:
    at = 1 if width > 2 and _is_running(body) else 0
    return [Cell(text=RichText.of(label if column == at else "", bold=True)) for column in range(width)]


def _with_figure(row: list[Cell], column: int) -> list[Cell]:
    index = _index(row, column)
    number = _read(_words(row, column)) if index is not None else None
    if index is None or number is None:
        return row
    old = row[index]
    look = old.text.spans[0]
    text = old.text if old.text.footnotes else RichText.of(printed(number), bold=look.bold, italic=look.italic)
    return [*row[:index], replace(old, text=text, align="right"), *row[index + 1 :]]


def _read(words: str) -> Decimal | None:
    if _FOREIGN.fullmatch(words):
        return Decimal(words.replace(",", ""))
    return figure(words)
