"""HTML left in plain text: tables become rows with pipes, entities their characters, comments and scripts nothing."""

from __future__ import annotations

import html
import re

from documents.reading.html import pipe_rows

_TABLE = re.compile(r"<table\b.*?</table\s*>", re.IGNORECASE | re.DOTALL)
_SILENT = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")


def without_markup(text: str) -> str:
    """Return ``text`` with HTML that spans lines taken out; tags inside a line are the matter of ``text_marks``."""
    if "<" in text:
        text = _SILENT.sub("", text)
        text = _TABLE.sub(lambda match: "\n".join(["", *pipe_rows(match[0]), ""]), text)
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text
