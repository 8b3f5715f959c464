"""Plans out to files, off the window's thread."""

from __future__ import annotations

import copy
import re
import threading
import unicodedata
from collections.abc import Callable, Collection, Sequence
from functools import partial
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop.tasks import Tasks

if TYPE_CHECKING:
    from documents.audit import AuditReport
    from plans.errors import Trouble
    from plans.plan import Plan


Done = Callable[[Path, Any], None]
"""What is to follow once a file stands: where it stands, and what its signal tells of it."""

Write = Callable[[Path, threading.Event], Any]
"""Writes at a place unless the event is set meanwhile; returns what is told of it, None once it was called off."""


class FileWork(QObject):
    """Writes files one after the other in a thread of its own.

    Signals:
        began(str), ended: a file of that name is being written; nothing is under way any more.
        stopped: what was under way was called off, no file was written.
        written(Path, list[str]): a file is on disk; the words a PDF lost, [] for none.
        issued(Path, AuditReport): an issued copy is on disk, and what its audit found.
        filed(Path, int): the slips of all units are in a folder, and how many there are.
        troubled(Trouble, Callable[[Path], None]): a file could not be written, nothing was lost; call the second with
            another path to write the same there.
    """

    began = Signal(str)
    ended = Signal()
    stopped = Signal()
    written = Signal(object, object)
    issued = Signal(object, object)
    filed = Signal(object, int)
    troubled = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = Tasks("files", self)
        self._under_way: list[threading.Event] = []

    def write_file(self, plan: Plan, path: Path, done: Done | None = None) -> None:
        """Write a copy of the plan as it is now, as DOCX or PDF."""
        self._run(partial(_write, copy.deepcopy(plan)), self.written, done, path)

    def write_issued(self, plan: Plan, path: Path, done: Done | None = None) -> None:
        """Write the clean copy of the plan as it is now and audit it."""
        self._run(partial(_write_issued, copy.deepcopy(plan)), self.issued, done, path)

    def write_package(self, plan: Plan, history: Sequence[str], path: Path) -> None:
        """Write the package of the plan as it is now; ``history``: see ``documents.package``."""
        self._run(partial(_write_package, copy.deepcopy(plan), history), self.written, None, path)

    def write_redline(self, old: Plan | Path, plan: Plan, path: Path) -> None:
        """Write the DOCX whose tracked changes lead from ``old``, another plan or a file, to the plan as it is now."""
        self._run(partial(_write_redline, old, copy.deepcopy(plan)), self.written, None, path)

    def write_slip(self, plan: Plan, unit: str, path: Path) -> None:
        """Write the slip of a unit that has duties in the plan."""
        self._run(partial(_write_slip, copy.deepcopy(plan), unit), self.written, None, path)

    def write_slips(self, plan: Plan, folder: Path) -> None:
        """Write the slips of all units with duties into ``folder``, all or none, beside what lies there."""
        kept = copy.deepcopy(plan)
        again = partial(self._write_slips_beside, kept)
        self._start(partial(_write_slips, kept), folder, partial(self.filed.emit, folder), again)

    def _write_slips_beside(self, plan: Plan, path: Path) -> None:
        self.write_slips(plan, path.parent)

    def write_copy(self, path: Path, document: bytes) -> None:
        """Write a document that lies finished in the library."""
        self._run(partial(_write_copy, document), self.written, None, path)

    def cancel(self) -> None:
        """Call off what is under way: no file is put in its place."""
        for stop in self._under_way:
            stop.set()

    def close(self) -> None:
        """Finish what is under way."""
        self._tasks.close()

    def _run(self, write: Write, told: SignalInstance, done: Done | None, path: Path) -> None:
        again = partial(self._run, write, told, done)
        self._start(partial(_write_closed, write), path, partial(_tell, told, done, path), again)

    def _start(self, write: Write, path: Path, tell: Callable[[Any], None], again: Callable[[Path], None]) -> None:
        stop = threading.Event()
        self._under_way.append(stop)
        self.began.emit(path.name)
        work = partial(write, path, stop)
        self._tasks.run(work, partial(self._on_written, tell, stop), partial(self._on_failed, again, stop))

    def _on_written(self, tell: Callable[[Any], None], stop: threading.Event, result: object) -> None:
        self._end(stop)
        if result is None:
            self.stopped.emit()
        else:
            tell(result)

    def _on_failed(self, again: Callable[[Path], None], stop: threading.Event, trouble: Trouble) -> None:
        self._end(stop)
        self.troubled.emit(trouble, again)

    def _end(self, stop: threading.Event) -> None:
        self._under_way.remove(stop)
        if not self._under_way:
            self.ended.emit()


