"""Whatever stands in a text field of a plan comes out as that text: no tag, no XML, no field of Word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from documents.rendering import render_docx
from documents.rendering.wml import clean
from plans.fields import field_types
from plans.nodes import Table
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText, Span, nfc

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EVIL = "{{ title }} {%p for x in y %} %} }} {# & &amp; <w:p> ]]> \x00\x07\x1b\ud800\ufffe 😀 \u202e {{p body }} đuôi"

NO_TEXT = {"id", "origin", "target", "scheme", "source_label", "note", "profile"}
"""Fields that hold no words of the clerk's, or words that never print."""

NOT_PRINTED = {
    "target.value", "target.unit", "target.baseline", "target.actual", "target.source", "target.lead",
    "target.coordinating", "task.budget_source",
}  # fmt: skip

Put = Callable[[str], None]


def values(owner: Any, name: str, kind: Any) -> Put | None:
    """Return what puts a text into a field, None for a field that holds none."""
    old = getattr(owner, name)
    if kind is str:
        return lambda text: setattr(owner, name, text)
    if kind is RichText:
        return lambda text: setattr(owner, name, RichText.join([*_marks(old), *RichText.of(text)]))
    if kind == list[str] or kind == tuple[str, ...]:
        return lambda text: setattr(owner, name, type(old)([text, *old[1:]]))
    if kind == dict[str, str]:
        return lambda text: setattr(owner, name, {"deadline": text, "lead": text})
    return None


def _marks(text: RichText) -> list[Span]:
    return [span for span in text if span.footnote]


def frozen(plan: Plan, name: str, field: str) -> Put:
    def put(text: str) -> None:
        old = getattr(plan, name)
        value = (text,) if isinstance(getattr(old, field), tuple) else text
        setattr(plan, name, replace(old, **{field: value}))

    return put


def text_fields(plan: Plan) -> Iterator[tuple[str, Put]]:
    """Yield kind and field of every text of a plan, with what changes it."""
    for owner in (plan, *plan.walk()):
        kind = getattr(owner, "kind", "plan")
        for name, declared in field_types(type(owner)).items():
            put = values(owner, name, declared)
            if put is not None and name not in NO_TEXT:
                yield f"{kind}.{name}", put
        for row in owner.rows if isinstance(owner, Table) else []:
            yield from (("cell.text", values(cell, "text", RichText)) for cell in row)
    for name, field in (
        ("letterhead", "parent"),
        ("letterhead", "agency"),
        ("signature", "lines"),
        ("signature", "name"),
    ):
        yield f"plan.{name}.{field}", frozen(plan, name, field)


def printed(data: bytes) -> str:
    """Return all words of a document and its properties, in capitals and without blanks."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        trees = {name: etree.fromstring(package.read(name)) for name in package.namelist()}
    words = [trees[f"word/{name}.xml"].itertext(f"{W}t") for name in ("document", "footnotes")]
    return bare("".join([*words[0], *words[1], *trees["docProps/core.xml"].itertext()]))


def bare(text: str) -> str:
    return "".join(clean(nfc(text)).split()).upper()


def full_plan() -> Plan:
    """The sample with every list of words filled, so that each field has a place."""
    plan = sample_plan()
    for node in plan.walk():
        for name in ("leaders", "lead", "advisers", "coordinating", "products"):
            if hasattr(node, name) and node.kind == "task":
                setattr(node, name, getattr(node, name) or ["Phòng Kinh tế"])
                node.deadline = node.deadline or "Quý II/2026"
    return plan


FIELDS = sorted({name for name, _ in text_fields(full_plan())})


@pytest.mark.parametrize("name", FIELDS)
def test_what_looks_like_code_in_any_field_comes_out_as_text(name):
    plan = full_plan()
    for own, put in text_fields(plan):
        if own == name:
            put(EVIL)
            break
    shown = printed(render_docx(plan))
    assert name in NOT_PRINTED or bare(EVIL) in shown
    assert "{{LINE" not in shown


@settings(max_examples=40)
@given(st.data())
def test_any_text_in_all_fields_gives_a_whole_document(data):
    text = data.draw(st.text(st.characters(exclude_categories=()), min_size=1, max_size=30))
    plan = full_plan()
    for _, put in text_fields(plan):
        put(text)
    assert bare(f"x{text}").removeprefix("X") in printed(render_docx(plan)) or not bare(text).strip(".;,:-")
