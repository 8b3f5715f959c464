"""The head of a document: Quốc hiệu, Tiêu ngữ, issuer, number, place and date, title (PL1-II.1 to II.5)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from documents.audit.flow import Flow, Para
from documents.audit.lines import Line, fold, lines

_NATION = "CONG HOA XA HOI CHU NGHIA"
_MOTTO = re.compile(r"DOC LAP.*HANH PHUC")
_NUMBER = re.compile(r"^SO\b(?!.*\bNGAY\b).*([/:]|\d)")
_DATE = re.compile(r"\bNGAY\b.*\bTHANG\b|,\s*(?:NGAY\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*$")
_TITLES = (
    "KE HOACH", "QUYET DINH", "NGHI QUYET", "CHI THI", "QUY CHE", "QUY DINH", "THONG CAO", "THONG BAO", "HUONG DAN",
    "CHUONG TRINH", "PHUONG AN", "DE AN", "DU AN", "BAO CAO", "BIEN BAN", "TO TRINH", "HOP DONG", "CONG DIEN",
)  # fmt: skip
_ORGAN = re.compile(
    r"^(UBND|UY BAN|HDND|HOI DONG|DANG UY|SO|PHONG(?!,| CHONG)|BAN|TRUNG TAM|TRUONG|VAN PHONG|CONG AN|TRAM|BO|CHI CUC|"
    r"CUC|TINH UY|THANH UY|DANG BO)\b"
)
_PLACED = re.compile(r"\b(XA|PHUONG|DAC KHU|TINH|THANH PHO|TP|HUYEN|QUAN)\b")
_DASHES = re.compile(r"^[\s_\-–—=─━*.…~]+$")
_MARK = re.compile(r"^\W*(DU THAO|HOA TOC|THUONG KHAN|KHAN|MAT|TOI MAT|TUYET MAT|V/V|\[?LOGO)\b")
_TITLE_MOST = 300
_DEPTH = 60
"""How many paragraphs from the top a head is looked for."""


@dataclass(kw_only=True)
class Head:
    """The components of the head; None or [] for what was not found. rules: paragraphs of dashes that stand for a
    drawn line; table: index of the letterhead's table, None without one."""

    nation: Line | None = None
    motto: Line | None = None
    parent: list[Line] = field(default_factory=list[Line])
    issuer: list[Line] = field(default_factory=list[Line])
    number: Line | None = None
    date: Line | None = None
    title: Line | None = None
    dashes: list[Line] = field(default_factory=list[Line])
    paras: list[Para] = field(default_factory=list[Para])
    table: int | None = None

    @property
    def lines(self) -> list[Line]:
        """All lines found, the title last."""
        single = (self.nation, self.motto, self.number, self.date, self.title)
        return [*self.parent, *self.issuer, *(line for line in single if line)]


def is_title(line: Line) -> bool:
    """Say whether a line is the name of a document type: in capitals, or alone on its line."""
    text = line.folded.rstrip(" .:")
    if text in _TITLES:
        return True
    return line.capitals and len(text) < 50 and any(text.startswith(f"{title} ") for title in _TITLES)


def _is_joined_title(line: Line) -> bool:
    """Say whether type name and trích yếu stand on one line: "KẾ HOẠCH PHÒNG, CHỐNG THIÊN TAI …"."""
    titled = line.centred and (line.bold or line.capitals)
    return titled and len(line.text) < _TITLE_MOST and any(line.folded.startswith(f"{title} ") for title in _TITLES)


def find_head(flow: Flow) -> Head:
    """Return what stands before and with the title."""
    top = list(lines(flow.paras[:_DEPTH], columns=True))
    outside = [line for line in top if not _in_letterhead(line, top)]
    title = next((line for line in outside if is_title(line)), None)
    title = title or next((line for line in outside if _is_joined_title(line)), None)
    before = [line for line in top if title is None or line.para.number < title.para.number]
    head = Head(title=title)
    for line in before:
        _take(head, line)
    known = {id(line) for line in (head.nation, head.motto, head.number, head.date, *head.dashes) if line}
    last = max((line.para.number for line in before if id(line) in known), default=0)
    rest = [line for line in before if id(line) not in known and (title or line.para.number <= last)]
    _split_issuer(head, [line for line in rest if not _MARK.match(line.folded)])
    anchor = head.nation or head.number or (head.issuer[0] if head.issuer else None)
    if anchor is not None and anchor.para.cell is not None:
        head.table = anchor.para.cell.table
    end = title.para.number - 1 if title else last
    head.paras = flow.paras[:end]
    return head


def _in_letterhead(line: Line, top: list[Line]) -> bool:
    """Say whether a line only looks like a title because an office name begins so. A cell of the letterhead's table
    that is much wider than a column holds the title."""
    cell = line.para.cell
    if cell is None:
        return line.tabbed
    columns = [other.para.cell for other in top if other.para.cell and _NATION in other.folded]
    return any(column.table == cell.table and cell.width_mm < 1.3 * column.width_mm for column in columns)


def _take(head: Head, line: Line) -> None:
    text = line.folded
    if head.nation is None and _NATION in text:
        head.nation = line
    elif head.motto is None and _MOTTO.search(text):
        head.motto = line
    elif head.number is None and _NUMBER.search(text):
        head.number = line
    elif head.date is None and _DATE.search(text):
        head.date = line
    elif _DASHES.match(line.text):
        head.dashes.append(line)


def _split_issuer(head: Head, rest: list[Line]) -> None:
    """Split the issuing side into groups, one a body's name: the last is the issuer, those before it its parents."""
    side = [line for line in rest if _issuing_side(head.nation, line)]
    groups: list[list[Line]] = []
    for line in side:
        if not groups or (_ORGAN.match(fold(line.text)) and _is_whole(groups[-1])):
            groups.append([])
        groups[-1].append(line)
    if groups:
        head.issuer = groups[-1]
        head.parent = [line for group in groups[:-1] for line in group]


def _is_whole(group: list[Line]) -> bool:
    """Say whether the lines are a body's whole name: it names its place, or it is set as a parent body is, not bold."""
    return any(_PLACED.search(line.folded) for line in group) or not any(line.any_bold for line in group)


def _issuing_side(nation: Line | None, line: Line) -> bool:
    if nation is None or nation.para.cell is None or line.para.cell is None:
        return line.capitals or line.bold
    return line.para.cell.table == nation.para.cell.table and line.para.cell.column != nation.para.cell.column
