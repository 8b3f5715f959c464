"""What rdocx can't lay out by itself comes out whole: every word on the paper, in the PDF and in the preview."""

import io
import re
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from lxml import etree

from documents.importing import import_plan
from documents.pages.node_links import adapted, with_node_links
from documents.pages.pdf import lost_words
from documents.pages.pdf_pages import PdfPages
from documents.pages.typesetting import write_pdf
from documents.rendering import render_docx
from plans.nodes import Cell, Footnote, Paragraph, Recipient, Table
from plans.plan import Plan, Signature
from plans.sample import sample_plan
from plans.text import RichText, Span

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def plan_of(*children, notes=()):
    plan = Plan(place="Suối Lim", subject="Thử trang in")
    plan.body.children = list(children)
    plan.footnotes.children = list(notes)
    return plan


def cell(text, **spans):
    return Cell(text=RichText.of(text), **spans)


def many_recipients():
    plan = plan_of(Paragraph(text=RichText.of("Kế hoạch có hiệu lực từ ngày ký.")))
    names = [f"Chi hội khuyến học liên thôn số {number} của xã Suối Lim" for number in range(60)]
    plan.recipients.children = [Recipient(text=name) for name in names]
    plan.signature = Signature(lines=("CHỦ TỊCH",), name="Lò Văn Bản")
    return plan


def tall_row(words=1200):
    long = " ".join(f"từ{number}" for number in range(words))
    rows = [[cell("Việc"), cell("Ghi chú")], [cell(long), cell("ngắn")], [cell("dòng\n" * 80), cell(long)]]
    return plan_of(Table(rows=rows))


def merged_over_pages():
    rows = [[cell("Nhóm"), cell("Việc"), cell("Năm", align="center")]]
    for group in range(6):
        rows.append([cell(f"Nhóm việc số {group} của các thôn", rowspan=14), cell(f"Việc {group}.0"), cell("2026")])
        rows += [[cell(f"Việc {group}.{number}"), cell("2026")] for number in range(1, 14)]
    return plan_of(Table(rows=rows, widths=[1, 4, 1]))


def long_words():
    word = "khoa" * 60
    rows = [[cell("A"), cell("B")], [cell(word), cell("mã " + "lim" * 30)]]
    return plan_of(Paragraph(text=RichText.of(f"Mã {word} hết.")), Table(rows=rows, widths=[1, 1]))


def word_of_ten_thousand_letters():
    return plan_of(Paragraph(text=RichText.of("Mã " + "đường" * 2000 + " hết.")))


def notes_in_cells():
    notes = [Footnote(text=RichText.of(f"Quy ước thứ {number} của xã Suối Lim")) for number in range(9)]
    texts = [RichText.join([Span("Ô có chú thích"), Span(footnote=note.id)]) for note in notes]
    return plan_of(Table(rows=[[Cell(text=text)] for text in texts]), notes=notes)


