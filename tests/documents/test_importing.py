"""A file becomes a plan by its format; our own files come back whole, unless their visible text was changed."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from documents.carried import NAMESPACE, adopt_ids
from documents.importing import UnknownFormat, import_plan
from documents.package import package_bytes
from documents.rendering import render_docx
from plans import codec
from plans.errors import Trouble
from plans.nodes import Footnote, Paragraph, Task
from plans.plan import Plan
from plans.sample import sample_plan
from plans.text import RichText, Span

CARRIED = "customXml/item1.xml"


def exported(folder: Path, changes: dict[str, Callable[[str], str]] | None = None) -> Path:
    """Write the sample as a DOCX, with members changed."""
    path = folder / "mẫu.docx"
    path.write_bytes(render_docx(sample_plan()))
    if changes:
        with zipfile.ZipFile(path) as archive:
            members = {name: archive.read(name) for name in archive.namelist()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                changed = changes[name](content.decode()).encode() if name in changes else content
                archive.writestr(name, changed)
    return path


def without_carried(xml: str) -> str:
    return xml.replace(NAMESPACE, "urn:other")


def test_our_own_word_file_comes_back_whole(tmp_path: Path):
    found = import_plan(exported(tmp_path))
    printed = sample_plan()
    assert codec.dump(found.plan) == codec.dump(printed)
    assert (found.report.format, found.report.text_kept, found.report.unplaced) == ("docx", 1.0, [])


def test_leaders_in_charge_are_read_from_the_page_as_they_are_printed(tmp_path: Path):
    plan = sample_plan()
    tasks = [node for node in plan.walk() if isinstance(node, Task)]
    tasks[0].leaders = ["Đồng chí Lò Thị Mẫu, Phó Chủ tịch UBND xã", "Đồng chí Vàng A Thử"]
    tasks[1].leaders, tasks[1].part_titles = ["Đồng chí Vàng A Thử"], {"leaders": "Đồng chí phụ trách"}
    path = tmp_path / "ban hành.docx"
    path.write_bytes(render_docx(plan, issued=True))  # carries no plan
    found = import_plan(path)
    read = [node for node in found.plan.walk() if isinstance(node, Task)]
    assert [(each.leaders, each.part_titles, each.lead) for each in read] == [
        (each.leaders, each.part_titles, each.lead) for each in tasks
    ]
    assert found.report.text_kept == 1.0


def test_a_changed_word_decides_against_the_carried_plan(tmp_path: Path):
    path = exported(tmp_path, {"word/document.xml": lambda xml: xml.replace("Mục đích</w:t>", "Mục đích chung</w:t>")})
    plan = import_plan(path).plan
    titles = {node.title.plain for node in plan.walk() if node.kind == "section"}  # type: ignore[attr-defined]
    assert "Mục đích chung" in titles


def test_nodes_that_say_the_same_keep_their_ids_after_a_change_in_word(tmp_path: Path):
    path = exported(tmp_path, {"word/document.xml": lambda xml: xml.replace("Mục đích</w:t>", "Mục đích chung</w:t>")})
    found = import_plan(path)
    old = {node.id for node in sample_plan().walk()}
    kept = [node.id for node in found.plan.walk() if node.id in old]
    assert len(kept) > 0.8 * len(old)
    assert found.plan.id == sample_plan().id
    assert len({node.id for node in found.plan.walk()}) == sum(1 for _ in found.plan.walk())
    known = {node.id for part in found.plan.parts for node in part.walk()} | {"plan"}
    assert {guess.node for guess in found.report.guesses} <= known


def test_a_word_file_without_carried_plan_is_recognised(tmp_path: Path):
    plan = import_plan(exported(tmp_path, {CARRIED: without_carried})).plan
    sample = sample_plan()
    assert (plan.title, plan.subject, plan.symbol) == (sample.title, sample.subject, sample.symbol)
    assert plan.id != sample.id


@pytest.mark.parametrize(
    "spoil",
    [
        lambda xml: xml.replace('"version":1', '"version":99'),
        lambda xml: xml.replace('"kind":"bullet"', '"kind":"recipient"'),
        lambda xml: xml[:200],
        lambda xml: xml[: xml.index(">") + 1] + f'<plan xmlns="{NAMESPACE}">không phải JSON</plan>',
    ],
)
def test_a_carried_plan_that_we_cannot_use_is_passed_over(tmp_path: Path, spoil: Callable[[str], str]):
    plan = import_plan(exported(tmp_path, {CARRIED: spoil})).plan
    assert plan.subject == sample_plan().subject
    assert plan.id != sample_plan().id


def test_a_package_comes_back_whole_with_a_report(tmp_path: Path):
    (tmp_path / "a.kehoach").write_bytes(package_bytes(sample_plan()))
    found = import_plan(tmp_path / "a.kehoach")
    assert found.plan == sample_plan()
    assert (found.report.format, found.report.text_kept) == ("kehoach", 1.0)
    assert found.report.characters > 5000


def test_a_text_file_is_recognised_and_the_suffix_may_be_capital(tmp_path: Path):
    lines = ["KẾ HOẠCH", "Tổ chức ngày hội đọc sách năm 2026", "", "I. MỤC ĐÍCH", "Xây dựng thói quen đọc.", ""]
    (tmp_path / "Đọc sách.TXT").write_text("\n".join(lines), encoding="utf-8")
    plan = import_plan(tmp_path / "Đọc sách.TXT").plan
    assert (plan.title, plan.subject) == ("KẾ HOẠCH", "Tổ chức ngày hội đọc sách năm 2026")


def test_the_same_file_gives_the_same_plan_twice(tmp_path: Path):
    path = exported(tmp_path, {CARRIED: without_carried})
    assert import_plan(path).plan == import_plan(path).plan


@pytest.mark.parametrize("name", ["a.xlsx", "không đuôi", "a.docx.bak"])
def test_an_unknown_suffix_is_wrong_use(tmp_path: Path, name: str):
    with pytest.raises(UnknownFormat) as caught:
        import_plan(tmp_path / name)
    assert caught.value.suffix == Path(name).suffix


def test_a_directory_is_said_to_be_one_whatever_its_name(tmp_path: Path):
    with pytest.raises(Trouble) as caught:
        import_plan(tmp_path)
    assert caught.value.code == "file-is-folder"


@pytest.mark.parametrize("suffix", [".txt", ".docx", ".kehoach", ".pdf", ".doc"])
def test_bad_files_of_every_format_are_troubles_and_stay_as_they_were(tmp_path: Path, suffix: str):
    missing, empty, binary, folder = (tmp_path / f"{name}{suffix}" for name in ("thiếu", "rỗng", "nhị phân", "thư mục"))
    empty.touch()
    binary.write_bytes(bytes(range(256)) * 20)
    folder.mkdir()
    codes: list[str] = []
    for path in (missing, empty, binary, folder):
        with pytest.raises(Trouble) as caught:
            import_plan(path)
        assert caught.value.data["path"] == path
        codes.append(caught.value.code)
    assert (codes[0], codes[1], codes[3]) == ("file-missing", "file-empty", "file-is-folder")
    assert sorted(tmp_path.iterdir()) == sorted([empty, binary, folder])


def test_a_trouble_of_recognition_names_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def lose(_: object) -> None:
        raise Trouble("words-lost", path="", lost={})

    (tmp_path / "a.txt").write_text("KẾ HOẠCH", encoding="utf-8")
    monkeypatch.setattr("documents.importing.recognise", lose)
    with pytest.raises(Trouble) as caught:
        import_plan(tmp_path / "a.txt")
    assert (caught.value.code, caught.value.data["path"]) == ("words-lost", tmp_path / "a.txt")


def test_adopted_ids_reach_references_and_stay_unique():
    def plan(prefix: str) -> Plan:
        made = Plan(id=f"{prefix}p")
        made.footnotes.children = [Footnote(id=f"{prefix}f", text=RichText.of("Ghi chú"))]
        marked = RichText((Span("Theo luật"), Span(footnote=f"{prefix}f")))
        made.body.children = [Paragraph(id=f"{prefix}1", text=marked), Paragraph(id=f"{prefix}2", text=marked)]
        return made

    read, carried = plan("n"), plan("c")
    carried.body.children[0].origin = "năm ngoái"
    read.body.children.append(Paragraph(id="c2", text=RichText.of("Mới")))
    adopted, ids = adopt_ids(read, carried)
    assert [node.id for node in adopted.walk()] == ["c1", "n2", "c2", "cf"]
    assert adopted.body.children[0].text.footnotes == ["cf"]  # type: ignore[attr-defined]
    assert (adopted.body.children[0].origin, adopted.id, ids["nf"]) == ("năm ngoái", "cp", "cf")
