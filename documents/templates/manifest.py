"""The manifest of the official template: its fields with their forms, what a template must have, styles by role.

A template of an office may have a manifest of its own beside it (the same name, ``.json``):
``{"styles": {role: name}}`` says under which names it keeps the styles.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from templates_docx import template_path

Form = Literal["text", "flag", "lines", "runs", "run_lines", "blocks"]
"""text: one line; flag: yes or no; lines: several, for a loop; runs: ``{{r field }}``; run_lines: a loop over runs;
blocks: ``{{p field }}``, whole paragraphs."""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """styles: name of the style by role; aliases: further names a role's style may have."""

    fields: dict[str, Form]
    required: tuple[str, ...]
    styles: dict[str, str]
    aliases: dict[str, tuple[str, ...]]

    def with_own(self, own: str) -> Manifest:
        """Return this manifest with the names of an office's own (JSON text, "" for none). ValueError for another
        form."""
        return replace(self, styles=self.styles | _own_styles(own, self.styles)) if own else self

    def names(self, role: str) -> tuple[str, ...]:
        """Return all names under which the style of a role is looked for, the first choice first."""
        return (self.styles[role], *self.aliases.get(role, ()))


def official() -> Manifest:
    """Return the manifest of the official template."""
    data = json.loads(template_path("official").with_suffix(".json").read_text(encoding="utf-8"))
    return Manifest(
        fields=data["fields"],
        required=tuple(data["required"]),
        styles=data["styles"],
        aliases={role: tuple(names) for role, names in data["aliases"].items()},
    )


def _own_styles(own: str, roles: dict[str, str]) -> dict[str, str]:
    data: Any = json.loads(own)
    styles: Any = cast("dict[str, Any]", data).get("styles", {}) if isinstance(data, dict) else None
    if not isinstance(styles, dict):
        raise ValueError("styles")  # noqa: TRY004 (one kind for all wrong content of the file)
    for role, name in cast("dict[str, Any]", styles).items():
        if role not in roles or not isinstance(name, str) or not name:
            raise ValueError(role)
    return cast("dict[str, str]", styles)
