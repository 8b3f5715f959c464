"""Nothing is lost on the way back: whatever was done in Word is a change, a conflict or a listed thing."""

from __future__ import annotations

import io
import random
from base64 import b64decode
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.shared import RGBColor
from docx.text.paragraph import Paragraph as DocxParagraph

from documents.reading.docx_package import DocxPackage
from documents.rendering import render_docx
from documents.returning import Returned, return_docx
from documents.returning.shown import read_shown
from documents.returning.values import MARKS, unlabelled
from plans.changes import perform
from plans.plan import Plan
from plans.sample import sample_plan
from tests.documents.test_return import HERE, after, back, delete, edited, line, node, swap, table

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
)
BOX = (
    f'<w:pict {SPACES}><v:rect style="width:100pt;height:50pt"><v:textbox><w:txbxContent><w:p><w:r>'
    "<w:t>Chữ trong khung</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict>"
)
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
BULLET = "Chuẩn hóa dữ liệu"


def retype(place: DocxParagraph, words: str) -> None:
    for run in place.runs[1:]:
        run._r.getparent().remove(run._r)
    place.runs[0].text = words


def paragraph(document: DocxDocument, opening: str) -> DocxParagraph:
    return next(item for item in document.paragraphs if item.text.startswith(opening))


def unmapped(edit: Callable[[DocxDocument], object]) -> tuple[list[tuple[str, str]], Plan, Returned]:
    found, plan = back(edit)
    return [(item.before, item.after) for item in found.report.unmapped], plan, found


def _picture(document: DocxDocument) -> None:
    line(document, BULLET).add_run().add_picture(io.BytesIO(b64decode(DOT)))


