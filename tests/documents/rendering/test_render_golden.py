"""Golden documents: the parts that a plan decides, indented, held against ``golden/rendering``.

Set KEHOACH_UPDATE_GOLDEN=1 to accept what is rendered now; then read the difference before you commit it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from lxml import etree

GOLDEN = Path(__file__).parents[1] / "golden" / "rendering"
PARTS = {"document": "word/document.xml", "footnotes": "word/footnotes.xml", "core": "docProps/core.xml"}


def indented(part: bytes) -> str:
    tree = etree.fromstring(part)
    etree.indent(tree, " ")
    return etree.tostring(tree, encoding="unicode") + "\n"


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", ["plan", "hard_plan"])
def test_a_plan_renders_as_it_did(name, part, request, rendered):
    found = indented(rendered(request.getfixturevalue(name)).parts[PARTS[part]])
    golden = GOLDEN / f"{name}.{part}.xml"
    if os.environ.get("KEHOACH_UPDATE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
