"""Tables whose cells stand each on a line of their own: where they begin and end, and a guess at their rows.

What extraction has destroyed cannot be known: the head is one cell, a row is a name with its figures, and the report
says with low confidence that rows and columns were guessed. No word is lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from documents.reading.text_joining import Frame
from documents.reading.text_labels import BULLETS, LabelKind, parse_label
from documents.reading.text_lines import Line
from documents.reading.text_openers import ends_sentence
from documents.reading.text_tables import FoundTable
from plans.nodes import Cell
from plans.text import RichText, Span

_FIGURE = re.compile(r"^[\d.,/%()\-–+]*\d[\d.,/%()]*$|^[-–]$")
_HEAD_WORDS = re.compile(
    r"(?<!\w)(?:STT|TT|Nội dung|Chỉ tiêu|Ghi chú|Số lượng|Tổng số|Đơn vị|Cơ quan (?:thực hiện|phối hợp|chủ trì)|"
    r"Thời gian|Kinh phí|Sản phẩm|Chủ trì|Phối hợp|Tên \w+|Tỷ lệ|SL|TSHS|Họ và tên|Chức vụ|Địa điểm|Dự toán|"
    r"Thành tiền)(?!\w)"
)
_CLOSED = re.compile(r"[.;:%\d]$")
_GAP = "\x00"
"""Stands where cells are missing in a row whose figures stand on a line of their own."""

_SHORT = 0.62
"""Share of the full width below which a line may be a cell."""


def cell_tables(lines: list[Line], allowed: list[bool], frame: Frame) -> Iterator[FoundTable]:
    """Yield the tables among the lines that are ``allowed``."""
    allowed = list(allowed)
    limit = _SHORT * (frame.width or 165)
    usual = Counter(map(_trailing, lines)).most_common(1)[0][0] if lines else 0
    number = floor = 0
    while number < len(lines):
        if not allowed[number] or not _anchor(lines[number], limit):
            number += 1
            continue
        first = max(floor, _up(lines, allowed, number, limit, frame))
        textual = not _numeric(lines[number])
        last = _down(lines, allowed, number, limit, textual=textual)
        if _is_table(lines[first : last + 1]):
            yield _table(lines, first, last, usual)
            allowed[first : last + 1] = [False] * (last + 1 - first)
        number = floor = last + 1


def _trailing(line: Line) -> int:
    return len(line.raw) - len(line.raw.rstrip(" "))


def _numeric(line: Line) -> bool:
    tokens = line.plain.split()
    figures = 0
    for token in reversed(tokens):
        if not _FIGURE.match(token):
            break
        figures += 1
    return figures >= 2 and len(tokens) - figures <= 6


def _anchor(line: Line, limit: float) -> bool:
    if ends_sentence(line.plain) or (_is_item(line) and not _numeric(line)):
        return False
    heads = _HEAD_WORDS.findall(line.plain)
    return _numeric(line) or (len(heads) >= 2 and line.width < 1.5 * limit and not re.search(r"[.;:]", line.plain))


def _is_item(line: Line) -> bool:
    label = parse_label(line.plain)
    return label is not None and not (label.kind is LabelKind.ARABIC and _numeric(line))


def _up(lines: list[Line], allowed: list[bool], at: int, limit: float, frame: Frame) -> int:
    """Return the first line of the table: short lines above that are neither items nor a paragraph's end."""
    first = at
    while first > 0 and allowed[first - 1]:
        line = lines[first - 1]
        if line.width >= limit or ends_sentence(line.plain) or (_is_item(line) and not _numeric(line)) or line.level:
            break
        first -= 1
    full = 0.8 * (frame.width or 165)
    if first > 0 and first < at and lines[first - 1].width >= full and not ends_sentence(lines[first - 1].plain):
        first += 1
    return first


def _down(lines: list[Line], allowed: list[bool], at: int, limit: float, *, textual: bool) -> int:
    last = at
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if not allowed[number] or line.level or _ends_table(lines, number, limit, textual=textual):
            break
        if line.width < limit or _numeric(line):
            last = number
        elif not (textual and _short_run(lines, number + 1, limit)):
            break
    return last


def _ends_table(lines: list[Line], number: int, limit: float, *, textual: bool) -> bool:
    line = lines[number]
    label = parse_label(line.plain)
    if label is None or (_numeric(line) and label.kind is LabelKind.ARABIC):
        return not textual and ends_sentence(line.plain) and not _numeric(line)
    if label.kind in BULLETS and textual:
        return line.width >= limit or line.plain.endswith(":") or label.kind is LabelKind.STAR
    if label.kind in BULLETS:
        return True
    return line.width >= limit or not any(_numeric(following) for following in lines[number + 1 : number + 3])


