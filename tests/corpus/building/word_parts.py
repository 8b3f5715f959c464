"""Pieces of WordprocessingML the exam's Word files are made of: runs, paragraphs, tables, boxes, and the package."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
PORTRAIT = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
PAGE_NUMBER = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
STAMP = 'w:author="VP" w:date="2026-01-05T08:00:00Z"'


@dataclass
class Look:
    """How a run looks: bold, italic, hidden, font (None for the document's own), 12 points instead of 14."""

    bold: bool = False
    italic: bool = False
    hidden: bool = False
    font: str | None = None
    small: bool = False

    @property
    def xml(self) -> str:
        """The run's properties."""
        font = f'<w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}" w:cs="{self.font}"/>' if self.font else ""
        flags = (
            ("<w:b/>" * self.bold)
            + ("<w:i/>" * self.italic)
            + ("<w:vanish/>" * self.hidden)
            + ('<w:sz w:val="24"/>' * self.small)
        )
        return f"<w:rPr>{font}{flags}</w:rPr>" if font or flags else ""


def run(text: str, look: Look, element: str = "t") -> str:
    """One run; tabs and line breaks become their elements."""
    pieces = escape(text).replace("\t", f'</w:{element}><w:tab/><w:{element} xml:space="preserve">')
    return f'<w:r>{look.xml}<w:{element} xml:space="preserve">{pieces}</w:{element}></w:r>'


def paragraph(runs: str, properties: str = "") -> str:
    """One paragraph."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{runs}</w:p>"


def cell(content: str, width: int, properties: str = "") -> str:
    """One cell of that width in twips."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{content or "<w:p/>"}</w:tc>'


def table(rows: list[str], widths: list[int], borders: bool) -> str:
    """One table; without borders it only sets text side by side."""
    sides = "".join(
        f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    lines = f"<w:tblBorders>{sides}</w:tblBorders>" if borders else ""
    place = "" if borders else '<w:tblInd w:w="-400" w:type="dxa"/>'
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>{place}{lines}<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def box(content: str, left: int, number: int) -> str:
    """A text box as Word writes it: once as a drawing, once more as VML for old readers."""
    width, height = 2900000, 800000
    drawing = (
        f'<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{number}" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="margin"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:wrapTopAndBottom/><wp:docPr id="{number}" name="Hop {number}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing>"
    )
    fallback = (
        f'<w:pict><v:shape id="h{number}" style="position:absolute;margin-left:{left // 12700}pt;width:228pt;height:63pt">'
        f"<v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    )


@dataclass
class Package:
    """A Word file in the making: the body and the parts beside it."""

    body: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    levels: list[tuple[str, str]] = field(default_factory=list)
    font: str = "Times New Roman"
    landscape: bool = False
    paged: bool = False

    def write(self) -> bytes:
        """The file's bytes; the same plan gives the same bytes."""
        head = '<w:headerReference w:type="default" r:id="rId4"/>' if self.paged else ""
        section = f"<w:sectPr>{head}{LANDSCAPE if self.landscape else PORTRAIT}</w:sectPr>"
        parts = {
            "word/document.xml": f"<w:document {NAMES}><w:body>{''.join(self.body)}{section}</w:body></w:document>",
            "word/styles.xml": self._styles(),
            "word/numbering.xml": self._numbering(),
            "word/footnotes.xml": self._footnotes(),
            "word/header.xml": f"<w:hdr {NAMES}>{PAGE_NUMBER}</w:hdr>",
            "word/_rels/document.xml.rels": _relations(("styles", "numbering", "footnotes", "header"), ""),
            "_rels/.rels": _relations(("officeDocument",), "word/document.xml"),
            "[Content_Types].xml": _types(),
        }
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
            for name, xml in sorted(parts.items()):
                entry = zipfile.ZipInfo(name, (2026, 1, 5, 8, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + xml)
        return data.getvalue()

    def _styles(self) -> str:
        defaults = (
            f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{self.font}" w:hAnsi="{self.font}" w:cs="{self.font}"/>'
            '<w:sz w:val="28"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="348" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        )
        own = '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        for at in range(len(self.levels)):
            own += (
                f'<w:style w:type="paragraph" w:styleId="muc{at}"><w:name w:val="Muc {at + 1}"/><w:basedOn w:val="a"/>'
                f'<w:pPr><w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
            )
        return f"<w:styles {NAMES}>{defaults}{own}</w:styles>"

    def _numbering(self) -> str:
        levels = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{shape}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
            for at, (shape, text) in enumerate(self.levels)
        )
        return (
            f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{levels}'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        )

    def _footnotes(self) -> str:
        notes = "".join(
            f'<w:footnote w:id="{at}"><w:p><w:r><w:footnoteRef/></w:r>{content}</w:p></w:footnote>'
            for at, content in enumerate(self.footnotes, 1)
        )
        bars = (
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        )
        return f"<w:footnotes {NAMES}>{bars}{notes}</w:footnotes>"


def _relations(kinds: tuple[str, ...], target: str) -> str:
    items = "".join(
        f'<Relationship Id="rId{at}" Type="{R}/{kind}" Target="{target or kind + ".xml"}"/>'
        for at, kind in enumerate(kinds, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{items}</Relationships>'
    )


def _types() -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        "footnotes": "footnotes",
        "header": "header",
    }
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{what}+xml"/>' for name, what in parts.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
