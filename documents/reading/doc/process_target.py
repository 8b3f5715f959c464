"""What the process with limits runs for an old Word file: two libraries read it, and what they found is compared.

Apart, so that the caller's process loads neither. Macros and embedded objects are never opened.
"""

from __future__ import annotations

# pyright: reportMissingTypeStubs=false
import logging
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from documents.limited import Tell
from documents.reading.blocks import Source
from documents.reading.doc.streams import Streams, kept_in
from documents.reading.docx import read_document
from documents.reading.docx_package import DocxPackage
from documents.reading.text import source_of
from documents.reading.text_encodings import modern
from documents.reading.text_lines import words
from plans.errors import Trouble
from resources.texts import gettext as _

T = TypeVar("T")

_LOG = logging.getLogger(__name__)

TOLERATED = 0.01
"""Share of the words that the conversion may lose against the second opinion."""


def read_word(data: bytes, path: Path, tell: Tell, *, rough: bool = False) -> Source:
    """Return the blocks of a Word file of the form of Word 97. rough: do without the conversion, which did not come to
    an end. Raises Trouble "file-encrypted", "doc-too-old", "doc-other-kind" or "file-truncated"."""
    streams = Streams(data, path)
    streams.refuse_what_is_no_word_file()
    tell("converting")
    source = None if rough else _guarded(lambda: read_document(DocxPackage(_converted(data), path)))
    tell("comparing")
    chosen = _fuller(source, _guarded(lambda: _second_opinion(data)) or "", path)
    chosen.format = "doc"
    told = {left.kind for left in chosen.left_out}
    chosen.left_out += [left for left in kept_in(streams.names) if left.kind not in told]
    return chosen


def _fuller(source: Source | None, plain: str, path: Path) -> Source:
    """Return the converted document, or the words of the second opinion where too many of them are missing in it."""
    plain, converted = modern(plain)
    wanted = words(plain)
    if source is None:
        if not wanted:
            raise Trouble("file-truncated", path=path)
        rough = source_of(plain, path)
        rough.notes.insert(0, _("Không giữ được bảng và định dạng của tệp .doc này: chỉ lấy chữ."))
        return rough
    there = "\n".join([source.text, *(left.text for left in source.left_out)])
    lost = (_bare(plain) - _bare(there) if converted else wanted - words(there)).total()
    if lost <= TOLERATED * wanted.total():
        return source
    share = f"{100 * lost / wanted.total():.1f}".replace(".", ",")
    rough = source_of(plain, path)
    told = _("Chuyển tệp .doc làm mất {share} % số chữ, nên lấy chữ đọc theo cách khác; bảng và định dạng có thể khác.")
    rough.notes.insert(0, told.format(share=share))
    rough.left_out = source.left_out
    return rough


def _bare(text: str) -> Counter[str]:
    """Return the words without the letter that old fonts write as a soft hyphen, which the second opinion drops."""
    return words(text.lower().replace("ư", ""))


def _guarded(work: Callable[[], T]) -> T | None:
    """Return what ``work`` gives, None where a library broke down on the file."""
    try:
        return work()
    except (MemoryError, Trouble):
        raise
    except Exception as error:  # noqa: BLE001 - the worker boundary: damaged files break the libraries in any way
        _LOG.info("%s: %s", type(error).__name__, error)
    except BaseException as error:
        # A panic inside a Rust library arrives as an exception that is no Exception; all others pass through.
        if type(error).__module__ != "pyo3_runtime":
            raise
    return None


def _converted(data: bytes) -> bytes:
    import doc2docx  # noqa: PLC0415 - only this process pays for the library

    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder, "old.doc"), Path(folder, "new.docx")
        old.write_bytes(data)
        doc2docx.convert(old, new)
        return new.read_bytes()


def _second_opinion(data: bytes) -> str:
    import office_oxide  # noqa: PLC0415 - as above

    return office_oxide.Document.from_bytes(data, "doc").plain_text()