def _turned(document: DocxDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = section.page_height, section.page_width


LISTED: dict[str, tuple[Callable[[DocxDocument], object], tuple[str, str]]] = {
    "a text box": (lambda d: line(d, BULLET).add_run()._r.append(parse_xml(BOX)), ("", "Chữ trong khung")),
    "a header": (lambda d: d.sections[0].header.paragraphs[0].add_run("MẬT"), ("", "MẬT")),
    "a footer": (lambda d: d.sections[0].footer.paragraphs[0].add_run("Bản lưu"), ("", "Bản lưu")),
    "a page turned": (_turned, ("", "")),
    "a label typed by hand": (lambda d: swap(d, "1. Mục đích", "5. Mục đích"), ("1. …", "5. Mục đích")),
    "an appendix numbered by hand": (
        lambda d: retype(next(p for p in d.paragraphs if p.text == "Phụ lục II"), "Phụ lục 02"),
        ("Phụ lục II", "Phụ lục 02"),
    ),
}


@pytest.mark.parametrize("what", LISTED)
def test_what_has_no_place_in_the_plan_is_listed(what: str):
    edit, said = LISTED[what]
    found, plan, _ = unmapped(edit)
    assert (found, plan) == ([said], sample_plan())


def test_a_picture_is_listed():
    found, plan, _ = unmapped(_picture)
    assert (len(found), plan) == (1, sample_plan())


@pytest.mark.parametrize("pen", ["strike", "underline", "color"])
def test_words_marked_with_a_pen_are_listed(pen: str):
    def edit(document: DocxDocument) -> None:
        font = line(document, BULLET).runs[0].font
        if pen == "color":
            font.color.rgb = RGBColor(255, 0, 0)
        else:
            setattr(font, pen, True)

    (found,), plan, _ = unmapped(edit)
    assert found[1].startswith(f"- {BULLET}")
    assert plan == sample_plan()


def test_an_appendix_head_told_in_all_other_words_is_its_title():
    found, plan, _ = unmapped(lambda d: retype(paragraph(d, "CHỈ TIÊU CHUYỂN ĐỔI"), "BẢNG KÊ"))
    assert found == []
    assert plan.appendices.children[1].title.plain == "BẢNG KÊ"


def test_a_line_of_an_appendix_s_origin_told_anew_is_its_reference():
    found, plan, _ = unmapped(lambda d: retype(paragraph(d, "(Kèm theo"), "(Ban hành kèm theo văn bản của xã)"))
    assert found == []
    assert plan.appendices.children[0].reference == "(Ban hành kèm theo văn bản của xã)"


def test_the_title_of_a_table_that_was_deleted_is_listed():
    def edit(document: DocxDocument) -> None:
        gone = table(document, "Nội dung chi")._tbl
        gone.getparent().remove(gone)

    found, _, report = unmapped(edit)
    assert [item.kind for item in report.report.changes] == ["removed"]
    assert found == [("", "Dự toán kinh phí năm 2026 (đơn vị tính: triệu đồng)")]


def test_another_kind_of_plan_tells_nothing_of_the_lines_that_follow_it():
    found, plan, _ = unmapped(lambda d: retype(paragraph(d, "KẾ HOẠCH"), "ĐỀ ÁN"))
    assert (found, plan.title) == ([], "ĐỀ ÁN")


def test_an_appendix_deleted_is_one_change_and_its_number_needs_no_word():
    def edit(document: DocxDocument) -> None:
        body = list(document.element.body)
        start = body.index(next(p for p in document.paragraphs if p.text == "Phụ lục II")._p)
        for item in body[start:]:
            if not item.tag.endswith("}sectPr"):
                item.getparent().remove(item)

    found, plan, report = unmapped(edit)
    assert (found, [item.kind for item in report.report.changes]) == ([], ["removed"])
    assert len(plan.appendices.children) == 1


def test_one_line_made_two_and_two_made_one():
    def edit(document: DocxDocument) -> None:
        first, second = line(document, BULLET), line(document, "Nâng cao trách nhiệm")
        start, rest = first.text.split("; ")
        retype(first, f"{start};")
        after(first, f"- {rest}")
        up = line(document, "Mỗi nhiệm vụ chỉ giao")
        retype(up, f"{up.text} {second.text[2:]}")
        delete(second)

    found, plan, _ = unmapped(edit)
    assert found == []
    assert node(plan, "không yêu cầu người dân").text.plain.startswith("không yêu cầu")
    assert "Nâng cao trách nhiệm" in node(plan, "Mỗi nhiệm vụ chỉ giao").text.plain


def test_an_export_of_which_most_was_deleted_is_still_the_plan_s():
    def edit(document: DocxDocument) -> None:
        for item in list(document.element.body)[12:]:
            if not item.tag.endswith("}sectPr"):
                item.getparent().remove(item)

    found, plan = back(edit)
    assert plan.body.children == [] or found.report.changes
    assert covered(edited(render_docx(sample_plan()), edit), plan, found)


def texts(data: bytes) -> dict[str, str]:
    """Every text of a line, a cell or a note, without label, closing marks and capitals."""
    shown = read_shown(DocxPackage(data, HERE))
    found = [note.text for note in shown.notes.values()]
    for item in shown.lines:
        found += [item.text] if item.rows is None else [cell.text for row in item.rows for cell in row]
    return {" ".join(unlabelled(item).plain.split()).rstrip(MARKS).casefold(): item.plain for item in found}


def covered(data: bytes, plan: Plan, found: Returned) -> bool:
    """Say whether plan and Word show the same words, but for what the report lists and what follows from it."""
    word, printed = texts(data), texts(render_docx(plan))
    told = " ".join(f"{item.before} {item.after}" for item in found.report.unmapped).casefold()
    told += " ".join(f"{item.word} {item.plan}" for item in found.report.conflicts).casefold()
    lost = [said for said in word.keys() ^ printed.keys() if said not in told]
    return [said for said in lost if not said.startswith(("(kèm theo", "phụ lục"))] == []


def _any_edit(chance: random.Random, document: DocxDocument) -> None:
    cells = [p for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs if p.runs]
    lines = [p for p in document.paragraphs if p.runs and p.text.strip()]
    place, other = chance.choice(lines), chance.choice(lines)
    said = " ".join(chance.choices(("chợ", "sông", "núi", "ruộng", "đường", "trường"), k=6))
    match chance.randrange(9):
        case 0:
            retype(place, f"{place.text} {said}")
        case 1:
            retype(place, said)
        case 2:
            after(place, f"- {said}.")
        case 3:
            delete(place)
        case 4:
            other._p.addnext(place._p)
        case 5:
            retype(chance.choice(cells), said)
        case 6:
            grown = chance.choice(document.tables).add_row()
            grown.cells[-1].paragraphs[0].add_run(said)
        case 7:
            place.runs[0].text = place.runs[0].text.upper()
        case _:
            half = len(place.text) // 2
            start, rest = place.text[:half], place.text[half:]
            retype(place, start)
            after(place, rest)


@pytest.mark.parametrize("seed", range(24))
def test_after_any_edits_the_plan_prints_what_word_shows_or_the_report_says_why_not(seed: int):
    chance = random.Random(seed)

    def edit(document: DocxDocument) -> None:
        for _ in range(4):
            _any_edit(chance, document)

    data = edited(render_docx(sample_plan()), edit)
    plan = sample_plan()
    found = return_docx(data, HERE, plan)
    perform(plan, found.batch)
    assert covered(data, plan, found)
    assert Document(io.BytesIO(render_docx(plan))).paragraphs
