"""The end of a document: the end mark, recipients and signing cases, as the audit and the decree want them."""

from __future__ import annotations

import pytest

from documents.audit import audit
from documents.rendering import render_docx
from plans.nodes import Recipient, Table
from plans.plan import Letterhead, Signature
from plans.signing import SigningCase, signing_lines

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
