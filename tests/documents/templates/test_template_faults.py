from __future__ import annotations

import pytest

from documents.templates.faults import ERRORS, WARNINGS, TemplateReport
from resources import texts

P = '<w:p><w:r><w:t xml:space="preserve">'
END = "</w:t></w:r></w:p>"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
OUTSIDE = '<Relationship Id="x" Type="t" Target="http://a.b/c" TargetMode="External"/>'
LINE = (
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:line from="0,0" to="90pt,0"/></w:pict></w:r>',
    f'<w:r><w:drawing><a:prstGeom xmlns:a="{DRAWING}" prst="straightConnector1"/></w:drawing></w:r>',
)


def codes(found):
    return [fault.code for fault in found]


def test_the_official_template_has_no_fault(faults):
    assert faults() == []


def test_all_faults_are_named_at_once_each_at_its_place(faults):
    found = faults(
        ("{{ number_line }}", "{{ so_van_ban }}"),
        ("{%p endif %}", "hết"),
        ("{{ title }}", "{{ title.__class__ }}"),
        ("<w:pgMar", "<w:cols"),
        ("{{p body }}", "{{p body"),
    )
    assert {"unknown-field", "place-missing", "block-open", "forbidden", "page-missing", "tag-open"} <= set(
        codes(found)
    )
    unknown = next(fault for fault in found if fault.code == "unknown-field")
    assert (unknown.found, unknown.where.text) == ("so_van_ban", "{{ so_van_ban }}")
    assert (unknown.where.row, unknown.where.cell) == (2, 1)
    assert [f.found for f in found if f.code == "place-missing"] == ["{{ number_line }}", "{{p body }}"]


def test_a_tag_torn_over_two_paragraphs_is_one_fault(faults):
    found = faults(("{{ title }}", f"{{{{ ti{END}{P}tle }}}}"))
    assert codes(found) == ["tag-split", "place-missing"]
    assert found[0].found == "{{ ti"


def test_a_tag_torn_over_two_cells_is_one_fault(faults):
    cell = '</w:tc><w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/></w:tcPr>'
    found = faults(("{{ number_line }}", f"{{{{ number_{END}{cell}{P}line }}}}"))
    assert codes(found) == ["tag-split", "place-missing"]


def test_a_tag_that_word_has_split_into_runs_is_whole(faults):
    torn = '{{ ti</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>tle }}'
    assert faults(("{{ title }}", torn)) == []


def test_a_loop_that_ends_in_another_cell_is_named(faults):
    found = faults(("{%p endfor %}", ""), ("{{ date_line }}", f"{{{{ date_line }}}}{END}{P}{{%p endfor %}}"))
    assert "block-across" in codes(found)


@pytest.mark.parametrize(
    ("tag", "code", "said"),
    [
        ("{{ title }} }}", "tag-stray", "}}"),
        ("{{ title }}{{ title + }}", "tag-broken", "{{ title + }}"),
        ("{{ title }}{% set x = 1 %}", "tag-unknown", "set"),
        ("{{ title }}{% import 'x' as y %}", "tag-unknown", "import"),
        ("{{ title }}{% endif %}", "block-stray", "{% endif %}"),
        ("{{ title }}{% if signer %}", "block-open", "{% if signer %}"),
        ("{{ title }}{{ range(10) }}", "forbidden", "(…)"),
        ("{{ title }}{{ title.__class__.__mro__ }}", "forbidden", ".__mro__"),
        ("{{ title }}{{ title['x'] }}", "forbidden", "[…]"),
        ("{{ title }}{{ 'x' * 1000000000 }}", "forbidden", "*"),
        ("{{ title }}{{ title|safe }}", "filter-forbidden", "safe"),
        ("{{ title }}{{ title|attr('x') }}", "filter-forbidden", "attr"),
        ("{{ title }}{{- title }}", "forbidden", "{{- title }}"),
        ("{{p title }}", "wrong-form", "{{ title }}"),
        ("{{ title }}{{ agency }}", "wrong-form", "{%p for line in agency %} {{ line }} {%p endfor %}"),
        ("{{ title }}{{ body }}", "wrong-form", "{{p body }}"),
        ("{{ title }}{{ body|upper }}", "wrong-form", "{{p body }}"),
        ("{{ title }}{% for x in title %}{% endfor %}", "wrong-form", "{%p for line in recipients %}"),
        ("{{ title }}{% for a in agency %}{% for b in agency %}{% endfor %}{% endfor %}", "nested-loop",
         "{% for b in agency %}"),
        ("{{ title }}" + "{% if signer %}" * 21 + "{% endif %}" * 21, "nested-deep", "{% if signer %}"),
        ("{{ title }}{{ " + "9" * 5000 + " }}", "tag-broken", "{{ " + "9" * 5000 + " }}"),
        ("{{ title }}{{p subject }}", "words-lost", "{{ title }}"),
    ],
)  # fmt: skip
def test_a_wrong_tag_is_named_as_what_it_is(faults, tag, code, said):
    found = [fault for fault in faults(("{{ title }}", tag)) if fault.code == code]
    assert said in [fault.found for fault in found]
    assert found[0].where.text.startswith("{{")
    assert len(found[0].message) < 300


