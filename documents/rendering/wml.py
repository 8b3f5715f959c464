"""WordprocessingML as text: escaped characters, runs, paragraphs, bookmarks, the drawn rule. No formatting of its own.

Whatever a user typed comes out as text: characters XML forbids are dropped, "&", "<" and ">" escaped.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from plans.text import RichText, Span

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_HEX_ID = re.compile(r"[0-9a-f]{32}")

_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"
_RUN, _END = f"<w:r>{_OPEN}", f"{_CLOSE}</w:r>"
_BOLD_RUN = f"<w:r><w:rPr><w:b/><w:bCs/></w:rPr>{_OPEN}"

_DRAWING = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
"""The drawing's own namespaces, whatever an office's editor left of those of the template."""

EMU_PER_MM = 36_000
RULE_HEIGHT = 9525
"""Height of a drawn rule: 0.75 pt in EMU."""


def clean(text: str) -> str:
    """Return ``text`` without the characters XML forbids and without control characters but tab and newline."""
    return _FORBIDDEN.sub("", text)


def escape(text: str) -> str:
    """Return ``text`` as the content of w:t: escaped, tabs and newlines as w:tab and w:br."""
    if text.isprintable() and "&" not in text and "<" not in text and ">" not in text:
        return text
    safe = clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    safe = safe.replace("\r\n", "\n").replace("\r", "\n")
    return safe.replace("\n", f"{_CLOSE}<w:br/>{_OPEN}").replace("\t", f"{_CLOSE}<w:tab/>{_OPEN}")


def run(text: str, *, bold: bool = False) -> str:
    """Return one run of plain text."""
    return f"{_BOLD_RUN if bold else _RUN}{escape(text)}{_END}"


def styled_run(span: Span, *, bold: bool = False) -> str:
    """Return a span of characters as one run; ``bold`` on top of its own look."""
    properties = ""
    if span.bold or bold:
        properties += "<w:b/><w:bCs/>"
    if span.italic:
        properties += "<w:i/><w:iCs/>"
    if span.vertical:
        properties += f'<w:vertAlign w:val="{span.vertical}script"/>'
    if not properties:
        return f"{_RUN}{escape(span.text)}{_END}"
    return f"<w:r><w:rPr>{properties}</w:rPr>{_OPEN}{escape(span.text)}{_END}"


def paragraph(style: str, content: str, extra: str = "") -> str:
    """Return a paragraph in a style (by id); ``extra``: further properties, in the order of the schema."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{content}</w:p>'


def uppercase(text: RichText) -> RichText:
    """Return the text in capital letters, looks and footnote marks kept."""
    return RichText.join(Span(span.text.upper(), span.bold, span.italic, span.vertical, span.footnote) for span in text)


@lru_cache(maxsize=1 << 14)
def bookmark_name(node_id: str) -> str:
    """Return the hidden bookmark of a node: ``_kh`` and 32 hexadecimal digits (40 characters are Word's limit)."""
    if _HEX_ID.fullmatch(node_id):
        return f"_kh{node_id}"
    return f"_kh{hashlib.md5(node_id.encode('utf-8', 'replace'), usedforsecurity=False).hexdigest()}"


class Bookmarks:
    """Hands out bookmark numbers; each node gets its bookmark once, at its first place."""

    def __init__(self, *, wanted: bool = True) -> None:
        self._wanted = wanted
        self._marked: set[str] = set()

    def around(self, node_id: str, content: str) -> str:
        """Return ``content`` between the marks of the node's bookmark; as it is for "" or a node marked before."""
        if not node_id or not self._wanted or node_id in self._marked:
            return content
        self._marked.add(node_id)
        number = len(self._marked)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{bookmark_name(node_id)}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def point(self, node_id: str) -> str:
        """Return the node's bookmark around nothing; "" where ``around`` would add none."""
        return self.around(node_id, "")


def rule(number: int, name: str, width_mm: float) -> str:
    """Return a run with a drawn rule: a flat black rectangle, centred on its column or cell.

    This one construct comes out with the same length in Word, LibreOffice and rdocx; ``number`` is unique in the
    document.
    """
    size = f'cx="{round(width_mm * EMU_PER_MM)}" cy="{RULE_HEIGHT}"'
    return (
        f'<w:r><mc:AlternateContent {_DRAWING}><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" '
        'layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>25400</wp:posOffset></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{name}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )
