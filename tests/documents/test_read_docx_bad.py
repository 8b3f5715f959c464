"""Word files that are broken, hostile or odd: a trouble with its code, or what can be read; never anything else."""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest

from documents.reading.docx import read_docx
from plans.errors import Trouble
from resources.messages import TROUBLES

WordFile = Callable[..., Path]
TEXT = "<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>"


def code(path: Path) -> str:
    with pytest.raises(Trouble) as caught:
        read_docx(path)
    return caught.value.code


def rewritten(path: Path, member: str, change: Callable[[str], str]) -> Path:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[member] = change(members[member].decode()).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


@pytest.fixture
def rich_file(tmp_path: Path) -> Path:
    """A file of python-docx with headings, a list, a table and a section."""
    document = docx.Document()
    document.add_heading("I. MỤC ĐÍCH", 1)
    document.add_paragraph("Một việc", style="List Number")
    document.add_table(2, 2).cell(0, 0).text = "ô"
    document.add_section()
    document.save(str(tmp_path / "giàu.docx"))
    return tmp_path / "giàu.docx"


@pytest.mark.parametrize("member", ["word/document.xml", "word/styles.xml", "docProps/core.xml"])
def test_an_external_entity_in_any_part_is_refused(rich_file: Path, member: str):
    entity = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    path = rewritten(rich_file, member, lambda xml: re.sub(r"^(<\?xml[^>]*>)?\s*", rf"\1{entity}", xml))
    assert code(path) == "file-unsafe"


def test_what_lies_outside_the_file_is_never_looked_at(word_file: WordFile):
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Ngoài"/></w:style>'
    path = word_file(TEXT, styles=styles)
    assert read_docx(path).blocks[0].style == "Ngoài"
    rewritten(
        path,
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace('Target="styles1.xml"', 'Target="styles1.xml" TargetMode="External"'),
    )
    assert read_docx(path).blocks[0].style == ""


def test_a_relationship_that_climbs_out_of_the_file_finds_nothing(word_file: WordFile):
    path = rewritten(
        word_file(TEXT, styles=""),
        "word/_rels/document.xml.rels",
        lambda xml: xml.replace("styles1.xml", "../../../../../etc/hostname"),
    )
    assert read_docx(path).text == "Chữ"


def test_a_damaged_part_is_said_to_be_damage(rich_file: Path):
    assert code(rewritten(rich_file, "word/styles.xml", lambda xml: xml[: len(xml) // 2])) == "file-truncated"


def test_a_truncated_file_is_said_to_be_damaged(rich_file: Path):
    rich_file.write_bytes(rich_file.read_bytes()[:-200])
    assert code(rich_file) == "file-truncated"


def test_a_file_protected_with_a_password_is_said_so(tmp_path: Path):
    path = tmp_path / "khóa.docx"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1024) + "EncryptedPackage".encode("utf-16-le"))
    assert code(path) == "file-encrypted"


def test_an_old_doc_under_the_new_name_is_said_to_be_no_docx(tmp_path: Path):
    path = tmp_path / "cũ.docx"
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1024) + "WordDocument".encode("utf-16-le"))
    assert code(path) == "file-not-docx"


def test_a_bomb_in_a_word_file_is_stopped(zip_file: Callable[..., Path]):
    assert code(zip_file({"[Content_Types].xml": bytes(9 * 2**20)})) == "file-too-large"


def test_too_deep_xml_is_stopped(word_file: WordFile):
    assert code(word_file("<w:ins>" * 400 + "</w:ins>" * 400)) == "file-too-large"


def test_deep_nesting_within_the_limits_is_read(word_file: WordFile):
    body = "<w:tbl><w:tr><w:tc>" * 80 + TEXT + "</w:tc></w:tr></w:tbl>" * 80
    assert read_docx(word_file(body)).text == "Chữ"


def test_a_document_without_body_or_parts_is_empty(word_file: WordFile):
    path = rewritten(word_file(""), "word/document.xml", lambda xml: xml.replace("<w:body></w:body>", ""))
    assert read_docx(path).blocks == []


def test_member_names_with_backslashes_and_other_case_are_found(zip_file: Callable[..., Path], word_file: WordFile):
    with zipfile.ZipFile(word_file(TEXT)) as archive:
        members = {name.replace("/", "\\").upper(): archive.read(name) for name in archive.namelist()}
    assert read_docx(zip_file(members, "ngược.docx")).text == "Chữ"


def _mutated(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    changed = bytearray(data)
    match seed % 4:
        case 0:
            for _ in range(4):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
            return bytes(changed)
        case 1:
            return bytes(changed[: chance.randrange(len(changed))])
        case _:
            return _with_odd_xml(data, chance)


def _with_odd_xml(data: bytes, chance: random.Random) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
                content = _odd_values(content.decode(), chance).encode()
            target.writestr(name, content)
    return stream.getvalue()


def _odd_values(xml: str, chance: random.Random) -> str:
    odd = ("", "-1", "99999999999999999999", "x", "nan", "1e309")
    kinds = sorted(set(re.findall(r"<(w:\w+)", xml)) - {"w:document", "w:body"})
    one, other = chance.choice(kinds), chance.choice(kinds)
    xml = re.sub(rf"(</?){one}(?=[ />])", rf"\1{other}", xml)
    return re.sub(
        r'(w:\w+)="[^"]*"',
        lambda found: f'{found[1]}="{chance.choice(odd)}"' if chance.random() < 0.2 else found[0],
        xml,
    )


@pytest.mark.parametrize("seed", range(40))
def test_a_mutated_file_gives_a_source_or_a_trouble(rich_file: Path, seed: int):
    rich_file.write_bytes(_mutated(rich_file.read_bytes(), seed) or b"PK")
    before = sorted(rich_file.parent.iterdir())
    try:
        assert read_docx(rich_file).characters >= 0
    except Trouble as trouble:
        assert trouble.code in TROUBLES  # noqa: PT017 (either outcome is right)
    assert sorted(rich_file.parent.iterdir()) == before