@pytest.mark.parametrize(
    "tag",
    ["{{ title|upper }}", "{{ title|lower|capitalize }}", "{{ title }}{# ghi nhớ #}",
     "{{ title }} {{ agency|join(', ') }}",
     "{{ title }}{% if signer and not draft_mark %}!{% else %}?{% endif %}", "{{ title }}{{ “x” if signer else 'y' }}",
     "{{ title }}{% for a in agency %}{{ a }}{% if not loop.last %}, {% endif %}{% endfor %}"],
)  # fmt: skip
def test_what_offices_may_write_is_accepted(faults, tag):
    assert faults(("{{ title }}", f"{{{{ title }}}}{tag}")) == []


def test_a_place_that_is_missing_twice_in_a_cell_or_in_a_loop_is_named(faults):
    assert codes(faults(("{{p body }}", ""))) == ["place-missing"]
    assert "place-twice" in codes(faults(("{{p body }}", f"{{{{p body }}}}{END}{P}{{{{p body }}}}")))
    assert "place-in-cell" in codes(
        faults(("{{p body }}", ""), ("{{ date_line }}", f"{{{{ date_line }}}}{END}{P}{{{{p body }}}}"))
    )
    inside = f"{{%p if signer %}}{END}{P}{{{{p body }}}}{END}{P}{{%p endif %}}"
    assert codes(faults(("{{p body }}", inside))) == ["place-in-loop"]
    assert "place-order" in codes(faults(("{{p body }}", "X"), ("{{p bases }}", "{{p body }}"), ("X", "{{p bases }}")))


def test_a_letterhead_typed_into_the_template_is_only_a_warning(faults):
    found = faults(("in agency", "in parent"))
    assert [(fault.code, fault.severity) for fault in found] == [("place-absent", "warning")]


def test_a_missing_style_is_named_with_its_role(faults):
    old = 'w:styleId="KHGachDauDong"><w:name w:val="KH Gạch đầu dòng"/>'
    found = faults((old, 'w:styleId="P9"><w:name w:val="Kiểu khác"/>'), part="word/styles.xml")
    assert [(f.code, f.found, f.where.text) for f in found] == [("style-missing", "KH Gạch đầu dòng", "bullet")]


@pytest.mark.parametrize("line", LINE)
def test_a_drawn_line_that_some_viewers_lose_is_a_warning(faults, line):
    found = faults(
        ("</w:sectPr></w:body>", "</w:sectPr></w:body>"),
        ("{{ date_line }}", f"{{{{ date_line }}}}</w:t></w:r>{line}<w:r><w:t>"),
    )
    assert [(f.code, f.severity, f.where.text) for f in found] == [("line-lost", "warning", "{{ date_line }}")]


