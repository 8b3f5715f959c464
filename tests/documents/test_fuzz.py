"""Two hundred bad files: each is read or told in a sentence; never a crash, a long wait, an entity or the network."""

from __future__ import annotations

import pytest

from tests.fuzz.mutations import mutated
from tests.fuzz.running import SUFFIXES, bad_files, read_all, seeds

EACH = 40


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_bad_files_never_break_the_reader(suffix: str):
    report = read_all(list(bad_files(suffix, EACH)))
    assert [f"{outcome.name} {outcome.said} {outcome.fault}" for outcome in report.faults] == []
    assert len(report.outcomes) == EACH
    assert report.megabytes < 1024


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_good_files_behind_them_are_read(suffix: str):
    report = read_all([(f"{number}{suffix}", seed) for number, seed in enumerate(seeds(suffix))])
    assert {outcome.said for outcome in report.outcomes} == {"read"}


def test_the_same_number_gives_the_same_bad_file():
    (seed,) = seeds(".kehoach")
    assert mutated(seed, ".kehoach", 7) == mutated(seed, ".kehoach", 7) != mutated(seed, ".kehoach", 8)
