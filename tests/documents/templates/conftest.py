"""What the tests of templates share: the official template with some of its texts changed."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import rdocx
from docx_integrity import check
from openxml_audit import OpenXmlValidator

from documents.templates.checking import faults_of
from documents.templates.faults import Fault
from templates_docx import template_path

DOCUMENT = "word/document.xml"


@pytest.fixture
def official() -> dict[str, str]:
    """The parts of the official template as text."""
    with zipfile.ZipFile(template_path("official")) as package:
        return {name: package.read(name).decode("utf-8") for name in package.namelist()}


@pytest.fixture
def faults(official: dict[str, str]) -> Callable[..., list[Fault]]:
    """The faults of the official template with texts of one part replaced, and further parts added."""

    def found(
        *changes: tuple[str, str], part: str = DOCUMENT, own: str = "", more: dict[str, str] | None = None
    ) -> list[Fault]:
        text = official[part]
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        parts = official | {part: text} | (more or {})
        return faults_of("own.docx", {name: body.encode("utf-8") for name, body in parts.items()}, own)

    return found


@pytest.fixture
def written(official: dict[str, str], tmp_path: Path) -> Callable[..., Path]:
    """The official template on disk with texts replaced: (part, old, new) each."""

    def write(*changes: tuple[str, str, str], name: str = "own.docx") -> Path:
        parts = dict(official)
        for part, old, new in changes:
            assert old in parts[part]
            parts[part] = parts[part].replace(old, new)
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as package:
            for part, body in parts.items():
                package.writestr(part, body)
        return tmp_path / name

    return write


@pytest.fixture
def invalid(tmp_path: Path) -> Callable[[bytes], list[str]]:
    """What three validators find wrong with a DOCX."""

    def found(data: bytes) -> list[str]:
        path = tmp_path / "validated.docx"
        path.write_bytes(data)
        faults = [str(error) for error in OpenXmlValidator().validate(str(path)).errors]
        faults += [str(item) for item in check(str(path)) if item.severity == "error"]
        return faults + [str(item) for item in rdocx.validate_file(path).findings if item.severity == "error"]

    return found


@pytest.fixture
def libreoffice(tmp_path: Path) -> Callable[[bytes], bytes]:
    """Open and save a DOCX with LibreOffice, skipped where it is absent."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")

    def saved(data: bytes) -> bytes:
        (tmp_path / "in.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        subprocess.run(
            [program, profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "out"), "in.docx"],
            check=True, capture_output=True, timeout=110, cwd=tmp_path,
        )  # fmt: skip
        return (tmp_path / "out" / "in.docx").read_bytes()

    return saved
