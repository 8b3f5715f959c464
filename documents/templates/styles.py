"""Which style of a template plays which role, whatever an office's program has made of ids and names.

Looked for in this order: by name (the manifest's, then its aliases, then the aliases Word keeps in the style itself),
without regard to case, as Word does; by the id it had in the official template (Word keeps it when a style is renamed);
for the subject, the bases, the body and the appendices by the paragraph that holds their tag.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from functools import cache

from lxml import etree

from documents.files import XmlElement
from documents.templates.manifest import Manifest
from documents.templates.places import W, lines
from templates_docx import template_path

_KINDS = {"table": "table", "note_mark": "character"}
_TAGGED = {"subject": "subject", "bases": "basis", "body": "text", "appendices": "appendix"}
_TAG = re.compile(r"\{\{p\s+(" + "|".join(_TAGGED) + r")\s*\}\}")


@dataclass(frozen=True, slots=True)
class Style:
    """One style of a template: id, the name shown, whether it is a default of the program."""

    id: str
    name: str
    default: bool


@dataclass(frozen=True, kw_only=True)
class Match:
    """ids and names: by role, of the styles found; missing: the roles that have none."""

    ids: dict[str, str]
    names: dict[str, str]
    missing: tuple[str, ...]


def matched(styles: XmlElement, document: XmlElement, manifest: Manifest) -> Match:
    """Return the styles of a template by role."""
    by_name, by_id = _styles(styles)
    tagged = _tagged(document)
    found: dict[str, Style] = {}
    for role in manifest.styles:
        kind = _KINDS.get(role, "paragraph")
        style = next((by_name[kind, n.lower()] for n in manifest.names(role) if (kind, n.lower()) in by_name), None)
        style = style or by_id.get((kind, _official_ids().get((kind, manifest.styles[role].lower()), "")))
        at_tag = by_id.get((kind, tagged.get(role, "")))
        if style is None and at_tag is not None and not at_tag.default:
            style = at_tag
        if style is not None:
            found[role] = style
    return Match(
        ids={role: style.id for role, style in found.items()},
        names={role: style.name for role, style in found.items()},
        missing=tuple(role for role in manifest.styles if role not in found),
    )


def _styles(root: XmlElement) -> tuple[dict[tuple[str, str], Style], dict[tuple[str, str], Style]]:
    """Return styles by kind and name in lower case, and by kind and id."""
    names: dict[tuple[str, str], Style] = {}
    others: dict[tuple[str, str], Style] = {}
    ids: dict[tuple[str, str], Style] = {}
    for item in root.iterfind(f"{W}style"):
        kind, name = str(item.get(f"{W}type")), item.find(f"{W}name")
        if name is None:
            continue
        shown = str(name.get(f"{W}val"))
        style = Style(str(item.get(f"{W}styleId")), shown, item.get(f"{W}default") in ("1", "true", "on"))
        names[kind, shown.lower()] = ids[kind, style.id] = style
        aliases = item.find(f"{W}aliases")
        for alias in "" if aliases is None else str(aliases.get(f"{W}val")).split(","):
            others[kind, alias.strip().lower()] = style
    return others | names, ids


def _tagged(document: XmlElement) -> dict[str, str]:
    """Return role → id of the style at the tag of its place."""
    found: dict[str, str] = {}
    for line in lines(document, ""):
        for tag in _TAG.finditer(line.text):
            found.setdefault(_TAGGED[tag[1]], line.style)
    return found


@cache
def _official_ids() -> dict[tuple[str, str], str]:
    """Return the ids of the official template by kind and name in lower case."""
    with zipfile.ZipFile(template_path("official")) as package:
        root = etree.fromstring(package.read("word/styles.xml"))
    return {key: style.id for key, style in _styles(root)[0].items()}
