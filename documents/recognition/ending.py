"""The end of a plan: lời kết, nơi nhận, the Lưu line, the signature. Decree 30/2020/NĐ-CP, Phụ lục I, II.7 and II.9."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from documents.reading.text_labels import UPPERCASE
from documents.reading.text_openers import APPENDIX, AUTHORITY, RECIPIENTS, is_authority, is_caps, is_office
from documents.recognition.fragments import all_text, end_fragments, has_nation
from documents.recognition.items import Item, Ledger, one_line, unstopped
from documents.recognition.units import split_unit
from plans.nodes import Paragraph, Recipient
from plans.plan import Plan, Signature
from resources.texts import gettext as _

_SUMS_UP = re.compile(r"^(?:Trên đây là|Trên đây,|Trên đây )", re.IGNORECASE)
_CLOSER = re.compile(
    r"^(?:Trong quá trình|Nhận được|Kế hoạch này|Quá trình (?:tổ chức|triển khai|thực hiện)|"
    r"(?:Yêu cầu|Đề nghị) (?:các|Thủ trưởng|toàn thể)|(?:UBND|Ủy ban|Uỷ ban|Đảng ủy|Ban \w+|Hội|Phòng)[^.:;]{0,120}?"
    r"(?:yêu cầu|đề nghị|đề xuất|trân trọng|kính đề nghị))",
    re.IGNORECASE,
)
_FINAL = re.compile(r"\./\.?\s*$|/\.\s*$")
_ARCHIVE = re.compile(r"^[\W_]*L(?:ưu|ƯU)\s*[:.]?\s*(?P<rest>.*)$", re.DOTALL)
_DRAFTER = re.compile(r"(?:(?P<archive>.*\S)\.\s+)?(?P<mark>[A-ZĐ]{1,6})\.\((?P<copies>\d{1,5})\)")
_OTHER_SIGNER = re.compile(r"^\W*(?:PHÊ DUYỆT|XÁC NHẬN|DUYỆT|Ý KIẾN)(?!\w)")
_TITLED = re.compile(r"(?:(?:TS|ThS|BS|Bs|BSCK\w*|CN|KS|DS|PGS|GS)\.\s*|(?:Ông|Bà)\s*:?\s+)+")
_ABBREVIATION = re.compile(r"^(?P<sign>TM|T/M|KT|K/T|TL|T/L|TUQ)(?:\s?[./]\s*|\s+)(?P<rest>\S.*)$")
_OFFICES = ("ỦY", "UỶ", "BAN", "PHÒNG", "HỘI", "CHỦ", "PHÓ", "TRƯỞNG", "UBND", "XÃ", "PHƯỜNG", "GIÁM", "THƯỜNG")
_NAME = re.compile(
    r"^(?:(?:(?:TS|ThS|BS|Bs|BSCK\w*|CN|KS|DS|PGS|GS)\.\s*)+|(?:Ông|Bà)\s*:?\s+|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tá|úy|uý|tướng)\s+)?"
    rf"(?:[{UPPERCASE}][\w'’]*\s+){{1,5}}[{UPPERCASE}][\w'’]*$"
)
_BRACKETED = re.compile(r"^\([^()]{1,60}\)\W*$")
_LAST_NAME = re.compile(rf"[.;)]\s+((?:[{UPPERCASE}][a-zà-ỹđ'’]+\s+){{1,4}}[{UPPERCASE}][a-zà-ỹđ'’]+)$")
_SEAL = re.compile(r"^[\W_]*(?:đã ký|\(?ký|đóng dấu|chữ ký|ký tên|Đã ký)", re.IGNORECASE)


@dataclass(slots=True)
class _End:
    """What has been found of the end so far; ``mode``: what a fragment without signs of its own goes on with;
    ``shared``: recipients and signature stand on the same lines."""

    mode: str = "recipients"
    recipients: list[str] = field(default_factory=list[str])
    open: bool = False
    archive: str = ""
    drafter: str = ""
    copies: int | None = None
    lines: list[str] = field(default_factory=list[str])
    name: str = ""
    shared: bool = False


def end_begins(items: list[Item], start: int) -> int:
    """Return the place where the end begins: Nơi nhận or the signature, whichever comes first; len if neither."""
    for place in range(start, len(items)):
        fragments = end_fragments(items[place].block)
        if any(RECIPIENTS.match(fragment) for fragment in fragments):
            return _with_signature_before(items, place, start)
    for place in range(start, len(items)):
        if any(is_authority(f) for f in end_fragments(items[place].block)):
            return place
    tail = range(len(items) - 1, max(start, len(items) - 6), -1)
    return next((p for p in tail if not items[p].is_table and is_office(items[p].whole)), len(items))


def _with_signature_before(items: list[Item], place: int, start: int) -> int:
    """A signature may have been read before the recipients that stand left of it."""
    for before in range(max(start, place - 8), place):
        fragments = end_fragments(items[before].block)
        if any(is_authority(f) for f in fragments):
            return before
        if any(is_office(f) for f in fragments) and not items[before].is_numbered:
            return before
    return place


def read_end(items: list[Item], start: int, plan: Plan, ledger: Ledger) -> int:
    """Fill recipients, archive and signature from the items from ``start``; return the place after them."""
    end = _End()
    place = start
    while place < len(items) and not _is_over(items, place, end):
        fragments = [one_line(fragment) for fragment in end_fragments(items[place].block)]
        for fragment in fragments:
            _fragment(fragment, end, ledger)
        end.shared = end.shared or (len(fragments) > 1 and not items[place].is_table)
        place += 1
    plan.recipients.children = [Recipient(text=unstopped(text)) for text in end.recipients if unstopped(text)]
    plan.archive, plan.drafter_mark, plan.copies = end.archive, end.drafter, end.copies
    plan.signature = Signature(lines=tuple(end.lines), name=end.name)
    if title := _TITLED.match(end.name):
        plan.signature = Signature(lines=tuple(end.lines), name=end.name[title.end() :])
        ledger.unplaced.append(title[0].strip())
        if not title[0].startswith(("Ông", "Bà")):
            ledger.rewritten[plan.signature.name] = end.name
        ledger.guess(None, end.name, _("Chữ trước họ tên người ký được để riêng, không in."), 0.8)
    if place > start and not end.name:
        ledger.guess(None, "", _("Không thấy tên người ký."), 0.5)
    return place


def _is_over(items: list[Item], place: int, end: _End) -> bool:
    item = items[place]
    text = all_text(item.block).strip()
    started = bool(end.recipients or end.lines)
    if started and (APPENDIX.match(text) or has_nation(item.block)):
        return True
    if RECIPIENTS.match(text) and not end.recipients:
        return False
    if item.is_table:
        return started and not any(_belongs(f) for f in end_fragments(item.block))
    if end.name and _BRACKETED.match(text):
        return False
    if end.name and end.mode == "name" and is_office(text):
        return False
    if end.name and (end.archive or not end.recipients):
        return not (end.mode != "name" and (item.is_bullet or _belongs(text)))
    return bool(end.name) and not item.is_bullet and not _belongs(text) and len(text) > 60


def _belongs(fragment: str) -> bool:
    return bool(
        RECIPIENTS.match(fragment)
        or AUTHORITY.match(fragment)
        or is_office(fragment)
        or _ARCHIVE.match(fragment)
        or _SEAL.match(fragment)
    )


def _fragment(text: str, end: _End, ledger: Ledger) -> None:
    heading = RECIPIENTS.match(text)
    if heading:
        ledger.form.append(heading[0])
        end.mode, end.open = "recipients", False
        rest = text[heading.end() :].strip(" :*.")
        if rest:
            _recipient(rest, end)
    elif is_authority(text) or is_office(text):
        end.lines.append(_in_form(text, ledger))
        end.mode = "name" if end.name else "signature"
    elif _ARCHIVE.match(text) and (end.recipients or text.lstrip("-–+ ").startswith("Lưu:")):
        _archive(text, end, ledger)
    elif _SEAL.match(text) or (end.name and _BRACKETED.match(text)) or _OTHER_SIGNER.match(text):
        ledger.unplaced.append(text)
    elif _NAME.match(text) and end.lines and not end.name and not text.startswith("-"):
        end.name, end.mode = text, "name"
    elif name := _name_behind(text, end):
        _goes_on(text[: -len(name)].rstrip(), end, ledger)
        end.name = name
    elif end.mode == "signature" and is_caps(text) and not end.name:
        _signature_line(text, end)
    else:
        _goes_on(text, end, ledger)


def _in_form(text: str, ledger: Ledger) -> str:
    """Return an authority line as the decree writes it: "TM. ỦY BAN NHÂN DÂN" for "T/M UBND", "TM.UBND"."""
    match = _ABBREVIATION.match(text)
    if match is None:
        return text
    rest = re.sub(r"^UBND(?!\w)", "ỦY BAN NHÂN DÂN", match["rest"])
    line = f"{match['sign'].replace('/', '')}. {rest}"
    if line != text:
        ledger.form += [text]
        ledger.written.append(line)
        ledger.rewritten[line] = text
        reason = _("Dòng ký “{text}” được viết lại đúng thể thức: “{line}”.").format(text=text, line=line)
        ledger.guess(None, text, reason, 0.9)
    return line


def _name_behind(text: str, end: _End) -> str:
    """Return the signer's name that shares its line with a recipient ("các thôn; Lò Văn Pánh"), "" for none."""
    match = re.search(rf"[;.]\s+((?:[{UPPERCASE}][\w'’]*\s+){{1,4}}[{UPPERCASE}][\w'’]*)$", text)
    if match is None or not end.shared or end.name or split_unit(match[1]) or _ARCHIVE.match(text):
        return ""
    return match[1]


