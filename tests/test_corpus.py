"""The exam of our own plans: well-formed, in step with its marked sources, of invented places, and read at least so well."""

from __future__ import annotations

import io
import json
import re
import unicodedata
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from tests.corpus.building import legacy
from tests.corpus.building.__main__ import FILES, PLANS, encoded
from tests.corpus.building.marks import Marked, read, seen, strip
from tests.corpus.building.truth import YEAR, truth
from tests.corpus.building.wear import WEARS
from tests.corpus.building.word import Writer
from tests.score.__main__ import COLUMNS, total
from tests.score.exams import SEEDS, corpus
from tests.score.floors import FLOORS
from tests.score.marking import mark, words

SOURCES = sorted(PLANS.glob("*.txt"))
EACH = pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)


def test_the_exam_is_as_wide_as_it_says() -> None:
    marked = [read(path) for path in SOURCES]
    assert len(marked) >= 30
    assert len({plan.settings["kind"] for plan in marked}) == len(marked)
    assert {plan.settings["build"] for plan in marked} == {"txt", "docx", "doc", "pdf"}
    assert sum("rollover" in plan.settings for plan in marked) >= 15
    assert sum(path.stat().st_size for path in FILES.iterdir()) < 3_000_000


def test_every_file_belongs_to_a_plan() -> None:
    assert {path.stem for path in FILES.iterdir()} == {path.stem for path in SOURCES}


@EACH
def test_files_and_truth_are_in_step_with_the_marked_plan(path: Path) -> None:
    marked = read(path)
    built = FILES / f"{path.stem}.{marked.settings['build']}"
    assert json.loads(built.with_suffix(".json").read_text("utf-8")) == truth(marked, built.name)
    if built.suffix == ".txt":
        assert built.read_bytes() == encoded(marked)
    elif built.suffix == ".docx":
        assert _parts_of(built.read_bytes()) == _parts_of(Writer(marked).write())


def _parts_of(word: bytes) -> dict[str, bytes]:
    """The file's parts; how they are packed differs from one zlib to the next."""
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.mark.parametrize("path", [p for p in SOURCES if read(p).settings["build"] == "pdf"], ids=lambda path: path.stem)
def test_a_pdf_was_printed_from_the_plan_as_it_is(path: Path) -> None:
    document = pypdfium2.PdfDocument(FILES / f"{path.stem}.pdf")
    printed = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert not words(seen(read(path).text)) - words(printed)


@pytest.mark.parametrize("path", [p for p in SOURCES if read(p).settings["build"] == "doc"], ids=lambda path: path.stem)
def test_an_old_word_file_was_saved_from_the_plan_as_it_is(path: Path) -> None:
    marked = read(path)
    data = (FILES / f"{path.stem}.doc").read_bytes()
    write = {".VnTime": legacy.tcvn3, "VNI-Times": legacy.vni}.get(marked.settings.get("font", ""), str)
    for one in marked.marks:
        if re.fullmatch(r"[UR]|[ht]\d?", one.tag):
            said = write(one.said.lower() if one.said.isupper() and write is legacy.tcvn3 else one.said)
            assert said.encode("utf-16-le") in data, one.said


@EACH
def test_the_truth_is_whole(path: Path) -> None:
    found = truth(read(path), path.name)
    assert found["doc_type"]
    assert found["subject"]
    assert found["headings"]
    for heading in found["headings"]:
        assert heading["text"]
    for goal in found["targets"]:
        digits = re.findall(r"\d+", goal["value"])
        assert digits
        assert goal["comparator"] in {">=", ">", "=", "<", "<=", "range", None}
    for task in found["tasks"]:
        assert task["lead"], task["title"]


@EACH
def test_a_label_stands_before_its_heading_unless_word_numbers_it_or_it_is_lost(path: Path) -> None:
    marked = read(path)
    for one in marked.marks:
        if re.fullmatch(r"[ho]\d", one.tag) and one.arguments and one.arguments[0]:
            before = marked.text[max(0, one.start - 24) : one.start]
            line = before.rsplit("\n", 1)[-1]
            by_word = re.fullmatch(r"#\d ", line)
            assert by_word or one.arguments[0] in before or marked.text[one.start :].startswith(one.arguments[0])


