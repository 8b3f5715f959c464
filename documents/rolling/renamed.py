"""Names of units and places that changed on 1 July 2025, found in the texts of one plan.

Provinces, districts (which are no more), towns and communes; of a name that several units bore only those of the
plan's own province are meant. A commune is asked about only where the province is known: "xã Tân Thành" alone says too
little.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from plans.plan import Plan
from plans.rollover import RenamedUnit
from plans.spelling import tones
from resources.places import units

_TYPES = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp": "thành phố", "tp.": "thành phố", "huyện": "huyện", "quận": "quận",
    "thị xã": "thị xã", "tx": "thị xã", "tx.": "thị xã", "thị trấn": "thị trấn", "xã": "xã", "phường": "phường",
}  # fmt: skip
_WORD = r"(?:[^\W\d_][\w'’]*|\d{1,2}(?!\w|[.,/]))"
_NAMED = re.compile(
    rf"(?<!\w)(?P<type>(?i:thành phố|thị xã|thị trấn|tỉnh|huyện|quận|xã|phường|TP\.?|TX\.?))\s+"
    rf"(?P<name>{_WORD}(?:(?:\s|\s?-\s?){_WORD}){{0,5}})"
)
_OF_DISTRICT = re.compile(
    r"(?<!\w)(?P<body>(?i:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân|công an|cấp))\s+"
    r"(?:huyện|quận|thị xã)(?!\w)(?=\s*(?P<next>\w?))"
)
_FORMERLY = re.compile(r"^\s*\(?\s*(?:cũ|trước đây|trước sáp nhập|trước khi)(?!\w)", re.IGNORECASE)
_FORMERLY_BEFORE = re.compile(
    r"(?:trước đây thuộc|trước đây là|nguyên là|tiền thân là|từ địa bàn)\s*$"
    r"|(?:sáp nhập|hợp nhất|trên cơ sở|sắp xếp)[^.;]{0,160}$",
    re.IGNORECASE,
)
_MOST_ANSWERS = 12

_Codes = tuple[str, ...]
_Table = dict[tuple[str, str], dict[str, _Codes]]
"""Type and folded name → former province → codes of the communes of now, the likeliest first."""


def renamed_units(plan: Plan) -> PlanUnits:
    """Return who knows the renamed units as this plan means them."""
    return PlanUnits(_province_of(plan), _commune_of(plan))


class PlanUnits:
    """Finds old names in the texts of a plan of one province (its code, "" unknown) and commune (its folded name)."""

    def __init__(self, province: str, commune: str) -> None:
        self._province = province
        self._commune = commune

    def find(self, text: str) -> Iterator[RenamedUnit]:
        """Yield the old names in ``text`` with what they are called now; a name said to be a former one not."""
        yield from sorted((*self._named(text), *self._unnamed(text)), key=_start)

    def _unnamed(self, text: str) -> Iterator[RenamedUnit]:
        """ "UBND huyện" without a name: there is no district any more, its work is the province's or the commune's."""
        above = "thành phố" if units().provinces.get(self._province, "").startswith("Thành phố") else "tỉnh"
        for match in _OF_DISTRICT.finditer(text):
            named = match["next"].isupper() or match["next"].isdigit()
            if not named and not _is_former(text, match.start(), match.end()):
                now = tuple(f"{match['body']} {kind}" for kind in (above, "xã"))
                yield RenamedUnit(start=match.start(), end=match.end(), now=now)

    def _named(self, text: str) -> Iterator[RenamedUnit]:
        for match in _NAMED.finditer(text):
            for count in range(_capitals(match["name"]), 0, -1):
                end = match.start("name") + _length(match["name"], count)
                now = self._now(_TYPES[match["type"].lower()], text[match.start("name") : end])
                if now is not None:
                    if now and not _is_former(text, match.start(), end):
                        yield RenamedUnit(start=match.start(), end=end, now=_styled(now, match["type"]))
                    break

    def _now(self, kind: str, name: str) -> list[str] | None:
        """Return what the unit is called now, [] where it still is called so, None for a name that is none."""
        key = (kind, _folded(name))
        if kind in ("tỉnh", "thành phố") and (found := _provinces().get(key)) is not None:
            return found
        if self._is_commune(key):
            return []
        held = _former().get(key)
        if held is None:
            return None
        codes = self._meant(kind, held)
        return self._names(codes, key[1])

    def _is_commune(self, key: tuple[str, str]) -> bool:
        found = _current().get(key, frozenset())
        return bool(found) if not self._province else self._province in found

    def _meant(self, kind: str, held: dict[str, _Codes]) -> list[str]:
        """Return the communes of now of the units of that name in the plan's province; elsewhere only of a name that
        is borne once, and no commune."""
        own = [codes for codes in held.values() if self._province and _province_code(codes[0]) == self._province]
        if not own and kind not in ("xã", "phường") and len(held) == 1:
            own = list(held.values())
        return [code for codes in own for code in codes]

    def _names(self, codes: list[str], folded: str) -> list[str]:
        """Return the names, the plan's own commune first, then one that kept the old name, then the largest share."""
        counted = Counter(codes)
        names = _commune_names()

        def rank(code: str) -> tuple[bool, bool, int]:
            name = _folded(names[code].split(" ", 1)[1])
            return name != self._commune, name != folded, -counted[code]

        ranked = sorted(dict.fromkeys(codes), key=rank)
        return [names[code] for code in ranked[:_MOST_ANSWERS]]


