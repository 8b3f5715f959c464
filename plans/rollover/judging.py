"""Whether a year in a text moves on: each rule looks at one kind of context and has an opinion or none."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from plans.nodes import SectionRole
from plans.rollover.frame import Frame
from plans.rollover.model import Reason
from plans.rollover.spots import Spot
from plans.rollover.tokens import Token, TokenKind


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """A year moves on, with this reason and confidence (below CERTAIN a clerk is asked)."""

    reason: Reason
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Case:
    """A token in its context. before, after: the rest of its sentence, in lower case."""

    token: Token
    spot: Spot
    frame: Frame
    before: str
    after: str

    @property
    def offset(self) -> int:
        """Years from the plan's year to the token's (first) year."""
        return self.token.first - self.frame.base


STAYS = None


class _Silent:
    """A rule without an opinion."""


_SILENT = _Silent()
Rule = Callable[[Case], "Verdict | _Silent | None"]


def judge(case: Case) -> Verdict | None:
    """Return how the token moves on, None where it stays as it is."""
    for rule in _RULES:
        opinion = rule(case)
        if not isinstance(opinion, _Silent):
            return opinion
    return STAYS


def _says(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


# --- what stays whatever the year ---

_TERM = _says(r"(?:nhiệm kỳ|khóa|khoá)\b[^,;.:]{0,30}$")
_COUNTED = _says(
    r"\s*(?:%|người|hộ|học sinh|trẻ|em|cháu|đồng|triệu|tỷ|nghìn|lượt|ha|m2|m²|m\b|km|tấn|kg|cây|con|hồ sơ|trường hợp|"
    r"suất|căn|cuốn|bộ|tờ|bản|văn bản|đảng viên|hội viên|đoàn viên|lao động|giáo viên|phiếu|tài khoản|thẻ|công trình)\b"
)
_NAMED_YEAR = _says(r"(?:năm|năm học|quý|tháng|ngày|giai đoạn|[-–/])\s*$")
_ISSUED = _says(
    r"(?:kế hoạch|quyết định|nghị quyết|nghị định|công văn|thông báo|chỉ thị|hướng dẫn|báo cáo|tờ trình|kết luận|"
    r"chương trình|đề án|thông tư|văn bản|công điện|quy chế|quy định|giấy mời|biên bản|hợp đồng|tài liệu)\b"
    r"[^;.:]{0,90}ngày\s*$"
)
_BY_ISSUER = _says(
    r"\s*,?\s*của\s+(?:ubnd|ủy ban|uỷ ban|hđnd|hội đồng|chính phủ|thủ tướng|quốc hội|bộ|ban|sở|tỉnh|thành|đảng|huyện|"
    r"chủ tịch|trung ương|công an|phòng|văn phòng|cục|chi cục|mttq|mặt trận)\b"
)
_SIGNED = _says(
    r"(?:ban hành|ký|phê duyệt|thông qua|công bố|công nhận)(?:\s+(?:kèm theo|tại|vào|từ|lần đầu))*\s+ngày\s*$"
)
_HELD = _says(
    r"(?:kết luận|biên bản|ý kiến|chỉ đạo|theo|căn cứ|tinh thần)\b[^;:]{0,80}(?:họp|hội nghị|làm việc|giao ban)[^;:]{0,60}ngày\s*$"
)
_AMENDED = _says(r"(?:sửa đổi|bổ sung|hợp nhất)(?:\s+(?:năm|ngày|tháng))?\s*$")
_FOUNDED = _says(
    r"(?:được thành lập|thành lập|đi vào hoạt động|chính thức hoạt động|sáp nhập|hợp nhất|có hiệu lực|hiệu lực|"
    r"vận hành|kết thúc hoạt động|hoạt động)"
    r"(?:[^,;.:]{0,40}?)\s(?:từ|kể từ|vào|ngày|năm|tháng)\s*(?:ngày|năm|tháng)?\s*$"
)
_NOT_FOUNDED = _says(r"trước\s+(?:ngày|tháng|năm)?\s*$|(?:xong|chậm nhất|hạn)[^,;.:]*$")


def _term_of_office(case: Case) -> Verdict | _Silent | None:
    return STAYS if _TERM.search(case.before) else _SILENT


def _amount(case: Case) -> Verdict | _Silent | None:
    """A bare number that happens to look like a year."""
    if case.token.kind is not TokenKind.YEAR or _NAMED_YEAR.search(case.before):
        return _SILENT
    return STAYS if _COUNTED.match(case.after) else _SILENT


def _issue_date(case: Case) -> Verdict | _Silent | None:
    if case.token.kind is not TokenKind.DATE:
        return _SILENT
    before = f"{case.before}ngày" if case.token.text.lower().startswith("ngày") else case.before
    if _SIGNED.search(before) or _HELD.search(before) or (_ISSUED.search(before) and _BY_ISSUER.match(case.after)):
        return STAYS
    return _SILENT


def _amended(case: Case) -> Verdict | _Silent | None:
    return STAYS if _AMENDED.search(case.before) else _SILENT


def _founding(case: Case) -> Verdict | _Silent | None:
    if _FOUNDED.search(case.before) and not _NOT_FOUNDED.search(case.before):
        return STAYS
    return _SILENT


_COHORT = _says(
    r"(?<!tuyển )(?<!học )sinh\s+(?:năm|từ|ngày|trong)(?:\s+(?:năm|ngày|từ))*\s*$"
    r"|(?<!tuyển )(?<!học )sinh\s+từ\s+\S+\s+đến\s+(?:hết\s+)?(?:ngày|năm)?\s*$"
)


def _cohort(case: Case) -> Verdict | _Silent | None:
    """Ages are counted from the year: whoever is called up or goes to school next year was born a year later."""
    return Verdict(reason=Reason.COHORT, confidence=0.6) if _COHORT.search(case.before) else _SILENT


# --- spans of years ---

_LONG_WORDS = _says(r"(?:giai đoạn|thời kỳ|trung hạn|các năm|từ năm|chiến lược|quy hoạch)\s*$")
_THREE_YEARS = _says(r"(?:0?3|ba)\s+năm\s*\(?$|tài chính[^,;.]{0,40}$|trung hạn\s*$")
_SEASON = _says(r"(?:vụ|mùa|niên)\b[^,;.:]{0,25}$")


def _span(case: Case) -> Verdict | _Silent | None:
    token, frame = case.token, case.frame
    if token.kind is not TokenKind.SPAN:
        return _SILENT
    if token.last - token.first == 1 and not _LONG_WORDS.search(case.before):
        return _pair(case)
    if frame.whole and token.first >= frame.last.start:
        return Verdict(reason=Reason.PERIOD, confidence=0.9)
    rolling = token.last - token.first == 2 and _THREE_YEARS.search(case.before)
    if rolling and token.first in (frame.base, frame.base + 1):
        return Verdict(reason=Reason.LONG_PERIOD, confidence=0.6)
    return STAYS


def _pair(case: Case) -> Verdict | None:
    """Two years in a row are a school year or a season: "năm học 2025-2026", "vụ Đông Xuân 2025 - 2026"."""
    frame, offset = case.frame, case.offset
    reason = Reason.SEASON if _SEASON.search(case.before) else Reason.SCHOOL_YEAR
    current = (0,) if frame.school else (-1, 0)
    if offset in current:
        past = _past_result(case)
        return past if isinstance(past, Verdict) else Verdict(reason=reason, confidence=0.97)
    if offset == current[-1] + 1 and not frame.long:
        return Verdict(reason=reason, confidence=0.85)
    if offset == current[0] - 1:
        return Verdict(reason=Reason.LAST_YEAR, confidence=0.5)
    return STAYS


# --- the plan's year in a plan of several years ---


def _stage(case: Case) -> Verdict | _Silent | None:
    """Stages of a roadmap and columns of a table stand for their own years."""
    frame = case.frame
    if frame.whole:
        inside = frame.last.start <= case.token.first <= frame.last.end + 1
        return Verdict(reason=Reason.PERIOD, confidence=0.85) if inside else STAYS
    staged = frame.stages and case.spot.roadmap is not None and case.spot.roadmap > frame.base
    if case.spot.place.node in frame.series or staged:
        asked = case.offset == 0 and staged
        return Verdict(reason=Reason.SERIES, confidence=0.5) if asked else STAYS
    return _SILENT


_LISTED = _says(r"^\s*(?:,|và|;)\s*(?:năm\s+)?((?:19|20)\d\d)\b")
_LISTED_BEFORE = _says(r"\b((?:19|20)\d\d)\s*(?:,|và)\s*(?:năm\s+)?$")


def _listed(case: Case) -> Verdict | _Silent | None:
    """ "các năm 2026, 2027 và 2028": a list of years is a period."""
    if case.token.kind is not TokenKind.YEAR:
        return _SILENT
    after, before = _LISTED.match(case.after), _LISTED_BEFORE.search(case.before)
    follows = (after and int(after[1]) == case.token.first + 1) or (before and int(before[1]) == case.token.first - 1)
    if not follows:
        return _SILENT
    return Verdict(reason=Reason.SERIES, confidence=0.5) if case.offset in (-1, 0, 1) else STAYS


# --- results and last year ---

_DONE = _says(
    r"\bđã\s+(?!(?:được\s+)?(?:đề ra|giao|xác định|ban hành|phê duyệt|đăng ký|nêu|ký kết|có\b|duyệt|định))|"
    r"đạt được|ước thực hiện|ước đạt|hiện (?:nay|có|toàn)"
)
_RESULT_AFTER = _says(
    r"^[\s,]*(?:toàn \w+|xã|phường|ubnd \w+|ủy ban \w+|nhà trường)?[\s,]*(?:đã\s+(?!đề ra|giao|xác định)|ước đạt)"
)


def _past_result(case: Case) -> Verdict | _Silent:
    told = case.spot.role is SectionRole.SITUATION or _DONE.search(case.before) or _RESULT_AFTER.match(case.after)
    return Verdict(reason=Reason.PAST_RESULT, confidence=0.4) if told else _SILENT


_DUE = _says(r"(?:chậm nhất|muộn nhất|hạn|hoàn thành|xong|thời gian|gửi|báo cáo)[^.;]{0,60}$")
_COUNTED_TO = _says(r"tính (?:đến|từ)[^.;]{0,30}$|(?:từ|đến) (?:hết )?(?:ngày|tháng|quý)?\s*$")


def _last_year(case: Case) -> Verdict | _Silent | None:
    if case.offset != -1:
        return _SILENT
    if case.token.kind is TokenKind.YEAR:
        return Verdict(reason=Reason.LAST_YEAR, confidence=0.4)
    due = case.spot.place.field == "deadline" or _DUE.search(case.before)
    if due and _after_issue(case):
        return Verdict(reason=Reason.DEADLINE, confidence=0.82)
    asked = due or _COUNTED_TO.search(case.before)
    return Verdict(reason=Reason.PAST_RESULT, confidence=0.4) if asked else STAYS


def _after_issue(case: Case) -> bool:
    """Whether the token lies after the day the plan was issued; not known is no."""
    issued, token = case.frame.issued, case.token
    if not issued.year or not issued.month or not token.month:
        return False
    return (token.first, token.month) >= (issued.year, issued.month)


# --- next year and this year ---

_NEXT = _says(
    r"(?:kế hoạch|dự toán|phương hướng|nhiệm vụ|chương trình|công tác|mục tiêu|chỉ tiêu|đăng ký|chuẩn bị|giao|cho|đầu|"
    r"tuyển quân|gọi công dân nhập ngũ|tết|xuân|định hướng|đề xuất|xây dựng|lập|sang|thu, chi|ngân sách)\b[^,;.:]{0,60}\bnăm\s*$"
)
_MILESTONE = _says(r"(?:đến|tới|vào|từ|sau|trước|cuối|hết)\s+(?:hết\s+|cuối\s+)?năm\s*$")


def _next_year(case: Case) -> Verdict | _Silent | None:
    if case.offset != 1:
        return _SILENT
    if case.frame.long or case.frame.stages:
        return STAYS
    if case.token.kind is not TokenKind.YEAR:
        early = case.token.kind is TokenKind.QUARTER or (case.token.month or 13) <= 6 or case.frame.school
        return Verdict(reason=Reason.NEXT_YEAR, confidence=0.9 if early else 0.6)
    if case.frame.school:
        return Verdict(reason=Reason.NEXT_YEAR, confidence=0.85)
    if _MILESTONE.search(case.before):
        return Verdict(reason=Reason.MILESTONE, confidence=0.4)
    return Verdict(reason=Reason.NEXT_YEAR, confidence=0.85 if _NEXT.search(case.before) else 0.6)


_START = _says(
    r"(?:áp dụng|quy định|chính sách|chế độ|thí điểm|mức|kể|bắt đầu)\b[^,;.:]{0,40}\btừ\s+(?:năm|ngày|tháng)?\s*$"
)
_MARKED_YEAR = _says(
    r"^\s*(?:là|được xác định là|chính là)\s+năm\s+(?:đầu|cuối|bản lề|thứ|mở đầu|khởi đầu|kết thúc|tiền đề|tăng tốc)"
)
_ONE_OFF = _says(
    r"bầu cử|(?<!nghị quyết )đại hội (?!thi đua)|tổng điều tra|world cup|sea games|asiad|asian cup|olympic|năm du lịch quốc gia|hội nghị apec|apec"
)
_REASON_OF = {
    TokenKind.DATE: Reason.DEADLINE,
    TokenKind.MONTH: Reason.MONTH,
    TokenKind.QUARTER: Reason.QUARTER,
    TokenKind.YEAR: Reason.PLAN_YEAR,
}


def _this_year(case: Case) -> Verdict | _Silent | None:
    if case.offset != 0:
        return _SILENT
    past = _past_result(case)
    if isinstance(past, Verdict):
        return past
    if _MARKED_YEAR.match(case.after):
        return Verdict(reason=Reason.MILESTONE, confidence=0.5)
    if _START.search(case.before):
        return Verdict(reason=Reason.START, confidence=0.5)
    if _ONE_OFF.search(case.before) or _ONE_OFF.search(case.after):
        return Verdict(reason=Reason.ONE_OFF, confidence=0.5)
    return Verdict(reason=_REASON_OF[case.token.kind], confidence=_confidence(case))


def _confidence(case: Case) -> float:
    named = case.token.kind is not TokenKind.YEAR or re.search(r"năm\s*$", case.before)
    return 0.97 if named else 0.85


_RULES: tuple[Rule, ...] = (
    _term_of_office,
    _amount,
    _issue_date,
    _amended,
    _founding,
    _cohort,
    _listed,
    _span,
    _stage,
    _last_year,
    _next_year,
    _this_year,
)
