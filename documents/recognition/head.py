"""The head of a plan: letterhead, number and symbol, place and date, tên loại and trích yếu.

Decree 30/2020/NĐ-CP, Phụ lục I, II.1 to II.5. Sources give the pieces in any order and in any arrangement.
"""

from __future__ import annotations

import re

from documents.reading.text_labels import UPPERCASE
from documents.reading.text_openers import (
    BASIS,
    MOTTO,
    NATION,
    RECIPIENTS,
    TITLE,
    ends_open,
    ends_sentence,
    is_caps,
    is_title,
)
from documents.recognition.fragments import all_text, has_nation, head_fragments
from documents.recognition.items import Item, Ledger, one_line, unstopped
from documents.recognition.vocabulary import LETTERHEAD_BODIES
from plans.plan import Letterhead, Plan, PlanDate
from resources.texts import gettext as _

_BLANK = r"[\s._…*\-]*"
_NUMBER = re.compile(
    rf"^(?:Số|SỐ|Sô)\s*[:.]?\s*(?P<digits>\d{{1,5}}[a-zA-Z]?)?{_BLANK}(?:/\s*20\d\d)?"
    r"(?:/\s*(?P<symbol>[A-ZĐ][\wĐ&]*(?:\s?[-–—/]\s?[\wĐ&.]*\w)*))?"
)
_PARTY_NUMBER = re.compile(
    r"^(?:Số|SỐ)\s*[:.]?\s*(?P<digits>\d{1,5})?[\s._…]*[-–]\s*(?P<symbol>KH\s?[/\-–]\s?[\wĐ&\-/]+)"
)
_SYMBOL = re.compile(r"^/?\s*(?P<symbol>(?:KH|CTr|CTHĐ|PA|ĐA)(?:\s?[-–—/]\s?[\wĐ&]+)+)\s*$")
_DATE = re.compile(
    r"(?:(?P<place>[^,\n]{1,50}?(?:,[^,\n]{1,40}?)?)\s*,\s*)?(?i:ngày)(?P<day>[\s\d._…]*)(?i:tháng)(?P<month>[\s\d._…]*)(?i:năm)\s*(?P<year>\d{4}|\d{0,3}[._…\s]*)"
)
_DATE_OPEN = re.compile(r"(?i:ngày|tháng|năm)[\s\d._…]*$")
_DATE_GOES_ON = re.compile(r"(?i:tháng|năm)(?!\w)|[\d._…]+\s*(?i:tháng|năm)|20\d\d$")
_SHORT_DATE = re.compile(
    r"(?:(?P<place>[^,\n]{1,50}?(?:,[^,\n]{1,40}?)?)\s*,\s*)?(?i:ngày)\s*(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>20\d\d)"
)
_PLACE_WORD = re.compile(rf"^(?:[{UPPERCASE}\d][^\s;:]*|xã|phường|đặc|khu|tỉnh|thành|phố|thị|trấn|của|và|-|–)$")
_FORM_WORDS = re.compile(r"\W*DỰ THẢO|.*ĐẢNG CỘNG SẢN VIỆT NAM")
_FRONT = re.compile(
    r"(?:MẶT TRẬN TỔ QUỐC VIỆT NAM|ĐOÀN (?:TNCS|THANH NIÊN CỘNG SẢN) HỒ CHÍ MINH|(?:TỔNG LIÊN ĐOÀN LAO ĐỘNG|CÔNG ĐOÀN|"
    r"HỘI (?:NÔNG DÂN|LIÊN HIỆP PHỤ NỮ|CỰU CHIẾN BINH)) VIỆT NAM)\W*$"
)
"""What bodies other than the state's write where Quốc hiệu would stand, beside or below their own names."""

_AFTER_DATE = 30
"""Letters; a longer text behind a date makes it a sentence, not the date of issue."""

_BODIES = tuple(body.strip() for body in LETTERHEAD_BODIES.split(","))
_KINDS = re.compile(
    r"^\W*(?P<draft>DỰ\s+THẢO\W+)?"
    r"(?P<title>KẾ\s+HOẠCH(?:\s+(?:HÀNH\s+ĐỘNG|LIÊN\s+TỊCH|LIÊN\s+NGÀNH|PHỐI\s+HỢP|"
    rf"(?:TRIỂN\s+KHAI(?:\s+THỰC\s+HIỆN)?|THỰC\s+HIỆN|TỔ\s+CHỨC(?:\s+THỰC\s+HIỆN)?|CHI\s+TIẾT|TỔNG\s+THỂ|CÔNG\s+TÁC)"
    rf"(?=\W*(?:$|\n|[{UPPERCASE}][^{UPPERCASE}\s]))))?|"
    r"CHƯƠNG\s+TRÌNH(?:\s+HÀNH\s+ĐỘNG)?|PHƯƠNG\s+ÁN|ĐỀ\s+ÁN)(?!\w)\W*(?P<rest>.*)$",
    re.DOTALL,
)
_GLUED_BODIES = re.compile(r"(?<=\w)(?<!VÀ)\s+(?=(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)(?!\w))")
_CITES = re.compile(rf"Căn\s+cứ\s+(?:(?:các|vào)\s+)?[{UPPERCASE}]")
_ENCLOSED = re.compile(r"\((?:Ban hành\s+)?(?:kèm theo|đính kèm)", re.IGNORECASE)
_ORGANS = ("BAN THƯỜNG TRỰC", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "THƯỜNG TRỰC")
"""Parts of a body that issue in its name."""

