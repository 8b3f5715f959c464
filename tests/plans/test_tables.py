"""Sums, total rows, sorting and figures of tables, as an office writes them."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from plans.nodes import Cell
from plans.ordering import order_key
from plans.tables import Rows, figure, is_total, printed, with_figures, with_order, with_sum, with_totals
from plans.text import RichText

LABEL = "Tổng cộng"


def _rows(*lines: str) -> Rows:
    return [[Cell(text=RichText.of(words.strip())) for words in line.split("|")] for line in lines]


def _told(rows: Rows) -> list[str]:
    return ["|".join(cell.text.plain for cell in row) for row in rows]


TREES = _rows("STT|Thôn|Cây", "1|Suối Trong|1.200", "2|Ánh Dương|85,5", "3|Đồi Cao|900")


def test_a_total_row_is_added_with_the_sums_of_the_columns_of_figures() -> None:
    assert _told(with_totals(TREES, 1, LABEL))[-1] == "|Tổng cộng|2.185,5"


def test_a_total_row_that_is_there_is_reckoned_anew() -> None:
    once = with_totals(TREES, 1, LABEL)
    more = [*once[:-1], *_rows("4|Bến Lội|14,5"), once[-1]]
    assert _told(with_totals(more, 1, LABEL))[-2:] == ["4|Bến Lội|14,5", "|Tổng cộng|2.200,0"]
    assert with_totals(once, 1, LABEL) == once


def test_one_column_is_summed_and_the_others_left_alone() -> None:
    rows = _rows("Thôn|Cây|Năm", "Suối Trong|3|2026", "Đồi Cao|4|2026")
    assert _told(with_sum(rows, 1, 1, LABEL))[-1] == "Tổng cộng|7|"


def test_words_are_not_summed_and_cells_merged_downwards_stop_it() -> None:
    assert with_sum(TREES, 1, 1, LABEL) == TREES
    merged = _rows("Thôn|Cây", "a|1", "2")
    merged[1][0].rowspan = 2
    assert with_totals(merged, 1, LABEL) == merged
    assert with_order(merged, 1, 1) == merged


def test_words_are_sorted_in_vietnamese_order_and_running_numbers_stay() -> None:
    assert _told(with_order(TREES, 1, 1))[1:] == ["1|Ánh Dương|85,5", "2|Đồi Cao|900", "3|Suối Trong|1.200"]


def test_figures_are_sorted_by_size_both_ways_and_the_total_stays_last() -> None:
    rows = with_totals(TREES, 1, LABEL)
    assert [line.split("|")[2] for line in _told(with_order(rows, 1, 2))[1:]] == ["85,5", "900", "1.200", "2.185,5"]
    down = with_order(rows, 1, 2, down=True)
    assert [line.split("|")[2] for line in _told(down)[1:]] == ["1.200", "900", "85,5", "2.185,5"]


def test_empty_cells_come_last_either_way() -> None:
    rows = _rows("A", "", "b", "a")
    assert _told(with_order(rows, 1, 0))[1:] == ["a", "b", ""]
    assert _told(with_order(rows, 1, 0, down=True))[1:] == ["b", "a", ""]


def test_letters_tones_and_counted_names_stand_in_order() -> None:
    words = [
        "thôn 10",
        "Thôn 2",
        "ma",
        "mà",
        "mả",
        "mã",
        "má",
        "mạ",
        "mai",
        "da",
        "đa",
        "ăn",
        "ân",
        "an",
        "ba",
        "ưa",
        "ua",
    ]
    assert sorted(words, key=order_key) == [
        "an", "ăn", "ân", "ba", "da", "đa", "ma", "mà", "mả", "mã", "má", "mạ", "mai", "Thôn 2", "thôn 10", "ua", "ưa",
    ]  # fmt: skip


def test_figures_get_vietnamese_separators_and_stand_at_the_right() -> None:
    rows = _rows("Cây", "1200", "1,234,567", "1234.5", "0,75", "2.000", "1,200", "khoảng 5")
    shown = with_figures(rows, 1, 0)
    assert _told(shown)[1:] == ["1.200", "1.234.567", "1.234,5", "0,75", "2.000", "1,200", "khoảng 5"]
    assert [row[0].align for row in shown[1:]] == ["right"] * 6 + [""]


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_figures_are_read_back_as_printed(number: Decimal) -> None:
    assert figure(printed(number)) == number


_CELLS = st.one_of(st.integers(-5, 2000).map(str), st.text(alphabet="aăâđôư ÁẠ1", max_size=4), st.just("1.200,5"))


@given(st.lists(st.tuples(_CELLS, _CELLS), max_size=8), st.integers(0, 1), st.booleans())
def test_sorting_keeps_every_row_and_sorts_once_and_for_all(
    cells: list[tuple[str, str]], column: int, down: bool
) -> None:
    rows = [[Cell(text=RichText.of(words)) for words in pair] for pair in [("A", "B"), *cells]]
    order = with_order(rows, 1, column, down=down)
    if [left.strip() for left, _right in cells] != [str(at) for at in range(1, len(cells) + 1)]:
        assert Counter(_told(order)) == Counter(_told(rows))
    assert order[0] == rows[0]
    assert with_order(order, 1, column, down=down) == order


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=8))
def test_the_sum_is_the_sum_and_nothing_else_changes(numbers: list[int]) -> None:
    rows = _rows("Thôn|Cây", *(f"x|{printed(Decimal(number))}" for number in numbers))
    summed = with_sum(rows, 1, 1, LABEL)
    assert summed[:-1] == rows
    assert is_total(summed[-1])
    assert figure(summed[-1][1].text.plain) == sum(numbers)
