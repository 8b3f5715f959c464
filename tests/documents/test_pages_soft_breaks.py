"""A line broken by hand is not stretched to both margins on the laid-out pages."""

from __future__ import annotations

import pytest
from lxml import etree

from documents.pages.paragraphs import Looks
from documents.pages.soft_breaks import unstretch

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = f"""<w:styles {NS}>
<w:style w:styleId="Loi"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:styleId="Con"><w:basedOn w:val="Loi"/></w:style>
<w:style w:styleId="Giua"><w:basedOn w:val="Loi"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style></w:styles>"""


def _paragraph(style: str, inside: str):
    text = (
        f'<w:p {NS}><w:pPr><w:pStyle w:val="{style}"/><w:rPr/></w:pPr><w:r><w:t>a</w:t>{inside}<w:t>b</w:t></w:r></w:p>'
    )
    return etree.fromstring(text)


@pytest.mark.parametrize(
    ("style", "inside", "changed"),
    [
        ("Loi", "<w:br/>", True),
        ("Con", "<w:br/>", True),
        ("Giua", "<w:br/>", False),
        ("Con", "", False),
        ("Con", '<w:br w:type="page"/>', False),
    ],
)
def test_only_a_justified_paragraph_with_a_broken_line_is_set_left(style: str, inside: str, changed: bool) -> None:
    paragraph = _paragraph(style, inside)
    assert unstretch(paragraph, Looks(etree.fromstring(STYLES))) is changed
    aligns = paragraph.xpath("w:pPr/w:jc/@w:val", namespaces={"w": paragraph.nsmap["w"]})
    assert aligns == (["left"] if changed else [])
    assert [child.tag.split("}")[1] for child in paragraph[0]][-1] == "rPr"
