"""The streams of an OLE file: which program wrote it, whether it has a password, what else it keeps."""

from __future__ import annotations

# pyright: reportMissingTypeStubs=false
from collections.abc import Iterator
from pathlib import Path

from documents.reading.blocks import LeftOut
from plans.errors import Trouble
from resources.texts import gettext as _

_WORD_97 = 0x00C1
_ENCRYPTED = 0x0100
_IDENT, _MAC_IDENT = 0xA5EC, 0xA5DC
_FLAGS_END = 12


class Streams:
    """The names of the streams of an OLE file and the head of its text. Raises Trouble "file-truncated"."""

    def __init__(self, data: bytes, path: Path) -> None:
        from doc2docx.cfb import CompoundFile  # noqa: PLC0415 - only the process with limits pays for the library
        from doc2docx.errors import Doc2DocxError  # noqa: PLC0415

        self._path = path
        try:
            compound = CompoundFile(data)
            self.names = [entry.path for entry in compound.entries]
            self._head = compound.open_stream("WordDocument")[:64] if "WordDocument" in self.names else b""
        except (Doc2DocxError, ValueError, IndexError) as error:
            raise Trouble("file-truncated", path=path) from error

    def refuse_what_is_no_word_file(self) -> None:
        """Raise the trouble that says what the file is, where it is no Word file that can be read."""
        names = {name.lower() for name in self.names}
        if "encryptedpackage" in names:
            raise Trouble("file-encrypted", path=self._path)
        if not self._head:
            raise self._other_kind(names)
        ident, version = _number(self._head, 0), _number(self._head, 2)
        if ident not in (_IDENT, _MAC_IDENT):
            raise Trouble("file-truncated", path=self._path)
        if _number(self._head, 10) & _ENCRYPTED:
            raise Trouble("file-encrypted", path=self._path)
        if version < _WORD_97:
            raise Trouble("doc-too-old", path=self._path)

    def _other_kind(self, names: set[str]) -> Trouble:
        kinds = {
            "workbook": _("bảng tính Excel"),
            "book": _("bảng tính Excel"),
            "powerpoint document": _("bài trình chiếu PowerPoint"),
            "__properties_version1.0": _("thư Outlook"),
            "visiodocument": _("bản vẽ Visio"),
        }
        found = next((kinds[name] for name in kinds if name in names), None)
        if found is None:
            return Trouble("file-truncated", path=self._path)
        return Trouble("doc-other-kind", path=self._path, kind=found)


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def kept_in(names: list[str]) -> Iterator[LeftOut]:
    """Yield what the names of the streams tell: macros, objects, signatures. None of it is opened."""
    tops = {name.split("/")[0].lower() for name in names}
    if tops & {"macros", "_vba_project_cur"}:
        yield LeftOut(kind="macro", text="Macros", reason=_("Macro trong tệp không bao giờ được chạy."))
    if tops & {"_signatures", "_xmlsignatures"}:
        yield LeftOut(kind="signature", text="", reason=_("Chữ ký số của tệp; dự thảo mới chưa được ký."))
