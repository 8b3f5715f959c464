"""What the screens call things: kinds, parts, roles, label styles, states; and the one-line headline of a node."""

from __future__ import annotations

from plans.nodes import (
    Appendix,
    Assignment,
    Bullet,
    Footnote,
    LabelLine,
    LabelStyle,
    LegalBasis,
    Node,
    Paragraph,
    Recipient,
    RoadmapYear,
    Section,
    SectionRole,
    Table,
    Target,
    Task,
    TaskStatus,
)
from plans.plan import PLAN_ID, PlanStatus
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

KIND_NAMES: dict[str, str] = {
    "section": N_("Mục"),
    "paragraph": N_("Đoạn"),
    "bullet": N_("Gạch đầu dòng"),
    "label_line": N_("Dòng nhãn"),
    "target": N_("Chỉ tiêu"),
    "task": N_("Nhiệm vụ"),
    "roadmap_year": N_("Năm của lộ trình"),
    "assignment": N_("Phân công cho đơn vị"),
    "table": N_("Bảng"),
    "legal_basis": N_("Căn cứ"),
    "recipient": N_("Nơi nhận"),
    "footnote": N_("Chú thích"),
    "appendix": N_("Phụ lục"),
}
"""Kinds in the order menus offer them."""

PLACE_NAMES: dict[str, str] = {
    PLAN_ID: N_("Thể thức"),
    "bases": N_("Căn cứ"),
    "opening": N_("Lời dẫn"),
    "body": N_("Nội dung"),
    "closing": N_("Lời kết"),
    "recipients": N_("Nơi nhận và ký"),
    "appendices": N_("Phụ lục"),
    "footnotes": N_("Chú thích"),
}

ROLE_NAMES: dict[SectionRole | None, str] = {
    None: N_("Chưa xác định"),
    SectionRole.SITUATION: N_("Tình hình, đánh giá"),
    SectionRole.PURPOSE: N_("Mục đích"),
    SectionRole.REQUIREMENTS: N_("Yêu cầu"),
    SectionRole.PURPOSE_REQUIREMENTS: N_("Mục đích, yêu cầu"),
    SectionRole.TARGETS: N_("Mục tiêu, chỉ tiêu"),
    SectionRole.TASKS: N_("Nhiệm vụ"),
    SectionRole.SOLUTIONS: N_("Giải pháp"),
    SectionRole.ROADMAP: N_("Lộ trình"),
    SectionRole.BUDGET: N_("Kinh phí"),
    SectionRole.ORGANISATION: N_("Tổ chức thực hiện"),
    SectionRole.ASSIGNMENTS: N_("Phân công nhiệm vụ"),
    SectionRole.MONITORING: N_("Kiểm tra, giám sát"),
    SectionRole.REPORTING: N_("Chế độ báo cáo"),
}

LABEL_STYLE_NAMES: dict[LabelStyle | None, str] = {
    None: N_("Theo kiểu chung của kế hoạch"),
    LabelStyle.PART: N_("Phần I, Phần II"),
    LabelStyle.CHAPTER: N_("Chương I, Chương II"),
    LabelStyle.ARTICLE: N_("Điều 1, Điều 2"),
    LabelStyle.UPPER_LETTER: N_("A, B, C"),
    LabelStyle.ROMAN: N_("I, II, III"),
    LabelStyle.ARABIC: N_("1, 2, 3"),
    LabelStyle.DECIMAL: N_("1.1, 1.2, 1.3"),
    LabelStyle.LETTER: N_("a), b), c)"),
    LabelStyle.DASH: N_("Gạch đầu dòng (-)"),
    LabelStyle.PLUS: N_("Dấu cộng (+)"),
    LabelStyle.NONE: N_("Không đánh số"),
}

SCHEME_NAMES: dict[str, str] = {
    "decree": N_("I. – 1. – a)   theo Nghị định 30"),
    "decimal": N_("I. – 1. – 1.1. – 1.1.1. – a)"),
}

PLAN_STATUS_NAMES: dict[PlanStatus, str] = {
    PlanStatus.DRAFT: N_("Dự thảo"),
    PlanStatus.REVIEW: N_("Trình ký"),
    PlanStatus.SIGNED: N_("Ban hành"),
    PlanStatus.ARCHIVED: N_("Lưu trữ"),
}

TASK_STATUS_NAMES: dict[TaskStatus, str] = {
    TaskStatus.OPEN: N_("Chưa làm"),
    TaskStatus.DOING: N_("Đang làm"),
    TaskStatus.DONE: N_("Đã xong"),
    TaskStatus.DROPPED: N_("Không làm nữa"),
}

COMPARATOR_NAMES: dict[str, str] = {
    "": N_("–"),
    ">=": N_("từ … trở lên (≥)"),
    ">": N_("trên (>)"),
    "=": N_("đạt (=)"),
    "<": N_("dưới (<)"),
    "<=": N_("không quá (≤)"),
    "range": N_("trong khoảng"),
}


def kind_name(kind: str) -> str:
    """Return what a clerk calls a kind of node."""
    return _(KIND_NAMES[kind])


def place_name(place: str) -> str:
    """Return what a clerk calls a part of the plan, or its head (PLAN_ID)."""
    return _(PLACE_NAMES[place])


def headline(node: Node) -> str:
    """Return the node's own words on one line, in words for it where it has none yet."""
    return " ".join(_words(node).split()) or _empty_words(node)


def _words(node: Node) -> str:
    match node:
        case Section() | Task() | Table() | Appendix():
            return node.title.plain
        case Paragraph() | Bullet() | LabelLine() | Target() | LegalBasis() | Footnote():
            return node.text.plain
        case RoadmapYear():
            return node.label.plain or _("Năm {year}").format(year=node.year)
        case Assignment():
            return node.title
        case Recipient():
            return node.text
        case _:
            return ""


def _empty_words(node: Node) -> str:
    if node.kind == "part":
        return place_name(node.id)
    if isinstance(node, Table) and node.rows:
        columns = sum(cell.colspan for cell in node.rows[0])
        return _("Bảng {rows} hàng, {columns} cột").format(rows=len(node.rows), columns=columns)
    return _("({kind} chưa có chữ)").format(kind=kind_name(node.kind))
