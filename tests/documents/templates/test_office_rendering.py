from __future__ import annotations

import io
import json
import zipfile

import pytest
from docx import Document

from documents.rendering import check_template, render_docx
from documents.rendering.template import compile_template
from plans.errors import Trouble
from plans.sample import sample_plan
from resources.messages import sentence
from templates_docx import template_path

DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode("utf-8")


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def test_the_official_template_given_as_an_offices_own_gives_the_same_bytes():
    plan = sample_plan()
    assert render_docx(plan, template=template_path("official")) == render_docx(plan)


def test_words_an_office_adds_to_its_template_are_printed(written):
    path = written((DOCUMENT, "CỘNG HÒA", "NƯỚC CỘNG HÒA"))
    assert "NƯỚC CỘNG HÒA" in part(render_docx(sample_plan(), template=path), DOCUMENT)


@pytest.mark.parametrize(
    "new",
    [
        'w:styleId="KHMuc"><w:name w:val="Đề mục lớn"/>',  # Word keeps the id when a style is renamed
        'w:styleId="P1"><w:name w:val="KH MỤC I"/>',  # names count without regard to case
        'w:styleId="P1"><w:name w:val="Đề mục lớn"/><w:aliases w:val="Mục,KH Mục I"/>',
    ],
)
def test_a_renamed_style_is_found_by_id_name_or_alias(written, new):
    path = written((STYLES, 'w:styleId="KHMuc"><w:name w:val="KH Mục I"/>', new))
    assert compile_template(path).styles["roman"] == new.split('"')[1]


def test_a_style_renamed_beyond_recognition_is_named_by_the_manifest_beside(written):
    path = written((STYLES, 'w:styleId="KHMuc"><w:name w:val="KH Mục I"/>', 'w:styleId="P1"><w:name w:val="Lớn"/>'))
    assert [fault.found for fault in check_template(path).faults] == ["KH Mục I"]
    path.with_suffix(".json").write_text(json.dumps({"styles": {"roman": "Lớn"}}), encoding="utf-8")
    assert check_template(path).faults == []
    assert '<w:pStyle w:val="P1"/>' in part(render_docx(sample_plan(), template=path), DOCUMENT)


def test_the_style_at_the_bodys_tag_is_the_bodys_style(written):
    renamed = (
        STYLES,
        'w:styleId="KHNoiDung"><w:name w:val="KH Nội dung"/>',
        'w:styleId="P1"><w:name w:val="Của tôi"/>',
    )
    path = written(renamed, (DOCUMENT, '"KHNoiDung"', '"P1"'))
    assert compile_template(path).styles["text"] == "P1"


def test_a_template_saved_by_libreoffice_passes_the_check(written, libreoffice, tmp_path):
    path = tmp_path / "saved.docx"
    path.write_bytes(libreoffice(template_path("official").read_bytes()))
    assert check_template(path).faults == []
    saved = render_docx(sample_plan(), template=path)
    assert texts(saved) == texts(render_docx(sample_plan()))
    assert "docProps/custom.xml" not in zipfile.ZipFile(io.BytesIO(saved)).namelist()


def test_properties_of_the_office_do_not_stay(written):
    path = written(("docProps/core.xml", "<dc:creator>{{ document_author }}", "<dc:creator>Vàng A Páo"))
    assert "Vàng A Páo" not in part(render_docx(sample_plan(), template=path), "docProps/core.xml")


def test_a_template_with_a_fault_is_not_used_and_the_sentence_names_it(written):
    path = written((DOCUMENT, "{{ title }}", "{{ tieu_de }}"))
    with pytest.raises(Trouble) as caught:
        render_docx(sample_plan(), template=path)
    said = sentence(caught.value.code, caught.value.data)
    assert caught.value.code == "template-broken"
    assert "own.docx" in said
    assert "tieu_de" in said


@pytest.mark.parametrize(
    "tag",
    [
        "{{ title.__class__.__base__.__subclasses__() }}",
        "{{ ''.join(['x'] * 10 ** 9) }}",
        "{% for a in range(10 ** 12) %}{{ a }}{% endfor %}",
        "{{ self.__init__.__globals__ }}",
        "{{ title|attr('__class__') }}",
        "{% include '/etc/passwd' %}",
        "{{ " + "(" * 5000 + "title" + ")" * 5000 + " }}",
        "{{ lipsum.__globals__.os.popen('id') }}",
    ],
)
def test_a_hostile_template_is_refused_with_a_sentence(written, tag):
    path = written((DOCUMENT, "{{ title }}", f"{{{{ title }}}}{tag}"))
    with pytest.raises(Trouble) as caught:
        render_docx(sample_plan(), template=path)
    assert caught.value.code in ("template-broken", "template-hostile")


def test_a_file_that_is_no_template_is_a_trouble(tmp_path):
    path = tmp_path / "x.docx"
    path.write_text("không phải Word", encoding="utf-8")
    for act in (check_template, lambda own: render_docx(sample_plan(), template=own)):
        with pytest.raises(Trouble) as caught:
            act(path)
        assert caught.value.code == "file-not-docx"
        assert caught.value.data["path"] == str(path)


def test_what_an_office_shows_and_hides_follows_the_plan(written):
    path = written((DOCUMENT, "{{ title }}", "{{ title|capitalize }}{% if draft_mark %} (dự thảo){% endif %}"))
    plan = sample_plan()
    plan.draft_mark = True
    assert "Kế hoạch (dự thảo)" in texts(render_docx(plan, template=path))
    assert "Kế hoạch" in texts(render_docx(plan, template=path, issued=True))
