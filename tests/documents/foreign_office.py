"""Word files as offices elsewhere make them: one correct plan of an invented commune, each piece of which a test may
lay out in another manner. Built with python-docx's own template (Letter paper, theme fonts, its table styles) and raw
parts, never with anything of ours, so that what the audit must find is known from the decree alone."""

from __future__ import annotations

import io
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.shared import Mm

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
SUBJECT = "Phòng, chống đuối nước cho trẻ em năm 2026"
MOTTO_MM, ISSUER_MM, SUBJECT_MM = 56.1, 17.0, 40.0
"""Right lengths of the three drawn lines: of the motto at 13 points, and between a third and a half of the others."""


def run(text: str, look: str = "", size: float = 14) -> str:
    """Return a run in Times New Roman; ``look``: further properties, those that stand before the size."""
    inner = "<w:tab/>".join(f'<w:t xml:space="preserve">{piece}</w:t>' for piece in text.split("\t"))
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>'
    return f'<w:r><w:rPr>{fonts}{look}<w:sz w:val="{round(size * 2)}"/></w:rPr>{inner}</w:r>'


def p(text: str, props: str = "", look: str = "", size: float = 14, behind: str = "") -> str:
    """Return a paragraph; ``behind``: runs behind its text."""
    return f"<w:p><w:pPr>{props}</w:pPr>{run(text, look, size) if text else ''}{behind}</w:p>"


TIGHT = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
CENTRE = f'{TIGHT}<w:jc w:val="center"/>'
TEXT = '<w:spacing w:before="120" w:after="0" w:line="264" w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>'
BOLD, ITALIC = "<w:b/>", "<w:i/>"


BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'


def rectangle(length: float) -> str:
    """Return a thin filled rectangle, centred on its column."""
    return _shape(length, "rect", "<wp:align>center</wp:align>")


def connector(length: float, dash: str = "", offset: float | None = None) -> str:
    """Return a straight connector; ``offset``: mm from the column's left edge, None for centred."""
    where = "<wp:align>center</wp:align>" if offset is None else f"<wp:posOffset>{round(offset * 36000)}</wp:posOffset>"
    return _shape(length, "straightConnector1", where, f'<a:ln w="9525">{BLACK}{dash}</a:ln>')


def _shape(length: float, kind: str, where: str, line: str = f"{BLACK}<a:ln><a:noFill/></a:ln>") -> str:
    wide = round(length * 36000)
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column">{where}</wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>20000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{wide}" cy="9525"/><wp:wrapNone/><wp:docPr id="7" name="Ke"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f'<wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="9525"/></a:xfrm>'
        f'<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{line}</wps:spPr><wps:bodyPr/></wps:wsp></a:graphicData>'
        "</a:graphic></wp:anchor></w:drawing></w:r>"
    )


def vml_line(length: float, left: float) -> str:
    """Return a line as old Word drew it, ``left`` mm from the column's edge."""
    points = 72 / 25.4
    ends = f'from="{left * points:.1f}pt,2pt" to="{(left + length) * points:.1f}pt,2pt"'
    return f'<w:r><w:pict><v:line id="k" style="position:absolute;z-index:3" {ends}/></w:pict></w:r>'


def border(length: float, column: float, value: str = "single") -> str:
    """Return an empty paragraph whose border, between two indents, is the line."""
    side = round((column - length) / 2 * 1440 / 25.4)
    edge = f'<w:pBdr><w:top w:val="{value}" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    spacing = '<w:spacing w:before="0" w:after="0" w:line="40" w:lineRule="exact"/>'
    return f'<w:p><w:pPr>{edge}{spacing}<w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'


