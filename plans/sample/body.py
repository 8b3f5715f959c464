"""The other sections of the sample: purpose, roadmap, budget, organisation."""

from __future__ import annotations

from plans.nodes import Assignment, Node, RoadmapYear, Section, SectionRole
from plans.sample.pieces import bullets, mark, paragraph, section, stable_id, text
from plans.sample.tables import budget_table
from plans.sample.targets import CULTURE, ECONOMY, FRONT, OFFICE, POLICE, SERVICE

GUIDING_NOTE = stable_id("footnote", "guiding documents")

_ROADMAP: tuple[tuple[int, tuple[str, ...]], ...] = (
    (
        2026,
        (
            "Hoàn thành 08 nhiệm vụ và các chỉ tiêu nêu tại Kế hoạch này;",
            "Đánh giá kết quả của từng thôn, chọn 03 thôn làm điểm.",
        ),
    ),
    (
        2027,
        (
            "Nhân rộng cách làm của 03 thôn điểm ra toàn xã;",
            "Hoàn thành số hóa tài liệu lưu trữ hình thành trước ngày 01/7/2025;",
            "Từ 90% hồ sơ thủ tục hành chính trở lên được nộp trực tuyến.",
        ),
    ),
    (
        2028,
        (
            "Chỉ đạo, điều hành của xã dựa trên dữ liệu; báo cáo định kỳ được tạo lập tự động từ hệ thống;",
            "Sơ kết ba năm thực hiện, đề xuất mục tiêu giai đoạn 2029 - 2030.",
        ),
    ),
)

_DUTIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "",
        CULTURE,
        (
            "Là cơ quan thường trực, đôn đốc, theo dõi, tổng hợp kết quả thực hiện Kế hoạch này.",
            "Tham mưu kiện toàn Tổ công nghệ số cộng đồng; tổ chức truyền thông, bồi dưỡng kỹ năng số.",
        ),
    ),
    (
        "",
        OFFICE,
        (
            "Rà soát quy trình nội bộ, theo dõi việc ký số và số hóa tài liệu lưu trữ của các phòng, đơn vị.",
            "Tổ chức khảo sát mức độ hài lòng của người dân, tổ chức; công khai kết quả hằng quý.",
        ),
    ),
    (
        "",
        ECONOMY,
        (
            "Cân đối, tham mưu bố trí kinh phí; hướng dẫn việc quản lý, sử dụng và quyết toán theo quy định.",
            "Hỗ trợ hộ kinh doanh, hợp tác xã tham gia sàn thương mại điện tử.",
        ),
    ),
    (
        "",
        SERVICE,
        (
            (
                "Hướng dẫn, tiếp nhận và trả kết quả giải quyết thủ tục hành chính; không để hồ sơ giấy phát sinh "
                "ngoài hệ thống."
            ),
            "Gửi số liệu hồ sơ nộp trực tuyến, hồ sơ trễ hạn về Phòng Văn hóa - Xã hội trước ngày 05 hằng tháng.",
        ),
    ),
    (
        "",
        POLICE,
        (
            "Chủ trì làm sạch dữ liệu dân cư; hướng dẫn người dân sử dụng tài khoản định danh điện tử.",
            "Bảo đảm an ninh mạng, phòng ngừa lừa đảo trên không gian mạng tại địa bàn.",
        ),
    ),
    (
        "Đề nghị",
        FRONT,
        (
            (
                "Vận động đoàn viên, hội viên và Nhân dân sử dụng dịch vụ công trực tuyến; giám sát, phản biện việc "
                "thực hiện Kế hoạch này."
            ),
        ),
    ),
)


_PURPOSE = (
    (
        "Đưa việc tiếp nhận, giải quyết thủ tục hành chính lên môi trường số một cách thực chất, giảm thời gian đi "
        "lại và chi phí của Nhân dân."
    ),
    (
        "Chuẩn hóa dữ liệu để dùng chung giữa các cơ quan, đơn vị; không yêu cầu người dân nộp lại giấy tờ đã được "
        "số hóa."
    ),
    (
        "Nâng cao trách nhiệm của từng cán bộ, công chức, viên chức; lấy mức độ hài lòng của người dân, tổ chức "
        "làm thước đo kết quả."
    ),
)

