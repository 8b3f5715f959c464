"""Words that recognition goes by: bodies, verbs of duties, units of measure, wordings of the parts of a task."""

from __future__ import annotations

import re


def alternatives(phrases: str) -> str:
    """Return a pattern matching one of ``phrases`` (parted by commas), the longest first, blanks as any white space."""
    found = sorted((" ".join(phrase.split()) for phrase in phrases.split(",")), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in found if phrase)


BODIES = """
    phòng, ban, công an, trạm, trường, ủy ban, uỷ ban, ubnd, ubmttq, ub, hội, đoàn, mặt trận, mttq, trung tâm,
    văn phòng, tổ, thôn, bản, ấp, xóm, làng, buôn, khối, khu, khu phố, khu dân cư, tổ dân phố, trưởng, phó, bí
    thư, chi bộ, chi hội, đảng ủy, đảng uỷ, hđnd, thường trực, công chức, viên chức, cán bộ, bộ phận, lãnh đạo,
    chủ tịch, hiệu trưởng, thủ trưởng, đài, kế toán, hợp tác xã, doanh nghiệp, cơ quan, đơn vị, tổ chức, đoàn
    thể, ngành, cơ sở, quân sự, chỉ huy, ban chỉ huy, bch, bcđ, liên đoàn, công đoàn, hộ, nhân dân, người dân,
    người đứng đầu, cấp ủy, cấp uỷ, cá nhân, kho bạc, ngân hàng, chi cục, đội, quỹ, thành viên, cha mẹ, phụ
    huynh, bệnh viện, nhà trường, hạt, đồn, điểm, tổ trưởng, mặt trận tổ quốc, lực lượng, chợ, thư viện, nhà văn
    hóa, cựu chiến binh, đồng chí, đ/c, ông, bà, chi đoàn, giáo viên, ủy viên, uỷ viên, công ty, ban giám hiệu, y tế,
    vp, bchqs, tyt, chánh văn phòng, giám đốc, clb, câu lạc bộ, bảo hiểm xã hội, bhxh, bưu điện, điện lực, thuế, tòa án,
    viện kiểm sát, kiểm lâm, già làng, người có uy tín, nghệ nhân, cộng tác viên, tuyên truyền viên, khóm,
    tiểu ban, chỉ huy trưởng, phó chỉ huy trưởng, chính trị viên, thôn đội trưởng
"""
"""First words of who may be given a duty: bodies, groups, office holders."""

NO_BODIES = """
    đội ngũ, cơ sở vật chất, cơ sở dữ liệu, tổ chức thực hiện, tổ chức triển khai, tổ chức các, tổ chức tuyên,
    tổ chức kiểm, tổ chức tốt, ngành nghề, hội nghị, hội thảo, hội thi, khu vực, đơn vị tính, trường hợp, ban
    hành, đoàn kết, đội tuyển, điểm mới, điểm nhấn, chợ phiên, phòng chống, phòng ngừa, phòng dịch, bản đồ, làng
    nghề, quỹ đất
"""
"""Phrases that begin like a body and are none."""

DUTY_VERBS = """
    chủ trì, phối hợp với, phối hợp cùng, phối hợp, tham mưu, có trách nhiệm, chịu trách nhiệm, căn cứ, chủ
    động, tổ chức thực hiện, tổ chức triển khai, tổ chức tuyên truyền, tổ chức quán triệt, tổ chức rà soát, tổ
    chức kiểm tra, thực hiện, xây dựng, hướng dẫn, theo dõi, tăng cường, đẩy mạnh, tiếp tục, tuyên truyền, triển
    khai, rà soát, là cơ quan, là đơn vị, là đầu mối, bố trí, đảm bảo, bảo đảm, báo cáo, kiểm tra, vận động, chỉ
    đạo, cử, lập, chuẩn bị, quản lý, đôn đốc, tổng hợp, thẩm định, cân đối, kiện toàn, duy trì, quán triệt, phân
    công, tiếp nhận, huy động, lồng ghép, hỗ trợ, tham gia, nghiêm túc, chấp hành, giám sát, cung cấp, đề xuất,
    trực tiếp, phụ trách, phát hiện, phát động, bổ sung, rà lại, phục vụ, giúp, cập nhật, niêm yết, khảo sát, thẩm
    tra, thành lập, ban hành, tiến hành, lựa chọn, hưởng ứng, quan tâm, ưu tiên, công khai, giải quyết, xử lý, xem xét,
    thông báo, thông tin, trình, soạn thảo, cụ thể hóa, cụ thể hoá, xác minh, điều phối, điều hành, nắm, nhắc nhở, bám
    sát, tạo điều kiện, làm tốt, làm đầu mối, phân bổ, thanh toán, thu thập, gửi, nộp, đăng ký, bàn giao, nghiệm thu,
    thường xuyên, kịp thời, định kỳ, hằng tháng, hàng tháng, hằng quý, hằng năm, chấn chỉnh, đề nghị, phổ biến
"""
"""Verbs with which the duties of a body begin, in lower case."""

