"""Redlines: two states of a plan, or two foreign files, as one DOCX with tracked changes. Accepting all gives the new
one, rejecting all the old one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from documents.carried import carried_plan, same_text
from documents.comparing.foreign import foreign_redline, has_comments
from documents.comparing.plan_redline import plan_redline
from documents.files import read_bytes
from documents.package import SUFFIX, read_package
from documents.reading.blocks import Source
from documents.reading.docx import read_document
from documents.reading.docx_package import DocxPackage
from documents.rendering import render_docx
from documents.returning import return_docx
from plans.changes import perform
from plans.plan import Plan
from resources.texts import gettext as _


@dataclass(frozen=True, kw_only=True)
class Redline:
    """data: the DOCX; notes: what must be said about it."""

    data: bytes
    notes: list[str] = field(default_factory=list[str])


def compare_files(old: Path, new: Path) -> Redline:
    """Return the redline from ``old`` to ``new``: packages, our exports as they left us, or any DOCX.

    Raises the readers' troubles and "compare-refused" for a pair that cannot be compared.
    """
    return _redline(_read(old), _read(new), (old, new))


def compare_with(old: Path, plan: Plan) -> Redline:
    """Return the redline from the file ``old`` to ``plan``; troubles as ``compare_files``."""
    return _redline(_read(old), plan, (old, Path(f"{plan.subject or plan.title}.docx")))


def plan_in(path: Path) -> Plan | None:
    """Return the plan that a package, or an export as it is now, holds whole; None for any other DOCX.

    Raises the readers' troubles.
    """
    found = _read(path)
    return found if isinstance(found, Plan) else None


def _redline(before: Plan | bytes, after: Plan | bytes, paths: tuple[Path, Path]) -> Redline:
    if isinstance(before, Plan) and isinstance(after, Plan):
        return Redline(data=plan_redline(before, after))
    sources = _docx(before), _docx(after)
    data, whole = foreign_redline(*sources, paths)
    notes = [_("Không lấy được kế hoạch trọn vẹn từ cả hai tệp nên đã so theo câu chữ.")]
    if not whole:
        notes.append(_("Tệp có liên kết, hình ảnh hoặc khung nên chỉ theo dõi câu chữ, không theo dõi định dạng."))
    if any(has_comments(source, path) for source, path in zip(sources, paths, strict=True)):
        notes.append(_("Ghi chú (comment) trong tệp không đưa vào bản so sánh; hãy xem ở tệp gốc."))
    return Redline(data=data, notes=notes)


def _read(path: Path) -> Plan | bytes:
    """Return the plan that a file stands for, else the DOCX itself: it may say what no plan can hold."""
    if path.suffix.lower() == SUFFIX:
        return read_package(path)
    data = read_bytes(path)
    package = DocxPackage(data, path)
    carried = carried_plan(package)
    if carried is None:
        return data
    perform(carried, return_docx(data, path, carried).batch)
    return carried if _shows(carried, read_document(package), path) else data


def _shows(plan: Plan, source: Source, path: Path) -> bool:
    return same_text(source, read_document(DocxPackage(render_docx(plan), path)))


def _docx(found: Plan | bytes) -> bytes:
    return render_docx(found, issued=True) if isinstance(found, Plan) else found


__all__ = ["Redline", "compare_files", "compare_with", "plan_in", "plan_redline"]
