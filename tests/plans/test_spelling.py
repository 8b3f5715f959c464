"""Tone marks and accents, place by place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plans.spelling import folded, tones
from plans.text import nfc


@pytest.mark.parametrize(
    ("old", "new"), [("hoá", "hóa"), ("HOÁ", "HÓA"), ("Hoà", "Hòa"), ("uỷ", "ủy"), ("khoẻ", "khỏe"), ("hóa", "hóa")]
)
def test_the_tone_mark_stands_in_one_place(old: str, new: str):
    assert tones(old) == new


def test_folding_drops_every_accent_of_the_alphabet():
    assert folded("Đường giáo dục ẵ Ỹ ơ ư ă â ê ô đ") == "Duong giao duc a Y o u a a e o d"


@given(st.text())
def test_no_place_in_a_text_moves(text: str):
    text = nfc(text)
    assert len(folded(text)) == len(tones(text)) == len(text)