_LONGEST_HEAD = 45


def find_title(items: list[Item]) -> int | None:
    """Return the place of the tên loại, None where the source has none."""
    for place, item in enumerate(items[:_LONGEST_HEAD]):
        if item.is_table:
            continue
        first = item.whole.split("\n")[0]
        if is_title(first):
            return place
    return None


def read_head(items: list[Item], title: int | None, plan: Plan, ledger: Ledger) -> int:
    """Fill the plan's head from the items before ``title`` and the title with its subject; return the place of the
    first item after them."""
    end = title if title is not None else _untitled_end(items)
    left: list[str] = []
    for fragment in _whole_dates([one for item in items[:end] for one in head_fragments(item.block)]):
        _fragment(fragment, plan, ledger, left)
    plan.letterhead = _letterhead(left, ledger)
    if title is None:
        plan.title = ""
        return end
    return _subject(items, title, plan, ledger)


def _untitled_end(items: list[Item]) -> int:
    """Without a title the head is what looks like one, at the very start."""
    end = 0
    for place, item in enumerate(items[:14]):
        text = all_text(item.block)
        if BASIS.match(text):
            break
        if has_nation(item.block) or _NUMBER.match(text.strip()) or any(map(_issued, _lines_of(text))):
            end = place + 1
    return end


def _whole_dates(fragments: list[str]) -> list[str]:
    """Join a date whose blanks were taken for columns: "Suối Lim, ngày", "tháng 3 năm 2026"."""
    whole: list[str] = []
    for fragment in fragments:
        if whole and _DATE_GOES_ON.match(fragment) and _DATE_OPEN.search(whole[-1]):
            whole[-1] = f"{whole[-1]} {fragment}"
        else:
            whole.append(fragment)
    return whole


def _fragment(fragment: str, plan: Plan, ledger: Ledger, left: list[str]) -> None:
    text = one_line(fragment)
    if NATION.search(text) or MOTTO.search(text):
        ledger.form.append(text)
    elif left and _FRONT.match(text):
        ledger.form.append(text)
        ledger.guess(None, text, _("Dòng này ở chỗ của Quốc hiệu; khi in, chỗ ấy là Quốc hiệu."), 0.8)
    elif _number(text, plan, ledger) or _date(text, plan, ledger):
        return
    elif re.fullmatch(r"\W*DỰ THẢO\W*", text):
        plan.draft_mark = True
        ledger.form.append(text)
    elif (is_caps(text) or text.isupper()) and len(text) < 110 and not _FORM_WORDS.match(text):
        left.append(text)
    elif re.search(r"[^\W_]", text):
        ledger.unplaced.append(text)


def _number(text: str, plan: Plan, ledger: Ledger) -> bool:
    match = _PARTY_NUMBER.match(text) or _NUMBER.match(text)
    if match:
        plan.number = plan.number or (match["digits"] or "")
        if match["symbol"]:
            plan.symbol = _symbol(match["symbol"])
        _rest(text, match.end(), plan, ledger)
        return True
    match = _SYMBOL.match(text)
    if match:
        plan.symbol = _symbol(match["symbol"])
        ledger.form.append(text)
    return bool(match)


def _rest(text: str, end: int, plan: Plan, ledger: Ledger) -> None:
    """Give what stands behind the number on the same line its place: mostly place and date."""
    ledger.form.append(text[:end])
    rest = text[end:].strip()
    if rest and not _date(rest, plan, ledger):
        ledger.unplaced.append(rest) if re.search(r"[^\W_]", rest) else None


def _symbol(text: str) -> str:
    return re.sub(r"\s*([-–—/])\s*", lambda match: "-" if match[1] in "–—" else match[1], text).strip(" /-.")


def _date(text: str, plan: Plan, ledger: Ledger) -> bool:
    match = _issued(text)
    if match is None or plan.date != PlanDate():
        return False
    place = (match["place"] or "").strip(" |.…_")
    plan.place = plan.place or place
    plan.date = PlanDate(
        day=_whole(match["day"], 31), month=_whole(match["month"], 12), year=_whole(match["year"], 2200)
    )
    ledger.form.append(text[match.start() : match.end()].replace(match["place"] or "\0", " ", 1))
    if plan.place != place:
        ledger.unplaced.append(place)
    for rest in (text[: match.start()], text[match.end() :]):
        if re.search(r"[^\W_]", rest):
            ledger.unplaced.append(rest.strip())
    return True


