"""Bad input on the command line: exit 3, one plain sentence, nothing written, nothing lost, no traceback."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from cli.main import main


def _empty(folder: Path) -> Path:
    path = folder / "trong.docx"
    path.write_bytes(b"")
    return path


def _binary(folder: Path) -> Path:
    path = folder / "anh.txt"
    path.write_bytes(bytes(range(256)) * 40)
    return path


def _truncated(folder: Path) -> Path:
    path = folder / "cut.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>" * 200)
        package.writestr("word/document.xml", "<w/>" * 2000)
    path.write_bytes(path.read_bytes()[:-60])
    return path


def _password(folder: Path) -> Path:
    path = folder / "khoa.docx"
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 504 + name + b"\0" * 1024)
    return path


def _bomb(folder: Path) -> Path:
    path = folder / "bom.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b" " * 600_000_000)
    return path


def _entities(folder: Path) -> Path:
    path = folder / "thuc-the.docx"
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    body = (
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/'
        'wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", types)
        package.writestr("_rels/.rels", rels)
        package.writestr("word/document.xml", body)
    return path


def _folder(folder: Path) -> Path:
    path = folder / "thu-muc.docx"
    path.mkdir()
    return path


def _missing(folder: Path) -> Path:
    return folder / "khong-co.docx"


CASES = [_empty, _binary, _truncated, _password, _bomb, _entities, _folder, _missing]


@pytest.mark.parametrize("make", CASES, ids=lambda f: f.__name__.strip("_"))
def test_a_bad_source_is_said_in_one_sentence(make, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = make(tmp_path), tmp_path / "out.docx"
    out.write_bytes(b"old")
    assert main(["convert", str(source), str(out)]) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert source.name in said
    assert "Traceback" not in said
    assert out.read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted({source.name, out.name} - {"khong-co.docx"})


def test_a_source_without_read_permission_is_said(tmp_path: Path, capsys, monkeypatch) -> None:
    source = tmp_path / "cam.txt"
    source.write_text("KẾ HOẠCH", "utf-8")

    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    for name in ("open", "read_bytes"):
        monkeypatch.setattr(Path, name, refuse)
    assert main(["inspect", str(source)]) == 3
    assert "cam.txt" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".kehoach"])
def test_an_out_that_cannot_be_written_is_said(suffix: str, tmp_path: Path, capsys) -> None:
    plan = tmp_path / "mau.kehoach"
    assert main(["new", str(plan), "--sample"]) == 0
    out = tmp_path / "khong" / "co" / f"ra{suffix}"
    assert main(["convert", str(plan), str(out)]) == 3
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"ra{suffix}" in said
    assert list(tmp_path.iterdir()) == [plan]


@pytest.mark.parametrize("suffix", [".doc", ".pdf"])
def test_a_damaged_old_word_file_or_pdf_says_so(suffix: str, tmp_path: Path, capsys) -> None:
    source = tmp_path / f"cu{suffix}"
    source.write_bytes(b"%PDF-1.4 something")
    assert main(["inspect", str(source)]) == 3
    said = capsys.readouterr().err
    assert (said.count("\n"), f"cu{suffix}" in said) == (1, True)
