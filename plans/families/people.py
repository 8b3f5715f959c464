"""Education; reduction of poverty."""

from __future__ import annotations

from plans.families.outline import Duty, Family, Goal, Part, Work, budget, organisation, purpose
from plans.nodes import SectionRole

EDUCATION = Family(
    key="education",
    name="Giáo dục",
    subject="Thực hiện nhiệm vụ giáo dục và đào tạo năm học {year} - {next}",
    ends=1,
    school_year=True,
    bases=(
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",
        "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019",
    ),
    parts=(
        purpose(
            (
                "Cụ thể hóa nhiệm vụ năm học của cấp trên phù hợp với điều kiện của địa phương;",
                "Nâng cao chất lượng dạy và học, giữ vững kết quả phổ cập giáo dục, xóa mù chữ.",
            ),
            (
                "Nhiệm vụ giao cho từng đơn vị, có sản phẩm và thời hạn;",
                "Nhà trường, gia đình và xã hội cùng tham gia, không để học sinh bỏ học vì khó khăn.",
            ),
            hint="Nêu văn bản cấp trên mà kế hoạch này cụ thể hóa và điều địa phương muốn đạt được trong năm học.",
        ),
        Part(
            title="CHỈ TIÊU NĂM HỌC",
            role=SectionRole.TARGETS,
            hint="Điền số của năm học; kết quả năm học trước ghi ở ô “Kết quả năm trước” của từng chỉ tiêu.",
            pieces=(
                Goal(text="Tỷ lệ trẻ 5 tuổi đến trường"),
                Goal(text="Tỷ lệ học sinh hoàn thành chương trình tiểu học"),
                Goal(text="Tỷ lệ học sinh tốt nghiệp trung học cơ sở"),
                Goal(text="Số trường đạt chuẩn quốc gia", unit="trường"),
                Goal(text="Tỷ lệ học sinh bỏ học giữa năm", comparator="<="),
            ),
        ),
        Part(
            title="NHIỆM VỤ, GIẢI PHÁP",
            role=SectionRole.TASKS,
            pieces=(
                Work(
                    title="Huy động trẻ ra lớp, duy trì sĩ số",
                    lead="culture",
                    helped_by=("schools", "hamlets"),
                    product="Báo cáo số liệu huy động",
                    deadline="Tháng 9/{year}",
                ),
                Work(
                    title="Rà soát, sửa chữa phòng học, nhà vệ sinh, bếp ăn trước năm học mới",
                    lead="economy",
                    helped_by=("schools",),
                    product="Biên bản nghiệm thu",
                    deadline="Trước ngày 25/8/{year}",
                ),
                Work(
                    title="Nâng cao chất lượng dạy học và bồi dưỡng giáo viên",
                    lead="schools",
                    helped_by=("culture",),
                    product="Kế hoạch bồi dưỡng của từng trường",
                    deadline="Tháng 10/{year}",
                ),
                Work(
                    title="Bảo đảm an toàn trường học, y tế học đường, an toàn thực phẩm bếp ăn bán trú",
                    lead="health",
                    helped_by=("schools", "police"),
                    product="Biên bản kiểm tra từng trường",
                    deadline="Trước ngày 31/12/{year}",
                ),
                Work(
                    title="Điều tra, cập nhật số liệu phổ cập giáo dục, xóa mù chữ",
                    lead="culture",
                    helped_by=("schools", "hamlets"),
                    product="Hồ sơ đề nghị công nhận",
                    deadline="Trước ngày 30/11/{year}",
                ),
            ),
        ),
        budget("Kinh phí thực hiện từ ngân sách nhà nước giao trong năm và các nguồn huy động hợp pháp khác."),
        organisation(
            Duty(
                body="culture",
                duties=(
                    "Chủ trì theo dõi, đôn đốc, tổng hợp kết quả thực hiện Kế hoạch;",
                    "Tham mưu sơ kết học kỳ I và tổng kết năm học.",
                ),
            ),
            Duty(body="economy", duties=("Cân đối, tham mưu bố trí kinh phí sửa chữa cơ sở vật chất trường học.",)),
            Duty(body="schools", duties=("Xây dựng kế hoạch giáo dục của nhà trường và tổ chức thực hiện.",)),
            Duty(body="hamlets", duties=("Vận động trẻ trong độ tuổi ra lớp, không bỏ học.",)),
            Duty(
                body="front",
                duties=("Vận động hội viên, đoàn viên chăm lo việc học của con em, hỗ trợ học sinh khó khăn.",),
            ),
            report="Các trường báo cáo kết quả học kỳ I trước ngày 15/01/{next}, kết quả năm học trước ngày "
            "31/5/{next} về Phòng Văn hóa - Xã hội để tổng hợp.",
        ),
    ),
)

