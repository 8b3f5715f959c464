"""Tracked changes taken as accepted or as rejected, one construct at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from documents.files import parse_xml
from documents.reading.docx_xml import W
from documents.returning.revisions import has_revisions, resolve

WHO = 'w:id="1" w:author="a"'
INS, DEL = f"<w:ins {WHO}/>", f"<w:del {WHO}/>"


def run(words: str, *, deleted: bool = False) -> str:
    name = "delText" if deleted else "t"
    return f"<w:r><w:{name}>{words}</w:{name}></w:r>"


def paragraph(content: str, mark: str = "") -> str:
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{content}</w:p>"


def resolved(body: str, *, accept: bool) -> list[str]:
    root = parse_xml(f'<w:body xmlns:w="{W[1:-1]}">{body}</w:body>'.encode(), Path("x"))
    resolve(root, accept=accept)
    assert not has_revisions(root)
    return ["".join(text.text or "" for text in item.iter(W + "t")) for item in root.iter(W + "p")]


@pytest.mark.parametrize(
    ("body", "accepted", "rejected"),
    [
        (paragraph(run("a") + f"<w:ins {WHO}>{run('b')}</w:ins>"), ["ab"], ["a"]),
        (paragraph(run("a") + f"<w:del {WHO}>{run('b', deleted=True)}</w:del>"), ["a"], ["ab"]),
        (paragraph(f"<w:moveFrom {WHO}>{run('b')}</w:moveFrom>") + paragraph(f"<w:moveTo {WHO}>{run('b')}</w:moveTo>"),
         ["", "b"], ["b", ""]),
        (paragraph(run("a"), DEL) + paragraph(run("b")), ["ab"], ["a", "b"]),
        (paragraph(run("a"), INS) + paragraph(run("b")), ["a", "b"], ["ab"]),
        (paragraph(f"<w:del {WHO}>{run('a', deleted=True)}</w:del>", DEL) + paragraph(run("b")), ["b"], ["a", "b"]),
        (paragraph("", INS + DEL) + paragraph(run("b")), ["b"], ["b"]),
    ],
)  # fmt: skip
def test_each_sort_of_change(body: str, accepted: list[str], rejected: list[str]):
    assert resolved(body, accept=True) == accepted
    assert resolved(body, accept=False) == rejected


def test_rows_go_and_with_the_last_one_the_table():
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    table = f"<w:tbl>{row.format(DEL, 'a')}{row.format('', 'b')}</w:tbl>"
    assert resolved(table, accept=True) == ["b"]
    assert resolved(table, accept=False) == ["a", "b"]
    assert resolved(f"<w:tbl>{row.format(DEL, 'a')}</w:tbl>", accept=True) == []


def test_properties_go_back_to_what_they_were():
    change = f'<w:pPrChange {WHO}><w:pPr><w:jc w:val="left"/></w:pPr></w:pPrChange>'
    body = f'<w:body xmlns:w="{W[1:-1]}"><w:p><w:pPr><w:jc w:val="right"/><w:rPr/>{change}</w:pPr></w:p></w:body>'
    for accept, wanted in ((True, "right"), (False, "left")):
        root = parse_xml(body.encode(), Path("x"))
        resolve(root, accept=accept)
        aligned = [item.get(W + "val") for item in root.iter(W + "jc")]
        assert aligned == [wanted]
        assert b"Change" not in etree.tostring(root)
