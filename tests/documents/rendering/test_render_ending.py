"""The end of a document: the end mark, recipients and signing cases, as the audit and the decree want them."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from documents.audit import audit
from documents.pages.pdf import make_pdf
from documents.rendering import render_docx
from plans.nodes import Recipient, Table
from plans.plan import Letterhead, Signature
from plans.signing import SigningCase, signing_lines

LINE = "Các đơn vị báo cáo kết quả về Ủy ban nhân dân xã trước ngày 25 hằng quý để tổng hợp. "
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def told(plan) -> list[tuple[str, str]]:
    return [(f.rule, f.message) for f in audit(render_docx(plan)).findings if f.severity != "draft"]


def test_a_body_that_ends_in_a_table_is_closed_below_it(make, node, rendered):
    plan = make(node["section"]("Kinh phí", Table(rows=node["cells"](("Việc", "Tiền"), ("Chợ", 12)))))
    plan.recipients.children = [Recipient(text="Các thôn")]
    document = rendered(plan)
    assert document.texts("KHNoiDung") == ["./."]
    closing = next(p for p in document.tree.iter(f"{W}p") if document.text(p) == "./.")
    assert closing.find(f"{W}pPr/{W}keepNext") is not None
    assert told(plan) == []


def test_a_body_that_ends_in_words_has_its_mark_there_and_once(plan, rendered):
    assert [text for _, text in rendered(plan).paragraphs if "./." in text] == ["Yêu cầu các đơn vị thực hiện./."]


@pytest.mark.parametrize("case", [case for case in SigningCase if case is not SigningCase.FREE])
def test_every_signing_case_passes_the_audit(plan, case):
    plan.signature = Signature(lines=signing_lines(case), name="Lò Thị Mây")
    if case in (SigningCase.UNIT_HEAD, SigningCase.UNIT_DEPUTY):
        plan.letterhead = Letterhead(parent="UBND XÃ SUỐI LIM", agency=("PHÒNG VĂN HÓA - XÃ HỘI",))
    assert [item for item in told(plan) if item[0] in ("ND30-25", "ND30-26", "ND30-27")] == []


@pytest.mark.parametrize("written", ["Các thôn", "Các thôn;", "- Các thôn.", "Các thôn, "])
def test_recipients_are_punctuated_whatever_was_typed(plan, rendered, written):
    plan.recipients.children = [Recipient(text=written)]
    plan.archive = "VT, VHXH;"
    assert rendered(plan).texts("KHDanhSachNoiNhan") == ["- Các thôn;", "- Lưu: VT, VHXH."]


def test_two_lines_at_least_of_the_body_stay_with_the_signature(plan, rendered):
    document = rendered(plan)
    kept = [document.text(p) for p in document.tree.iter(f"{W}p") if p.find(f"{W}pPr/{W}keepNext") is not None]
    assert {"Phòng Kinh tế chủ trì.", "Yêu cầu các đơn vị thực hiện./."} <= set(kept)


def many(count: int) -> list[Recipient]:
    return [
        Recipient(text=f"Chi hội khuyến học liên thôn số {at} của xã Suối Lim (để phối hợp)") for at in range(count)
    ]


def page_texts(pdf: bytes) -> list[str]:
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


def test_a_long_list_of_recipients_goes_on_below_the_signature_the_drafter_last(plan, rendered):
    plan.recipients.children, plan.drafter_mark = many(60), "LVT"
    document = rendered(plan)
    rows = document.tree.findall(f".//{W}tbl")[-1].findall(f"{W}tr")
    assert len(rows) > 40
    assert "Lò Thị Mây" in document.text(rows[0])
    assert document.text(rows[-1]) == "LVT"
    assert document.text(rows[-2]) == "- Lưu: VT, KT."
    assert [line for line in document.texts("KHDanhSachNoiNhan") if line][:60] == [f"- {r.text};" for r in many(60)]
    assert told(plan) == []


def test_a_short_list_of_recipients_stays_in_one_row(plan, rendered):
    plan.recipients.children = many(8)
    assert len(rendered(plan).tree.findall(f".//{W}tbl")[-1].findall(f"{W}tr")) == 1


@pytest.mark.parametrize("paragraphs", [1, 9, 30])
def test_sixty_recipients_leave_the_signature_under_the_text(plan, node, libreoffice, paragraphs):
    plan.body.children = [node["paragraph"](LINE * 3) for _ in range(paragraphs)]
    plan.closing.children, plan.recipients.children = [], many(60)
    docx = render_docx(plan)
    for pdf in (make_pdf(docx).pdf, libreoffice(docx)):
        pages = page_texts(pdf)
        signed = next(page for page in pages if "Lò Thị Mây" in page)
        assert "để tổng hợp" in signed
        assert "báo cáo kết quả" in pages[0]


def test_the_ending_fills_a_landscape_page(make, node, libreoffice):
    wide = Table(orientation="landscape", rows=node["cells"](("Việc", "Tiền"), ("Chợ", 12)))
    docx = render_docx(make(node["paragraph"]("Kinh phí như bảng."), wide))
    for pdf in (make_pdf(docx).pdf, libreoffice(docx)):
        page = pypdfium2.PdfDocument(pdf)[1]
        text = page.get_textpage()
        left = text.get_charbox(text.get_text_range().index("CHỦ TỊCH"))[0]
        assert left > page.get_width() * 0.6
