"""Foreign files and the rules each breaks, written down from the decree before the audit was asked.

A case is named by how its office works; its codes are those of rows of the rules, () for a file that is right.
"""

from __future__ import annotations

from tests.documents.foreign_office import (
    BASES,
    BOLD,
    CENTRE,
    ISSUER_MM,
    ITALIC,
    MOTTO,
    MOTTO_MM,
    NATION,
    PAGE,
    RECIPIENTS,
    SUBJECT,
    SUBJECT_MM,
    TEXT,
    TIGHT,
    Foreign,
    bases,
    body,
    border,
    connector,
    end,
    head,
    p,
    rectangle,
    run,
    table,
    title,
    vml_line,
)  # fmt: skip

LEFT_MM, RIGHT_MM = 63 - 3.8, 102 - 3.8
"""Inner widths of the letterhead's columns."""


def lined(kind: str) -> Foreign:
    """Return the right document with its three lines drawn in another manner."""
    exact = '<w:spacing w:before="0" w:after="0" w:line="60" w:lineRule="exact"/>'
    middle = {
        "issuer": (LEFT_MM - ISSUER_MM) / 2,
        "motto": (RIGHT_MM - MOTTO_MM) / 2,
        "subject": (165 - SUBJECT_MM) / 2,
    }
    long = {"issuer": ISSUER_MM, "motto": MOTTO_MM, "subject": SUBJECT_MM}
    wide = {"issuer": LEFT_MM, "motto": RIGHT_MM, "subject": 165.0}

    def drawn(part: str) -> str:
        if kind == "border":
            return border(long[part], wide[part])
        if kind == "vml":
            return p("", exact, behind=vml_line(long[part], middle[part]))
        return p("", exact, behind=connector(long[part], offset=middle[part] if kind == "offset" else None))

    return Foreign(
        head=head(under_issuer=drawn("issuer"), under_motto=drawn("motto")), title=title(under=drawn("subject"))
    )


def tabbed() -> Foreign:
    """Return a letterhead of paragraphs with centre tabs."""
    stops = '<w:tabs><w:tab w:val="center" w:pos="1700"/><w:tab w:val="center" w:pos="6500"/></w:tabs>' + TIGHT
    two = (("ỦY BAN NHÂN DÂN", NATION, 12, 12), ("XÃ SUỐI LIM", MOTTO, 12, 13))
    lines = "".join(
        f"<w:p><w:pPr>{stops}</w:pPr>{run(chr(9) + left, BOLD, one)}{run(chr(9) + right, BOLD, other)}</w:p>"
        for left, right, one, other in two
    )
    drawn = p("", TIGHT, behind=connector(17, offset=21.5) + connector(56.1, offset=86.6))
    date = run("\tSuối Lim, ngày 05 tháng 3 năm 2026", ITALIC, 13)
    third = f"<w:p><w:pPr>{stops}</w:pPr>{run(chr(9) + 'Số: 05/KH-UBND', '', 13)}{date}</w:p>"
    return Foreign(head=lines + drawn + third)


def framed() -> Foreign:
    """Return a letterhead of frames: paragraphs that Word places beside each other."""

    def frame(text: str, x: int, width: int, look: str, size: float, behind: str = "") -> str:
        place = f'<w:framePr w:w="{width}" w:hSpace="141" w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:x="{x}" w:y="1"/>'
        return p(text, place + CENTRE, look, size, behind)

    left = frame("ỦY BAN NHÂN DÂN", 0, 3500, BOLD, 12)
    left += frame("XÃ SUỐI LIM", 0, 3500, BOLD, 12, connector(ISSUER_MM)) + frame("Số: 05/KH-UBND", 0, 3500, "", 13)
    right = frame(NATION, 3600, 5754, BOLD, 12) + frame(MOTTO, 3600, 5754, BOLD, 13, connector(MOTTO_MM))
    right += frame("Suối Lim, ngày 05 tháng 3 năm 2026", 3600, 5754, ITALIC, 13)
    return Foreign(head=left + right)


