"""Whether a year in a text moves on: each rule looks at one kind of context and has an opinion or none."""

from __future__ import annotations

import re
from itertools import pairwise

from plans.nodes import SectionRole
from plans.rollover.cases import SILENT, STAYS, Case, Opinion, Rule, Silent, Verdict
from plans.rollover.model import Reason
from plans.rollover.standing import STANDING
from plans.rollover.tokens import TokenKind


def judge(case: Case) -> Verdict | None:
    """Return how the token moves on, None where it stays as it is."""
    for rule in _RULES:
        opinion = rule(case)
        if not isinstance(opinion, Silent):
            return opinion
    return STAYS


# --- spans of years ---

_LONG_WORDS = re.compile(r"(?:giai đoạn|thời kỳ|trung hạn|các năm|từ năm|chiến lược|quy hoạch)\s*$")
_THREE_YEARS = re.compile(r"(?:0?3|ba)\s+năm\s*\(?$|(?:tài chính|dự toán)[^,;.]{0,40}$|trung hạn\s*$")
_SEASON = re.compile(r"(?:(?<!nhiệm )(?<!nghĩa )(?<!dịch )vụ|mùa|niên)\b(?![^,;.:]*năm học)[^,;.:]{0,25}$")


def _span(case: Case) -> Opinion:
    token, frame = case.token, case.frame
    if token.kind is not TokenKind.SPAN:
        return SILENT
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


def _stage(case: Case) -> Opinion:
    """Stages of a roadmap and columns of a table stand for their own years."""
    frame = case.frame
    if frame.whole:
        inside = frame.last.start <= case.token.first <= frame.last.end + 1
        return Verdict(reason=Reason.PERIOD, confidence=0.85) if inside else STAYS
    staged = frame.stages and case.spot.roadmap is not None and case.spot.roadmap > frame.base
    if case.spot.place.node in frame.series or staged:
        asked = case.offset == 0 and case.spot.kind != "table"
        return Verdict(reason=Reason.SERIES, confidence=0.5) if asked else STAYS
    return SILENT


_LISTED = re.compile(r"^\s*(?:,|và|;)\s*(?:năm\s+)?((?:19|20)\d\d)\b")
_LISTED_BEFORE = re.compile(r"\b((?:19|20)\d\d)\s*(?:,|và)\s*(?:năm\s+)?$")


def _listed(case: Case) -> Opinion:
    """ "các năm 2026, 2027 và 2028", "năm 2026 đạt 60%, năm 2028 đạt 80%": a list of years stands for itself."""
    if case.token.kind is not TokenKind.YEAR:
        return SILENT
    if case.offset >= 0 and not case.frame.whole and _is_series(case):
        return Verdict(reason=Reason.SERIES, confidence=0.5) if case.offset < 2 else STAYS
    after, before = _LISTED.match(case.after), _LISTED_BEFORE.search(case.before)
    follows = (after and int(after[1]) == case.token.first + 1) or (before and int(before[1]) == case.token.first - 1)
    if not follows:
        return SILENT
    return Verdict(reason=Reason.SERIES, confidence=0.5) if case.offset in (-1, 0, 1) else STAYS


_ONE_YEAR = re.compile(
    r"(?<!\w)năm\s+((?:19|20)\d\d)(?!\d|\s*[-–]\s*\d|\s+đến\s)(?P<share>[^.;]{0,40}?\d+(?:,\d+)?\s?%)?"
)


def _is_series(case: Case) -> bool:
    """Say whether the sentence counts up three years from the plan's on, or two with a share each."""
    found = list(_ONE_YEAR.finditer(f"{case.before}{case.token.text}{case.after}"))
    years = [int(year[1]) for year in found]
    if not years or years[0] < case.frame.base or any(b <= a for a, b in pairwise(years)):
        return False
    return len(years) > 2 or (len(years) == 2 and all(year["share"] for year in found))


# --- results and last year ---

_DONE = re.compile(
    r"\bđã\s+(?!(?:được\s+)?(?:đề ra|giao|xác định|ban hành|phê duyệt|đăng ký|nêu|ký kết|có\b|duyệt|định))|"
    r"đạt được|ước thực hiện|ước đạt|hiện (?:nay|có|toàn)"
)
_RESULT_AFTER = re.compile(
    r"^[\s,]*(?:toàn \w+|xã|phường|ubnd \w+|ủy ban \w+|nhà trường)?[\s,]*(?:đã\s+(?!được|đề ra|giao|xác định)|ước đạt)"
)


def _past_result(case: Case) -> Verdict | Silent:
    told = case.spot.role is SectionRole.SITUATION or _DONE.search(case.before) or _RESULT_AFTER.match(case.after)
    return Verdict(reason=Reason.PAST_RESULT, confidence=0.4) if told else SILENT