POVERTY = Family(
    key="poverty",
    name="Giảm nghèo",
    subject="Giảm nghèo bền vững năm {year}",
    bases=("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025",),
    parts=(
        purpose(
            (
                "Giúp hộ nghèo, hộ cận nghèo có việc làm, thu nhập và tiếp cận các dịch vụ xã hội cơ bản;",
                "Hạn chế tái nghèo và phát sinh nghèo.",
            ),
            (
                "Hỗ trợ đúng đối tượng, đúng nhu cầu, có người theo dõi từng hộ;",
                "Công khai danh sách và mức hỗ trợ tại thôn, tổ dân phố.",
            ),
            hint="Nêu số hộ nghèo, cận nghèo theo kết quả rà soát cuối năm trước.",
        ),
        Part(
            title="CHỈ TIÊU",
            role=SectionRole.TARGETS,
            hint="Kết quả rà soát cuối năm trước ghi ở ô “Kết quả năm trước”.",
            pieces=(
                Goal(text="Tỷ lệ hộ nghèo cuối năm {year}", comparator="<="),
                Goal(text="Số hộ thoát nghèo trong năm", unit="hộ"),
                Goal(text="Tỷ lệ người thuộc hộ nghèo, cận nghèo có thẻ bảo hiểm y tế", comparator="="),
                Goal(text="Số nhà ở được hỗ trợ xây mới, sửa chữa", unit="nhà"),
            ),
        ),
        Part(
            title="NHIỆM VỤ",
            role=SectionRole.TASKS,
            pieces=(
                Work(
                    title="Phân tích nguyên nhân nghèo của từng hộ và phân công giúp đỡ",
                    lead="culture",
                    helped_by=("hamlets", "front"),
                    product="Danh sách hộ kèm người giúp đỡ",
                    deadline="Quý I/{year}",
                ),
                Work(
                    title="Hỗ trợ sinh kế, dạy nghề, giới thiệu việc làm",
                    lead="economy",
                    helped_by=("culture", "hamlets"),
                    product="Danh sách hộ được hỗ trợ",
                    deadline="Quý III/{year}",
                ),
                Work(
                    title="Cấp thẻ bảo hiểm y tế, miễn giảm học phí, hỗ trợ nhà ở theo chính sách",
                    lead="culture",
                    helped_by=("health", "schools"),
                    product="Quyết định hỗ trợ",
                    deadline="Thường xuyên",
                ),
                Work(
                    title="Rà soát hộ nghèo, hộ cận nghèo cuối năm",
                    lead="culture",
                    helped_by=("hamlets",),
                    product="Quyết định công nhận kết quả rà soát",
                    deadline="Trước ngày 15/12/{year}",
                ),
            ),
        ),
        budget("Kinh phí từ các chương trình, ngân sách xã và nguồn huy động hợp pháp."),
        organisation(
            Duty(body="culture", duties=("Là cơ quan thường trực; theo dõi, tổng hợp, báo cáo.",)),
            Duty(body="economy", duties=("Hướng dẫn sản xuất; tham mưu bố trí kinh phí.",)),
            Duty(body="hamlets", duties=("Bình xét công khai; theo dõi từng hộ.",)),
            Duty(body="front", duties=("Vận động ủng hộ Quỹ Vì người nghèo; giám sát việc hỗ trợ.",)),
            report="Các đơn vị báo cáo 6 tháng trước ngày 10/6/{year}, cả năm trước ngày 10/12/{year}.",
        ),
    ),
)
