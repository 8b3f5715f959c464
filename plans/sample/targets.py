"""The figures of the sample: what is to be reached in 2026, from where, and who watches it."""

from __future__ import annotations

from plans.nodes import Comparator, Node, Section, SectionRole, Target
from plans.sample.pieces import bold, label_line, paragraph, section, stable_id, text

OFFICE = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"
CULTURE = "Phòng Văn hóa - Xã hội"
ECONOMY = "Phòng Kinh tế"
SERVICE = "Trung tâm Phục vụ hành chính công xã"
POLICE = "Công an xã"
HEALTH = "Trạm Y tế xã"
FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam xã"
VILLAGES = "các thôn"

ONLINE, IN_TIME, RETURNED, CONTENT = "online", "in-time", "returned", "content"
SIGNED, SCANNED, GROUPS, CASHLESS = "signed", "scanned", "groups", "cashless"

_Row = tuple[str, str, Comparator, str, str, str, str]

_SERVICE_TARGETS: tuple[_Row, ...] = (
    (ONLINE, "Từ 85% hồ sơ thủ tục hành chính trở lên được nộp trực tuyến;", ">=", "85", "%", "61,4", SERVICE),
    (
        IN_TIME,
        "Từ 98% hồ sơ thủ tục hành chính trở lên được giải quyết trước hạn và đúng hạn;",
        ">=", "98", "%", "96,2", SERVICE,
    ),
    (RETURNED, "Dưới 3% hồ sơ phải trả lại để người dân bổ sung giấy tờ;", "<", "3", "%", "5,8", SERVICE),
    (
        CONTENT,
        "Mức độ hài lòng của người dân, tổ chức đạt từ 92% trở lên qua khảo sát độc lập.",
        ">=", "92", "%", "88,5", OFFICE,
    ),
)  # fmt: skip

_OFFICE_TARGETS: tuple[_Row, ...] = (
    (
        SIGNED,
        "100% văn bản, hồ sơ công việc được xử lý và ký số trên môi trường mạng, trừ văn bản, hồ sơ mật;",
        "=", "100", "%", "94,7", OFFICE,
    ),
    (
        SCANNED,
        "Số hóa ít nhất 18.500 trang tài liệu lưu trữ về đất đai, hộ tịch hình thành trước năm 2020.",
        ">=", "18.500", "trang", "6.240", OFFICE,
    ),
)  # fmt: skip

_SOCIETY_TARGETS: tuple[_Row, ...] = (
    (GROUPS, "Cả 12 thôn có Tổ công nghệ số cộng đồng hoạt động hằng tháng;", "=", "12", "thôn", "9", CULTURE),
    (
        CASHLESS,
        "Từ 70% đến 75% hộ kinh doanh tại chợ Suối Lim chấp nhận thanh toán không dùng tiền mặt.",
        "range", "70 - 75", "%", "42", ECONOMY,
    ),
)  # fmt: skip


def target_id(key: str) -> str:
    """Return the id of the target with that key."""
    return stable_id("target", key)


def _target(row: _Row) -> Target:
    key, words, comparator, value, unit, baseline, lead = row
    return Target(
        id=target_id(key),
        text=text(words),
        comparator=comparator,
        value=value,
        unit=unit,
        year=2026,
        baseline=baseline,
        lead=[lead],
    )


def _targets(rows: tuple[_Row, ...]) -> list[Node]:
    return [_target(row) for row in rows]


def targets_section() -> Section:
    """Return section II."""
    general = paragraph(
        bold("Đến hết năm 2026"),
        ", mọi thủ tục hành chính thuộc thẩm quyền của xã được tiếp nhận, luân chuyển và trả kết quả trên một quy "
        "trình số thống nhất; dữ liệu của xã được chuẩn hóa, dùng chung và bảo đảm an toàn; người dân ở cả 12 thôn có "
        "nơi để hỏi, có người hướng dẫn khi sử dụng dịch vụ công trực tuyến.",
    )
    pointer = paragraph(
        "Kết quả năm 2025 và cơ quan theo dõi từng chỉ tiêu được nêu tại Phụ lục II kèm theo Kế hoạch này."
    )
    figures: list[Node] = [
        label_line("Về phục vụ người dân, tổ chức:", _targets(_SERVICE_TARGETS)),
        label_line("Về hoạt động của cơ quan:", _targets(_OFFICE_TARGETS)),
        label_line("Về xã hội số:", _targets(_SOCIETY_TARGETS)),
        pointer,
    ]
    return section(
        "MỤC TIÊU",
        SectionRole.TARGETS,
        [
            section("Mục tiêu chung", None, [general]),
            section("Chỉ tiêu cụ thể năm 2026", SectionRole.TARGETS, figures),
        ],
    )