def _tell(told: SignalInstance, done: Done | None, path: Path, result: object) -> None:
    if done is not None:
        done(path, result)
    told.emit(path, result)


def _write_closed(write: Write, path: Path, stop: threading.Event) -> Any:
    from documents.files import refuse_open  # noqa: PLC0415 - as below

    refuse_open(path)
    return write(path, stop)


def _put(files: Sequence[tuple[Path, bytes]], stop: threading.Event) -> bool:
    """Write finished files, unless they were called off; say whether they stand."""
    from documents.files import write_together  # noqa: PLC0415 - after the first paint

    if stop.is_set():
        return False
    write_together(files)
    return True


def _write(plan: Plan, path: Path, stop: threading.Event) -> list[str] | None:
    from documents.pages.apart import docx_to_pdf_apart  # noqa: PLC0415 - as above
    from documents.rendering import render_docx  # noqa: PLC0415

    document = render_docx(plan)
    if path.suffix.lower() != ".pdf":
        return [] if _put([(path, document)], stop) else None
    result = docx_to_pdf_apart(document, stop)
    return list(result.lost_words) if result and _put([(path, result.pdf)], stop) else None


def _write_redline(old: Plan | Path, plan: Plan, path: Path, stop: threading.Event) -> list[str] | None:
    from documents.comparing import compare_with, plan_redline  # noqa: PLC0415 - as above

    document = compare_with(old, plan).data if isinstance(old, Path) else plan_redline(old, plan)
    return [] if _put([(path, document)], stop) else None


def _write_package(plan: Plan, history: Sequence[str], path: Path, stop: threading.Event) -> list[str] | None:
    from documents.package import package_bytes  # noqa: PLC0415 - as above

    return [] if _put([(path, package_bytes(plan, history))], stop) else None


def _write_copy(document: bytes, path: Path, stop: threading.Event) -> list[str] | None:
    return [] if _put([(path, document)], stop) else None


def _write_slip(plan: Plan, unit: str, path: Path, stop: threading.Event) -> list[str] | None:
    from documents.slips import slip_docx  # noqa: PLC0415 - as above

    return [] if _put([(path, slip_docx(plan, unit))], stop) else None


def _write_slips(plan: Plan, folder: Path, stop: threading.Event) -> int | None:
    from documents.slips import slip_docx  # noqa: PLC0415 - as above
    from plans.views import units_with_duties  # noqa: PLC0415

    files: dict[Path, bytes] = {}
    for unit in units_with_duties(plan):
        if stop.is_set():
            return None
        path = free_place(folder / f"{slip_name(plan, unit)}.docx", files)
        files[path] = slip_docx(plan, unit)
    return len(files) if _put(list(files.items()), stop) else None


def _write_issued(plan: Plan, path: Path, stop: threading.Event) -> AuditReport | None:
    from documents.issuing import issued_copy  # noqa: PLC0415 - as above

    copy_ = issued_copy(plan)
    return copy_.report if _put([(path, copy_.document)], stop) else None


def file_name(plan: Plan) -> str:
    """Return a name for the exported file as offices name them, without suffix: "KH-UBND 07 Chuyen doi so 2026"; a year
    the subject names is not said twice."""
    words = " ".join(plan.subject.split()[:8])
    year = str(plan.year or "")
    return _plain(plan.symbol or "KH", plan.number, words, "" if year in words else year) or "KH"


def slip_name(plan: Plan, unit: str) -> str:
    """Return a name for the file of a unit's slip: "PGV Phong Kinh te KH-UBND 07 2026"."""
    return _plain("PGV", " ".join(unit.split()[:12]), plan.symbol or "KH", plan.number, str(plan.year or ""))


def free_place(path: Path, taken: Collection[Path] = ()) -> Path:
    """Return ``path``, or where a file of that name exists or is among ``taken``, the first free one of "… (2)",
    "… (3)"."""
    names = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return next(name for name in chain([path], names) if name not in taken and not name.exists())


def _plain(*parts: str) -> str:
    """Return the parts as a file name of plain letters."""
    bare = unicodedata.normalize("NFD", " ".join(filter(None, parts)).replace("đ", "d").replace("Đ", "D"))
    words = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^\w .-]+", " ", words).split())
