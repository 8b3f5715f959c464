"""The copies of a DOCX that are laid out: for the PDF adapted to what rdocx can do, for the preview linked too.

In the preview's copy each run that a node's bookmark covers is a link named by that bookmark.

rdocx writes no destinations for bookmarks but a rectangle for every word of a link, in cells and letterhead too, so
the PDF of this copy says by itself which node stands where; no text has to be matched. Links without a character style
leave the layout as it is (tested). In footnotes rdocx writes no links: ``footnote_texts`` gives their words instead.
"""

from __future__ import annotations

import copy
import io
import zipfile
from contextlib import closing
from itertools import groupby

from lxml import etree
from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

from documents.pages.adapting import adapt
from documents.pages.bookmarks import LINK_SCHEME
from documents.pages.carried_tree import CarriedTree, carried_tree
from documents.pages.owners import Owners, W, node_bookmarks
from documents.pages.paragraphs import Looks
from documents.pages.pdf_pages import PdfPages
from documents.pages.table_breaks import TRIES, Places, cut_tables, doubtful, is_right, mark_rows
from documents.pages.typesetting import write_pdf

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_DOCUMENT = "word/document.xml"
_RELATIONS = "word/_rels/document.xml.rels"
_FOOTNOTES = "word/footnotes.xml"
_STYLES = "word/styles.xml"
_TYPES = "[Content_Types].xml"
_CARRIED = "customXml/"
_UNLINKED = {f"{W}{name}" for name in ("drawing", "pict", "fldChar", "instrText")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
}


def adapted(docx: bytes) -> bytes:
    """Return the copy of ``docx`` that rdocx can lay out whole; the same bytes where it can as it is.

    Raises zipfile.BadZipFile, KeyError or etree.XMLSyntaxError for what is no DOCX.
    """
    parts = _read(docx)
    root = etree.fromstring(parts[_DOCUMENT])
    laid = _with_broken_tables(parts, root)
    if not adapt(laid, parts.get(_STYLES)) and laid is root:
        return docx
    parts[_DOCUMENT] = etree.tostring(laid, encoding="UTF-8", standalone=True)
    return _written(parts)


def with_node_links(docx: bytes) -> bytes:
    """Return the adapted copy of ``docx`` with links; without, where nothing in it belongs to a node.

    Raises as ``adapted``.
    """
    parts = _read(docx)
    root = etree.fromstring(parts[_DOCUMENT])
    tree = carried_tree(parts)
    if not tree.is_carried and not node_bookmarks(root):
        return adapted(docx)
    root = _with_broken_tables(parts, root)
    names = _link_runs(root, tree)
    _drop_bookmarks(root)
    adapt(root, parts.get(_STYLES))
    parts[_DOCUMENT] = etree.tostring(root, encoding="UTF-8", standalone=True)
    parts[_RELATIONS] = _with_targets(parts[_RELATIONS], names)
    parts[_TYPES] = _without_carried(parts[_TYPES], "PartName")
    return _written({name: data for name, data in parts.items() if not name.startswith(_CARRIED)})


def _with_broken_tables(parts: dict[str, bytes], root: Element) -> Element:
    """Return ``w:document`` with the tables cut where a layout says they must be; itself where none is."""
    body = root.find(f"{W}body")
    if body is None or _FOOTNOTES not in parts or not doubtful(body):
        return root
    looks = Looks(etree.fromstring(parts[_STYLES]) if _STYLES in parts else None)
    notes = {note.get(f"{W}id") or "": note for note in etree.fromstring(parts[_FOOTNOTES]).iter(f"{W}footnote")}
    places = _row_places(parts, root)
    for free in TRIES:
        tried = copy.deepcopy(root)
        inside = tried[0]
        if not cut_tables(inside, places, notes, looks, free):
            return root
        if is_right(inside, _row_places(parts, tried)):
            return tried
    return root


