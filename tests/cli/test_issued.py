"""Bản phát hành from the command line: a clean copy, audited right away."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from cli.main import main
from documents.files import write_whole
from documents.package import package_bytes
from plans.plan import PlanDate
from plans.sample import sample_plan


@pytest.fixture
def written(tmp_path: Path):
    """Write the sample with these fields as a package and return its path."""

    def write(**fields: object) -> Path:
        path = tmp_path / "plan.kehoach"
        write_whole(path, package_bytes(replace(sample_plan(), draft_mark=True, **fields)))
        return path

    return write


def test_an_issued_copy_carries_no_plan_no_bookmark_and_no_draft_mark(written, tmp_path, capsys):
    out = tmp_path / "out.docx"
    source = written(number="15", date=PlanDate(day=5, month=1, year=2026))
    assert main(["convert", str(source), str(out), "--issued"]) == 0
    with zipfile.ZipFile(out) as package:
        document = package.read("word/document.xml").decode("utf-8")
        assert not [name for name in package.namelist() if "customXml" in name]
    assert "bookmarkStart" not in document
    assert "DỰ THẢO" not in document
    assert "Lỗi: 0." in capsys.readouterr().err


def test_an_issued_copy_with_blanks_is_written_and_said_to_be_unfinished(written, tmp_path, capsys):
    out = tmp_path / "out.docx"
    assert main(["convert", str(written(number="")), str(out), "--issued"]) == 4
    assert out.stat().st_size > 0
    said = capsys.readouterr()
    assert "ND30-14" in said.err
    assert said.out == ""


def test_a_package_is_no_issued_copy(written, tmp_path, capsys):
    assert main(["convert", str(written()), str(tmp_path / "out.kehoach"), "--issued"]) == 2
    assert not (tmp_path / "out.kehoach").exists()
    assert "phát hành" in capsys.readouterr().err


def test_a_plan_of_the_library_is_exported_as_issued(written, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert main(["import", str(written(number=""))]) == 0
    plan_id = capsys.readouterr().out.strip()
    assert main(["export", plan_id, str(tmp_path / "out.pdf"), "--issued"]) == 4
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
