"""Two documents under comparison, part by part: the new one's contents written with tracked changes."""

from __future__ import annotations

import copy
from dataclasses import dataclass

from documents.comparing.blocks import Blocks, Untold
from documents.comparing.runs import Runs
from documents.comparing.styles import default_style, keep_old_styles, use_styles
from documents.comparing.tracking import Tracker
from documents.files import XmlElement
from documents.reading.docx_text import words
from documents.reading.docx_xml import W, child, value
from documents.returning.shown import PREFIX
from resources.texts import gettext as _

HIDDEN = (W + "bookmarkStart", W + "bookmarkEnd")


@dataclass(frozen=True, kw_only=True)
class Roots:
    """The parts of one document that are compared; they are changed in place. styles and notes (its footnotes): None
    where it has none."""

    document: XmlElement
    styles: XmlElement | None
    notes: XmlElement | None


class Pair:
    """Compares two documents. ``merged`` leaves the new one's parts with tracked changes; afterwards both are spent."""

    def __init__(self, old: Roots, new: Roots) -> None:
        self._old, self._new, self._note_part = old.document, new.document, new.notes
        if old.styles is not None and new.styles is not None:
            names = keep_old_styles(old.styles, new.styles)
            for root in (old.document, old.notes):
                if root is not None:
                    use_styles(root, names, default_style(old.styles))
        self._old_notes, self._new_notes = _notes(old.notes), _notes(copy.deepcopy(new.notes))
        self._added: list[XmlElement] = []
        self._tracker = Tracker()
        runs = Runs(self._tracker, self._note_key, self._old_note)
        self._blocks = Blocks(self._tracker, runs, _break_style(self._new))

    def merge(self) -> None:
        """Write the changes into the new document and its notes, both without bookmarks. Raises Untold."""
        body, was = child(self._new, "body"), child(self._old, "body")
        if body is not None and was is not None:
            blocks = self._blocks.body(_blocks(was), _blocks(body))
            for item in _blocks(body):
                body.remove(item)
            for at, block in enumerate(blocks):
                body.insert(at, block)
            last, former = child(body, "sectPr"), child(was, "sectPr")
            if last is not None and former is not None:
                self._tracker.section(last, former)
        self._merge_notes()
        for root in (self._new, self._note_part):
            for mark in [] if root is None else list(root.iter(*HIDDEN)):
                drop(mark)

    def _merge_notes(self) -> None:
        """Write what the notes of both say word by word, and add the notes that only deleted marks name."""
        part = self._note_part
        if part is None:
            return
        before = {_identity(note): note for note in self._old_notes.values()}
        for note in part.findall(W + "footnote"):
            was = before.get(_identity(note))
            if was is None or value(note, attribute="type") is not None:
                continue
            merged = self._blocks.small(was.findall(W + "p"), note.findall(W + "p"))
            for paragraph in note.findall(W + "p"):
                note.remove(paragraph)
            note.extend(merged)
        part.extend(self._added)
        self._order_notes(part)

    def _order_notes(self, part: XmlElement) -> None:
        """Number the notes in the order of their marks: LibreOffice takes them by their order, not by their number."""
        notes = _notes(part)
        for number, mark in enumerate(self._new.iter(W + "footnoteReference"), 1):
            note = notes.pop(value(mark, attribute="id") or "", None)
            if note is not None:
                part.append(note)
                note.set(W + "id", str(number))
                mark.set(W + "id", str(number))
        for note in notes.values():
            part.remove(note)

    def _note_key(self, number: str, is_old: bool) -> str:
        note = (self._old_notes if is_old else self._new_notes).get(number)
        return f"note {_identity(note)}" if note is not None else f"note {number} {is_old}"

    def _old_note(self, number: str) -> str:
        """Return the number of a copy of the old note: a note has one mark, and this one's is deleted."""
        if self._note_part is None or number not in self._old_notes:
            raise Untold(_("bản mới không còn phần chú thích"))
        taken = [int(known) for known in self._new_notes if known.isdigit()]
        own = str(max(taken, default=0) + len(self._added) + 1)
        note = copy.deepcopy(self._old_notes[number])
        note.set(W + "id", own)
        self._added.append(note)
        return own


def drop(element: XmlElement) -> None:
    """Take an element out of what holds it."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _notes(root: XmlElement | None) -> dict[str, XmlElement]:
    """Return the printed notes by number."""
    found = [] if root is None else root.findall(W + "footnote")
    return {value(note, attribute="id") or "": note for note in found if value(note, attribute="type") is None}


def _identity(note: XmlElement) -> str:
    """Return the bookmark of the note's node; where it has none (another program's, or marked a second time) what it
    says."""
    names = (value(item, attribute="name") or "" for item in note.iter(W + "bookmarkStart"))
    return next((name for name in names if name.startswith(PREFIX)), " ".join(words(note).split()))


def _break_style(document: XmlElement) -> str:
    """Return the style of the empty paragraph that the document begins with."""
    return value(child(next(document.iter(W + "p"), None), "pPr"), "pStyle") or ""


def _blocks(body: XmlElement) -> list[XmlElement]:
    return [item for item in body if item.tag in (W + "p", W + "tbl")]
