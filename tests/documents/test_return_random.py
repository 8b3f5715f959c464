"""The way back for any plan: nothing from an untouched export, and from one edited at random a plan that prints the same."""

from __future__ import annotations

import io
import random
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from documents.reading.docx_package import DocxPackage
from documents.rendering import render_docx
from documents.returning import return_docx
from documents.returning.shown import read_shown
from plans.changes import Change, InsertNode, MoveNode, RemoveNode, SetField, perform
from plans.errors import Rejection
from plans.nodes import Bullet, Node, Section, Task
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText
from tests.strategies import plans

HERE = Path("returned.docx")
WORDS = ("một", "hai", "ba", "bốn", "năm", "chợ", "đường", "sông", "núi", "ruộng", "phường", "trường")
CARRIED = "customXml/item1.xml"


def edited_in_word(old: Plan, new: Plan, *, marks: bool) -> bytes:
    """The export of ``new`` as if it were that of ``old`` after editing: it carries ``old``; with bookmarks or not."""
    carried = zipfile.ZipFile(io.BytesIO(render_docx(old))).read(CARRIED)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(render_docx(new))) as package, zipfile.ZipFile(stream, "w") as made:
        for name in package.namelist():
            content = carried if name == CARRIED else package.read(name)
            if not marks and name.startswith("word/"):
                content = re.sub(rb"<w:bookmark(Start|End)[^>]*/>", b"", content)
            made.writestr(name, content)
    return stream.getvalue()


def printed(plan: Plan) -> list[str]:
    shown = read_shown(DocxPackage(render_docx(plan), HERE))
    return [line.plain for line in shown.lines] + [note.text.plain for note in shown.notes.values()]


def change(chance: random.Random, plan: Plan) -> Change:
    """A change as an author makes it in Word: words, lines, sections, parts of tasks."""
    said = " ".join(chance.choices(WORDS, k=7))
    bullets = [node for node in plan.body.walk() if isinstance(node, Bullet)]
    leaders: list[Node] = [node for node in plan.body.walk() if isinstance(node, Section) and not node.run_in]
    tasks = [node for node in plan.body.walk() if isinstance(node, Task)]
    bullet, leader = chance.choice(bullets), chance.choice(leaders)
    holder, _ = plan.holder(bullet.id)
    options: list[Change] = [
        SetField(bullet.id, "text", RichText.of(f"{bullet.text.plain} {said}.")),
        InsertNode(holder.id, chance.randint(0, len(holder.children)), Bullet(text=RichText.of(f"{said}."))),
        MoveNode(bullet.id, holder.id, chance.randint(0, len(holder.children) - 1)),
        RemoveNode(bullet.id),
        RemoveNode(leader.id),
        SetField("plan", "subject", said),
    ]
    if tasks:
        options += [
            SetField(chance.choice(tasks).id, "deadline", said),
            SetField(chance.choice(tasks).id, "products", [said, said[::-1]][: chance.randint(0, 2)]),
        ]
    return chance.choice(options)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans())
def test_nothing_comes_back_from_any_untouched_export(plan: Plan):
    report = return_docx(render_docx(plan), HERE, plan).report
    assert (report.changes, report.unmapped, report.conflicts) == ([], [], [])


@pytest.mark.parametrize("marks", [True, False])
@pytest.mark.parametrize("seed", range(8))
def test_a_plan_that_took_the_changes_prints_what_word_showed(seed: int, marks: bool):
    chance, wanted, plan = random.Random(seed), sample_plan(), sample_plan()
    for _ in range(5):
        try:
            perform(wanted, change(chance, wanted))
        except Rejection:
            continue
    found = return_docx(edited_in_word(plan, wanted, marks=marks), HERE, plan)
    perform(plan, found.batch)
    assert printed(plan) == printed(wanted)
    assert found.report.conflicts == []
