"""Why the system refused, in words a clerk knows: the errors of files and of the library's database."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

if TYPE_CHECKING:
    import sqlite3

_OF_SYSTEM: dict[int, str] = {
    errno.ENOENT: N_("không có thư mục này"),
    errno.ENOTDIR: N_("không có thư mục này"),
    errno.EISDIR: N_("đó là một thư mục"),
    errno.EACCES: N_("không có quyền"),
    errno.EPERM: N_("không có quyền"),
    errno.EROFS: N_("ổ đĩa chỉ cho đọc"),
    errno.ENOSPC: N_("ổ đĩa đã đầy"),
    errno.EDQUOT: N_("hết phần đĩa được cấp"),
    errno.EBUSY: N_("tệp đang được chương trình khác dùng"),
    errno.ENAMETOOLONG: N_("tên tệp quá dài"),
    errno.EIO: N_("ổ đĩa báo lỗi"),
    errno.ELOOP: N_("đường dẫn nối vòng quanh chính nó"),
    errno.EMFILE: N_("đang mở quá nhiều tệp"),
    errno.EINVAL: N_("tên tệp không dùng được"),
}

_OF_DATABASE: dict[str, str] = {
    "SQLITE_FULL": N_("ổ đĩa đã đầy"),
    "SQLITE_READONLY": N_("chỉ cho đọc"),
    "SQLITE_CANTOPEN": N_("không mở được tệp"),
    "SQLITE_PERM": N_("không có quyền"),
    "SQLITE_IOERR": N_("ổ đĩa báo lỗi"),
    "SQLITE_CORRUPT": N_("dữ liệu trong tệp bị hỏng"),
    "SQLITE_NOTADB": N_("tệp không phải thư viện kế hoạch"),
    "SQLITE_SCHEMA": N_("cấu trúc thư viện không khớp"),
    "SQLITE_ERROR": N_("cấu trúc thư viện không khớp"),
}


def reason(error: BaseException) -> str:
    """Return why the system refused, in the interface language. What we have no words for is given its number."""
    import sqlite3  # noqa: PLC0415 - 3 ms that the first paint can do without

    if isinstance(error, sqlite3.Error):
        return _of_database(error)
    if isinstance(error, RuntimeError):
        return _(_OF_SYSTEM[errno.ELOOP])
    number = error.errno if isinstance(error, OSError) and error.errno else errno.EINVAL
    known = _OF_SYSTEM.get(number)
    return _(known) if known else _("hệ thống báo lỗi số {number}").format(number=number)


def _of_database(error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    known = next((text for start, text in _OF_DATABASE.items() if name.startswith(start)), "")
    return _(known) if known else _("thư viện báo lỗi {name}").format(name=name or type(error).__name__)
