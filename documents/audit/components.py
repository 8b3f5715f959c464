"""Where the decree's components stand in a document of any layout: letterhead in a table, by tabs or in paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from documents.audit.endings import Appendix, Ending, find_appendices, find_ending
from documents.audit.flow import Flow, Para
from documents.audit.heads import Head, find_head, is_title
from documents.audit.lines import Line, fold, lines
from documents.audit.tables import TableBox

_HAIR_PT = 3.0
HEADING = re.compile(r"^(?:[IVXLC]{1,8}\s*[.\-–/)]|(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:[IVXLC]+|THỨ|thứ)\b|[A-Z]\s?\.\s)")
_ARABIC = re.compile(r"^\d{1,2}\s?[.)/]\s*\D")
_BASIS = re.compile(r"^(CAN CU|THEO DE NGHI|XET DE NGHI|XET TO TRINH)\b")
_BASIS_TOO = re.compile(r"^(THUC HIEN|TREN CO SO|DE |TRIEN KHAI|THEO )")
_LINKING = re.compile(r"NHU SAU|, (?:UBND|UY BAN|PHONG|HOI DONG|BAN )[^,;]* (?:BAN HANH|XAY DUNG) KE HOACH")
_DASHES = re.compile(r"^[\s_\-–—=─━*.…~]{3,}$")
_ADDRESS = re.compile(r"^KINH GUI\b")
_ACT_NUMBER = re.compile(r"số\s*[\d.…]*\s*[-–/]", re.IGNORECASE)
_SENTENCES = re.compile(r"[^\W\d_]{2,}\.\s+[^\W\d_]")
_SUBJECT_MOST = 250
"""No trích yếu is longer, in characters."""


@dataclass(kw_only=True)
class Components:
    """The parts of a document. body: paragraphs with text outside tables, from the first heading to the last before
    recipients and signature; blanks: empty ones among them; data_tables: tables that hold no letterhead and no
    signature."""

    head: Head
    subject: list[Line]
    subject_after: list[Para]
    subject_dashes: list[Line]
    bases: list[Para]
    opening: list[Para]
    body: list[Para]
    blanks: list[Para]
    ending: Ending
    appendices: list[Appendix]
    data_tables: list[TableBox] = field(default_factory=list[TableBox])

    @property
    def prose(self) -> list[Para]:
        """Bases, opening and body."""
        return [*self.bases, *self.opening, *self.body]


def locate(flow: Flow) -> Components:
    """Return the components of a document; what is not found is None or empty."""
    paras = flow.paras
    head = find_head(flow)
    start = _after_head(head)
    subject, after, at = _subject(paras, start, has_title=head.title is not None)
    ending = find_ending(flow, at)
    first_appendix = ending.last + 1 if ending.found else at
    appendices = find_appendices(paras, first_appendix)
    stop = ending.first if ending.found else min([len(paras), *(a.start for a in appendices)])
    between = [p for p in paras[at:stop] if p.cell is None and not p.box]
    told = [p for p in between if p.text]
    body_at = _body_start(told)
    bases, opening = _split_bases(told[:body_at])
    layout = {head.table, ending.table}
    return Components(
        head=head,
        subject=subject,
        subject_after=after,
        subject_dashes=[line for line in lines(after) if _DASHES.match(line.text)],
        bases=bases,
        opening=opening,
        body=told[body_at:],
        blanks=_blanks_inside(between),
        ending=ending,
        appendices=appendices,
        data_tables=[t for t in flow.tables if t.index not in layout and _is_data(t)],
    )


def _is_data(table: TableBox) -> bool:
    return table.rows > 1 and len({cell.column for cell, _ in table.cells}) > 1


def _after_head(head: Head) -> int:
    last = max((line.para.number for line in head.lines), default=0)
    return head.title.para.number - 1 if head.title else last


def _subject(paras: Sequence[Para], start: int, *, has_title: bool) -> tuple[list[Line], list[Para], int]:
    """Return the lines of the trích yếu, the paragraphs around it where its rule may be anchored, and the index of
    the first paragraph after it."""
    if not has_title:
        return [], [], start
    found: list[Line] = []
    anchors: list[Para] = []
    at = start
    for at in range(start, min(start + 14, len(paras))):
        para = paras[at]
        own = [line for line in lines([para]) if not is_title(line)]
        if at > start and (_table_of(para) != _table_of(paras[start]) or _ends_subject(own, found)):
            break
        anchors.append(para)
        found += [line for line in own if not _DASHES.match(line.text)]
    else:
        at += 1
    return found, [*anchors, *paras[at : at + 1]], at


def _table_of(para: Para) -> int | None:
    return para.cell.table if para.cell else None


def _ends_subject(own: list[Line], found: list[Line]) -> bool:
    """Say whether a paragraph stands below the trích yếu, whose lines so far are ``found``. Words and place tell:
    what stands first below the type name is the trích yếu however it is set."""
    if not own or _DASHES.match(own[0].text):
        return False
    line = own[0]
    titled = line.centred or line.bold
    if HEADING.match(line.text) or (_BASIS.match(line.folded) and not (line.centred and line.bold)):
        return True
    if not found:
        return not titled and _is_prose(line)
    if found[-1].centred:
        return not titled
    alike = line.bold == found[-1].bold and line.italic == found[-1].italic and line.sizes == found[-1].sizes
    goes_on = line.text[:1].islower() or line.text[:1].isdigit() or (line.bold and alike)
    return _ARABIC.match(line.text) is not None or not goes_on or found[-1].text.endswith((".", ";", ":"))


def _is_prose(line: Line) -> bool:
    """Say whether a line that is neither centred nor bold reads as text: opening, numbered item, sentences."""
    text = line.text
    if _ARABIC.match(text) or _ADDRESS.match(line.folded) or text.endswith((":", ";")) or len(text) > _SUBJECT_MOST:
        return True
    opens = _BASIS_TOO.match(line.folded) and (line.italic or _ACT_NUMBER.search(text))
    return bool(opens or _LINKING.search(line.folded) or _SENTENCES.search(text))


def _body_start(told: list[Para]) -> int:
    for wanted in (HEADING, _ARABIC):
        for at, para in enumerate(told):
            if wanted.match(para.shown):
                return at
    linked = [at for at, para in enumerate(told[:20]) if _LINKING.search(fold(para.text))]
    if linked:
        return linked[-1] + 1
    return next((at for at, para in enumerate(told) if not _is_basis(para)), len(told))


def _is_basis(para: Para) -> bool:
    text = fold(para.text)
    if text.endswith(":") or (_LINKING.search(text) and not text.endswith(";")):
        return False
    if _BASIS.match(text):
        return True
    looks = [run.look for run in para.runs if run.text.strip()]
    italic = bool(looks) and all(look.italic for look in looks)
    return bool(_BASIS_TOO.match(text)) and (italic or text.endswith(";"))


def _split_bases(before: list[Para]) -> tuple[list[Para], list[Para]]:
    count = next((at for at, para in enumerate(before) if not _is_basis(para)), len(before))
    return before[:count], before[count:]


def _blanks_inside(between: list[Para]) -> list[Para]:
    """Return the empty paragraphs with text before and behind them; those that carry a drawing are not empty, those
    of a hair's height no line."""
    told = [at for at, para in enumerate(between) if para.text]
    if not told:
        return []
    empty = [p for p in between[told[0] : told[-1]] if not p.text and not p.drawn and not p.page_break]
    return [p for p in empty if p.look.line is not None or p.look.line_pt > _HAIR_PT]
