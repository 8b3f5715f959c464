"""The small pieces a head or an end is made of: table cells, lines, columns parted by runs of blanks or pipes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from documents.reading.blocks import Block
from documents.reading.text_labels import UPPERCASE
from documents.reading.text_openers import AUTHORITY, MOTTO, NATION, RECIPIENTS, is_office

_SIGNING = re.compile(
    rf"(?<=[:;.,*])\s+(?=(?:(?:TM|T/M|KT|K/T|TL|TUQ)\s?\.\s*|(?:T/M|K/T)\s+)[{UPPERCASE}]{{2}}|"
    r"(?:QUYỀN\s+|Q\.\s*|PHÓ\s+)?(?:CHỦ TỊCH|TRƯỞNG (?:PHÒNG|BAN|CÔNG AN|TRẠM|ĐOÀN)|BÍ THƯ|GIÁM ĐỐC|HIỆU TRƯỞNG|"
    rf"CHÁNH VĂN PHÒNG|CHỈ HUY TRƯỞNG|TRẠM TRƯỞNG|THỦ TRƯỞNG)(?:\s[{UPPERCASE},\- ]+)?$|"
    r"\(?(?:[Đđ]ã ký|[Kk]ý tên|[Kk]ý,)[^;]*$)"
)
"""Where the signature begins in a line that it shares with the recipients."""

_LISTED = re.compile(r"(?<=[;,.])\s+(?=[-–+]\s*\w)")
"""Between recipients that stand on one line."""

_COLUMNS = re.compile(r"\t+|\s?\|\s?|\s{3,}")
_BLANKS = re.compile(r"(?:(?<=ngày)|(?<=tháng)|(?<=năm)|(?<=[Ss]ố:)|(?<=SỐ:))\s{2,}(?=tháng|năm|\d|/)")
_INSIDE = (
    re.compile(r"(?<=\S)\s+(?=CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI)", re.IGNORECASE),
    re.compile(r"(?<=\S)\s+(?=Độc\s+lập\s*[-–—]\s*Tự\s+do)", re.IGNORECASE),
    re.compile(r"(?<=VIỆT NAM)\s+(?=\S)"),
    re.compile(r"(?<=Hạnh phúc)\s+(?=\S)", re.IGNORECASE),
)


def head_fragments(block: Block) -> list[str]:
    """Return the pieces of a head's block, top to bottom and left to right."""
    pieces = [piece for line in _lines(block) for piece in _COLUMNS.split(_BLANKS.sub(" ", line))]
    for pattern in _INSIDE:
        pieces = [part for piece in pieces for part in pattern.split(piece)]
    return [piece.strip() for piece in pieces if piece.strip()]


def end_fragments(block: Block) -> list[str]:
    """Return the pieces of an end's block; columns of a table come one after the other."""
    pieces = [piece for line in _lines(block) for piece in _COLUMNS.split(line)]
    parted = [part for piece in pieces for part in _part_authority(piece)]
    return [piece.strip() for piece in parted if piece.strip()]


def _part_authority(piece: str) -> Iterator[str]:
    """Part "Nơi nhận: TM. ỦY BAN NHÂN DÂN", "- UBND tỉnh; CHỦ TỊCH" and "- Các thôn; (Đã ký)"."""
    match = None if AUTHORITY.match(piece) or is_office(piece) else _SIGNING.search(piece)
    if match:
        yield from _part_authority(piece[: match.start()])
        yield piece[match.end() :]
        return
    heading = RECIPIENTS.match(piece)
    rest = piece[heading.end() :].lstrip(" :*") if heading else ""
    if heading and rest.startswith(("-", "+", "–")):
        yield piece[: len(piece) - len(rest)]
        yield from _LISTED.split(rest)
        return
    yield from _LISTED.split(piece) if piece.startswith(("-", "+", "–")) else (piece,)


def _lines(block: Block) -> Iterator[str]:
    if block.rows is None:
        yield from block.text.plain.split("\n")
        return
    columns = max((len(row) for row in block.rows), default=0)
    for column in range(columns):
        for row in block.rows:
            if column < len(row):
                yield from row[column].text.plain.split("\n")


def has_nation(block: Block) -> bool:
    """Say whether Quốc hiệu or Tiêu ngữ stands in the block."""
    text = " ".join(_lines(block))
    return bool(NATION.search(text) or MOTTO.search(text))


def all_text(block: Block) -> str:
    """Return the block's characters, lines kept."""
    return "\n".join(_lines(block))
