"""Other content under the name .doc, as e-office systems hand it out: RTF, HTML, MHTML and plain text."""

from __future__ import annotations

# striprtf leaves its types open.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
import email
import email.policy
from pathlib import Path

from documents.reading.blocks import Source
from documents.reading.doc.kinds import Kind
from documents.reading.text import source_of
from documents.reading.text_encodings import decoded
from plans.errors import Trouble
from resources.texts import gettext as _


def read_disguised(data: bytes, path: Path, kind: Kind) -> Source:
    """Return the blocks of what is no Word file. Raises Trouble "doc-too-old" or "doc-other-kind" for what is not
    read, and the troubles of the text reader."""
    match kind:
        case Kind.OLD_WORD:
            raise Trouble("doc-too-old", path=path)
        case Kind.WORD_XML:
            raise Trouble("doc-other-kind", path=path, kind=_("tệp Word 2003 XML"))
        case Kind.RTF:
            source = source_of(_rtf_text(data), path)
            source.notes.insert(0, _("Tệp .doc này thực ra là RTF: chỉ lấy chữ, không giữ bảng và định dạng."))
        case Kind.HTML:
            source = source_of(decoded(data, path)[0], path)
            source.notes.insert(0, _("Tệp .doc này thực ra là trang web (HTML) và được đọc như vậy."))
        case Kind.MHTML:
            source = source_of(_page_in(data, path), path)
            source.notes.insert(0, _("Tệp .doc này thực ra là trang web (MHTML) và được đọc như vậy."))
        case _:
            text, notes = decoded(data, path)
            source = source_of(text, path)
            source.notes[:0] = [_("Tệp .doc này thực ra là văn bản thường và được đọc như vậy."), *notes]
    return source


def _rtf_text(data: bytes) -> str:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - only the process with limits pays for the library

    return str(rtf_to_text(data.decode("latin-1"), errors="replace"))


def _page_in(data: bytes, path: Path) -> str:
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                return decoded(content, path)[0]
    raise Trouble("file-truncated", path=path)
