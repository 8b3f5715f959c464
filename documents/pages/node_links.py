"""The preview's copy of a DOCX: each run that a node's bookmark covers becomes a link named by that bookmark.

rdocx writes no destinations for bookmarks but a rectangle for every word of a link, in cells and letterhead too, so
the PDF of this copy says by itself which node stands where; no text has to be matched. Links without a character style
leave the layout as it is (tested). In footnotes rdocx writes no links: ``footnote_texts`` gives their words instead.
"""

from __future__ import annotations

import io
import zipfile
from itertools import groupby

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

LINK_SCHEME = "kh:"
"""What the address of our links starts with; the bookmark's name follows."""

BOOKMARK_PREFIX = "_kh"
"""What the names of the bookmarks of nodes start with."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_FOOTNOTES = "word/footnotes.xml"
_UNLINKED = {f"{_W}{name}" for name in ("drawing", "pict", "fldChar", "instrText")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
}


def with_node_links(docx: bytes) -> bytes:
    """Return the copy of ``docx`` with links; the same bytes where it has no bookmarks of ours.

    Raises zipfile.BadZipFile, KeyError or etree.XMLSyntaxError for what is no DOCX.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts[_DOCUMENT])
    names = _link_runs(root)
    if not names:
        return docx
    parts[_DOCUMENT] = etree.tostring(root, encoding="UTF-8", standalone=True)
    parts[_RELATIONS] = _with_targets(parts[_RELATIONS], names)
    copy = io.BytesIO()
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return copy.getvalue()


def footnote_texts(docx: bytes) -> list[tuple[str, str]]:
    """Return (bookmark, text) of each bookmarked footnote, in the order in which they are marked in the text."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        if _FOOTNOTES not in package.namelist():
            return []
        notes = etree.fromstring(package.read(_FOOTNOTES))
        marks = etree.fromstring(package.read(_DOCUMENT)).iter(f"{_W}footnoteReference")
        by_id = {note.get(f"{_W}id"): note for note in notes.iter(f"{_W}footnote")}
        marked = [by_id[mark.get(f"{_W}id")] for mark in marks if mark.get(f"{_W}id") in by_id]
    return [(name, _text(note)) for note in marked for name in _names(note)[:1]]


def _names(element: Element) -> list[str]:
    names = (start.get(f"{_W}name") or "" for start in element.iter(f"{_W}bookmarkStart"))
    return [name for name in names if name.startswith(BOOKMARK_PREFIX)]


def _text(element: Element) -> str:
    return " ".join(node.text or "" for node in element.iter(f"{_W}t"))


def _link_runs(root: Element) -> dict[str, str]:
    """Wrap the runs in place; return relationship id by bookmark name."""
    wanted: dict[str, str] = {}
    for paragraph, runs in _owned_runs(root):
        for name, group in groupby(runs, key=lambda owned: owned[1]):
            if name:
                relation = wanted.setdefault(name, f"rIdKh{len(wanted)}")
                _wrap(paragraph, [run for run, _ in group], relation)
    return wanted


def _owned_runs(root: Element) -> list[tuple[Element, list[tuple[Element, str]]]]:
    """Return each paragraph with its own runs and the bookmark each belongs to ("" for none)."""
    found: list[tuple[Element, list[tuple[Element, str]]]] = []
    still_open: dict[str, str] = {}
    for paragraph in root.iter(f"{_W}p"):
        own = _names_among(paragraph)
        runs: list[tuple[Element, str]] = []
        here = ""
        for child in paragraph:
            if child.tag == f"{_W}bookmarkStart" and (child.get(f"{_W}name") or "").startswith(BOOKMARK_PREFIX):
                here = child.get(f"{_W}name") or ""
                still_open[child.get(f"{_W}id") or ""] = here
            elif child.tag == f"{_W}bookmarkEnd":
                still_open.pop(child.get(f"{_W}id") or "", None)
            elif child.tag == f"{_W}r":
                owner = here or (own[0] if own else next(reversed(still_open.values()), ""))
                runs.append((child, "" if _is_unlinked(child) else owner))
        found.append((paragraph, runs))
    return found


def _names_among(paragraph: Element) -> list[str]:
    names = (child.get(f"{_W}name") or "" for child in paragraph if child.tag == f"{_W}bookmarkStart")
    return [name for name in names if name.startswith(BOOKMARK_PREFIX)]


def _is_unlinked(run: Element) -> bool:
    return any(child.tag in _UNLINKED for child in run)


def _wrap(paragraph: Element, runs: list[Element], relation: str) -> None:
    """Put each stretch of neighbouring runs into one link."""
    link: Element | None = None
    for run in runs:
        before = run.getprevious()
        if link is None or before is not link:
            link = etree.Element(f"{_W}hyperlink", {f"{_R}id": relation})
            paragraph.insert(paragraph.index(run), link)
        link.append(run)


def _with_targets(relations: bytes, names: dict[str, str]) -> bytes:
    root = etree.fromstring(relations)
    for name, relation in names.items():
        etree.SubElement(
            root, _RELATIONSHIP, Id=relation, Type=_HYPERLINK, Target=f"{LINK_SCHEME}{name}", TargetMode="External"
        )
    return etree.tostring(root, encoding="UTF-8", standalone=True)
