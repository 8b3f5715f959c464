"""What the author wrote stays as he wrote it: the printed plan has his marks, no more and no fewer, and our form."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from documents.audit import audit
from documents.reading.blocks import Source
from documents.reading.docx import read_document
from documents.reading.docx_package import DocxPackage
from documents.reading.text import read_text
from documents.reading.text_labels import parse_label
from documents.recognition import Recognition, recognise
from documents.rendering import render_docx
from plans.nodes import Assignment, Task

TEXTS = Path(__file__).parent / "fixtures" / "text"
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
ALL = [*sorted(TEXTS.glob("*.txt")), *(sorted(SEEDS.glob("*.txt")) if SEEDS.exists() else [])]
NAMES = [path.stem[:24] for path in ALL]
MARKS = ':;?!()“”"%'
CLOSINGS = " .;:,/"
OFFICES_OWN = {"ND30-08", "ND30-10", "ND30-30"}
"""Names, symbols and archives as the office has them ("UBND XÃ", "22-KH/ĐU"): never rewritten."""


def lines(source: Source) -> list[str]:
    """Every paragraph and every line of a cell, its label and its closing marks taken off."""
    found: list[str] = []
    for block in source.blocks:
        texts = [cell.text.plain for row in block.rows for cell in row] if block.rows else [block.text.plain]
        found += [line.strip() for text in texts for line in text.split("\n")]
    return [_bare(line) for line in found if line and not line.startswith("(Kèm theo")]


def _bare(line: str) -> str:
    label = parse_label(line)
    return re.sub(r"\s", "", line[label.end :] if label else line).rstrip(CLOSINGS)


def marks(found: list[str]) -> Counter[str]:
    return Counter(sign for line in found for sign in line if sign in MARKS)


def printed(found: Recognition) -> Source:
    return read_document(DocxPackage(render_docx(found.plan), Path("in.docx")))


@pytest.mark.parametrize("path", ALL, ids=NAMES)
def test_printing_adds_no_mark_to_the_sentences_of_the_author(path: Path) -> None:
    source = read_text(path)
    found = recognise(source)
    ours, theirs = marks(lines(printed(found))), marks(lines(source))
    form = 2 + sum(len(node.part_titles) + 6 for node in found.plan.walk() if isinstance(node, Task))
    added = ours - theirs
    assert added[":"] + added[";"] <= (form if any(isinstance(n, Task) for n in found.plan.walk()) else 2), added
    assert not {sign: n for sign, n in added.items() if sign not in ":;"}


@pytest.mark.parametrize("path", ALL, ids=NAMES)
def test_a_unit_and_its_duty_on_one_line_had_a_colon_between_them(path: Path) -> None:
    source = read_text(path)
    text = " ".join(source.text.split())
    units = [n for n in recognise(source).plan.walk() if isinstance(n, Assignment) and n.run_in]
    assert [n.title for n in units if f"{n.title}:" not in text and f"{n.title} :" not in text] == []


@pytest.mark.parametrize("path", ALL, ids=NAMES)
def test_our_own_print_of_what_was_read_has_no_double_marks(path: Path) -> None:
    wrong = re.compile(r":[.;]|;\.|,[;.](?!\d)|\.;|::")
    read = set(re.findall(r"\S*(?::[.;]|;\.|,[;.](?!\d)|\.;|::)\S*", read_text(path).text))
    for block in printed(recognise(read_text(path))).blocks:
        found = [word for word in block.text.plain.split() if wrong.search(word)]
        assert [word for word in found if word not in read] == []


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_our_own_print_of_what_was_read_breaks_no_rule_of_form(path: Path) -> None:
    report = audit(render_docx(recognise(read_text(path)).plan))
    faults = [finding for finding in report.findings if finding.severity == "error"]
    assert [finding for finding in faults if finding.rule not in OFFICES_OWN] == []