@pytest.mark.parametrize(
    ("old", "new", "part", "code"),
    [
        ("</Relationships>", f"{OUTSIDE}</Relationships>",
         "word/_rels/document.xml.rels", "external"),
        ("document.main+xml", "template.main+xml", "[Content_Types].xml", "not-a-document"),
        ("</Types>", f'<Override PartName="/x" ContentType="{MACROS}"/></Types>',
         "[Content_Types].xml", "macro"),
        ("</w:hdr>", "<w:p><w:r><w:t>{{ title }}</w:t></w:r></w:p></w:hdr>", "word/header1.xml", "tag-outside"),
        (" PAGE ", ' DDEAUTO c:\\\\cmd.exe "/k calc" ', "word/header1.xml", "active-field"),
        ("</w:hdr>", "", "word/header1.xml", "xml-broken"),
        ("<w:hdr", "<!DOCTYPE x [<!ENTITY a 'b'>]><w:hdr", "word/header1.xml", "xml-broken"),
        ("</w:sectPr></w:body>", "<w:altChunk/></w:sectPr></w:body>", "word/document.xml", "embedded"),
        ("{{ title }}", '{{ title }}</w:t></w:r><w:ins w:id="1"/><w:r><w:t>', "word/document.xml", "revision"),
    ],
)  # fmt: skip
def test_what_a_template_must_not_hold_is_named(faults, old, new, part, code):
    assert codes(faults((old, new), part=part)) == [code]


SDT = (
    '</w:t></w:r><w:sdt><w:sdtPr><w:alias w:val="Tên"/>{}</w:sdtPr><w:sdtContent><w:r><w:t>{{{{ title }}}}</w:t></w:r>'
    "</w:sdtContent></w:sdt><w:r><w:t>"
)
CODE = '<w:r><w:instrText>QUOTE "{{ title }}"</w:instrText></w:r>'
GONE = '<w:del w:id="1"><w:r><w:delText>{{ title }}</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    ("new", "code", "said"),
    [
        (SDT.format('<w:dataBinding w:xpath="/x"/>'), "control-bound", "Tên"),
        ("{{ title }}</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ signer }}", "tag-hidden", "{{ signer }}"),
        (f"{{{{ title }}}}</w:t></w:r>{CODE}<w:r><w:t>", "tag-misplaced", "{{ title }}"),
        (f"{{{{ title }}}}</w:t></w:r>{GONE}<w:r><w:t>", "tag-misplaced", "{{ title }}"),
        ('{{ title }}</w:t></w:r><w:r><w:sym w:char="{{ title.__class__ }}"/><w:t>', "tag-misplaced",
         "{{ title.__class__ }}"),
    ],
)  # fmt: skip
def test_a_tag_that_is_no_shown_text_is_named_at_its_place(faults, new, code, said):
    found = [fault for fault in faults(("{{ title }}", new)) if fault.severity == "error"]
    assert [(fault.code, fault.found) for fault in found] == [(code, said)]
    assert found[0].where.paragraph is not None


@pytest.mark.parametrize("kind", ["", "<w:showingPlcHdr/>", '<w:lock w:val="sdtLocked"/><w:dropDownList/>'])
def test_a_content_control_of_the_offices_own_is_accepted(faults, kind):
    assert faults(("{{ title }}", SDT.format(kind))) == []


def test_code_and_objects_in_the_package_are_named(faults):
    found = faults(more={"word/vbaProject.bin": "x", "word/embeddings/oleObject1.bin": "x"})
    assert codes(found) == ["macro", "embedded"]


@pytest.mark.parametrize("own", ["{", "[]", '{"styles": {"nichts": "x"}}', '{"styles": {"text": 3}}', '{"styles": 1}'])
def test_a_manifest_that_cannot_be_understood_is_a_fault(faults, own):
    assert [(fault.code, fault.where.part) for fault in faults(own=own)] == [("manifest-broken", "own.json")]


def test_every_fault_has_a_sentence_in_both_languages(faults):
    report = TemplateReport(template="own.docx", faults=faults(("{{ title }}", "{{ tieu_de }}")))
    vietnamese = [fault.message for fault in report.faults]
    assert "tieu_de" in report.as_text()
    assert report.as_json()["usable"] is False
    assert all("x" in sentence.format(found="x") for sentence in (ERRORS | WARNINGS).values())
    texts.use("en")
    try:
        assert not set(vietnamese) & {fault.message for fault in report.faults}
    finally:
        texts.use("vi")
