from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from cli.main import main
from templates_docx import template_path

OFFICIAL = template_path("official")


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """The official template with a field we do not have and without a place for the body."""
    target = tmp_path / "broken.docx"
    with zipfile.ZipFile(OFFICIAL) as source, zipfile.ZipFile(target, "w") as package:
        for name in source.namelist():
            text = source.read(name).decode("utf-8")
            text = text.replace("{{ number_line }}", "{{ so_ky_hieu }}").replace("{{p body }}", "")
            package.writestr(name, text)
    return target


def test_a_template_without_faults_ends_with_0(capsys):
    assert main(["template", "check", str(OFFICIAL)]) == 0
    assert capsys.readouterr().out == "Mẫu “official.docx” dùng được.\n"


def test_all_faults_are_printed_and_end_with_4(broken, capsys):
    assert main(["template", "check", str(broken)]) == 4
    out = capsys.readouterr().out
    assert "3 lỗi" in out
    assert "đoạn 12 (hàng 2, ô 1) “{{ so_ky_hieu }}”" in out
    assert "{{p body }}" in out


def test_the_json_says_where_each_fault_is(broken, capsys):
    assert main(["template", "check", str(broken), "--json"]) == 4
    report = json.loads(capsys.readouterr().out)
    assert report["usable"] is False
    assert report["findings"][0]["code"] == "unknown-field"
    assert report["findings"][0]["where"]["part"] == "word/document.xml"


def test_a_file_that_cannot_be_read_ends_with_3_and_wrong_use_with_2(tmp_path, capsys):
    (tmp_path / "x.docx").write_text("không phải Word", encoding="utf-8")
    assert main(["template", "check", str(tmp_path / "x.docx")]) == 3
    assert main(["template", "check", str(tmp_path / "none.docx")]) == 3
    assert main(["template", "check", str(tmp_path / "x.doc")]) == 2
    assert main(["template"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_convert_uses_the_template_or_says_why_not(broken, tmp_path, capsys):
    plan, out = tmp_path / "plan.kehoach", tmp_path / "out.docx"
    main(["new", str(plan), "--sample"])
    assert main(["convert", str(plan), str(out), "--template", str(OFFICIAL)]) == 0
    whole = out.read_bytes()
    assert main(["convert", str(plan), str(out), "--template", str(broken)]) == 3
    assert "so_ky_hieu" in capsys.readouterr().err
    assert out.read_bytes() == whole
    assert main(["convert", str(plan), str(tmp_path / "copy.kehoach"), "--template", str(OFFICIAL)]) == 2
    assert main(["convert", str(plan), str(broken), "--template", str(broken)]) == 2
