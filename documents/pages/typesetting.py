"""rdocx behind one door: a DOCX in, its PDF out. Nothing else in the house imports rdocx for pages."""

from __future__ import annotations

import rdocx

from documents.pages.messages import NOT_LAID_OUT
from plans.errors import Trouble
from resources.texts import gettext as _


def write_pdf(docx: bytes) -> bytes:
    """Lay out the DOCX and return its PDF; the same bytes give the same PDF on one machine.

    Raises Trouble "pages-failed"; ``detail`` is what the library says.
    """
    try:
        return rdocx.Document.from_bytes(docx).to_pdf()
    except (rdocx.RdocxError, ValueError, OSError, RuntimeError) as error:
        raise Trouble("pages-failed", reason=_(NOT_LAID_OUT), detail=_first_line(error)) from error
    except BaseException as error:
        # A panic inside rdocx arrives as an exception that is no Exception; all others of that rank pass through.
        if type(error).__module__ != "pyo3_runtime":
            raise
        raise Trouble("pages-failed", reason=_(NOT_LAID_OUT), detail=_first_line(error)) from error


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:160] if lines else type(error).__name__
