"""The eight tasks of the sample and the solutions that carry them."""

from __future__ import annotations

from plans.nodes import Section, SectionRole, Task
from plans.sample.pieces import bullet, bullets, italic, mark, paragraph, raised, section, stable_id, text
from plans.sample.targets import (
    CASHLESS,
    CONTENT,
    CULTURE,
    ECONOMY,
    FRONT,
    GROUPS,
    HEALTH,
    IN_TIME,
    OFFICE,
    ONLINE,
    POLICE,
    RETURNED,
    SCANNED,
    SERVICE,
    VILLAGES,
    target_id,
)

FULL_SERVICE_NOTE = stable_id("footnote", "full online service")


def _reception() -> Task:
    return Task(
        id=stable_id("task", "reception"),
        title=text("Nâng cấp khu vực tiếp nhận hồ sơ trực tuyến tại trụ sở xã"),
        children=[
            paragraph(
                "Bố trí khu vực hướng dẫn rộng 36 m",
                raised("2"),
                " ngay tại sảnh, có 04 máy tính, 02 máy quét và đường truyền dự phòng để người dân tự nộp hồ sơ "
                "hoặc được hỗ trợ nộp hồ sơ tại chỗ.",
            ),
            paragraph("Phân công viên chức trực hướng dẫn trong giờ hành chính và sáng thứ Bảy hằng tuần."),
        ],
        lead=[SERVICE],
        coordinating=[ECONOMY, POLICE],
        products=["Khu vực hướng dẫn được đưa vào sử dụng"],
        deadline="Quý I/2026",
        target=target_id(ONLINE),
    )


def _scanning() -> Task:
    return Task(
        id=stable_id("task", "scanning"),
        title=text("Số hóa tài liệu lưu trữ về đất đai, hộ tịch"),
        children=[
            paragraph(
                "Chỉnh lý, quét, nhập chỉ mục và ký số tài liệu hình thành trước năm 2020; đối chiếu ngẫu nhiên ít "
                "nhất 5% số trang trước khi nghiệm thu."
            )
        ],
        lead=[OFFICE],
        coordinating=[ECONOMY, SERVICE],
        products=["Kho tài liệu điện tử kèm biên bản nghiệm thu"],
        deadline="Trước ngày 30/9/2026",
        target=target_id(SCANNED),
    )


def _clean_data() -> Task:
    return Task(
        id=stable_id("task", "clean data"),
        title=text("Làm sạch dữ liệu dân cư và dữ liệu hộ tịch"),
        children=[
            paragraph(
                "Rà soát từng thôn, đối chiếu dữ liệu hộ tịch với Cơ sở dữ liệu quốc gia về dân cư; chỉnh sửa dứt điểm "
                "các trường hợp sai lệch họ tên, ngày sinh, nơi cư trú."
            )
        ],
        lead=[POLICE],
        coordinating=[CULTURE, HEALTH, VILLAGES],
        products=["Báo cáo kết quả làm sạch dữ liệu của từng thôn"],
        deadline="Trước ngày 30/6/2026",
        target=target_id(RETURNED),
    )


def _shorter_steps() -> Task:
    return Task(
        id=stable_id("task", "shorter steps"),
        title=text("Rà soát, cắt giảm thời gian giải quyết thủ tục hành chính nội bộ"),
        children=[
            paragraph(
                "Vẽ lại quy trình của từng thủ tục, bỏ bước trung gian không cần thiết, cắt giảm ít nhất 30% thời gian "
                "giải quyết so với quy định."
            )
        ],
        lead=[OFFICE],
        coordinating=[SERVICE, CULTURE, ECONOMY],
        products=["Quyết định phê duyệt quy trình nội bộ sau rà soát"],
        deadline="Tháng 3/2026",
        target=target_id(IN_TIME),
    )


def _at_home() -> Task:
    return Task(
        id=stable_id("task", "at home"),
        title=text("Tiếp nhận hồ sơ, trả kết quả tại nhà cho người cao tuổi, người khuyết tật"),
        children=[
            paragraph("Lập danh sách người cần hỗ trợ theo thôn, cập nhật hằng quý; phân công người phụ trách."),
            *bullets(
                "Thôn cách trụ sở xã dưới 5 km: viên chức của Trung tâm đến tận nhà trong ngày làm việc;",
                "Thôn cách trụ sở xã từ 5 km trở lên: tổ chức tiếp nhận lưu động mỗi tháng 02 lần.",
            ),
        ],
        lead=[SERVICE],
        coordinating=[HEALTH, VILLAGES],
        products=["Sổ theo dõi điện tử các lượt phục vụ tại nhà"],
        deadline="Thường xuyên",
        target=target_id(CONTENT),
    )


