"""The tables of the sample: the budget, and the two appendices, which repeat its tasks and its targets."""

from __future__ import annotations

from collections.abc import Iterable

from plans.nodes import Appendix, Cell, Section, Table, Target, Task
from plans.sample.pieces import bold, cell, centred, figure, head, paragraph, stable_id, text

BUDGET: tuple[tuple[str, int, int], ...] = (
    ("Thiết bị cho khu vực tiếp nhận hồ sơ", 180, 120),
    ("Chỉnh lý, số hóa tài liệu lưu trữ", 95, 60),
    ("Bồi dưỡng kỹ năng số, hoạt động của Tổ công nghệ số cộng đồng", 48, 24),
    ("Truyền thông, hỗ trợ hộ kinh doanh, hợp tác xã", 36, 0),
    ("Bảo đảm an toàn thông tin mạng", 42, 30),
)
"""What for, from the commune's budget, from the province: in millions of đồng."""

_SIGNS = {">=": "≥ ", ">": "> ", "<": "< ", "<=": "≤ "}


def budget_table() -> Table:
    """Return the budget, with heads merged over rows and over columns and a row of totals."""
    rows = [
        [head("TT", rows=2), head("Nội dung chi", rows=2), head("Nguồn kinh phí", columns=2), head("Tổng số", rows=2)],
        [head("Ngân sách xã"), head("Ngân sách tỉnh hỗ trợ")],
    ]
    rows += [
        [centred(str(number)), cell(what), figure(str(own)), figure(str(given)), figure(str(own + given))]
        for number, (what, own, given) in enumerate(BUDGET, 1)
    ]
    own, given = sum(row[1] for row in BUDGET), sum(row[2] for row in BUDGET)
    rows.append([head("Tổng cộng", columns=2), *(_total(value) for value in (own, given, own + given))])
    title = "Dự toán kinh phí năm 2026 (đơn vị tính: triệu đồng)"
    return Table(
        id=stable_id("table", "budget"), title=text(title), rows=rows, header_rows=2, widths=_shares(8, 46, 15, 17, 14)
    )


def _shares(*percent: int) -> list[float]:
    return [float(share) for share in percent]


def _total(value: int) -> Cell:
    return Cell(text=text(bold(str(value))), align="right")


def tasks_appendix(groups: Iterable[Section]) -> Appendix:
    """Return the landscape table of all tasks, group by group."""
    rows = [
        [
            *(head(words, rows=2) for words in ("TT", "Nhiệm vụ")),
            head("Cơ quan thực hiện", columns=2),
            *(head(words, rows=2) for words in ("Sản phẩm", "Thời hạn")),
        ],
        [head("Chủ trì"), head("Phối hợp")],
    ]
    number = 0
    for group in groups:
        rows.append([Cell(text=text(bold(group.title.plain)), colspan=6, align="left")])
        for task in group.children:
            if isinstance(task, Task):
                number += 1
                rows.append(_task_row(number, task))
    table = Table(id=stable_id("table", "tasks"), rows=rows, header_rows=2, widths=_shares(4, 25, 21, 22, 19, 9))
    last = paragraph("Cơ quan chủ trì cập nhật tiến độ của từng nhiệm vụ vào ngày làm việc cuối cùng của tháng./.")
    title = "PHÂN CÔNG NHIỆM VỤ CHUYỂN ĐỔI SỐ GẮN VỚI CẢI CÁCH HÀNH CHÍNH NĂM 2026"
    return Appendix(
        id=stable_id("appendix", "tasks"), title=text(title), orientation="landscape", children=[table, last]
    )


def _task_row(number: int, task: Task) -> list[Cell]:
    return [
        centred(str(number)),
        cell(task.title.plain),
        cell(_lead(task)),
        cell("; ".join(task.coordinating)),
        cell("; ".join(task.products)),
        centred(task.deadline),
    ]


def _lead(task: Task) -> str:
    advised = f" ({'; '.join(task.advisers)} tham mưu)" if task.advisers else ""
    return "; ".join(task.lead) + advised


def targets_appendix(targets: Iterable[Target]) -> Appendix:
    """Return the portrait table of all targets with last year's result."""
    rows = [
        [
            *(head(words, rows=2) for words in ("TT", "Chỉ tiêu", "Đơn vị tính")),
            head("Mức đạt", columns=2),
            head("Cơ quan theo dõi", rows=2),
        ],
        [head("Kết quả năm 2025"), head("Mục tiêu năm 2026")],
    ]
    rows += [_target_row(number, target) for number, target in enumerate(targets, 1)]
    table = Table(id=stable_id("table", "targets"), rows=rows, header_rows=2, widths=_shares(6, 36, 9, 11, 12, 26))
    last = paragraph(
        "Số liệu năm 2025 tính đến hết ngày 31/12/2025; số liệu năm 2026 được chốt cùng thời điểm của báo cáo năm./."
    )
    title = "CHỈ TIÊU CHUYỂN ĐỔI SỐ GẮN VỚI CẢI CÁCH HÀNH CHÍNH NĂM 2026"
    return Appendix(id=stable_id("appendix", "targets"), title=text(title), children=[table, last])


def _target_row(number: int, target: Target) -> list[Cell]:
    return [
        centred(str(number)),
        cell(target.text.plain.rstrip(";.")),
        centred(target.unit),
        figure(target.baseline),
        figure(_SIGNS.get(target.comparator, "") + target.value),
        cell("; ".join(target.lead)),
    ]
