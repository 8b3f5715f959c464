"""Same plan, same bytes: in any process, whatever its hash seed, time zone, locale and working directory."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from documents.rendering import render_docx
from plans.sample import sample_plan

ROOT = Path(__file__).parents[3]
SCRIPT = (
    "import hashlib; from documents.rendering import render_docx; from plans.sample import sample_plan;"
    "from documents.audit import audit; import json; data = render_docx(sample_plan());"
    "said = json.dumps(audit(data).as_json(), ensure_ascii=True);"
    "print(hashlib.sha256(data).hexdigest(), hashlib.sha256(said.encode()).hexdigest())"
)
SURROUNDINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "77", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4096", "TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
]


def test_the_same_plan_gives_the_same_bytes_in_any_surroundings(tmp_path: Path) -> None:
    said: set[str] = set()
    for at, own in enumerate(SURROUNDINGS):
        folder = tmp_path / f"Thư mục {at}"
        folder.mkdir()
        environment = os.environ | own | {"PYTHONPATH": str(ROOT)}
        made = subprocess.run(
            [sys.executable, "-c", SCRIPT], cwd=folder, env=environment, check=True, capture_output=True
        )
        said.add(made.stdout.decode("ascii").strip())
    assert len(said) == 1
    assert said.pop().split()[0] == hashlib.sha256(render_docx(sample_plan())).hexdigest()


@pytest.mark.parametrize("issued", [False, True])
def test_properties_name_title_agency_and_language_and_nothing_of_the_template(issued: bool) -> None:
    plan = sample_plan()
    with zipfile.ZipFile(io.BytesIO(render_docx(plan, issued=issued))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
        assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = {str(item.tag).rpartition("}")[2]: item.text for item in etree.fromstring(parts["docProps/core.xml"])}
    assert core["language"] == "vi-VN"
    assert plan.subject in (core["title"] or "")
    assert core["creator"]
    assert b"vi-VN" in parts["word/styles.xml"]
    text = parts["word/document.xml"].decode("utf-8")
    assert not any(mark in text for mark in ("{{", "{%", "}}", "%}"))


def test_the_outline_and_header_rows_are_marked_for_those_who_do_not_see_the_page() -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(sample_plan()))) as package:
        text, styles = (package.read(f"word/{part}.xml").decode("utf-8") for part in ("document", "styles"))
    assert "<w:outlineLvl" in styles
    assert "<w:tblHeader" in text
    anchors = text.count("<wp:docPr ")
    assert anchors
    assert anchors == sum(text.count(mark) for mark in ('decorative val="1"', "descr="))