def _issued(text: str) -> re.Match[str] | None:
    """Return the match of a line that is place and date and nothing else; a date within a sentence is none."""
    match = _DATE.match(text) or _SHORT_DATE.match(text)
    if match is None or BASIS.match(text):
        return None
    place = match["place"] or ""
    named = all(_PLACE_WORD.match(word) or not re.search(r"\w", word) for word in re.split(r"[\s,]+", place))
    after = sum(sign.isalpha() for sign in text[match.end() :])
    return match if named and after <= _AFTER_DATE else None


def _lines_of(text: str) -> list[str]:
    return [one_line(line) for line in text.split("\n")]


def _whole(text: str, highest: int) -> int | None:
    digits = re.sub(r"\D", "", text)
    return int(digits) if digits and int(digits) <= highest and int(digits) > 0 else None


def _letterhead(lines: list[str], ledger: Ledger) -> Letterhead:
    """Part the lines into bodies: the last one issues, those before it are its superior."""
    bodies: list[list[str]] = []
    for line in (part for glued in lines for part in _GLUED_BODIES.split(glued)):
        begins = line.upper().startswith(_BODIES)
        if not bodies or (begins and not _continues(bodies[-1])):
            bodies.append([line])
        else:
            bodies[-1].append(line)
    if not bodies:
        return Letterhead()
    if len(bodies) > 2 and bodies[-1][0].upper() in _ORGANS:
        bodies[-2:] = [bodies[-2] + bodies[-1]]
    if len(bodies) > 1:
        ledger.guess(None, bodies[-1][0], _("Dòng cuối bên trái phần đầu được coi là cơ quan ban hành."), 0.8)
    return Letterhead(parent=" ".join(line for body in bodies[:-1] for line in body), agency=tuple(bodies[-1]))


def _continues(body: list[str]) -> bool:
    """Say whether a body's name is not complete yet ("ỦY BAN NHÂN DÂN" without its place)."""
    name = " ".join(body).upper()
    return name in ("HỘI ĐỒNG NHÂN DÂN VÀ", "HĐND VÀ", "HĐND -") or name.endswith((" VÀ", ","))


def _subject(items: list[Item], title: int, plan: Plan, ledger: Ledger) -> int:
    whole = items[title].whole
    match = _KINDS.match(whole if TITLE.match(whole) else whole.upper())
    plan.title = one_line(match["title"]).upper() if match else one_line(items[title].whole)
    if match and match["draft"]:
        plan.draft_mark = True
        ledger.form.append(match["draft"])
    parts = [one_line(match["rest"])] if match and match["rest"].strip() else []
    place = title + 1
    while place < len(items):
        line = one_line(items[place].whole)
        formal = bool(parts) and not items[place].is_table and _is_late_form(line, plan, ledger)
        if not formal and not _is_subject(items, place, parts):
            break
        parts += [] if formal else [line]
        place += 1
    plan.subject = unstopped(" ".join(parts))
    return place


def _is_late_form(line: str, plan: Plan, ledger: Ledger) -> bool:
    """Take a date, or a number where the head has none yet, that stands below the subject."""
    if _issued(line) is not None:
        return _date(line, plan, ledger)
    return not plan.number and _NUMBER.match(line) is not None and _number(line, plan, ledger)


def _above_bases(items: list[Item], place: int) -> bool:
    """Say whether the short line at ``place`` stands right above the first căn cứ: it is still of the subject."""
    following = items[place + 1] if place + 1 < len(items) else None
    return following is not None and not following.is_table and bool(BASIS.match(following.whole))


def _is_subject(items: list[Item], place: int, parts: list[str]) -> bool:
    item = items[place]
    if item.is_table or item.is_bullet or len(parts) > 8 or RECIPIENTS.match(item.whole):
        return False
    if (parts and _CITES.match(item.whole)) or _ENCLOSED.match(item.whole):
        return False
    if item.is_numbered and not (parts and item.block.align == "center" and not item.typed):
        return False
    if not parts:
        return not item.whole.startswith("Căn cứ") and not (item.closed and len(item.whole) > 150)
    if item.closed and not item.bold:
        return ends_open(parts[-1]) and len(item.whole) < 120
    if ends_open(parts[-1]) or item.plain[:1].islower():
        return True
    if BASIS.match(item.whole) or len(item.whole) > 160:
        return False
    before = items[place - 1]
    if not ends_sentence(parts[-1]) and _above_bases(items, place):
        return True
    alike = item.block.align == "center" == before.block.align and (item.bold or not before.bold)
    return alike and not ends_sentence(parts[-1])