def _open_progress() -> Task:
    return Task(
        id=stable_id("task", "open progress"),
        title=text("Công khai tiến độ giải quyết hồ sơ và xin lỗi khi trễ hạn"),
        children=[
            paragraph(
                "Niêm yết kết quả giải quyết hồ sơ hằng tuần trên trang thông tin điện tử của xã; hồ sơ trễ hạn phải "
                "có thư xin lỗi nêu rõ lý do và ngày hẹn trả lại."
            )
        ],
        lead=["Ủy ban nhân dân xã"],
        advisers=[OFFICE],
        coordinating=[SERVICE],
        products=["Chuyên mục công khai tiến độ trên trang thông tin điện tử"],
        deadline="Quý II/2026",
        target=target_id(IN_TIME),
    )


def _village_groups() -> Task:
    return Task(
        id=stable_id("task", "village groups"),
        title=text("Kiện toàn, bồi dưỡng Tổ công nghệ số cộng đồng ở 12 thôn"),
        children=[
            paragraph(
                "Mỗi thôn có một tổ từ 05 đến 07 người; tổ chức bồi dưỡng theo cách ",
                italic("cầm tay chỉ việc"),
                ", ưu tiên thôn Nà Khoang và thôn Phiêng Lim nơi tỷ lệ nộp hồ sơ trực tuyến còn thấp.",
            )
        ],
        lead=[CULTURE],
        coordinating=[FRONT, POLICE, VILLAGES],
        products=["12 quyết định kiện toàn tổ", "04 lớp bồi dưỡng"],
        deadline="Quý II/2026",
        target=target_id(GROUPS),
    )


def _market() -> Task:
    return Task(
        id=stable_id("task", "market"),
        title=text("Hỗ trợ hộ kinh doanh, hợp tác xã bán hàng và thanh toán trên môi trường số"),
        children=[
            paragraph(
                "Hướng dẫn mở tài khoản thanh toán, lập mã thanh toán tại quầy; đưa ít nhất 06 sản phẩm của địa phương "
                "lên sàn thương mại điện tử."
            )
        ],
        lead=[ECONOMY],
        coordinating=[CULTURE, FRONT],
        products=["Danh sách hộ kinh doanh, sản phẩm đã được hỗ trợ"],
        deadline="Trước ngày 15/11/2026",
        target=target_id(CASHLESS),
    )


def _solutions() -> Section:
    return section(
        "Giải pháp chủ yếu",
        SectionRole.SOLUTIONS,
        [
            bullet(
                "Nêu gương và chịu trách nhiệm từ người đứng đầu:",
                "Chủ tịch, các Phó Chủ tịch Ủy ban nhân dân xã xử lý toàn bộ công việc trên hệ thống;",
                "Trưởng các phòng, Giám đốc Trung tâm chịu trách nhiệm về số liệu của đơn vị mình.",
            ),
            *bullets(
                "Giao ban tiến độ vào tuần đầu của mỗi tháng; nhiệm vụ chậm quá 10 ngày phải báo cáo nguyên nhân và "
                "biện pháp khắc phục bằng văn bản.",
                "Truyền thông bằng tiếng Việt và tiếng dân tộc thiểu số qua hệ thống truyền thanh, họp thôn và sinh "
                "hoạt của các đoàn thể.",
            ),
        ],
    )


def task_groups() -> list[Section]:
    """Return the three groups of tasks, as section III holds them."""
    return [
        section("Hạ tầng và dữ liệu số", SectionRole.TASKS, [_reception(), _scanning(), _clean_data()]),
        section("Cải cách thủ tục hành chính", SectionRole.TASKS, [_shorter_steps(), _at_home(), _open_progress()]),
        section("Kỹ năng số và kinh tế số", SectionRole.TASKS, [_village_groups(), _market()]),
    ]


def tasks_section(groups: list[Section]) -> Section:
    """Return section III over ``groups``."""
    lead_in = paragraph(
        "Năm 2026, Ủy ban nhân dân xã tập trung thực hiện 08 nhiệm vụ trọng tâm, lấy dịch vụ công trực tuyến toàn "
        "trình",
        mark(FULL_SERVICE_NOTE),
        " làm khâu đột phá. Bảng tổng hợp nhiệm vụ theo cơ quan thực hiện, sản phẩm và thời hạn được nêu tại Phụ lục I "
        "kèm theo Kế hoạch này.",
    )
    return section("NHIỆM VỤ, GIẢI PHÁP", SectionRole.TASKS, [lead_in, *groups, _solutions()])
