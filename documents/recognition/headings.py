"""Is a labelled line a heading, a heading that runs into its text, or a numbered paragraph?

A heading titles what follows; a numbered paragraph is followed by its sibling or by something above it. Sentences
may be headings, so length alone decides nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from documents.reading.text_labels import UPPERCASE, LabelKind
from documents.recognition.items import Item
from documents.recognition.prose import sentences, word_count
from documents.recognition.units import leading_unit, split_unit

LONGEST_TITLE = 60
"""Words; a labelled paragraph longer than this is no heading unless labelled lines stand below it."""

_LONGEST_RUN_IN = 18
_UPPER = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.UPPER, LabelKind.ROMAN)
_LONGEST_STOPPED = 5
_STOP = re.compile(rf"(?<=[^\W\d_]{{2}})\.\s+(?=[{UPPERCASE}“\"])")
_COLON = re.compile(r":\s+(?=\S)")
_NUMBERED_WORDS = re.compile(r"(?:^|\s)(?:số|ngày|lúc|từ|hồi)\s*$", re.IGNORECASE)


class Form(Enum):
    """How a labelled line is to be taken."""

    HEADING = auto()
    RUN_IN = auto()
    PARAGRAPH = auto()


@dataclass(frozen=True, slots=True)
class Following:
    """What comes after a labelled line. deeper: a numbered label of a lower level; content: a bullet, a table or an
    unlabelled paragraph; prose: that content is an unlabelled paragraph."""

    deeper: bool = False
    content: bool = False
    prose: bool = False


def run_in_colon(text: str) -> int | None:
    """Return the place of the colon that ends a run-in title, None where there is none."""
    match = _COLON.search(text)
    if not match or match.start() == 0:
        return None
    title, rest = text[: match.start()], text[match.end() :]
    if word_count(title) > _LONGEST_RUN_IN and split_unit(title) is None:
        return None
    if re.search(r"[.;!?]\s", title) or word_count(rest) < 2:
        return None
    return match.start()


def first_stop(text: str) -> int | None:
    """Return the place of the full stop behind a title of a few words ("Độ tuổi. Công dân nam …"), None for none."""
    match = _STOP.search(text)
    return match.start() if match and word_count(text[: match.start()]) <= _LONGEST_STOPPED else None


def is_upper(text: str) -> bool:
    """Say whether what stands behind a colon begins as a sentence does."""
    rest = text.lstrip(" :")
    return rest[:1].isupper() or rest[:1].isdigit()


def form_of(item: Item, following: Following, *, bold_headings: bool) -> Form:
    """Return how the labelled ``item`` is to be taken. bold_headings: the source sets its headings in bold."""
    text = item.plain
    colon = run_in_colon(text)
    if (item.block.outline is not None or item.caps) and word_count(text) <= LONGEST_TITLE:
        long_rest = colon is not None and item.closed and word_count(text[colon:]) > 6
        return Form.RUN_IN if long_rest else Form.HEADING
    if colon is not None and _runs_in(item, colon, following):
        return Form.RUN_IN
    if item.bold and word_count(text) <= 2 * LONGEST_TITLE:
        return Form.HEADING
    if following.deeper or text.rstrip().endswith(":"):
        return Form.HEADING
    if item.closed and leading_unit(text) is not None:
        return Form.PARAGRAPH
    if word_count(text) > LONGEST_TITLE or (item.closed and sentences(text) > 1):
        return Form.PARAGRAPH
    if bold_headings and item.closed and word_count(text) > 12:
        return Form.PARAGRAPH
    if following.prose and item.closed and word_count(text) > 30:
        return Form.PARAGRAPH
    if following.content:
        return Form.HEADING
    return _alone(item)


def _runs_in(item: Item, colon: int, following: Following) -> bool:
    title, rest = item.plain[:colon], item.plain[colon + 1 :].strip()
    if following.deeper and not item.closed:
        return False
    if item.bold:
        return word_count(rest) > 6 and item.closed
    if split_unit(title) is not None:
        return True
    if item.label is not None and item.label.kind in _UPPER:
        return item.closed
    if not (rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in '“"≥>') and word_count(title) > 4:
        return False
    return item.closed or not following.content or word_count(title) <= 8


def _alone(item: Item) -> Form:
    """A labelled line with nothing below it is an item of a list; only the upper levels have empty headings."""
    upper = item.label is not None and item.label.kind in _UPPER
    return Form.HEADING if upper and not item.closed and word_count(item.plain) <= 14 else Form.PARAGRAPH
