"""The yearly plan of socio-economic development."""

from __future__ import annotations

from plans.families.outline import Duty, Family, Goal, Part, Work, budget, lines, organisation, purpose
from plans.nodes import SectionRole

SOCIO_ECONOMIC = Family(
    key="socio_economic",
    name="Kinh tế - xã hội",
    subject="Phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh năm {year}",
    bases=("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",),
    parts=(
        purpose(
            (
                "Cụ thể hóa nghị quyết của Đảng ủy, Hội đồng nhân dân về nhiệm vụ năm {year};",
                "Giao nhiệm vụ, chỉ tiêu cho từng cơ quan, đơn vị.",
            ),
            (
                "Bám sát chỉ tiêu cấp trên giao, phù hợp nguồn lực của địa phương;",
                "Chỉ đạo, điều hành tập trung, có trọng tâm, kiểm tra thường xuyên.",
            ),
            hint="Nêu nghị quyết của Hội đồng nhân dân về kế hoạch năm.",
        ),
        Part(
            title="ĐÁNH GIÁ TÌNH HÌNH",
            role=SectionRole.SITUATION,
            hint="Tóm tắt kết quả năm trước: đạt, chưa đạt, nguyên nhân. Số liệu lấy từ báo cáo tổng kết.",
            pieces=lines("Kết quả đạt được;", "Hạn chế, nguyên nhân;", "Dự báo thuận lợi, khó khăn của năm {year}."),
        ),
        Part(
            title="CHỈ TIÊU CHỦ YẾU NĂM {year}",
            role=SectionRole.TARGETS,
            hint="Chỉ tiêu cấp trên giao và chỉ tiêu của địa phương; nhiều chỉ tiêu thì lập phụ lục.",
            pieces=(
                Goal(text="Thu ngân sách trên địa bàn", unit="tỷ đồng"),
                Goal(text="Thu nhập bình quân đầu người", unit="triệu đồng"),
                Goal(text="Tỷ lệ hộ nghèo", comparator="<="),
                Goal(text="Tỷ lệ người dân tham gia bảo hiểm y tế"),
                Goal(text="Tỷ lệ hộ được sử dụng nước sạch"),
                Goal(text="Tỷ lệ rác thải sinh hoạt được thu gom, xử lý"),
                Goal(text="Tỷ lệ gia đình đạt chuẩn văn hóa"),
                Goal(text="Số công dân nhập ngũ theo chỉ tiêu giao", comparator="="),
            ),
        ),
        Part(
            title="NHIỆM VỤ, GIẢI PHÁP",
            role=SectionRole.TASKS,
            pieces=(
                Part(
                    title="Kinh tế, ngân sách, đầu tư",
                    pieces=(
                        Work(
                            title="Phát triển sản xuất, hỗ trợ hộ kinh doanh, hợp tác xã",
                            lead="economy",
                            helped_by=("hamlets",),
                            product="Báo cáo kết quả từng quý",
                            deadline="Thường xuyên",
                        ),
                        Work(
                            title="Quản lý thu, chi ngân sách; giải ngân vốn đầu tư công",
                            lead="economy",
                            helped_by=("office",),
                            product="Báo cáo thu, chi, giải ngân",
                            deadline="Hằng quý",
                        ),
                        Work(
                            title="Quản lý đất đai, xây dựng, môi trường",
                            lead="economy",
                            helped_by=("police", "hamlets"),
                            product="Biên bản kiểm tra, xử lý",
                            deadline="Thường xuyên",
                        ),
                    ),
                ),
                Part(
                    title="Văn hóa, xã hội",
                    pieces=(
                        Work(
                            title="Giáo dục, y tế, an sinh xã hội, giảm nghèo, việc làm",
                            lead="culture",
                            helped_by=("schools", "health", "front"),
                            product="Báo cáo kết quả từng quý",
                            deadline="Thường xuyên",
                        ),
                        Work(
                            title="Hoạt động văn hóa, thể thao, lễ hội; xây dựng khu dân cư văn hóa",
                            lead="culture",
                            helped_by=("hamlets", "front"),
                            product="Quyết định công nhận danh hiệu",
                            deadline="Quý IV/{year}",
                        ),
                    ),
                ),
                Part(
                    title="Quốc phòng, an ninh",
                    pieces=(
                        Work(
                            title="Huấn luyện, tuyển quân, xây dựng lực lượng dân quân",
                            lead="military",
                            helped_by=("police", "hamlets"),
                            product="Kết quả huấn luyện, giao quân",
                            deadline="Theo kế hoạch của cấp trên",
                        ),
                        Work(
                            title="Giữ vững an ninh trật tự, an toàn giao thông, phòng cháy chữa cháy",
                            lead="police",
                            helped_by=("military", "hamlets"),
                            product="Báo cáo tình hình từng tháng",
                            deadline="Thường xuyên",
                        ),
                    ),
                ),
                Part(
                    title="Xây dựng chính quyền, cải cách hành chính, tiếp công dân",
                    pieces=(
                        Work(
                            title="Cải cách hành chính, chuyển đổi số, giải quyết thủ tục hành chính đúng hạn",
                            lead="service",
                            helped_by=("office", "culture", "economy"),
                            product="Số liệu giải quyết hồ sơ",
                            deadline="Thường xuyên",
                        ),
                        Work(
                            title="Tiếp công dân, giải quyết khiếu nại, tố cáo, phòng chống tham nhũng, lãng phí",
                            lead="office",
                            helped_by=("economy", "police"),
                            product="Báo cáo quý",
                            deadline="Hằng quý",
                        ),
                    ),
                ),
            ),
        ),
        budget("Kinh phí từ dự toán ngân sách năm {year} và các nguồn huy động hợp pháp."),
        organisation(
            Duty(body="office", duties=("Theo dõi, đôn đốc; tham mưu kiểm tra, sơ kết, tổng kết.",)),
            Duty(body="economy", duties=("Chủ trì tổng hợp tình hình kinh tế - xã hội hằng tháng, quý, năm.",)),
            Duty(body="culture", duties=("Thực hiện nhiệm vụ lĩnh vực văn hóa - xã hội.",)),
            Duty(body="police", duties=("Thực hiện nhiệm vụ bảo đảm an ninh trật tự.",)),
            Duty(body="military", duties=("Thực hiện nhiệm vụ quân sự, quốc phòng.",)),
            Duty(body="front", duties=("Giám sát, vận động Nhân dân thực hiện.",)),
            report="Các đơn vị báo cáo tháng trước ngày 15, quý trước ngày 10 tháng cuối quý, "
            "năm trước ngày 05/12/{year}.",
        ),
    ),
)
