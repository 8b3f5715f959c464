"""Tables as blocks: the text of their cells, parts on following pages put together, repeated heads taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from documents.reading.pdf.grids import Grid, GridCell
from documents.reading.pdf.lines import Line, Row, rows_of
from documents.reading.pdf.paragraphs import joined, line_text
from documents.reading.text_openers import ends_sentence, starts_structure
from plans.nodes import Align, Cell
from plans.text import RichText, Span

_SAME_COLUMN = 4.0
_PADDING = 9.0


@dataclass(slots=True)
class CellText:
    """A cell as read; paragraphs: one text each; columns: the table's column lines that it spans."""

    column: int
    paragraphs: list[RichText] = field(default_factory=list[RichText])
    colspan: int = 1
    rowspan: int = 1
    align: Align = ""

    @property
    def plain(self) -> str:
        return "\n".join(text.plain for text in self.paragraphs)

    def cell(self) -> Cell:
        """Return it as a cell of a plan's table."""
        spans: list[Span] = []
        for text in self.paragraphs:
            spans += [Span("\n")] if spans else []
            spans += text
        return Cell(text=RichText.join(spans), colspan=self.colspan, rowspan=self.rowspan, align=self.align)


@dataclass(slots=True)
class FoundTable:
    """A table, perhaps of several pages. columns: its column lines; layout: words of heads that pages repeat."""

    columns: list[float]
    rows: list[list[CellText]]
    first_page: int
    last_page: int
    heads: int = 0
    guessed: bool = False
    layout: list[str] = field(default_factory=list[str])

    def cells(self) -> tuple[tuple[Cell, ...], ...]:
        """Return the rows as a plan's table has them."""
        return tuple(tuple(found.cell() for found in row) for row in self.rows)

    def head_rows(self) -> int:
        """Return how many rows are the head: those that pages repeat, else the first rows whose words are bold."""
        if self.heads:
            return self.heads
        count = 0
        while count < min(3, len(self.rows) - 1) and _is_bold(self.rows[count]):
            count += 1
        return count


def _is_bold(row: list[CellText]) -> bool:
    spans = [span for found in row for text in found.paragraphs for span in text if span.text.strip()]
    return bool(spans) and all(span.bold for span in spans)


def ruled_table(grid: Grid, page: int) -> FoundTable:
    """Return the table that a grid is."""
    rows: list[list[CellText]] = [[] for _ in grid.rows[1:]]
    started = {cell.row for cell in grid.cells}
    for cell in grid.cells:
        found = _cell_text(cell, page)
        found.rowspan = sum(row in started for row in range(cell.row, cell.row + cell.rowspan))
        rows[cell.row].append(found)
    return FoundTable(grid.columns, [row for row in rows if row], page, page)


def _cell_text(cell: GridCell, page: int) -> CellText:
    lines = [line for row in rows_of(cell.words, page) for line in row]
    found = CellText(cell.column, colspan=cell.colspan, rowspan=cell.rowspan)
    found.paragraphs = list(_cell_paragraphs(lines, cell))
    found.align = _align(lines, cell)
    return found


def _cell_paragraphs(lines: list[Line], cell: GridCell) -> Iterator[RichText]:
    """Yield the paragraphs of a cell: a line goes on with the one before where its first word had no room there."""
    group: list[Line] = []
    for line in lines:
        if group and not _wraps(group[-1], line, cell):
            yield joined(map(line_text, group))
            group = []
        group.append(line)
    if group:
        yield joined(map(line_text, group))


def _wraps(before: Line, line: Line, cell: GridCell) -> bool:
    if starts_structure(line.plain) and ends_sentence(before.plain):
        return False
    if line.plain[:1].islower() and not starts_structure(line.plain) and not ends_sentence(before.plain):
        return True
    needed = line.first_width + 0.2 * line.size
    inner = cell.x1 - cell.x0 - min(_PADDING, 2 * max(1.0, min(before.x0, line.x0) - cell.x0))
    return before.x1 - before.x0 + needed > inner - 2.0 and line.base - before.base < 2 * line.size


def _align(lines: list[Line], cell: GridCell) -> Align:
    gaps = [(line.x0 - cell.x0, cell.x1 - line.x1) for line in lines]
    centred = gaps and all(abs(left - right) < 4 for left, right in gaps) and max(left for left, _ in gaps) > 7
    return "center" if centred else ""


