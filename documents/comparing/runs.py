"""Two paragraphs as one with tracked changes, word by word."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from lxml import etree

from documents.comparing.tracking import Tracker
from documents.files import XmlElement
from documents.reading.docx_xml import MC, WP, W, child, local, value

LEAST_ALIKE = 0.25
"""Share of the words two texts must have in common, lest the change be shown as one deletion and one insertion."""

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DRAWN = frozenset({W + "drawing", W + "pict", MC + "AlternateContent"})


@dataclass(frozen=True, slots=True)
class Atom:
    """The smallest thing that changes as a whole: a word, a sign, a mark of a note, a drawing.

    key: what makes two of them the same; text: of a word, None for other things, which are ``element``; looks: the
    run's properties as XML.
    """

    key: tuple[str, str, bytes]
    text: str | None
    element: XmlElement | None
    looks: bytes


class Runs:
    """Compares the runs of paragraphs. note_key: what identifies the note of a reference on either side; old_note:
    gives the old note of a deleted reference a number of its own."""

    def __init__(self, tracker: Tracker, note_key: Callable[[str, bool], str], old_note: Callable[[str], str]) -> None:
        self._tracker = tracker
        self._note_key = note_key
        self._old_note = old_note

    def merged(self, old: XmlElement, new: XmlElement) -> XmlElement:
        """Return ``new`` with what ``old`` said otherwise as deletions."""
        before, after = self._atoms(old, is_old=True), self._atoms(new, is_old=False)
        found = _emptied(new)
        for tag, i, i_end, j, j_end in _steps(before, after):
            if tag == "equal":
                found.extend(_written(after[j:j_end], deleted=False))
                continue
            self._tracked(found, before[i:i_end], "del")
            self._tracked(found, after[j:j_end], "ins")
        self._tracker.properties(found, old)
        return found

    def whole(self, paragraph: XmlElement, name: str) -> XmlElement:
        """Return the paragraph with all it says inserted ("ins") or deleted ("del"); its mark is left alone."""
        found = _emptied(paragraph)
        self._tracked(found, self._atoms(paragraph, is_old=name == "del"), name)
        return found

    def _tracked(self, paragraph: XmlElement, atoms: list[Atom], name: str) -> None:
        if not atoms:
            return
        mark = self._tracker.mark(name)
        for run in _written(atoms, deleted=name == "del"):
            if name == "del":
                self._renumber(run)
            mark.append(run)
        paragraph.append(mark)

    def _renumber(self, run: XmlElement) -> None:
        for reference in run.iter(W + "footnoteReference"):
            reference.set(W + "id", self._old_note(value(reference, attribute="id") or ""))

    def _atoms(self, paragraph: XmlElement, *, is_old: bool) -> list[Atom]:
        return [atom for run in paragraph.iter(W + "r") for atom in self._of_run(run, is_old=is_old)]

    def _of_run(self, run: XmlElement, *, is_old: bool) -> Iterator[Atom]:
        properties = child(run, "rPr")
        looks = b"" if properties is None else etree.tostring(properties, method="c14n", exclusive=True)
        for item in run:
            if item.tag == W + "rPr":
                continue
            if item.tag == W + "t":
                yield from (Atom(("t", word, looks), word, None, looks) for word in _WORDS.findall(item.text or ""))
                continue
            said = local(item)
            if said == "footnoteReference":
                said = self._note_key(value(item, attribute="id") or "", is_old)
            if item.tag in _DRAWN:
                said = _drawn(item)
            yield Atom((said, "", looks), None, item, looks)


def _drawn(item: XmlElement) -> str:
    """Return what a drawing looks like, without the number it has among all drawings."""
    plain = copy.deepcopy(item)
    for properties in plain.iter(f"{WP}docPr"):
        if "id" in properties.attrib:
            del properties.attrib["id"]
    return etree.tostring(plain, method="c14n", exclusive=True).decode()


def _steps(old: list[Atom], new: list[Atom]) -> list[tuple[str, int, int, int, int]]:
    """Return the steps from one to the other; a blank between two changed words changes with them."""
    left, right = [atom.key for atom in old], [atom.key for atom in new]
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    found: list[tuple[str, int, int, int, int]] = []
    codes = matcher.get_opcodes()
    for at, (tag, i, i_end, j, j_end) in enumerate(codes):
        blank = tag == "equal" and 0 < at < len(codes) - 1 and all((a.text or "x").isspace() for a in old[i:i_end])
        kind = "equal" if tag == "equal" and not blank else "replace"
        if found and found[-1][0] == kind == "replace":
            found[-1] = ("replace", found[-1][1], i_end, found[-1][3], j_end)
        else:
            found.append((kind, i, i_end, j, j_end))
    kept = sum(1 for tag, i, i_end, _, _ in found if tag == "equal" for a in old[i:i_end] if _weighs(a))
    most = max(sum(map(_weighs, old)), sum(map(_weighs, new)))
    drawn = any(atom.text is None for atom in old)
    return found if drawn or kept >= most * LEAST_ALIKE else [("replace", 0, len(old), 0, len(new))]


def _weighs(atom: Atom) -> bool:
    return atom.text is None or not atom.text.isspace()


def _written(atoms: list[Atom], *, deleted: bool) -> Iterator[XmlElement]:
    """Yield the atoms as runs, neighbours of one look in one."""
    for looks, same in groupby(atoms, key=lambda atom: atom.looks):
        run = etree.Element(W + "r")
        if looks:
            run.append(etree.fromstring(looks))
        for plain, group in groupby(same, key=lambda atom: atom.text is not None):
            if plain:
                text = etree.SubElement(run, W + ("delText" if deleted else "t"))
                text.set(_SPACE, "preserve")
                text.text = "".join(atom.text or "" for atom in group)
            else:
                run.extend(copy.deepcopy(atom.element) for atom in group if atom.element is not None)
        yield run


def _emptied(paragraph: XmlElement) -> XmlElement:
    """Return a new paragraph with the same properties and nothing in it."""
    found = etree.Element(W + "p")
    properties = child(paragraph, "pPr")
    if properties is not None:
        found.append(copy.deepcopy(properties))
    return found
