"""Leaders in charge by name: which words name one, and which of them mean the same person."""

from __future__ import annotations

import re
from collections import Counter

from plans.nodes import Assignment, Task
from plans.plan import Plan

_ADDRESS = re.compile(r"(?:các\s+)?(?:đồng chí|đ/c)(?!\w)[:\s]*", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s*[,;(–—]\s*|\s+-\s+")
_FEWEST_WORDS = 2
"""A name in full: family name and given name."""


def names_leader(text: str) -> bool:
    """Say whether ``text`` names an office holder ("Đồng chí …", "Đ/c …") and no unit."""
    return _ADDRESS.match(text.strip()) is not None


def leader_key(name: str) -> str:
    """Return what is the same for all spellings of one leader: the name without "Đồng chí" and without the office
    after it. Where no name stands there ("Phó Chủ tịch UBND xã, phụ trách …") the office is all that tells who is
    meant, so all of it counts."""
    return _ADDRESS.sub("", name_and_office(name)[0], count=1).casefold()


def name_and_office(leader: str) -> tuple[str, str]:
    """Return "Đồng chí" with the name, and the office written after it; all of it and "" where no name stands there."""
    words = " ".join(leader.split())
    name, *office = _AFTER_NAME.split(words, maxsplit=1)
    person = _ADDRESS.sub("", name, count=1).split()
    if len(person) < _FEWEST_WORDS or not all(word[0].isupper() for word in person):
        return words, ""
    return name, "".join(office).strip(" )")


def named_leaders(plan: Plan) -> list[str]:
    """Return every leader the plan puts in charge of a task or assigns duties to, the most named first, each as first
    written."""
    counted: Counter[str] = Counter()
    written: dict[str, str] = {}
    for node in plan.walk():
        if isinstance(node, Task):
            names = node.leaders
        elif isinstance(node, Assignment) and names_leader(node.unit):
            names = [node.unit]
        else:
            continue
        for name in filter(str.strip, names):
            counted[leader_key(name)] += 1
            written.setdefault(leader_key(name), name)
    return [written[key] for key, _count in counted.most_common()]
