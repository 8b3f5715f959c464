"""The tags of a part in docxtpl's language, as they stand in its paragraphs: found, and those that are torn apart.

``{{ field }}`` prints; ``{{r field }}`` takes the place of its run, ``{{p field }}`` of its paragraph; ``{% … %}``
asks or repeats, ``{%p … %}`` with whole paragraphs, ``{%tr … %}`` rows, ``{%tc … %}`` cells; ``{# … #}`` is silent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from documents.templates.faults import Fault
from documents.templates.places import Line

TagForm = Literal["", "p", "r", "tr", "tc"]

_TAG = re.compile(r"\{\{(?P<output>.*?)\}\}|\{%(?P<block>.*?)%\}|\{#.*?#\}", re.DOTALL)
_FORM = re.compile(r"(p|r|tr|tc)\s+(\S.*)", re.DOTALL)
_OPENER = re.compile(r"\{\{|\{%|\{#")
_CLOSER = re.compile(r"\}\}|%\}|#\}")
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_AHEAD = 6
"""Paragraphs further on in which the end of a torn tag is looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """One tag. code: what stands in it without its form; whole: as it is written."""

    line: Line
    form: TagForm
    code: str
    whole: str
    prints: bool

    @property
    def word(self) -> str:
        """The command of a block tag."""
        return (self.code.split() or [""])[0]


def tags_of(lines: list[Line]) -> tuple[list[Tag], list[Fault]]:
    """Return all tags in order, and a fault for each that does not begin and end in one paragraph."""
    found: list[Tag] = []
    faults: list[Fault] = []
    rests = [_TAG.sub("", line.text) if "{" in line.text or "}" in line.text else "" for line in lines]
    ended: set[int] = set()
    for at, line in enumerate(lines):
        if "{" in line.text:
            found += _tags(line)
        opener = list(_OPENER.finditer(rests[at]))
        if opener:
            torn = rests[at][opener[-1].start() :].strip()
            closing = next((n for n in range(at + 1, min(len(lines), at + _AHEAD)) if _closes(rests[n])), None)
            ended |= set() if closing is None else {closing}
            faults.append(Fault(code="tag-open" if closing is None else "tag-split", where=line.where, found=torn))
        elif at not in ended and (stray := _CLOSER.search(rests[at])):
            faults.append(Fault(code="tag-stray", where=line.where, found=stray[0]))
    return found, faults


def _closes(rest: str) -> bool:
    closer, opener = _CLOSER.search(rest), _OPENER.search(rest)
    return bool(closer and (not opener or closer.start() < opener.start()))


def _tags(line: Line) -> list[Tag]:
    found: list[Tag] = []
    for match in _TAG.finditer(line.text):
        code = match["output"] if match["output"] is not None else match["block"]
        if code is None:
            continue
        code = code.translate(_QUOTES)
        formed = _FORM.match(code)
        form: TagForm = formed[1] if formed else ""  # pyright: ignore[reportAssignmentType]
        own = (formed[2] if formed else code).strip()
        found.append(Tag(line, form, own, match[0], match["output"] is not None))
    return found
