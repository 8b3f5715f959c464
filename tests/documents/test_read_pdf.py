"""PDF files with text: reading order, paragraphs, tables, notes and margins come out as the page shows them."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from documents.importing import import_apart, import_plan
from documents.inspection import inspect
from documents.pages import docx_to_pdf
from documents.reading.blocks import Block, Source
from documents.reading.pdf.process_target import read
from documents.rendering import render_docx
from plans.errors import Trouble
from plans.sample import sample_plan
from tests.documents.pdf_files import Sheet, pdf_of

FIXTURES = Path(__file__).parent / "fixtures" / "office"
LEFT, RIGHT = 85.0, 553.0
LONG = "Cac phong, don vi va cac thon phoi hop thuc hien tot cac nhiem vu duoc giao."
"""76 letters; at 12 pt and half an em a letter it fills a line from LEFT to within a word of RIGHT."""


def source_of(data: bytes) -> Source:
    return read(data, Path("mẫu.pdf"), lambda _stage, _done=0, _total=0: None)


def texts(source: Source) -> list[str]:
    return [block.text.plain for block in source.blocks if not block.is_table]


def table(source: Source) -> Block:
    (found,) = [block for block in source.blocks if block.is_table]
    return found


def cells(block: Block) -> list[list[str]]:
    return [[cell.text.plain for cell in row] for row in block.rows or ()]


def grid(sheet: Sheet, xs: list[float], ys: list[float]) -> Sheet:
    for x in xs:
        sheet.rule(x, ys[0], x, ys[-1])
    for y in ys:
        sheet.rule(xs[0], y, xs[-1], y)
    return sheet


@pytest.fixture(scope="module")
def sample_pdf() -> bytes:
    return docx_to_pdf(render_docx(sample_plan())).pdf


@pytest.fixture(scope="module")
def sample(sample_pdf: bytes, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    path = tmp_path_factory.mktemp("pdf") / "mẫu.pdf"
    path.write_bytes(sample_pdf)
    return inspect(import_plan(path))


@pytest.fixture(scope="module")
def same_as_word(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    path = tmp_path_factory.mktemp("docx") / "mẫu.docx"
    path.write_bytes(render_docx(sample_plan(), issued=True))
    return inspect(import_plan(path))


def test_our_own_pdf_is_recognised_as_the_word_file_is(sample, same_as_word):
    different = {key for key in same_as_word if key != "source" and sample[key] != same_as_word[key]}
    assert different == set()
    assert sample["source"]["format"] == "pdf"


def test_a_pdf_of_libreoffice_is_recognised_as_the_old_word_file_beside_it_is():
    pdf, doc = (inspect(import_plan(FIXTURES / name)) for name in ("ngan.pdf", "ngan.doc"))
    assert {key for key in doc if key != "source" and pdf[key] != doc[key]} == set()
    assert (pdf["text_kept"], len(pdf["headings"]), len(pdf["tables"])) == (1.0, 9, 1)


def test_the_letterhead_s_columns_are_read_one_after_the_other(sample_pdf):
    head = source_of(sample_pdf).blocks[0]
    left, right = cells(head)[0]
    assert left.split("\n")[:2] == ["ỦY BAN NHÂN DÂN", "XÃ SUỐI LIM"]
    assert right.split("\n")[1] == "Độc lập - Tự do - Hạnh phúc"


def test_page_numbers_are_layout_and_bold_is_kept(sample_pdf):
    source = source_of(sample_pdf)
    assert {"2", "3", "4"} <= set(source.layout)
    (heading,) = [block for block in source.blocks if block.text.plain == "II. MỤC TIÊU"]
    assert all(span.bold for span in heading.text)


def test_notes_are_tied_to_their_marks(sample_pdf):
    source = source_of(sample_pdf)
    marks = [mark for block in source.blocks for mark in block.text.footnotes]
    assert marks == list(source.footnotes)
    assert source.footnotes[marks[0]].plain.startswith("Gồm: Nghị quyết số 57-NQ/TW")


def test_raised_figures_without_note_stay_raised():
    source = source_of(pdf_of(Sheet().text(LEFT, 100, "Rong 36 m").text(LEFT + 55, 95, "2", 7)))
    assert [(span.text, span.vertical) for span in source.blocks[0].text] == [("Rong 36 m", ""), ("2", "super")]


def test_a_full_line_goes_on_and_a_short_one_ends_the_paragraph():
    sheet = Sheet()
    for line, (x, text) in enumerate([(LEFT + 36, LONG[:70]), (LEFT, LONG), (LEFT, "Het doan."), (LEFT + 36, "Moi.")]):
        sheet.text(x, 100 + 16 * line, text)
    for line in range(8):
        sheet.text(LEFT, 300 + 16 * line, LONG)
    assert texts(source_of(pdf_of(sheet)))[:2] == [f"{LONG[:70]} {LONG} Het doan.", "Moi."]


def test_a_paragraph_goes_on_over_the_page():
    one, two = Sheet(), Sheet()
    for line in range(6):
        one.text(LEFT, 700 + 16 * line, LONG)
    two.text(LEFT, 80, "va het.")
    assert texts(source_of(pdf_of(one, two)))[-1].endswith(f"{LONG} va het.")


def test_running_heads_that_every_page_has_are_layout():
    sheets = [Sheet().text(LEFT, 40, f"Ke hoach nam 2026 - trang {n}").text(LEFT, 300, f"Doan {n}.") for n in range(4)]
    source = source_of(pdf_of(*sheets))
    assert texts(source) == [f"Doan {n}." for n in range(4)]
    assert len(source.layout) == 4


def test_a_figure_alone_in_the_text_is_no_page_number():
    sheets = [Sheet().text(LEFT, 300, "Dong tren").text(LEFT, 400, f"{7 * n + 3}") for n in range(3)]
    assert source_of(pdf_of(*sheets)).layout == []


def test_a_ruled_table_comes_with_merged_cells():
    sheet = grid(Sheet(), [100, 200, 400], [200, 230, 260, 290])
    sheet.marks = [mark for mark in sheet.marks if "200 642 m 200 552 l" not in mark]
    sheet.rule(200, 230, 200, 290)
    for x, y, text in [
        (110, 220, "Tong hop"),
        (110, 250, "1"),
        (210, 250, "Mot viec"),
        (110, 280, "2"),
        (210, 280, "Hai"),
    ]:
        sheet.text(x, y, text)
    found = table(source_of(pdf_of(sheet)))
    assert cells(found) == [["Tong hop"], ["1", "Mot viec"], ["2", "Hai"]]
    assert (found.rows or ())[0][0].colspan == 2


def test_a_table_goes_on_over_the_page_and_its_repeated_head_is_layout():
    sheets = []
    for page in range(2):
        sheet = grid(Sheet(), [100, 150, 400], [100, 130, 160])
        sheet.text(110, 120, "TT").text(160, 120, "Viec").text(110, 150, f"{page + 1}").text(160, 150, f"Viec {page}")
        sheets.append(sheet)
    source = source_of(pdf_of(*sheets))
    found = table(source)
    assert cells(found) == [["TT", "Viec"], ["1", "Viec 0"], ["2", "Viec 1"]]
    assert (found.header_rows, source.layout) == (1, ["TT", "Viec"])


def test_a_row_that_the_page_cuts_is_one_row():
    one = grid(Sheet(), [100, 150, 400], [700, 730, 760])
    one.text(110, 720, "TT").text(160, 720, "Viec").text(110, 750, "1").text(160, 750, "Nao vet kenh")
    two = grid(Sheet(), [100, 150, 400], [100, 130]).text(160, 120, "va bo muong.")
    assert cells(table(source_of(pdf_of(one, two))))[-1] == ["1", "Nao vet kenh va bo muong."]


def test_lines_in_columns_without_rules_are_a_guessed_table():
    sheet = Sheet().text(LEFT, 80, "Bang phan cong cong viec trong nam cua cac don vi tren dia ban.")
    for line, (one, two, three) in enumerate(
        [("TT", "Don vi", "Han"), ("1", "Van phong", "3/2026"), ("2", "Cong an", "4/2026")]
    ):
        sheet.text(100, 120 + 16 * line, one).text(200, 120 + 16 * line, two).text(400, 120 + 16 * line, three)
    found = table(source_of(pdf_of(sheet)))
    assert found.guessed
    assert cells(found) == [["TT", "Don vi", "Han"], ["1", "Van phong", "3/2026"], ["2", "Cong an", "4/2026"]]


def test_recipients_and_signature_are_read_as_two_columns():
    sheet = Sheet().text(LEFT, 80, LONG)
    sheet.text(LEFT, 200, "Noi nhan:").text(350, 200, "TM. BAN CHI DAO")
    sheet.text(LEFT, 214, "- Dang uy;").text(LEFT, 228, "- Luu: VT.").text(350, 222, "TRUONG BAN").text(
        350, 300, "Ha Van Mot"
    )
    columns = cells(table(source_of(pdf_of(sheet))))[0]
    assert [column.split("\n") for column in columns] == [
        ["Noi nhan:", "- Dang uy;", "- Luu: VT."],
        ["TM. BAN CHI DAO", "TRUONG BAN", "Ha Van Mot"],
    ]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_laid_crosswise_is_read_as_it_is_shown(rotate: int):
    places = {
        0: ("1 0 0 1 100 700", "1 0 0 1 100 684"),
        90: ("0 1 -1 0 100 100", "0 1 -1 0 116 100"),
        180: ("-1 0 0 -1 500 100", "-1 0 0 -1 500 116"),
        270: ("0 -1 1 0 500 700", "0 -1 1 0 484 700"),
    }
    sheet = Sheet(rotate=rotate)
    sheet.marks = [
        f"BT /F1 12 Tf {at} Tm ({text}) Tj ET" for at, text in zip(places[rotate], ("Mot.", "Hai."), strict=True)
    ]
    source = source_of(pdf_of(sheet))
    assert texts(source) == ["Mot.", "Hai."]
    assert source.blocks[0].landscape is (rotate in (90, 270))


def test_pictures_are_counted_and_told():
    source = source_of(pdf_of(Sheet().text(LEFT, 100, "Chu.").picture(300, 500, 80, 80).picture(10, 10, 3, 3)))
    assert [(left.kind, left.text) for left in source.left_out] == [("image", "trang 1")]


def test_every_word_of_the_pages_is_accounted_for(sample_pdf):
    source = source_of(sample_pdf)
    assert source.characters == len(source.text) > 10_000


def test_reading_tells_how_far_it_is_and_can_be_called_off(sample_pdf, tmp_path: Path):
    path = tmp_path / "mẫu.pdf"
    path.write_bytes(sample_pdf)
    stages: list[str] = []
    stop = threading.Event()

    def tell(stage: str, done: int = 0, total: int = 0) -> None:
        stages.append(stage)

    import_apart(path, tell)
    assert list(dict.fromkeys(stages)) == ["pages", "paragraphs", "recognising"]
    stop.set()
    with pytest.raises(Trouble) as caught:
        import_apart(path, stop=stop)
    assert (caught.value.code, caught.value.data) == ("import-stopped", {"path": path})