def boxed() -> Foreign:
    """Return a letterhead of two text boxes in the old form."""

    def box(content: str, left: int, width: int) -> str:
        style = f"position:absolute;margin-left:{left}pt;margin-top:0;width:{width}pt;height:80pt"
        return (
            f'<w:r><w:pict><v:shape style="{style}"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>'
            "</v:shape></w:pict></w:r>"
        )

    left = p("ỦY BAN NHÂN DÂN", CENTRE, BOLD, 12) + p("XÃ SUỐI LIM", CENTRE, BOLD, 12, rectangle(ISSUER_MM))
    right = p(NATION, CENTRE, BOLD, 12) + p(MOTTO, CENTRE, BOLD, 13, rectangle(MOTTO_MM))
    left += p("Số: 05/KH-UBND", CENTRE, "", 13)
    right += p("Suối Lim, ngày 05 tháng 3 năm 2026", CENTRE, ITALIC, 13)
    return Foreign(head=p("", TIGHT, behind=box(left, 0, 178) + box(right, 180, 289)))


def numbered(first: str, second: str, third: str, *, label_font: str = "Times New Roman") -> Foreign:
    """Return the right document with automatic labels of three levels; their font stands in the list."""
    font = f'<w:rPr><w:rFonts w:ascii="{label_font}" w:hAnsi="{label_font}"/></w:rPr>'
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:suff w:val="space"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr>{font}</w:lvl>'
        for at, (kind, text) in enumerate((("upperRoman", first), ("decimal", second), ("lowerLetter", third)))
    )
    numbering = f'<w:abstractNum w:abstractNumId="77">{levels}</w:abstractNum>'
    numbering += '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    told = ""
    for text, look, level in (
        ("MỤC ĐÍCH", BOLD, 0), ("Mục đích chung", BOLD, 1), ("Giảm tai nạn đuối nước.", "", 2), ("Dạy bơi.", "", 2),
        ("Mục đích riêng", BOLD, 1), ("Không để trẻ tự tắm suối.", "", 2), ("TỔ CHỨC THỰC HIỆN", BOLD, 0),
        ("Phòng Văn hóa - Xã hội chủ trì.", "", 1), ("Công an xã phối hợp cùng các thôn, trường học./.", "", 1),
    ):  # fmt: skip
        count = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>'
        told += p(text, count + TEXT.replace('<w:ind w:firstLine="720"/>', ""), look)
    return Foreign(body=told, numbering=numbering)


def appendix(heading: str, name: str = "DANH SÁCH HỒ CHỨA", note: str | None = None) -> str:
    """Return an appendix of a heading, a title, a reference and a line of text; "" leaves a line out."""
    said = "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 3 năm 2026 của Ủy ban nhân dân xã Suối Lim)"
    told = p(heading, CENTRE, BOLD) + (p(name, CENTRE, BOLD) if name else "")
    return told + (p(said if note is None else note, CENTRE, ITALIC) if note != "" else "") + data_table()


def data_table(rows: int = 4, props: str = "", width: int = 4600, look: str = "", first: str = "") -> str:
    """Return a data table; ``first``: run properties of its first row."""
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    lines = [(p("Hồ", CENTRE, first or BOLD, 13), p("Thôn", CENTRE, first or BOLD, 13))]
    lines += [(p(f"Hồ số {n}", TIGHT, look, 13), p(f"Thôn {n}", TIGHT, look, 13)) for n in range(1, rows)]
    return table(lines, (width, width), props or f"<w:tblBorders>{edges}</w:tblBorders>")


