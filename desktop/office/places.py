"""Provinces and communes of Việt Nam as a clerk types them: with accents, or without any. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from plans.agency import COMMUNE_KINDS, CommuneKind
from plans.spelling import folded, tones
from plans.text import nfc
from resources.places import units

OFFERED = 12


@dataclass(frozen=True, kw_only=True)
class Place:
    """One commune, as ``Agency`` takes it: bare name; province with its type ("tỉnh Cao Bằng"), "" unknown."""

    kind: CommuneKind
    name: str
    province: str = ""

    @property
    def title(self) -> str:
        """Type and name: "Phường Ba Đình"."""
        return f"{self.kind.capitalize()} {self.name}"

    @property
    def label(self) -> str:
        """Type, name and province, told apart from all others of its name."""
        return f"{self.title}, {self.province}" if self.province else self.title


@cache
def provinces() -> tuple[str, ...]:
    """Return the 34 provinces with their types, as they stand in a sentence, in alphabetical order of their names."""
    names = (_in_sentence(name) for name in units().provinces.values())
    return tuple(sorted(names, key=lambda name: _plain(bare_province(name))))


@cache
def places(province: str = "") -> tuple[Place, ...]:
    """Return the communes of a province, all 3,321 for "", in alphabetical order."""
    known = units()
    found = [
        place
        for code, communes in known.communes.items()
        if province in ("", _in_sentence(known.provinces[code]))
        for name in communes.values()
        if (place := _place(name, _in_sentence(known.provinces[code])))
    ]
    return tuple(sorted(found, key=lambda place: (_plain(place.name), place.kind, place.province)))


def matching_provinces(typed: str) -> list[str]:
    """Return the provinces that hold every word typed, those beginning with it first."""
    return _matching(typed, ((name, bare_province(name)) for name in provinces()))


def matching_places(typed: str, province: str = "") -> list[Place]:
    """Return the communes that hold every word typed, type or not, those beginning with it first."""
    labels = {place.label: place for place in places(province)}
    return [labels[label] for label in _matching(typed, ((place.label, place.name) for place in labels.values()))]


def place_typed(typed: str, province: str = "") -> Place | None:
    """Return the commune that was typed in full or that is the only one it can be; one that no list knows is taken as
    written where its type is ("xã Suối Lim"); None where that can't be told."""
    found = matching_places(typed, province)
    words = _plain(" ".join(typed.split()))
    exact = [place for place in found if words in {_plain(place.label), _plain(place.title), _plain(place.name)}]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0]
    return None if found else _place(" ".join(nfc(typed).split()), province)


def warm_up() -> None:
    """Read the list and fold its names, so that the first letter typed is answered at once; call it off the window's
    thread."""
    matching_provinces("a")
    matching_places("a")
    matching_places("á")


def bare_province(name: str) -> str:
    """Return the own name of a province: "Cao Bằng"."""
    return name.removeprefix("tỉnh ").removeprefix("thành phố ")


def _matching(typed: str, known: Iterable[tuple[str, str]]) -> list[str]:
    """Return the labels of the pairs (label, name) that hold every word typed; accents count where some were typed."""
    words = tones(nfc(typed)).lower().split()
    key = _accented if folded(" ".join(words)) != " ".join(words) else _plain
    start = " ".join(words)
    found = [(label, name) for label, name in known if words and _holds(key(label), words)]
    found.sort(key=lambda pair: (key(pair[1]) != start, not key(pair[1]).startswith(start), start not in key(pair[0])))
    return [label for label, _name in found[:OFFERED]]


def _holds(label: str, words: list[str]) -> bool:
    text = f" {label}"
    return all(f" {word}" in text for word in words)


@cache
def _plain(text: str) -> str:
    return folded(nfc(text)).lower()


@cache
def _accented(text: str) -> str:
    return tones(nfc(text)).lower()


def _in_sentence(name: str) -> str:
    return name[:1].lower() + name[1:]


def _place(title: str, province: str) -> Place | None:
    for kind in COMMUNE_KINDS:
        if title.lower().startswith(f"{kind} "):
            words = title[len(kind) + 1 :].split()
            return Place(kind=kind, name=" ".join(word[:1].upper() + word[1:] for word in words), province=province)
    return None
