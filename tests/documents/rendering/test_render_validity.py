from __future__ import annotations

import io
import re

import pypdfium2
import pypdfium2.raw
import pytest
import rdocx
from docx_integrity import check
from openxml_audit import OpenXmlValidator

from documents.audit import audit
from documents.rendering import render_docx
from documents.slips import slip
from plans.plan import Plan
from plans.sample import sample_plan
from templates_docx import template_path


def a_slip() -> Plan:
    return slip(sample_plan(), "Phòng Kinh tế")


PLANS = {"sample": sample_plan, "empty": Plan, "slip": a_slip}
MM = 25.4 / 72


def faults(path) -> list[str]:
    found = [str(error) for error in OpenXmlValidator().validate(str(path)).errors]
    found += [str(item) for item in check(str(path)) if item.severity == "error"]
    return found + [str(item) for item in rdocx.validate_file(path).findings if item.severity == "error"]


def rules_mm(pdf: bytes) -> list[float]:
    """Lengths of the flat rectangles in the upper half of page 1, left to right, then down."""
    page = pypdfium2.PdfDocument(pdf)[0]
    boxes = [
        item.get_bounds() for item in page.get_objects(max_depth=3) if item.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH
    ]
    flat = [box for box in boxes if box[2] - box[0] > 20 and box[3] - box[1] < 3 and box[1] > page.get_height() / 2]
    return [(right - left) * MM for left, _, right, _ in sorted(flat, key=lambda box: (-round(box[1] / 20), box[0]))]


@pytest.mark.parametrize("name", PLANS)
def test_exports_are_valid(name, tmp_path):
    path = tmp_path / "out.docx"
    path.write_bytes(render_docx(PLANS[name]()))
    assert faults(path) == []


def test_a_hard_plan_is_valid_too(hard_plan, tmp_path):
    path = tmp_path / "out.docx"
    path.write_bytes(render_docx(hard_plan))
    assert faults(path) == []
    path.write_bytes(render_docx(hard_plan, issued=True))
    assert faults(path) == []


def form_errors(data: bytes) -> list[tuple[str, str]]:
    found = audit(data).findings
    return [(item.rule, item.found) for item in found if item.kind == "form" and item.severity == "error"]


def test_exports_answer_for_their_form_before_the_decree(plan, hard_plan):
    assert [form_errors(render_docx(made)) for made in (plan, hard_plan, sample_plan())] == [[], [], []]


def test_the_seeds_have_no_fault_of_form_either(seed_plan):
    assert form_errors(render_docx(seed_plan)) == []


def test_the_template_itself_is_valid():
    assert faults(template_path("official")) == []


def test_the_seeds_are_valid_and_lose_no_word(seed_plan, tmp_path, rendered):
    document = rendered(seed_plan)
    path = tmp_path / "out.docx"
    path.write_bytes(document.data)
    assert faults(path) == []
    notes = document.parts["word/footnotes.xml"].decode("utf-8")
    shown = " ".join(text for _, text in document.paragraphs) + " ".join(re.findall(r"<w:t[^>]*>([^<]*)", notes))
    squeezed = "".join(shown.split()).casefold()
    for node in seed_plan.walk():
        text = getattr(node, "text", "") or getattr(node, "title", "")
        plain = text if isinstance(text, str) else text.plain
        for word in plain.replace("&", " ").split():
            assert word.rstrip(".;,:").casefold() in squeezed


def test_both_renderers_draw_the_rules_as_long_as_measured_and_as_many_pages(libreoffice, rendered):
    document = rendered(sample_plan())
    office = libreoffice(document.data)
    ours = rdocx.Document.from_bytes(document.data).to_pdf()
    wanted = [int(width) / 36_000 for width in re.findall(r'<wp:extent cx="(\d+)" cy="9525"/>', document.xml)]
    assert rules_mm(office)[:3] == pytest.approx(wanted, abs=0.3)
    assert rules_mm(ours)[:3] == pytest.approx(wanted, abs=0.3)
    assert abs(len(pypdfium2.PdfDocument(office)) - len(pypdfium2.PdfDocument(io.BytesIO(ours)))) <= 1
