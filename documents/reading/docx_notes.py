"""Footnotes and endnotes by the id that a Span names: "fn2" or "en1"."""

from __future__ import annotations

from documents.files import XmlElement
from documents.reading.docx_numbering import Counters
from documents.reading.docx_package import DocxPackage
from documents.reading.docx_story import StoryReader, joined
from documents.reading.docx_xml import W, value
from plans.text import RichText

_PARTS = (("footnotes", "footnote", "fn"), ("endnotes", "endnote", "en"))


def notes(package: DocxPackage) -> dict[str, XmlElement]:
    """Return every note of the package, the lines that Word draws above notes among them; no mark names those."""
    found: dict[str, XmlElement] = {}
    for part, name, prefix in _PARTS:
        root = package.related(part)
        for note in [] if root is None else root.findall(W + name):
            found[prefix + (value(note, attribute="id") or "")] = note
    return found


def note_texts(marked: list[str], found: dict[str, XmlElement], story: StoryReader) -> dict[str, RichText]:
    """Return the texts of the notes that are marked, in the order of their marks; a newline parts paragraphs."""
    counters = Counters()
    wanted = list(dict.fromkeys(marked))
    return {note: _unmarked(joined(line for line, _ in story.lines(found[note], counters))) for note in wanted}


def _unmarked(text: RichText) -> RichText:
    """Return the text of a note without marks of other notes, which Word does not allow there."""
    return RichText.join(span for span in text if not span.footnote)