def _row_places(parts: dict[str, bytes], root: Element) -> Places:
    """Lay out a copy in which the rows of doubtful tables are linked; return where they stand."""
    probe, relations = copy.deepcopy(root), dict[str, str]()
    for body in probe.iterfind(f"{W}body"):
        mark_rows(body, lambda run, name: _wrap([run], relations.setdefault(name, f"rIdRow{len(relations)}")))
    adapt(probe, parts.get(_STYLES))
    marked = {**parts, _DOCUMENT: etree.tostring(probe, encoding="UTF-8", standalone=True)}
    marked[_RELATIONS] = _with_targets(parts[_RELATIONS], relations)
    with closing(PdfPages(write_pdf(_written(marked)))) as pages:
        boxes = pages.link_boxes()
    places: Places = {}
    for box in boxes:
        places.setdefault(box.bookmark, box)
    return places


def _read(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _written(parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data)  # no clock in it: the same bytes each time
    return made.getvalue()


def linked_tree(docx: bytes) -> CarriedTree:
    """Return what the carried plan of a DOCX says about its nodes."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return carried_tree({name: package.read(name) for name in package.namelist() if name.startswith("customXml/")})


def footnote_texts(docx: bytes) -> list[tuple[str, str]]:
    """Return (bookmark, text) of each bookmarked footnote, in the order in which they are marked in the text."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        if _FOOTNOTES not in package.namelist():
            return []
        notes = etree.fromstring(package.read(_FOOTNOTES))
        marks = etree.fromstring(package.read(_DOCUMENT)).iter(f"{W}footnoteReference")
        by_id = {note.get(f"{W}id"): note for note in notes.iter(f"{W}footnote")}
        marked = [by_id[mark.get(f"{W}id")] for mark in marks if mark.get(f"{W}id") in by_id]
    return [(name, _text(note)) for note in marked for name in node_bookmarks(note)[:1]]


def _text(element: Element) -> str:
    return " ".join(node.text or "" for node in element.iter(f"{W}t"))


def _link_runs(root: Element, tree: CarriedTree) -> dict[str, str]:
    """Wrap the runs in place; return relationship id by bookmark name."""
    wanted: dict[str, str] = {}
    for _, runs in list(Owners(tree).paragraphs(root)):
        for name, group in groupby(runs, key=lambda owned: owned[1]):
            linked = [run for run, _ in group if not _is_unlinked(run)]
            if name and linked:
                relation = wanted.setdefault(name, f"rIdKh{len(wanted)}")
                _wrap(linked, relation)
    return wanted


def _is_unlinked(run: Element) -> bool:
    return not _UNLINKED.isdisjoint([child.tag for child in run])


def _wrap(runs: list[Element], relation: str) -> None:
    """Put each stretch of neighbouring runs into one link."""
    link: Element | None = None
    for run in runs:
        before = run.getprevious()
        if link is None or before is not link:
            link = etree.Element(f"{W}hyperlink", {f"{_R}id": relation})
            run.addprevious(link)
        link.append(run)


def _drop_bookmarks(root: Element) -> None:
    """The links have taken their place; with the carried plan gone too, the copy opens as fast as the bare file."""
    for mark in list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
        holder = mark.getparent()
        if holder is not None:
            holder.remove(mark)


def _without_carried(xml: bytes, attribute: str) -> bytes:
    root = etree.fromstring(xml)
    for entry in list(root):
        if _CARRIED in (entry.get(attribute) or ""):
            root.remove(entry)
    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _with_targets(relations: bytes, names: dict[str, str]) -> bytes:
    root = etree.fromstring(_without_carried(relations, "Target"))
    for name, relation in names.items():
        etree.SubElement(
            root, _RELATIONSHIP, Id=relation, Type=_HYPERLINK, Target=f"{LINK_SCHEME}{name}", TargetMode="External"
        )
    return etree.tostring(root, encoding="UTF-8", standalone=True)
