"""Which mentions are of one document, and what stands in the register."""

from plans.citations import find_citations
from plans.register import document_key, merged, register

FULL = "Căn cứ Nghị quyết số 7/NQ-HĐND ngày 10 tháng 12 năm 2025 của HĐND xã Suối Lim về cây xanh"


def key(text: str) -> str:
    return document_key(find_citations(text)[0])


def test_one_number_in_two_years_is_two_documents():
    assert key(FULL) != key(FULL.replace("2025", "2024"))
    assert key(FULL) == key(FULL.replace("về cây xanh", "về cây"))


def test_a_blank_number_names_no_document_yet():
    assert key("Nghị quyết số …/NQ-HĐND ngày … tháng 12 năm 2025 của HĐND xã về cây xanh") == ""


def test_a_wording_stands_without_its_stop_and_the_first_one_stays():
    assert [entry.wording for entry in register([f"{FULL}; ", FULL.replace("cây xanh", "cây")])] == [FULL]


def test_of_two_registers_the_first_ones_wording_stands():
    older = register([FULL.replace("cây xanh", "cây")])
    assert merged(register([FULL]), older) == register([FULL])
