"""Administrative reform; digital transformation; communications."""

from __future__ import annotations

from plans.families.outline import Duty, Family, Goal, Part, Work, budget, lines, organisation, purpose
from plans.nodes import SectionRole

ADMINISTRATIVE_REFORM = Family(
    key="administrative_reform",
    name="Cải cách hành chính",
    subject="Cải cách hành chính năm {year}",
    bases=("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",),
    parts=(
        purpose(
            (
                "Nâng cao chất lượng phục vụ người dân, doanh nghiệp;",
                "Siết chặt kỷ luật, kỷ cương hành chính, đề cao trách nhiệm người đứng đầu.",
            ),
            (
                "Mỗi nhiệm vụ có cơ quan chủ trì, sản phẩm và thời hạn cụ thể;",
                "Lấy mức độ hài lòng của người dân làm thước đo.",
            ),
            hint="Nêu kết quả chỉ số của năm trước và chỗ còn yếu cần khắc phục.",
        ),
        Part(
            title="CHỈ TIÊU",
            role=SectionRole.TARGETS,
            pieces=(
                Goal(text="Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn và trước hạn"),
                Goal(text="Tỷ lệ hồ sơ nộp trực tuyến"),
                Goal(text="Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính"),
                Goal(text="Mức độ hài lòng của người dân, tổ chức"),
            ),
        ),
        Part(
            title="NHIỆM VỤ",
            role=SectionRole.TASKS,
            hint="Giữ đủ sáu nội dung cải cách; nội dung nào năm nay không làm thì bỏ.",
            pieces=(
                Part(
                    title="Cải cách thể chế",
                    pieces=(
                        Work(
                            title="Rà soát, kiểm tra văn bản do địa phương ban hành",
                            lead="office",
                            helped_by=("culture", "economy"),
                            product="Báo cáo kết quả rà soát",
                            deadline="Quý III/{year}",
                        ),
                    ),
                ),
                Part(
                    title="Cải cách thủ tục hành chính",
                    pieces=(
                        Work(
                            title="Công khai, cập nhật thủ tục hành chính; tiếp nhận và trả kết quả đúng hạn",
                            lead="service",
                            helped_by=("office",),
                            product="Bảng niêm yết, số liệu giải quyết hồ sơ",
                            deadline="Thường xuyên",
                        ),
                        Work(
                            title="Khảo sát mức độ hài lòng của người dân",
                            lead="service",
                            helped_by=("front",),
                            product="Báo cáo khảo sát",
                            deadline="Quý IV/{year}",
                        ),
                    ),
                ),
                Part(
                    title="Cải cách tổ chức bộ máy và chế độ công vụ",
                    pieces=(
                        Work(
                            title="Sắp xếp vị trí việc làm, bồi dưỡng công chức, viên chức",
                            lead="culture",
                            helped_by=("office",),
                            product="Kế hoạch bồi dưỡng",
                            deadline="Quý I/{year}",
                        ),
                    ),
                ),
                Part(
                    title="Cải cách tài chính công và xây dựng chính quyền số",
                    pieces=(
                        Work(
                            title="Công khai ngân sách, tài sản công",
                            lead="economy",
                            product="Quyết định công khai",
                            deadline="Theo quý",
                        ),
                        Work(
                            title="Xử lý văn bản, hồ sơ công việc trên môi trường điện tử",
                            lead="office",
                            helped_by=("culture", "economy", "service"),
                            product="Tỷ lệ văn bản ký số hằng tháng",
                            deadline="Thường xuyên",
                        ),
                    ),
                ),
            ),
        ),
        budget("Kinh phí từ dự toán ngân sách giao cho các cơ quan trong năm."),
        organisation(
            Duty(body="office", duties=("Chủ trì theo dõi, kiểm tra, tổng hợp, báo cáo.",)),
            Duty(body="culture", duties=("Thực hiện nội dung về tổ chức bộ máy, công vụ, tuyên truyền.",)),
            Duty(body="economy", duties=("Thực hiện nội dung về tài chính công.",)),
            Duty(body="service", duties=("Thực hiện nội dung về thủ tục hành chính.",)),
            Duty(body="front", duties=("Giám sát, phản biện; vận động người dân nộp hồ sơ trực tuyến.",)),
            report="Báo cáo quý trước ngày 05 tháng cuối quý; báo cáo năm trước ngày 05/12/{year}.",
        ),
    ),
)