NAMED = {"thực hiện Kế hoạch này": "thực hiện theo Phụ lục kèm theo Kế hoạch này"}
PLAIN = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
WHITE_HEAD = (
    '<w:style w:type="table" w:styleId="Sac" ><w:name w:val="Sac"/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/>'
    '<w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="4F81BD"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)
EXACT = TEXT.replace('w:line="264" w:lineRule="auto"', 'w:line="{}" w:lineRule="exact"')
TRANG = p("Trang ", '<w:jc w:val="right"/>', behind=PAGE + run("/5"))

Case = tuple[Foreign, str]

CASES: dict[str, Case] = {
    # right, in many manners
    "table and rectangles": (Foreign(), ""),
    "connectors": (lined("centred"), ""),
    "connectors by offset": (lined("offset"), ""),
    "VML lines": (lined("vml"), ""),
    "paragraph borders": (lined("border"), ""),
    "tabs": (tabbed(), ""),
    "frames": (framed(), ""),
    "text boxes": (boxed(), ""),
    "automatic labels": (numbered("%1.", "%2.", "%3)"), ""),
    "line spacing of exactly 18 points": (Foreign(body=body(EXACT.format(360))), ""),
    "an appendix of its own section": (
        Foreign(body=body(change=NAMED), behind=appendix("Phụ lục"), new_section=True),
        "",
    ),
    "recipients in common": (
        Foreign(
            end=end(
                (
                    "- Thường trực Đảng ủy (b/c);",
                    "- CT, các PCT UBND xã;",
                    "- Các phòng, ban, ngành, đoàn thể xã;",
                    "- Công an xã;",
                    "- Các thôn, tổ dân phố;",
                    "- Lưu: VT, VHXH.",
                )
            )
        ),
        "",
    ),
    "blanks of a draft": (
        Foreign(head=head(number="Số:      /KH-UBND", date="Suối Lim, ngày     tháng     năm 2026")),
        "14",
    ),
    # page and font
    "Letter paper with inch margins": (Foreign(paper=(215.9, 279.4), margins=(25.4,) * 4), "02"),
    "Trang 2/5 at the foot": (Foreign(header="", footer=TRANG), "03"),
    "page number right, on page 1 too": (
        Foreign(header=p("", f'{TIGHT}<w:jc w:val="right"/>', behind=PAGE), hides_first=False),
        "03",
    ),
    "theme font of the template": (
        Foreign(body=body().replace('w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"', "")),
        "01",
    ),
    "red text": (Foreign(body=body().replace("<w:b/>", '<w:b/><w:color w:val="FF0000"/>')), "01"),
    "coloured table style": (
        Foreign(
            body=body().replace(
                p("2. Yêu cầu", TEXT, BOLD),
                data_table(4, '<w:tblStyle w:val="Sac"/><w:tblLook w:val="04A0" w:firstRow="1"/>', first=" ")
                + p("2. Yêu cầu", TEXT, BOLD),
            ),
            styles={"Sac": WHITE_HEAD},
        ),
        "01 40",
    ),
    # letterhead
    "underlined": (
        Foreign(
            head=head(
                look=BOLD + '<w:u w:val="single"/>',
                under_issuer="",
                under_motto=p("", CENTRE, behind=rectangle(MOTTO_MM)),
            )
        ),
        "07",
    ),
    "typed dashes": (
        Foreign(head=head(under_issuer=p("--------", CENTRE, "", 12), under_motto=p("_______________", CENTRE))),
        "07",
    ),
    "motto with en dashes, its line too short": (
        Foreign(head=head(motto="Độc lập – Tự do – Hạnh phúc", under_motto=p("", CENTRE, behind=rectangle(30)))),
        "04 05",
    ),
    "dotted line": (
        Foreign(head=head(under_issuer=p("", CENTRE, behind=connector(ISSUER_MM, '<a:prstDash val="sysDot"/>')))),
        "07",
    ),
    "no short lines": (Foreign(head=head(under_issuer=""), title=title(under="")), "06"),
    "short issuer, left, as a bold parent": (Foreign(head=head(issuer=("UBND XÃ SUỐI LIM",), place=TIGHT)), "08 09"),
    "number and date by habit": (
        Foreign(head=head(number="Số 5/KH-UBND", date="Suối Lim, 05/03/2026", date_look="")),
        "10 13",
    ),
    "a code that is none": (Foreign(head=head(number="Số: 05/CV-UBND")), "11"),
    "motto, number and date of 14 points": (Foreign(head=head().replace('w:val="26"', 'w:val="28"')), "05 09 12"),
    # title and bases
    "subject at the left": (Foreign(title=title(place=TIGHT)), "15"),
    "subject plain and with a stop": (Foreign(title=title(subject=f"{SUBJECT}.", place=TIGHT, look="")), "15 16"),
    "subject justified like the text": (Foreign(title=title(place=TEXT, look=ITALIC)), "15"),
    "subject in python-docx's heading style": (
        Foreign(
            title=p("KẾ HOẠCH", CENTRE, BOLD)
            + f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{SUBJECT}</w:t></w:r></w:p>'
            + p("", CENTRE, behind=rectangle(SUBJECT_MM))
        ),
        "01 06 15",
    ),
    "all of the title at the left, plain": (
        Foreign(title=title(place=TIGHT, look="").replace(p("KẾ HOẠCH", CENTRE, BOLD), p("KẾ HOẠCH", TIGHT))),
        "15",
    ),
    "subject of two plain lines at the left": (
        Foreign(
            title=p("KẾ HOẠCH", CENTRE, BOLD)
            + p("Phòng, chống đuối nước cho trẻ em", TIGHT)
            + p("năm 2026;", TIGHT)
            + p("", CENTRE, behind=rectangle(30))
        ),
        "15 16",
    ),
    "subject plain and no line": (Foreign(title=title(place=TIGHT, look="", under="")), "06 15"),
    "subject plain, an opening for bases": (
        Foreign(
            title=title(place=TIGHT, look=""),
            bases=p(
                "Thực hiện Kế hoạch số 30/KH-UBND ngày 12 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Lâm Hà về an toàn cho "
                "trẻ em, Ủy ban nhân dân xã Suối Lim ban hành Kế hoạch như sau:",
                TEXT,
            ),
        ),
        "15",
    ),
    "no subject, bases at once": (Foreign(title=p("KẾ HOẠCH", CENTRE, BOLD)), "15"),
    "type and subject on one line": (
        Foreign(title=p(f"KẾ HOẠCH {SUBJECT.upper()}", CENTRE, BOLD) + p("", CENTRE, behind=rectangle(60))),
        "15",
    ),
    "subject repeats the type": (Foreign(title=title(subject=f"Kế hoạch {SUBJECT.lower()}")), "15"),
    "bases upright": (Foreign(bases=bases([BASES[0][:-1] + ",", BASES[1]], look="")), "17"),
    "law with its number, district bodies": (
        Foreign(
            bases=bases(
                [
                    "Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05 tháng 4 năm 2016;",
                    "Căn cứ Kế hoạch số 30/KH-UBND ngày 12 tháng 02 năm 2026 của UBND huyện Nậm Rốm về an toàn cho trẻ em.",
                ]
            )
        ),
        "18 19",
    ),
    # text
    "text at the left, no gap": (Foreign(body=body(PLAIN)), "20"),
    "lines of exactly 12 points": (Foreign(body=body(EXACT.format(240))), "20"),
    "lines of exactly 30 points": (Foreign(body=body(EXACT.format(600))), "20"),
    "text of 12 points": (Foreign(body=body(size=12)), "21"),
    "blank paragraphs": (
        Foreign(body=body().replace(p("II. NỘI DUNG", TEXT, BOLD), p("", TEXT) + p("II. NỘI DUNG", TEXT, BOLD))),
        "20",
    ),
    "slashes behind labels": (
        Foreign(body=body(change={"I. M": "I/ M", "II. N": "II/ N", "III. T": "III/ T", "a) ": "a/ ", "b) ": "b/ "})),
        "22",
    ),
    "a label left out": (Foreign(body=body(change={"III. T": "IV. T"})), "22"),
    "automatic labels in another font": (numbered("%1.", "%2.", "%3)", label_font="Arial"), "01"),
    "automatic labels with brackets": (numbered("%1.", "%2)", "%3."), "22"),
    "headings in small letters": (Foreign(body=body(change={"MỤC ĐÍCH, YÊU CẦU": "Mục đích, yêu cầu"})), "23"),
    "ends with a slash": (Foreign(body=body(change={"./.": "./"})), "24"),
    "citing and capitals": (
        Foreign(body=body(change={"Rà soát ao": "Theo Khoản 2 điều 5 của Luật Trẻ em, nhân dân xã rà soát  ao"})),
        "36 37 39",
    ),
    "icons and a highlight": (Foreign(body=body(change={"Rà soát": "★ Rà soát"})), "38"),
    # end
    "signing by old habit": (Foreign(end=end(offices=("T/M UBND", "CHỦ TỊCH"), name="ThS. Lò Văn Mẫu")), "25 27"),
    "deputy without his office": (Foreign(end=end(offices=("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"))), "26"),
    "recipients by old habit": (
        Foreign(
            end=end(("- Như trên;", *RECIPIENTS[:-1], "- Lưu VT"), heading="Nơi nhận", heading_look=BOLD, list_size=12)
        ),
        "29 30 31",
    ),
    "signature on a page of its own": (Foreign(end='<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + end()), "28"),
    "supervisors and those to know": (
        Foreign(
            end=end(
                (
                    "- TT. Đảng ủy, TT. HĐND xã (để b/c);",
                    "- Sở Giáo dục và Đào tạo;",
                    "- Công an tỉnh;",
                    "- Trạm Y tế xã (để biết);",
                    "- UBMTTQ và các đoàn thể xã;",
                    "- Như mục III;",
                    "- Lưu: VT.",
                )
            )
        ),
        "",
    ),
    "work for all in common": (
        Foreign(
            body=body(
                change={
                    "2. Công an xã phối hợp": "2. Công an xã, các ban, ngành phối hợp",
                    "Rà soát ao": "Các phòng, ban, ngành rà soát ao",
                }
            ),
            end=end(("- Trạm Y tế xã;", *RECIPIENTS)),
        ),
        "",
    ),
    "recipient without work": (Foreign(end=end(("- Trạm Y tế xã;", *RECIPIENTS))), "32"),
    "unit with work left out": (
        Foreign(
            body=body(change={"2. Công an xã phối": "2. Ban Chỉ huy Quân sự xã phối"}),
            end=end(("- Phòng Văn hóa - Xã hội;", "- Các thôn, trường học;", "- Lưu: VT, VHXH.")),
        ),
        "32",
    ),
    # appendix
    "small heading with its title, at the left": (
        Foreign(
            body=body(change=NAMED),
            new_section=True,
            behind=appendix("Phụ lục 1. Danh sách hồ chứa", "").replace(
                p("Phụ lục 1. Danh sách hồ chứa", CENTRE, BOLD), p("Phụ lục 1. Danh sách hồ chứa", TIGHT)
            ),
        ),
        "33",
    ),
    "two appendices, one not numbered": (
        Foreign(body=body(change=NAMED), behind=appendix("Phụ lục") + appendix("Phụ lục II"), new_section=True),
        "33 35",
    ),
    "heading and title on one line": (
        Foreign(body=body(change=NAMED), behind=appendix("PHỤ LỤC 1: DANH SÁCH HỒ CHỨA", ""), new_section=True),
        "33",
    ),
    "the same at the left, pages running on": (
        Foreign(behind=appendix("PHỤ LỤC 1: DANH SÁCH HỒ CHỨA", "", "").replace(CENTRE, TIGHT)),
        "33 34 35",
    ),
    "reference upright, of another document": (
        Foreign(
            body=body(change=NAMED),
            new_section=True,
            behind=appendix(
                "Phụ lục", note="(Kèm theo Kế hoạch số 77/KH-UBND của Ủy ban nhân dân xã Suối Lim)"
            ).replace(ITALIC, ""),
        ),
        "34",
    ),
    "wide table without a repeated head": (
        Foreign(
            body=body().replace(p("2. Yêu cầu", TEXT, BOLD), data_table(9, width=5600) + p("2. Yêu cầu", TEXT, BOLD))
        ),
        "40",
    ),
}
"""Each file with the rows it breaks, by blanks."""
