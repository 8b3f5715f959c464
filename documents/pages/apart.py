"""The PDF for export, made in a process of its own: rdocx holds the interpreter lock, and no window must feel it."""

from __future__ import annotations

from queue import SimpleQueue

from documents.pages.messages import Failed, PdfResult, PdfWritten, Reply
from documents.pages.worker import PageWorker
from plans.errors import Trouble


def docx_to_pdf_apart(docx: bytes) -> PdfResult:
    """Return the PDF of a DOCX and the words that did not reach it; waits for it, as a thread beside the window can.

    Raises Trouble "pages-failed", also when the process dies or takes too long.
    """
    replies: SimpleQueue[Reply] = SimpleQueue()
    worker = PageWorker(replies.put)
    worker.start()
    try:
        worker.write_pdf(docx)
        reply = replies.get()
    finally:
        worker.close()
    if isinstance(reply, Failed):
        raise Trouble(reply.code, **reply.told)
    if not isinstance(reply, PdfWritten):
        raise TypeError(reply)
    return reply.result
