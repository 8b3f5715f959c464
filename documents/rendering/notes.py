"""Footnotes as real Word footnotes: numbered in the order of their marks, each item of a note in its own paragraph."""

from __future__ import annotations

import re

from documents.rendering import wml
from plans.nodes import Footnote
from plans.plan import Plan

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_EMPTY_PART = (
    f'{_HEAD}<w:footnotes xmlns:w="{_MAIN}"><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r>'
    '</w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote></w:footnotes>"
)


def with_footnotes(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return a template's parts with one for footnotes: LibreOffice drops it from a template that has no notes."""
    added = {
        "[Content_Types].xml": (
            "</Types>",
            f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}"/></Types>',
        ),
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rIdNotes" Type="{_KIND}" Target="footnotes.xml"/></Relationships>',
        ),
    }
    found = dict(parts)
    for name, (end, row) in added.items():
        found[name] = parts[name].decode("utf-8").replace(end, row).encode("utf-8")
    return found | {"word/footnotes.xml": _EMPTY_PART.encode("utf-8")}


class Notes:
    """Collects the notes as their marks are printed; a note marked twice is printed at each mark."""

    def __init__(self, plan: Plan, text_style: str, mark_style: str, bookmarks: wml.Bookmarks) -> None:
        self._known = {node.id: node for node in plan.footnotes.children if isinstance(node, Footnote)}
        self._text_style, self._mark_style = text_style, mark_style
        self._bookmarks = bookmarks
        self._printed: list[str] = []

    def mark(self, note_id: str) -> str:
        """Return the run with the mark of a note; "" for a note the plan does not have."""
        note = self._known.get(note_id)
        if note is None:
            return ""
        number = len(self._printed) + 1
        self._printed.append(self._note(number, note))
        return f'<w:r><w:rPr><w:rStyle w:val="{self._mark_style}"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'

    def part(self, model: str) -> str:
        """Return footnotes.xml: the template's part ``model`` with the printed notes after its separators."""
        kept = re.sub(r"<w:footnote\b(?![^>]*w:type=)(?:(?!</w:footnote>).)*</w:footnote>", "", model, flags=re.DOTALL)
        return kept.replace("</w:footnotes>", "".join(self._printed) + "</w:footnotes>")

    def _note(self, number: int, note: Footnote) -> str:
        mark = f'<w:r><w:rPr><w:rStyle w:val="{self._mark_style}"/></w:rPr><w:footnoteRef/></w:r>{wml.run(" ")}'
        items = _items(note)
        first = mark + self._bookmarks.around(note.id, items[0])
        paragraphs = [wml.paragraph(self._text_style, content) for content in (first, *items[1:])]
        return f'<w:footnote w:id="{number}">{"".join(paragraphs)}</w:footnote>'


def _items(note: Footnote) -> list[str]:
    """Return the runs of each line of a note; marks inside a note are not printed."""
    plain = note.text.plain
    items: list[str] = []
    at = 0
    for line in plain.split("\n"):
        part = note.text.slice(at, at + len(line)) if line else None
        items.append("".join(wml.styled_run(span) for span in part if not span.footnote) if part else "")
        at += len(line) + 1
    return [item for item in items if item] or [""]