def continues(above: FoundTable, below: FoundTable) -> bool:
    """Say whether a table at the top of a page goes on with the one at the end of the page before."""
    same = len(above.columns) == len(below.columns) and all(
        abs(one - other) < _SAME_COLUMN for one, other in zip(above.columns, below.columns, strict=True)
    )
    return same and below.first_page == above.last_page + 1 and not above.guessed


def put_together(above: FoundTable, below: FoundTable) -> None:
    """Add the rows of ``below`` to ``above``: a head that is repeated is layout, a row cut by the page is one row."""
    heads = _repeated_heads(above.rows, below.rows)
    above.heads = max(above.heads, heads)
    above.layout += [found.plain for row in below.rows[:heads] for found in row]
    rows = below.rows[heads:]
    if rows and _is_cut(above.rows[-1], rows[0]):
        for found, more in zip(above.rows[-1], rows.pop(0), strict=True):
            _append(found, more)
    above.rows += rows
    above.last_page = below.last_page


def _repeated_heads(above: list[list[CellText]], below: list[list[CellText]]) -> int:
    count = 0
    for one, other in zip(above, below[:4], strict=False):
        if [found.plain for found in one] != [found.plain for found in other] or not any(f.plain for f in one):
            break
        count += 1
    return count if count < len(below) or count < len(above) else 0


def _is_cut(last: list[CellText], first: list[CellText]) -> bool:
    """Say whether the first row of a page is the rest of the last row of the page before: its number is missing, and
    something in it goes on in the middle of a sentence."""
    alike = [(f.column, f.colspan) for f in last] == [(f.column, f.colspan) for f in first]
    if not alike or len(first) < 2 or first[0].plain or not last[0].plain:
        return False
    pairs = [(one.plain, other.plain) for one, other in zip(last, first, strict=True) if other.plain]
    return all(one for one, _ in pairs) and any(
        not ends_sentence(one) or other[:1].islower() or starts_structure(other) for one, other in pairs
    )


def _append(found: CellText, more: CellText) -> None:
    if not more.paragraphs:
        return
    if found.paragraphs and not ends_sentence(found.paragraphs[-1].plain) and not starts_structure(more.plain):
        found.paragraphs[-1] = joined([found.paragraphs[-1], more.paragraphs[0]])
        found.paragraphs += more.paragraphs[1:]
    else:
        found.paragraphs += more.paragraphs


def aligned_table(rows: list[Row], page: int) -> FoundTable | None:
    """Return the table that rows of several lines side by side make, None where they do not stand in columns."""
    several = [row for row in rows if len(row) > 1]
    if len(several) < 3:
        return None
    columns = _columns(several)
    if len(columns) < 2 or Counter(len(row) for row in several).most_common(1)[0][1] < 0.6 * len(several):
        return None
    table = FoundTable([left for left, _ in columns], [], page, page, guessed=True)
    for row in rows:
        texts = _in_columns(row, columns)
        goes_on = table.rows and not texts[0].paragraphs
        if goes_on:
            for found, more in zip(table.rows[-1], texts, strict=True):
                _append(found, more)
        else:
            table.rows.append(texts)
    return table


def _columns(rows: list[Row]) -> list[tuple[float, float]]:
    """Return the ranges that lines share, left to right."""
    ranges: list[tuple[float, float]] = []
    for x0, x1 in sorted((line.x0, line.x1) for row in rows for line in row):
        if ranges and x0 < ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], x1))
        else:
            ranges.append((x0, x1))
    return ranges


def _in_columns(row: Row, columns: list[tuple[float, float]]) -> list[CellText]:
    texts = [CellText(at) for at in range(len(columns))]
    for line in row:
        middle = (line.x0 + line.x1) / 2
        home = min(range(len(columns)), key=lambda at: _distance(columns[at], middle))
        texts[home].paragraphs.append(line_text(line))
    return texts


def _distance(column: tuple[float, float], x: float) -> float:
    return max(column[0] - x, x - column[1], 0.0)


def aligned_runs(rows: list[Row]) -> list[tuple[int, int]]:
    """Return the runs, first and last row, of lines side by side with at most two single ones between."""
    several = [at for at, row in enumerate(rows) if len(row) > 1]
    runs: list[tuple[int, int]] = []
    for before, at in pairwise([-9, *several]):
        if runs and at - before <= 3:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs
