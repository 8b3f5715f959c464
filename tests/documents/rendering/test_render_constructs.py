"""An export holds nothing that docs/word-constructs.md does not name."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from plans.sample import sample_plan

NAMED = set(
    re.findall(r"`(\w+:\w+)", (Path(__file__).parents[3] / "docs" / "word-constructs.md").read_text(encoding="utf-8"))
)


def elements(parts):
    """Return the names of all elements of the Word parts, with their prefixes."""
    for name, data in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            for item in etree.fromstring(data).iter():
                yield f"{item.prefix}:{etree.QName(item).localname}"


def test_every_element_of_an_export_is_a_documented_one(rendered, hard_plan):
    sample = sample_plan()
    sample.draft_mark = True
    found = {name for plan in (sample, hard_plan) for name in elements(rendered(plan).parts)}
    assert found <= NAMED, sorted(found - NAMED)


def test_the_list_names_nothing_we_no_longer_write(rendered, hard_plan, make, node):
    broken = make(node["paragraph"]("dòng\nhai\tcột"))
    found = {name for plan in (sample_plan(), hard_plan, broken) for name in elements(rendered(plan).parts)}
    assert {name for name in NAMED if name.startswith(("w:", "wp:", "wps:", "mc:"))} - found == set()
