"""Disaster prevention; military recruitment."""

from __future__ import annotations

from plans.families.outline import Duty, Family, Goal, Part, Work, budget, lines, organisation, purpose
from plans.nodes import SectionRole

DISASTERS = Family(
    key="disasters",
    name="Phòng, chống thiên tai",
    subject="Phòng, chống thiên tai và tìm kiếm cứu nạn năm {year}",
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Căn cứ Luật Phòng, chống thiên tai ngày 19 tháng 6 năm 2013",
    ),
    parts=(
        purpose(
            (
                "Chủ động phòng ngừa, ứng phó kịp thời, giảm thấp nhất thiệt hại về người và tài sản;",
                "Nâng cao khả năng tự phòng, tránh của Nhân dân.",
            ),
            (
                "Thực hiện phương châm bốn tại chỗ: chỉ huy, lực lượng, phương tiện và vật tư, hậu cần tại chỗ;",
                "Xác định rõ khu vực nguy hiểm, số hộ phải di dời, nơi đến và người phụ trách.",
            ),
            hint="Rà lại thiệt hại và bài học của năm trước để xác định trọng điểm.",
        ),
        Part(
            title="TÌNH HÌNH VÀ KHU VỰC TRỌNG ĐIỂM",
            role=SectionRole.SITUATION,
            hint="Kê khu vực ngập, sạt lở, công trình xung yếu; nên lập phụ lục danh sách hộ và nơi sơ tán.",
            pieces=lines(
                "Khu vực có nguy cơ sạt lở, ngập lụt, lũ quét;",
                "Công trình xung yếu: hồ, đập, đê, kè, cầu, trường học;",
                "Số hộ, số người phải di dời theo từng tình huống.",
            ),
        ),
        Part(
            title="NHIỆM VỤ",
            role=SectionRole.TASKS,
            pieces=(
                Part(
                    title="Trước thiên tai",
                    pieces=(
                        Work(
                            title="Kiện toàn Ban Chỉ huy, phân công phụ trách địa bàn",
                            lead="economy",
                            helped_by=("office", "military"),
                            product="Quyết định kiện toàn, bảng phân công",
                            deadline="Tháng 4/{year}",
                        ),
                        Work(
                            title="Rà soát phương án sơ tán, danh sách hộ phải di dời",
                            lead="economy",
                            helped_by=("hamlets", "police"),
                            product="Phương án và danh sách hộ",
                            deadline="Tháng 5/{year}",
                        ),
                        Work(
                            title="Chuẩn bị lực lượng, phương tiện, vật tư, nhu yếu phẩm",
                            lead="military",
                            helped_by=("economy", "police", "health"),
                            product="Bảng thống kê phương tiện, vật tư",
                            deadline="Tháng 5/{year}",
                        ),
                        Work(
                            title="Tuyên truyền, tập huấn, diễn tập",
                            lead="culture",
                            helped_by=("schools", "hamlets"),
                            product="Báo cáo kết quả diễn tập",
                            deadline="Quý II/{year}",
                        ),
                    ),
                ),
                Part(
                    title="Trong thiên tai",
                    pieces=(
                        Work(
                            title="Trực ban, cảnh báo, sơ tán người dân và bảo đảm an ninh trật tự",
                            lead="military",
                            helped_by=("police", "hamlets"),
                            product="Sổ trực và báo cáo nhanh",
                            deadline="Theo diễn biến thiên tai",
                        ),
                    ),
                ),
                Part(
                    title="Sau thiên tai",
                    pieces=(
                        Work(
                            title="Thống kê thiệt hại, hỗ trợ, vệ sinh môi trường, phòng dịch",
                            lead="economy",
                            helped_by=("health", "culture", "hamlets"),
                            product="Báo cáo thiệt hại và nhu cầu hỗ trợ",
                            deadline="Sau từng đợt thiên tai",
                        ),
                    ),
                ),
            ),
        ),
        budget("Kinh phí từ ngân sách xã, Quỹ phòng, chống thiên tai và nguồn huy động hợp pháp."),
        organisation(
            Duty(body="economy", duties=("Là cơ quan thường trực; tổng hợp, báo cáo.",)),
            Duty(body="military", duties=("Chủ trì lực lượng xung kích, tìm kiếm cứu nạn.",)),
            Duty(body="police", duties=("Bảo đảm an ninh trật tự, an toàn giao thông tại khu vực sơ tán.",)),
            Duty(body="health", duties=("Bảo đảm cấp cứu, thuốc, phòng chống dịch.",)),
            Duty(body="hamlets", duties=("Thông báo, vận động và giúp các hộ sơ tán.",)),
            report="Báo cáo nhanh khi có thiên tai; báo cáo tổng kết trước ngày 15/12/{year}.",
        ),
    ),
)

