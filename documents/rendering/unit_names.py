"""Which units are written with their type in capitals wherever they are named (decree 30/2020/NĐ-CP, PL1-II.4.a and
PL2-III.1.b): those named after a person, digits or an event of history ("Phường Điện Biên Phủ", "Phường 12")."""

from __future__ import annotations

import json
from functools import cache

from resources import path


@cache
def named_after() -> frozenset[str]:
    """Return, in small letters, the people and events that communes are named after."""
    data = json.loads(path("places", "named_after.json").read_text(encoding="utf-8"))
    return frozenset(str(name).casefold() for name in data["names"])


def must_be_full(name: str) -> bool:
    """Say whether a unit of this name is always written with its type."""
    return name[:1].isdigit() or name.casefold() in named_after()
