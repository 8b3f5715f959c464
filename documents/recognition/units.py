"""Names of bodies and office holders at the head of a line: who is meant, and how he is addressed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents.recognition.vocabulary import BODIES, DUTY_VERBS, NO_BODIES, alternatives

_PREFIX = re.compile(
    r"^(?P<prefix>(?:Kính\s+)?[Đđ]ề nghị|Giao(?: cho)?|Yêu cầu|Phân công|Đối với|Trách nhiệm của|ĐỀ NGHỊ|GIAO)\s+"
)
_UNIT = re.compile(rf"^(?:(?:các|toàn thể|những|mỗi|tất cả)\s+)*(?:{alternatives(BODIES)})(?!\w)", re.IGNORECASE)
_VERB = re.compile(
    rf"\s+(?=(?P<verb>{alternatives(DUTY_VERBS)})(?!\w)(?!\s+viên)(?!\s*$)|"
    r"(?:có|chịu) trách nhiệm$|(?:chủ trì|thực hiện)$)"
)
"""Verbs of duties; one that ends the text ("Tổ tổng hợp") is part of a name, but for those that ask for a colon."""

_HOLDER = re.compile(
    r"(?:các\s+)?(?:đồng chí|đ/c|ông|bà|phó|[uủ][yỷ] viên|thành viên|lãnh đạo|cán bộ|công chức|trưởng|chủ tịch)(?!\w)",
    re.IGNORECASE,
)
"""Office holders, whom "phụ trách" describes ("Phó Chủ tịch UBND xã phụ trách kinh tế")."""
_NAMES_ON = re.compile(
    r"(?:^|[,;]\s|\bvà\s)(?:các\s+)?(?:ban|tổ|đội|đoàn|phòng|hội|trung tâm|ủy ban|uỷ ban|cơ quan|đơn vị)$|"
    r"\b(?:và|các)$",
    re.IGNORECASE,
)
_NO_UNIT = re.compile(rf"^(?:{alternatives(NO_BODIES)}|cán bộ[,:]|phòng, chống)", re.IGNORECASE)
_ORGANISES = re.compile(
    r"tổ chức\s+(?!chính trị|xã hội|đoàn|hội|đảng|cơ sở|công đoàn|kinh tế|tôn giáo|phi chính phủ|(?:có )?liên quan)",
    re.IGNORECASE,
)
"""The verb, where "các tổ chức" would be a body."""

_WORD = re.compile(r"\S+")
_IN_NAMES = frozenset(
    """xã phường thôn bản ấp khu phố tổ dân các và trên địa bàn cấp trường tiểu học trung mầm non cơ sở hội đoàn thể ban
    ngành đơn vị quan phòng tỉnh đặc cư viên chức công cán bộ chính trị doanh nghiệp hợp tác gia đình sự niên nữ chiến
    binh hóa hoá tế thao giáo dục nông môi lịch xây dựng pháp hạ tầng đô thị tài kế toán ninh quốc""".split()  # noqa: SIM905 (a list of words reads better as words)
)
"""Small words that go on with the name of a body."""

_LONGEST = 32


@dataclass(frozen=True, slots=True)
class Unit:
    """prefix: how it is addressed ("Đề nghị"), "" for none; name: the body or bodies, as written."""

    prefix: str
    name: str


def split_unit(text: str) -> Unit | None:
    """Return the body that ``text`` names and nothing else, None where it names none."""
    text = text.strip().rstrip(" :.;")
    prefix = _PREFIX.match(text)
    name = text[prefix.end() :] if prefix else text
    bare = re.sub(r"^(?:các|toàn thể)\s+", "", name, flags=re.IGNORECASE)
    if not _UNIT.match(name) or _NO_UNIT.match(bare) or _ORGANISES.match(name) or len(name.split()) > _LONGEST:
        return None
    if re.search(r"[.!?]\s", name) or _is_sentence(name):
        return None
    return Unit(prefix["prefix"] if prefix else "", name)


def addressed_unit(text: str) -> Unit | None:
    """Return whoever is asked by name ("Đề nghị Ga Suối Lim"), though he is none of the bodies known by their words."""
    text = text.strip().rstrip(" :.;")
    prefix = _PREFIX.match(text)
    if prefix is None or prefix["prefix"] == "Đối với":
        return None
    name = text[prefix.end() :]
    asked = name[:1].isupper() or re.match(r"(?:các|những|toàn thể)\s", name)
    if not asked or len(name.split()) > _LONGEST or re.search(r"[.!?:]\s", name) or _is_sentence(name):
        return None
    return Unit(prefix["prefix"], name)


def _verb(text: str) -> re.Match[str] | None:
    """Return the verb that begins the duties in ``text``; "Ban chỉ đạo", "Tổ kiểm tra" are names."""
    found = [match for match in _VERB.finditer(text) if not _NAMES_ON.search(text[: match.start()])]
    if found and found[0]["verb"] == "phụ trách" and _HOLDER.match(text):
        return next((match for match in found if match["verb"] != "phụ trách"), None)
    return found[0] if found else None


def _is_sentence(name: str) -> bool:
    return _verb(name) is not None


def leading_unit(text: str) -> tuple[Unit, str] | None:
    """Return the body a sentence begins with and the rest ("Giao Phòng Y chủ trì …"), None where there is none."""
    match = _verb(text)
    if match is None or match.start() == 0:
        return None
    unit = split_unit(text[: match.start()].rstrip(" ,"))
    return (unit, text[match.end() :].strip()) if unit and ":" not in unit.name else None


def naming_unit(text: str) -> tuple[Unit, str] | None:
    """Return the body a sentence begins with by its name alone, whatever the verb, and the rest; None for none. Less
    sure than ``leading_unit``: the name ends before the first word that no name holds."""
    prefix = _PREFIX.match(text)
    start = prefix.end() if prefix else 0
    known = _UNIT.match(text[start:])
    if known is None or _NO_UNIT.match(text[start:]) or _ORGANISES.match(text[start:]):
        return None
    end = start + known.end()
    for word in _WORD.finditer(text, end):
        if word.start() != end + 1 or not (word[0][:1].isupper() or word[0].strip(",") in _IN_NAMES or word[0] == "-"):
            break
        end = word.end()
    name = re.sub(r"(?:[\s,\-]|\s(?:và|các))+$", "", text[start:end])
    rest = text[start + len(name) :].strip(" ,")
    return (Unit(prefix["prefix"] if prefix else "", name), rest) if rest[:1].islower() else None