DIGITAL = Family(
    key="digital",
    name="Chuyển đổi số",
    subject="Chuyển đổi số năm {year}",
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023",
    ),
    parts=(
        purpose(
            (
                "Đưa hoạt động của cơ quan và phục vụ người dân lên môi trường số;",
                "Giúp người dân, hộ kinh doanh có kỹ năng số cơ bản.",
            ),
            ("Dữ liệu đúng, đủ, sạch, sống, dùng chung;", "Bảo đảm an toàn thông tin, bảo vệ dữ liệu cá nhân."),
            hint="Nêu nghị quyết, chương trình của cấp trên và kết quả năm trước.",
        ),
        Part(
            title="MỤC TIÊU",
            role=SectionRole.TARGETS,
            pieces=(
                Goal(text="Tỷ lệ hồ sơ công việc xử lý trên môi trường mạng"),
                Goal(text="Tỷ lệ dịch vụ công trực tuyến toàn trình phát sinh hồ sơ"),
                Goal(text="Tỷ lệ người trưởng thành có tài khoản định danh điện tử mức độ 2"),
                Goal(text="Tỷ lệ thôn, tổ dân phố có Tổ công nghệ số cộng đồng hoạt động", comparator="="),
            ),
        ),
        Part(
            title="NHIỆM VỤ, GIẢI PHÁP",
            role=SectionRole.TASKS,
            pieces=(
                Part(
                    title="Chính quyền số",
                    pieces=(
                        Work(
                            title="Rà soát thiết bị, đường truyền, phần mềm dùng chung",
                            lead="office",
                            helped_by=("culture",),
                            product="Báo cáo hiện trạng và nhu cầu",
                            deadline="Quý I/{year}",
                        ),
                        Work(
                            title="Số hóa, làm sạch dữ liệu dân cư, hộ tịch, đất đai",
                            lead="police",
                            helped_by=("economy", "service"),
                            product="Số liệu số hóa từng tháng",
                            deadline="Quý IV/{year}",
                        ),
                    ),
                ),
                Part(
                    title="Kinh tế số, xã hội số",
                    pieces=(
                        Work(
                            title="Hướng dẫn hộ kinh doanh thanh toán không dùng tiền mặt, bán hàng trực tuyến",
                            lead="economy",
                            helped_by=("hamlets",),
                            product="Danh sách hộ được hướng dẫn",
                            deadline="Quý III/{year}",
                        ),
                        Work(
                            title="Bồi dưỡng kỹ năng số cho người dân qua Tổ công nghệ số cộng đồng",
                            lead="culture",
                            helped_by=("hamlets", "front", "schools"),
                            product="Số lớp, số người tham gia",
                            deadline="Thường xuyên",
                        ),
                    ),
                ),
                Part(
                    title="An toàn thông tin",
                    pieces=(
                        Work(
                            title="Kiểm tra an toàn thông tin máy tính, tài khoản công vụ",
                            lead="office",
                            helped_by=("police",),
                            product="Biên bản kiểm tra",
                            deadline="6 tháng một lần",
                        ),
                    ),
                ),
            ),
        ),
        budget("Kinh phí từ ngân sách xã, ngân sách cấp trên hỗ trợ và nguồn hợp pháp khác."),
        organisation(
            Duty(body="culture", duties=("Là cơ quan thường trực; theo dõi, tổng hợp, báo cáo.",)),
            Duty(body="office", duties=("Bảo đảm hạ tầng, an toàn thông tin của cơ quan.",)),
            Duty(body="economy", duties=("Thực hiện nội dung về kinh tế số; tham mưu kinh phí.",)),
            Duty(body="police", duties=("Thực hiện nội dung về dữ liệu dân cư, định danh điện tử.",)),
            Duty(body="hamlets", duties=("Duy trì Tổ công nghệ số cộng đồng.",)),
            Duty(body="front", duties=("Vận động hội viên, đoàn viên học và dùng dịch vụ số.",)),
            report="Báo cáo 6 tháng trước ngày 15/6/{year}, cả năm trước ngày 05/12/{year}.",
        ),
    ),
)

