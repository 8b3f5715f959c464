"""The sentence proposed from a target's facts: the comparator worded rightly, what stands there kept."""

import pytest

from plans.goals import goal_sentence, goal_words, says_value
from plans.nodes import Target
from plans.text import RichText

NAME = "Tỷ lệ hồ sơ nộp trực tuyến"


def target(text=NAME, comparator=">=", value="85", unit="%", year=2027):
    return Target(text=RichText.of(text), comparator=comparator, value=value, unit=unit, year=year)


@pytest.mark.parametrize(
    ("comparator", "value", "words"),
    [
        (">=", "85", "đạt từ 85% trở lên vào năm 2027"),
        (">", "85", "đạt trên 85% vào năm 2027"),
        ("=", "85", "đạt 85% vào năm 2027"),
        ("", "85", "đạt 85% vào năm 2027"),
        ("<", "0,5", "dưới 0,5% vào năm 2027"),
        ("<=", "0,5", "không quá 0,5% vào năm 2027"),
        ("range", "80 - 90", "đạt từ 80% đến 90% vào năm 2027"),
        (">=", "", ""),
    ],
)
def test_the_facts_are_said_as_a_clerk_says_them(comparator, value, words):
    assert goal_words(target(comparator=comparator, value=value)) == words


@pytest.mark.parametrize("begun", [NAME, f"{NAME}.", f"{NAME} đạt", f"{NAME} đạt từ …", f"{NAME} đạt …;"])
def test_an_unfinished_sentence_is_finished(begun):
    assert goal_sentence(target(begun)).plain == f"{NAME} đạt từ 85% trở lên vào năm 2027"


def test_without_words_the_sentence_begins_as_usual_and_a_year_is_not_said_twice():
    assert goal_sentence(target("", year=None)).plain == "Phấn đấu đạt từ 85% trở lên"
    assert goal_sentence(target("Năm 2027, tỷ lệ phủ xanh")).plain == "Năm 2027, tỷ lệ phủ xanh đạt từ 85% trở lên"


def test_another_value_is_replaced_where_it_stands_and_looks_stay():
    text = RichText.of("Năm 2027, tỷ lệ ", bold=True) + RichText.of("đạt 80%")
    made = goal_sentence(Target(text=text, value="85", unit="%"), "80")
    assert made == RichText.of("Năm 2027, tỷ lệ ", bold=True) + RichText.of("đạt 85%")


def test_a_value_counts_as_said_only_as_a_whole_number():
    assert says_value(target(f"{NAME} đạt 85%"))
    assert not says_value(target(f"{NAME} đạt 185%"))
    assert not says_value(target(f"{NAME} đạt 80%", value="80 - 90"))
    assert says_value(target(value=""))
