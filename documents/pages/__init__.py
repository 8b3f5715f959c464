"""Pages on screen and PDF.

rdocx lays out the very DOCX that is exported and writes its PDF (``typesetting``, its only importer); pypdfium2 draws
the pages (``pdf_pages``, its only importer). For the window all of it, the making of the DOCX too, runs in a process of
its own (``worker``), since it would hold the interpreter lock. ``node_links`` and ``page_map`` tell which node of the
plan stands where on a page.
"""

from __future__ import annotations

from documents.pages.messages import PdfResult


def docx_to_pdf(docx: bytes) -> PdfResult:
    """Return the PDF of a DOCX and the words that did not reach it. Raises Trouble "pages-failed"."""
    # Late: the window's process imports this package for the worker and must not pay for both libraries.
    from documents.pages.pdf import make_pdf  # noqa: PLC0415

    return make_pdf(docx)


__all__ = ["PdfResult", "docx_to_pdf"]
