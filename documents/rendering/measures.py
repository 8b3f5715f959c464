"""The figures of one document that its layout profile decides: widths on its pages in mm, sizes of its head in points.

Quốc hiệu must stand on one line (decree 30/2020/NĐ-CP, PL1-II.1.a): 88.3 mm at 12 pt, 95.7 mm at 13 pt, and some air.
"""

from __future__ import annotations

from dataclasses import dataclass

from plans.profile import LayoutProfile

PAGE_WIDTH = 210.0
TITLE_SHARE = 0.88
"""A title's line fills at most this share of the text width."""

_NATION_ROOM = {12: 92.0, 13: 99.0}
_ISSUER_ROOM = 70.0
_AIR = 2.0


@dataclass(frozen=True, slots=True)
class Measures:
    """text: width between the margins of a portrait page; left, right: the columns of the letterhead; nation, motto,
    date: sizes of the head (the issuer's is that of Quốc hiệu); body: of the text and its titles."""

    text: float
    left: float
    right: float
    nation: int
    motto: int
    date: int
    body: int

    @staticmethod
    def of(profile: LayoutProfile) -> Measures:
        """Return the figures of a profile within the decree."""
        nation, motto, date = map(int, profile.head_sizes.split("/"))
        text = PAGE_WIDTH - profile.margin_left - profile.margin_right
        right = max(_NATION_ROOM[nation], text - _ISSUER_ROOM)
        return Measures(text, text - right, right, nation, motto, date, profile.body_size)

    @property
    def issuer_line(self) -> float:
        """What a line of the issuer's name may fill of its column."""
        return self.left - _AIR

    @property
    def title_line(self) -> float:
        """What a line of the subject may fill."""
        return self.text * TITLE_SHARE
