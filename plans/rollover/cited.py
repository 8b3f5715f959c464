"""Documents cited in a plan: which words a rollover must leave alone, and which documents to ask about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from plans.citations import Citation, find_citations
from plans.places import Place, Spot
from plans.rollover.frame import Frame
from plans.rollover.model import Reason
from plans.rollover.tokens import TokenKind, find_tokens

_OWN_TAIL = re.compile(
    r",\s+(?:hoàn thành|thời gian|trước|xong|trong|gửi|báo cáo|bảo đảm|đảm bảo|chậm nhất|từ ngày|từ nay|định kỳ|"
    r"phấn đấu)\s"
    r"|\s+(?:trong|trước|xong|hoàn thành|chậm nhất)\s+(?:năm|quý|tháng|ngày|học kỳ)\s"
    r"|\s+trên địa bàn\s|\s+tại\s+(?:xã|phường|địa phương|các)\s"
)
"""Where the subject of a cited document ends and the plan's own words go on."""

_BEGINS = re.compile(
    r"^[\s\d.)+*;,–-]*(?:và\s+)?"
    r"(?:(?:căn cứ|thực hiện|theo|xét|triển khai|tiếp theo)(?:\s+(?:vào|các|nội dung))*\s+)?$",
    re.IGNORECASE,
)
_ONCE = re.compile(r"sắp xếp|thành lập|sáp nhập|kiện toàn|đặt tên|đổi tên")
_LASTING = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp", "Nghị định", "Thông tư", "Chỉ thị", "Kết luận"})
_NUMBERED_YEAR = re.compile(r"\s+năm\s+(?:19|20)\d\d(?=\s+(?:của|về|ban hành)\s)")
_ENCLOSED = re.compile(r"^\W*(?:ban hành )?kèm theo\s+$", re.IGNORECASE)
_ABOVE = re.compile(
    r"tỉnh|thành phố|sở |bộ |chính phủ|thủ tướng|quốc hội|đảng|trung ương|hội đồng|hđnd|thành ủy|ban thường vụ",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r"\s+năm\s+((?:19|20)\d\d)\s*$")
_YEARLY = re.compile(r"(?:năm|năm học)\s+((?:19|20)\d\d)(?!\d)")
_NO_NUMBER = re.compile(r"^[….\s_]*$")


@dataclass(frozen=True, kw_only=True)
class Cited:
    """One citation in one text. start, end: its words; ``own``: it is the plan's own reference, number still blank."""

    citation: Citation
    place: Place
    words: str
    own: bool = False

    @property
    def key(self) -> str:
        """The same for every mention of one document."""
        found = self.citation
        name = found.subject if found.is_law else f"{found.number}/{found.symbol}" if found.symbol else found.number
        return f"{found.kind} {name}".lower()


def cited_in(spot: Spot, frame: Frame) -> list[Cited]:
    """Return the outermost citations of a text, each without the plan's own words that follow it.

    A basis or a line of a footnote that begins with a citation says nothing else: its subject runs to the line's end.
    """
    found: list[Cited] = []
    text, place = spot.text, spot.place
    citations = find_citations(text)
    listed = spot.kind in ("legal_basis", "footnote")
    for at, whole in enumerate(citations):
        if found and whole.start < found[-1].place.end:
            continue
        begun = max(text.rfind("\n", 0, whole.start) + 1, found[-1].place.end if found else 0)
        if listed and _BEGINS.match(text[begun : whole.start]):
            following = next((later.start for later in citations[at:] if later.start >= whole.end), len(text))
            citation = _to_line_end(text, whole, following)
        else:
            citation = _trimmed(text, whole, frame)
        where = replace(place, start=citation.start, end=citation.end)
        words = text[citation.start : citation.end]
        own = _is_own(citation, frame) or (citation.year == frame.base and _ENCLOSED.search(text[: whole.start]))
        found.append(Cited(citation=citation, place=where, words=words, own=bool(own)))
    return found


def _is_own(citation: Citation, frame: Frame) -> bool:
    """Say whether it is the plan itself: its number, or none yet and no issuer above the commune."""
    if citation.is_law or _ABOVE.search(citation.issuer):
        return False
    if frame.number and citation.symbol == frame.symbol and citation.number.lstrip("0") == frame.number.lstrip("0"):
        return citation.year in (None, frame.issued.year)
    return _NO_NUMBER.match(citation.number) is not None and citation.day is None


