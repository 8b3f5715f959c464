"""Bản phát hành: the clean copy that leaves the office: no carried plan, no bookmarks, no DỰ THẢO; audited at once."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from documents.audit import AuditReport, audit
from documents.rendering import render_docx
from plans.plan import Plan


class IssuedCopy(NamedTuple):
    """The DOCX and what is still wrong with it as an issued document (a blank number or day is an error here)."""

    document: bytes
    report: AuditReport


def issued_copy(plan: Plan, template: Path | None = None) -> IssuedCopy:
    """Return the clean copy of ``plan`` with its audit; ``template``: see ``render_docx``. Raises the troubles of
    rendering and auditing."""
    document = render_docx(plan, template=template, issued=True)
    return IssuedCopy(document, audit(document, issued=True))
