"""The built-in sample: a plan of an invented commune that uses every kind of node. It is what the app shows first.

All names of places, people and local documents are invented; the laws and central documents it cites are real.
"""

from __future__ import annotations

from plans.nodes import Footnote, LegalBasis, Node, Recipient, Target
from plans.plan import Letterhead, Plan, PlanDate, PlanPeriod, Signature
from plans.sample.body import GUIDING_NOTE, budget_section, organisation_section, purpose_section, roadmap_section
from plans.sample.pieces import paragraph, stable_id, text
from plans.sample.tables import targets_appendix, tasks_appendix
from plans.sample.targets import targets_section
from plans.sample.tasks import FULL_SERVICE_NOTE, task_groups, tasks_section

_BASES = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
    "Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023",
    (
        "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện thủ tục hành chính "
        "theo cơ chế một cửa, một cửa liên thông tại Bộ phận Một cửa và Cổng Dịch vụ công quốc gia"
    ),
    (
        "Căn cứ Kế hoạch số 215/KH-UBND ngày 28 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh Lâm Sơn về chuyển đổi số "
        "tỉnh Lâm Sơn năm 2026"
    ),
    "Theo đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội",
)

_RECIPIENTS = (
    "Ủy ban nhân dân tỉnh Lâm Sơn (để báo cáo)",
    "Sở Khoa học và Công nghệ tỉnh Lâm Sơn (để báo cáo)",
    "Thường trực Đảng ủy, Thường trực Hội đồng nhân dân xã (để báo cáo)",
    "Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân xã",
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
    "Các phòng, Văn phòng, Trung tâm Phục vụ hành chính công xã",
    "Công an xã, Trạm Y tế xã, các trường học",
    "Các thôn",
)

_NOTES = (
    (
        GUIDING_NOTE,
        (
            "Gồm: Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học, "
            "công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;\n"
            "Nghị quyết số 12-NQ/ĐU ngày 20 tháng 11 năm 2025 của Ban Chấp hành Đảng bộ xã Suối Lim về lãnh đạo công "
            "tác chuyển đổi số giai đoạn 2025 - 2030;\n"
            "Nghị quyết số 31/NQ-HĐND ngày 19 tháng 12 năm 2025 của Hội đồng nhân dân xã Suối Lim về nhiệm vụ phát "
            "triển kinh tế - xã hội năm 2026."
        ),
    ),
    (
        FULL_SERVICE_NOTE,
        "Là dịch vụ công mà mọi bước từ nộp hồ sơ, nộp phí đến nhận kết quả đều thực hiện trên môi trường mạng.",
    ),
)

_OPENING = (
    "Ủy ban nhân dân xã Suối Lim ban hành Kế hoạch chuyển đổi số gắn với cải cách hành chính năm 2026 với các nội dung "
    "như sau:"
)

_CLOSING = (
    "Trên đây là Kế hoạch chuyển đổi số gắn với cải cách hành chính xã Suối Lim năm 2026. Trong quá trình thực hiện, "
    "nếu có khó khăn, vướng mắc, các cơ quan, đơn vị phản ánh về Phòng Văn hóa - Xã hội để tổng hợp, trình Ủy ban nhân "
    "dân xã xem xét, điều chỉnh cho phù hợp./."
)


def sample_plan() -> Plan:
    """Return the sample, a new object with the same ids at every call. It is a draft: number and day are blank."""
    plan = Plan(
        id=stable_id("plan", "2026"),
        letterhead=Letterhead(agency=("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM")),
        place="Suối Lim",
        date=PlanDate(month=1, year=2026),
        subject="Chuyển đổi số gắn với cải cách hành chính xã Suối Lim năm 2026",
        topic="Chuyển đổi số",
        period=PlanPeriod(start=2026, end=2026),
        signature=Signature(lines=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name="Hà Thị Kim Lụa"),
        archive="VT, VHXH",
    )
    groups = task_groups()
    plan.bases.children = [LegalBasis(id=stable_id("legal_basis", words), text=text(words)) for words in _BASES]
    plan.opening.children = [paragraph(_OPENING)]
    plan.body.children = [
        purpose_section(),
        targets_section(),
        tasks_section(groups),
        roadmap_section(),
        budget_section(),
        organisation_section(),
    ]
    plan.closing.children = [paragraph(_CLOSING)]
    plan.recipients.children = [Recipient(id=stable_id("recipient", words), text=words) for words in _RECIPIENTS]
    targets = [node for node in plan.body.walk() if isinstance(node, Target)]
    plan.appendices.children = [tasks_appendix(groups), targets_appendix(targets)]
    plan.footnotes.children = list[Node](Footnote(id=key, text=text(words)) for key, words in _NOTES)
    return plan


__all__ = ["sample_plan"]
