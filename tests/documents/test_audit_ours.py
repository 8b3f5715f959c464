"""Our own exports have no error of form: the sample, and the five real plans where they are at hand."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from documents.audit import AuditReport, audit
from documents.importing import import_plan
from documents.rendering import render_docx
from plans.blank import blank_plan
from plans.errors import Trouble
from plans.nodes import Paragraph, Section
from plans.plan import Plan, PlanDate
from plans.sample import sample_plan
from plans.text import RichText

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"


def form_faults(report: AuditReport) -> list[str]:
    return [
        f"{f.rule} {f.fault}: {f.where.text}" for f in report.findings if f.kind == "form" and f.severity != "draft"
    ]


def test_the_sample_has_no_finding_but_its_blanks() -> None:
    report = audit(render_docx(sample_plan()))
    assert {(f.rule, f.severity) for f in report.findings} == {("ND30-14", "draft")}
    assert report.checked == 40


def test_the_sample_issued_with_number_and_date_is_clean() -> None:
    plan = sample_plan()
    plan.number, plan.date = "07", PlanDate(day=9, month=1, year=2026)
    assert audit(render_docx(plan), issued=True).findings == []


@pytest.mark.parametrize("plan", [Plan(), blank_plan(2027)], ids=["empty", "blank"])
def test_a_plan_not_yet_filled_in_has_open_places_and_no_error(plan: Plan) -> None:
    report = audit(render_docx(plan))
    assert "draft" in {f.severity for f in report.findings}
    assert not report.has_errors
    assert audit(render_docx(plan), issued=True).has_errors


def test_a_title_with_its_text_on_the_same_line_is_no_fault_at_any_level() -> None:
    plan = sample_plan()
    first = Paragraph(text=RichText.of("Mọi thôn có người hướng dẫn người dân nộp hồ sơ."))
    inner = Section(title=RichText.of("Yêu cầu"), run_in=True, children=[Paragraph(text=RichText.of("Làm đúng hạn."))])
    plan.body.children.insert(0, Section(title=RichText.of("Mục đích"), run_in=True, children=[first, inner]))
    assert form_faults(audit(render_docx(plan))) == []


@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_a_real_plan_comes_out_without_a_fault_of_form(seed: str) -> None:
    files = sorted(SEEDS.glob(f"{seed}_*.txt"))
    if not files:
        pytest.skip("the seeds are not present beside the checkout")
    assert form_faults(audit(render_docx(import_plan(files[0]).plan))) == []


def test_an_empty_word_file_is_told_what_it_lacks(tmp_path: Path) -> None:
    document = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
    )
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    file = tmp_path / "trong.docx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", document)
        archive.writestr(
            "_rels/.rels",
            f'<Relationships><Relationship Id="a" Type="{relation}" Target="word/document.xml"/></Relationships>',
        )
    missing = {f.rule for f in audit(file.read_bytes()).errors}
    assert {"ND30-04", "ND30-09", "ND30-10", "ND30-13", "ND30-15", "ND30-29"} <= missing


def test_a_file_that_is_no_word_file_is_named_in_the_trouble() -> None:
    with pytest.raises(Trouble) as caught:
        audit(b"not a zip", path=Path("thu.docx"))
    assert caught.value.code == "file-not-docx"
    assert caught.value.data["path"] == Path("thu.docx")


def test_a_zip_without_a_document_is_no_word_file(tmp_path: Path) -> None:
    file = tmp_path / "thu.docx"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("readme.txt", "x")
    with pytest.raises(Trouble, match="file-not-docx"):
        audit(file.read_bytes(), path=file)


def mangled(data: bytes, seed: int) -> bytes:
    """Return the file with a few elements of its document removed or given senseless values."""
    chance, stream = random.Random(seed), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in ("word/document.xml", "word/styles.xml"):
                root = etree.fromstring(content)
                for element in chance.sample([e for e in root.iter() if e.getparent() is not None], 12):
                    if element.attrib and chance.random() < 0.6:
                        element.attrib[chance.choice(list(element.attrib))] = chance.choice(["", "-1", "a", "9" * 12])
                    elif element.getparent() is not None:
                        element.getparent().remove(element)
                content = etree.tostring(root)
            new.writestr(name, content)
    return stream.getvalue()


@pytest.mark.parametrize("seed", range(12))
def test_a_mangled_file_is_audited_without_a_crash(seed: int) -> None:
    report = audit(mangled(render_docx(sample_plan()), seed))
    assert report.as_json()["checked"] > 20
    assert report.as_text()
