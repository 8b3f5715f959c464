"""A plan as an official DOCX (decree 30/2020/NĐ-CP): ``render_docx``. Same plan, same template: same bytes."""

from __future__ import annotations

from documents.rendering.exporting import render_docx
from documents.rendering.issuer import UNKNOWN_AGENCY, Issuer, issuer
from documents.rendering.office import check_template
from documents.rendering.wml import bookmark_name

__all__ = ["UNKNOWN_AGENCY", "Issuer", "bookmark_name", "check_template", "issuer", "render_docx"]