def _short_run(lines: list[Line], start: int, limit: float) -> bool:
    run = lines[start : start + 2]
    return len(run) == 2 and all(line.width < limit and not _is_item(line) for line in run)


def _is_table(found: list[Line]) -> bool:
    rows = sum(_numeric(line) for line in found)
    heads = sum(bool(_HEAD_WORDS.search(line.plain)) for line in found)
    return len(found) >= 4 and (rows >= 2 or (heads >= 2 and len(found) >= 8))


def _table(lines: list[Line], first: int, last: int, usual: int) -> FoundTable:
    found = FoundTable(first, last, guessed=True)
    block = lines[first : last + 1]
    start = next((n for n, line in enumerate(block) if _numeric(line) and len(line.plain.split()) >= 3), len(block))
    if start == len(block):
        found.rows = [[Cell(text=text)] for text in _rejoined(block)]
        found.header_rows = 1
        return found
    head, data = _head_and_names(block, start)
    rows = _rows(data, usual)
    columns = max(len(row) - row.count(_GAP) for row in rows)
    if head:
        found.rows.append(_head_row(head, columns))
    found.header_rows = 1 if head else 0
    found.rows += [_spread(row, columns) for row in rows]
    return found


def _rejoined(block: list[Line]) -> list[RichText]:
    """Return the pieces of cells whose columns cannot be told, each put together from its wrapped lines: a line goes on
    with the one before where it begins in lower case, or while an item is not closed."""
    texts: list[RichText] = []
    for line in block:
        before = texts[-1].plain if texts else ""
        item = before.startswith("-") and not _CLOSED.search(before)
        goes_on = line.plain[0].islower() or line.plain[0] in ",;)%" or before.count("(") > before.count(")") or item
        if texts and goes_on and not line.plain.startswith(("-", "+")):
            texts[-1] = texts[-1] + RichText.of(" ") + line.text
        else:
            texts.append(line.text)
    return texts


def _head_row(head: list[Line], columns: int) -> list[Cell]:
    """Return the head's cells where its lines make as many as there are columns, else all in one cell."""
    cells: list[RichText] = []
    for line in head:
        goes_on = bool(cells) and (line.plain[0].islower() or line.plain[0] == "(" or cells[-1].plain.endswith(","))
        if goes_on:
            cells[-1] = cells[-1] + RichText.of(" ") + line.text
        else:
            cells.append(line.text)
    again = any(len(set(cell.plain.split())) < len(cell.plain.split()) for cell in cells)  # "SL % SL %": two levels
    if len(cells) == columns and not again:
        return [Cell(text=cell) for cell in cells]
    spans = [span for line in head for span in (Span(" "), *line.text)]
    return [Cell(text=RichText.join(spans[1:]), colspan=columns)]


def _head_and_names(block: list[Line], start: int) -> tuple[list[Line], list[Line]]:
    """Part the head from the data. Where rows have their names on lines of their own, so has the first one: as many
    lines as the next such row."""
    if not _FIGURE.match(block[start].plain.split()[0]):
        return block[:start], block[start:]
    names = 0
    for line in block[start + 1 :]:
        if not _numeric(line):
            names += 1
        elif _FIGURE.match(line.plain.split()[0]):
            break
        else:
            names = 1
            break
    start = max(0, start - names)
    return block[:start], block[start:]


def _rows(data: list[Line], usual: int) -> list[list[str]]:
    """Return the cells of each row: a name, which may stand on lines of its own before them, and figures; each blank
    too many between figures, or at the line's end beyond the ``usual`` ones, is an empty cell."""
    rows: list[list[str]] = []
    pending: list[str] = []
    for line in data:
        if not _numeric(line):
            pending.append(line.plain)
            continue
        tokens = line.plain.split(" ")
        count = next((n for n, token in enumerate(reversed(tokens)) if token and not _FIGURE.match(token)), len(tokens))
        name = " ".join([*pending, *tokens[: len(tokens) - count]])
        empty = [""] * max(0, _trailing(line) - usual)
        gap = [_GAP] if pending and count == len(tokens) else []
        rows.append([name, *gap, *tokens[len(tokens) - count :], *empty])
        pending = []
    if not any(row[0] for row in rows):
        rows = [row[1:] for row in rows]
    return [*rows, [" ".join(pending)]] if pending else rows


def _spread(row: list[str], columns: int) -> list[Cell]:
    """Return the row with as many cells as the table has columns; missing ones stand at its gap, else at its end."""
    missing = columns - len(row) + row.count(_GAP)
    at = row.index(_GAP) if _GAP in row else len(row)
    cells = [Cell(text=RichText.of(text)) for text in [*row[:at], *[""] * missing, *row[at + 1 :]]]
    if len(row) == 1:
        return [Cell(text=cells[0].text, colspan=columns)]
    return cells
