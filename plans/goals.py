"""The sentence a target prints, proposed from its facts: comparator, value, unit and year."""

from __future__ import annotations

import re

from plans.nodes import Comparator, Target
from plans.text import RichText

_WORDS: dict[Comparator, str] = {
    "": "đạt {value}",
    "=": "đạt {value}",
    ">=": "đạt từ {value} trở lên",
    ">": "đạt trên {value}",
    "<": "dưới {value}",
    "<=": "không quá {value}",
    "range": "đạt từ {low} đến {value}",
}
_UNFINISHED = re.compile(r"(?:[\s.,;:…]|(?<!\w)(?:đạt|từ|trên|dưới|không quá)(?!\w))+$")


def goal_words(target: Target) -> str:
    """Return what a target's facts say ("đạt từ 85% trở lên vào năm 2027"), "" while it has no value."""
    low, _dash, high = target.value.strip().partition(" - ")
    if not low:
        return ""
    value = with_unit(high or low, target.unit)
    low = with_unit(low, target.unit) if target.unit == "%" else low
    words = _WORDS["range" if high else target.comparator if target.comparator != "range" else ""]
    due = f" vào năm {target.year}" if target.year and str(target.year) not in target.text.plain else ""
    return f"{words.format(low=low, value=value)}{due}"


def with_unit(value: str, unit: str) -> str:
    """Return a figure with its unit as offices write it: "85%", "120 hộ"."""
    return f"{value}{unit}" if unit == "%" else f"{value} {unit}".strip()


def says_value(target: Target) -> bool:
    """Say whether the printed sentence names the target's value, both ends of a range; true while there is none."""
    said = re.findall(r"\d+(?:[.,/]\d+)*", target.text.plain)
    return all(part in said for part in re.findall(r"\d+(?:[.,/]\d+)*", target.value))


def goal_sentence(target: Target, said: str = "") -> RichText:
    """Return the printed sentence with the target's facts in it.

    ``said``: the value it names now, which is replaced where it stands once; "" where it names none, then the facts
    follow at the end.
    """
    text, words = target.text, goal_words(target)
    places = (
        [found.span() for found in re.finditer(rf"(?<![\w.,/]){re.escape(said)}(?![\w/])", text.plain)] if said else []
    )
    if not words:
        return text
    if len(places) == 1 and " - " not in target.value:
        start, end = places[0]
        return text.slice(0, start) + RichText.of(target.value) + text.slice(end)
    begun = text.slice(0, len(text.plain) - len((_UNFINISHED.search(text.plain) or [""])[0]))
    return begun + RichText.of(f" {words}") if begun else RichText.of(f"Phấn đấu {words}")