_DUE = re.compile(r"(?:chậm nhất|muộn nhất|hạn|hoàn thành|xong|thời gian|gửi|báo cáo)[^.;]{0,60}$")
_COUNTED_TO = re.compile(r"tính (?:đến|từ)[^.;]{0,30}$")


def _last_year(case: Case) -> Opinion:
    if case.offset != -1:
        return SILENT
    if case.token.kind is TokenKind.YEAR:
        return Verdict(reason=Reason.LAST_YEAR, confidence=0.4)
    if _issued_before(case) is True:
        return Verdict(reason=Reason.DEADLINE, confidence=0.82)
    asked = case.spot.place.field == "deadline" or _DUE.search(case.before) or _COUNTED_TO.search(case.before)
    return Verdict(reason=Reason.PAST_RESULT, confidence=0.4) if asked else STAYS


def _issued_before(case: Case) -> bool | None:
    """Whether the plan was issued before the token's time; None where that is not known."""
    issued, token = case.frame.issued, case.token
    if not issued.year or not issued.month or not token.month:
        return None
    if (token.first, token.month) != (issued.year, issued.month):
        return (token.first, token.month) > (issued.year, issued.month)
    return token.day >= issued.day if token.day and issued.day else None


# --- next year and this year ---

_NEXT = re.compile(
    r"(?:kế hoạch|dự toán|phương hướng|nhiệm vụ|chương trình|công tác|mục tiêu|chỉ tiêu|đăng ký|chuẩn bị|giao|cho|đầu|"
    r"tuyển quân|gọi công dân nhập ngũ|tết|xuân|định hướng|đề xuất|xây dựng|lập|sang|thu, chi|"
    r"ngân sách)\b[^,;.:]{0,60}$"
)
_MILESTONE = re.compile(r"(?:đến|tới|vào|từ|sau|trước|cuối|hết)\s+(?:hết\s+|cuối\s+)?(?:năm\s*)?$")


def _next_year(case: Case) -> Opinion:
    if case.offset != 1:
        return SILENT
    if case.frame.long or case.frame.stages:
        return STAYS
    past = _past_result(case)
    if isinstance(past, Verdict):
        return past
    if case.token.kind is not TokenKind.YEAR:
        early = case.token.kind is TokenKind.QUARTER or (case.token.month or 13) <= 6 or case.frame.school
        return Verdict(reason=Reason.NEXT_YEAR, confidence=0.9 if early else 0.6)
    if case.frame.school:
        return Verdict(reason=Reason.NEXT_YEAR, confidence=0.85)
    if _MILESTONE.search(case.before):
        return Verdict(reason=Reason.MILESTONE, confidence=0.4)
    return Verdict(reason=Reason.NEXT_YEAR, confidence=0.85 if _NEXT.search(case.before) else 0.6)


_START = re.compile(
    r"(?:áp dụng|quy định|chính sách|chế độ|thí điểm|mức|kể|bắt đầu)\b[^,;.:]{0,70}\btừ\s+"
    r"(?:năm|ngày|tháng)?(?:\s+ngân sách)?\s*$"
)
_MARKED_YEAR = re.compile(
    r"^\s*(?:là|được xác định là|chính là)\s+năm\s+(?:đầu|cuối|bản lề|thứ|mở đầu|khởi đầu|kết thúc|tiền đề|tăng tốc)"
)
_ONE_OFF = re.compile(
    r"bầu cử|(?<!nghị quyết )đại hội (?!thi đua)|tổng điều tra|world cup|sea games|asiad|asian cup|olympic|"
    r"năm du lịch quốc gia|hội nghị apec|apec"
)
_REASON_OF = {
    TokenKind.DATE: Reason.DEADLINE,
    TokenKind.MONTH: Reason.MONTH,
    TokenKind.QUARTER: Reason.QUARTER,
    TokenKind.YEAR: Reason.PLAN_YEAR,
}


def _this_year(case: Case) -> Opinion:
    if case.offset != 0:
        return SILENT
    past = _past_result(case)
    if isinstance(past, Verdict):
        return past
    if _MARKED_YEAR.match(case.after):
        return Verdict(reason=Reason.MILESTONE, confidence=0.5)
    if case.token.kind is TokenKind.DATE and _issued_before(case) is False:
        return Verdict(reason=Reason.PAST_RESULT, confidence=0.5)
    if _START.search(case.before):
        return Verdict(reason=Reason.START, confidence=0.5)
    if _ONE_OFF.search(case.before) or _ONE_OFF.search(case.after):
        return Verdict(reason=Reason.ONE_OFF, confidence=0.5)
    return Verdict(reason=_REASON_OF[case.token.kind], confidence=_confidence(case))


def _confidence(case: Case) -> float:
    named = case.token.kind is not TokenKind.YEAR or re.search(r"năm\s*$", case.before)
    return 0.97 if named else 0.85


_RULES: tuple[Rule, ...] = (
    *STANDING,
    _listed,
    _span,
    _stage,
    _last_year,
    _next_year,
    _this_year,
)
