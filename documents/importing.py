"""A file into a plan: the reader for its format, then recognition; our own files come back whole.

A DOCX that we wrote carries its plan. The visible text decides: the carried plan is used whole only if rendering it
gives the text that the file shows; else the text is recognised anew and only ids come from the carried plan.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

from documents.carried import adopt_ids, carried_plan, same_text, words_of
from documents.files import read_bytes
from documents.limited import Limits, Stopped, Tell, run_limited
from documents.package import SUFFIX, read_package
from documents.reading.blocks import Source
from documents.reading.doc.disguised import read_disguised
from documents.reading.doc.kinds import Kind, kind_of
from documents.reading.doc.process_target import read_word
from documents.reading.docx import read_document
from documents.reading.docx_package import DocxPackage
from documents.reading.pdf.process_target import read as read_pdf
from documents.reading.text import read_text
from documents.recognition import Recognition, recognise
from documents.recognition.report import ImportReport
from documents.rendering import render_docx
from documents.rendering.issuer import issuer
from plans.errors import Trouble
from plans.plan import Letterhead, Plan
from resources.texts import gettext as _

APART = frozenset({".doc", ".pdf"})
"""Formats that libraries in other languages read, or that are hostile by design: always in a process of their own."""

_LIMITS = Limits(seconds=15, memory=2**30)
_SECOND_TRY = Limits(seconds=4.5, memory=2**30)


_LOG = logging.getLogger(__name__)


class UnknownFormat(Exception):
    """The file's suffix is none we know: wrong use. ``suffix`` is "" for a name without one."""

    def __init__(self, suffix: str) -> None:
        self.suffix = suffix
        super().__init__(suffix)


def import_plan(path: Path) -> Recognition:
    """Return the plan that the file holds and the report on how it was read.

    Raises UnknownFormat for a suffix that is not ours and the troubles of the readers.
    """
    if path.suffix.lower() in APART and not path.is_dir():
        return import_apart(path)
    return _imported(path, _silent)


def import_apart(path: Path, tell: Tell | None = None, stop: threading.Event | None = None) -> Recognition:
    """Do what ``import_plan`` does in a process of its own, within limits; see ``limited.run_limited``.

    Raises Trouble "file-too-slow", "file-too-large", "file-not-understood", and "import-stopped" after ``stop``.
    """
    tries = [(_imported, _LIMITS)]
    if _reader(path) is _from_doc:
        tries.append((_imported_roughly, _SECOND_TRY))
    stopped = Stopped("fault")
    for work, limits in tries:
        try:
            return run_limited(work, path, limits=limits, tell=tell or _silent, stop=stop)
        except Trouble as trouble:  # the process gave the path back as text
            raise Trouble(trouble.code, **(trouble.data | {"path": path})) from trouble
        except Stopped as stop_of_this:
            stopped = stop_of_this
            if stopped.cause in ("fault", "called-off"):
                break
    raise _trouble(stopped, path) from stopped


def _silent(stage: str, done: int = 0, total: int = 0) -> None:
    """Tell nobody."""


def _trouble(stopped: Stopped, path: Path) -> Trouble:
    _LOG.info("%s: %s", path.name, stopped)
    codes = {"slow": "file-too-slow", "memory": "file-too-large", "called-off": "import-stopped"}
    return Trouble(codes.get(stopped.cause, "file-not-understood"), path=path)


def _imported(path: Path, tell: Tell) -> Recognition:
    return _reader(path)(path, tell)


def _imported_roughly(path: Path, tell: Tell) -> Recognition:
    return _recognised(read_word(read_bytes(path), path, tell, rough=True), path, tell)


def _reader(path: Path) -> Callable[[Path, Tell], Recognition]:
    suffix = path.suffix.lower()
    if path.is_dir():
        raise Trouble("file-is-folder", path=path)
    if suffix not in _READERS:
        raise UnknownFormat(suffix)
    return _READERS[suffix]


def _from_text(path: Path, tell: Tell) -> Recognition:
    return _recognised(read_text(path), path, tell)


def _from_pdf(path: Path, tell: Tell) -> Recognition:
    return _recognised(read_pdf(read_bytes(path), path, tell), path, tell)


def _from_doc(path: Path, tell: Tell) -> Recognition:
    data = read_bytes(path)
    match kind_of(data):
        case Kind.WORD:
            return _recognised(read_word(data, path, tell), path, tell)
        case Kind.DOCX:
            found = _from_docx_bytes(data, path, tell)
            found.report.notes.insert(0, _("Tệp .doc này thực ra là DOCX và được đọc như vậy."))
        case Kind.PDF:
            found = _recognised(read_pdf(data, path, tell), path, tell)
            found.report.notes.insert(0, _("Tệp .doc này thực ra là PDF và được đọc như vậy."))
        case kind:
            return _recognised(read_disguised(data, path, kind), path, tell)
    return found


def _recognised(source: Source, path: Path, tell: Tell) -> Recognition:
    """Recognition knows no files: its troubles get the path here."""
    tell("recognising")
    try:
        return recognise(source)
    except Trouble as trouble:
        raise Trouble(trouble.code, **(trouble.data | {"path": path})) from trouble


def _from_package(path: Path, tell: Tell) -> Recognition:
    tell("recognising")
    plan = read_package(path)
    return _whole(plan, "kehoach", sum(len(words_of(node)) for node in plan.walk()))


def _from_docx(path: Path, tell: Tell) -> Recognition:
    return _from_docx_bytes(read_bytes(path), path, tell)


def _from_docx_bytes(data: bytes, path: Path, tell: Tell) -> Recognition:
    package = DocxPackage(data, path)
    source = read_document(package)
    carried = carried_plan(package)
    if carried is None:
        return _recognised(source, path, tell)
    if same_text(source, _rendered(carried, path)):
        carried.letterhead = _shown_letterhead(carried)
        return _whole(carried, "docx", source.characters, source)
    found = _recognised(source, path, tell)
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


_READERS: dict[str, Callable[[Path, Tell], Recognition]] = {
    ".txt": _from_text,
    ".docx": _from_docx,
    ".doc": _from_doc,
    ".pdf": _from_pdf,
    SUFFIX: _from_package,
}