def _name_behind_archive(text: str, end: _End) -> str:
    """Return the signer's name that shares its line with the archive's ("Lưu: VT. Vàng Seo Mẫu"), "" for none."""
    match = _LAST_NAME.search(text)
    return match[1] if match and end.shared and end.lines and not end.name and not split_unit(match[1]) else ""


def _signature_line(text: str, end: _End) -> None:
    words = text.split()
    if 2 <= len(words) <= 5 and not text.startswith(_OFFICES) and any(is_office(line) for line in end.lines):
        end.name, end.mode = text, "name"
    else:
        end.lines.append(text)


def _archive(text: str, end: _End, ledger: Ledger) -> None:
    if name := _name_behind_archive(text, end):
        end.name, text = name, text[: -len(name)]
    match = _ARCHIVE.match(text)
    rest = _without_drafter(match["rest"] if match else "", end)
    ledger.form.append("Lưu")
    if match and not re.match(r"[\W_]*L(?:ưu|ƯU)\s*:", text):
        ledger.rewritten["Lưu:"] = "Lưu"
    end.archive = f"{end.archive} {rest.rstrip(' ;.,/')}".strip()
    end.mode = "archive"


def _without_drafter(text: str, end: _End) -> str:
    """Return the text of the archive line without the drafter's mark and copies behind it, which go into the end."""
    match = _DRAFTER.fullmatch(text.strip())
    if match is None:
        return text
    end.drafter, end.copies = match["mark"], int(match["copies"])
    return match["archive"] or ""


