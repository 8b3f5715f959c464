"""What the tests of this room share: small Word files made of raw parts."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_REL}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_ROOTS = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
          "comments": "comments", "header": "hdr", "footer": "ftr"}  # fmt: skip


def _xml(root: str, content: str) -> str:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<w:{root} {_NAMES}>{content}</w:{root}>"


def docx_parts(body: str, parts: dict[str, str]) -> dict[str, str]:
    """Return the members of a Word file with that body and those parts ("styles", "footnotes", "customXml" …)."""
    members = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/></Types>'
        ),
        "_rels/.rels": _rels({"word/document.xml": "officeDocument"}),
        "word/document.xml": _xml("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": _rels({f"{kind}1.xml": kind for kind in parts}),
    }
    for kind, content in parts.items():
        members[f"word/{kind}1.xml"] = _xml(_ROOTS[kind], content) if kind in _ROOTS else content
    return members


def _rels(targets: dict[str, str]) -> str:
    items = (
        f'<Relationship Id="rId{at}" Type="{_REL}/{kind}" Target="{target}"/>'
        for at, (target, kind) in enumerate(targets.items(), 1)
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{''.join(items)}</Relationships>"
    )


@pytest.fixture
def zip_file(tmp_path: Path) -> Callable[..., Path]:
    """Write a zip of the given members and return its path."""

    def write(members: dict[str, str | bytes], name: str = "nguon.docx") -> Path:
        path = tmp_path / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        return path

    return write


@pytest.fixture
def word_file(zip_file: Callable[..., Path]) -> Callable[..., Path]:
    """Write a Word file with the given body XML and parts by kind, and return its path."""

    def write(body: str, **parts: str) -> Path:
        return zip_file(docx_parts(body, parts))

    return write
