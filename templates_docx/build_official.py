"""Write ``official.docx`` from the XML below and ``official_styles``: ``python -m templates_docx.build_official``.

The result is a plain Word file; offices may restyle it in Word or LibreOffice, the program only reads it. Jinja tags in
docxtpl's language mark the places. Page set-up by decree 30/2020/NĐ-CP, Phụ lục I, mục I: A4, margins 20 mm at top and
bottom, 30 mm left, 15 mm right.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

from templates_docx.official_styles import FONT, styles_xml
from templates_docx.official_theme import THEME

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_LEFT, _RIGHT = 3969, 5385  # 70 and 95 mm; Quốc hiệu at 12 pt needs 88.3 mm on one line (PL1-II.1.a)
_RECIPIENTS, _SIGNER = 4252, 5102  # 75 and 90 mm on a portrait page
_FIFTIETHS = 5000  # of a per cent: the whole text width

_MARGINS = (
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
)


_LEAD = '<w:p><w:pPr><w:pStyle w:val="KHNgatPhan"/></w:pPr></w:p>'
"""1 pt high. Without it LibreOffice puts an empty line before a table that opens a document with footnotes."""


def _p(style: str, text: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _loop(names: str, item: str, style: str, tag: str = "{{ %s }}") -> str:
    return _p(style, f"{{%p for {item} in {names} %}}") + _p(style, tag % item) + _p(style, "{%p endfor %}")


def _if(field: str, style: str, text: str) -> str:
    return _p(style, f"{{%p if {field} %}}") + _p(style, text) + _p(style, "{%p endif %}")


def _row(widths: list[str], cells: tuple[str, str]) -> str:
    return (
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f"<w:tc><w:tcPr><w:tcW {width}/></w:tcPr>{cell}</w:tc>" for width, cell in zip(widths, cells, strict=True)
        )
        + "</w:tr>"
    )


def _table(widths: tuple[int, int], rows: list[tuple[str, str]], *, whole: int = 0) -> str:
    """Return a frame; ``whole``: how many parts the text width has where the frame is as wide as the page allows, also
    on a landscape page; 0 for one of fixed width."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    parts, kind = (whole, "pct") if whole else (sum(widths), "dxa")
    shares = [f'w:w="{width * parts // sum(widths)}" w:type="{kind}"' for width in widths]
    lines = "".join(_row(shares, row) for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="KHKhung"/><w:tblW w:w="{parts}" w:type="{kind}"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>'
    )


def _letterhead() -> str:
    issuer = (
        _loop("parent", "line", "KHCoQuanChuQuan")
        + _loop("agency", "line", "KHCoQuanBanHanh")
        + _p("KHDuongKe", "{{r agency_rule }}")
    )
    motto = (
        _p("KHQuocHieu", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + _p("KHTieuNgu", "Độc lập - Tự do - Hạnh phúc")
        + _p("KHDuongKe", "{{r motto_rule }}")
    )
    number = _p("KHSoKyHieu", "{{ number_line }}") + _if("draft_mark", "KHDuThao", "DỰ THẢO")
    numbers = (number, _p("KHDiaDanh", "{{ date_line }}"))
    return _table((_LEFT, _RIGHT), [(issuer, motto), numbers])


def _ending() -> str:
    recipients = (
        _p("KHNoiNhan", "Nơi nhận:")
        + _loop("recipients", "line", "KHDanhSachNoiNhan", "{{r %s }}")
        + _if("drafter_mark", "KHNguoiSoan", "{{ drafter_mark }}")
    )
    signer = _loop("signature", "line", "KHQuyenKy") + _if("signer", "KHHoTen", "{{ signer }}")
    style = "KHDanhSachNoiNhan"
    more = ("{%tr for line in more_recipients %}", "{{r line }}", "{%tr endfor %}")
    rows = [(_p(style, text), _p(style, "")) for text in more]
    return _table((_RECIPIENTS, _SIGNER), [(recipients, signer), *rows], whole=_FIFTIETHS)


def _document() -> str:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId6"/><w:headerReference w:type="first" r:id="rId7"/>'
        f'<w:pgSz w:w="11906" w:h="16838"/>{_MARGINS}<w:cols w:space="708"/><w:titlePg/></w:sectPr>'
    )
    body = "".join((
        _LEAD,
        _letterhead(),
        _p("KHTenLoai", "{{ title }}"),
        _p("KHTrichYeu", "{{p subject }}"),
        _p("KHDuongKeTrichYeu", "{{r subject_rule }}"),
        _p("KHCanCu", "{{p bases }}"),
        _p("KHNoiDung", "{{p body }}"),
        _ending(),
        _p("KHPhuLuc", "{{p appendices }}"),
        section,
    ))  # fmt: skip
    return f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>"


_PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def _header(content: str) -> str:
    return f'<w:hdr {_W}><w:p><w:pPr><w:pStyle w:val="KHSoTrang"/></w:pPr>{content}</w:p></w:hdr>'


def _footnotes() -> str:
    marks = (("separator", -1), ("continuationSeparator", 0))
    return (
        f"<w:footnotes {_W}>"
        + "".join(
            f'<w:footnote w:type="{kind}" w:id="{id_}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for kind, id_ in marks
        )
        + "</w:footnotes>"
    )


_SETTINGS = (
    f'<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/>'
    "</w:footnotePr><w:compat><w:doNotExpandShiftReturn/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="vi-VN"/>'
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" '
    'w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" '
    'w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>'
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
)

_FONT_TABLE = (
    f'<w:fonts {_W}><w:font w:name="{FONT}"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
    '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)

_CORE = (
    f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<dc:title>{{ document_title }}</dc:title><dc:subject>{{ document_subject }}</dc:subject>"
    "<dc:creator>{{ document_author }}</dc:creator><dc:language>vi-VN</dc:language></cp:coreProperties>"
)

_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>Kế Hoạch</Application><Company>{{ document_author }}</Company></Properties>"
)

_PARTS = (
    ("rId1", "styles", "styles"),
    ("rId2", "settings", "settings"),
    ("rId3", "fontTable", "fontTable"),
    ("rId4", "theme", "theme/theme1"),
    ("rId5", "footnotes", "footnotes"),
    ("rId6", "header", "header1"),
    ("rId7", "header", "header2"),
)


def _relationships() -> str:
    rows = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}.xml"/>' for id_, kind, target in _PARTS
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _root_relationships() -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>'
    )


def _content_types() -> str:
    types = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        **{f"/word/{target}.xml": f"{_WORD}.{kind}+xml" for _, kind, target in _PARTS if kind != "theme"},
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    rows = "".join(f'<Override PartName="{name}" ContentType="{type_}"/>' for name, type_ in types.items())
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def parts() -> dict[str, str]:
    """Return the template's parts by name, in the order they are written."""
    bodies = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _root_relationships(),
        "word/document.xml": _document(),
        "word/_rels/document.xml.rels": _relationships(),
        "word/styles.xml": styles_xml(_W),
        "word/settings.xml": _SETTINGS,
        "word/fontTable.xml": _FONT_TABLE,
        "word/theme/theme1.xml": THEME,
        "word/footnotes.xml": _footnotes(),
        "word/header1.xml": _header(_PAGE_FIELD),
        "word/header2.xml": _header(""),
        "docProps/core.xml": _CORE,
        "docProps/app.xml": _APP,
    }
    return {name: _HEAD + body for name, body in bodies.items()}


def build(target: Path) -> None:
    """Write the template to ``target``; the same bytes every time."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in parts().items():
            package.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), body, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    build(Path(__file__).with_name("official.docx"))
