"""Our pages are as many as LibreOffice's, give or take one or two in a hundred, the larger."""

import shutil
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from documents.importing import import_plan
from documents.pages import docx_to_pdf
from documents.pages.pdf_pages import PdfPages
from documents.rendering import render_docx
from plans.sample import sample_plan

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
NAMES = ("sample", "000", "001", "002", "003", "004")
PATIENCE = 180


def page_count(pdf):
    with closing(PdfPages(pdf)) as pages:
        return len(pages)


def plans():
    yield "sample", sample_plan()
    for path in sorted(SEEDS.glob("00*_*.txt")):
        yield path.name[:3], import_plan(path).plan


@pytest.fixture(scope="module")
def counts(tmp_path_factory):
    """Our pages and LibreOffice's by name; one start of LibreOffice for all, as it takes seconds."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed here; CI has it")
    folder = tmp_path_factory.mktemp("libreoffice")
    ours = {}
    for name, plan in plans():
        docx = render_docx(plan)
        (folder / f"{name}.docx").write_bytes(docx)
        ours[name] = page_count(docx_to_pdf(docx).pdf)
    files = [str(folder / f"{name}.docx") for name in ours]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    return {name: (ours[name], page_count((folder / f"{name}.pdf").read_bytes())) for name in ours}


@pytest.mark.parametrize("name", NAMES)
def test_pages_are_as_many_as_in_libreoffice(counts, name):
    if name not in counts:
        pytest.skip("shared seeds not present")
    ours, theirs = counts[name]
    assert abs(ours - theirs) <= max(1, 0.02 * theirs), (ours, theirs)