COMMUNICATIONS = Family(
    key="communications",
    name="Thông tin, tuyên truyền",
    subject="Thông tin, tuyên truyền năm {year}",
    bases=("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",),
    parts=(
        purpose(
            (
                "Đưa chủ trương của Đảng, pháp luật của Nhà nước và công việc của địa phương đến người dân kịp thời;",
                "Tạo đồng thuận, cổ vũ các phong trào thi đua.",
            ),
            ("Nội dung chính xác, dễ hiểu, hợp từng đối tượng;", "Tiết kiệm, tránh hình thức."),
            hint="Nêu các sự kiện lớn của năm cần tuyên truyền.",
        ),
        Part(
            title="NỘI DUNG TUYÊN TRUYỀN",
            role=SectionRole.TASKS,
            hint="Xếp theo thời gian trong năm; ngày kỷ niệm năm chẵn nên có kế hoạch riêng.",
            pieces=lines(
                "Các ngày lễ lớn, sự kiện chính trị của đất nước và địa phương;",
                "Chủ trương, chính sách, pháp luật mới;",
                "Gương người tốt, việc tốt, mô hình hay;",
                "Phòng, chống dịch bệnh, thiên tai, tệ nạn xã hội, tin giả.",
            ),
        ),
        Part(
            title="HÌNH THỨC VÀ NHIỆM VỤ",
            role=SectionRole.SOLUTIONS,
            pieces=(
                Work(
                    title="Phát thanh trên hệ thống truyền thanh cơ sở",
                    lead="culture",
                    helped_by=("hamlets",),
                    product="Lịch phát sóng và bản tin",
                    deadline="Hằng tuần",
                ),
                Work(
                    title="Đăng tin, bài trên trang thông tin điện tử và mạng xã hội của địa phương",
                    lead="culture",
                    helped_by=("office",),
                    product="Tin, bài đã đăng",
                    deadline="Thường xuyên",
                ),
                Work(
                    title="Pa nô, áp phích, khẩu hiệu, cờ Tổ quốc tại trung tâm và khu dân cư",
                    lead="culture",
                    helped_by=("hamlets", "schools"),
                    product="Ảnh và bảng thống kê vị trí",
                    deadline="Trước mỗi ngày lễ 05 ngày",
                ),
                Work(
                    title="Tuyên truyền miệng tại hội nghị, sinh hoạt thôn, tổ dân phố, trường học",
                    lead="culture",
                    helped_by=("hamlets", "schools", "front"),
                    product="Số buổi, số người nghe",
                    deadline="Hằng quý",
                ),
            ),
        ),
        budget("Kinh phí từ ngân sách xã và nguồn xã hội hóa."),
        organisation(
            Duty(body="culture", duties=("Chủ trì, theo dõi, tổng hợp, báo cáo.",)),
            Duty(body="office", duties=("Cung cấp thông tin, tài liệu; duyệt nội dung trước khi đăng, phát.",)),
            Duty(body="economy", duties=("Tham mưu bố trí kinh phí.",)),
            Duty(body="hamlets", duties=("Đọc, phát bản tin; treo cờ, khẩu hiệu.",)),
            Duty(body="front", duties=("Tuyên truyền trong đoàn viên, hội viên.",)),
            report="Báo cáo quý trước ngày 20 tháng cuối quý; báo cáo năm trước ngày 10/12/{year}.",
        ),
    ),
)
