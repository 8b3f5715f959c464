"""A file into a plan: the reader for its format, then recognition; our own files come back whole.

A DOCX that we wrote carries its plan. The visible text decides: the carried plan is used whole only if rendering it
gives the text that the file shows; else the text is recognised anew and only ids come from the carried plan.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from documents.carried import adopt_ids, carried_plan, same_text, words_of
from documents.files import read_bytes
from documents.package import SUFFIX, read_package
from documents.reading.blocks import Source
from documents.reading.docx import read_document
from documents.reading.docx_package import DocxPackage
from documents.reading.text import read_text
from documents.recognition import Recognition, recognise
from documents.recognition.report import ImportReport
from documents.rendering import render_docx
from documents.rendering.issuer import issuer
from plans.errors import Trouble
from plans.plan import Letterhead, Plan
from resources.texts import gettext as _

NOT_BUILT = frozenset({".doc", ".pdf"})
"""Formats the product knows whose readers come later."""


class UnknownFormat(Exception):
    """The file's suffix is none we know: wrong use. ``suffix`` is "" for a name without one."""

    def __init__(self, suffix: str) -> None:
        self.suffix = suffix
        super().__init__(suffix)


def import_plan(path: Path) -> Recognition:
    """Return the plan that the file holds and the report on how it was read.

    Raises UnknownFormat for a suffix that is not ours, Trouble "format-not-built" for .doc and .pdf, and the troubles
    of the readers.
    """
    suffix = path.suffix.lower()
    if path.is_dir():
        raise Trouble("file-is-folder", path=path)
    if suffix in NOT_BUILT:
        read_bytes(path)
        raise Trouble("format-not-built", suffix=suffix, path=path)
    if suffix not in _READERS:
        raise UnknownFormat(suffix)
    return _READERS[suffix](path)


def _from_text(path: Path) -> Recognition:
    return _recognised(read_text(path), path)


def _recognised(source: Source, path: Path) -> Recognition:
    """Recognition knows no files: its troubles get the path here."""
    try:
        return recognise(source)
    except Trouble as trouble:
        raise Trouble(trouble.code, **(trouble.data | {"path": path})) from trouble


def _from_package(path: Path) -> Recognition:
    plan = read_package(path)
    return _whole(plan, "kehoach", sum(len(words_of(node)) for node in plan.walk()))


def _from_docx(path: Path) -> Recognition:
    package = DocxPackage(read_bytes(path), path)
    source = read_document(package)
    carried = carried_plan(package)
    if carried is None:
        return _recognised(source, path)
    if same_text(source, _rendered(carried, path)):
        carried.letterhead = _shown_letterhead(carried)
        return _whole(carried, "docx", source.characters, source)
    found = _recognised(source, path)
    plan, ids = adopt_ids(found.plan, carried)
    guesses = [replace(guess, node=ids.get(guess.node, guess.node)) for guess in found.report.guesses]
    return replace(found, plan=plan, report=replace(found.report, guesses=guesses))


def _shown_letterhead(plan: Plan) -> Letterhead:
    """Return the letterhead as the file shows it: where the plan had none, the form took it from the plan's text."""
    shown = issuer(plan)
    return plan.letterhead if shown.source != "text" else Letterhead(parent=shown.parent, agency=shown.agency)


def _rendered(plan: Plan, path: Path) -> Source:
    return read_document(DocxPackage(render_docx(plan), path))


def _whole(
    plan: Plan, source_format: Literal["docx", "kehoach"], characters: int, source: Source | None = None
) -> Recognition:
    report = ImportReport(
        format=source_format,
        characters=characters,
        left_out=list(source.left_out) if source else [],
        notes=[_("Tệp do chương trình Kế Hoạch tạo: lấy nguyên kế hoạch bên trong.")],
        text_kept=1.0,
    )
    return Recognition(plan=plan, report=report)


_READERS: dict[str, Callable[[Path], Recognition]] = {
    ".txt": _from_text,
    ".docx": _from_docx,
    SUFFIX: _from_package,
}
