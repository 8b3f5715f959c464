"""What stands side by side without rules: the letterhead's two columns, the recipients beside the signature."""

from __future__ import annotations

from dataclasses import dataclass, field

from documents.reading.pdf.lines import Line, Row
from documents.reading.text_openers import APPENDIX, AUTHORITY, MOTTO, NATION, OFFICE, RECIPIENTS, TITLE, is_caps

_NARROWEST = 6.0
"""Points: the least width of the strip between two columns."""

_FARTHEST = 3.2
"""Of the size: how far below a line of its column another may stand; a signature's blank is larger."""

_SIGNING_SPACE = 12.0
_INTO_COLUMN = 20.0


@dataclass(slots=True)
class Band:
    """Rows that share a strip without words. left, right: the lines of both columns."""

    rows: list[Row]
    x0: float
    x1: float
    left: list[Line] = field(default_factory=list[Line])
    right: list[Line] = field(default_factory=list[Line])

    @property
    def is_form(self) -> bool:
        """Say whether it is a letterhead or the recipients beside the signature."""
        return any(_is_form(line.plain) for line in (*self.left, *self.right))


def _is_form(text: str) -> bool:
    signing = is_caps(text) and (AUTHORITY.match(text) or OFFICE.match(text))
    return bool(NATION.search(text) or MOTTO.search(text) or RECIPIENTS.match(text) or signing)


def bands_of(rows: list[Row]) -> list[Row | Band]:
    """Return the rows of a page in order, those of two columns put together as bands."""
    result: list[Row | Band] = []
    at = 0
    while at < len(rows):
        band = _band(rows, at) if len(rows[at]) == 2 else None
        if band is None or not band.is_form:
            result.append(rows[at])
            at += 1
            continue
        _take_back(result, band)
        at += len(band.rows) if band.rows[0] is rows[at] else _taken(rows, at, band)
        _fill(band)
        result.append(band)
    return result


def _taken(rows: list[Row], at: int, band: Band) -> int:
    return sum(any(row is own for own in band.rows) for row in rows[at:])


def _band(rows: list[Row], start: int) -> Band | None:
    """Return the band that begins with the row of two lines at ``start``."""
    first, second = rows[start]
    band = Band([rows[start]], first.x1, second.x0)
    for row in rows[start + 1 :]:
        if not _takes(band, row):
            break
        band.rows.append(row)
    _fill(band)
    return band


def _fill(band: Band) -> None:
    middle = (band.x0 + band.x1) / 2
    lines = [line for row in band.rows for line in row]
    band.left = sorted((line for line in lines if line.x1 <= middle), key=_place)
    band.right = sorted((line for line in lines if line.x1 > middle), key=_place)


def _place(line: Line) -> tuple[int, float]:
    return line.page, line.base


def go_over(band: Band, rows: list[Row]) -> int:
    """Add the first rows of a page to the band that ended the page before, where its left column goes on there;
    return how many."""
    count = 0
    for row in rows:
        line = row[0]
        within = line.x0 < band.x0 - _INTO_COLUMN and line.x1 < band.x1
        alike = line.size == band.left[-1].size and not (line.is_bold or is_caps(line.plain))
        if not (within and alike) or APPENDIX.match(line.plain):
            break
        band.rows.append(row)
        count += 1
    _fill(band)
    return count


def _takes(band: Band, row: Row) -> bool:
    """Add the row to the band's strip where it leaves one."""
    left = [line for line in row if line.x1 <= band.x1 - _NARROWEST and line.x0 < band.x0]
    right = [line for line in row if line.x0 >= band.x0 + _NARROWEST and line not in left]
    if len(left) + len(right) != len(row) or len(left) > 1 or len(right) > 1 or _ends(band, row, left, right):
        return False
    x0 = max([band.x0, *(line.x1 for line in left)])
    x1 = min([band.x1, *(line.x0 for line in right)])
    if x1 - x0 < _NARROWEST:
        return False
    band.x0, band.x1 = x0, x1
    return True


def _ends(band: Band, row: Row, left: list[Line], right: list[Line]) -> bool:
    """Say whether a row on one side alone begins something new below the band."""
    if TITLE.match(row[0].plain) and len(row) == 1:
        return True
    if left and right:
        return False
    _fill(band)
    column = band.left if left else band.right
    if not column:
        return bool(left)
    far = _FARTHEST if left else _SIGNING_SPACE
    distance = row[0].base - column[-1].base
    return distance > far * row[0].size or (bool(left) and abs(row[0].size - column[-1].size) > 0.6 and distance > 0)


def _take_back(result: list[Row | Band], band: Band) -> None:
    """Take the rows above that stand on one side of the strip and belong to the band: a column that begins higher."""
    while result and isinstance(result[-1], list) and len(result[-1]) == 1:
        line = result[-1][0]
        near = band.rows[0][0].base - line.base < 2.2 * line.size
        on_right = line.x0 >= band.x0 + _NARROWEST and (near or is_caps(line.plain))
        on_left = line.x1 <= band.x1 - _NARROWEST and near and (is_caps(line.plain) or RECIPIENTS.match(line.plain))
        if TITLE.match(line.plain) or not (on_right or on_left):
            return
        band.rows.insert(0, result[-1])
        band.x0, band.x1 = (band.x0, min(band.x1, line.x0)) if on_right else (max(band.x0, line.x1), band.x1)
        result.pop()
