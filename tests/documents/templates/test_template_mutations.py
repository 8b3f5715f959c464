"""A template that passes the check gives sound documents, whatever an office has done to it."""

from __future__ import annotations

import io
import random
import re
import zipfile

import pytest
from lxml import etree

from documents.rendering.render import rendered
from documents.rendering.template import compile_parts
from documents.templates.checking import faults_of
from documents.templates.manifest import official as official_manifest
from plans.plan import Plan
from plans.sample import sample_plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
CUT = '</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">'
NEW_CELL = CUT.replace("<w:p><w:r>", "</w:tc><w:tc><w:p><w:r>")
TAGS = (
    "{{ title }}", "{{p body }}", "{%p endif %}", "{%p if signer %}", "{% else %}", "{{r motto_rule }}", "{{", "%}",
    "{%tr for line in agency %}", "{%tr endfor %}", "{%tc if signer %}", "{%tc endif %}", "{{ line }}", "{{p subject }}",
    "{%p for line in agency %}", "{%p endfor %}", "{%p else %}", "{% if signer %}", "{% endif %}", "{# a #}", "chữ",
    "{%r if signer %}", "{%r endif %}", "{{ title|upper }}", "",
)  # fmt: skip


def mutated(document: str, chance: random.Random) -> str:
    """Return the document with one or two of its texts replaced, lengthened, cut or swapped."""
    pieces = re.split(r"(?<=>)([^<]+)(?=<)", document)
    for _ in range(chance.randint(1, 2)):
        at, other = chance.choices(range(1, len(pieces), 2), k=2)
        cut = chance.randrange(len(pieces[at]))
        ways = (
            chance.choice(TAGS),
            pieces[at]
            + chance.choice(["", CUT])
            + chance.choice(TAGS)
            + chance.choice(["", CUT])
            + chance.choice(TAGS),
            pieces[at][:cut] + chance.choice([CUT, NEW_CELL, "</w:t></w:r><w:r><w:t>"]) + pieces[at][cut:],
            pieces[other],
        )
        pieces[at] = chance.choice(ways)
    return "".join(pieces)


def unsound(data: bytes) -> list[str]:
    """Return what Word would have to repair in a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read(DOCUMENT))
    homes = {f"{W}p": ("body", "tc"), f"{W}tr": ("tbl",), f"{W}tc": ("tr",), f"{W}r": ("p",), f"{W}t": ("r",)}
    found = [f"{item.tag} in {item.getparent().tag}" for item in root.iter(*homes)
             if etree.QName(item.getparent()).localname not in homes[item.tag]]  # fmt: skip
    found += ["cell without a paragraph" for cell in root.iter(f"{W}tc") if not len(cell) or cell[-1].tag != f"{W}p"]
    loose = [item.tag for item in root.iter(f"{W}*") if item.tag != f"{W}t" and (item.text or "").strip()]
    return found + loose + [item.tag for item in root.iter() if (item.tail or "").strip()]


@pytest.mark.parametrize("seed", range(6))
def test_what_passes_the_check_gives_sound_documents(official, seed):
    chance = random.Random(seed)
    accepted = 0
    for _ in range(60):
        parts = official | {DOCUMENT: mutated(official[DOCUMENT], chance)}
        data = {name: text.encode("utf-8") for name, text in parts.items()}
        if any(fault.severity == "error" for fault in faults_of("own.docx", data)):
            continue
        accepted += 1
        for plan in (sample_plan(), Plan()):
            assert (
                unsound(rendered(plan, compile_parts("own.docx", dict(data), official_manifest()), issued=False)) == []
            )
    assert accepted
