"""A plan as an official DOCX (decree 30/2020/NĐ-CP): ``render_docx``. Same plan, same template: same bytes.

What renders is imported when it is first asked for: the window's process asks only who issues a plan, and templates,
Jinja and python-docx would keep its first form waiting for half a second.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from documents.rendering.issuer import UNKNOWN_AGENCY, Issuer, issuer
from documents.rendering.wml import bookmark_name

if TYPE_CHECKING:
    from documents.rendering.exporting import render_docx
    from documents.rendering.office import check_template

_LATE = {"render_docx": "exporting", "check_template": "office"}

__all__ = ["UNKNOWN_AGENCY", "Issuer", "bookmark_name", "check_template", "issuer", "render_docx"]


def __getattr__(name: str) -> Any:
    if name not in _LATE:
        raise AttributeError(name)
    return getattr(import_module(f"documents.rendering.{_LATE[name]}"), name)