def notes_over_pages():
    """Notes in the cells of a table that goes over three pages, after a note in the text."""
    notes = [Footnote(text=RichText.of(f"Quy ước thứ {number} của xã Suối Lim")) for number in range(13)]
    marked = [RichText.join([Span(f"Việc {number}"), Span(footnote=note.id)]) for number, note in enumerate(notes)]
    rows = [[cell("Việc"), cell("Năm")]]
    rows += [[Cell(text=marked[1 + at // 8]) if at % 8 == 0 else cell(f"Dòng {at}"), cell("2026")] for at in range(96)]
    return plan_of(Paragraph(text=marked[0]), Table(rows=rows), notes=notes)


def ending_in_a_table(rows):
    body = [Paragraph(text=RichText.of("Giữ chợ phiên sạch đẹp. " * 9)) for _ in range(6)]
    table = Table(rows=[[cell("TT"), cell("Nội dung")], *[[cell(str(at)), cell(f"Việc {at}")] for at in range(rows)]])
    plan = plan_of(*body, table)
    plan.signature = Signature(lines=("CHỦ TỊCH",), name="Lò Văn Bản")
    return plan


def tall_header():
    rows = [[cell("đầu bảng " * 700), cell("Năm")], [cell("Việc"), cell("2026")], [cell("Việc sau"), cell("2027")]]
    return plan_of(Table(rows=rows))


def wide_table():
    return plan_of(Table(rows=[[cell(f"Cột{column}") for column in range(200)] for _ in range(3)]))


def five_thousand_paragraphs():
    texts = (f"Thôn thứ {number} chăm lo vườn trường, sửa đường và giữ nguồn nước." for number in range(5000))
    return plan_of(*(Paragraph(text=RichText.of(text)) for text in texts))


CASES = (
    sample_plan, many_recipients, tall_row, merged_over_pages, long_words, word_of_ten_thousand_letters,
    notes_in_cells, notes_over_pages, tall_header, wide_table, five_thousand_paragraphs,
)  # fmt: skip


def off_the_paper(pdf):
    """Return the words of which a part stands outside its page."""
    with closing(PdfPages(pdf)) as pages:
        return [
            word.text
            for number, size in enumerate(pages.sizes)
            for word in pages.words(number)
            if word.x < 0 or word.y < 0 or word.x + word.width > size.width or word.y + word.height > size.height
        ]


def words_by_page(pdf):
    with closing(PdfPages(pdf)) as pages:
        return [[word.text for word in pages.words(number)] for number in range(len(pages))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_every_word_is_on_the_paper(case):
    docx = render_docx(case())
    pdf = write_pdf(adapted(docx))
    assert off_the_paper(pdf) == []
    assert lost_words(docx, pdf) == []


@pytest.mark.parametrize("case", CASES[:-1], ids=lambda case: case.__name__)
def test_the_preview_shows_the_pages_of_the_pdf(case):
    docx = render_docx(case())
    assert words_by_page(write_pdf(with_node_links(docx))) == words_by_page(write_pdf(adapted(docx)))


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_every_word_of_a_real_plan_is_on_the_paper(seed):
    found = sorted(SEEDS.glob(f"{seed}_*.txt"))
    if not found:
        pytest.skip("shared seeds not present")
    docx = render_docx(import_plan(found[0]).plan)
    pdf = write_pdf(adapted(docx))
    assert off_the_paper(pdf) == []
    assert lost_words(docx, pdf) == []


def parts_of(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_what_can_be_laid_out_as_it_is_stays_as_it_is_but_for_feet_of_pages_and_shares_of_width():
    plan = plan_of(Paragraph(text=RichText.of("Một đoạn ngắn.")), Table(rows=[[cell("a"), cell("b")]]))
    docx = render_docx(plan)
    before, after = parts_of(docx), parts_of(adapted(docx))
    text = before.pop("word/document.xml").replace(b'w:bottom="1134"', b'w:bottom="1124"')
    for share, twips in ((5000, 9354), (2272, 4250), (2727, 5101)):  # the ending's frame, in per cent of the page's
        text = text.replace(f'w:w="{share}" w:type="pct"'.encode(), f'w:w="{twips}" w:type="dxa"'.encode())
    assert etree.tostring(etree.fromstring(after.pop("word/document.xml"))) == etree.tostring(etree.fromstring(text))
    assert after == before


def test_as_many_lines_stand_on_a_page_as_in_libreoffice():
    """31 paragraphs of one line go 0.1 mm beyond the lower margin; LibreOffice sets them on one page."""
    lines = [Paragraph(text=RichText.of(f"Dòng {number}.")) for number in range(100)]
    assert sum("Dòng" in word for word in words_by_page(write_pdf(adapted(render_docx(plan_of(*lines)))))[1]) == 31


def test_no_border_runs_into_the_margin_below_a_merged_cell():
    """The page below the text, but for the page's own white, is empty (a merged cell's border ran through it)."""
    with closing(PdfPages(write_pdf(adapted(render_docx(merged_over_pages()))))) as pages:
        drawn = pages.draw(0, 0, 1.0)
        rows = range(round(pages.sizes[0].height) - 50, drawn.height)
    margin = b"".join(drawn.pixels[row * drawn.stride : row * drawn.stride + 4 * drawn.width] for row in rows)
    assert {value for at, value in enumerate(margin) if at % 4 < 3} == {255}


def test_a_merged_cell_stands_in_the_middle_of_its_rows():
    rows = [[cell("Nhóm"), cell("Việc")], [cell("Giữa", rowspan=5), cell("một")]]
    rows += [[cell(word)] for word in ("hai", "ba", "bốn", "năm")]
    with closing(PdfPages(write_pdf(adapted(render_docx(plan_of(Table(rows=rows))))))) as pages:
        places = {word.text: word.y for word in pages.words(0)}
    assert abs(places["Giữa"] - places["ba"]) < 6


def test_notes_of_cells_keep_their_figures_and_their_order():
    inside = [Footnote(text=RichText.of(f"Trong bảng {number}")) for number in range(2)]
    before, after = Footnote(text=RichText.of("Trước bảng")), Footnote(text=RichText.of("Sau bảng"))
    marked = [RichText.join([Span("ô"), Span(footnote=note.id)]) for note in inside]
    text = RichText.join([Span("đầu"), Span(footnote=before.id)])
    end = RichText.join([Span("cuối"), Span(footnote=after.id)])
    table = Table(rows=[[Cell(text=one)] for one in marked])
    plan = plan_of(Paragraph(text=text), table, Paragraph(text=end), notes=[before, *inside, after])
    shown = " ".join(words_by_page(write_pdf(adapted(render_docx(plan))))[0])
    assert re.findall(r"(đầu|ô|cuối) ?(\d)", shown) == [("đầu", "1"), ("ô", "2"), ("ô", "3"), ("cuối", "4")]
    assert re.findall(r"(\d) (Trước|Trong|Sau)", shown) == [
        ("1", "Trước"),
        ("2", "Trong"),
        ("3", "Trong"),
        ("4", "Sau"),
    ]


def test_notes_of_cells_stand_on_the_pages_of_their_marks():
    pages = [" ".join(page) for page in words_by_page(write_pdf(adapted(render_docx(notes_over_pages()))))]
    assert len(pages) == 3
    texts = [set(re.findall(r"Việc (\d+)", page)) for page in pages]
    notes = [set(re.findall(r"Quy ước thứ (\d+)", page)) for page in pages]
    assert [len(found) for found in texts] == [len(found) for found in notes]
    assert sum(map(len, notes)) == 13


@pytest.mark.parametrize("before", [7, 8])
def test_a_table_whose_notes_find_no_room_below_it_goes_on_the_next_page(before):
    notes = [Footnote(text=RichText.of(f"Quy ước thứ {number} của bảng này")) for number in range(12)]
    marked = [RichText((Span(f"Việc {number}"), Span(footnote=note.id))) for number, note in enumerate(notes)]
    words = [Paragraph(text=RichText.of("Đoạn văn dài vừa phải. " * 25)) for _ in range(before)]
    table = Table(header_rows=0, rows=[[Cell(text=text), cell("x")] for text in marked])
    plan = plan_of(*words, table, Paragraph(text=RichText.of("Hết.")), notes=notes)
    pages = [" ".join(page) for page in words_by_page(write_pdf(adapted(render_docx(plan))))]
    counts = [(page.count("Việc"), page.count("Quy ước")) for page in pages]
    assert all(rows == told for rows, told in counts)
    assert len([rows for rows, _told in counts if rows]) == 2


@pytest.mark.parametrize("rows", range(4, 20, 3))
def test_a_signature_stands_with_a_row_of_the_table_that_ends_the_text(rows):
    pages = words_by_page(write_pdf(adapted(render_docx(ending_in_a_table(rows)))))
    last = next(page for page in pages if "./." in page)
    assert str(rows - 1) in last[: last.index("./.")]


def test_a_row_that_is_cut_keeps_its_table_under_the_mouse():
    plan = tall_row(400)
    with closing(PdfPages(write_pdf(with_node_links(render_docx(plan))))) as pages:
        names = {box.bookmark for box in pages.link_boxes() if box.page == 1}
    assert f"_kh{plan.body.children[0].id}" in names
