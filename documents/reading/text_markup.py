"""HTML left in plain text: tables become rows with pipes, entities their characters, comments and scripts nothing."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from documents.reading.html import pipe_rows

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});")
_SILENT = (("<!--", "-->"), (r"<script\b", r"</script\s*>"), (r"<style\b", r"</style\s*>"))


def without_markup(text: str) -> str:
    """Return ``text`` with HTML that spans lines taken out; tags inside a line are the matter of ``text_marks``."""
    if "<" in text:
        for opening, closing in _SILENT:
            text = _replaced(text, opening, closing, _nothing)
        text = _replaced(text, r"<table\b", r"</table\s*>", _as_rows)
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text) if "&" in text else text


def _nothing(_markup: str) -> str:
    return ""


def _as_rows(markup: str) -> str:
    return "\n".join(["", *pipe_rows(markup), ""])


def _replaced(text: str, opening: str, closing: str, made: Callable[[str], str]) -> str:
    """Return the text with each stretch from ``opening`` to the next ``closing`` (patterns) replaced; one without end
    stays. Searched once from left to right, so that many openings without end take no longer."""
    begins, ends = re.compile(opening, re.IGNORECASE), re.compile(closing, re.IGNORECASE)
    pieces: list[str] = []
    at = 0
    while (start := begins.search(text, at)) and (end := ends.search(text, start.end())):
        pieces += [text[at : start.start()], made(text[start.start() : end.end()])]
        at = end.end()
    return "".join([*pieces, text[at:]])