def _start(unit: RenamedUnit) -> int:
    return unit.start


def _capitals(name: str) -> int:
    """Return how many words from the first on begin with a capital or a digit."""
    words = name.split()
    return next((at for at, word in enumerate(words) if word[0].islower()), len(words))


def _length(name: str, count: int) -> int:
    """Return how many characters the first ``count`` words of ``name`` take."""
    ends = [match.end() for match in re.finditer(r"\S+", name)]
    return ends[count - 1]


def _is_former(text: str, start: int, end: int) -> bool:
    return bool(_FORMERLY.match(text[end:]) or _FORMERLY_BEFORE.search(text[:start]))


def _styled(names: list[str], written: str) -> tuple[str, ...]:
    """Write the types of the units as the old one was: capitals, a capital first or lower case."""
    if len(written) > 1 and written.isupper() and written.rstrip(".").lower() not in ("tp", "tx"):
        return tuple(name.upper() for name in names)
    if written[0].isupper() and written.rstrip(".").lower() not in ("tp", "tx"):
        return tuple(names)
    return tuple(_lowered(name) for name in names)


def _lowered(name: str) -> str:
    for kind in ("Tỉnh", "Thành phố", "Phường", "Xã", "Đặc khu"):
        if name.startswith(f"{kind} "):
            return kind.lower() + name[len(kind) :]
    return name


def _folded(name: str) -> str:
    """Return a name in the form that the tables are asked with: lower case, one way to place tones, one space."""
    words = " ".join(name.lower().replace("’", "'").split())
    return tones(re.sub(r"\s*-\s*", " - ", words))


def _parted(name: str) -> tuple[str, str]:
    """Return type and folded name of a unit's full name."""
    lowered = name.lower()
    kind = next(kind for kind in (*_TYPES, "đặc khu") if lowered.startswith(f"{kind} "))
    return kind, _folded(name[len(kind) :])


@cache
def _commune_names() -> dict[str, str]:
    return {code: name for communes in units().communes.values() for code, name in communes.items()}


@cache
def _province_codes() -> dict[str, str]:
    return {code: province for province, communes in units().communes.items() for code in communes}


def _province_code(commune: str) -> str:
    return _province_codes()[commune]


@cache
def _current() -> dict[tuple[str, str], frozenset[str]]:
    """Type and folded name of each commune of now → codes of the provinces that have one of that name."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for province, communes in units().communes.items():
        for name in communes.values():
            key = _parted(name)
            found[key] = found.get(key, frozenset()) | {province}
    return found


@cache
def _provinces() -> dict[tuple[str, str], list[str]]:
    """Type and folded name of each province, of now and before → [] or what it is called now."""
    found: dict[tuple[str, str], list[str]] = {_parted(name): [] for name in units().provinces.values()}
    for former, districts in units().former.items():
        codes = next(iter(next(iter(districts.values())).values())).split()
        found.setdefault(_parted(former), [units().provinces[_province_code(codes[0])]])
    found.setdefault(("tỉnh", "thừa thiên huế"), ["Thành phố Huế"])
    return found


@cache
def _former() -> _Table:
    """All former districts and communes."""
    table: _Table = {}
    for province, districts in units().former.items():
        for district, communes in districts.items():
            held = [code for codes in communes.values() for code in codes.split()]
            _add(table, _parted(district), province, held)
            for commune, codes in communes.items():
                if commune:
                    _add(table, _parted(commune), province, codes.split())
    return table


def _add(table: _Table, key: tuple[str, str], province: str, codes: list[str]) -> None:
    held = table.setdefault(key, {})
    held[province] = (*held.get(province, ()), *codes)


def _province_of(plan: Plan) -> str:
    """Return the code of the province of now that the plan's head or its first texts name, by its own name or by that
    of a district; "" where they name none."""
    codes = {_parted(name): code for code, name in units().provinces.items()}
    head = (plan.letterhead.parent, *plan.letterhead.agency, *plan.signature.lines)
    opening = [text for node in plan.walk() for text in (_plain(node),) if text][:20]
    for text in (*head, plan.subject, *opening):
        for match in _NAMED.finditer(text):
            key = (_TYPES[match["type"].lower()], _folded(match["name"]))
            now = _provinces().get(key)
            if now is not None:
                return codes[_parted(now[0])] if now else codes[key]
            held = _former().get(key, {})
            if key[0] not in ("xã", "phường") and len(held) == 1:
                return _province_code(next(iter(held.values()))[0])
    return ""


def _plain(node: object) -> str:
    text = getattr(node, "text", "")
    return text if isinstance(text, str) else text.plain


def _commune_of(plan: Plan) -> str:
    """Return the folded name of the commune that issues the plan, "" unknown."""
    for line in (" ".join(plan.letterhead.agency), *plan.letterhead.agency):
        for match in _NAMED.finditer(line):
            if match["type"].lower() in ("xã", "phường"):
                return _folded(match["name"])
    return _folded(plan.place)
