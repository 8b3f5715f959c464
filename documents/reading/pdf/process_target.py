"""What the process with limits runs for a PDF. Apart, so that the caller's process loads no PDF library."""

from __future__ import annotations

from pathlib import Path

from documents.limited import Tell
from documents.reading.blocks import Source


def read(data: bytes, path: Path, tell: Tell) -> Source:
    """Return the blocks of a PDF. Raises the troubles of ``content_of`` and ``judge``."""
    # Late: the caller imports this module to name the function, only the new process may pay for the library.
    from documents.reading.pdf.content import content_of  # noqa: PLC0415
    from documents.reading.pdf.judging import judge  # noqa: PLC0415
    from documents.reading.pdf.reader import source_of  # noqa: PLC0415

    content = content_of(data, path, tell)
    tell("paragraphs")
    return source_of(content, judge(content, path))
