"""Findings in words: what is the matter and what to do. Only the place is added by the list."""

from __future__ import annotations

from plans.checks import Finding
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

SENTENCES: dict[str, str] = {
    "no-subject": N_("Chưa có trích yếu. Hãy ghi kế hoạch về việc gì, năm nào."),
    "no-agency": N_("Chưa ghi cơ quan ban hành ở Thể thức."),
    "no-place": N_("Chưa ghi địa danh trước ngày tháng."),
    "no-signature": N_("Chưa ghi quyền hạn, chức vụ của người ký."),
    "no-signer": N_("Chưa ghi họ tên người ký."),
    "no-recipients": N_("Chưa có nơi nhận."),
    "no-archive": N_("Chưa có dòng Lưu trong Nơi nhận."),
    "no-opening": N_("Chưa có căn cứ, cũng chưa có lời dẫn. Cần có một trong hai."),
    "no-title": N_("Mục chưa có tiêu đề."),
    "no-words": N_("Chưa có lời văn. Hãy viết hoặc xóa phần này."),
    "empty-section": N_("“{title}” chưa có nội dung bên trong."),
    "no-task-name": N_("Nhiệm vụ chưa có tên."),
    "no-lead": N_("Nhiệm vụ “{task}” chưa có đơn vị chủ trì."),
    "many-leads": N_("Một nhiệm vụ chỉ nên có một đơn vị chủ trì; ở đây có: {leads}."),
    "no-deadline": N_("Nhiệm vụ “{task}” chưa có thời gian hoàn thành."),
    "no-product": N_("Nhiệm vụ “{task}” chưa có sản phẩm."),
    "no-unit": N_("Phân công chưa ghi đơn vị."),
    "no-duties": N_("{unit} chưa được giao việc gì."),
    "no-value": N_("Chỉ tiêu “{target}” chưa có con số."),
    "appendix-unmentioned": N_("Nội dung chưa nhắc đến {appendix}."),
    "deadline-unclear": N_("Không hiểu thời hạn “{deadline}” là khi nào nên lộ trình không tính được."),
    "deadline-outside": N_("Thời hạn “{deadline}” nằm ngoài thời kỳ của kế hoạch ({years})."),
    "target-lost": N_("Chỉ tiêu liên quan của nhiệm vụ không còn trong kế hoạch."),
    "target-unserved": N_("Chưa có nhiệm vụ nào thực hiện chỉ tiêu “{target}”."),
    "lead-coordinates": N_("{unit} vừa chủ trì vừa phối hợp cùng một nhiệm vụ."),
    "unit-twice": N_("{unit} được phân công ở hai chỗ."),
    "title-twice": N_("Hai phần liền nhau cùng tên “{title}”."),
    "total-differs": N_("Cột {column}: dòng tổng ghi {said}, cộng lại được {counted}."),
    "appendix-lost": N_("Nội dung nhắc đến {appendix} nhưng kế hoạch không có phụ lục này."),
    "subject-stop": N_("Trích yếu không kết thúc bằng dấu câu."),
    "basis-short": N_("Căn cứ viện dẫn chưa đủ: còn thiếu {missing}."),
    "law-numbered": N_("Viện dẫn luật ở phần căn cứ không ghi số, ký hiệu: {law}."),
    "left-over": N_("Còn chỗ chưa điền: “{words}”."),
    "double-space": N_("Thừa dấu cách ở “{near}”."),
    "space-before-sign": N_("Có dấu cách trước dấu câu ở “{near}”."),
    "mixed-tones": N_("Cùng một chữ viết hai cách: “{rare}” và “{usual}”."),
}
"""One sentence for each rule of ``plans.checks``."""

SEVERITIES: dict[str, str] = {
    "error": N_("Cần sửa"),
    "warning": N_("Nên xem"),
    "hint": N_("Gợi ý"),
}

_LONGEST = 70
"""Characters of the author's own words within a sentence."""


def finding_text(finding: Finding) -> str:
    """Return the sentence of a finding, long words of the author's cut."""
    words = {key: value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…" for key, value in finding.data.items()}
    return _(SENTENCES[finding.rule]).format_map(words)


def count_text(count: int) -> str:
    """Return what the button over the editor says of ``count`` findings that should be looked at."""
    return _("{count} việc cần xem").format(count=count) if count else _("Không còn việc cần xem")