_REQUIREMENTS = (
    (
        "Mỗi nhiệm vụ chỉ giao một cơ quan chủ trì, có sản phẩm cụ thể, có thời hạn hoàn thành và có số liệu "
        "để kiểm đếm."
    ),
    (
        "Ưu tiên dùng chung hạ tầng, nền tảng số của tỉnh; chỉ đầu tư mới khi không thể dùng chung, bảo đảm "
        "tiết kiệm, tránh trùng lặp."
    ),
    (
        "Bảo vệ dữ liệu cá nhân, bảo đảm an toàn thông tin mạng; không để người cao tuổi, người khuyết tật, hộ "
        "dân ở thôn xa trung tâm bị bỏ lại phía sau."
    ),
)


def purpose_section() -> Section:
    """Return section I."""
    purpose: list[Node] = [
        paragraph(
            "Thực hiện các chủ trương, nghị quyết về chuyển đổi số đã được ban hành",
            mark(GUIDING_NOTE),
            ", Ủy ban nhân dân xã xác định rõ việc phải làm, người chịu trách nhiệm và thời hạn hoàn thành trong năm "
            "2026, nhằm:",
        ),
        *bullets(*_PURPOSE),
    ]
    requirements = [paragraph(words, numbered=True) for words in _REQUIREMENTS]
    return section(
        "MỤC ĐÍCH, YÊU CẦU",
        SectionRole.PURPOSE_REQUIREMENTS,
        [
            section("Mục đích", SectionRole.PURPOSE, purpose),
            section("Yêu cầu", SectionRole.REQUIREMENTS, requirements),
        ],
    )


def roadmap_section() -> Section:
    """Return section IV."""
    years: list[Node] = [
        RoadmapYear(
            id=stable_id("roadmap_year", str(year)), year=year, label=text(f"Năm {year}"), children=bullets(*items)
        )
        for year, items in _ROADMAP
    ]
    lead_in = paragraph("Năm 2026 là năm đầu của lộ trình ba năm, cụ thể như sau:")
    return section("LỘ TRÌNH THỰC HIỆN GIAI ĐOẠN 2026 - 2028", SectionRole.ROADMAP, [lead_in, *years])


def budget_section() -> Section:
    """Return section V."""
    source = paragraph(
        "Tổng kinh phí thực hiện năm 2026 là 635 triệu đồng, trong đó ngân sách xã 401 triệu đồng, ngân sách tỉnh hỗ "
        "trợ 234 triệu đồng; lồng ghép với các chương trình, dự án khác trên địa bàn."
    )
    return section(
        "KINH PHÍ THỰC HIỆN",
        SectionRole.BUDGET,
        [
            section("Nguồn kinh phí", None, [source], run_in=True),
            section("Dự toán theo nội dung", None, [budget_table()]),
        ],
    )


def organisation_section() -> Section:
    """Return section VI."""
    checks = paragraph(
        "Phòng Văn hóa - Xã hội chủ trì kiểm tra ít nhất 02 lần trong năm tại Trung tâm Phục vụ hành chính công xã và "
        "tại các thôn; kết quả kiểm tra là căn cứ xếp loại cuối năm."
    )
    reports = bullets(
        "Các cơ quan, đơn vị gửi báo cáo quý trước ngày 20 của tháng cuối quý, báo cáo năm trước ngày 05/12/2026 về "
        "Phòng Văn hóa - Xã hội.",
        "Phòng Văn hóa - Xã hội tổng hợp, trình Ủy ban nhân dân xã báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2026.",
    )
    return section(
        "TỔ CHỨC THỰC HIỆN",
        SectionRole.ORGANISATION,
        [
            section("Phân công trách nhiệm", SectionRole.ASSIGNMENTS, [*_assignments(), _villages()]),
            section("Kiểm tra", SectionRole.MONITORING, [checks], run_in=True),
            section("Chế độ báo cáo", SectionRole.REPORTING, reports),
        ],
    )


def _assignments() -> list[Node]:
    return [
        Assignment(id=stable_id("assignment", unit), prefix=prefix, unit=unit, children=bullets(*duties))
        for prefix, unit, duties in _DUTIES
    ]


def _villages() -> Assignment:
    unit = "Trạm Y tế, các trường học và các thôn"
    duty = paragraph(
        "Căn cứ Kế hoạch này, phân công người phụ trách, phối hợp rà soát dữ liệu và hướng dẫn người dân tại địa bàn; "
        "trưởng thôn báo cáo kết quả của thôn vào ngày 25 hằng tháng."
    )
    return Assignment(id=stable_id("assignment", unit), unit=unit, run_in=True, children=[duty])
