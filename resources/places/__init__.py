"""Provinces and communes of Việt Nam since 1 July 2025, and the units before them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from resources import path


@dataclass(frozen=True, kw_only=True)
class Units:
    """The table of ``units.json``.

    provinces: name by code; communes: name by code, by the province's code; former: province, district and commune as
    they were called → codes of the communes they are now, the one that holds most of it first ("" for a district
    without communes).
    """

    provinces: dict[str, str]
    communes: dict[str, dict[str, str]]
    former: dict[str, dict[str, dict[str, str]]]


@cache
def units() -> Units:
    """Return the table, read once at the first question."""
    data = json.loads(path("places", "units.json").read_text(encoding="utf-8"))
    return Units(provinces=data["provinces"], communes=data["communes"], former=data["former"])
