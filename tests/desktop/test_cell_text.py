"""Cells on the clipboard: what spreadsheets write is read, and what we write is read back."""

import pytest

from desktop.cell_text import cells_as_text, cells_in


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", []),
        ("một", [["một"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\t\t\n\tb\n", [["a", "", ""], ["", "b"]]),
        ('"một\nhai"\tba\n', [["một\nhai", "ba"]]),
        ('"tên ""riêng""\nhai"\n', [['tên "riêng"\nhai']]),
        ('"Vườn trường" xanh\tb\n', [['"Vườn trường" xanh', "b"]]),
        ('"Vườn"\tb\n', [['"Vườn"', "b"]]),
        ('"dở dang\tb\n', [['"dở dang', "b"]]),
    ],
)
def test_cells_are_read_as_spreadsheets_write_them(text, cells):
    assert cells_in(text) == cells


def test_cells_written_are_read_back():
    rows = [["một", 'hai "ba"'], ["bốn\nnăm", '"sáu"\tbảy'], ["", "tám"]]
    assert cells_in(cells_as_text(rows)) == rows