def _to_line_end(text: str, citation: Citation, following: int) -> Citation:
    """Let the citation go on to the end of its line or to the next document."""
    end = text.find("\n", citation.end)
    words = text[citation.start : min(following, len(text) if end < 0 else end)]
    return replace(citation, end=max(citation.end, citation.start + len(words.rstrip(" ;.,"))))


def _trimmed(text: str, citation: Citation, frame: Frame) -> Citation:
    """Cut off what follows the subject: "…, hoàn thành trước 30/6/2026", "… trong năm 2026"; take in a year right after
    the number: "Kế hoạch số 74/KH-UBND năm 2026 của UBND tỉnh"."""
    begin = citation.start
    if citation.year is None and citation.kind not in _LASTING and (year := _NUMBERED_YEAR.match(text, citation.end)):
        return replace(citation, end=year.end())
    words = text[begin : citation.end]
    if citation.subject and (tail := _OWN_TAIL.search(words, max(0, words.find(citation.subject[:12])))):
        words = words[: tail.start()]
    last = _LAST_YEAR.search(words)
    lasting = citation.kind in _LASTING or citation.symbol.endswith(("/TW", "/TU"))
    if last and lasting and not citation.is_law and citation.year != int(last[1]) == frame.base:
        words = words[: last.start()]
    return replace(citation, end=begin + len(words))


def blanked(cited: Cited, frame: Frame) -> str:
    """Return the plan's own reference for the new year: number and day are never copied."""
    number = cited.citation.number
    words = re.sub(rf"(?<!\d){number}(?!\d)", "…", cited.words, count=1) if number else cited.words
    for token in reversed(find_tokens(words)):
        if token.first != frame.base or token.last > token.first + 1:
            continue
        moved = token.shifted(frame.by)
        if token.kind is TokenKind.DATE:
            moved = re.sub(r"\d+", "…", moved, count=2)
        words = words[: token.start] + moved + words[token.end :]
    return words


def reason_for(cited: Cited, frame: Frame) -> Reason:
    """Return why the document is asked about: a plan for last year's work has a successor, others may have lapsed."""
    named = [int(year) for year in _YEARLY.findall(cited.words)]
    of_year = any(frame.base - 1 <= year <= frame.base + 1 for year in named)
    dated = cited.citation.year in (frame.base - 1, frame.base)
    plan = cited.citation.kind.startswith(
        ("Kế hoạch", "Chương trình", "Quyết định", "Công văn", "Hướng dẫn", "Nghị quyết")
    )
    plan = plan and not _ONCE.search(cited.citation.subject)
    return Reason.PARENT_PLAN if of_year and plan and (dated or cited.citation.year is None) else Reason.CITATION


def successor(cited: Cited, frame: Frame) -> str:
    """Return this year's equivalent of a yearly document with number and date left blank:
    "Kế hoạch số …/KH-UBND ngày … tháng … năm … của UBND tỉnh về … năm 2027"."""
    found = cited.citation

    def moved(match: re.Match[str]) -> str:
        year = int(match[1])
        near = frame.base - 1 <= year <= frame.base + 1
        return match[0].replace(match[1], str(year + frame.by)) if near else match[0]

    code = f"số …{'-' if '/' in found.symbol else '/'}{found.symbol}" if found.symbol else "số …"
    subject = _YEARLY.sub(moved, _pairs_moved(found.subject, frame))
    pieces = (found.kind, code, "ngày … tháng … năm …", f"của {found.issuer}" if found.issuer else "", subject)
    return " ".join(piece for piece in pieces if piece)


def _pairs_moved(text: str, frame: Frame) -> str:
    def moved(match: re.Match[str]) -> str:
        first, last = int(match[1]), int(match[3])
        return f"{first + frame.by}{match[2]}{last + frame.by}" if last - first == 1 else match[0]

    return re.sub(r"(?<=năm học )((?:19|20)\d\d)(\s*[-–]\s*)((?:19|20)\d\d)", moved, text)


def mentions(all_cited: list[Cited]) -> Iterator[tuple[Cited, list[Cited]]]:
    """Yield each document once, at its fullest early mention, with its other mentions, in order of appearance."""
    by_key: dict[str, list[Cited]] = {}
    for cited in all_cited:
        by_key.setdefault(cited.key, []).append(cited)
    for found in by_key.values():
        yield found[0], found[1:]
