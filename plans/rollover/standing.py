"""Years that stay whatever the year: terms of office, amounts, dates of documents, foundings; and years of birth."""

from __future__ import annotations

import re

from plans.rollover.cases import SILENT, STAYS, Case, Opinion, Rule, Verdict
from plans.rollover.model import Reason
from plans.rollover.tokens import TokenKind

_TERM = re.compile(r"(?:nhiệm kỳ|khóa|khoá)\b[^,;.:]{0,30}$")
_COUNTED = re.compile(
    r"\s*(?:%|người|hộ|học sinh|trẻ|em|cháu|đồng|triệu|tỷ|nghìn|lượt|ha|m2|m²|m\b|km|tấn|kg|cây|con|hồ sơ|trường hợp|"
    r"suất|căn|cuốn|bộ|tờ|bản|văn bản|đảng viên|hội viên|đoàn viên|lao động|giáo viên|phiếu|tài khoản|thẻ|công trình)\b"
)
_NAMED_YEAR = re.compile(r"(?:năm|năm học|quý|tháng|ngày|giai đoạn|[-–/])\s*$")
_ISSUED = re.compile(
    r"(?:kế hoạch|quyết định|nghị quyết|nghị định|công văn|thông báo|chỉ thị|hướng dẫn|báo cáo|tờ trình|kết luận|"
    r"chương trình|đề án|thông tư|văn bản|công điện|quy chế|quy định|giấy mời|biên bản|hợp đồng|tài liệu)\b"
    r"[^;.:]{0,90}ngày\s*$"
)
_BY_ISSUER = re.compile(
    r"\s*,?\s*của\s+(?:ubnd|ủy ban|uỷ ban|hđnd|hội đồng|chính phủ|thủ tướng|quốc hội|bộ|ban|sở|tỉnh|thành|đảng|huyện|"
    r"chủ tịch|trung ương|công an|phòng|văn phòng|cục|chi cục|mttq|mặt trận)\b"
)
_DATED = re.compile(
    r"(?:văn bản|công văn|tờ trình|quyết định|thông báo|chỉ thị|nghị quyết|kết luận|hướng dẫn|công điện|biên bản|đơn|"
    r"hợp đồng|giấy mời)\s+(?:ký\s+)?ngày\s*$"
)
_SIGNED = re.compile(
    r"(?:ban hành|ký|phê duyệt|thông qua|công bố|công nhận)(?:\s+(?:kèm theo|tại|vào|từ|lần đầu))*\s+ngày\s*$"
)
_HELD = re.compile(
    r"(?:kết luận|biên bản|ý kiến|chỉ đạo|theo|căn cứ|tinh thần)\b[^;:]{0,80}(?:họp|hội nghị|làm việc|giao ban)"
    r"[^;:]{0,60}ngày\s*$"
)
_AMENDED = re.compile(r"(?:sửa đổi(?:,? bổ sung)?|hợp nhất)(?:\s+(?:năm|ngày|tháng))?\s*$")
_FOUNDED = re.compile(
    r"(?:được thành lập|thành lập|đi vào hoạt động|chính thức hoạt động|sáp nhập|hợp nhất|có hiệu lực|hiệu lực|"
    r"vận hành|kết thúc hoạt động|hoạt động)"
    r"(?:[^,;.:]{0,40}?)\s(?:từ|kể từ|vào|ngày|năm|tháng)\s*(?:ngày|năm|tháng)?\s*$"
)
_ARRANGED = re.compile(
    r"(?:sau|từ|kể từ|trước)\s+(?:khi\s+)?(?:thực hiện\s+)?(?:sắp xếp|sáp nhập|hợp nhất)[^,;.:]{0,40}$"
)
_NOT_FOUNDED = re.compile(r"trước\s+(?:ngày|tháng|năm)?\s*$|(?:xong|chậm nhất|hạn)[^,;.:]*$")


def _term_of_office(case: Case) -> Opinion:
    return STAYS if _TERM.search(case.before) else SILENT


def _amount(case: Case) -> Opinion:
    """A bare number that happens to look like a year."""
    if case.token.kind is not TokenKind.YEAR or _NAMED_YEAR.search(case.before):
        return SILENT
    return STAYS if _COUNTED.match(case.after) else SILENT


def _issue_date(case: Case) -> Opinion:
    if case.token.kind is not TokenKind.DATE:
        return SILENT
    before = f"{case.before}ngày" if case.token.text.lower().startswith("ngày") else case.before
    if (
        _SIGNED.search(before)
        or _DATED.search(before)
        or _HELD.search(before)
        or (_ISSUED.search(before) and _BY_ISSUER.match(case.after))
    ):
        return STAYS
    return SILENT


def _amended(case: Case) -> Opinion:
    return STAYS if _AMENDED.search(case.before) else SILENT


def _founding(case: Case) -> Opinion:
    if case.offset <= 0 and _ARRANGED.search(case.before):
        return STAYS
    if _FOUNDED.search(case.before) and not _NOT_FOUNDED.search(case.before):
        return STAYS
    return SILENT


_COHORT = re.compile(
    r"(?<!tuyển )(?<!học )sinh\s+(?:năm|từ|ngày|trong|trước|sau|đến)(?:\s+(?:năm|ngày|từ|tháng|hết|khoảng))*\s*$"
    r"|(?<!tuyển )(?<!học )sinh\s+từ\s+(?:ngày\s+|năm\s+|tháng\s+)?\S+\s+đến\s+(?:hết\s+)?(?:ngày|năm|tháng)?\s*$"
)


def _cohort(case: Case) -> Opinion:
    """Ages are counted from the year: whoever is called up or goes to school next year was born a year later."""
    return Verdict(reason=Reason.COHORT, confidence=0.6) if _COHORT.search(case.before) else SILENT


STANDING: tuple[Rule, ...] = (_term_of_office, _amount, _issue_date, _amended, _founding, _cohort)
"""The rules, in the order they are asked."""
