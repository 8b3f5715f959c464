"""What the window and the page worker say to each other: plain values, sent over a pipe.

``number`` names one laid-out document: the worker gives it to each ``LayOut``, and pictures and maps carry it, so that
late answers about an older document can be told apart. Sizes and places are in points (1/72 inch), from the top left
of the page; pages count from 0.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

NO_DOCX = N_("tệp không phải là DOCX đọc được")
NOT_LAID_OUT = N_("chương trình dựng trang không xử lý được văn bản này")
NO_PDF = N_("không đọc lại được trang vừa dựng")
NO_PAGES = N_("trang này không còn")
UNEXPECTED = N_("lỗi bất ngờ khi dựng trang")
TIMEOUT = N_("quá thời gian chờ")
ENDED = N_("chương trình dựng trang đã dừng giữa chừng")
"""Reasons for the sentence of "pages-failed". What the libraries say is English: it is the trouble's ``detail``."""


@dataclass(frozen=True)
class PageSize:
    """Width and height of one page in points."""

    width: float
    height: float


class LinkBox(NamedTuple):
    """A rectangle on a page and the bookmark it belongs to; ``x``, ``y`` is its top left corner, in points.

    A tuple, as thousands cross the pipe at once and the window must not feel it.
    """

    page: int
    x: float
    y: float
    width: float
    height: float
    bookmark: str


@dataclass(frozen=True)
class PdfResult:
    """A PDF and the words of the DOCX that are missing in it (lower case, in reading order, [] when whole)."""

    pdf: bytes = field(repr=False)
    lost_words: list[str] = field(default_factory=list[str])


@dataclass(frozen=True)
class LayOut:
    """Render this plan (the values of ``plans.codec.dump``), lay it out and keep its pages until the next one."""

    number: int
    plan: dict[str, Any] = field(repr=False)


@dataclass(frozen=True)
class Draw:
    """Draw one page; ``scale`` is device pixels per point, ``small``: for the strip of small pages."""

    number: int
    page: int
    scale: float
    small: bool = False


@dataclass(frozen=True)
class FindNodes:
    """Tell where on the pages the nodes stand."""

    number: int


@dataclass(frozen=True)
class WritePdf:
    """Make the PDF for export, words checked."""

    number: int
    docx: bytes = field(repr=False)


Job = LayOut | Draw | FindNodes | WritePdf


@dataclass(frozen=True)
class LaidOut:
    """The document has these pages."""

    number: int
    sizes: tuple[PageSize, ...]


@dataclass(frozen=True)
class Drawn:
    """One page as raw pixels: 4 bytes each (blue, green, red, unused), ``stride`` bytes a row."""

    number: int
    page: int
    scale: float
    width: int
    height: int
    stride: int
    pixels: bytes = field(repr=False)
    small: bool = False


@dataclass(frozen=True)
class NodesFound:
    """Where the bookmarks' text stands, page by page in reading order; ids and parts of the nodes by bookmark, as far
    as the document carries its plan."""

    number: int
    boxes: tuple[LinkBox, ...]
    ids: dict[str, str] = field(default_factory=dict[str, str])
    parts: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class PdfWritten:
    """The PDF that ``WritePdf`` asked for."""

    number: int
    result: PdfResult


@dataclass(frozen=True)
class Failed:
    """The job about this document or export could not be done: a trouble's code and the data of its sentence (see
    resources.messages), the reason still to be translated where it is one of those above."""

    number: int
    code: str
    data: dict[str, Any] = field(default_factory=dict[str, Any])

    @property
    def told(self) -> dict[str, Any]:
        """The data with its reason in the language of this process, not the worker's."""
        reason = self.data.get("reason")
        return self.data | {"reason": _(reason)} if reason else self.data


Reply = LaidOut | Drawn | NodesFound | PdfWritten | Failed