LETTERHEAD_BODIES = """
    ỦY BAN, UỶ BAN, UBND, HỘI ĐỒNG, HĐND, PHÒNG, SỞ, BAN, TRUNG TÂM, TRƯỜNG, CÔNG AN, TRẠM, ĐẢNG, MẶT TRẬN,
    MTTQ, ĐOÀN, HỘI, CHI CỤC, VĂN PHÒNG, BỘ, THƯỜNG TRỰC, LIÊN ĐOÀN, UB, CHI BỘ, UBMTTQ, BQL, BCĐ, BCH
"""
"""First words of a body in a letterhead; other lines go on with the body above."""

ISSUERS = "UBND, Ủy ban, Uỷ ban, Ban, Phòng, Đảng ủy, Hội, Trung tâm, Trường, Công an, Trạm, HĐND, Văn phòng, Đoàn"
"""First words of who issues a plan, in running text."""

LEGAL_DOCUMENTS = """
    Hiến pháp, Bộ luật, Luật, Pháp lệnh, Nghị định, Nghị quyết, Thông tư, Quyết định, Chỉ thị, Kết luận, Công
    văn, Hướng dẫn
"""
"""Kinds of documents a basis may begin with, without "Căn cứ"."""

MEASURES = """
    ‰, triệu đồng/người/năm, triệu đồng/người, triệu đồng, tỷ đồng, nghìn đồng, đồng, lượt người, người, hộ,
    trường, lớp, đơn vị, cơ sở, phòng, học sinh, giáo viên, công trình, mô hình, sản phẩm, ha, km, m2, m², tấn,
    con, xã, thôn, khu phố, tổ, đợt, buổi, cuộc, lần, ngày, tháng, hồ sơ, điểm, tiêu chí, bản, ấp, buôn, chi bộ,
    đồng chí, học viên, ca, mét, căn nhà, căn, doanh nghiệp, hợp tác xã, lao động, bác sĩ, giường, máy, thiết
    bị, tuyến, vụ, km2, km², câu lạc bộ, công dân, thanh niên, hội viên, đoàn viên, suất, cây, đội, tin, bài, lượt,
    nhà, giờ, phút, bệnh nhân, trẻ, trẻ em, gia đình, hội nghị, chuyên đề, văn bản, đề án, thùng, cái, chiếc, bộ, tấm,
    chi đoàn, chi hội, tổ chức, em, cháu, luật, cụm, lít, kg, m3, m³, kWh, giải, đề tài, sáng kiến, mũi, liều, xe, tổ
    dân phố, hạng mục, nhiệm vụ, dự án, hộ nghèo, tổ hợp tác, thiếu nhi, điểm trường, cơ quan, gian hàng, đoàn,
    nghệ nhân, làng,
    khách, lượt khách, phòng học, giải pháp, cán bộ, quân, tiết, trang
"""
"""What the figures of goals count."""

NO_VALUES = """
    số, lớp, năm, tháng, ngày, quý, mức độ, mức, khóa, điều, khoản, thứ, cấp, bậc, loại, giai đoạn, lần thứ, học
    kỳ, vùng, khu, tổ
"""
"""Words before a number that is a name, not a value ("mức độ 2", "lớp 6")."""

PART_WORDINGS = {
    "content": "nội dung, nội dung công việc, nội dung thực hiện, nội dung nhiệm vụ, nội dung triển khai,"
    "nội dung cụ thể, nội dung hoạt động, công việc, công việc cụ thể",
    "assignment": "phân công, phân công thực hiện, phân công nhiệm vụ, phân công trách nhiệm, tổ chức thực hiện,"
    "trách nhiệm thực hiện",
    "leaders": "lãnh đạo phụ trách, lãnh đạo chỉ đạo, đồng chí phụ trách",
    "lead": "chủ trì, chủ trì thực hiện, chủ trì tham mưu, thực hiện, chịu trách nhiệm",
    "advisers": "tham mưu, tham mưu thực hiện",
    "coordinating": "phối hợp, phối hợp thực hiện",
    "product": "sản phẩm, kết quả, sản phẩm đầu ra, sản phẩm dự kiến, kết quả dự kiến, dự kiến sản phẩm,"
    "dự kiến kết quả, sản phẩm hoàn thành, sản phẩm chính, kết quả cần đạt, kết quả đạt được, kết quả đầu ra,"
    "yêu cầu đầu ra, đầu ra, yêu cầu sản phẩm, sản phẩm/kết quả, kết quả/sản phẩm, yêu cầu kết quả",
    "deadline": "thời gian, thời hạn, thời gian thực hiện, thời gian hoàn thành, thời gian triển khai,"
    "thời gian dự kiến, thời hạn thực hiện, thời hạn hoàn thành, tiến độ, tiến độ thực hiện, tiến độ hoàn thành,"
    "hoàn thành, thời điểm, thời điểm thực hiện",
}
"""How offices call the parts of a task, by the keys of ``Task.part_titles``."""

PEOPLE = "cơ quan, đơn vị, bộ phận, phòng, trách nhiệm, người, tổ chức, cán bộ"
"""Words before "chủ trì", "tham mưu", "phối hợp" that change nothing."""
