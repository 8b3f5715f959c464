from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from documents.rendering.template import compile_template
from plans.errors import Trouble
from resources.messages import sentence
from templates_docx import build_official, template_path


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """Copy the official template with one text of one part replaced."""

    def copy(part: str, old: str, new: str) -> Path:
        target = tmp_path / "own.docx"
        shutil.copy(template_path("official").with_suffix(".json"), target.with_suffix(".json"))
        with zipfile.ZipFile(template_path("official")) as source, zipfile.ZipFile(target, "w") as package:
            for name in source.namelist():
                text = source.read(name).decode("utf-8")
                assert name != part or old in text
                package.writestr(name, text.replace(old, new) if name == part else text)
        return target

    return copy


def test_the_shipped_template_is_what_its_script_builds(tmp_path):
    build_official.build(tmp_path / "built.docx")
    assert (tmp_path / "built.docx").read_bytes() == template_path("official").read_bytes()


def test_an_unknown_field_is_named_with_its_paragraph(changed):
    path = changed("word/document.xml", "{{ date_line }}", "{{ so_van_ban }}")
    with pytest.raises(Trouble) as caught:
        compile_template(path)
    assert caught.value.data == {"template": "own.docx", "place": "“{{ so_van_ban }}”", "field": "so_van_ban"}
    assert "so_van_ban" in sentence(caught.value.code, caught.value.data)


def test_a_tag_left_open_is_named_with_its_paragraph(changed):
    path = changed("word/document.xml", "{%p endif %}", "hết")
    with pytest.raises(Trouble) as caught:
        compile_template(path)
    assert caught.value.code == "template-broken"


def test_a_missing_style_is_named(changed):
    old = 'w:styleId="KHGachDauDong"><w:name w:val="KH Gạch đầu dòng"/>'
    path = changed("word/styles.xml", old, 'w:styleId="P9"><w:name w:val="Kiểu khác"/>')
    with pytest.raises(Trouble) as caught:
        compile_template(path)
    assert caught.value.data["field"] == "KH Gạch đầu dòng"


def test_styles_are_found_by_name_when_their_ids_were_renamed(changed):
    path = changed("word/styles.xml", 'w:styleId="KHNoiDung"', 'w:styleId="P7"')
    assert compile_template(path).styles["text"] == "P7"


@pytest.mark.parametrize("expression", ["title.__class__.__mro__", "title.nothing"])
def test_a_template_reaches_nothing_but_its_fields(changed, expression):
    template = compile_template(changed("word/document.xml", "{{ title }}", f"{{{{ {expression} }}}}"))
    fields = json.loads(template_path("official").with_suffix(".json").read_text(encoding="utf-8"))["fields"]
    with pytest.raises(Trouble) as caught:
        list(template.stream("word/document.xml", {**dict.fromkeys(fields, ""), "last_section": ""}))
    assert caught.value.code == "template-broken"


def test_a_tag_that_word_has_split_into_runs_is_read_as_one(changed):
    path = changed(
        "word/document.xml", "{{ title }}", '{{ ti</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>tle }}'
    )
    assert compile_template(path).tagged


def test_the_template_holds_no_leftovers_and_only_one_font():
    with zipfile.ZipFile(io.BytesIO(template_path("official").read_bytes())) as package:
        names = package.namelist()
        styles = package.read("word/styles.xml").decode("utf-8")
    assert not [name for name in names if "stylesWithEffects" in name or "thumbnail" in name]
    assert "asciiTheme" not in styles
    assert 'w:lang w:val="vi-VN"' in styles


def test_a_template_that_libreoffice_has_saved_still_renders(libreoffice, tmp_path, plan, rendered):
    path = tmp_path / "saved.docx"
    path.write_bytes(libreoffice(template_path("official").read_bytes(), to="docx"))
    shown = [text for _, text in rendered(plan, template=path).paragraphs if text]
    assert shown == [text for _, text in rendered(plan).paragraphs if text]
