"""One place that turns the reasons of a rollover into sentences: why something moves on, is asked, kept or left."""

from __future__ import annotations

from resources.texts import gettext
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

REASONS: dict[str, str] = {
    # moves on
    "plan-year": N_("Năm của kế hoạch."),
    "next-year": N_("Năm liền sau năm của kế hoạch, chuyển theo."),
    "school-year": N_("Năm học của kế hoạch."),
    "season": N_("Mùa vụ vắt qua hai năm, chuyển theo năm của kế hoạch."),
    "quarter": N_("Quý trong năm của kế hoạch."),
    "month": N_("Tháng trong năm của kế hoạch."),
    "deadline": N_("Thời hạn theo năm của kế hoạch."),
    "period": N_("Giai đoạn của kế hoạch, chuyển sang giai đoạn sau."),
    "own-reference": N_("Số và ngày của chính kế hoạch này còn để trống, chỉ chuyển năm."),
    "actual": N_("Kết quả năm trước là mốc so sánh của năm nay."),
    # asked
    "last-year": N_("Nói về năm trước của kế hoạch cũ. Viết lại theo kết quả mới, chuyển năm hay giữ nguyên?"),
    "past-result": N_("Là kết quả đã có. Cập nhật số liệu mới hay giữ nguyên?"),
    "start": N_("Là mốc bắt đầu áp dụng. Thường giữ nguyên; chuyển năm hay giữ?"),
    "milestone": N_("Là mốc phải đạt của giai đoạn. Giữ mốc này hay chuyển năm?"),
    "long-period": N_("Khoảng ba năm cuốn chiếu. Chuyển theo hay giữ nguyên?"),
    "series": N_("Nằm trong một dãy năm. Giữ nguyên hay chuyển năm?"),
    "one-off": N_("Sự kiện không diễn ra hằng năm. Còn trong kế hoạch năm nay không?"),
    "cohort": N_("Năm sinh tính theo tuổi. Chuyển theo năm của kế hoạch hay giữ?"),
    "weekday": N_("Ngày có ghi thứ trong tuần. Chọn ngày của năm nay."),
    "leap-day": N_("Năm nay không có ngày 29/02. Chọn ngày thay thế."),
    "lunar": N_("Ngày, năm âm lịch. Kiểm tra theo lịch năm nay."),
    "anniversary": N_("Số năm kỷ niệm. Kiểm tra lại số năm và ngày."),
    "citation": N_("Văn bản viện dẫn. Còn hiệu lực không? Giữ, thay hay bỏ?"),
    "parent-plan": N_("Văn bản chỉ đạo của năm trước. Năm nay có văn bản nào thay?"),
    "old-unit": N_("Tên đơn vị hành chính đã đổi từ 01/7/2025. Dùng tên mới?"),
    "divided-unit": N_("Đơn vị hành chính cũ nay thuộc nhiều đơn vị mới. Chọn tên đúng."),
    "signer": N_("Tên người ký không chép sang. Năm nay ai ký?"),
    "baseline": N_("Chưa có kết quả năm trước để làm mốc so sánh. Điền số, hoặc để trống."),
    # what happens to nodes and fields
    "carried": N_("Chuyển sang kế hoạch mới."),
    "carried-open": N_("Nhiệm vụ chưa xong, chuyển sang năm mới."),
    "task-done": N_("Nhiệm vụ đã xong, chỉ còn trong kế hoạch năm trước."),
    "task-dropped": N_("Nhiệm vụ đã bỏ, chỉ còn trong kế hoạch năm trước."),
    "year-gone": N_("Năm của lộ trình đã qua, chỉ còn trong kế hoạch năm trước."),
    "note-unused": N_("Chú thích chỉ thuộc phần không chuyển sang."),
    "never-copied": N_("Không chép từ kế hoạch năm trước."),
}
"""Reason code (``plans.rollover.Reason``) → sentence."""


def reason_sentence(code: str) -> str:
    """Return the sentence for a reason in the language in force. KeyError for an unknown code."""
    return gettext(REASONS[code])
