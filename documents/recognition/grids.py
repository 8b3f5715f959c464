"""Tables by what their columns hold: who does what, with whom, by when. The head's words tell; spans are laid out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents.recognition.items import one_line
from plans.nodes import Table

_LEAD = (
    r"chủ trì|phụ trách|đầu mối|trách nhiệm (?:thực hiện|chính)|phân công|"
    r"(?:cơ quan|đơn vị|bộ phận|người|nơi) (?:được )?(?:thực hiện|giao|chịu)"
)
_UNIT = (
    r"^(?:tên )?(?:cơ quan|đơn vị|bộ phận|phòng|ban|tổ|thôn|các)(?!.*tính)|họ (?:và )?tên|chức (?:vụ|danh)|"
    r"thành viên|cá nhân"
)
_WHAT = r"nhiệm vụ|nội dung|công việc|hoạt động|hạng mục|danh mục|việc|trách nhiệm|tên (?:đề án|dự án|văn bản)"
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(pattern, re.IGNORECASE))
    for key, pattern in (
        ("count", r"^(?:s?tt|stt|số tt|số thứ tự|#)$"),
        ("leaders", r"^(?:lãnh đạo|đồng chí) (?:phụ trách|chỉ đạo)$"),
        ("advisers", r"tham mưu"),
        ("coordinating", r"phối hợp|cùng thực hiện"),
        ("deadline", r"thời gian|thời hạn|thời điểm|tiến độ|hoàn thành|^hạn|lịch|ngày thực hiện"),
        ("product", r"sản phẩm|kết quả|đầu ra"),
        ("lead", _LEAD),
        ("unit", _UNIT),
        ("what", _WHAT),
    )
)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table laid out. columns: the place of each kind of column found, by key; rows: the texts of the rows below
    the head, spans repeated, all of one width."""

    columns: dict[str, int]
    rows: list[list[str]]

    def text(self, row: list[str], key: str) -> str:
        """Return the text of a row in the column of that kind, "" where there is none."""
        return row[self.columns[key]] if key in self.columns else ""


def grid_of(table: Table) -> Grid | None:
    """Return the table by its columns, None where it has no head or no two columns are known. Leaders in charge lead
    where no column names a unit."""
    laid = _laid(table)
    heads = max(1, table.header_rows)
    if len(laid) <= heads:
        return None
    titles = [" ".join(dict.fromkeys(row[at] for row in laid[:heads])) for at in range(len(laid[0]))]
    columns: dict[str, int] = {}
    for at, title in enumerate(titles):
        key = next((key for key, pattern in _COLUMNS if pattern.search(title)), None)
        if key is not None:
            columns.setdefault(key, at)
    if "leaders" in columns and not {"lead", "unit"} & columns.keys():
        columns["lead"] = columns.pop("leaders")
    numbered = [row for row in laid[heads:] if not _counts_columns(row)]
    return Grid(columns, numbered) if len(columns) >= 2 else None


def _counts_columns(row: list[str]) -> bool:
    """Say whether a row only numbers the columns: (1) (2) (3)."""
    return len(row) > 1 and [re.sub(r"\D", "", text) for text in row] == [str(at) for at in range(1, len(row) + 1)]


def _laid(table: Table) -> list[list[str]]:
    """Return the texts of all places, a merged cell's text in each of its places."""
    width = max((sum(cell.colspan for cell in row) for row in table.rows), default=0)
    covered: dict[tuple[int, int], str] = {}
    for at, row in enumerate(table.rows):
        column = 0
        for cell in row:
            while (at, column) in covered:
                column += 1
            text = one_line(cell.text.plain)
            for down in range(min(cell.rowspan, len(table.rows) - at)):
                covered |= {(at + down, column + right): text for right in range(cell.colspan)}
            column += cell.colspan
    return [[covered.get((at, column), "") for column in range(width)] for at in range(len(table.rows))]
