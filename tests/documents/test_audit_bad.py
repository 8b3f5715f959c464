"""No file makes the audit fail or hang: spoiled values, lost and doubled parts, texts that only look like figures."""

from __future__ import annotations

import io
import random
import re
import zipfile

import pytest

from documents.audit import audit
from documents.audit.word import number, whole
from plans.errors import Trouble
from tests.documents.foreign_cases import CASES
from tests.documents.foreign_office import BOLD, TEXT, Foreign, body, p

PARTS = ("word/document.xml",) * 4 + ("word/styles.xml", "word/numbering.xml", "word/header1.xml", "word/settings.xml")
VALUES = ("", "-1", "99999999999", "chữ", "1.5", "NaN", "inf", "²", "٣", "%1%2%9", "0x10")
TEXTS = (
    "", "I.", "Phụ lục", "Nơi nhận:", "KẾ HOẠCH", "a" * 3000, "(((((", "TM. ", "ǅ", "\u0301" * 30, " " * 4000,
    "Số: ²/KH-UBND", "ngày ² tháng ³ năm 2026",
)  # fmt: skip
SHORT = re.compile(r"<w:(\w+)(?: [^>]*)?/>")
WHOLE = re.compile(r"<w:(p|tc|tr|tbl|r|rPr|pPr|sectPr|tblGrid|tblPr)\b[^>]*>.*?</w:\1>", re.DOTALL)


def spoiled(text: str, chance: random.Random) -> str:
    """Return a part with one value changed, one element lost or doubled, or one text replaced."""
    way = chance.randrange(4)
    pattern = (re.compile(r'(?<==")[^"]*(?=")'), SHORT, WHOLE, re.compile(r"(?<=>)[^<]{2,}(?=<)"))[way]
    places = list(pattern.finditer(text))
    if not places:
        return text
    place = chance.choice(places)
    new = (chance.choice(VALUES), "", chance.choice(("", place[0] * 2)), chance.choice(TEXTS))[way]
    return text[: place.start()] + new + text[place.end() :]


def mutated(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = chance.choice([part for part in PARTS if part in parts])
    text = parts[name].decode("utf-8")
    for _ in range(chance.randint(1, 6)):
        text = spoiled(text, chance)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for part, content in (parts | {name: text.encode("utf-8")}).items():
            package.writestr(part, content)
    return target.getvalue()


@pytest.mark.parametrize("seed", range(4))
def test_a_spoiled_file_is_audited_or_refused_with_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    files = [made.bytes() for made, _ in list(CASES.values())[seed::9]]
    audited = 0
    for _ in range(60):
        try:
            audit(mutated(chance.choice(files), chance)).as_text()
        except Trouble:
            continue
        audited += 1
    assert audited > 10


@pytest.mark.parametrize("text", ["²", "٣", "1" * 5000, "NaN", "inf", "1e400", "-", "chữ"])
def test_a_figure_that_no_program_writes_counts_as_none(text: str) -> None:
    assert whole(text, 7) == 7
    assert number(text, 7) == (3 if text == "٣" else 7)


def test_a_list_counted_from_a_huge_figure_has_no_huge_label() -> None:
    level = '<w:lvl w:ilvl="0"><w:start w:val="999999"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl>'
    numbering = f'<w:abstractNum w:abstractNumId="77">{level}</w:abstractNum>'
    numbering += '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    count = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'
    report = audit(Foreign(body=body() + p("Điểm này", count + TEXT), numbering=numbering).bytes())
    assert all(len(finding.where.text) < 100 for finding in report.findings)


def test_letters_of_no_size_have_no_line_spacing_to_divide_by() -> None:
    assert audit(Foreign(body=body() + p("Chữ không có cỡ", TEXT, BOLD, 0)).bytes()).findings


def test_five_thousand_paragraphs_are_audited_each_in_its_place() -> None:
    many = Foreign(body=body().replace("./.", ".") * 420 + p("Hết./.", TEXT, "", 15)).bytes()
    found = [f for f in audit(many).findings if f.fault == "look-size"]
    assert [(f.where.paragraph, f.where.text) for f in found] == [(5055, "Hết./.")]
