"""Rich text: its values are normal forms, its slices lose and repeat nothing."""

from __future__ import annotations

import copy
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from plans.text import EMPTY, RichText, Span
from tests.strategies import any_text, rich_texts, spans

texts = rich_texts(("note-1", "note-2"))
quick = settings(max_examples=80, deadline=None)


@quick
@given(texts)
def test_a_text_is_its_own_normal_form(text: RichText) -> None:
    assert RichText.join(text.spans) == text
    assert all(span.text or span.footnote for span in text)
    assert copy.deepcopy(text) == text


@quick
@given(st.lists(spans))
def test_joining_keeps_the_characters_in_nfc(pieces: list[Span]) -> None:
    whole = "".join(piece.text for piece in pieces)
    assert RichText.join(pieces).plain == unicodedata.normalize("NFC", whole)


@quick
@given(any_text)
def test_any_text_is_kept(text: str) -> None:
    assert RichText.of(text).plain == unicodedata.normalize("NFC", text)


@quick
@given(texts, st.data())
def test_two_slices_make_the_whole(text: RichText, data: st.DataObject) -> None:
    if not text.plain:
        return
    cut = data.draw(st.integers(0, len(text.plain)))
    assert text.slice(0, cut) + text.slice(cut) == text
    assert text.slice(0, cut).plain + text.slice(cut).plain == text.plain


@quick
@given(texts, texts, texts)
def test_adding_is_associative_and_the_empty_text_is_neutral(a: RichText, b: RichText, c: RichText) -> None:
    assert (a + b) + c == a + (b + c)
    assert a + EMPTY == a == EMPTY + a


@quick
@given(texts)
def test_stripping_keeps_every_mark_and_the_words(text: RichText) -> None:
    assert text.stripped().plain == text.plain.strip()
    assert text.stripped().footnotes == text.footnotes


def test_a_mark_goes_with_the_character_before_it() -> None:
    text = RichText.join([Span("một"), Span(footnote="n"), Span(" hai")])
    assert text.slice(0, 3).footnotes == ["n"]
    assert text.slice(3).footnotes == []


def test_an_accent_of_another_look_joins_its_letter() -> None:
    text = RichText.join([Span("xa"), Span("\u0303 Suối Lim", bold=True)])
    assert text.spans == (Span("xã"), Span(" Suối Lim", bold=True))
