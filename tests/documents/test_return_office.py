"""Documents that LibreOffice has opened and saved: styles rewritten, parts dropped, and still only real changes."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from documents.rendering import render_docx
from documents.returning import return_docx
from plans.sample import sample_plan

Saved = Callable[[bytes, str, str], bytes]


@pytest.fixture
def saved(tmp_path: Path) -> Saved:
    """A DOCX (its bytes, its suffix and the one wanted) as LibreOffice saves it."""
    if not shutil.which("soffice"):
        pytest.skip("soffice not installed")

    def save(data: bytes, suffix: str, wanted: str) -> bytes:
        source, out = tmp_path / f"a.{suffix}", tmp_path / "out"
        source.write_bytes(data)
        profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
        form = {"docx": "docx:MS Word 2007 XML", "odt": "odt"}[wanted]
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(out), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return (out / f"a.{wanted}").read_bytes()

    return save


def _with_edits(data: bytes) -> bytes:
    document = Document(io.BytesIO(data))
    lines = {line.text[:12]: line for line in document.paragraphs}
    lines["- Chuẩn hóa "].runs[0].text = "- Chuẩn hóa dữ liệu để chia sẻ."
    gone = lines["- Dưới 3% hồ"]._p
    gone.getparent().remove(gone)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.timeout(180)
def test_what_libreoffice_saves_comes_back_as_what_was_edited(saved: Saved):
    data = saved(render_docx(sample_plan()), "docx", "docx")
    untouched = return_docx(data, Path("a.docx"), sample_plan()).report
    assert (untouched.changes, untouched.unmapped, untouched.notes) == ([], [], [])
    edited = return_docx(_with_edits(data), Path("a.docx"), sample_plan()).report
    assert [change.kind for change in edited.changes] == ["changed", "removed"]


@pytest.mark.timeout(180)
def test_a_file_that_went_through_odt_has_lost_its_plan_and_says_so(saved: Saved):
    data = saved(saved(render_docx(sample_plan()), "docx", "odt"), "odt", "docx")
    found = return_docx(_with_edits(data), Path("a.docx"), sample_plan()).report
    assert [change.kind for change in found.changes] == ["changed", "removed"]
    assert len(found.notes) == 1


def _with_comment_before_the_second_note(data: bytes) -> bytes:
    document = Document(io.BytesIO(data))
    (said,) = [line for line in document.paragraphs if line.text.startswith("- Chuẩn hóa ")]
    document.add_comment(said.runs, text="Nêu rõ nguồn dữ liệu.", author="Lò Văn Ba")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


@pytest.mark.timeout(180)
def test_notes_that_libreoffice_copied_beside_a_comment_stay_as_they_were(saved: Saved):
    data = saved(_with_comment_before_the_second_note(render_docx(sample_plan())), "docx", "docx")
    report = return_docx(data, Path("a.docx"), sample_plan()).report
    assert [comment.text for comment in report.comments] == ["Nêu rõ nguồn dữ liệu."]
    assert (report.changes, report.unmapped) == ([], [])
