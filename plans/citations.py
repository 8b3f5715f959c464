"""Citations of documents: found in running text, taken apart, printed as the decree wants them.

Decree 30/2020/NĐ-CP, Phụ lục I, II.6.a and b: the first mention names type, number and symbol, date, issuer and
subject; later mentions only type, number and symbol. Luật and Pháp lệnh go without number, symbol and issuer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from plans.text import nfc

KINDS = (
    "Nghị quyết liên tịch", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư liên tịch", "Thông tư", "Thông tri",
    "Thông báo", "Thông cáo", "Chỉ thị", "Kết luận", "Quy định", "Quy chế", "Chương trình hành động", "Chương trình",
    "Kế hoạch hành động", "Kế hoạch", "Đề án", "Dự án", "Phương án", "Hướng dẫn", "Báo cáo", "Tờ trình", "Công văn",
    "Công điện", "Văn bản", "Biên bản", "Giấy mời", "Sắc lệnh", "Lệnh",
)  # fmt: skip
"""Types of documents that are cited by number, longer names before the ones they begin with."""

LAW_KINDS = ("Bộ luật", "Luật", "Pháp lệnh", "Hiến pháp")
"""Types that are cited by name."""

_KIND_OF_CODE = {
    "NQ": "Nghị quyết", "NĐ": "Nghị định", "QĐ": "Quyết định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch",
    "CT": "Chỉ thị", "KL": "Kết luận", "KH": "Kế hoạch", "CTr": "Chương trình", "HD": "Hướng dẫn", "TB": "Thông báo",
    "BC": "Báo cáo", "TTr": "Tờ trình", "CV": "Công văn", "QyĐ": "Quy định", "ĐA": "Đề án", "PA": "Phương án",
    "CĐ": "Công điện",
}  # fmt: skip
"""What a bare "số 30/2020/NĐ-CP" is, by the first group of its symbol (decree, Phụ lục III, I; Party custom)."""

_PARTY_BODIES = frozenset({"TW", "TU", "ĐU", "HU", "ĐH"})
_LONGEST = 800
"""Characters of a subject at most, so that a text of nothing but citations takes time in proportion to its length."""

_BLANK = r"[….\s_]{0,40}"
_S = r"\s{0,9}"
_G = r"\s{1,9}"
_CODE = r"[A-ZĐƯ]+[a-zđ]?[A-ZĐƯ]*\d{0,2}(?!\w)"
_SYMBOL = rf"{_CODE}(?:{_S}[-–/]{_S}{_CODE}){{0,3}}"
_KIND = "|".join(KINDS)
_LAW_KIND = "|".join(LAW_KINDS)
_HEAD = re.compile(
    rf"(?<!\w)(?:(?P<kind>(?i:{_KIND})){_G})?(?P<so>(?i:số){_S}:?{_S})?"
    rf"(?:(?P<number>\d{{1,5}}[a-zđ]?(?:{_S}/{_S}(?:19|20)\d\d(?!\d))?)(?P<sep>{_S}[-–/]{_S}|{_G})|(?P<blank>{_BLANK})[-–/]{_S})"
    rf"(?P<symbol>{_SYMBOL})"
)
_BARE = re.compile(
    rf"(?<!\w)(?P<kind>(?i:{_KIND})){_G}(?i:số){_S}:?{_S}(?P<number>\d{{1,5}}[a-zđ]?)(?![\w/.,-]*\d)(?!\w)"
)
_DATE = re.compile(
    rf"{_S},?{_S}(?i:ngày){_G}(?:(?P<d1>\d{{1,2}})?{_BLANK}[/.-]{_S}(?P<m1>\d{{1,2}})?{_BLANK}[/.-]{_S}(?P<y1>(?:19|20)\d\d)"
    rf"|(?P<d2>\d{{1,2}})?{_BLANK}tháng{_G}(?P<m2>\d{{1,2}})?{_BLANK}năm{_G}(?P<y2>(?:19|20)\d\d)?)"
)
_YEAR = re.compile(rf"{_G}năm{_G}(?P<year>(?:19|20)\d\d)(?!\d)")
_SUBJECT_WORDS = (
    "về|ban hành|quy định|phê duyệt|thực hiện|triển khai|hướng dẫn|sửa đổi|bổ sung|giao|công bố|thành lập|kiện toàn|"
    "tổ chức|phát động|điều chỉnh|tăng cường|đẩy mạnh|bãi bỏ|phân công"
)
_ISSUER_END = (
    rf"{_G}(?:{_SUBJECT_WORDS}|ngày|đã|được|để|nhằm|đến|tới|với|trên|trong|tại|từ|khi|phù hợp|có|là|cho|đối với|theo|"
    rf"vào|như|gắn|và(?={_G}(?:{_KIND}|[^\WA-ZĐ_])))(?!\w)"
)
_ISSUER = re.compile(
    rf"{_S},?{_S}của{_G}(?P<issuer>[^\W\d_a-z][^,;.:()\[\]“”\"]{{0,150}}?)(?={_ISSUER_END}|{_S}[,;.:()\[\]“”\"]|{_S}$)"
)
_SUBJECT = re.compile(rf"{_S},?{_S}(?P<subject>(?:{_SUBJECT_WORDS})(?!\w))")
_SUBJECT_END = re.compile(
    rf"{_S}(?:;|:|\.(?=\s|$|/)|[“”\"\[\]]|\((?:sau đây|gọi|kèm|ban hành|được)|,{_G}(?:{_KIND}|{_LAW_KIND}|số\s|"
    rf"cụ thể|như sau|trong đó|UBND|Ủy ban|HĐND|Hội đồng)|"
    rf"{_G}và{_G}(?:các{_G})?(?:(?:{_KIND}){_G}(?:số\s|\d)|Luật\s)|{_S}$)"
)
_NAME_COMMA = rf",{_G}(?:chống|chữa|vệ sinh|bia|nhập cảnh|quá cảnh|cư trú|kiểm soát)(?!\w)"
_LAW = re.compile(
    rf"(?<!\w)(?P<kind>{_LAW_KIND}){_G}(?=[A-ZĐÀ-Ỵ]|sửa đổi)"
    rf"(?P<name>(?:sửa đổi, bổ sung [^;.]*? của (?:{_LAW_KIND}) )?[^\W\d_](?:[^;:.,()\[\]“”\"\n]|{_NAME_COMMA})*?)"
    rf"(?={_G}(?:(?:số{_G}\d|ngày\s|năm{_G}(?:19|20)\d\d)|"
    r"(?:nhằm|để|được|quy định|trong|theo|đã|khi|thì|có|là|với|tại)(?!\w))|"
    rf"{_G}và{_G}(?:các\s|Nghị\s|(?:{_LAW_KIND})\s)|(?!{_NAME_COMMA}){_S}(?:[;:.()\[\]“”\"\n,]|$))"
)
_LAW_NUMBER = re.compile(
    rf"{_G}số{_G}(?P<number>\d{{1,3}}/(?:19|20)\d\d|\d{{1,3}}){_S}/{_S}(?P<symbol>[A-ZĐ]+\d{{0,2}}(?!\w))"
)


@dataclass(frozen=True, kw_only=True)
class Citation:
    """One document as cited.

    kind: its type ("Nghị quyết"); number: as printed, with the year where the number has one ("71", "30/2020",
    "13a"), "" blank; symbol: "NQ/TW", "NĐ-CP", "" unknown; day, month, year: None where not said; issuer: "" not said;
    subject: from its first word on ("về đột phá …", "ban hành …"), for laws the name, "" not said;
    start, end: where it stands in the text (not compared).
    """

    kind: str
    number: str = ""
    symbol: str = ""
    day: int | None = None
    month: int | None = None
    year: int | None = None
    issuer: str = ""
    subject: str = ""
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def is_law(self) -> bool:
        """Whether it is cited by name, without number and issuer."""
        return self.kind in LAW_KINDS

    @property
    def code(self) -> str:
        """Number and symbol as printed: "71-NQ/TW" for the Party, "281/NQ-CP" for the State; blank number: "…"."""
        if not self.symbol:
            return self.number
        return f"{self.number or '…'}{'-' if '/' in self.symbol else '/'}{self.symbol}"

    def full(self) -> str:
        """Return the first mention (II.6.a, II.6.b). Of a law neither number nor issuer is printed."""
        if self.is_law:
            return _spaced(self.kind, self.subject, self._date())
        issuer = f"của {self.issuer}" if self.issuer else ""
        return _spaced(self.short(), self._date(), issuer, self.subject)

    def short(self) -> str:
        """Return a later mention (II.6.b): type, number and symbol; a law by its name."""
        return _spaced(self.kind, self.subject) if self.is_law else f"{self.kind} số {self.code}"

    def __str__(self) -> str:
        return self.full()

    def _date(self) -> str:
        if self.day is None and self.month is None:
            if self.year is None:
                return ""
            if self.is_law:
                return f"năm {self.year}"
        day = "…" if self.day is None else f"{self.day:02d}"
        month = "…" if self.month is None else f"{self.month:02d}" if self.month < 3 else str(self.month)
        return f"ngày {day} tháng {month} năm {self.year or '…'}"


def missing_parts(cited: Citation) -> tuple[str, ...]:
    """Return what a căn cứ must name of a document and this one does not, () for nothing; a law needs no more than its
    name (II.6.a)."""
    if cited.is_law:
        return ()
    parts = (
        ("số", cited.number),
        ("ngày", cited.year),
        ("cơ quan ban hành", cited.issuer),
        ("trích yếu", cited.subject),
    )
    return tuple(name for name, value in parts if not value)


def find_citations(text: str) -> list[Citation]:
    """Return the citations of ``text`` in order of where they start.

    A document cited inside the subject of another one ("Kế hoạch … thực hiện Nghị quyết số …") is listed too, after
    the one that holds it. Broken spacing ("08 – CTr/Đu", "13a /KH-UBND") is healed in the values.
    """
    text = nfc(text)
    found = [_numbered(text, match) for match in _HEAD.finditer(text) if _is_head(match)]
    taken = {citation.start for citation in found}
    found += [_with_tail(text, _bare(m), m.end()) for m in _BARE.finditer(text) if m.start() not in taken]
    found += [_law(text, match) for match in _LAW.finditer(text)]
    return sorted(found, key=_place)


def _place(citation: Citation) -> tuple[int, int]:
    return citation.start, -citation.end


def _is_head(match: re.Match[str]) -> bool:
    """Say whether a number with a symbol is a citation: it has a type before it, or "số" and a symbol that tells."""
    symbol = match["symbol"]
    if match["blank"] is not None and not match["so"]:
        return False
    if match["sep"] is not None and not match["sep"].strip(" \n\t") and not re.search(r"[-–/]", symbol):
        return False
    if match["kind"]:
        return True
    return bool(match["so"]) and re.split(r"\s*[-–/]\s*", symbol)[0] in _KIND_OF_CODE


def _numbered(text: str, match: re.Match[str]) -> Citation:
    symbol = _symbol(match["symbol"])
    kind = _kind(match["kind"]) if match["kind"] else _KIND_OF_CODE[re.split("[-/]", symbol)[0]]
    number = re.sub(r"\s", "", match["number"] or "")
    return _with_tail(text, Citation(kind=kind, number=number, symbol=symbol, start=match.start()), match.end())


def _bare(match: re.Match[str]) -> Citation:
    return Citation(kind=_kind(match["kind"]), number=match["number"], start=match.start())


def _kind(written: str) -> str:
    words = _spaced(written).lower()
    return words[0].upper() + words[1:]


def _symbol(written: str) -> str:
    symbol = re.sub(r"\s*[-–]\s*", "-", re.sub(r"\s*/\s*", "/", written))
    head, slash, body = symbol.rpartition("/")
    return f"{head}/{body.upper()}" if slash and body.upper() in _PARTY_BODIES else symbol


def _with_tail(text: str, citation: Citation, at: int) -> Citation:
    """Read date, issuer and subject after number and symbol, as far as they stand there."""
    citation, at = _date(text, citation, at)
    if match := _ISSUER.match(text, at):
        citation, at = replace(citation, issuer=_spaced(match["issuer"])), match.end()
        if citation.year is None:
            citation, at = _date(text, citation, at)
    match = _SUBJECT.match(text, at)
    if match and (citation.year or citation.issuer or match["subject"] == "về"):
        begin = match.start("subject")
        at = _subject_end(text, begin)
        citation = replace(citation, subject=_spaced(text[begin:at]))
    return replace(citation, end=at)


def _subject_end(text: str, begin: int) -> int:
    """Return where the subject that begins at ``begin`` ends; a ")" without its "(" ends it too."""
    limit = min(len(text), begin + _LONGEST)
    match = _SUBJECT_END.search(text, begin, limit)
    end = match.start() if match else limit
    depth = 0
    for at in range(begin, end):
        depth += (text[at] == "(") - (text[at] == ")")
        if depth < 0:
            return at
    return end


def _date(text: str, citation: Citation, at: int) -> tuple[Citation, int]:
    match = _DATE.match(text, at)
    if not match:
        return citation, at
    day, month, year = (_int(match[f"{part}1"] or match[f"{part}2"]) for part in "dmy")
    return replace(citation, day=day, month=month, year=year), match.end()


def _law(text: str, match: re.Match[str]) -> Citation:
    law = Citation(kind=match["kind"], subject=_spaced(match["name"]), start=match.start(), end=match.end())
    at = match.end()
    if number := _LAW_NUMBER.match(text, at):
        law, at = replace(law, number=number["number"], symbol=number["symbol"]), number.end()
    if year := _YEAR.match(text, at):
        return replace(law, year=int(year["year"]), end=year.end())
    law, at = _date(text, law, at)
    return replace(law, end=at)


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _spaced(*pieces: str) -> str:
    return " ".join(" ".join(pieces).split())
