"""Components and drawn lines are found however a foreign office lays them out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from documents.audit.audited import Audited
from documents.audit.components import locate
from documents.audit.flow import read_flow
from documents.audit.rulers import rulers
from documents.audit.rules import load_rules
from documents.audit.word import open_package

WordFile = Callable[..., Path]
Find = Callable[[str], Audited]

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
DATE = "Suối Lim, ngày 05 tháng 3 năm 2026"
HEAD_LINES = ("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM", "Số: 05/KH-UBND", NATION, MOTTO, DATE)


def p(text: str, para: str = "", run: str = "<w:b/>", inside: str = "") -> str:
    parts = text.split("\t")
    runs = "<w:r><w:tab/></w:r>".join(f"<w:r><w:rPr>{run}</w:rPr><w:t>{part}</w:t></w:r>" for part in parts)
    return f"<w:p><w:pPr>{para}</w:pPr>{runs}{inside}</w:p>"


def table(*cells: str, widths: tuple[int, ...] = (3600, 5750), borders: tuple[str, ...] = ("", "")) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    columns = "".join(f"<w:tc><w:tcPr>{b}</w:tcPr>{c}</w:tc>" for c, b in zip(cells, borders, strict=True))
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid><w:tr>{columns}</w:tr></w:tbl>"


TITLE = p("KẾ HOẠCH", '<w:jc w:val="center"/>') + p("Cấp nước sạch năm 2026", '<w:jc w:val="center"/>')
REST = TITLE + p("Căn cứ Luật Tài nguyên nước ngày 27 tháng 11 năm 2023.", run="<w:i/>") + p("I. MỤC ĐÍCH")


@pytest.fixture
def find(word_file: WordFile) -> Find:
    def read(body: str) -> Audited:
        path = word_file(body)
        flow = read_flow(open_package(path.read_bytes(), path))
        return Audited(flow=flow, parts=locate(flow), rules=load_rules())

    return read


HEADS = {
    "table": table(
        p("ỦY BAN NHÂN DÂN") + p("XÃ SUỐI LIM") + p("Số: 05/KH-UBND", run=""),
        p(NATION) + p(MOTTO) + p(DATE, run="<w:i/>"),
    ),
    "tabs": p(f"ỦY BAN NHÂN DÂN\t{NATION}") + p(f"XÃ SUỐI LIM\t{MOTTO}") + p(f"Số: 05/KH-UBND\t{DATE}", run=""),
    "spaces": p(f"ỦY BAN NHÂN DÂN       {NATION}")
    + p(f"XÃ SUỐI LIM          {MOTTO}")
    + p(f"Số: 05/KH-UBND        {DATE}"),
    "paragraphs": "".join(
        p(text) for text in ("ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM", "Số: 05/KH-UBND", NATION, MOTTO, DATE)
    ),
    "line breaks": table(
        p("ỦY BAN NHÂN DÂN", inside="<w:r><w:br/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>XÃ SUỐI LIM</w:t></w:r>")
        + p("Số: 05/KH-UBND"),
        p(NATION) + p(MOTTO) + p(DATE),
    ),
    "text box": "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
    + "".join(p(text) for text in HEAD_LINES)
    + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
}


@pytest.mark.parametrize("layout", HEADS)
def test_the_head_is_found_in_any_layout(find: Find, layout: str) -> None:
    parts = find(HEADS[layout] + REST).parts
    head = parts.head
    assert [line.text for line in head.issuer] == ["ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM"]
    single = (head.nation, head.motto, head.number, head.date, head.title)
    assert [line and line.text for line in single] == [NATION, MOTTO, "Số: 05/KH-UBND", DATE, "KẾ HOẠCH"]
    assert [line.text for line in parts.subject] == ["Cấp nước sạch năm 2026"]
    assert [para.text[:7] for para in parts.bases] == ["Căn cứ "]


def test_blanks_for_number_and_day_do_not_make_columns(find: Find) -> None:
    head = find(p("Số:          /KH-UBND\tSuối Lim, ngày       tháng      năm 2026") + REST).parts.head
    assert head.number is not None
    assert head.number.text.split() == ["Số:", "/KH-UBND"]
    assert head.date is not None
    assert head.date.text.split()[-1] == "2026"


def test_a_parent_body_is_told_from_the_issuer(find: Find) -> None:
    left = p("UBND XÃ SUỐI LIM", run="") + p("PHÒNG VĂN HÓA - XÃ HỘI")
    head = find(table(left, p(NATION)) + REST).parts.head
    assert [line.text for line in head.parent] == ["UBND XÃ SUỐI LIM"]
    assert [line.text for line in head.issuer] == ["PHÒNG VĂN HÓA - XÃ HỘI"]


BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'


def anchored(shape: str, length: float, dash: str = "", offset: str = "<wp:align>center</wp:align>") -> str:
    emu = round(length * 36000)
    return (
        '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column">'
        f'{offset}</wp:positionH><wp:extent cx="{emu}" cy="0"/>'
        f'<a:graphic><a:graphicData><wps:wsp>{shape}<wps:spPr><a:xfrm><a:ext cx="{emu}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="line"/><a:ln>{BLACK}{dash}</a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


def vml(start: str, end: str, inside: str = "") -> str:
    return f'<w:r><w:pict><v:line style="position:absolute" from="{start}" to="{end}">{inside}</v:line></w:pict></w:r>'


LINES = {
    "connector": anchored("<wps:cNvCnPr/>", 56),
    "line": anchored("<wps:cNvPr/>", 56),
    "offset": anchored("<wps:cNvCnPr/>", 56, offset="<wp:posOffset>720000</wp:posOffset>"),
    "VML line": vml("50pt,2pt", "208.74pt,2pt"),
    "VML group": '<w:r><w:pict><v:group style="width:100mm;height:20mm" coordsize="2000,400">'
    '<v:line from="200,10" to="1320,10"/></v:group></w:pict></w:r>',
    "VML shape": '<w:r><w:pict><v:shape style="margin-left:20mm;width:56mm;height:0"/></w:pict></w:r>',
}


@pytest.mark.parametrize("kind", LINES)
def test_a_line_under_the_motto_is_measured(find: Find, kind: str) -> None:
    head = table(p("ỦY BAN NHÂN DÂN") + p("XÃ SUỐI LIM"), p(NATION) + p(MOTTO, inside=LINES[kind]))
    found = rulers(find(head + REST))
    assert set(found) == {"motto"}
    assert found["motto"].line.length_mm == pytest.approx(56, abs=0.1)
    assert found["motto"].line.stroke == "solid"


def test_a_line_anchored_left_but_drawn_right_belongs_to_the_motto(find: Find) -> None:
    far = anchored("<wps:cNvCnPr/>", 56, offset="<wp:posOffset>3000000</wp:posOffset>")
    head = table(p("ỦY BAN NHÂN DÂN") + p("XÃ SUỐI LIM", inside=far), p(NATION) + p(MOTTO))
    assert set(rulers(find(head + REST))) == {"motto"}


def test_lines_of_a_head_laid_out_by_tabs_go_by_their_place(find: Find) -> None:
    left = anchored("<wps:cNvCnPr/>", 17, offset="<wp:posOffset>700000</wp:posOffset>")
    right = anchored("<wps:cNvCnPr/>", 56, offset="<wp:posOffset>3400000</wp:posOffset>")
    body = p(f"ỦY BAN NHÂN DÂN\t{NATION}") + p(f"XÃ SUỐI LIM\t{MOTTO}", inside=left + right) + REST
    found = rulers(find(body))
    assert {part: round(ruler.line.length_mm) for part, ruler in found.items()} == {"issuer": 17, "motto": 56}


def test_a_cell_border_is_a_line(find: Find) -> None:
    edge = '<w:tcBorders><w:bottom w:val="single" w:sz="4"/></w:tcBorders>'
    head = table(p("XÃ SUỐI LIM"), p(NATION) + p(MOTTO), borders=(edge, ""))
    found = rulers(find(head + REST))
    assert {part: ruler.line.source for part, ruler in found.items()} == {"issuer": "cell"}


@pytest.mark.parametrize(
    ("line", "stroke"),
    [
        (anchored("<wps:cNvCnPr/>", 56, dash='<a:prstDash val="sysDot"/>'), "dotted"),
        (vml("0,0", "150pt,0", '<v:stroke dashstyle="1 1"/>'), "dotted"),
        (vml("0,0", "150pt,0", '<v:stroke dashstyle="dash"/>'), "dotted"),
        (vml("0,0", "150pt,0", '<v:stroke linestyle="thinThin"/>'), "double"),
    ],
)
def test_the_stroke_of_a_line_is_told(find: Find, line: str, stroke: str) -> None:
    head = table(p("XÃ SUỐI LIM"), p(NATION) + p(MOTTO, inside=line))
    assert rulers(find(head + REST))["motto"].line.stroke == stroke


def test_a_line_in_a_text_box_is_counted_once(find: Find) -> None:
    inside = p(NATION) + p(MOTTO, inside=LINES["line"])
    box = (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    audited = find(p("", inside=box) + REST)
    assert [len(para.drawn) for para in audited.parts.head.paras] == [0, 0, 1]


INVISIBLE = {
    "no fill, no outline": LINES["line"].replace(BLACK, "<a:noFill/>"),
    "an outline without colour": LINES["line"].replace(BLACK, ""),
    "VML without stroke": '<w:r><w:pict><v:line stroked="f" from="0,0" to="150pt,0"/></w:pict></w:r>',
    "white VML": '<w:r><w:pict><v:rect stroked="f" style="width:56mm;height:0.5mm"/></w:pict></w:r>',
}


@pytest.mark.parametrize("kind", INVISIBLE)
def test_a_line_that_no_program_shows_is_none(find: Find, kind: str) -> None:
    head = table(p("XÃ SUỐI LIM"), p(NATION) + p(MOTTO, inside=INVISIBLE[kind]))
    assert rulers(find(head + REST)) == {}


def test_a_line_coloured_by_its_style_is_seen(find: Find) -> None:
    style = '</wps:spPr><wps:style><a:lnRef idx="1"/></wps:style>'
    line = LINES["connector"].replace(BLACK, "").replace("</wps:spPr>", style)
    assert set(rulers(find(table(p("XÃ SUỐI LIM"), p(NATION) + p(MOTTO, inside=line)) + REST))) == {"motto"}


def test_a_box_is_no_line(find: Find) -> None:
    box = '<w:r><w:pict><v:rect style="width:60pt;height:20pt"/></w:pict></w:r>'
    assert rulers(find(table(p("XÃ SUỐI LIM"), p(NATION) + p(MOTTO, inside=box)) + REST)) == {}


ENDS = {
    "table": table(
        p("Nơi nhận:") + p("- Các thôn;") + p("- Lưu: VT."), p("TM. ỦY BAN NHÂN DÂN") + p("CHỦ TỊCH") + p("Lò Văn Mẫu")
    ),
    "signature first": "".join(
        p(text) for text in ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Mẫu", "Nơi nhận:", "- Các thôn;", "- Lưu: VT.")
    ),
    "recipients first": "".join(
        p(text) for text in ("Nơi nhận:", "- Các thôn;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lò Văn Mẫu")
    ),
    "tabs": p("Nơi nhận:\tTM. ỦY BAN NHÂN DÂN") + p("- Các thôn;\tCHỦ TỊCH") + p("- Lưu: VT.") + p("\tLò Văn Mẫu"),
}


@pytest.mark.parametrize("layout", ENDS)
def test_the_end_is_found_in_any_layout(find: Find, layout: str) -> None:
    ending = find(HEADS["table"] + REST + p("Các thôn thực hiện./.") + ENDS[layout]).parts.ending
    assert [line.text for line in ending.recipients] == ["- Các thôn;", "- Lưu: VT."]
    assert [line.text for line in ending.authority] == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]
    assert ending.signer is not None
    assert ending.signer.text == "Lò Văn Mẫu"


def test_appendices_follow_the_signature(find: Find) -> None:
    behind = p("Phụ lục I", '<w:jc w:val="center"/>') + p("BẢNG A") + p("Phụ lục II", '<w:jc w:val="center"/>')
    parts = find(HEADS["table"] + REST + ENDS["table"] + behind).parts
    assert [appendix.heading.text for appendix in parts.appendices] == ["Phụ lục I", "Phụ lục II"]
    assert [len(appendix.paras) for appendix in parts.appendices] == [2, 1]
