"""The audit of foreign files finds what is wrong with each, and nothing else; LibreOffice's copy fares no better."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import docx
import pytest

from documents.audit import AuditReport, audit
from tests.documents.foreign_cases import CASES

PLACES = {
    "letterhead", "nation", "motto", "parent", "issuer", "number", "date", "title", "subject", "bases", "body", "table",
    "text", "header", "footer", "page", "signature", "recipients", "appendix", "footnotes",
}  # fmt: skip


def rows(report: AuditReport) -> set[str]:
    return {finding.rule.removeprefix("ND30-") for finding in report.findings}


@pytest.mark.parametrize("name", CASES)
def test_a_foreign_file_breaks_the_rules_it_was_made_to_break(name: str) -> None:
    made, expected = CASES[name]
    report = audit(made.bytes())
    assert rows(report) == set(expected.split()), [f.message for f in report.findings]


def test_every_row_is_broken_by_some_file() -> None:
    broken = Counter(code for _, codes in CASES.values() for code in codes.split())
    assert set(broken) == {f"{n:02}" for n in range(1, 41)}
    assert sum(not codes for _, codes in CASES.values()) >= 10


@pytest.mark.parametrize("name", CASES)
def test_every_finding_has_its_place(name: str) -> None:
    data = CASES[name][0].bytes()
    texts = {para.text.strip() for para in docx.Document(io.BytesIO(data)).paragraphs}
    for finding in audit(data).findings:
        where = finding.where
        assert where.part in PLACES
        if where.paragraph is not None and where.row is None and where.part not in ("header", "footer"):
            assert not where.text or any(where.text.rstrip("…").split()[-1] in text for text in texts) or "box" in name
        assert (where.row is None) == (where.cell is None)


SKIPPED = {
    "automatic labels in another font": "LibreOffice gives the label the paragraph's font",
}  # fmt: skip


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every file, opened and saved by LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("copies")
    paths: list[Path] = []
    for at, (made, _) in enumerate(CASES.values()):
        paths.append(folder / f"{at}.docx")
        paths[-1].write_bytes(made.bytes())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "docx", "--outdir", str(folder / "out"), *map(str, paths)],
        check=True, capture_output=True, timeout=110, cwd=folder,
    )  # fmt: skip
    return {name: (folder / "out" / path.name).read_bytes() for name, path in zip(CASES, paths, strict=True)}


@pytest.mark.parametrize("name", CASES)
def test_the_copy_that_libreoffice_saves_breaks_the_same_rules(name: str, copies: dict[str, bytes]) -> None:
    if name in SKIPPED:
        pytest.skip(SKIPPED[name])
    report = audit(copies[name])
    assert rows(report) == set(CASES[name][1].split()), [f.message for f in report.findings]
