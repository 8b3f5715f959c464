"""``kehoach return`` and ``kehoach compare`` as a script calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from cli.main import main
from documents.package import read_package
from plans.sample import sample_plan


@pytest.fixture
def exported(tmp_path: Path) -> tuple[Path, Path]:
    """The sample's package, and its export with one word changed in Word."""
    package, document = tmp_path / "mau.kehoach", tmp_path / "mau.docx"
    assert main(["new", str(package), "--sample"]) == 0
    assert main(["convert", str(package), str(document)]) == 0
    word = Document(str(document))
    run = next(run for p in word.paragraphs for run in p.runs if "để dùng chung" in run.text)
    run.text = run.text.replace("để dùng chung", "để chia sẻ")
    word.save(str(document))
    return package, document


def test_return_puts_the_change_into_the_plan_and_reports_it(exported, tmp_path, capsys):
    package, document = exported
    report = tmp_path / "r.json"
    assert main(["return", str(document), "--into", str(package), "--report", str(report)]) == 0
    found = json.loads(report.read_text(encoding="utf-8"))
    assert set(found) == {"changes", "unmapped", "comments", "conflicts", "notes"}
    (change,) = found["changes"]
    assert {"node", "kind", "old", "new", "before", "after", "accepted"} <= set(change)
    changed = read_package(package).find(change["node"])
    assert "để chia sẻ" in changed.text.plain
    assert "1" in capsys.readouterr().out


def test_return_leaves_the_plan_alone_when_nothing_was_changed(exported, tmp_path):
    package, _ = exported
    document = tmp_path / "nguyen.docx"
    main(["convert", str(package), str(document)])
    before = package.stat().st_mtime_ns
    assert main(["return", str(document), "--into", str(package), "--revisions", "reject"]) == 0
    assert package.stat().st_mtime_ns == before
    assert read_package(package) == sample_plan()


@pytest.mark.parametrize(
    "arguments",
    [
        ["return", "a.docx"],
        ["return", "a.txt", "--into", "b.kehoach"],
        ["return", "a.docx", "--into", "b.docx"],
        ["return", "a.docx", "--into", "b.kehoach", "--revisions", "maybe"],
        ["compare", "a.docx", "b.docx"],
        ["compare", "a.docx", "b.txt", "c.docx"],
        ["compare", "a.docx", "b.docx", "c.pdf"],
        ["compare", "a.docx", "b.docx", "a.docx"],
    ],
)
def test_wrong_use_is_said(arguments, capsys):
    assert main(arguments) == 2
    assert len(capsys.readouterr().err.strip().splitlines()[-1]) > 20


def test_a_stranger_is_refused_in_one_sentence(exported, tmp_path, capsys):
    _, document = exported
    other = tmp_path / "khac.kehoach"
    main(["new", str(other)])
    assert main(["return", str(document), "--into", str(other)]) == 3
    assert str(document) in capsys.readouterr().err


def test_compare_writes_a_redline(exported, tmp_path):
    package, document = exported
    out = tmp_path / "khac-biet.docx"
    assert main(["compare", str(package), str(document), str(out)]) == 0
    assert "chia sẻ" in next(p._p.xml for p in Document(str(out)).paragraphs if "<w:ins " in p._p.xml)


def test_compare_says_why_it_cannot(tmp_path, capsys):
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK\x03\x04 no archive")
    assert main(["compare", str(broken), str(broken), str(tmp_path / "ra.docx")]) == 3
    assert str(broken) in capsys.readouterr().err
    assert not (tmp_path / "ra.docx").exists()