@EACH
def test_a_year_that_shifts_changes_only_in_its_years(path: Path) -> None:
    found = truth(read(path), path.name)
    for shift in found.get("year_shifts", []):
        assert re.sub(r"\d", "0", YEAR.sub("year", shift["old"])) == re.sub(r"\d", "0", YEAR.sub("year", shift["new"]))
        steps = {int(new) - int(old) for old, new in zip(*map(YEAR.findall, (shift["old"], shift["new"])), strict=True)}
        assert steps == {1}, shift
        assert shift["old"] in shift["sentence"]


@EACH
def test_no_sentence_comes_from_the_real_plans(path: Path) -> None:
    if not SEEDS.exists():
        pytest.skip("the seeds are not present")
    own = _sentences(read(path).text)
    for seed in SEEDS.glob("*.txt"):
        assert not own & _sentences(seed.read_text("utf-8"))


def _sentences(text: str) -> set[str]:
    """All sentences of twelve words and more, but citations, which offices share."""
    plain = " ".join(unicodedata.normalize("NFC", text).lower().split())
    long = {part.strip() for part in re.split(r"[.;:]", plain) if len(part.split()) >= 12}
    return {part for part in long if not re.search(r"số \d+|ngày \d+", part)}


def test_marks_nest_and_a_wrong_one_is_refused() -> None:
    marked = strip("1. ⟦h2 1|⟦U|Công an xã⟧⟧: năm ⟦y 2027|2026⟧")
    assert marked.text == "1. Công an xã: năm 2026"
    assert [(one.tag, one.said) for one in marked.marks] == [("h2", "Công an xã"), ("U", "Công an xã"), ("y", "2026")]
    with pytest.raises(ValueError, match="never closed"):
        strip("⟦h1 I|MỤC")
    with pytest.raises(ValueError, match="closed twice"):
        strip("MỤC⟧")


def test_what_word_deletes_or_hides_is_not_in_the_truth() -> None:
    marked = Marked(*_parts("⟦t >=;95;%;2026|từ {del:90}{ins:95}% trở lên{hid: (hỏi lại)}⟧"))
    assert truth(marked, "x")["targets"][0]["text"] == "từ 95% trở lên"


def _parts(text: str) -> tuple[str, list]:
    marked = strip(text)
    return marked.text, marked.marks


@pytest.mark.parametrize("name", WEARS)
@EACH
def test_wear_changes_no_word(path: Path, name: str) -> None:
    text = read(path).text
    assert _letters(WEARS[name](text)) == _letters(text)


def test_wear_is_what_extraction_does() -> None:
    text = "Căn cứ Kế hoạch số 41-KH/ĐU ngày 19/11/2025 của Đảng ủy phường về phát triển giáo dục.\nHết"
    assert WEARS["wrapped"](text).split("\n")[1:] == ["giáo dục.", "Hết"]
    assert WEARS["spaced"](text).split("\n\n")[1:] == ["giáo dục.", "Hết"]
    assert WEARS["paged"]("dòng\n" * 43).endswith("dòng\n\f" + "dòng\n\n2")
    assert WEARS["stripped"](" một \n\nhai") == "\tmột\n\thai"
    assert "\u00a0" in WEARS["apart"](text)
    assert "Căn" not in WEARS["apart"](text)
    assert WEARS["wrapped"]("| ô |" * 30) == "| ô |" * 30


def _letters(text: str) -> str:
    """All but spaces and figures (pages are numbered)."""
    return re.sub(r"[\s\d]", "", unicodedata.normalize("NFC", text))


def test_the_old_encodings_are_what_the_fonts_show() -> None:
    assert legacy.tcvn3("Cộng hòa xã hội") == "Céng hßa x· héi"
    assert legacy.vni("Cộng hòa xã hội chủ nghĩa Việt Nam, Độc lập, ở đường") == (
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, Ñoäc laäp, ôû ñöôøng"
    )


@pytest.mark.parametrize("suffix", FLOORS)
def test_reading_does_not_fall_below_its_floors(suffix: str) -> None:
    exams = [exam for exam in corpus() if exam.file.suffix == f".{suffix}"]
    assert exams
    summed = total([mark(exam, export=False) for exam in exams])
    figures = {title: getattr(summed.tallies[key], which) for title, key, which in COLUMNS if key in summed.tallies}
    below = {column: figures[column] for column, floor in FLOORS[suffix].items() if figures[column] < floor}
    assert not below
