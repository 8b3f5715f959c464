"""A template: a Word file with Jinja tags in docxtpl's language, read and compiled once, rendered many times.

Its manifest (the .json beside it) names the style of each role; styles are found by name, since LibreOffice renames
style ids. Jinja is sandboxed and strict: an undefined name is a Trouble "template-broken" with template, place, field.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docxtpl import DocxTemplate  # pyright: ignore[reportMissingTypeStubs]
from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, UndefinedError, meta
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from documents.rendering import wml
from documents.rendering.notes import with_footnotes
from documents.rendering.profiled import fitted
from documents.rendering.sections import Sections
from plans.errors import Trouble
from plans.profile import DEFAULT, LayoutProfile
from templates_docx import template_path

DOCUMENT, STYLES, FOOTNOTES = "word/document.xml", "word/styles.xml", "word/footnotes.xml"
CORE, APP = "docProps/core.xml", "docProps/app.xml"

LAST_SECTION = "last_section"
"""The name under which the document's final section is filled in."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LAST_SECTION = re.compile(r"<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:sectPr>(?=\s*</w:body>)", re.DOTALL)
_EMPTY_RUN = re.compile(r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?></w:t></w:r>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, kw_only=True)
class CompiledTemplate:
    """parts: what is copied as it is, by name in the order of the package; tagged: what Jinja fills in."""

    name: str
    parts: dict[str, bytes]
    tagged: dict[str, Template]
    styles: dict[str, str]
    section: str
    footnotes: str

    def sections(self) -> Sections:
        """Return the writer of sections after this template's page set-up."""
        return Sections(self.section)

    def stream(self, part: str, fields: dict[str, object]) -> Iterator[str]:
        """Yield the pieces of a tagged part. Trouble "template-broken" where the template asks for what is not."""
        try:
            yield from self.tagged[part].generate(fields)
        except UndefinedError as error:
            raise self._broken(part, str(error.message)) from error
        except TemplateError as error:
            raise self._broken(part, str(error)) from error

    def _broken(self, part: str, field: str) -> Trouble:
        return Trouble("template-broken", template=self.name, place=part, field=field)


@lru_cache(maxsize=8)
def compiled(name: str, profile: LayoutProfile = DEFAULT) -> CompiledTemplate:
    """Return the shipped template ``name``, fitted to a layout profile and compiled."""
    return compile_template(template_path(name), profile)


def compile_template(path: Path, profile: LayoutProfile = DEFAULT) -> CompiledTemplate:
    """Read and compile a template. Trouble "template-broken" names the first fault with its place."""
    manifest = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    with zipfile.ZipFile(path) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    if FOOTNOTES not in parts:
        parts = with_footnotes(parts)
    parts = fitted(parts, manifest["styles"], profile)
    text = parts.pop(DOCUMENT).decode("utf-8")
    section = _LAST_SECTION.search(text)
    if section is None:
        raise Trouble("template-broken", template=path.name, place=DOCUMENT, field="w:sectPr")
    text = text[: section.start()] + "{{ " + LAST_SECTION + " }}" + text[section.end() :]
    sources = {DOCUMENT: text} | {name: parts.pop(name).decode("utf-8") for name in (CORE, APP) if name in parts}
    fields = {*manifest["fields"], LAST_SECTION}
    return CompiledTemplate(
        name=path.name,
        parts=parts,
        tagged={part: _compiled(path, part, source, fields) for part, source in sources.items()},
        styles=_style_ids(path, parts[STYLES], manifest["styles"]),
        section=section[0],
        footnotes=parts[FOOTNOTES].decode("utf-8"),
    )


def _compiled(path: Path, part: str, source: str, fields: set[str]) -> Template:
    """Return a part as a Jinja template, each of its paragraphs on its own line so that errors have a place."""
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True, finalize=_finalized)
    text = _EMPTY_RUN.sub("", DocxTemplate(path).patch_xml(source))  # pyright: ignore[reportUnknownMemberType]
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", text)
    try:
        unknown = meta.find_undeclared_variables(environment.parse(lines)) - fields
        if not unknown:
            return environment.from_string(text)
    except TemplateSyntaxError as error:
        place = _place(lines, re.compile(""), error.lineno)
        raise Trouble("template-broken", template=path.name, place=place, field=str(error.message)) from error
    field = min(unknown)
    place = _place(lines, re.compile(rf"\b{re.escape(field)}\b"))
    raise Trouble("template-broken", template=path.name, place=place or part, field=field)


def _place(lines: str, wanted: re.Pattern[str], first: int = 1) -> str:
    """Return the words of the first paragraph from line ``first`` on in which ``wanted`` stands."""
    for line in lines.split("\n")[first - 1 :]:
        if wanted.search(line):
            return f"“{_TAG.sub('', line).strip()}”"
    return ""


def _finalized(value: object) -> object:
    return value if isinstance(value, Markup) or not isinstance(value, str) else wml.clean(value)


def _style_ids(path: Path, styles: bytes, wanted: dict[str, str]) -> dict[str, str]:
    """Return role → style id, found by the style's name (without regard to case, as Word does)."""
    root = etree.fromstring(styles, etree.XMLParser(resolve_entities=False, no_network=True))
    ids: dict[str, str] = {}
    for style in root.iterfind(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            ids[str(name.get(f"{_W}val")).lower()] = str(style.get(f"{_W}styleId"))
    for role, name in wanted.items():
        if name.lower() not in ids:
            raise Trouble("template-broken", template=path.name, place=f"w:styles ({role})", field=name)
    return {role: ids[name.lower()] for role, name in wanted.items()}
