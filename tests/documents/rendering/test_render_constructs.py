"""An export holds nothing that docs/word-constructs.md does not name, a redline nothing but its section besides."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

from lxml import etree

from documents.comparing import plan_redline
from plans.nodes import Table
from plans.sample import sample_plan

_PAGE = (Path(__file__).parents[3] / "docs" / "word-constructs.md").read_text(encoding="utf-8")
_EXPORTS, _REDLINES = _PAGE.split("## Redlines")
NAMED, TRACKED = (set(re.findall(r"`(\w+:\w+)", text)) for text in (_EXPORTS, _REDLINES))


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


def test_redlines_hold_their_own_marks_and_all_of_those(hard_plan):
    old, new = sample_plan(), sample_plan()
    new.profile = replace(new.profile, body_size=13, margin_left=35.0)
    new.appendices.children[0].orientation = "portrait"
    new.subject = "Chuyển đổi số"
    table = next(node for node in new.body.walk() if isinstance(node, Table))
    del table.rows[3]
    table.header_rows += 1
    found = set()
    for pair in ((old, new), (new, old), (old, hard_plan)):
        with zipfile.ZipFile(io.BytesIO(plan_redline(*pair))) as package:
            found |= set(elements({name: package.read(name) for name in package.namelist()}))
    assert found - NAMED <= TRACKED
    assert found >= TRACKED
