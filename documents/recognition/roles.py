"""What a section is for, by the words of its title."""

from __future__ import annotations

import re

from plans.nodes import Node, Section, SectionRole

_ROLES: tuple[tuple[str, SectionRole], ...] = (
    (r"mục đích.*yêu cầu|yêu cầu.*mục đích", SectionRole.PURPOSE_REQUIREMENTS),
    (r"^(?:về )?mục đích", SectionRole.PURPOSE),
    (r"^(?:về )?yêu cầu", SectionRole.REQUIREMENTS),
    (r"phân công", SectionRole.ASSIGNMENTS),
    (
        (
            r"^trách nhiệm|trách nhiệm (?:của )?các|phân giao|"
            r"nhiệm vụ của các (?:cơ quan|đơn vị|phòng|ban|bộ phận|thành viên)"
        ),
        SectionRole.ASSIGNMENTS,
    ),
    (r"lộ trình|phân kỳ|tiến độ thực hiện|kế hoạch từng năm|các bước thực hiện", SectionRole.ROADMAP),
    (r"tổ chức thực hiện|tổ chức triển khai|^thực hiện$", SectionRole.ORGANISATION),
    (r"kinh phí|dự toán|nguồn vốn|nguồn lực thực hiện|tài chính", SectionRole.BUDGET),
    (r"báo cáo", SectionRole.REPORTING),
    (r"tình hình|thực trạng|đặc điểm|sự cần thiết|bối cảnh", SectionRole.SITUATION),
    (r"theo dõi|giám sát|^kiểm tra|đánh giá", SectionRole.MONITORING),
    (r"mục tiêu|chỉ tiêu|tầm nhìn|^định hướng", SectionRole.TARGETS),
    (r"kết quả", SectionRole.SITUATION),
    (r"nhiệm vụ|nội dung|hoạt động", SectionRole.TASKS),
    (r"giải pháp|biện pháp", SectionRole.SOLUTIONS),
)
_COMPILED = tuple((re.compile(pattern), role) for pattern, role in _ROLES)
_LONGEST = 14


def role_of(title: str) -> SectionRole | None:
    """Return the role a title speaks of, None where it speaks of none or is a sentence."""
    words = title.lower().rstrip(" .:;").split()
    text = " ".join(words)
    if not words:
        return None
    if len(words) > _LONGEST:
        text = " ".join(words[:5])
    return next((role for pattern, role in _COMPILED if pattern.search(text)), None)


def give_roles(root: Node, depth: int = 0) -> None:
    """Set the role of the sections down to the third level."""
    for child in root.children:
        if isinstance(child, Section):
            child.role = role_of(child.title.plain) if depth < 3 else None
            give_roles(child, depth + 1)
