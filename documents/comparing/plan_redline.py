"""A redline of two plans: both printed, paired by the ids of their nodes, the new one written with tracked changes."""

from __future__ import annotations

import copy
import io
import zipfile
from pathlib import Path

from lxml import etree

from documents.comparing.blocks import Blocks
from documents.comparing.runs import Runs
from documents.comparing.tracking import Tracker
from documents.files import XmlElement, open_zip, parse_xml
from documents.reading.docx_xml import W, child, value
from documents.rendering import render_docx
from documents.returning.shown import PREFIX
from plans.plan import Plan

DOCUMENT, FOOTNOTES = "word/document.xml", "word/footnotes.xml"
_OURS = Path("kehoach.docx")
_NO_CLOCK = (1980, 1, 1, 0, 0, 0)
_HIDDEN = (W + "bookmarkStart", W + "bookmarkEnd")


def plan_redline(old: Plan, new: Plan) -> bytes:
    """Return a DOCX whose tracked changes turn ``old`` into ``new``: without carried plan and bookmarks, the same
    bytes for the same pair."""
    pair = _Pair(_parts(render_docx(old)), _parts(render_docx(new)))
    parts = _parts(render_docx(new, issued=True))
    return _packed(parts | pair.merged())


class _Pair:
    """Two printed plans under comparison."""

    def __init__(self, old: dict[str, bytes], new: dict[str, bytes]) -> None:
        self._old, self._new = (_parsed(parts, DOCUMENT) for parts in (old, new))
        self._old_notes, self._new_notes = (_notes(_parsed(parts, FOOTNOTES)) for parts in (old, new))
        self._note_part = _parsed(new, FOOTNOTES)
        self._added: list[XmlElement] = []
        self._tracker = Tracker()
        runs = Runs(self._tracker, self._note_key, self._old_note)
        self._blocks = Blocks(self._tracker, runs, _break_style(self._new))

    def merged(self) -> dict[str, bytes]:
        """Return document and footnotes with tracked changes."""
        body, was = child(self._new, "body"), child(self._old, "body")
        if body is not None and was is not None:
            blocks = self._blocks.body(_blocks(was), _blocks(body))
            for item in _blocks(body):
                body.remove(item)
            for at, block in enumerate(blocks):
                body.insert(at, block)
        self._merge_notes()
        for root in (self._new, self._note_part):
            for mark in list(root.iter(*_HIDDEN)):
                _drop(mark)
        return {DOCUMENT: _bytes(self._new), FOOTNOTES: _bytes(self._note_part)}

    def _merge_notes(self) -> None:
        """Write what the notes of both say word by word, and add the notes that only deleted marks name."""
        before = {_node(note): note for note in self._old_notes.values() if _node(note)}
        for note in self._note_part.findall(W + "footnote"):
            was = before.get(_node(note))
            if was is not None and _node(note):
                merged = self._blocks.small(was.findall(W + "p"), note.findall(W + "p"))
                for paragraph in note.findall(W + "p"):
                    note.remove(paragraph)
                note.extend(merged)
        self._note_part.extend(self._added)
        self._order_notes()

    def _order_notes(self) -> None:
        """Number the notes in the order of their marks: LibreOffice takes them by their order, not by their number."""
        notes = _notes(self._note_part)
        for number, mark in enumerate(self._new.iter(W + "footnoteReference"), 1):
            note = notes.pop(value(mark, attribute="id") or "", None)
            if note is not None:
                self._note_part.append(note)
                note.set(W + "id", str(number))
                mark.set(W + "id", str(number))
        for note in notes.values():
            self._note_part.remove(note)

    def _note_key(self, number: str, is_old: bool) -> str:
        note = (self._old_notes if is_old else self._new_notes).get(number)
        return f"note {_node(note)}" if note is not None and _node(note) else f"note {number} {is_old}"

    def _old_note(self, number: str) -> str:
        """Return the number of a copy of the old note: a note has one mark, and this one's is deleted."""
        own = str(len(self._new_notes) + len(self._added) + 1)
        note = copy.deepcopy(self._old_notes[number])
        note.set(W + "id", own)
        self._added.append(note)
        return own


def _notes(root: XmlElement) -> dict[str, XmlElement]:
    """Return the printed notes by number."""
    return {
        value(note, attribute="id") or "": note
        for note in root.findall(W + "footnote")
        if value(note, attribute="type") is None
    }


def _node(note: XmlElement) -> str:
    """Return the bookmark of the note's node, "" where it has none (marked a second time)."""
    names = (value(item, attribute="name") or "" for item in note.iter(W + "bookmarkStart"))
    return next((name for name in names if name.startswith(PREFIX)), "")


def _break_style(document: XmlElement) -> str:
    """Return the style of the empty paragraph that the document begins with."""
    return value(child(next(document.iter(W + "p"), None), "pPr"), "pStyle") or ""


def _blocks(body: XmlElement) -> list[XmlElement]:
    return [item for item in body if item.tag in (W + "p", W + "tbl")]


def _parts(data: bytes) -> dict[str, bytes]:
    with open_zip(data, _OURS) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def _parsed(parts: dict[str, bytes], name: str) -> XmlElement:
    return parse_xml(parts[name], _OURS)


def _bytes(root: XmlElement) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            member = zipfile.ZipInfo(name, _NO_CLOCK)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, data)
    return target.getvalue()


def _drop(element: XmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
