"""The door of this room: a plan becomes the bytes of a DOCX, in our template or in an office's."""

from __future__ import annotations

from pathlib import Path

from documents.rendering.office import OfficeTemplate, render_with
from documents.rendering.render import rendered
from documents.rendering.template import compiled
from plans.plan import Plan


def render_docx(plan: Plan, *, template: Path | None = None, issued: bool = False) -> bytes:
    """Return the plan as the bytes of a DOCX.

    template: an office's own, rendered in a process with limits (about a second more), None for the official one.
    issued: the clean copy, without the carried plan, bookmarks and DỰ THẢO.
    Trouble "template-broken" where the template is at fault, "template-hostile" where it had to be stopped, "file-…"
    where it cannot be read.
    """
    if template is not None:
        return render_with(OfficeTemplate.read(template), plan, issued=issued)
    return rendered(plan, compiled("official", plan.profile), issued=issued)