def _goes_on(text: str, end: _End, ledger: Ledger) -> None:
    if end.mode == "archive":
        text = _without_drafter(text, end)
    if not re.search(r"[^\W_]", text):
        return
    if end.mode in ("recipients", "archive") and not (end.mode == "archive" and end.lines):
        if end.mode == "archive" and not text.startswith("-"):
            end.archive = f"{end.archive} {text.rstrip(' ;./')}".strip()
        else:
            _recipient(text, end)
    elif text.startswith(("-", "–", "+", "•")) and (end.mode != "name" or (end.recipients and not end.archive)):
        _recipient(text, end)
    elif end.mode == "name" or not end.lines:
        ledger.unplaced.append(text)
    elif text.startswith(("-", "–", "+")) or end.recipients:
        _recipient(text, end)
    else:
        ledger.unplaced.append(text)


def _recipient(text: str, end: _End) -> None:
    """A recipient, or the wrapped rest of the one before it."""
    dashed = re.match(r"^[-–—+•*]\s*", text)
    body = text[dashed.end() :] if dashed else text
    if (
        not dashed
        and end.open
        and end.recipients
        and (body[:1].islower() or not end.recipients[-1].endswith((";", ".")))
    ):
        end.recipients[-1] = f"{end.recipients[-1]} {body}"
    else:
        end.recipients.append(body)
    end.open = bool(dashed) or end.open


def closing_begins(items: list[Item], start: int, end: int) -> int:
    """Return the place where the lời kết begins, ``end`` where there is none: plain paragraphs before the end, from
    "Trên đây là …" on, else those that close the plan by their words or by "./."."""
    place = end
    while place > start and end - place < 8 and _is_plain(items[place - 1]):
        place -= 1
        if _SUMS_UP.match(items[place].plain):
            return place
    place = end
    while place > start and _is_plain(items[place - 1]) and _closes(items[place - 1]):
        place -= 1
    return place


def _is_plain(item: Item) -> bool:
    return not (item.is_table or item.label or item.caps or item.bold or item.block.outline is not None)


def _closes(item: Item) -> bool:
    return bool(_FINAL.search(item.plain) or _CLOSER.match(item.plain))


def read_closing(items: list[Item], plan: Plan) -> None:
    """Put the items into the closing."""
    plan.closing.children = [Paragraph(text=item.text) for item in items]
