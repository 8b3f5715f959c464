"""The end of a document: recipients, signature, and the appendices behind them (PL1-II.7, II.9, III.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.audit.flow import Flow, Para
from documents.audit.lines import Line, lines

_RECIPIENTS = re.compile(r"^NOI NHAN\b")
_PREFIX = re.compile(r"^(T/?M|K/?T|TL|TUQ|Q|QUYEN)\s*[./]?\s*(UBND|UY BAN|HOI DONG|CHU TICH|BAN|TRUONG|GIAM DOC|CHANH)")
_OFFICES = re.compile(
    r"\b(CHU TICH|P\.? ?CHU TICH|PCT|CHANH VAN PHONG|TRUONG PHONG|TRUONG BAN|GIAM DOC|HIEU TRUONG|BI THU|UY BAN|UBND|"
    r"HOI DONG|PHU TRACH|THU TRUONG|DOI TRUONG|TRUONG|CHU NHIEM)\b"
)
_APPENDIX = re.compile(r"^PHU LUC(?=$|[\s.:\d])")
_APPENDIX_ALONE = re.compile(r"^PHU LUC( SO)?( [IVXLC\d]{1,8})?\s*[.:]?$")
_APPENDIX_NUMBERED = re.compile(r"^PHU LUC( SO)? (?:[IVXLC]{1,8}|\d{1,2})\s?[.:–-]\s?\S.*[^.;,]$")
_HEADING_MOST = 250
_SIGNER_LINES = 9


@dataclass(kw_only=True)
class Ending:
    """Recipients and signature. first, last: indices among the paragraphs of the document; table: index of the table
    that holds both, None without one."""

    first: int = 0
    last: int = -1
    heading: Line | None = None
    recipients: list[Line] = field(default_factory=list[Line])
    authority: list[Line] = field(default_factory=list[Line])
    signer: Line | None = None
    table: int | None = None

    @property
    def found(self) -> bool:
        return self.heading is not None or bool(self.authority)


@dataclass(kw_only=True)
class Appendix:
    """One appendix. start, stop: indices among the paragraphs; heading: its first line."""

    start: int
    stop: int
    heading: Line
    paras: list[Para]


def find_ending(flow: Flow, start: int) -> Ending:
    """Return recipients and signature behind paragraph index ``start``."""
    every = list(lines(flow.paras[start:], columns=True))
    heading = next((ln for ln in every if _RECIPIENTS.match(ln.folded) and len(ln.text) < 20), None)
    first_office = next((ln for ln in every if _starts_signature(ln)), None)
    if heading is None and first_office is None:
        return Ending()
    anchor = heading or first_office
    if anchor is not None and anchor.para.cell is not None:
        return _in_table(flow.paras, every, heading, anchor)
    return _in_paragraphs(every, heading, first_office)


def _starts_signature(line: Line) -> bool:
    text = line.folded
    if _PREFIX.match(text) and line.capitals:
        return True
    plain = line.capitals and text in ("CHU TICH", "TRUONG PHONG", "GIAM DOC", "CHANH VAN PHONG", "TRUONG BAN")
    return plain and line.bold and line.para.cell is None


def _in_table(paras: Sequence[Para], every: list[Line], heading: Line | None, anchor: Line) -> Ending:
    table = anchor.para.cell.table if anchor.para.cell else -1
    inside = [line for line in every if line.para.cell and line.para.cell.table == table]
    column = heading.para.cell.column if heading and heading.para.cell else -1
    left = [line for line in inside if line.para.cell and line.para.cell.column == column and line is not heading]
    right = [line for line in inside if line.para.cell and line.para.cell.column != column]
    numbers = [para.number for para in paras if para.cell and para.cell.table == table]
    ending = Ending(first=min(numbers) - 1, last=max(numbers) - 1, heading=heading, table=table)
    ending.recipients = left if heading else []
    _set_signature(ending, right)
    return ending


def _in_paragraphs(every: list[Line], heading: Line | None, office: Line | None) -> Ending:
    near = office is not None and (heading is None or abs(office.para.number - heading.para.number) < 2 * _SIGNER_LINES)
    signing = _signing_lines(every, office) if near and office else []
    ending = Ending(heading=heading)
    if heading is not None:
        taken = {id(line) for line in signing}
        ending.recipients = _listed([ln for ln in every if id(ln) not in taken], heading)
    _set_signature(ending, signing)
    all_found = [line for line in (heading, *ending.recipients, *ending.authority, ending.signer) if line]
    ending.first = min(line.para.number for line in all_found) - 1
    ending.last = max(line.para.number for line in all_found) - 1
    return ending


def _signing_lines(every: list[Line], office: Line) -> list[Line]:
    """Return the lines of a signature that is no table: those in the column, or the paragraphs, of its first line."""
    found: list[Line] = []
    for line in every[every.index(office) :]:
        apart = line.para.number - (found[-1].para.number if found else line.para.number)
        if apart > _SIGNER_LINES or _APPENDIX.match(line.folded) or (found and line.para.page_break):
            break
        if _RECIPIENTS.match(line.folded) or line.text.startswith(("-", "–")) or line.para.cell is not None:
            continue
        if line.column == 0 and office.column > 0 and line.tabbed:
            continue
        found.append(line)
        if not _OFFICES.search(line.folded) and not _PREFIX.match(line.folded) and len(found) > 1:
            break
    return found


def _listed(every: list[Line], heading: Line) -> list[Line]:
    found: list[Line] = []
    for line in every[every.index(heading) + 1 :]:
        small = bool(line.sizes) and line.sizes[-1] <= 12
        if not line.text.startswith(("-", "–", "+", "•")) and not (line.para.label or small):
            break
        found.append(line)
    return found


def _set_signature(ending: Ending, signing: list[Line]) -> None:
    told = [line for line in signing if not line.text.startswith(("(", "["))]
    if not told:
        return
    last = told[-1]
    named = not _OFFICES.search(last.folded) and not _PREFIX.match(last.folded)
    ending.signer = last if named and len(told) > 1 else None
    ending.authority = told[:-1] if ending.signer else told


def find_appendices(paras: Sequence[Para], start: int) -> list[Appendix]:
    """Return the appendices from paragraph index ``start`` on."""
    heads = [line for line in lines(paras[start:]) if _is_appendix(line)]
    stops = [*(line.para.number - 1 for line in heads[1:]), len(paras)][: len(heads)]
    return [
        Appendix(start=line.para.number - 1, stop=stop, heading=line, paras=list(paras[line.para.number - 1 : stop]))
        for line, stop in zip(heads, stops, strict=True)
    ]


def _is_appendix(line: Line) -> bool:
    """Say whether a line is the heading of an appendix. Words tell: alone, or numbered with its title behind, however
    it is set; a sentence about an appendix is none."""
    text = line.folded
    if not _APPENDIX.match(text) or len(line.text) >= _HEADING_MOST:
        return False
    if line.para.cell is not None:
        return line.para.cell.row == 0 and line.centred and line.bold and bool(_APPENDIX_ALONE.match(text))
    titled = line.centred or line.bold or line.text.startswith("PHỤ LỤC") or line.para.page_break
    return bool(_APPENDIX_ALONE.match(text)) or titled or bool(_APPENDIX_NUMBERED.match(text))
