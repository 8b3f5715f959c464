"""Footnotes that an editor copied: LibreOffice 7.4 opens a DOCX with a comment before a note so that this note shows
the text of the one before it, each later one that of its forerunner, and the last text is gone.

Nobody wrote that. Where a document shows as many notes as were printed, some text more often than it was printed and
none that is new, each note keeps the text that was printed at its place.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from enum import Enum

from documents.returning.shown import Note, Shown


class Copied(Enum):
    """Whether notes were copied; RESTORED: they have their own texts again, UNSURE: it can't be told which."""

    NO = 0
    RESTORED = 1
    UNSURE = 2


def with_own_notes(printed: Shown, edited: Shown) -> tuple[Shown, Copied]:
    """Return ``edited`` with each copied note as it was printed, and what was found."""
    was, now = _texts(printed), _texts(edited)
    too_often = {text for text, count in Counter(now).items() if count > was.count(text) > 0}
    if not too_often or not set(was) - set(now):
        return edited, Copied.NO
    if len(was) != len(now) or set(now) - set(was):
        return edited, Copied.UNSURE
    own: dict[str, Note] = dict(zip(edited.notes, printed.notes.values(), strict=True))
    return replace(edited, notes=own), Copied.RESTORED


def _texts(shown: Shown) -> list[str]:
    return [" ".join(note.text.plain.split()) for note in shown.notes.values()]