def table(rows: Iterable[Iterable[str]], widths: tuple[int, ...], props: str = "") -> str:
    """Return a table of cells, each the XML of its paragraphs; widths in twips."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    layout = '<w:tblLayout w:type="fixed"/>'
    return f"<w:tbl><w:tblPr>{props}{layout}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"


def head(
    *,
    issuer: tuple[str, ...] = ("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM"),
    parent: str = "",
    motto: str = MOTTO,
    number: str = "Số: 05/KH-UBND",
    date: str = "Suối Lim, ngày 05 tháng 3 năm 2026",
    under_issuer: str | None = None,
    under_motto: str | None = None,
    look: str = BOLD,
    date_look: str = ITALIC,
    place: str = CENTRE,
    widths: tuple[int, int] = (3570, 5784),
) -> str:
    """Return the letterhead as a table; ``under_…``: the lines as paragraphs of their own, None for rectangles."""
    rule = '<w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/>'
    left = (p(parent, place, "", 12) if parent else "") + "".join(p(line, place, look, 12) for line in issuer)
    left += p("", rule, behind=rectangle(ISSUER_MM)) if under_issuer is None else under_issuer
    right = p(NATION, CENTRE, BOLD, 12) + p(motto, CENTRE, BOLD, 13)
    right += p("", rule, behind=rectangle(MOTTO_MM)) if under_motto is None else under_motto
    below = (p(number, CENTRE, "", 13), p(date, CENTRE, date_look, 13))
    return table([(left, right), below], widths)


def title(
    name: str = "KẾ HOẠCH", subject: str = SUBJECT, *, place: str = CENTRE, look: str = BOLD, under: str | None = None
) -> str:
    """Return type name, trích yếu and the line below."""
    line = p("", CENTRE, size=2, behind=rectangle(SUBJECT_MM)) if under is None else under
    return p(name, CENTRE, BOLD) + p(subject, place, look) + line


BASES = (
    "Căn cứ Luật Trẻ em ngày 05 tháng 4 năm 2016;",
    "Căn cứ Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Lâm Hà về an toàn cho trẻ em.",
)
OPENING = "Ủy ban nhân dân xã Suối Lim ban hành Kế hoạch phòng, chống đuối nước cho trẻ em năm 2026 như sau:"
SECTIONS = (
    ("I. MỤC ĐÍCH, YÊU CẦU", BOLD),
    ("1. Mục đích", BOLD),
    ("Giảm số trẻ em bị đuối nước trên địa bàn xã, nhất là vào dịp nghỉ hè; nâng cao nhận thức của gia đình.", ""),
    ("2. Yêu cầu", BOLD),
    ("a) Mỗi thôn có người theo dõi ao, hồ, suối thường xuyên.", ""),
    ("b) Mỗi trường học dạy bơi cho học sinh lớp 4 và lớp 5.", ""),
    ("II. NỘI DUNG", BOLD),
    ("Rà soát ao, hồ, hố công trình; lắp rào chắn, biển báo ở những nơi đã xảy ra tai nạn trước ngày 30 tháng 4.", ""),
    ("III. TỔ CHỨC THỰC HIỆN", BOLD),
    ("1. Phòng Văn hóa - Xã hội chủ trì, hướng dẫn các thôn, trường học thực hiện Kế hoạch này.", ""),
    ("2. Công an xã phối hợp tuần tra những nơi nguy hiểm.", ""),
    ("Yêu cầu các cơ quan, đơn vị liên quan triển khai thực hiện./.", ""),
)  # fmt: skip


def bases(texts: Iterable[str] = BASES, place: str = TEXT, look: str = ITALIC) -> str:
    """Return the bases and the linking sentence."""
    return "".join(p(text, place, look) for text in texts) + p(OPENING, TEXT)


def body(place: str = TEXT, size: float = 14, change: dict[str, str] | None = None) -> str:
    """Return the text; ``change``: words put in the place of others."""
    words = change or {}
    told = [(_changed(text, words), look) for text, look in SECTIONS]
    return "".join(p(text, place, look, size) for text, look in told)


def _changed(text: str, words: dict[str, str]) -> str:
    for old, new in words.items():
        text = text.replace(old, new)
    return text


RECIPIENTS = ("- Phòng Văn hóa - Xã hội;", "- Công an xã;", "- Các thôn, trường học;", "- Lưu: VT, VHXH.")


def end(
    recipients: Iterable[str] = RECIPIENTS,
    *,
    offices: tuple[str, ...] = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    name: str = "Lò Văn Mẫu",
    heading: str = "Nơi nhận:",
    heading_look: str = BOLD + ITALIC,
    list_size: float = 11,
) -> str:
    """Return recipients and signature as a table."""
    left = p(heading, TIGHT, heading_look, 12) + "".join(p(line, TIGHT, "", list_size) for line in recipients)
    right = "".join(p(office, CENTRE, BOLD) for office in offices) + p("", CENTRE) * 3 + p(name, CENTRE, BOLD)
    return table([(left, right)], (4600, 4754))


def _mark(inside: str) -> str:
    return run("").replace("</w:r>", f"{inside}</w:r>").replace('<w:t xml:space="preserve"></w:t>', "")


PAGE = _mark('<w:fldChar w:fldCharType="begin"/>') + _mark("<w:instrText> PAGE </w:instrText>")
PAGE += _mark('<w:fldChar w:fldCharType="separate"/>') + run("2") + _mark('<w:fldChar w:fldCharType="end"/>')


def _put_before(last: Any, content: str) -> None:
    for element in parse_xml(f"<w:body {NAMES}>{content}</w:body>"):
        last.addprevious(element)


@dataclass(kw_only=True)
class Foreign:
    """A foreign document in pieces of XML; what is left alone is right. behind: what follows the signature, in a section of
    its own with its own page numbers where new_section says so; styles: by id, in the place of python-docx's own."""

    head: str = field(default_factory=head)
    title: str = field(default_factory=title)
    bases: str = field(default_factory=bases)
    body: str = field(default_factory=body)
    end: str = field(default_factory=end)
    behind: str = ""
    header: str = field(default_factory=lambda: p("", CENTRE, behind=PAGE))
    footer: str = ""
    paper: tuple[float, float] = (210, 297)
    margins: tuple[float, float, float, float] = (20, 20, 30, 15)
    hides_first: bool = True
    new_section: bool = False
    styles: dict[str, str] = field(default_factory=dict[str, str])
    numbering: str = ""

    def bytes(self) -> bytes:
        """Return the document as a DOCX."""
        document: Any = docx.Document()
        holder = document.element.body
        last = holder[-1]
        self._set_page(document)
        for piece in (self.head, self.title, self.bases, self.body, self.end):
            _put_before(last, piece)
        if self.new_section:
            _put_before(last, "<w:p><w:pPr/></w:p>")
            last.getprevious()[0].append(deepcopy(last))
            last.insert(4, parse_xml(f'<w:pgNumType {NAMES} w:start="1"/>'))
        _put_before(last, self.behind)
        self._set_styles(document)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    def _set_page(self, document: Document) -> None:
        section: Any = document.sections[0]
        section.page_width, section.page_height = (Mm(side) for side in self.paper)
        for side, length in zip(("top", "bottom", "left", "right"), self.margins, strict=True):
            setattr(section, f"{side}_margin", Mm(length))
        section.different_first_page_header_footer = self.hides_first
        for story, content in ((section.header, self.header), (section.footer, self.footer)):
            if content:
                story.is_linked_to_previous = False
                story._element.remove(story.paragraphs[0]._p)
                for element in parse_xml(f"<w:body {NAMES}>{content}</w:body>"):
                    story._element.append(element)

    def _set_styles(self, document: Any) -> None:
        root = document.styles.element
        for old in [style for style in root.style_lst if style.styleId in self.styles]:
            root.remove(old)
        for content in self.styles.values():
            root.append(parse_xml(content.replace(">", f" {NAMES}>", 1)))
        if self.numbering:
            part = document.part.numbering_part
            for element in reversed(list(parse_xml(f"<w:numbering {NAMES}>{self.numbering}</w:numbering>"))):
                part.element.insert(0, element)
