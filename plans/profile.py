"""The layout an office has chosen for its documents, within what decree 30/2020/NĐ-CP leaves open (Phụ lục I).

A plan keeps its profile, so that its file says what it was made with. The defaults are the built-in template's own;
a field that differs from its default changes the template's styles when the plan is printed.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from plans.errors import Rejection

PlaceForm = Literal["", "bare", "full"]


@dataclass(frozen=True, kw_only=True)
class LayoutProfile:
    """Sizes and gaps in points, lengths in millimetres, line spacing in lines.

    body_size: of the text and its headings; head_sizes: Quốc hiệu / Tiêu ngữ / place and date; indent: of a
    paragraph's first line; parent_line: whether the parent body is printed; place_form: "bare" (An Thới Đông),
    "full" (Xã An Thới Đông), "" as the clerk wrote it.
    """

    body_size: int = 14
    head_sizes: str = "12/13/13"
    indent: float = 12.7
    gap_before: float = 0.0
    gap_after: float = 6.0
    line_spacing: float = 1.1
    margin_top: float = 20.0
    margin_bottom: float = 20.0
    margin_left: float = 30.0
    margin_right: float = 15.0
    parent_line: bool = True
    place_form: PlaceForm = ""


DEFAULT = LayoutProfile()

LEAST_GAP = 6.0
"""Points between two paragraphs, at least (PL1-II.6.e); the larger of the gaps below one and above the next counts."""

RANGES: dict[str, tuple[float, float]] = {
    "gap_before": (0.0, 24.0),
    "gap_after": (0.0, 24.0),
    "line_spacing": (1.0, 1.5),
    "margin_top": (20.0, 25.0),
    "margin_bottom": (20.0, 25.0),
    "margin_left": (30.0, 35.0),
    "margin_right": (15.0, 20.0),
}
"""What may be chosen, both ends allowed. The decree names no upper end for gaps: theirs is ours. The same figures stand
in resources/rules for the audit; a test holds both together."""

CHOICES: dict[str, tuple[object, ...]] = {
    "body_size": (13, 14),
    "head_sizes": ("12/13/13", "13/14/14"),
    "indent": (10.0, 12.7),
}
"""Where there are only these to choose from."""

ARTICLES = {
    "body_size": "PL1-II.6.e",
    "head_sizes": "PL1-V",
    "indent": "PL1-II.6.e",
    "gap_before": "PL1-II.6.e",
    "gap_after": "PL1-II.6.e",
    "line_spacing": "PL1-II.6.e",
    "margin_top": "PL1-I.3",
    "margin_bottom": "PL1-I.3",
    "margin_left": "PL1-I.3",
    "margin_right": "PL1-I.3",
}
"""Which article of the decree (Phụ lục I) bounds a field."""


def check_profile(profile: LayoutProfile) -> None:
    """Raise Rejection "outside-decree" (field, value, allowed, article) for the first value the decree does not allow;
    ``allowed`` is a pair of floats for a range, else the values there are."""
    for name, (low, high) in RANGES.items():
        if not low <= getattr(profile, name) <= high:
            raise _outside(profile, name, (low, high))
    for name, choices in CHOICES.items():
        if getattr(profile, name) not in choices:
            raise _outside(profile, name, choices)
    if max(profile.gap_before, profile.gap_after) < LEAST_GAP:
        raise _outside(profile, "gap_after", (f"≥ {LEAST_GAP:g}",))


def _outside(profile: LayoutProfile, name: str, allowed: tuple[object, ...]) -> Rejection:
    return Rejection(
        "outside-decree", field=name, value=getattr(profile, name), allowed=allowed, article=ARTICLES[name]
    )


def changed(profile: LayoutProfile) -> frozenset[str]:
    """Return the fields in which a profile differs from the built-in template."""
    return frozenset(f.name for f in fields(profile) if getattr(profile, f.name) != getattr(DEFAULT, f.name))
