"""A template: a Word file with Jinja tags in docxtpl's language, read and compiled once, rendered many times.

The manifest names the style of each role; styles are found by name, since LibreOffice renames style ids (see
``documents.templates.styles``). Jinja is sandboxed and strict: an undefined name is a Trouble "template-broken" with
template, place, field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docxtpl import DocxTemplate  # pyright: ignore[reportMissingTypeStubs]
from jinja2 import Template, TemplateError, TemplateSyntaxError, UndefinedError, meta
from markupsafe import Markup

from documents.files import parse_xml
from documents.rendering import wml
from documents.rendering.notes import with_footnotes
from documents.rendering.profiled import fitted
from documents.rendering.sections import Sections
from documents.templates.checking import parts_of
from documents.templates.manifest import Manifest, official
from documents.templates.sandbox import Environment
from documents.templates.styles import Match, matched
from plans.errors import Trouble
from plans.profile import DEFAULT, LayoutProfile
from templates_docx import template_path

DOCUMENT, STYLES, FOOTNOTES = "word/document.xml", "word/styles.xml", "word/footnotes.xml"
CORE, APP = "docProps/core.xml", "docProps/app.xml"

LAST_SECTION = "last_section"
"""The name under which the document's final section is filled in."""

_LAST_SECTION = re.compile(r"<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:sectPr>(?=\s*</w:body>)", re.DOTALL)
_EMPTY_RUN = re.compile(r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: [^>]*)?></w:t></w:r>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, kw_only=True)
class CompiledTemplate:
    """parts: what is copied as it is, by name in the order of the package; tagged: what Jinja fills in; asked: the
    fields its document asks for."""

    name: str
    parts: dict[str, bytes]
    tagged: dict[str, Template]
    asked: frozenset[str]
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
    """Read and compile one of our templates. Trouble "template-broken" names the first fault with its place."""
    return compile_parts(path.name, parts_of(path.read_bytes(), path), official(), profile)


def compile_parts(
    name: str, parts: dict[str, bytes], manifest: Manifest, profile: LayoutProfile = DEFAULT
) -> CompiledTemplate:
    """Compile a template from its parts; ``name`` is what troubles call it."""
    if FOOTNOTES not in parts:
        parts = with_footnotes(parts)
    match = _styles(name, parts, manifest)
    parts = fitted(parts, match.names, profile)
    text = parts.pop(DOCUMENT).decode("utf-8")
    section = _LAST_SECTION.search(text)
    if section is None:
        raise Trouble("template-broken", template=name, place=DOCUMENT, field="w:sectPr")
    text = text[: section.start()] + "{{ " + LAST_SECTION + " }}" + text[section.end() :]
    sources = {DOCUMENT: text} | {part: parts.pop(part).decode("utf-8") for part in (CORE, APP) if part in parts}
    fields = {*manifest.fields, LAST_SECTION}
    compiled_parts = {part: _compiled(name, part, source, fields) for part, source in sources.items()}
    return CompiledTemplate(
        name=name,
        parts=parts,
        tagged={part: template for part, (template, _) in compiled_parts.items()},
        asked=frozenset(compiled_parts[DOCUMENT][1]),
        styles=match.ids,
        section=section[0],
        footnotes=parts[FOOTNOTES].decode("utf-8"),
    )


def _compiled(name: str, part: str, source: str, fields: set[str]) -> tuple[Template, set[str]]:
    """Return a part as a Jinja template, and the fields it asks for."""
    environment = Environment(finalize=_finalized)
    text = _EMPTY_RUN.sub("", DocxTemplate("").patch_xml(source))  # pyright: ignore[reportUnknownMemberType]
    lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", text)  # each paragraph on its own line, so that errors have a place
    try:
        tree = environment.parse(text)
    except TemplateSyntaxError as error:
        place = _place(lines, re.compile(""), _faulty_line(environment, lines))
        raise Trouble("template-broken", template=name, place=place, field=str(error.message)) from error
    asked = meta.find_undeclared_variables(tree)
    unknown = asked - fields
    if not unknown:
        return environment.from_string(tree), asked
    field = min(unknown)
    place = _place(lines, re.compile(rf"\b{re.escape(field)}\b"))
    raise Trouble("template-broken", template=name, place=place or part, field=field)


def _faulty_line(environment: Environment, lines: str) -> int:
    """Return the line of the first syntax error."""
    try:
        environment.parse(lines)
    except TemplateSyntaxError as error:
        return error.lineno
    return 1


def _place(lines: str, wanted: re.Pattern[str], first: int = 1) -> str:
    """Return the words of the first paragraph from line ``first`` on in which ``wanted`` stands."""
    for line in lines.split("\n")[first - 1 :]:
        if wanted.search(line):
            return f"“{_TAG.sub('', line).strip()}”"
    return ""


def _finalized(value: object) -> object:
    return value if isinstance(value, Markup) or not isinstance(value, str) else wml.clean(value)


def _styles(name: str, parts: dict[str, bytes], manifest: Manifest) -> Match:
    """Return the template's styles by role. Trouble "template-broken" for the first role without one."""
    found = matched(parse_xml(parts[STYLES], Path(name)), parse_xml(parts[DOCUMENT], Path(name)), manifest)
    for role in found.missing:
        raise Trouble("template-broken", template=name, place=f"w:styles ({role})", field=manifest.styles[role])
    return found
