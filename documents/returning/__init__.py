"""The way back from Word: what was changed in an exported DOCX, as changes of the plan it was exported from.

The document carries the plan as it was at export; that plan printed anew is what the returned text is held against,
line by line, found again by the hidden bookmarks of the nodes. Where an editor dropped the carried plan, the plan it is
returned into stands for it; where it dropped the bookmarks, lines are found by their words. The report says so.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from documents.carried import carried_plan
from documents.reading.docx_package import DocxPackage
from documents.returning.copied_notes import Copied
from documents.returning.edits import Edit
from documents.returning.finding import Found, find_changes
from documents.returning.merging import Fate, Merged, merge
from documents.returning.noting import note_line, with_notes
from documents.returning.report import Conflict, NodeComment, ReturnedChange, ReturnReport, Unmapped
from documents.returning.shown import read_shown
from plans.changes import Batch
from plans.errors import Trouble
from plans.plan import Plan
from resources.texts import gettext as _

LEAST_KNOWN = 0.3
"""Share of the printed lines that a file without its plan must still have, lest it be another document."""


@dataclass(frozen=True, kw_only=True)
class Returned:
    """batch: the accepted changes, comments put into the notes of their nodes among them; report: all of it.

    base, edits: the plan as exported and what was done to it in Word, for ``take_chosen``; tracked: whether the file
    holds tracked changes.
    """

    batch: Batch
    report: ReturnReport
    base: Plan
    edits: tuple[Edit, ...]
    tracked: bool


def return_docx(data: bytes, path: Path, current: Plan, *, accept: bool = True) -> Returned:
    """Return what was changed in the DOCX ``data`` (from ``path``) as changes for ``current``, which stays as it is.

    ``accept``: tracked changes count as accepted, else as rejected. Raises the readers' troubles and "return-stranger"
    for a document that is not an export of this plan.
    """
    package = DocxPackage(data, path)
    try:
        edited = read_shown(package, accept=accept)
    except RecursionError as error:
        raise Trouble("file-too-large", path=path) from error
    carried = carried_plan(package)
    base = current if carried is None else carried
    if carried is not None and not _related(carried, current):
        raise Trouble("return-stranger", path=path)
    found = find_changes(base, edited, path)
    if carried is None and found.known < LEAST_KNOWN:
        raise Trouble("return-stranger", path=path)
    edits = tuple(found.edits.found)
    merged = merge(base, current, edits)
    report = ReturnReport(
        changes=merged.changes,
        unmapped=found.edits.unmapped,
        comments=found.comments,
        conflicts=merged.conflicts,
        notes=_notes(found, carried, current, accept=accept),
    )
    batch = with_notes(merged.batch, current, found.comments)
    return Returned(batch=batch, report=report, base=base, edits=edits, tracked=found.tracked)


def take_chosen(
    found: Returned,
    current: Plan,
    left_out: Collection[int],
    comments: Sequence[NodeComment],
    forced: Collection[int] = (),
) -> Merged:
    """Return what ``current`` takes now of what was found, as one step; neither is changed.

    left_out: places in ``found.edits`` of what is not wanted; forced: of what is taken over what the plan made of the
    same place; comments: those to be put into the notes.
    """
    merged = merge(found.base, current, found.edits, left_out, forced)
    merged.batch = with_notes(merged.batch, current, comments)
    return merged


def _related(carried: Plan, current: Plan) -> bool:
    """Say whether the two are states of one plan: the same id, or a fair share of the same nodes."""
    old, new = ({node.id for node in plan.walk()} for plan in (carried, current))
    return carried.id == current.id or len(old & new) > len(old) * LEAST_KNOWN


def _notes(found: Found, carried: Plan | None, current: Plan, *, accept: bool) -> list[str]:
    notes: list[str] = []
    if carried is None:
        notes.append(_("Tệp không còn kế hoạch gốc bên trong; đã so với kế hoạch hiện tại nên không dò được xung đột."))
    if not found.marked:
        notes.append(_("Tệp không còn dấu vị trí của các mục; đã dò theo câu chữ."))
    elif found.lost:
        notes.append(_("Một số mục mất dấu vị trí; đã dò các mục đó theo câu chữ."))
    if found.copied is not Copied.NO:
        notes.append(_copied_sentence(found.copied))
    if found.tracked:
        notes.append(
            _("Các sửa đổi có theo dõi (track changes) được coi là đã chấp nhận.")
            if accept
            else _("Các sửa đổi có theo dõi (track changes) được coi là đã từ chối.")
        )
    if carried is not None and carried.id != current.id:
        notes.append(_("Tệp được xuất từ một bản khác của kế hoạch này; đã ghép theo các mục chung."))
    return notes


def _copied_sentence(copied: Copied) -> str:
    if copied is Copied.RESTORED:
        return _("Chương trình lưu tệp này đã chép lặp chú thích cuối trang; chú thích được giữ như trong kế hoạch.")
    return _("Chương trình đã lưu tệp này có thể đã chép lặp chú thích cuối trang; hãy đọc lại từng chú thích.")


__all__ = [
    "Conflict", "Edit", "Fate", "Merged", "NodeComment", "ReturnReport", "Returned", "ReturnedChange", "Unmapped",
    "note_line", "return_docx", "take_chosen",
]  # fmt: skip
