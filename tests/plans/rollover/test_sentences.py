"""Where the sentence around a place begins and ends."""

from __future__ import annotations

import pytest

from plans.sentences import sentence_at


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Việc một. Đến năm 2026 xong. Việc hai.", "Đến năm 2026 xong."),
        ("Ấp 3 báo cáo. Ủy ban họp năm 2026", "Ủy ban họp năm 2026"),
        ("Gửi UBND TP. Huế năm 2026; xong. Hết.", "Gửi UBND TP. Huế năm 2026; xong."),
        ("Dòng một\nnăm 2026\nDòng ba", "năm 2026"),
        ("Thu 1.200 tấn năm 2026.", "Thu 1.200 tấn năm 2026."),
        ("năm 2026", "năm 2026"),
    ],
)
def test_a_sentence_ends_at_a_stop_before_a_capital_or_at_a_line(text: str, sentence: str) -> None:
    at = text.index("2026")
    begin, end = sentence_at(text, at, at + 4)
    assert text[begin:end].strip() == sentence
