"""From hard-wrapped lines to paragraphs: which line goes on with the one before it.

A line was wrapped where the next word had no room on it. Room is measured in Times widths against the width most
full lines of the file have; a file of unwrapped lines has no such width, there only page breaks part sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from documents.measure import text_width_mm
from documents.reading.text_labels import BULLETS, LabelKind, parse_label
from documents.reading.text_lines import Line
from documents.reading.text_openers import (
    APPENDIX,
    BASIS,
    MOTTO,
    NATION,
    NUMBER_LINE,
    OFFICE,
    RECIPIENTS,
    TITLE,
    ends_open,
    ends_sentence,
    is_authority,
    is_caps,
    is_title,
    starts_structure,
)  # fmt: skip

LONGEST_WRAPPED = 130
"""Characters; a file with more than a few lines above this is not wrapped."""

_HEAD_LINES = 60
_NUMBER_TAKERS = re.compile(r"(?:số|ngày|tháng|năm|Điều|khoản|độ|mức|lớp|quý|đoạn|khóa|vòng|đợt|cấp|và|đến|từ)$")


_ISSUED = re.compile(r"[^,]{2,40},\s*ngày[\s\d.…]*tháng[\s\d.…]*năm[\s\d.…]*$")
_NOTE = re.compile(r"\d{1,3}\s+(?:[-–]|[A-ZĐ])")


_OPENING_WORDS = re.compile(r"(?:Trên đây là|Trong quá trình|Nhận được Kế hoạch|Giao|Đề nghị|Yêu cầu)(?!\w)")


class Zone(Enum):
    """Where in the document a line stands; each zone joins by its own habits."""

    HEAD = auto()
    SUBJECT = auto()
    BODY = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Frame:
    """What is usual in this file. width: millimetres of a full line, None for unwrapped files; first: of a full first
    line, which is indented; gap: blank lines between the lines of one paragraph."""

    width: float | None
    first: float = 0.0
    gap: int = 0


def frame_of(lines: list[Line]) -> Frame:
    """Return the frame of the file."""
    long = [line for line in lines if len(line.plain) >= 40]
    if len(long) < 8 or sum(len(line.plain) > LONGEST_WRAPPED for line in long) > 0.04 * len(long):
        return Frame(None)
    wraps = [
        (before, after)
        for before, after in pairwise(lines)
        if after.plain[0].islower() and not ends_sentence(before.plain) and len(before.plain) >= 40
    ]
    if len(wraps) < 5:
        return Frame(None)
    width = _agreed([pair for pair in wraps if pair[0].plain[0].islower()] or wraps)
    firsts = [pair for pair in wraps if starts_structure(pair[0].plain) and pair[0].width < width]
    first = _agreed(firsts) if len(firsts) >= 5 else 0.92 * width
    gaps = Counter(after.gap for _, after in wraps)
    return Frame(width, min(max(first, 0.88 * width), width), gaps.most_common(1)[0][0])


def _agreed(wraps: list[tuple[Line, Line]]) -> float:
    """Return the width most wraps agree with: each line fitted into it, and would not have with the next word."""
    edges: list[tuple[float, int]] = []
    for before, after in wraps:
        edges += [(before.width, 1), (before.width + _next_word(after), -1)]
    best = count = 0
    width = 0.0
    for edge, step in sorted(edges):
        count += step
        if count > best:
            best, width = count, edge
    return width


def _next_word(line: Line) -> float:
    return text_width_mm(" " + line.plain.split(None, 1)[0], 14)


def zones(lines: list[Line]) -> list[Zone]:
    """Return the zone of each line."""
    title = next((n for n, line in enumerate(lines[:_HEAD_LINES]) if _is_title(line)), None)
    found: list[Zone] = []
    zone = Zone.HEAD if title is not None or _has_head(lines) else Zone.BODY
    for number, line in enumerate(lines):
        if (zone is Zone.HEAD and _head_is_over(line, number, title)) or (
            zone is Zone.SUBJECT and _subject_is_over(line, lines[number - 1])
        ):
            zone = Zone.BODY
        elif zone is Zone.BODY and _end_begins(line):
            zone = Zone.END
        elif zone is Zone.END and APPENDIX.match(line.plain):
            zone = Zone.BODY
        found.append(zone)
        if number == title:
            zone = Zone.SUBJECT
    return found


def _is_title(line: Line) -> bool:
    first = line.plain.split("\n")[0]
    return is_title(first) and (is_caps(first[:12]) or not TITLE.match(first))


def _has_head(lines: list[Line]) -> bool:
    return any(NATION.search(line.plain) or re.match(r"Số\s*:", line.plain) for line in lines[:12])


def _head_is_over(line: Line, number: int, title: int | None) -> bool:
    if title is not None:
        return False
    return number > 12 or len(line.plain) > 100 or bool(BASIS.match(line.plain))


def _subject_is_over(line: Line, before: Line) -> bool:
    if line.plain.startswith("Căn cứ") or ends_sentence(before.plain) or _end_begins(line):
        return True
    label = parse_label(line.plain)
    if label is not None and label.kind is not LabelKind.DASH:
        return True
    return bool(BASIS.match(line.plain)) and not ends_open(before.plain) and not TITLE.match(before.plain)


def _end_begins(line: Line) -> bool:
    return bool(RECIPIENTS.match(line.plain) or is_authority(line.plain))


def paragraphs(lines: list[Line], taken: list[bool], frame: Frame) -> list[list[int]]:
    """Return the lines of each paragraph, by place; lines that ``taken`` names stand alone."""
    where = zones(lines)
    groups: list[list[int]] = []
    for number, line in enumerate(lines):
        group = groups[-1] if groups else []
        alone = taken[number] or not group or taken[group[-1]] or group[-1] != number - 1
        if not alone and where[number] is where[group[-1]] and _continues(lines, group, line, where[number], frame):
            group.append(number)
        else:
            groups.append([number])
    return groups


def _continues(lines: list[Line], group: list[int], line: Line, zone: Zone, frame: Frame) -> bool:
    before = lines[group[-1]]
    if zone in (Zone.HEAD, Zone.END) or line.level or (line.bold and not before.bold and not _cut(before.plain)):
        return False
    if zone is Zone.SUBJECT and (_ISSUED.match(line.plain) or NUMBER_LINE.match(line.plain)):
        return False
    if zone is Zone.SUBJECT:
        wrapped = frame.width is not None and not BASIS.match(line.plain) and not TITLE.match(before.plain)
        full = wrapped and not ends_sentence(before.plain) and _is_full(lines, group, line, frame)
        return full or _subject_goes_on(before, line)
    if ends_sentence(before.plain) and _opens(line, lines[group[0]]):
        return False
    if starts_structure(line.plain) or OFFICE.match(line.plain) or MOTTO.search(line.plain):
        return _false_start(lines, group, line, frame)
    if line.plain[0].islower() or line.plain[0] in ",;.)%/”":
        return not ends_sentence(before.plain) or _is_full(lines, group, line, frame)
    return _closes_bracket(before.plain, line.plain) or _goes_on_in_capital(lines, group, line, frame)


def _opens(line: Line, head: Line) -> bool:
    """Say whether a line after a finished sentence begins a paragraph by its words, or by what the one before is."""
    if BASIS.match(line.plain) and BASIS.match(head.plain):
        return True
    note = bool(_NOTE.match(head.plain)) and not line.plain[0].islower()
    return note or bool(_OPENING_WORDS.match(line.plain))


def _goes_on_in_capital(lines: list[Line], group: list[int], line: Line, frame: Frame) -> bool:
    """Decide for a line that begins with a capital, a figure or a quotation mark, as paragraphs do, too."""
    before, head = lines[group[-1]], lines[group[0]]
    if frame.width is None:
        return _long_and_open(before, head)
    if _is_full(lines, group, line, frame):
        return not ends_sentence(before.plain) or (line.gap <= frame.gap and not line.indent and not _is_label(head))
    return _broken_by_hand(before, line, head)


def _closes_bracket(before: str, plain: str) -> bool:
    """Say whether the line closes a bracket that the line before left open: no paragraph ends inside one."""
    opened = before.rfind("(") > before.rfind(")")
    return opened and ")" in plain and plain.find(")") < (plain.find("(") + 1 or len(plain))


def _is_label(line: Line) -> bool:
    return len(line.plain) < 60 and parse_label(line.plain) is not None and ends_sentence(line.plain)


def _cut(plain: str) -> bool:
    return not ends_sentence(plain) and ends_open(plain)


def _subject_goes_on(before: Line, line: Line) -> bool:
    if TITLE.match(before.plain) and len(before.plain) < 30:
        return False
    if line.after_rule or ends_sentence(before.plain):
        return False
    if ends_open(before.plain) or re.search(
        r"(?:thực hiện|triển khai|xã|phường|tỉnh|thành phố|số|ngày|việc|được|trên|địa bàn)$", before.plain
    ):
        return True
    return line.plain[0].islower() or (line.gap == 0 and not BASIS.match(line.plain))


def _false_start(lines: list[Line], group: list[int], line: Line, frame: Frame) -> bool:
    """Say whether a line that looks like an item is the middle of a sentence ("… chính trị" / "- xã hội …")."""
    before = lines[group[-1]]
    if ends_sentence(before.plain) or before.level:
        return False
    label = parse_label(line.plain)
    if label is None:
        return False
    long = _is_full(lines, group, line, frame) if frame.width else len(before.plain) > 90
    if label.kind is LabelKind.BRACKET:
        return long or ends_open(before.plain)
    if label.kind is LabelKind.DASH:
        return long and line.plain[label.end : label.end + 1].islower()
    if label.kind in (LabelKind.ARABIC, LabelKind.DECIMAL, LabelKind.PAREN):
        return long and bool(_NUMBER_TAKERS.search(before.plain))
    return False


def _long_and_open(before: Line, head: Line) -> bool:
    """In an unwrapped file: a long line without closing mark was cut by a page break; a heading was not."""
    if ends_sentence(before.plain) or is_caps(before.plain):
        return False
    label = parse_label(head.plain)
    heading = head.bold or head.level or (label is not None and label.kind not in (LabelKind.DASH, LabelKind.PLUS))
    if heading:
        return len(before.plain) > 60 and ends_open(before.plain)
    return ends_open(before.plain) or len(before.plain) > 110


def _is_full(lines: list[Line], group: list[int], line: Line, frame: Frame) -> bool:
    """Say whether the next word had no room on the last line; headings are set in bold, first lines indented."""
    before = lines[group[-1]]
    if frame.width is None:
        return len(before.plain) > 110
    label = parse_label(lines[group[0]].plain)
    bold = label is not None and label.kind not in BULLETS
    width = text_width_mm(before.plain, 14, bold=True) if bold else before.width
    full = frame.first if len(group) == 1 else frame.width
    return width + _next_word(line) >= 0.985 * full


def _broken_by_hand(before: Line, line: Line, head: Line) -> bool:
    """A heading, mostly centred or in capitals, broken before its line was full."""
    if ends_sentence(before.plain):
        return False
    if ends_open(before.plain):
        return True
    labelled = parse_label(head.plain) is not None
    return labelled and is_caps(before.plain) and is_caps(line.plain) and line.gap == 0 and len(line.plain) < 70
