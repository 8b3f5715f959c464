"""Lines that tell a part of a task ("Chủ trì: Phòng A", "Thời hạn: Quý II") in any of the wordings offices use."""

from __future__ import annotations

import re

from documents.recognition.items import one_line
from documents.recognition.vocabulary import PART_WORDINGS, PEOPLE, alternatives
from plans.nodes import Bullet, Paragraph
from plans.text import RichText

_WHO = rf"(?:(?:{alternatives(PEOPLE)}|cơ quan, đơn vị)\s+)?"
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (key, re.compile(rf"^{_WHO if key in ('lead', 'advisers', 'coordinating') else ''}(?:{pattern})$", re.IGNORECASE))
    for key, pattern in ((key, alternatives(wordings)) for key, wordings in PART_WORDINGS.items())
)


def part_of(text: str) -> tuple[str, str, str] | None:
    """Return key, wording and value of a line that tells a part ("Chủ trì: Phòng A" gives "lead", …)."""
    head, colon, rest = text.partition(":")
    title = one_line(head).strip(" .")
    if len(title.split()) > 8 or (not colon and len(text.split()) > 6):
        return None
    for key, pattern in _PARTS:
        if pattern.match(title):
            return key, title, rest.strip()
    return None


def stop_removed_text(text: str) -> str:
    """Return plain text without its closing mark."""
    return one_line(text).rstrip(" ;,") if text.rstrip().endswith("...") else re.sub(r"[\s;.,]+$", "", one_line(text))


def several_parts(child: Bullet | Paragraph) -> list[Paragraph]:
    """Return the parts that one line tells ("Chủ trì: A; phối hợp: B; thời gian: Quý I") as lines, [] for one."""
    if child.children:
        return []
    pieces: list[str] = []
    for piece in re.split(r"(?<=[;.])\s+", child.text.plain):
        if pieces and part_of(piece) is None:
            pieces[-1] = f"{pieces[-1]} {piece}"
        else:
            pieces.append(piece)
    told = [piece for piece in pieces if part_of(piece) is not None]
    return [Paragraph(text=RichText.of(piece)) for piece in pieces] if len(told) >= 2 else []
