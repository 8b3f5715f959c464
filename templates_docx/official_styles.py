"""The styles of the official template as data: one row a style, all sizes in points, all lengths in twips.

Decree 30/2020/NĐ-CP, Phụ lục I, mục II (cases, sizes, alignment) and II.6.e (body: indent 1.27 cm, at least 6 pt
between paragraphs, line spacing between single and 1.5). Sizes are those of the decree's own sample column (V).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

FONT = "Times New Roman"
INDENT = 720
"""First-line indent: 1.27 cm."""


@dataclass(frozen=True, kw_only=True)
class Style:
    """One paragraph style. before / after: space in twips; line: 240ths of a single line, exact: twips instead;
    outline: heading level from 0, None for text."""

    id: str
    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "both"
    first: int = 0
    before: int = 0
    after: int = 0
    line: int = 240
    exact: int = 0
    outline: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    based: str = "KHGoc"


def _heading(id_: str, name: str, outline: int, *, bold: bool = True, italic: bool = False) -> Style:
    return Style(id=id_, name=name, bold=bold, italic=italic, first=INDENT, after=120, line=264, outline=outline,
                 keep_next=True)  # fmt: skip


def _text(id_: str, name: str, *, italic: bool = False) -> Style:
    return Style(id=id_, name=name, italic=italic, first=INDENT, after=120, line=264)


def _centred(id_: str, name: str, size: float, **more: Any) -> Style:
    return Style(id=id_, name=name, size=size, align="center", **more)


STYLES = (
    _centred("KHCoQuanChuQuan", "KH Cơ quan chủ quản", 12),
    _centred("KHCoQuanBanHanh", "KH Cơ quan ban hành", 12, bold=True),
    _centred("KHQuocHieu", "KH Quốc hiệu", 12, bold=True),
    _centred("KHTieuNgu", "KH Tiêu ngữ", 13, bold=True),
    Style(id="KHDuongKe", name="KH Đường kẻ", size=1, align="center", exact=60),
    _centred("KHSoKyHieu", "KH Số ký hiệu", 13, before=120),
    _centred("KHDuThao", "KH Dự thảo", 13, bold=True, before=60),
    _centred("KHDiaDanh", "KH Địa danh ngày tháng", 13, italic=True, before=120),
    _centred("KHTenLoai", "KH Tên loại", 14, bold=True, before=360, keep_next=True),
    _centred("KHTrichYeu", "KH Trích yếu", 14, bold=True, keep_next=True),
    Style(id="KHDuongKeTrichYeu", name="KH Đường kẻ trích yếu", size=1, align="center", exact=60, after=240),
    _text("KHCanCu", "KH Căn cứ", italic=True),
    _text("KHNoiDung", "KH Nội dung"),
    Style(id="KHPhan", name="KH Phần", bold=True, align="center", before=120, after=120, outline=0,
          keep_next=True),
    Style(id="KHTenPhan", name="KH Tên phần", bold=True, align="center", after=120, keep_next=True),
    _heading("KHMuc", "KH Mục I", 0),
    _heading("KHKhoan", "KH Khoản 1", 1),
    _heading("KHTieuKhoan", "KH Tiểu khoản 1.1", 2),
    _heading("KHTieuKhoanNho", "KH Tiểu khoản 1.1.1", 3, italic=True),
    _heading("KHDiem", "KH Điểm a", 4, bold=False),
    _heading("KHTieuDe", "KH Tiêu đề không số", 4),
    Style(id="KHPhanNhiemVu", name="KH Phần của nhiệm vụ", first=INDENT, after=120, line=264, keep_next=True),
    _text("KHGachDauDong", "KH Gạch đầu dòng"),
    _text("KHDauCong", "KH Dấu cộng"),
    Style(id="KHDongNhan", name="KH Dòng nhãn", bold=True, italic=True, first=INDENT, after=120, line=264,
          keep_next=True),
    Style(id="KHTenBang", name="KH Tên bảng", bold=True, align="center", before=60, after=60, keep_next=True),
    Style(id="KHDauBang", name="KH Đầu bảng", size=12, bold=True, align="center", before=20, after=20),
    Style(id="KHOBang", name="KH Ô bảng", size=12, align="left", before=20, after=20),
    Style(id="KHOBangGiua", name="KH Ô bảng giữa", size=12, align="center", before=20, after=20),
    Style(id="KHOBangPhai", name="KH Ô bảng phải", size=12, align="right", before=20, after=20),
    Style(id="KHOBangDeu", name="KH Ô bảng đều", size=12, before=20, after=20),
    Style(id="KHNoiNhan", name="KH Nơi nhận", size=12, bold=True, italic=True, align="left"),
    Style(id="KHDanhSachNoiNhan", name="KH Danh sách nơi nhận", size=11, align="left"),
    Style(id="KHNguoiSoan", name="KH Người soạn thảo", size=11, align="left", before=60),
    _centred("KHQuyenKy", "KH Quyền hạn chức vụ người ký", 14, bold=True, keep_next=True),
    _centred("KHHoTen", "KH Họ tên người ký", 14, bold=True, before=1500),
    _centred("KHPhuLuc", "KH Phụ lục", 14, bold=True, outline=0, keep_next=True),
    _centred("KHTenPhuLuc", "KH Tên phụ lục", 14, bold=True, keep_next=True),
    _centred("KHKemTheo", "KH Kèm theo", 14, italic=True, after=240, keep_next=True),
    _centred("KHSoTrang", "KH Số trang", 14, based="Header"),
    Style(id="KHNgatPhan", name="KH Ngắt phần", size=1, align="left", exact=20),
)  # fmt: skip
"""In the order of the page. KHDuongKe holds a drawn rule in a paragraph of 3 pt."""


def _fonts() -> str:
    return f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def _run(style: Style) -> str:
    toggles = ("<w:b/><w:bCs/>" if style.bold else "") + ("<w:i/><w:iCs/>" if style.italic else "")
    half = round(style.size * 2)
    return f'<w:rPr>{toggles}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'


def _paragraph(style: Style) -> str:
    line = f'w:line="{style.exact}" w:lineRule="exact"' if style.exact else f'w:line="{style.line}" w:lineRule="auto"'
    return (
        "<w:pPr>"
        + ("<w:keepNext/>" if style.keep_next else "")
        + ("<w:keepLines/>" if style.keep_lines else "")
        + f'<w:spacing w:before="{style.before}" w:after="{style.after}" {line}/>'
        + (f'<w:ind w:firstLine="{style.first}"/>' if style.first else "")
        + f'<w:jc w:val="{style.align}"/>'
        + (f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "")
        + "</w:pPr>"
    )


def _xml(style: Style) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/><w:qFormat/>{_paragraph(style)}{_run(style)}</w:style>'
    )


_BUILT_IN = f"""<w:docDefaults><w:rPrDefault><w:rPr>{_fonts()}<w:color w:val="000000"/><w:sz w:val="28"/>
<w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>
<w:pPr><w:widowControl/></w:pPr><w:rPr>{_fonts()}<w:color w:val="000000"/></w:rPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>
<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>
<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="KHGoc"><w:name w:val="KH Gốc"/><w:basedOn w:val="Normal"/>
<w:qFormat/></w:style>
<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>
<w:pPr><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>
<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="KHKhung"><w:name w:val="KH Khung không viền"/>
<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>
</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="KHBang"><w:name w:val="KH Bảng số liệu"/>
<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/>
<w:left w:val="single" w:sz="4" w:space="0" w:color="000000"/>
<w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/>
<w:right w:val="single" w:sz="4" w:space="0" w:color="000000"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/>
<w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tblBorders><w:tblCellMar>
<w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"""


def styles_xml(namespaces: str) -> str:
    """Return the whole of styles.xml."""
    built_in = _BUILT_IN.replace("\n", "")
    return f"<w:styles {namespaces}>{built_in}{''.join(_xml(style) for style in STYLES)}</w:styles>"
