"""What the looks of unlabelled lines tell: headings by capitals, bold or words, captions of tables, label lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from documents.reading.text_labels import LabelKind
from documents.reading.text_openers import MOTTO, NATION
from documents.recognition.headings import run_in_colon
from documents.recognition.items import Item
from documents.recognition.prose import word_count
from documents.recognition.roles import role_of
from documents.recognition.units import split_unit

_TITLE_WORDS = re.compile(
    r"(?:thời gian|địa điểm|thành phần|đối tượng|phạm vi|quan điểm|nguyên tắc|phương châm|hình thức|quy mô|khen thưởng|"
    r"phần (?:lễ|hội)|các bước|hạn chế|tồn tại|thuận lợi|khó khăn|nguyên nhân)(?!\w)",
    re.IGNORECASE,
)
"""How short titles begin that name no role of a section."""

_UPPER_KINDS = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.UPPER, LabelKind.ROMAN)


@dataclass(frozen=True, slots=True)
class Looks:
    """What is usual in a document. bold_headings: its numbered headings are set in bold; unlabelled: its lower labels
    were lost, so that titles are known by their words."""

    bold_headings: bool
    unlabelled: bool


def looks_of(items: list[Item], *, by_words: bool) -> Looks:
    """Return what is usual among ``items``; by_words: titles may be known by their words at all."""
    numbered = [item for item in items if item.is_numbered]
    bold = sum(item.bold for item in numbered)
    return Looks(
        bold_headings=bold >= 3 and bold >= 0.3 * len(numbered),
        unlabelled=by_words and not any(map(_is_low_label, items)),
    )


def _is_low_label(item: Item) -> bool:
    return item.is_numbered and item.label is not None and item.label.kind not in _UPPER_KINDS


def speaks_as_heading(item: Item, following: Item | None) -> bool:
    """In a source whose labels were lost: a short line over text, by its words a section's or a unit's title."""
    if item.label or not item.plain or item.closed or following is None or following.is_numbered:
        return False
    title = item.plain.rstrip(" :")
    if run_in_colon(title) is not None:
        return False
    if _TITLE_WORDS.match(title) and word_count(title) <= 8:
        return True
    return word_count(title) <= 12 and (role_of(title) is not None or split_unit(title) is not None)


def is_caption(item: Item, following: Item | None) -> bool:
    """A bold or centred line right above a table is the table's title, unless it is in capitals as sections are."""
    if following is None or not following.is_table or item.label or item.is_table or not item.plain:
        return False
    set_off = item.bold or item.block.align == "center"
    return set_off and not item.caps and item.block.outline is None and word_count(item.plain) <= 40


def is_label_line(item: Item, following: Item | None) -> bool:
    """A "*" line titles what follows when it is short; a long sentence is a bullet."""
    text = item.plain.rstrip()
    if text.endswith(":"):
        return word_count(text) <= 60
    if run_in_colon(text) is not None and word_count(text.split(":")[0]) <= 12:
        below = following.label if following is not None and following.is_bullet else None
        return not item.closed or (below is not None and below.kind is not LabelKind.STAR)
    return word_count(text) <= 20 and not item.closed and following is not None and not following.is_numbered


def is_unlabelled_heading(item: Item, following: Item | None) -> bool:
    """Say whether a line without label titles what follows, by capitals, bold or Word's outline."""
    if item.label is not None or item.is_table or not item.plain:
        return False
    words = word_count(item.plain)
    ends = item.plain.rstrip()[-1:]
    if item.block.outline is not None:
        return words <= 40
    if NATION.search(item.plain) or MOTTO.search(item.plain):
        return False
    if item.caps:
        return 2 <= words <= 25 and ends not in ".;," and following is not None
    if not item.bold or words > 25:
        return False
    return ends not in ".;," or words <= 12