RECRUITMENT = Family(
    key="recruitment",
    name="Tuyển quân",
    starts=-1,
    subject="Tuyển chọn, gọi công dân nhập ngũ năm {year}",
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Căn cứ Luật Nghĩa vụ quân sự ngày 19 tháng 6 năm 2015",
    ),
    parts=(
        purpose(
            ("Hoàn thành chỉ tiêu giao quân được giao;", "Nâng cao chất lượng công dân nhập ngũ."),
            (
                "Tuyển chọn đúng luật, đúng đối tượng, công khai, dân chủ;",
                "Bảo đảm chính sách hậu phương quân đội.",
            ),
            hint="Ghi số chỉ tiêu được giao và văn bản giao chỉ tiêu.",
        ),
        Part(
            title="CHỈ TIÊU",
            role=SectionRole.TARGETS,
            pieces=(
                Goal(text="Số công dân nhập ngũ", unit="công dân", comparator="="),
                Goal(text="Tỷ lệ công dân có trình độ trung học phổ thông trở lên"),
                Goal(text="Tỷ lệ công dân trong độ tuổi đăng ký nghĩa vụ quân sự", comparator="="),
            ),
        ),
        Part(
            title="NỘI DUNG VÀ TIẾN ĐỘ",
            role=SectionRole.TASKS,
            hint="Kiểm tra các mốc với lịch của cấp trên trước khi trình ký.",
            pieces=(
                Work(
                    title="Rà soát nguồn, lập danh sách công dân sẵn sàng nhập ngũ",
                    lead="military",
                    helped_by=("police", "hamlets"),
                    product="Danh sách công dân",
                    deadline="Tháng 9/{before}",
                ),
                Work(
                    title="Sơ tuyển sức khỏe, xét duyệt chính trị, bình nghị công khai",
                    lead="military",
                    helped_by=("health", "police", "hamlets"),
                    product="Biên bản sơ tuyển, xét duyệt",
                    deadline="Tháng 10/{before}",
                ),
                Work(
                    title="Khám sức khỏe nghĩa vụ quân sự",
                    lead="military",
                    helped_by=("health",),
                    product="Kết quả phân loại sức khỏe",
                    deadline="Từ ngày 01/11/{before} đến ngày 31/12/{before}",
                ),
                Work(
                    title="Phát lệnh gọi nhập ngũ, gặp mặt, tổ chức giao nhận quân",
                    lead="military",
                    helped_by=("office", "front", "culture"),
                    product="Lệnh gọi nhập ngũ, biên bản giao quân",
                    deadline="Tháng 02/{year}",
                ),
            ),
        ),
        budget("Kinh phí từ ngân sách địa phương theo phân cấp."),
        organisation(
            Duty(body="military", duties=("Là cơ quan thường trực của Hội đồng nghĩa vụ quân sự; tổng hợp, báo cáo.",)),
            Duty(body="police", duties=("Xác minh, xét duyệt tiêu chuẩn chính trị.",)),
            Duty(body="health", duties=("Sơ tuyển sức khỏe; phối hợp Hội đồng khám sức khỏe.",)),
            Duty(body="culture", duties=("Tuyên truyền; tham mưu thực hiện chính sách với gia đình quân nhân.",)),
            Duty(body="hamlets", duties=("Bình nghị công khai; quản lý, động viên công dân trong diện.",)),
            Duty(body="front", duties=("Vận động, động viên công dân và gia đình; giám sát việc tuyển chọn.",)),
            report="Báo cáo kết quả từng bước trong vòng 03 ngày sau khi kết thúc; tổng kết sau khi giao quân.",
        ),
    ),
)
