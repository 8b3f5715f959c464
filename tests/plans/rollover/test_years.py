"""Every marked sentence: its years move on, are asked or stay as a careful clerk would have it."""

from __future__ import annotations

import pytest

from tests.plans.rollover.measuring import CASES, Marked, asked_places, moved_years, read, rolled


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line[:60])
def test_the_years_of_a_sentence_move_on_as_marked(case) -> None:
    marked = read(case.line)
    rollover = rolled(marked.text, case.period, case.year, case.issued)
    assert words(marked, moved_years(rollover)) == words(marked, marked.moves)
    asked = asked_places(rollover)
    missed = [place for place in marked.asked if not any(a <= place[0] and place[1] <= b for a, b in asked)]
    assert words(marked, missed) == []


def words(marked: Marked, places) -> list[str]:
    return [marked.text[a:b] for a, b in sorted(places)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.line[:60])
def test_what_is_unmarked_is_not_even_asked(case) -> None:
    marked = read(case.line)
    asked = asked_places(rolled(marked.text, case.period, case.year, case.issued))
    needless = [place for place in asked if not any(place[0] <= a and b <= place[1] for a, b in marked.asked)]
    assert words(marked, needless) == []
