"""One unit, many spellings."""

from __future__ import annotations

import pytest

from db.store import PlanStore
from db.units import unit_key
from plans.nodes import Task
from plans.text import RichText

KEY = "phòng văn hóa xã hội"


@pytest.mark.parametrize(
    "name",
    [
        "Phòng Văn hóa - Xã hội",
        "phòng Văn hoá – Xã hội;",
        "Phòng VH-XH",
        "Phòng VHXH",
        "PHÒNG VĂN HÓA VÀ XÃ HỘI",
        " Phòng  Văn hóa-Xã hội. ",
        "Phòng Va\u0306n ho\u0301a - Xã hội",
    ],
)
def test_spellings_of_one_unit_give_one_key(name: str):
    assert unit_key(name) == KEY


def test_other_units_have_other_keys():
    names = ["Phòng Kinh tế", "Văn phòng HĐND và UBND", "UBND xã", "Ủy ban MTTQ xã", "Thôn 1", "Thôn 2", "Thôn Đoài"]
    assert len({unit_key(name) for name in names}) == len(names)
    assert unit_key("Văn phòng HĐND và UBND") == unit_key("Văn phòng Hội đồng nhân dân - Uỷ ban nhân dân")


def test_a_name_without_words_has_an_empty_key():
    assert unit_key(" - ;") == unit_key("") == ""


def test_the_librarys_units_come_most_named_first_without_those_of_the_trash(store: PlanStore, make_plan):
    tasks = [Task(title=RichText.of(f"Việc {at}"), lead=["Phòng Kinh tế"]) for at in range(3)]
    store.save(make_plan("Một", *tasks, Task(title=RichText.of("Khác"), lead=["Trạm Y tế"])), None)
    thrown = make_plan("Hai", Task(title=RichText.of("Bỏ"), lead=["Hội Nông dân"]))
    store.save(thrown, None)
    store.trash(thrown.id)
    assert store.unit_names() == ["Phòng Kinh tế", "Trạm Y tế"]
